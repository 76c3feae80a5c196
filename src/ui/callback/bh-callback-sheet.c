/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/callback/bh-callback-sheet.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-callee.h"
#include "ui/common/bh-field.h"
#include "ui/tickets/bh-verb-form.h"

#include <adwaita.h>

/**
 * BhCallbackSheet:
 *
 * CSS nodes: `callbacksheet` with what is known of the matter, a line with the keys, and the form.
 */
struct _BhCallbackSheet
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  BhDrafts *drafts;          /* (owned) */
  gint64 id;                 /* what is to be shown */
  BhTicketView *view;        /* (owned) (nullable): what is shown */
  GCancellable *cancellable; /* (owned) (nullable): of reading */
  BhVerbForm *form;          /* (owned by the widget tree) (nullable) */

  GtkStack *stack;
  GtkLabel *phone;
  GtkLabel *name;
  GtkWidget *copy;
  GtkLabel *summary;
  GtkButton *number;
  GtkLabel *finished;
  GtkLabel *attempts;
  GtkLabel *facts;
  GtkLabel *refusal;
  GtkLabel *keys;
  AdwBin *place;
  GtkLabel *problem;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (BhCallbackSheet, bh_callback_sheet, GTK_TYPE_WIDGET)

typedef enum
{
  DONE,
  LEFT,
  OPEN_TICKET,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* The questions by their keys; a key goes from one answer to the next and back to none. */
static const struct
{
  char key;
  const char *input;
  const char *answers[3]; /* NULL-terminated where fewer */
} questions[] = {
  { 'r', "reached", { "no", "yes", NULL } }, { 't', "timely", { "yes", "no", "" } },
  { 's', "solved", { "yes", "no", "" } },    { 'p', "polite", { "yes", "no", "" } },
  { 'i', "invalid", { "yes", "", NULL } },   { 'g', "quality", { "good", "poor", "" } },
  { 'f', "rework", { "yes", "no", "" } },
};

static gint64
get_now (BhCallbackSheet *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static char *
dup_near (BhCallbackSheet *self, gint64 instant)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (self->desk));

  return bh_office_time_format_near (time, instant, get_now (self));
}

static const char *
get_staff_name (BhCallbackSheet *self, gint64 id)
{
  return bh_office_get_name (bh_desk_get_office (self->desk), BH_TYPE_STAFF, id);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_callee (BhCallbackSheet *self)
{
  int callee = bh_callee_find (self->view->ticket, bh_desk_get_office (self->desk));
  BhComplainant *complainant
      = callee >= 0 ? g_ptr_array_index (self->view->ticket->complainants, callee) : NULL;
  g_autofree char *phone = bh_text_group_phone (complainant != NULL ? complainant->phone : NULL);

  gtk_label_set_label (self->phone, *phone != '\0' ? phone : _ ("Without a number"));
  gtk_widget_set_visible (self->copy, *phone != '\0');
  set_text (self->name, complainant == NULL         ? _ ("Nobody to call")
                        : complainant->name != NULL ? complainant->name
                                                    : _ ("Anonymous"));
}

/* Who did the work is said, since it is not them who call. */
static void
show_finished (BhCallbackSheet *self)
{
  BhRound *round = bh_ticket_get_round (self->view->ticket);
  g_autofree char *at = NULL;
  g_autofree char *text = NULL;

  if (round == NULL || round->finished_at == 0)
    {
      set_text (self->finished, "");
      return;
    }
  at = dup_near (self, round->finished_at);
  /* Translators: who did the work, and when it was finished */
  text = g_strdup_printf (_ ("Finished by %s, %s; who did the work does not call back"),
                          get_staff_name (self, round->finished_by), at);
  set_text (self->finished, text);
}

static void
show_attempts (BhCallbackSheet *self)
{
  GPtrArray *callbacks = self->view->ticket->callbacks;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (callbacks, i);
      g_autofree char *at = dup_near (self, callback->at);

      if (callback->round != self->view->ticket->round)
        continue;
      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: an earlier call: when, by whom, how it went */
      g_string_append_printf (text, _ ("%s %s: %s"), at, get_staff_name (self, callback->made_by),
                              callback->reached ? _ ("reached") : _ ("not reached"));
      if (callback->note != NULL)
        g_string_append_printf (text, " · %s", callback->note);
    }
  set_text (self->attempts, text->str);
}

