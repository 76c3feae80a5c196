/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-intake-side.h"

#include "base/bh-i18n.h"
#include "ui/intake/bh-household-row.h"
#include "ui/intake/bh-similar-lookup.h"

/**
 * BhIntakeSide:
 *
 * CSS nodes: `intakeside` with the panel of similar tickets and the household's card.
 */
struct _BhIntakeSide
{
  GtkWidget parent_instance;

  BhDesk *desk;            /* (owned) */
  BhIntakeForm *form;      /* (not owned): lives as long as the page */
  BhSimilarLookup *lookup; /* (owned) */
  GtkButton *notice;       /* (not owned): likewise */
  GtkWidget *content;      /* (owned by the template), and all below */
  GtkWidget *panel;
  GtkListBox *similar;
  BhHouseholdCard *card;
};

G_DEFINE_FINAL_TYPE (BhIntakeSide, bh_intake_side, GTK_TYPE_WIDGET)

typedef enum
{
  OPEN_TICKET,
  SERVED,
  FAILED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
show_repeat (BhIntakeSide *self)
{
  g_autofree char *number
      = bh_intake_fields_dup_text (bh_intake_form_get_fields (self->form), "repeat-of");

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->similar)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      BhTicketRow *ticket = bh_household_row_get_ticket (BH_HOUSEHOLD_ROW (row));

      bh_household_row_set_repeated (BH_HOUSEHOLD_ROW (row), g_str_equal (ticket->number, number));
    }
}

static void
show_notice (BhIntakeSide *self, guint n)
{
  /* Translators: so many tickets may be about what is typed now; the key leads there */
  g_autofree char *text = g_strdup_printf (_ ("Same problem? %u (F6)"), n);

  gtk_button_set_label (self->notice, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), n > 0);
}

static void
found_cb (BhIntakeSide *self, GPtrArray *similar)
{
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
  guint n = similar != NULL ? similar->len : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->similar))) != NULL)
    gtk_list_box_remove (self->similar, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->similar,
                         bh_household_row_new_similar (g_ptr_array_index (similar, i),
                                                       bh_desk_get_office (self->desk), now));
  gtk_widget_set_visible (self->panel, n > 0);
  show_repeat (self);
  show_notice (self, n);
}

static void
edited_cb (BhIntakeSide *self, const char *key)
{
  if (g_str_equal (key, "repeat-of"))
    show_repeat (self);
  else
    bh_intake_side_ask (self);
}

static void
activated_cb (BhIntakeSide *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPEN_TICKET], 0,
                 bh_household_row_get_ticket (BH_HOUSEHOLD_ROW (row))->id);
}

static void
open_ticket_cb (BhIntakeSide *self, gint64 id)
{
  g_signal_emit (self, signals[OPEN_TICKET], 0, id);
}

/* A verb on its way. */
typedef struct
{
  BhIntakeSide *side; /* (owned) */
  BhVerb verb;
} Errand;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Errand *errand = user_data;
  g_autoptr (BhIntakeSide) self = errand->side;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) ticket = bh_desk_do_finish (BH_DESK (source), result, &error);

  if (ticket == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  bh_similar_lookup_refresh (self->lookup);
  g_signal_emit (self, signals[SERVED], 0, ticket, errand->verb == BH_VERB_JOIN);
}

static void
start_verb (BhIntakeSide *self, BhVerb verb, gint64 ticket_id, BhPayload *inputs)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->side = g_object_ref (self);
  errand->verb = verb;
  bh_desk_do_async (self->desk, verb, ticket_id, inputs, 0, NULL, done_cb, errand);
}

static void
remind (BhIntakeSide *self, gint64 ticket_id)
{
  g_autoptr (BhPayload) inputs = bh_payload_new ();

  start_verb (self, BH_VERB_REMIND, ticket_id, inputs);
}

static void
card_remind_cb (BhIntakeSide *self, gint64 id)
{
  remind (self, id);
}

static void
remind_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  remind (BH_INTAKE_SIDE (widget), g_variant_get_int64 (id));
}

