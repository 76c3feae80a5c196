/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-area.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-many.h"
#include "ui/common/bh-message.h"
#include "ui/tickets/bh-verb-form.h"

/**
 * BhVerbArea:
 *
 * CSS nodes: `verbarea` with the form's place above the buttons.
 */
struct _BhVerbArea
{
  GtkWidget parent_instance;

  BhDesk *desk;            /* (owned) (nullable): until it is set up */
  BhDrafts *drafts;        /* (owned) (nullable) */
  BhTicketView *view;      /* (not owned) (nullable) */
  AdwToastOverlay *toasts; /* (owned) (nullable): where it is said what was done */
  AdwBin *place;           /* (owned by the widget tree): of the form */
  BhVerbForm *form;        /* (owned by the widget tree) (nullable) */
  BhVerbBar *verbs;        /* (owned by the widget tree) */
  BhVerb *possible;        /* (owned) (nullable) (array zero-terminated) */
  gboolean busy;           /* a verb that asks for nothing is on its way */
  GWeakRef came_from;      /* what had the focus before the form */
};

G_DEFINE_FINAL_TYPE (BhVerbArea, bh_verb_area, GTK_TYPE_WIDGET)

static gint64
get_now (BhVerbArea *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static void
show_verbs (BhVerbArea *self)
{
  BhActor actor;

  bh_desk_get_actor (self->desk, &actor);
  g_free (self->possible);
  self->possible
      = bh_loop_list_possible (self->view->ticket, &actor, bh_desk_get_office (self->desk),
                               get_now (self), bh_history_get_last (self->view->events));
  bh_verb_bar_set_verbs (self->verbs, self->possible);
}

static void
remember_focus (BhVerbArea *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_weak_ref_set (&self->came_from, root != NULL ? gtk_root_get_focus (root) : NULL);
}

/* Back to where it was, as to the list; a button that is gone is replaced by the first one. */
static void
return_focus (BhVerbArea *self)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->came_from);

  if (widget == NULL || !gtk_widget_get_mapped (widget) || !gtk_widget_grab_focus (widget))
    bh_verb_area_focus (self);
}

/* The cursor leaves before its entry goes. */
static void
drop_form (BhVerbArea *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->form != NULL && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form)))
    gtk_root_set_focus (root, NULL);
  self->form = NULL;
  adw_bin_set_child (self->place, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->verbs), TRUE);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhVerbArea) self = BH_VERB_AREA (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) ticket = bh_desk_do_all_finish (BH_DESK (source), result, &error);

  if (ticket == NULL)
    bh_message_show (GTK_WIDGET (self), _ ("It could not be undone"), error->message);
}

static void
undo_cb (BhVerbArea *self, AdwToast *toast)
{
  BhTicket *ticket = g_object_get_data (G_OBJECT (toast), "bh-ticket");
  guint n_steps = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), "bh-steps"));

  bh_desk_undo_all_async (self->desk, ticket, n_steps, NULL, undone_cb, g_object_ref (self));
}

static char *
dup_done_text (BhVerb verb, BhTicket *ticket)
{
  const char *name = bh_list_get_label (BH_LIST_VERB, (int) verb);

  if (bh_loop_get_rule (verb)->target == BH_LOOP_TARGET_STAYS)
    /* Translators: a verb that was done, and number of the ticket */
    return g_strdup_printf (_ ("%s: %s is recorded"), name, ticket->number);

  /* Translators: a verb that was done, number of the ticket, and its status now */
  return g_strdup_printf (_ ("%s: %s is now %s"), name, ticket->number,
                          bh_list_get_label (BH_LIST_STATUS, (int) ticket->status));
}

static void
say_done (BhVerbArea *self, BhVerb verb, BhTicket *ticket, guint n_steps)
{
  g_autofree char *text = dup_done_text (verb, ticket);
  AdwToast *toast;

  if (self->toasts == NULL)
    return;
  toast = bh_message_new_toast (text);
  if (verb != BH_VERB_UNDO)
    adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "bh-ticket", g_object_ref (ticket), g_object_unref);
  g_object_set_data (G_OBJECT (toast), "bh-steps", GUINT_TO_POINTER (n_steps));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  bh_message_replace_toast (self->toasts, toast);
}

static void
form_done_cb (BhVerbArea *self, BhTicket *ticket, BhVerbForm *form)
{
  say_done (self, bh_verb_form_get_verb (form), ticket, bh_verb_form_count_steps (form));
  if (form != self->form)
    return;
  drop_form (self);
  return_focus (self);
}

static void
form_failed_cb (BhVerbArea *self, GError *error)
{
  bh_message_show (GTK_WIDGET (self), _ ("It was not done; what was typed is kept"),
                   error->message);
}

static void
form_left_cb (BhVerbArea *self)
{
  drop_form (self);
  return_focus (self);
}

/* A verb that asks for nothing, on its way. */
typedef struct
{
  BhVerbArea *area; /* (owned) */
  BhVerb verb;
} PlainVerb;

static void
plain_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree PlainVerb *plain = user_data;
  g_autoptr (BhVerbArea) self = plain->area;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) ticket = bh_desk_do_finish (BH_DESK (source), result, &error);

  self->busy = FALSE;
  if (ticket == NULL)
    bh_message_show (GTK_WIDGET (self), _ ("It was not done"), error->message);
  else
    say_done (self, plain->verb, ticket, 1);
}

/* A key that is pressed twice means its verb once: two undos would take two steps back. */
static void
do_plain (BhVerbArea *self, BhVerb verb)
{
  g_autoptr (BhPayload) inputs = bh_payload_new ();
  PlainVerb *plain;

  if (self->busy)
    return;
  self->busy = TRUE;
  plain = g_new0 (PlainVerb, 1);
  plain->area = g_object_ref (self);
  plain->verb = verb;
  bh_desk_do_async (self->desk, verb, self->view->ticket->id, inputs, 0, NULL, plain_done_cb,
                    plain);
}

