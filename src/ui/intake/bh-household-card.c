/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-household-card.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "ui/intake/bh-household-row.h"

/**
 * BhHouseholdCard:
 *
 * CSS nodes: `householdcard` with labels and three lists. Role: group. Enter on a person takes the
 * caller over, Enter on a ticket opens it; the other keys are the rows'.
 */
struct _BhHouseholdCard
{
  GtkWidget parent_instance;

  GtkWidget *content;     /* (owned by the template) */
  GtkLabel *title;        /* (owned by the template) */
  GtkLabel *subtitle;     /* (owned by the template) */
  GtkListBox *people;     /* (owned by the template) */
  GtkLabel *open_title;   /* (owned by the template) */
  GtkListBox *open;       /* (owned by the template) */
  GtkWidget *ended_title; /* (owned by the template) */
  GtkListBox *ended;      /* (owned by the template) */
  GtkWidget *keys;        /* (owned by the template) */
};

G_DEFINE_FINAL_TYPE (BhHouseholdCard, bh_household_card, GTK_TYPE_WIDGET)

typedef enum
{
  CALLER,
  OPEN_TICKET,
  REMIND,
  REPEAT,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

char *
bh_contact_dup_description (BhContact *contact)
{
  GString *out;
  guint n_items;
  const BhListItem *items = bh_list_get_items (BH_LIST_CARE, &n_items);

  g_return_val_if_fail (BH_IS_CONTACT (contact), NULL);

  out = g_string_new (bh_list_get_label (BH_LIST_CONTACT_KIND, contact->kind));
  for (guint i = 0; i < n_items; i++)
    if ((contact->care & (guint) items[i].value) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "",
                              bh_list_get_label (BH_LIST_CARE, items[i].value));

  return g_string_free (out, FALSE);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
create_label (const char *text, const char *css_class, gboolean expand)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, expand);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_person (BhHouseholdCard *self, BhContact *contact)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *description = bh_contact_dup_description (contact);
  g_autofree char *phone = bh_text_group_phone (contact->phone);
  const char *name = bh_entry_get_name (BH_ENTRY (contact));
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %s, %s"), name, description, phone);
  GtkWidget *what = create_label (description, "dim-label", TRUE);

  if (contact->care != BH_CARE_NONE)
    gtk_widget_add_css_class (what, "care");
  gtk_widget_add_css_class (box, "person");
  gtk_box_append (GTK_BOX (box), create_label (name, NULL, FALSE));
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), create_label (phone, "numeric", FALSE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _ ("This one is calling (Enter)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "contact", g_object_ref (contact), g_object_unref);
  gtk_list_box_append (self->people, row);
}

static void
add_tickets (GtkListBox *list, GPtrArray *tickets, BhOffice *office, gint64 now)
{
  for (guint i = 0; i < tickets->len; i++)
    gtk_list_box_append (list, bh_household_row_new (g_ptr_array_index (tickets, i), office, now));
}

static void
person_activated_cb (BhHouseholdCard *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CALLER], 0, g_object_get_data (G_OBJECT (row), "contact"));
}

static void
ticket_activated_cb (BhHouseholdCard *self, GtkListBoxRow *row)
{
  BhTicketRow *ticket = bh_household_row_get_ticket (BH_HOUSEHOLD_ROW (row));

  g_signal_emit (self, signals[OPEN_TICKET], 0, ticket->id);
}

static void
remind_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  g_signal_emit (widget, signals[REMIND], 0, g_variant_get_int64 (id));
}

static BhHouseholdRow *
find_ended (BhHouseholdCard *self, const char *number)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->ended)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      BhTicketRow *ticket = bh_household_row_get_ticket (BH_HOUSEHOLD_ROW (row));

      if (g_strcmp0 (ticket->number, number) == 0)
        return BH_HOUSEHOLD_ROW (row);
    }

  return NULL;
}

static void
repeat_cb (GtkWidget *widget, const char *name, GVariant *number)
{
  BhHouseholdRow *row
      = find_ended (BH_HOUSEHOLD_CARD (widget), g_variant_get_string (number, NULL));

  if (row != NULL)
    g_signal_emit (widget, signals[REPEAT], 0, bh_household_row_get_ticket (row));
}

/* Down at the end of one list goes on into the next. */
static gboolean
keynav_failed_cb (GtkWidget *list, GtkDirectionType direction, BhHouseholdCard *self)
{
  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;

  return gtk_widget_child_focus (self->content, direction == GTK_DIR_DOWN ? GTK_DIR_TAB_FORWARD
                                                                          : GTK_DIR_TAB_BACKWARD);
}

