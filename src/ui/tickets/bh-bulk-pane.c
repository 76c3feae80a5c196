/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-bulk-pane.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-message.h"
#include "ui/tickets/bh-bulk-list.h"
#include "ui/tickets/bh-bulk-text.h"
#include "ui/tickets/bh-bulk-verbs.h"
#include "ui/tickets/bh-verb-form.h"

/* What takes less is not worth a word. */
#define PATIENCE_MS 200

/**
 * BhBulkPane:
 *
 * CSS nodes: `bulkpane`. Role: group, named by how many tickets are selected.
 */
struct _BhBulkPane
{
  GtkWidget parent_instance;

  BhDesk *desk;     /* (owned) */
  BhDrafts *drafts; /* (owned) */
  GArray *ids;      /* (owned) (element-type gint64) */
  guint n_selected;
  BhVerb verb;           /* the chosen one, or BH_VERB_NONE */
  BhVerb doing;          /* the one that is being done */
  GPtrArray *refused;    /* (owned) (nullable): result whose refusals are shown */
  GCancellable *reading; /* (owned) (nullable): of the survey or preview */
  GCancellable *running; /* (owned) (nullable): of the verb that is being done */
  guint patience_id;

  GtkWidget *title;        /* these are owned by the widget tree */
  GtkWidget *hint;         /* why nothing can be done */
  AdwToastOverlay *toasts; /* around what is scrolled */
  BhBulkVerbs *verbs;
  BhBulkList *list;
  GtkWidget *dismiss;
  AdwBin *place; /* of the form */
  BhVerbForm *form;
  GtkWidget *progress; /* with its Cancel */
  GtkWidget *progress_text;
};

G_DEFINE_FINAL_TYPE (BhBulkPane, bh_bulk_pane, GTK_TYPE_WIDGET)

typedef enum
{
  CLOSED,
  RETURNED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* One of the three: the verbs, what the chosen one will touch, or what could not be done. */
static void
show_parts (BhBulkPane *self)
{
  gboolean too_many = self->n_selected > BH_BULK_MAX;

  gtk_widget_set_visible (self->hint, too_many);
  gtk_widget_set_visible (GTK_WIDGET (self->verbs),
                          !too_many && self->form == NULL && self->refused == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->form != NULL || self->refused != NULL);
  gtk_widget_set_visible (self->dismiss, self->refused != NULL);
}

static void
surveyed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhBulkPane) self = BH_BULK_PANE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = bh_desk_survey_many_finish (BH_DESK (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (counts == NULL)
    bh_message_show (GTK_WIDGET (self), _ ("The tickets cannot be read"), error->message);
  else
    bh_bulk_verbs_show (self->verbs, counts, self->ids->len);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhBulkPane) self = BH_BULK_PANE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = bh_desk_many_finish (BH_DESK (source), result, &error);
  g_autofree char *heading = NULL;
  guint n_refused;

  if (self->form == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (results == NULL)
    {
      bh_message_show (GTK_WIDGET (self), _ ("The tickets cannot be read"), error->message);
      return;
    }
  n_refused = bh_bulk_list_count_refused (results);
  heading = bh_bulk_text_preview (self->verb, results->len - n_refused, n_refused);
  bh_bulk_list_show (self->list, heading, results, FALSE);
}

/* What is shown follows the tickets; what could not be done stays as it was told. */
static void
read_tickets (BhBulkPane *self)
{
  const gint64 *ids = (const gint64 *) self->ids->data;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->ids->len == 0 || self->n_selected > BH_BULK_MAX)
    return;
  self->reading = g_cancellable_new ();
  bh_desk_survey_many_async (self->desk, ids, self->ids->len, self->reading, surveyed_cb,
                             g_object_ref (self));
  if (self->form != NULL)
    bh_desk_preview_many_async (self->desk, self->verb, ids, self->ids->len, self->reading,
                                previewed_cb, g_object_ref (self));
}

