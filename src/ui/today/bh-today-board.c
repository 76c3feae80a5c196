/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-board.h"

#include "ui/common/bh-focus.h"
#include "ui/today/bh-today-columns.h"

/**
 * BhTodayBoard:
 *
 * CSS nodes: `todayboard` with its cards.
 */
struct _BhTodayBoard
{
  GtkWidget parent_instance;

  GtkWidget *last; /* (weak) (nullable): the card that had the cursor last */
};

G_DEFINE_FINAL_TYPE (BhTodayBoard, bh_today_board, GTK_TYPE_WIDGET)

static GtkWidget *
get_next (GtkWidget *card, int delta)
{
  return delta > 0 ? gtk_widget_get_next_sibling (card) : gtk_widget_get_prev_sibling (card);
}

/* From outside, the cursor comes back to where it was; else to the first card that has anything. */
static gboolean
enter (BhTodayBoard *self, GtkDirectionType direction)
{
  if (self->last != NULL && gtk_widget_child_focus (self->last, direction))
    return TRUE;
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (gtk_widget_child_focus (card, direction))
      return TRUE;

  return FALSE;
}

/* GTK would go by where cards stand, to and fro between the columns. */
static gboolean
bh_today_board_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BhTodayBoard *self = BH_TODAY_BOARD (widget);
  GtkWidget *card = GTK_WIDGET (bh_today_board_get_card (self));

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (bh_today_board_parent_class)->focus (widget, direction);
  if (card == NULL)
    return enter (self, direction);

  while ((card = get_next (card, direction == GTK_DIR_TAB_FORWARD ? 1 : -1)) != NULL)
    if (gtk_widget_child_focus (card, direction))
      return TRUE;

  return FALSE;
}

static void
bh_today_board_dispose (GObject *object)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (card);
  g_clear_weak_pointer (&BH_TODAY_BOARD (object)->last);

  G_OBJECT_CLASS (bh_today_board_parent_class)->dispose (object);
}

static void
bh_today_board_class_init (BhTodayBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_today_board_dispose;
  widget_class->focus = bh_today_board_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, BH_TYPE_TODAY_COLUMNS);
  gtk_widget_class_set_css_name (widget_class, "todayboard");
}

static void
bh_today_board_init (BhTodayBoard *self)
{
}

static void
entered_cb (GtkEventController *controller, BhTodayBoard *self)
{
  g_set_weak_pointer (&self->last, gtk_event_controller_get_widget (controller));
}

void
bh_today_board_add (BhTodayBoard *self, BhTodayCard *card)
{
  GtkEventController *focus;

  g_return_if_fail (BH_IS_TODAY_BOARD (self));
  g_return_if_fail (BH_IS_TODAY_CARD (card));

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (card), focus);
  gtk_widget_set_parent (GTK_WIDGET (card), GTK_WIDGET (self));
}

BhTodayCard *
bh_today_board_get_card (BhTodayBoard *self)
{
  g_return_val_if_fail (BH_IS_TODAY_BOARD (self), NULL);

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (bh_focus_is_within (card))
      return BH_TODAY_CARD (card);

  return NULL;
}

void
bh_today_board_move (BhTodayBoard *self, int delta)
{
  GtkWidget *card;

  g_return_if_fail (BH_IS_TODAY_BOARD (self));

  card = GTK_WIDGET (bh_today_board_get_card (self));
  if (card == NULL)
    enter (self, GTK_DIR_TAB_FORWARD);
  if (card == NULL || bh_today_card_move (BH_TODAY_CARD (card), delta))
    return;
  while ((card = get_next (card, delta)) != NULL)
    if (bh_today_card_enter (BH_TODAY_CARD (card), delta))
      return;
}
