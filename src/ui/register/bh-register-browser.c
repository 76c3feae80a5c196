/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-browser.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-message.h"
#include "ui/register/bh-register-bar.h"
#include "ui/register/bh-register-climb.h"
#include "ui/register/bh-register-path.h"
#include "ui/register/bh-register-table.h"
#include "ui/register/bh-register-texts.h"

/* More rows than these are searched, not looked through. */
#define MAX_ROWS 5000
/* What takes less is not worth a word. */
#define PATIENCE_MS 200

/**
 * BhRegisterBrowser:
 *
 * CSS nodes: `registerbrowser`.
 */
struct _BhRegisterBrowser
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) */
  BhRegisterKind kind;
  GCancellable *cancellable; /* (owned) (nullable): of reading */
  GCancellable *climbing;    /* (owned) (nullable): on the way to a place that was found */
  guint patience_id;
  gboolean outdated;   /* to be read when it is shown */
  gboolean wants_list; /* the focus, once it is read */
  gint64 wants_id;     /* to be selected once it is read */
  guint position;      /* of what was selected before reading */
  BhRegisterBar *bar;
  BhRegisterPath *path;
  BhRegisterTable *table;

  GtkWidget *box;
  AdwBin *bar_place;
  GtkWidget *path_row;
  AdwBin *path_place;
  AdwBin *table_place;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *status;
  GtkButton *first_step;
};

G_DEFINE_FINAL_TYPE (BhRegisterBrowser, bh_register_browser, GTK_TYPE_WIDGET)

typedef enum
{
  ACTIVATED,
  SELECTED,
  LOADED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
show_status (BhRegisterBrowser *self,
             const char *icon,
             const char *title,
             const char *description,
             const char *step,
             const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  gtk_button_set_label (self->first_step, step);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->first_step), action);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* What an empty list means depends on what was asked for. */
static void
show_nothing (BhRegisterBrowser *self)
{
  BhRegisterRow *parent = bh_register_path_get_row (self->path);
  g_autofree char *title = NULL;

  if (bh_register_bar_get_search (self->bar) != NULL)
    {
      show_status (self, "edit-find-symbolic", _ ("Nothing found"),
                   _ ("Names, their pinyin initials, codes and phones are searched."),
                   _ ("Show All"), "register.clear-search");
      return;
    }
  title = bh_register_text_dup_empty_title (self->kind, parent);
  show_status (self, "x-office-address-book-symbolic", title,
               bh_register_text_get_empty_hint (self->kind, parent), _ ("Add the First"),
               "register.add");
}

static gboolean
patience_cb (gpointer user_data)
{
  BhRegisterBrowser *self = BH_REGISTER_BROWSER (user_data);

  self->patience_id = 0;
  bh_register_bar_set_note (self->bar, _ ("Reading…"));

  return G_SOURCE_REMOVE;
}

static void
give_up (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
stop_reading (BhRegisterBrowser *self)
{
  give_up (&self->cancellable);
  g_clear_handle_id (&self->patience_id, g_source_remove);
}

/* Where the row that was selected is gone, the one in its place is selected. */
static void
restore_selection (BhRegisterBrowser *self)
{
  BhRegisterRow *before = bh_register_table_get_selected (self->table);
  gint64 id = self->wants_id != 0 ? self->wants_id
              : before != NULL    ? bh_register_row_get_id (before)
                                  : 0;
  BhRegisterRow *row = bh_register_table_select (self->table, id);

  self->wants_id = 0;
  if (row == NULL && self->position != GTK_INVALID_LIST_POSITION)
    bh_register_table_select_nth (self->table, self->position);
}

static void
show_rows (BhRegisterBrowser *self, GPtrArray *rows, guint n_total)
{
  g_autofree char *note = bh_register_text_dup_count (rows->len, n_total);

  /* The row that has the focus may go. */
  self->wants_list = self->wants_list || bh_register_table_has_focus (self->table);
  if (bh_register_table_get_position (self->table) != GTK_INVALID_LIST_POSITION)
    self->position = bh_register_table_get_position (self->table);
  bh_register_table_set_rows (self->table, rows, bh_register_bar_get_search (self->bar) != NULL);
  bh_register_bar_set_note (self->bar, note);
  if (rows->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_nothing (self);
  restore_selection (self);
  if (self->wants_list)
    bh_register_browser_focus (self);
  self->wants_list = FALSE;
  g_signal_emit (self, signals[LOADED], 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhRegisterBrowser) self = BH_REGISTER_BROWSER (user_data);
  g_autoptr (GError) error = NULL;
  guint n_total = 0;
  g_autoptr (GPtrArray) rows
      = bh_desk_list_register_finish (BH_DESK (source), result, &n_total, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->box == NULL)
    return;
  stop_reading (self);
  if (rows != NULL)
    {
      show_rows (self, rows, n_total);
      return;
    }
  bh_register_bar_set_note (self->bar, "");
  show_status (self, "dialog-error-symbolic", _ ("The list cannot be read"), error->message,
               _ ("Try again"), "register.reload");
}

/* A search of places looks below where the list is. */
static void
load (BhRegisterBrowser *self)
{
  stop_reading (self);
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->outdated)
    return;
  self->cancellable = g_cancellable_new ();
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  bh_desk_list_register_async (
      self->desk, self->kind, bh_register_bar_get_search (self->bar),
      self->kind == BH_REGISTER_PLACES ? bh_register_path_get_id (self->path) : -1,
      bh_register_bar_get_with_retired (self->bar), MAX_ROWS, self->cancellable, read_cb,
      g_object_ref (self));
}

static void
store_changed_cb (BhRegisterBrowser *self, const BhChangeNotice *notice)
{
  if (notice->register_changed || notice->all)
    load (self);
}

static void
path_changed_cb (BhRegisterBrowser *self)
{
  give_up (&self->climbing);
  bh_register_bar_set_kind (self->bar, self->kind);
  bh_register_table_select (self->table, 0);
  self->position = 0;
  self->wants_id = bh_register_path_get_left (self->path);
  self->wants_list = TRUE;
  load (self);
}

static void
activated_cb (BhRegisterBrowser *self, BhRegisterRow *row)
{
  if (!bh_register_browser_enter (self, row))
    g_signal_emit (self, signals[ACTIVATED], 0, row);
}

static void
selected_cb (BhRegisterBrowser *self, BhRegisterRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[SELECTED], 0, row);
}

