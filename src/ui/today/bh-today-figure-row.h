/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-scorecard.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TODAY_FIGURE_ROW (bh_today_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayFigureRow, bh_today_figure_row, BH, TODAY_FIGURE_ROW, GtkListBoxRow)

/** bh_today_figure_row_new: a figure on one line: how it stands, its name, value, goal, and the
 * value of the month before */
GtkWidget *bh_today_figure_row_new (void);

/** bh_today_figure_row_show: @row: not kept */
void bh_today_figure_row_show (BhTodayFigureRow *self, BhScorecardRow *row);

G_END_DECLS
