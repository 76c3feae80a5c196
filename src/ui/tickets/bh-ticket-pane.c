/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-pane.h"

#include "base/bh-i18n.h"
#include "desk/bh-copy-text.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-print.h"
#include "ui/tickets/bh-attachment-drop.h"
#include "ui/tickets/bh-history-list.h"
#include "ui/tickets/bh-task-list.h"
#include "ui/tickets/bh-rework-note.h"
#include "ui/tickets/bh-ticket-facts.h"
#include "ui/tickets/bh-ticket-head.h"
#include "ui/tickets/bh-ticket-notices.h"
#include "ui/tickets/bh-verb-area.h"

#include <adwaita.h>

/* Clocks are said in minutes. */
#define TICK_SECONDS 30

/* What is done with a ticket and is no verb. */
static const BhVerbExtra extras[] = {
  { N_ ("Enter the slip"),
    N_ ("One form for what was done away from the desk, from the acceptance to the end."),
    "ticket.enter-slip", 'F' },
  { N_ ("Copy for the group"), N_ ("Copies a text for the chat group of those who do the work."),
    "ticket.copy-for-group", 'G' },
  { N_ ("Copy for the owner"),
    N_ ("Copies a polite text for the owner: what has become of it, and what comes next."),
    "ticket.copy-for-owner", 'O' },
  { N_ ("Print the work order"),
    N_ ("A paper to be carried along, filled in and signed. Ctrl+P works, too."), "ticket.print",
    'P' },
};

/**
 * BhTicketPane:
 *
 * CSS nodes: `ticketpane`, marked while something that it takes is dragged over it. Actions:
 * `ticket.close`, `ticket.reload`, `ticket.paste`, `ticket.copy-for-group`,
 * `ticket.copy-for-owner`, `ticket.print`.
 */
struct _BhTicketPane
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  gint64 id;                 /* what is to be shown */
  BhTicketView *view;        /* (owned) (nullable): what is shown */
  GCancellable *cancellable; /* (owned) (nullable): of reading */
  guint tick_id;
  gboolean wants_focus; /* once it is read */

  GtkStack *stack;
  AdwStatusPage *problem;
  BhTicketHead *head;
  AdwToastOverlay *toasts; /* above the verbs, which it must not cover */
  GtkScrolledWindow *scroller;
  BhTicketNotices *notices;
  BhReworkNote *rework;
  BhTicketFacts *facts;
  BhAttachmentStrip *attachments;
  BhTaskList *tasks;
  BhHistoryList *history;
  BhVerbArea *verbs;
};

G_DEFINE_FINAL_TYPE (BhTicketPane, bh_ticket_pane, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COVERING = 1,
} Property;

static GParamSpec *properties[PROP_COVERING + 1];

