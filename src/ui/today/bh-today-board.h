/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/today/bh-today-card.h"

G_BEGIN_DECLS

#define BH_TYPE_TODAY_BOARD (bh_today_board_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayBoard, bh_today_board, BH, TODAY_BOARD, GtkWidget)

/**
 * BhTodayBoard:
 *
 * Holds the cards of the day, and goes through them by keys in the order in which they were added,
 * however many columns they stand in.
 */

/** bh_today_board_add: @card: (transfer none): the next one */
void bh_today_board_add (BhTodayBoard *self, BhTodayCard *card);
/** bh_today_board_get_card: Returns: (transfer none) (nullable): the card with the cursor */
BhTodayCard *bh_today_board_get_card (BhTodayBoard *self);
/** bh_today_board_move: @delta: 1 down, -1 up: through all rows and titles, card after card */
void bh_today_board_move (BhTodayBoard *self, int delta);

G_END_DECLS
