/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-decision.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-message.h"
#include "ui/tickets/bh-undo-toast.h"
#include "ui/tickets/bh-verb-form.h"
#include "ui/today/bh-today-detail.h"

/**
 * BhTodayDecision:
 *
 * CSS nodes: `todaydecision` with a text, buttons, and the form's place. Role: group. Actions:
 * `decision.approve`, `decision.reject`, `decision.open`, `decision.close`.
 */
struct _BhTodayDecision
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  BhDrafts *drafts;          /* (owned) */
  AdwToastOverlay *toasts;   /* (not owned): around it */
  gint64 id;                 /* what is to be decided, 0 for nothing */
  BhVerb verb;               /* whose form it begins with */
  BhTicketView *view;        /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of reading */
  GtkWidget *text;           /* (owned by the widget tree) */
  GtkWidget *buttons;        /* (owned by the widget tree) */
  AdwBin *place;             /* (owned by the widget tree): of the form */
};

G_DEFINE_FINAL_TYPE (BhTodayDecision, bh_today_decision, GTK_TYPE_WIDGET)

typedef enum
{
  CLOSED,
  OPEN_TICKET,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gint64
get_now (BhTodayDecision *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static void
drop_form (BhTodayDecision *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->place)))
    gtk_root_set_focus (root, NULL);
  adw_bin_set_child (self->place, NULL);
  gtk_widget_set_visible (self->buttons, TRUE);
}

static void
close_it (BhTodayDecision *self)
{
  drop_form (self);
  self->id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
form_done_cb (BhTodayDecision *self, BhTicket *ticket, BhVerbForm *form)
{
  bh_undo_toast_say (self->toasts, self->desk, bh_verb_form_get_verb (form), ticket);
  close_it (self);
}

static void
form_failed_cb (BhTodayDecision *self, GError *error)
{
  bh_message_show (GTK_WIDGET (self), _ ("It was not done; what was typed is kept"),
                   error->message);
}

static void
form_left_cb (BhTodayDecision *self)
{
  drop_form (self);
  gtk_widget_child_focus (self->buttons, GTK_DIR_TAB_FORWARD);
}

/* Why it cannot be decided stands where it would be. */
static void
start (BhTodayDecision *self, BhVerb verb)
{
  g_autoptr (GError) error = NULL;
  BhActor actor;
  GtkWidget *form;

  if (self->view == NULL || adw_bin_get_child (self->place) != NULL)
    return;
  bh_desk_get_actor (self->desk, &actor);
  if (!bh_loop_check (self->view->ticket, verb, &actor, bh_desk_get_office (self->desk),
                      get_now (self), bh_history_get_last (self->view->events), &error))
    {
      gtk_label_set_label (GTK_LABEL (self->text), error->message);
      return;
    }
  form = bh_verb_form_new (self->desk, self->drafts, self->view, verb);
  g_signal_connect_object (form, "done", G_CALLBACK (form_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "failed", G_CALLBACK (form_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "left", G_CALLBACK (form_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->buttons, FALSE);
  adw_bin_set_child (self->place, form);
  bh_verb_form_focus (BH_VERB_FORM (form));
}

static char *
dup_text (BhTodayDecision *self, BhRequest *request)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  g_autofree char *what = bh_today_detail_dup_request (request, office, get_now (self));
  g_autofree char *at
      = bh_office_time_format_near (bh_office_get_time (office), request->asked_at, get_now (self));
  const char *asker = bh_office_get_name (office, BH_TYPE_STAFF, request->asked_by);

  /* Translators: number and summary of a ticket; what is asked for; by whom, when, and why */
  return g_strdup_printf (
      _ ("%s %s\n%s, asked by %s, %s: %s"), self->view->ticket->number, self->view->ticket->summary,
      what, *asker != '\0' ? asker : _ ("somebody"), at, bh_today_detail_get_reason (request));
}

static void
show_view (BhTodayDecision *self)
{
  BhRequest *request = bh_ticket_get_open_request (self->view->ticket);
  g_autofree char *text = NULL;

  if (request == NULL)
    {
      close_it (self);
      return;
    }
  text = dup_text (self, request);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (self->verb != BH_VERB_NONE)
    start (self, self->verb);
  else
    gtk_widget_child_focus (self->buttons, GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhTodayDecision) self = BH_TODAY_DECISION (user_data);
  g_autoptr (GError) error = NULL;
  BhTicketView *view = bh_desk_load_finish (BH_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (view == NULL)
    {
      bh_message_show (GTK_WIDGET (self->toasts), _ ("This ticket cannot be shown"),
                       error->message);
      return;
    }
  g_clear_pointer (&self->view, bh_ticket_view_free);
  self->view = view;
  show_view (self);
}

static void
approve_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (BH_TODAY_DECISION (widget), BH_VERB_APPROVE);
}

static void
reject_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (BH_TODAY_DECISION (widget), BH_VERB_REJECT);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPEN_TICKET], 0, BH_TODAY_DECISION (widget)->id);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  close_it (BH_TODAY_DECISION (widget));
}

static void
bh_today_decision_dispose (GObject *object)
{
  BhTodayDecision *self = BH_TODAY_DECISION (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->view, bh_ticket_view_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->drafts);

  G_OBJECT_CLASS (bh_today_decision_parent_class)->dispose (object);
}

static void
bh_today_decision_class_init (BhTodayDecisionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_today_decision_dispose;
  signals[CLOSED]
      = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "decision.approve", NULL, approve_cb);
  gtk_widget_class_install_action (widget_class, "decision.reject", NULL, reject_cb);
  gtk_widget_class_install_action (widget_class, "decision.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "decision.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_SHIFT_MASK, "decision.approve",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_SHIFT_MASK, "decision.reject",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "decision.close", NULL);
  gtk_widget_class_set_css_name (widget_class, "todaydecision");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_button (BhTodayDecision *self, const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
bh_today_decision_init (BhTodayDecision *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->text), 12);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_widget_add_css_class (self->text, "reading");
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  add_button (self, bh_list_get_label (BH_LIST_VERB, BH_VERB_APPROVE), _ ("Shift+A"),
              "decision.approve");
  add_button (self, bh_list_get_label (BH_LIST_VERB, BH_VERB_REJECT), _ ("Shift+R"),
              "decision.reject");
  add_button (self, _ ("Open the ticket"), NULL, "decision.open");
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->place), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Decide"), -1);
}

GtkWidget *
bh_today_decision_new (BhDesk *desk, BhDrafts *drafts, AdwToastOverlay *toasts)
{
  BhTodayDecision *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (toasts), NULL);

  self = g_object_new (BH_TYPE_TODAY_DECISION, NULL);
  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  self->toasts = toasts;

  return GTK_WIDGET (self);
}

void
bh_today_decision_open (BhTodayDecision *self, gint64 id, BhVerb verb)
{
  g_return_if_fail (BH_IS_TODAY_DECISION (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  drop_form (self);
  self->id = id;
  self->verb = verb;
  self->cancellable = g_cancellable_new ();
  bh_desk_load_async (self->desk, id, self->cancellable, loaded_cb, g_object_ref (self));
}
