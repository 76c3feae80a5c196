/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-today.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TODAY_CARD (bh_today_card_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayCard, bh_today_card, BH, TODAY_CARD, GtkWidget)

/**
 * bh_today_card_new:
 *
 * One section of the day: its title with the count, which is a button that shows all, and its first
 * tickets; or, where there are none, a line that says what would stand here. For Tab its rows are
 * one stop, the title is above the first of them.
 *
 * Signals: `open-ticket (gint64 id)`, `show-all ()`. Actions that it asks for: `win.choose-staff`,
 * `today.seen`.
 */
GtkWidget *bh_today_card_new (BhTodayKind kind);

BhTodayKind bh_today_card_get_kind (BhTodayCard *self);

/**
 * bh_today_card_show:
 * @today: (transfer none): what was read
 * @now: the present instant
 *
 * The cursor stays on its ticket, or where that stood.
 */
void bh_today_card_show (BhTodayCard *self, BhToday *today, BhOffice *office, gint64 now);
/** bh_today_card_tick: says the times left anew */
void bh_today_card_tick (BhTodayCard *self, BhOffice *office, gint64 now);

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
