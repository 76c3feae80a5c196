/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/callback/bh-callback-page.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-today.h"
#include "ui/callback/bh-callback-sheet.h"
#include "ui/common/bh-split.h"
#include "ui/tickets/bh-undo-toast.h"
#include "ui/today/bh-today-row.h"

#include <adwaita.h>

/* Nobody makes more calls in a day; those behind come up as the first ones go. */
#define LIMIT 60
/* Changes that come one after the other are read together. */
#define COALESCE_MS 150

/**
 * BhCallbackPage:
 *
 * CSS nodes: `callbackpage`. Action: `callback.leave`.
 */
struct _BhCallbackPage
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) */
  BhCallbackSheet *sheet;    /* (owned by the widget tree) */
  GCancellable *cancellable; /* (owned) (nullable): of reading */
  int place;                 /* where the chosen one stood */
  guint refresh_id;
  gboolean updating; /* the list is being filled */

  GtkLabel *count;
  GtkStack *stack;
  GtkLabel *problem;
  GtkListBox *list;
  BhSplit *split;
  AdwToastOverlay *list_toasts; /* over the list, so that no field is covered */
  AdwToastOverlay *toasts;      /* where the list is empty */
};

G_DEFINE_FINAL_TYPE (BhCallbackPage, bh_callback_page, GTK_TYPE_WIDGET)