static void
append_fact (GString *text, const char *label, const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL || *value == '\0')
    return;
  line = g_markup_printf_escaped ("%s<span alpha=\"65%%\">%s</span>  %s", text->len > 0 ? "\n" : "",
                                  label, value);
  g_string_append (text, line);
}

/* What a call is about, and no more: it is read while somebody answers. */
static void
show_facts (BhCallbackSheet *self)
{
  BhTicket *ticket = self->view->ticket;
  BhPlace *place = self->view->place;
  g_autoptr (GString) text = g_string_new (NULL);

  append_fact (text, _ ("Place"), place != NULL ? place->path : ticket->place_text);
  append_fact (text, _ ("Description"), ticket->description);
  append_fact (text, _ ("Remedy sought"), ticket->remedy);
  append_fact (text, _ ("Measure"), ticket->measure);
  append_fact (text, _ ("Result"), ticket->result);
  gtk_label_set_markup (self->facts, text->str);
}

static void
form_done_cb (BhCallbackSheet *self, BhTicket *ticket)
{
  g_signal_emit (self, signals[DONE], 0, ticket);
}

static void
form_left_cb (BhCallbackSheet *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/* Only what the form asks for has a key. */
static void
show_keys (BhCallbackSheet *self)
{
  g_autoptr (GString) text = g_string_new (_ ("1–5 score"));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      BhField *field = bh_verb_form_get_field (self->form, questions[i].input);

      if (field != NULL)
        g_string_append_printf (text, " · %c %s", g_ascii_toupper (questions[i].key),
                                _ (bh_field_get_input (field)->label));
    }
  g_string_append_printf (text, " · %s", _ ("W words · Enter saves, next one"));
  set_text (self->keys, text->str);
}

static void
drop_form (BhCallbackSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->form != NULL && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form)))
    gtk_root_set_focus (root, NULL);
  self->form = NULL;
  adw_bin_set_child (self->place, NULL);
}

