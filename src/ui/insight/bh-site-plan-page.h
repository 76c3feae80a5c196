/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/chart/bh-chart-panel.h"
#include "ui/insight/bh-insight-part.h"
#include "ui/insight/bh-site-canvas.h"

G_BEGIN_DECLS

#define BH_TYPE_SITE_PLAN_PAGE (bh_site_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (BhSitePlanPage, bh_site_plan_page, BH, SITE_PLAN_PAGE, GtkWidget)

/**
 * BhSitePlanPage:
 *
 * The office's own site plan with a circle on every building, the larger and the stronger the more
 * tickets came from it, in the period of the page or in one month after the other; where there is
 * none yet, the first step to one. Who may change the register imports the picture and puts the
 * buildings in their places. It is a #BhInsightPart, of the item "site-plan".
 *
 * Property: `arranging` (boolean): places are put on the plan instead.
 */
GtkWidget *bh_site_plan_page_new (BhDesk *desk);

/** bh_site_plan_page_import: makes the picture @file the plan of the community that is shown, as
 * somebody who chose it would */
void bh_site_plan_page_import (BhSitePlanPage *self, GFile *file);
/** bh_site_plan_page_get_month: Returns: the month that the slider shows, as year * 100 + month; 0
 * for the whole period */
int bh_site_plan_page_get_month (BhSitePlanPage *self);
/** bh_site_plan_page_get_panel: Returns: (transfer none): the chart */
BhChartPanel *bh_site_plan_page_get_panel (BhSitePlanPage *self);
/** bh_site_plan_page_get_canvas: Returns: (transfer none): on which places are put */
BhSiteCanvas *bh_site_plan_page_get_canvas (BhSitePlanPage *self);

G_END_DECLS
