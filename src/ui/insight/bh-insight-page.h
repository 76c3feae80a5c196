/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/insight/bh-insight-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_INSIGHT_PAGE (bh_insight_page_get_type ())
G_DECLARE_FINAL_TYPE (BhInsightPage, bh_insight_page, BH, INSIGHT_PAGE, GtkWidget)

/**
 * BhInsightPage:
 *
 * What happened, as charts on several pages. A bar chooses the month, another one whose tickets are
 * counted, for all pages alike. What is selected in a chart narrows the others. Page, period,
 * filter, and what is chosen in each chart are remembered.
 *
 * Property: `page` (string): name of the page that is shown; an unknown one is not taken.
 *
 * Signal: `show-tickets (BhTicketFilter *)`: somebody wants to see those behind a mark.
 */
GtkWidget *bh_insight_page_new (BhDesk *desk, GSettings *settings);

/** bh_insight_page_get_sheet: Returns: (transfer none): the page that is shown */
BhInsightSheet *bh_insight_page_get_sheet (BhInsightPage *self);

G_END_DECLS