typedef enum
{
  LEFT,
  OPEN_TICKET,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static BhTodayRow *
get_row (BhCallbackPage *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row != NULL ? BH_TODAY_ROW (row) : NULL;
}

static gint64
get_id (BhTodayRow *row)
{
  return bh_today_row_get_ticket (row)->id;
}

static void
choose (BhCallbackPage *self, int index)
{
  BhTodayRow *row = get_row (self, index);

  if (row == NULL)
    return;
  self->place = index;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  bh_callback_sheet_open (self->sheet, get_id (row));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_selected_cb (BhCallbackPage *self, GtkListBoxRow *row)
{
  if (row == NULL || self->updating)
    return;
  self->place = gtk_list_box_row_get_index (row);
  bh_callback_sheet_open (self->sheet, get_id (BH_TODAY_ROW (row)));
}

static void
fill (BhCallbackPage *self, BhToday *today)
{
  BhTodaySection *section = &today->sections[BH_TODAY_CALLBACKS];
  BhOffice *office = bh_desk_get_office (self->desk);

  self->updating = TRUE;
  for (guint i = 0; i < section->rows->len; i++)
    {
      BhTodayRow *row = get_row (self, (int) i);

      if (row == NULL)
        {
          row = BH_TODAY_ROW (bh_today_row_new (BH_TODAY_CALLBACKS));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      bh_today_row_show (row, g_ptr_array_index (section->rows, i),
                         g_ptr_array_index (section->tickets, i), 0, office, today->at);
    }
  for (BhTodayRow *row; (row = get_row (self, (int) section->rows->len)) != NULL;)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->updating = FALSE;
}

/* The one that was chosen; where it is gone, what came in its place. */
static int
find_place (BhCallbackPage *self, int n_rows)
{
  gint64 id = bh_callback_sheet_get_id (self->sheet);

  for (int i = 0; i < n_rows; i++)
    if (get_id (get_row (self, i)) == id)
      return i;

  return MAX (0, MIN (self->place, n_rows - 1));
}

static void
show_count (BhCallbackPage *self, gint64 n_tickets)
{
  g_autofree char *count = bh_text_group_count ((guint64) n_tickets);

  gtk_label_set_label (self->count, count);
}

static void
show_list (BhCallbackPage *self, BhToday *today)
{
  BhTodaySection *section = &today->sections[BH_TODAY_CALLBACKS];

  show_count (self, section->n_tickets);
  fill (self, today);
  if (section->n_tickets == 0)
    {
      bh_callback_sheet_open (self->sheet, 0);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
  choose (self, find_place (self, (int) section->rows->len));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhCallbackPage) self = BH_CALLBACK_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhToday) today = bh_today_load_finish (BH_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (today == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  show_list (self, today);
}

static void
stop_reading (BhCallbackPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
}

static void
read_list (BhCallbackPage *self)
{
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  bh_today_load_section_async (self->desk, BH_TODAY_CALLBACKS, LIMIT, self->cancellable, loaded_cb,
                               g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  BhCallbackPage *self = BH_CALLBACK_PAGE (user_data);

  self->refresh_id = 0;
  read_list (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (BhCallbackPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->refresh_id == 0)
    self->refresh_id = g_timeout_add (COALESCE_MS, refresh_cb, self);
}

/* Also of somebody who was not reached: they are tried again later. */
static void
done_cb (BhCallbackPage *self, BhTicket *ticket)
{
  bh_undo_toast_say (get_row (self, 1) != NULL ? self->list_toasts : self->toasts, self->desk,
                     BH_VERB_CALLBACK, ticket);
  choose (self, self->place + 1);
  read_list (self);
}

static void
focus_row (BhCallbackPage *self)
{
  BhTodayRow *row = get_row (self, self->place);

  if (row == NULL || !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
open_ticket_cb (BhCallbackPage *self, gint64 id)
{
  g_signal_emit (self, signals[OPEN_TICKET], 0, id);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
reload_cb (BhCallbackPage *self)
{
  read_list (self);
}

static gboolean
is_typing (BhCallbackPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* Letters and digits answer from wherever nothing is typed; Enter on the list records. */
static gboolean
key_pressed_cb (BhCallbackPage *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || is_typing (self))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_j:
      choose (self, self->place + 1);
      return TRUE;
    case GDK_KEY_k:
      choose (self, MAX (0, self->place - 1));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return root != NULL && GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (root))
             && bh_callback_sheet_submit (self->sheet);
    default:
      return bh_callback_sheet_press_key (self->sheet,
                                          gdk_keyval_to_unicode (gdk_keyval_to_lower (key)));
    }
}

static void
bh_callback_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bh_callback_page_parent_class)->map (widget);
  read_list (BH_CALLBACK_PAGE (widget));
}

static void
bh_callback_page_unmap (GtkWidget *widget)
{
  stop_reading (BH_CALLBACK_PAGE (widget));
  GTK_WIDGET_CLASS (bh_callback_page_parent_class)->unmap (widget);
}

static void
bh_callback_page_dispose (GObject *object)
{
  BhCallbackPage *self = BH_CALLBACK_PAGE (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_CALLBACK_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_callback_page_parent_class)->dispose (object);
}

static void
bh_callback_page_class_init (BhCallbackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_callback_page_dispose;
  widget_class->map = bh_callback_page_map;
  widget_class->unmap = bh_callback_page_unmap;
  signals[LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (BH_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/callback/bh-callback-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhCallbackPage, count);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackPage, problem);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackPage, list);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackPage, split);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhCallbackPage, list_toasts);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, reload_cb);
  gtk_widget_class_install_action (widget_class, "callback.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "callback.leave", NULL);
  gtk_widget_class_set_css_name (widget_class, "callbackpage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_callback_page_init (BhCallbackPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before the list, which would search by letters. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
bh_callback_page_new (BhDesk *desk, BhDrafts *drafts)
{
  BhCallbackPage *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);

  self = g_object_new (BH_TYPE_CALLBACK_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->sheet = BH_CALLBACK_SHEET (bh_callback_sheet_new (desk, drafts));
  bh_split_set_pane (self->split, GTK_WIDGET (self->sheet));
  bh_split_set_show_pane (self->split, TRUE);
  g_signal_connect_object (self->sheet, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "left", G_CALLBACK (focus_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "open-ticket", G_CALLBACK (open_ticket_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bh_desk_get_store (desk), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