static void
bh_register_browser_map (GtkWidget *widget)
{
  BhRegisterBrowser *self = BH_REGISTER_BROWSER (widget);

  GTK_WIDGET_CLASS (bh_register_browser_parent_class)->map (widget);
  if (self->outdated)
    load (self);
}

static void
bh_register_browser_dispose (GObject *object)
{
  BhRegisterBrowser *self = BH_REGISTER_BROWSER (object);

  stop_reading (self);
  give_up (&self->climbing);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_REGISTER_BROWSER);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_register_browser_parent_class)->dispose (object);
}

static void
bh_register_browser_class_init (BhRegisterBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_register_browser_dispose;
  widget_class->map = bh_register_browser_map;

  signals[ACTIVATED] = g_signal_new ("activated", BH_TYPE_REGISTER_BROWSER, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, BH_TYPE_REGISTER_ROW);
  signals[SELECTED] = g_signal_new ("selected", BH_TYPE_REGISTER_BROWSER, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, BH_TYPE_REGISTER_ROW);
  signals[LOADED] = g_signal_new ("loaded", BH_TYPE_REGISTER_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/register-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, box);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, bar_place);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, path_row);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, path_place);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, table_place);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, status);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterBrowser, first_step);
  gtk_widget_class_set_css_name (widget_class, "registerbrowser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_register_browser_init (BhRegisterBrowser *self)
{
  GtkWidget *bar = bh_register_bar_new ();
  GtkWidget *path = bh_register_path_new (_ ("Communities"));
  GtkWidget *table = bh_register_table_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->outdated = TRUE;
  self->position = GTK_INVALID_LIST_POSITION;
  self->bar = BH_REGISTER_BAR (bar);
  self->path = BH_REGISTER_PATH (path);
  self->table = BH_REGISTER_TABLE (table);
  adw_bin_set_child (self->bar_place, bar);
  adw_bin_set_child (self->path_place, path);
  adw_bin_set_child (self->table_place, table);
  gtk_stack_set_visible_child_name (self->stack, "waiting");

  g_signal_connect_object (bar, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "left", G_CALLBACK (bh_register_browser_focus), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (path, "changed", G_CALLBACK (path_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bh_register_browser_new (BhDesk *desk)
{
  BhRegisterBrowser *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_REGISTER_BROWSER, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (bh_desk_get_store (desk), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  bh_register_browser_set_kind (self, BH_REGISTER_PLACES, FALSE);

  return GTK_WIDGET (self);
}

void
bh_register_browser_set_kind (BhRegisterBrowser *self, BhRegisterKind kind, gboolean focus)
{
  g_return_if_fail (BH_IS_REGISTER_BROWSER (self));
  g_return_if_fail (kind < BH_N_REGISTER_KINDS);

  give_up (&self->climbing);
  self->kind = kind;
  self->wants_list = focus;
  self->wants_id = 0;
  self->position = GTK_INVALID_LIST_POSITION;
  g_signal_handlers_block_by_func (self->path, path_changed_cb, self);
  bh_register_path_clear (self->path);
  g_signal_handlers_unblock_by_func (self->path, path_changed_cb, self);
  gtk_widget_set_visible (self->path_row, kind == BH_REGISTER_PLACES);
  bh_register_bar_set_kind (self->bar, kind);
  bh_register_table_set_kind (self->table, kind);
  bh_register_bar_set_note (self->bar, "");
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  load (self);
}

BhRegisterKind
bh_register_browser_get_kind (BhRegisterBrowser *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), BH_REGISTER_PLACES);

  return self->kind;
}

BhRegisterRow *
bh_register_browser_get_parent_row (BhRegisterBrowser *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), NULL);

  return self->kind == BH_REGISTER_PLACES ? bh_register_path_get_row (self->path) : NULL;
}

BhRegisterRow *
bh_register_browser_get_selected (BhRegisterBrowser *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), NULL);

  return bh_register_table_get_selected (self->table);
}