typedef enum
{
  CLOSED,
  OPEN_TICKET,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gint64
get_now (BhTicketPane *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

/* Work is under way, and whoever is at the desk may say so. */
static gboolean
can_enter_slip (const BhVerb *possible)
{
  for (guint i = 0; possible[i] != BH_VERB_NONE; i++)
    if (possible[i] == BH_VERB_ACCEPT || possible[i] == BH_VERB_INVESTIGATE
        || possible[i] == BH_VERB_PLAN || possible[i] == BH_VERB_FINISH)
      return TRUE;

  return FALSE;
}

/* Who is at the desk decides what is possible. */
static void
show_possible (BhTicketPane *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  const BhVerb *possible = bh_verb_area_get_possible (self->verbs);

  if (self->view == NULL)
    return;
  bh_ticket_notices_show (self->notices, self->view, office, possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ticket.enter-slip", can_enter_slip (possible));
  bh_task_list_show (self->tasks, self->view->ticket, office, possible, get_now (self));
}

static void
show_view (BhTicketPane *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);

  bh_ticket_head_show (self->head, self->view->ticket, office, get_now (self));
  bh_verb_area_show (self->verbs, self->view);
  show_possible (self);
  bh_rework_note_show (self->rework, self->view, office, get_now (self));
  bh_ticket_facts_show (self->facts, self->view, office);
  bh_attachment_strip_show (self->attachments, self->view->ticket);
  bh_history_list_show (self->history, self->view->events, office, get_now (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->view->ticket->number, -1);
  gtk_stack_set_visible_child_name (self->stack, "ticket");
}

static void
show_problem (BhTicketPane *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->problem, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhTicketPane) self = BH_TICKET_PANE (user_data);
  g_autoptr (GError) error = NULL;
  BhTicketView *view = bh_desk_load_finish (BH_DESK (source), result, &error);
  gboolean another;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (view == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  if (self->desk == NULL || view->ticket->id != self->id)
    {
      bh_ticket_view_free (view);
      return;
    }
  another = self->view == NULL || self->view->ticket->id != view->ticket->id;
  g_clear_pointer (&self->view, bh_ticket_view_free);
  self->view = view;
  show_view (self);
  /* It waited for something to stand on. */
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    bh_ticket_pane_focus (self);
  if (another)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->wants_focus)
    bh_ticket_pane_focus (self);
}

static void
load (BhTicketPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  bh_desk_load_async (self->desk, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (BhTicketPane *self, const BhChangeNotice *notice)
{
  gboolean concerned = notice->all || notice->register_changed;

  for (guint i = 0; i < notice->n_tickets; i++)
    concerned |= notice->ticket_ids[i] == self->id;
  if (concerned)
    load (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  BhTicketPane *self = BH_TICKET_PANE (user_data);

  if (self->view != NULL)
    bh_ticket_head_show (self->head, self->view->ticket, bh_desk_get_office (self->desk),
                         get_now (self));

  return G_SOURCE_CONTINUE;
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTicketPane *self = BH_TICKET_PANE (widget);

  if (!bh_verb_area_leave_form (self->verbs))
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  load (BH_TICKET_PANE (widget));
}

/* Where the cursor stands in a text, that takes it first. */
static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTicketPane *self = BH_TICKET_PANE (widget);

  if (self->view != NULL)
    bh_attachment_drop_paste (self->attachments);
}

static void
copy (BhTicketPane *self, char *text, const char *said)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  bh_message_replace_toast (self->toasts, bh_message_new_toast (said));
  g_free (text);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTicketPane *self = BH_TICKET_PANE (widget);
  BhOffice *office = bh_desk_get_office (self->desk);

  if (self->view != NULL && g_str_equal (name, "ticket.copy-for-group"))
    copy (self, bh_copy_text_for_group (office, self->view), _ ("Copied for the group"));
  else if (self->view != NULL)
    copy (self, bh_copy_text_for_owner (office, self->view), _ ("Copied for the owner"));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTicketPane *self = BH_TICKET_PANE (widget);

  if (self->view != NULL)
    bh_print_work_order (widget, bh_desk_get_store (self->desk), self->view->ticket->id);
}

static void
enter_slip_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhTicketPane *self = BH_TICKET_PANE (widget);

  if (self->view != NULL)
    bh_verb_area_start_slip (self->verbs);
}

static void
notice_verb_cb (BhTicketPane *self, int verb)
{
  bh_verb_area_start (self->verbs, (BhVerb) verb, NULL, NULL);
}

static void
task_verb_cb (BhTicketPane *self, int verb, int task)
{
  g_autofree char *number = g_strdup_printf ("%d", task);

  bh_verb_area_start (self->verbs, (BhVerb) verb, "task", number);
}

static void
notice_open_cb (BhTicketPane *self, gint64 id)
{
  g_signal_emit (self, signals[OPEN_TICKET], 0, id);
}

static void
show_event_cb (BhTicketPane *self, guint position)
{
  bh_history_list_reveal (self->history, position);
}

static void
bh_ticket_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bh_ticket_pane_parent_class)->map (widget);
  BH_TICKET_PANE (widget)->tick_id = g_timeout_add_seconds (TICK_SECONDS, tick_cb, widget);
}

static void
bh_ticket_pane_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&BH_TICKET_PANE (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (bh_ticket_pane_parent_class)->unmap (widget);
}

