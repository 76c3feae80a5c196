/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_INSIGHT_PAGE (bh_insight_page_get_type ())
G_DECLARE_FINAL_TYPE (BhInsightPage, bh_insight_page, BH, INSIGHT_PAGE, GtkWidget)

/**
 * BhInsightPage:
 *
 * What happened, as charts: a figure over 13 months beside its target, and the categories of a
 * month. A bar chooses the month, another one whose tickets are counted. Figure, month, level and
 * filter are remembered.
 *
 * Properties:
 * - `figure` (string): key of the figure of the line
 * - `level` (string): "leaf" or "top": categories of the Pareto
 *
 * Signal: `show-tickets (BhTicketFilter *)`: somebody wants to see those behind a mark.
 */
GtkWidget *bh_insight_page_new (BhDesk *desk, GSettings *settings);

G_END_DECLS