gboolean
bh_register_browser_was_clicked (BhRegisterBrowser *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), FALSE);

  return bh_register_table_was_clicked (self->table);
}

void
bh_register_browser_reload_at (BhRegisterBrowser *self, gint64 id, gboolean focus)
{
  g_return_if_fail (BH_IS_REGISTER_BROWSER (self));

  self->wants_id = id;
  self->wants_list = focus;
  load (self);
}

void
bh_register_browser_move (BhRegisterBrowser *self, int step)
{
  g_return_if_fail (BH_IS_REGISTER_BROWSER (self));

  bh_register_table_move (self->table, step);
}

static void
climbed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhRegisterBrowser) self = BH_REGISTER_BROWSER (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = bh_register_climb_finish (BH_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->box == NULL)
    return;
  if (steps != NULL)
    bh_register_path_set (self->path, steps);
  else
    bh_message_show (GTK_WIDGET (self), _ ("The place cannot be shown"), error->message);
}

/* In rooms and on equipment nothing stands that has a name; in an area, equipment may. */
gboolean
bh_register_browser_can_enter (BhRegisterBrowser *self, BhRegisterRow *row)
{
  const char *code;
  int kind;

  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), FALSE);
  g_return_val_if_fail (BH_IS_REGISTER_ROW (row), FALSE);

  code = bh_payload_get (bh_register_row_get_values (row), "kind");
  kind = code != NULL ? bh_list_find (BH_LIST_PLACE_KIND, code) : BH_PLACE_NONE;

  return self->kind == BH_REGISTER_PLACES
         && bh_register_place_fits (BH_PLACE_EQUIPMENT, (BhPlaceKind) kind);
}

gboolean
bh_register_browser_enter (BhRegisterBrowser *self, BhRegisterRow *row)
{
  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), FALSE);
  g_return_val_if_fail (BH_IS_REGISTER_ROW (row), FALSE);

  if (!bh_register_browser_can_enter (self, row))
    return FALSE;
  /* Who goes elsewhere meanwhile is not brought there. */
  give_up (&self->climbing);
  self->climbing = g_cancellable_new ();
  if (bh_payload_get_int (bh_register_row_get_values (row), "parent")
      == bh_register_path_get_id (self->path))
    bh_register_path_enter (self->path, row);
  else
    bh_register_climb_async (self->desk, row, self->climbing, climbed_cb, g_object_ref (self));

  return TRUE;
}

gboolean
bh_register_browser_leave (BhRegisterBrowser *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), FALSE);

  return self->kind == BH_REGISTER_PLACES && bh_register_path_leave (self->path);
}

void
bh_register_browser_clear_search (BhRegisterBrowser *self)
{
  g_return_if_fail (BH_IS_REGISTER_BROWSER (self));

  bh_register_bar_clear_search (self->bar);
  bh_register_browser_focus (self);
}

void
bh_register_browser_find (BhRegisterBrowser *self)
{
  g_return_if_fail (BH_IS_REGISTER_BROWSER (self));

  bh_register_bar_focus (self->bar);
}

gboolean
bh_register_browser_focus (BhRegisterBrowser *self)
{
  const char *shown;

  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), FALSE);

  shown = gtk_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (shown, "list") == 0)
    bh_register_table_focus (self->table);
  else if (g_strcmp0 (shown, "status") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->first_step));

  return g_strcmp0 (shown, "waiting") != 0;
}

AdwToastOverlay *
bh_register_browser_get_toasts (BhRegisterBrowser *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_BROWSER (self), NULL);

  return self->toasts;
}