/* The cursor leaves before its entry goes. */
static void
drop_form (BhBulkPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->place)))
    gtk_root_set_focus (root, NULL);
  self->form = NULL;
  self->verb = BH_VERB_NONE;
  adw_bin_set_child (self->place, NULL);
  show_parts (self);
}

static void
drop_refused (BhBulkPane *self)
{
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  show_parts (self);
}

static void
leave_form (BhBulkPane *self)
{
  g_cancellable_cancel (self->running);
  drop_form (self);
  read_tickets (self);
  g_signal_emit (self, signals[RETURNED], 0);
}

static gboolean
patience_cb (gpointer user_data)
{
  BhBulkPane *self = BH_BULK_PANE (user_data);

  self->patience_id = 0;
  gtk_widget_set_visible (self->progress, TRUE);

  return G_SOURCE_REMOVE;
}

static void
start_waiting (BhBulkPane *self)
{
  g_autofree char *text = bh_bulk_text_doing (self->verb, self->ids->len);

  gtk_label_set_label (GTK_LABEL (self->progress_text), text);
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
}

static void
stop_waiting (BhBulkPane *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->running);
  gtk_widget_set_visible (self->progress, FALSE);
}

/* @heading: (transfer full) */
static void
show_refused (BhBulkPane *self, char *heading, GPtrArray *results)
{
  bh_bulk_list_show (self->list, heading, results, TRUE);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  self->refused = g_ptr_array_ref (results);
  show_parts (self);
  g_free (heading);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhBulkPane) self = BH_BULK_PANE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = bh_desk_many_finish (BH_DESK (source), result, &error);
  guint n_refused;

  if (results == NULL)
    {
      bh_message_show (GTK_WIDGET (self), _ ("It could not be undone"), error->message);
      return;
    }
  if (self->desk == NULL)
    return;
  n_refused = bh_bulk_list_count_refused (results);
  if (n_refused > 0)
    show_refused (self, bh_bulk_text_not_undone (n_refused), results);
}

static void
undo_cb (BhBulkPane *self, AdwToast *toast)
{
  bh_desk_undo_many_async (self->desk, g_object_get_data (G_OBJECT (toast), "bh-results"), NULL,
                           undone_cb, g_object_ref (self));
}

static void
say_done (BhBulkPane *self, BhVerb verb, GPtrArray *results)
{
  guint n_refused = bh_bulk_list_count_refused (results);
  g_autofree char *text = bh_bulk_text_done (verb, results->len - n_refused, n_refused);
  AdwToast *toast = bh_message_new_toast (text);

  if (n_refused < results->len)
    adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "bh-results", g_ptr_array_ref (results),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  bh_message_replace_toast (self->toasts, toast);
}

static void
finish_verb (BhBulkPane *self, BhVerb verb, GPtrArray *results)
{
  guint n_refused = bh_bulk_list_count_refused (results);

  say_done (self, verb, results);
  if (n_refused == results->len && self->form != NULL)
    {
      /* Nothing was done: what was typed may be what is wrong. */
      bh_bulk_list_show (self->list, _ ("Not possible for any of them"), results, TRUE);
      bh_bulk_pane_focus (self);
      return;
    }
  if (self->form != NULL)
    bh_verb_form_forget (self->form);
  drop_form (self);
  if (n_refused > 0)
    show_refused (self, bh_bulk_text_not_done (verb, n_refused), results);
  read_tickets (self);
  g_signal_emit (self, signals[RETURNED], 0);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhBulkPane) self = BH_BULK_PANE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = bh_desk_many_finish (BH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  stop_waiting (self);
  if (results != NULL)
    finish_verb (self, self->doing, results);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bh_message_show (GTK_WIDGET (self), _ ("It was not done; what was typed is kept"),
                     error->message);
}

static void
submitted_cb (BhBulkPane *self, BhPayload *inputs)
{
  if (self->running != NULL)
    return;
  self->running = g_cancellable_new ();
  self->doing = self->verb;
  start_waiting (self);
  bh_desk_do_many_async (self->desk, self->verb, (const gint64 *) self->ids->data, self->ids->len,
                         inputs, 0, self->running, done_cb, g_object_ref (self));
}