/* @form: (transfer floating) */
static void
open_form (BhVerbArea *self, GtkWidget *form)
{
  if (self->toasts != NULL)
    bh_message_replace_toast (self->toasts, NULL);
  remember_focus (self);
  g_signal_connect_object (form, "done", G_CALLBACK (form_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "failed", G_CALLBACK (form_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "left", G_CALLBACK (form_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->verbs), FALSE);
  adw_bin_set_child (self->place, form);
  self->form = BH_VERB_FORM (form);
  bh_verb_form_focus (self->form);
}

static void
start_verb (BhVerbArea *self, BhVerb verb)
{
  if (bh_loop_get_rule (verb)->n_inputs == 0)
    do_plain (self, verb);
  else
    open_form (self, bh_verb_form_new (self->desk, self->drafts, self->view, verb));
}

static void
chosen_cb (BhVerbArea *self, int verb)
{
  start_verb (self, (BhVerb) verb);
}

/* Who is at the desk decides what is possible. */
static void
staff_changed_cb (BhVerbArea *self)
{
  if (self->view != NULL)
    show_verbs (self);
}

static void
bh_verb_area_dispose (GObject *object)
{
  BhVerbArea *self = BH_VERB_AREA (object);
  GtkWidget *child;

  self->form = NULL;
  self->view = NULL;
  g_clear_object (&self->toasts);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bh_verb_area_parent_class)->dispose (object);
}

static void
bh_verb_area_finalize (GObject *object)
{
  BhVerbArea *self = BH_VERB_AREA (object);

  g_weak_ref_clear (&self->came_from);
  g_clear_object (&self->desk);
  g_clear_object (&self->drafts);
  g_free (self->possible);

  G_OBJECT_CLASS (bh_verb_area_parent_class)->finalize (object);
}

static void
bh_verb_area_class_init (BhVerbAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_verb_area_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_verb_area_finalize;

  gtk_widget_class_set_css_name (widget_class, "verbarea");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
bh_verb_area_init (BhVerbArea *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  g_weak_ref_init (&self->came_from, NULL);
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->place), GTK_WIDGET (self));
  self->verbs = BH_VERB_BAR (bh_verb_bar_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->verbs), GTK_WIDGET (self));
  g_signal_connect_object (self->verbs, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bh_verb_area_new (void)
{
  return g_object_new (BH_TYPE_VERB_AREA, NULL);
}

void
bh_verb_area_set_up (BhVerbArea *self, BhDesk *desk, BhDrafts *drafts, AdwToastOverlay *toasts)
{
  g_return_if_fail (BH_IS_VERB_AREA (self));
  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (BH_IS_DRAFTS (drafts));
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  self->toasts = g_object_ref (toasts);
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (staff_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
bh_verb_area_set_extras (BhVerbArea *self, const BhVerbExtra *extras, guint n_extras)
{
  g_return_if_fail (BH_IS_VERB_AREA (self));

  bh_verb_bar_set_extras (self->verbs, extras, n_extras);
}

void
bh_verb_area_show (BhVerbArea *self, BhTicketView *view)
{
  g_return_if_fail (BH_IS_VERB_AREA (self));
  g_return_if_fail (view != NULL);

  self->view = view;
  show_verbs (self);
}

const BhVerb *
bh_verb_area_get_possible (BhVerbArea *self)
{
  static const BhVerb none[] = { BH_VERB_NONE };

  g_return_val_if_fail (BH_IS_VERB_AREA (self), none);

  return self->possible != NULL ? self->possible : none;
}

void
bh_verb_area_start (BhVerbArea *self, BhVerb verb, const char *key, const char *value)
{
  g_return_if_fail (BH_IS_VERB_AREA (self));
  g_return_if_fail (self->view != NULL);

  drop_form (self);
  start_verb (self, verb);
  if (self->form != NULL && key != NULL)
    bh_verb_form_preset (self->form, key, value);
}

void
bh_verb_area_start_slip (BhVerbArea *self)
{
  GtkWidget *form;

  g_return_if_fail (BH_IS_VERB_AREA (self));
  g_return_if_fail (self->view != NULL);

  form = bh_verb_form_new_slip (self->desk, self->drafts, self->view);
  if (form == NULL)
    return;
  drop_form (self);
  open_form (self, form);
}

void
bh_verb_area_clear (BhVerbArea *self)
{
  const BhVerb none[] = { BH_VERB_NONE };

  g_return_if_fail (BH_IS_VERB_AREA (self));

  self->view = NULL;
  g_clear_pointer (&self->possible, g_free);
  drop_form (self);
  bh_verb_bar_set_verbs (self->verbs, none);
}

gboolean
bh_verb_area_leave_form (BhVerbArea *self)
{
  g_return_val_if_fail (BH_IS_VERB_AREA (self), FALSE);

  if (self->form == NULL)
    return FALSE;
  form_left_cb (self);

  return TRUE;
}

gboolean
bh_verb_area_press_key (BhVerbArea *self, guint32 key)
{
  g_return_val_if_fail (BH_IS_VERB_AREA (self), FALSE);

  return self->view != NULL && self->form == NULL && bh_verb_bar_press (self->verbs, key);
}

gboolean
bh_verb_area_focus (BhVerbArea *self)
{
  g_return_val_if_fail (BH_IS_VERB_AREA (self), FALSE);

  if (self->form == NULL)
    return gtk_widget_child_focus (GTK_WIDGET (self->verbs), GTK_DIR_TAB_FORWARD);
  bh_verb_form_focus (self->form);

  return TRUE;
}
