/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-card.h"

#include "ui/common/bh-focus.h"

/* CSS nodes: `todaycard` with a button `.title` and a list, or a box `.nothing`. Role: group. */
typedef struct
{
  GtkWidget *content;
  GtkWidget *head;
  GtkWidget *header;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *all;
  GtkListBox *list;
  GtkWidget *nothing;
  GtkLabel *nothing_text;
  GtkButton *nothing_button;
  GtkWidget *below; /* (nullable) */
  int place;        /* row that had the cursor last */
} BhTodayCardPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (BhTodayCard, bh_today_card, GTK_TYPE_WIDGET)

typedef enum
{
  SHOW_ALL,
  ROW_ACTIVATED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static BhTodayCardPrivate *
get_private (gpointer self)
{
  return bh_today_card_get_instance_private (BH_TODAY_CARD (self));
}

static void
show_all_cb (BhTodayCard *self)
{
  g_signal_emit (self, signals[SHOW_ALL], 0);
}

static void
row_activated_cb (BhTodayCard *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

/* For Tab the rows are one stop: the card is left from any of them, and entered where the cursor
 * was last. What has no rows may have a button. */
static gboolean
bh_today_card_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BhTodayCardPrivate *self = get_private (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (bh_today_card_parent_class)->focus (widget, direction);
  if (self->below != NULL && direction == GTK_DIR_TAB_FORWARD && bh_focus_is_within (widget))
    return gtk_widget_child_focus (self->below, direction);
  if (self->below != NULL && bh_focus_is_within (self->below))
    return gtk_widget_child_focus (self->below, direction)
           || bh_today_card_set_cursor (BH_TODAY_CARD (widget), self->place);
  if (bh_focus_is_within (widget))
    return FALSE;

  if (bh_today_card_set_cursor (BH_TODAY_CARD (widget), self->place)
      || bh_today_card_set_cursor (BH_TODAY_CARD (widget), 0))
    return TRUE;

  return gtk_widget_get_visible (self->nothing)
         && gtk_widget_child_focus (self->nothing, direction);
}

static void
bh_today_card_dispose (GObject *object)
{
  g_clear_pointer (&get_private (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_today_card_parent_class)->dispose (object);
}

static void
bh_today_card_class_init (BhTodayCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_today_card_dispose;
  widget_class->focus = bh_today_card_focus;
  signals[SHOW_ALL]
      = g_signal_new ("show-all", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/today/bh-today-card.ui");
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, content);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, head);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, header);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, title);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, count);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, all);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, list);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, nothing);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, nothing_text);
  gtk_widget_class_bind_template_child_private (widget_class, BhTodayCard, nothing_button);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "todaycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The list still knows which of its rows had the focus. */
static void
left_cb (BhTodayCard *card)
{
  BhTodayCardPrivate *self = get_private (card);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row != NULL)
    self->place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
bh_today_card_init (BhTodayCard *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (get_private (self)->list), focus);
}

static void
set_name (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
bh_today_card_set_title (BhTodayCard *card,
                         const char *title,
                         const char *count,
                         const char *name,
                         gboolean can_show_all)
{
  BhTodayCardPrivate *self;

  g_return_if_fail (BH_IS_TODAY_CARD (card));
  g_return_if_fail (title != NULL && count != NULL && name != NULL);

  self = get_private (card);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_sensitive (self->header, can_show_all);
  gtk_widget_set_visible (self->all, can_show_all);
  set_name (card, title);
  set_name (self->list, title);
  set_name (self->header, name);
}

void
bh_today_card_set_nothing (BhTodayCard *card,
                           const char *text,
                           const char *label,
                           const char *action)
{
  BhTodayCardPrivate *self;

  g_return_if_fail (BH_IS_TODAY_CARD (card));

  self = get_private (card);
  gtk_widget_set_visible (GTK_WIDGET (self->list), text == NULL);
  gtk_widget_set_visible (self->nothing, text != NULL);
  gtk_label_set_label (self->nothing_text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_button), action != NULL);
  gtk_button_set_label (self->nothing_button, label != NULL ? label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->nothing_button), action);
}

void
bh_today_card_add_button (BhTodayCard *self, GtkWidget *button)
{
  g_return_if_fail (BH_IS_TODAY_CARD (self));
  g_return_if_fail (GTK_IS_WIDGET (button));

  gtk_box_append (GTK_BOX (get_private (self)->head), button);
}

void
bh_today_card_set_below (BhTodayCard *self, GtkWidget *below)
{
  g_return_if_fail (BH_IS_TODAY_CARD (self));
  g_return_if_fail (GTK_IS_WIDGET (below));
  g_return_if_fail (get_private (self)->below == NULL);

  get_private (self)->below = below;
  gtk_box_append (GTK_BOX (get_private (self)->content), below);
}

GtkListBox *
bh_today_card_get_list (BhTodayCard *self)
{
  g_return_val_if_fail (BH_IS_TODAY_CARD (self), NULL);

  return get_private (self)->list;
}

int
bh_today_card_count_rows (BhTodayCard *self)
{
  GtkListBox *list = bh_today_card_get_list (self);
  int n = 0;

  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;

  return n;
}

int
bh_today_card_get_cursor (BhTodayCard *self)
{
  GtkRoot *root;
  GtkWidget *focus, *row;

  g_return_val_if_fail (BH_IS_TODAY_CARD (self), -1);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (get_private (self)->list)))
    return -1;
  row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

int
bh_today_card_get_place (BhTodayCard *self)
{
  int cursor = bh_today_card_get_cursor (self);

  return cursor != -1 ? cursor : get_private (self)->place;
}

void
bh_today_card_set_place (BhTodayCard *self, int position)
{
  g_return_if_fail (BH_IS_TODAY_CARD (self));

  get_private (self)->place = position;
  if (bh_focus_is_within (GTK_WIDGET (get_private (self)->list)))
    bh_today_card_set_cursor (self, position);
}

gboolean
bh_today_card_set_cursor (BhTodayCard *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (bh_today_card_get_list (self), position);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

gboolean
bh_today_card_move (BhTodayCard *self, int delta)
{
  int cursor;

  g_return_val_if_fail (BH_IS_TODAY_CARD (self), FALSE);

  cursor = bh_today_card_get_cursor (self);
  if (cursor == -1 && (delta < 0 || !bh_focus_is_within (GTK_WIDGET (self))))
    return FALSE;
  if (cursor == 0 && delta < 0)
    return gtk_widget_grab_focus (get_private (self)->header);

  return bh_today_card_set_cursor (self, cursor + delta);
}

gboolean
bh_today_card_enter (BhTodayCard *self, int delta)
{
  GtkWidget *header;

  g_return_val_if_fail (BH_IS_TODAY_CARD (self), FALSE);

  if (delta < 0)
    return bh_today_card_set_cursor (self, bh_today_card_count_rows (self) - 1);

  header = get_private (self)->header;

  return gtk_widget_is_sensitive (header) && gtk_widget_grab_focus (header);
}

gboolean
bh_today_card_show_all (BhTodayCard *self)
{
  g_return_val_if_fail (BH_IS_TODAY_CARD (self), FALSE);

  if (!gtk_widget_is_sensitive (get_private (self)->header))
    return FALSE;
  show_all_cb (self);

  return TRUE;
}
