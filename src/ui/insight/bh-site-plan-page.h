/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SITE_PLAN_PAGE (bh_site_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (BhSitePlanPage, bh_site_plan_page, BH, SITE_PLAN_PAGE, GtkWidget)

/**
 * BhSitePlanPage:
 *
 * The office's own site plan with a circle on every building, the larger and the stronger the more
 * tickets came from it; where there is none yet, the first step to one. Who may change the register
 * imports the picture and puts the buildings in their places.
 *
 * Signals:
 * - `show-tickets (BhTicketFilter *)`: somebody wants to see those behind a building
 * - `brushed (const char *)`: a building was marked: text of the filter that it stands for; %NULL
 *   when it is not any more
 */
GtkWidget *bh_site_plan_page_new (BhDesk *desk);

/**
 * bh_site_plan_page_ask:
 * @period: half-open; may end in the future
 * @filter: (nullable): resolved
 *
 * What the page is about from now on. Nothing is counted while it is not shown.
 */
void bh_site_plan_page_ask (BhSitePlanPage *self, const BhPeriod *period, BhTicketFilter *filter);
/** bh_site_plan_page_reload: the same is counted anew */
void bh_site_plan_page_reload (BhSitePlanPage *self);

G_END_DECLS
