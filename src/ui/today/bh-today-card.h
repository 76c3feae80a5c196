/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TODAY_CARD (bh_today_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (BhTodayCard, bh_today_card, BH, TODAY_CARD, GtkWidget)

struct _BhTodayCardClass
{
  GtkWidgetClass parent_class;
};

/**
 * BhTodayCard:
 *
 * One section of the day: a title, which is a button that shows all, and a list of rows; or, where
 * there are none, a line that says what would stand here. What the rows are is up to the kinds of
 * cards. For Tab the rows are one stop; the title is above the first of them.
 *
 * Signals: `show-all ()`, `row-activated (GtkListBoxRow *row)`.
 */

/** bh_today_card_set_title: @count: how many there are, as text, "" for nothing to say; @name: what
 * the screen reader says of the title's button; @can_show_all: whether there is anything to show */
void bh_today_card_set_title (BhTodayCard *self,
                              const char *title,
                              const char *count,
                              const char *name,
                              gboolean can_show_all);
/** bh_today_card_set_nothing: @text: (nullable): what stands in place of the rows, %NULL for these;
 * @label, @action: (nullable): a button beside it */
void bh_today_card_set_nothing (BhTodayCard *self,
                                const char *text,
                                const char *label,
                                const char *action);
/** bh_today_card_add_button: @button: (transfer full): one that stands beside the title */
void bh_today_card_add_button (BhTodayCard *self, GtkWidget *button);
/** bh_today_card_set_below: @below: (transfer full): what stands below the rows, once; for Tab it
 * comes after them */
void bh_today_card_set_below (BhTodayCard *self, GtkWidget *below);
/** bh_today_card_get_list: Returns: (transfer none): where the rows are put */
GtkListBox *bh_today_card_get_list (BhTodayCard *self);
/** bh_today_card_count_rows: Returns: how many rows there are */
int bh_today_card_count_rows (BhTodayCard *self);

/** bh_today_card_get_cursor: Returns: position of the row with the cursor, -1 where it is elsewhere
 */
int bh_today_card_get_cursor (BhTodayCard *self);
/** bh_today_card_get_place: Returns: the same, or where the cursor was last */
int bh_today_card_get_place (BhTodayCard *self);
/** bh_today_card_set_place: where the cursor is, if it is here, or will come back to */
void bh_today_card_set_place (BhTodayCard *self, int position);
/** bh_today_card_set_cursor: Returns: FALSE where there is no row at @position */
gboolean bh_today_card_set_cursor (BhTodayCard *self, int position);
/**
 * bh_today_card_move:
 * @delta: 1 down, -1 up
 *
 * Moves the cursor to the next row, or from the first one to the title.
 *
 * Returns: FALSE where the cursor is not here or would leave
 */
gboolean bh_today_card_move (BhTodayCard *self, int delta);
/** bh_today_card_enter: puts the cursor on the title (@delta 1) or the last row (-1). Returns:
 * FALSE where there is nothing to go to */
gboolean bh_today_card_enter (BhTodayCard *self, int delta);
/** bh_today_card_show_all: as a click on the title. Returns: FALSE where there is nothing */
gboolean bh_today_card_show_all (BhTodayCard *self);

G_END_DECLS