/* A form, or why there is none. */
static void
show_form (BhCallbackSheet *self)
{
  g_autoptr (GError) error = NULL;
  BhActor actor;
  GtkWidget *form;

  drop_form (self);
  bh_desk_get_actor (self->desk, &actor);
  if (!bh_loop_check (self->view->ticket, BH_VERB_CALLBACK, &actor, bh_desk_get_office (self->desk),
                      get_now (self), NULL, &error))
    {
      set_text (self->refusal, error->message);
      set_text (self->keys, "");
      return;
    }

  set_text (self->refusal, "");
  form = bh_verb_form_new (self->desk, self->drafts, self->view, BH_VERB_CALLBACK);
  g_signal_connect_object (form, "done", G_CALLBACK (form_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "left", G_CALLBACK (form_left_cb), self, G_CONNECT_SWAPPED);
  self->form = BH_VERB_FORM (form);
  adw_bin_set_child (self->place, form);
  show_keys (self);
}

static void
show_view (BhCallbackSheet *self)
{
  BhTicket *ticket = self->view->ticket;

  show_callee (self);
  set_text (self->summary, ticket->summary);
  gtk_button_set_label (self->number, ticket->number);
  show_finished (self);
  show_attempts (self);
  show_facts (self);
  show_form (self);
  gtk_stack_set_visible_child_name (self->stack, "ticket");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhCallbackSheet) self = BH_CALLBACK_SHEET (user_data);
  g_autoptr (GError) error = NULL;
  BhTicketView *view = bh_desk_load_finish (BH_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (view == NULL)
    {
      drop_form (self);
      gtk_label_set_label (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  g_clear_pointer (&self->view, bh_ticket_view_free);
  self->view = view;
  show_view (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
load (BhCallbackSheet *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  bh_desk_load_async (self->desk, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
copy_cb (BhCallbackSheet *self)
{
  int callee = self->view != NULL
                   ? bh_callee_find (self->view->ticket, bh_desk_get_office (self->desk))
                   : -1;
  BhComplainant *complainant;

  if (callee < 0)
    return;
  complainant = g_ptr_array_index (self->view->ticket->complainants, callee);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), complainant->phone);
}

static void
open_cb (BhCallbackSheet *self)
{
  g_signal_emit (self, signals[OPEN_TICKET], 0, self->id);
}

static void
bh_callback_sheet_dispose (GObject *object)
{
  BhCallbackSheet *self = BH_CALLBACK_SHEET (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->form = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_CALLBACK_SHEET);
  g_clear_pointer (&self->view, bh_ticket_view_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->drafts);

  G_OBJECT_CLASS (bh_callback_sheet_parent_class)->dispose (object);
}

static void
bh_callback_sheet_class_init (BhCallbackSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_callback_sheet_dispose;
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, BH_TYPE_TICKET);
  signals[LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/callback/bh-callback-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, stack);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, phone);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, name);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, copy);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, summary);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, number);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, finished);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, attempts);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, facts);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, refusal);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, keys);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, place);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, problem);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackSheet, scroller);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_set_css_name (widget_class, "callbacksheet");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_callback_sheet_init (BhCallbackSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Who is at the desk decides who may call. */
static void
staff_changed_cb (BhCallbackSheet *self)
{
  if (self->view != NULL)
    show_form (self);
}

GtkWidget *
bh_callback_sheet_new (BhDesk *desk, BhDrafts *drafts)
{
  BhCallbackSheet *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);

  self = g_object_new (BH_TYPE_CALLBACK_SHEET, NULL);
  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (staff_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
bh_callback_sheet_open (BhCallbackSheet *self, gint64 id)
{
  g_return_if_fail (BH_IS_CALLBACK_SHEET (self));

  if (self->id == id)
    return;
  self->id = id;
  drop_form (self);
  if (id == 0)
    {
      g_clear_pointer (&self->view, bh_ticket_view_free);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
  load (self);
}

gint64
bh_callback_sheet_get_id (BhCallbackSheet *self)
{
  g_return_val_if_fail (BH_IS_CALLBACK_SHEET (self), 0);

  return self->id;
}

static void
answer (BhCallbackSheet *self, const char *input, const char *value)
{
  BhField *field = bh_verb_form_get_field (self->form, input);

  if (field == NULL)
    return;
  bh_field_set_text (field, value);
  bh_control_changed (bh_field_get_control (field));
}

/* From one answer to the next; what stands there already is left. */
static void
go_on (BhCallbackSheet *self, guint question)
{
  BhField *field = bh_verb_form_get_field (self->form, questions[question].input);
  const char *const *answers = questions[question].answers;
  guint n_answers = answers[2] != NULL ? 3 : 2, next = 0;
  g_autofree char *text = NULL;

  if (field == NULL)
    return;
  text = bh_field_dup_text (field);
  for (guint i = 0; i < n_answers; i++)
    if (g_strcmp0 (text, answers[i]) == 0)
      next = (i + 1) % n_answers;
  answer (self, questions[question].input, answers[next]);
}

gboolean
bh_callback_sheet_press_key (BhCallbackSheet *self, guint key)
{
  g_return_val_if_fail (BH_IS_CALLBACK_SHEET (self), FALSE);

  if (self->form == NULL)
    return FALSE;
  if (key >= '1' && key <= '5')
    {
      const char score[] = { (char) key, '\0' };

      answer (self, "score", score);
      return TRUE;
    }
  if (key == 'w' && bh_verb_form_get_field (self->form, "note") != NULL)
    {
      bh_field_focus (bh_verb_form_get_field (self->form, "note"));
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (key == (guint) questions[i].key)
      {
        go_on (self, i);
        return TRUE;
      }

  return FALSE;
}

gboolean
bh_callback_sheet_submit (BhCallbackSheet *self)
{
  g_return_val_if_fail (BH_IS_CALLBACK_SHEET (self), FALSE);

  return self->form != NULL
         && gtk_widget_activate_action (GTK_WIDGET (self->form), "form.submit", NULL);
}