static void
chosen_cb (BhBulkPane *self, int verb)
{
  GtkWidget *form = bh_verb_form_new_bulk (self->desk, self->drafts, (BhVerb) verb);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  bh_message_replace_toast (self->toasts, NULL);
  self->verb = (BhVerb) verb;
  self->form = BH_VERB_FORM (form);
  g_signal_connect_object (form, "submitted", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "left", G_CALLBACK (leave_form), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, form);
  bh_bulk_list_show (self->list, bh_list_get_label (BH_LIST_VERB, verb), none, FALSE);
  show_parts (self);
  bh_verb_form_focus (self->form);
  read_tickets (self);
}

static void
store_changed_cb (BhBulkPane *self)
{
  if (self->running == NULL)
    read_tickets (self);
}

/* One step back: the form, what was told, the pane itself. */
static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhBulkPane *self = BH_BULK_PANE (widget);

  if (self->form != NULL)
    leave_form (self);
  else if (self->refused != NULL)
    {
      drop_refused (self);
      g_signal_emit (self, signals[RETURNED], 0);
    }
  else
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (BH_BULK_PANE (widget)->running);
}

static void
bh_bulk_pane_dispose (GObject *object)
{
  BhBulkPane *self = BH_BULK_PANE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  self->form = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_object (&self->drafts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_bulk_pane_parent_class)->dispose (object);
}

static void
bh_bulk_pane_finalize (GObject *object)
{
  g_array_unref (BH_BULK_PANE (object)->ids);

  G_OBJECT_CLASS (bh_bulk_pane_parent_class)->finalize (object);
}

static void
bh_bulk_pane_class_init (BhBulkPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_bulk_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_bulk_pane_finalize;

  signals[CLOSED] = g_signal_new ("closed", BH_TYPE_BULK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[RETURNED] = g_signal_new ("returned", BH_TYPE_BULK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

  g_type_ensure (BH_TYPE_BULK_VERBS);
  g_type_ensure (BH_TYPE_BULK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/bulk-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, title);
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, hint);
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, verbs);
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, list);
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, dismiss);
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, place);
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, progress);
  gtk_widget_class_bind_template_child (widget_class, BhBulkPane, progress_text);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "bulk.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "bulk.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "bulk.close", NULL);
  gtk_widget_class_set_css_name (widget_class, "bulkpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_bulk_pane_init (BhBulkPane *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  show_parts (self);
}

GtkWidget *
bh_bulk_pane_new (BhDesk *desk, BhDrafts *drafts)
{
  BhBulkPane *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);

  self = g_object_new (BH_TYPE_BULK_PANE, NULL);
  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_store (desk), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
bh_bulk_pane_show (BhBulkPane *self, GArray *ids, guint n_selected)
{
  g_autofree char *title = bh_bulk_text_selected (n_selected);

  g_return_if_fail (BH_IS_BULK_PANE (self));
  g_return_if_fail (ids != NULL);

  g_array_unref (self->ids);
  self->ids = g_array_copy (ids);
  self->n_selected = n_selected;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (ids->len == 0)
    drop_form (self);
  drop_refused (self);
  read_tickets (self);
}

gboolean
bh_bulk_pane_press_key (BhBulkPane *self, guint32 key)
{
  g_return_val_if_fail (BH_IS_BULK_PANE (self), FALSE);

  if (self->form != NULL || self->ids->len == 0 || self->n_selected > BH_BULK_MAX)
    return FALSE;
  drop_refused (self);

  return bh_bulk_verbs_press (self->verbs, key);
}

gboolean
bh_bulk_pane_has_news (BhBulkPane *self)
{
  g_return_val_if_fail (BH_IS_BULK_PANE (self), FALSE);

  return self->refused != NULL;
}

void
bh_bulk_pane_focus (BhBulkPane *self)
{
  g_return_if_fail (BH_IS_BULK_PANE (self));

  if (self->form != NULL)
    bh_verb_form_focus (self->form);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->verbs), GTK_DIR_TAB_FORWARD);
}