/* The matter is the other ticket's; who calls, and from where, is this form's. */
static void
join_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  BhIntakeSide *self = BH_INTAKE_SIDE (widget);
  BhIntakeFields *fields = bh_intake_form_get_fields (self->form);
  g_autofree char *contact = bh_intake_fields_dup_text (fields, "contact");
  g_autofree char *phone = bh_intake_fields_dup_text (fields, "phone");
  g_autofree char *place = bh_intake_fields_dup_text (fields, "place");
  g_autofree char *channel = bh_intake_fields_dup_text (fields, "channel");
  g_autofree char *summary = bh_intake_fields_dup_text (fields, "summary");
  g_autoptr (BhPayload) inputs
      = bh_payload_new_from ("contact", contact, "phone", phone, "room", place, "channel", channel,
                             "summary", summary, NULL);

  start_verb (self, BH_VERB_JOIN, g_variant_get_int64 (id), inputs);
}

/* Pressed again, it is not repeated. */
static void
repeat_cb (GtkWidget *widget, const char *name, GVariant *number)
{
  BhIntakeFields *fields = bh_intake_form_get_fields (BH_INTAKE_SIDE (widget)->form);
  const char *text = g_variant_get_string (number, NULL);
  g_autofree char *present = bh_intake_fields_dup_text (fields, "repeat-of");

  bh_intake_fields_set (fields, "repeat-of", g_str_equal (present, text) ? NULL : text);
}

/* Down at the end of the list goes on into the card. */
static gboolean
keynav_failed_cb (GtkWidget *list, GtkDirectionType direction, BhIntakeSide *self)
{
  return direction == GTK_DIR_DOWN && bh_household_card_focus (self->card);
}

static void
bh_intake_side_dispose (GObject *object)
{
  BhIntakeSide *self = BH_INTAKE_SIDE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->lookup);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_intake_side_parent_class)->dispose (object);
}

static void
bh_intake_side_class_init (BhIntakeSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_intake_side_dispose;

  signals[OPEN_TICKET] = g_signal_new ("open-ticket", BH_TYPE_INTAKE_SIDE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SERVED] = g_signal_new ("served", BH_TYPE_INTAKE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, BH_TYPE_TICKET, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", BH_TYPE_INTAKE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_install_action (widget_class, "household.remind", "x", remind_cb);
  gtk_widget_class_install_action (widget_class, "household.repeat", "s", repeat_cb);
  gtk_widget_class_install_action (widget_class, "household.join", "x", join_cb);

  g_type_ensure (BH_TYPE_HOUSEHOLD_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/intake/bh-intake-side.ui");
  gtk_widget_class_bind_template_child (widget_class, BhIntakeSide, content);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeSide, panel);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeSide, similar);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeSide, card);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_ticket_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_remind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "intakeside");
}

static void
bh_intake_side_init (BhIntakeSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_intake_side_new (BhDesk *desk, BhIntakeForm *form, GtkButton *notice)
{
  BhIntakeSide *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_INTAKE_FORM (form), NULL);
  g_return_val_if_fail (GTK_IS_BUTTON (notice), NULL);

  self = g_object_new (BH_TYPE_INTAKE_SIDE, NULL);
  self->desk = g_object_ref (desk);
  self->form = form;
  self->notice = notice;
  show_notice (self, 0);
  self->lookup = bh_similar_lookup_new (desk);
  g_signal_connect_object (self->lookup, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

BhHouseholdCard *
bh_intake_side_get_card (BhIntakeSide *self)
{
  g_return_val_if_fail (BH_IS_INTAKE_SIDE (self), NULL);

  return self->card;
}

void
bh_intake_side_ask (BhIntakeSide *self)
{
  BhIntakeFields *fields;
  g_autofree char *place = NULL;
  g_autofree char *category = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (BH_IS_INTAKE_SIDE (self));

  fields = bh_intake_form_get_fields (self->form);
  place = bh_intake_fields_dup_text (fields, "place");
  category = bh_intake_fields_dup_text (fields, "category");
  summary = bh_intake_fields_dup_text (fields, "summary");
  description = bh_intake_fields_dup_text (fields, "description");
  bh_similar_lookup_ask (self->lookup, place, category, summary, description);
}

gboolean
bh_intake_side_focus (BhIntakeSide *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (BH_IS_INTAKE_SIDE (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->similar, 0);

  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row))
                     : bh_household_card_focus (self->card);
}
