/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"
#include "ui/today/bh-today-card.h"

G_BEGIN_DECLS

#define BH_TYPE_TODAY_FIGURES (bh_today_figures_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayFigures, bh_today_figures, BH, TODAY_FIGURES, BhTodayCard)

/**
 * bh_today_figures_new:
 * @store: (transfer none): what is counted
 *
 * The card of the month's figures beside what they are to reach. It counts in a thread of its own
 * and says so until the first figures are shown. Actions that it asks for: `today.reload`.
 *
 * Signal: `show-tickets (BhTicketFilter *filter)`: those behind a figure.
 */
GtkWidget *bh_today_figures_new (BhStore *store);

/** bh_today_figures_count: counts anew */
void bh_today_figures_count (BhTodayFigures *self);
/** bh_today_figures_follow: counts, after a while, if the figures are old or outdated */
void bh_today_figures_follow (BhTodayFigures *self);
/** bh_today_figures_outdate: something changed that figures may tell of */
void bh_today_figures_outdate (BhTodayFigures *self);
/** bh_today_figures_stop: nobody looks any more; what is shown stays */
void bh_today_figures_stop (BhTodayFigures *self);

G_END_DECLS