static void
bh_ticket_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhTicketPane *self = BH_TICKET_PANE (object);

  switch ((Property) id)
    {
    case PROP_COVERING:
      g_object_set_property (G_OBJECT (self->head), "covering", value);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_ticket_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhTicketPane *self = BH_TICKET_PANE (object);

  switch ((Property) id)
    {
    case PROP_COVERING:
      g_object_get_property (G_OBJECT (self->head), "covering", value);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_ticket_pane_dispose (GObject *object)
{
  BhTicketPane *self = BH_TICKET_PANE (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_TICKET_PANE);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->view, bh_ticket_view_free);

  G_OBJECT_CLASS (bh_ticket_pane_parent_class)->dispose (object);
}

static void
bh_ticket_pane_class_init (BhTicketPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bh_ticket_pane_set_property;
  object_class->get_property = bh_ticket_pane_get_property;
  object_class->dispose = bh_ticket_pane_dispose;
  widget_class->map = bh_ticket_pane_map;
  widget_class->unmap = bh_ticket_pane_unmap;

  properties[PROP_COVERING]
      = g_param_spec_boolean ("covering", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CLOSED] = g_signal_new ("closed", BH_TYPE_TICKET_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", BH_TYPE_TICKET_PANE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (BH_TYPE_TICKET_HEAD);
  g_type_ensure (BH_TYPE_TICKET_NOTICES);
  g_type_ensure (BH_TYPE_REWORK_NOTE);
  g_type_ensure (BH_TYPE_TICKET_FACTS);
  g_type_ensure (BH_TYPE_ATTACHMENT_STRIP);
  g_type_ensure (BH_TYPE_TASK_LIST);
  g_type_ensure (BH_TYPE_HISTORY_LIST);
  g_type_ensure (BH_TYPE_VERB_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/ticket-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, problem);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, head);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, notices);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, rework);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, facts);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, attachments);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, tasks);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, history);
  gtk_widget_class_bind_template_child (widget_class, BhTicketPane, verbs);
  gtk_widget_class_bind_template_callback (widget_class, notice_verb_cb);
  gtk_widget_class_bind_template_callback (widget_class, notice_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, task_verb_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_event_cb);

  gtk_widget_class_install_action (widget_class, "ticket.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "ticket.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "ticket.enter-slip", NULL, enter_slip_cb);
  gtk_widget_class_install_action (widget_class, "ticket.copy-for-group", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "ticket.copy-for-owner", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "ticket.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "ticket.paste", NULL, paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "ticket.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "ticket.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "ticket.print",
                                       NULL);
  gtk_widget_class_set_css_name (widget_class, "ticketpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_ticket_pane_init (BhTicketPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bh_ticket_pane_new (BhDesk *desk, BhDrafts *drafts)
{
  BhTicketPane *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);

  self = g_object_new (BH_TYPE_TICKET_PANE, NULL);
  self->desk = g_object_ref (desk);
  bh_verb_area_set_up (self->verbs, desk, drafts, self->toasts);
  bh_verb_area_set_extras (self->verbs, extras, G_N_ELEMENTS (extras));
  bh_attachment_strip_set_up (self->attachments, desk);
  bh_history_list_set_up (self->history, desk,
                          bh_attachment_strip_get_thumbnails (self->attachments));
  bh_attachment_drop_accept (self->attachments, GTK_WIDGET (self));
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (show_possible), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_store (desk), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
bh_ticket_pane_open (BhTicketPane *self, gint64 id)
{
  g_return_if_fail (BH_IS_TICKET_PANE (self));

  if (self->id == id)
    return;
  self->id = id;
  bh_verb_area_clear (self->verbs);
  if (id == 0)
    {
      g_clear_pointer (&self->view, bh_ticket_view_free);
      gtk_stack_set_visible_child_name (self->stack, "waiting");
    }
  load (self);
}

gint64
bh_ticket_pane_get_id (BhTicketPane *self)
{
  g_return_val_if_fail (BH_IS_TICKET_PANE (self), 0);

  return self->id;
}

gboolean
bh_ticket_pane_press_key (BhTicketPane *self, guint32 key)
{
  g_return_val_if_fail (BH_IS_TICKET_PANE (self), FALSE);

  return bh_verb_area_press_key (self->verbs, key);
}

void
bh_ticket_pane_focus (BhTicketPane *self)
{
  g_return_if_fail (BH_IS_TICKET_PANE (self));

  /* What there is to focus is known once the ticket is read. */
  self->wants_focus = self->view == NULL || self->view->ticket->id != self->id;
  if (!self->wants_focus)
    if (!bh_verb_area_focus (self->verbs))
      gtk_widget_grab_focus (GTK_WIDGET (self));
}