static void
bh_household_card_dispose (GObject *object)
{
  g_clear_pointer (&BH_HOUSEHOLD_CARD (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_household_card_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  signals[CALLER] = g_signal_new ("caller", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, BH_TYPE_CONTACT);
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REMIND] = g_signal_new ("remind", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REPEAT] = g_signal_new ("repeat", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, BH_TYPE_TICKET_ROW);
}

static void
bh_household_card_class_init (BhHouseholdCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_household_card_dispose;
  install_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_install_action (widget_class, "household.remind", "x", remind_cb);
  gtk_widget_class_install_action (widget_class, "household.repeat", "s", repeat_cb);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/intake/bh-household-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, content);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, title);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, people);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, open_title);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, open);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, ended_title);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, ended);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdCard, keys);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, ticket_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "householdcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_household_card_init (BhHouseholdCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bh_household_card_show (self, NULL, NULL, 0);
}

GtkWidget *
bh_household_card_new (void)
{
  return g_object_new (BH_TYPE_HOUSEHOLD_CARD, NULL);
}

static void
show_title (BhHouseholdCard *self, BhHousehold *household, BhOffice *office)
{
  BhPlace *room = household != NULL ? household->room : NULL;
  const char *title = _ ("Who is calling?");
  const char *subtitle = _ ("A phone or a room shows who lives there and what they raised.");

  if (room != NULL)
    {
      title = room->path;
      subtitle = bh_office_get_name (office, BH_TYPE_PLACE, room->community_id);
    }
  else if (household != NULL && household->contacts->len > 0)
    {
      title = bh_entry_get_name (g_ptr_array_index (household->contacts, 0));
      subtitle = _ ("No room is known of this caller.");
    }
  else if (household != NULL)
    {
      title = _ ("Not known yet");
      subtitle = _ ("Who calls is kept with the ticket, and known the next time.");
    }
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
}

static void
show_open_title (BhHouseholdCard *self, guint n_open)
{
  g_autofree char *text = NULL;

  /* Translators: tickets of a household that wait for something */
  text = n_open > 0 ? g_strdup_printf (_ ("Open: %u"), n_open) : g_strdup (_ ("Nothing open"));
  gtk_label_set_label (self->open_title, text);
}

void
bh_household_card_show (BhHouseholdCard *self, BhHousehold *household, BhOffice *office, gint64 now)
{
  gboolean has_tickets;

  g_return_if_fail (BH_IS_HOUSEHOLD_CARD (self));
  g_return_if_fail (household == NULL || BH_IS_OFFICE (office));

  clear_list (self->people);
  clear_list (self->open);
  clear_list (self->ended);
  show_title (self, household, office);
  if (household != NULL)
    {
      for (guint i = 0; i < household->contacts->len; i++)
        add_person (self, g_ptr_array_index (household->contacts, i));
      add_tickets (self->open, household->open, office, now);
      add_tickets (self->ended, household->recent, office, now);
      show_open_title (self, household->open->len);
    }

  has_tickets = household != NULL && household->open->len + household->recent->len > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->people),
                          household != NULL && household->contacts->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->open_title),
                          household != NULL && (household->room != NULL || has_tickets));
  gtk_widget_set_visible (GTK_WIDGET (self->open), household != NULL && household->open->len > 0);
  gtk_widget_set_visible (self->ended_title, household != NULL && household->recent->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ended),
                          household != NULL && household->recent->len > 0);
  gtk_widget_set_visible (self->keys, has_tickets);
}

void
bh_household_card_set_repeat (BhHouseholdCard *self, const char *number)
{
  g_return_if_fail (BH_IS_HOUSEHOLD_CARD (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->ended)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      BhTicketRow *ticket = bh_household_row_get_ticket (BH_HOUSEHOLD_ROW (row));

      bh_household_row_set_repeated (BH_HOUSEHOLD_ROW (row),
                                     g_strcmp0 (ticket->number, number) == 0);
    }
}

gboolean
bh_household_card_focus (BhHouseholdCard *self)
{
  GtkListBox *lists[3];

  g_return_val_if_fail (BH_IS_HOUSEHOLD_CARD (self), FALSE);

  lists[0] = self->open;
  lists[1] = self->ended;
  lists[2] = self->people;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (lists[i], 0);

      if (row != NULL)
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }

  return FALSE;
}
