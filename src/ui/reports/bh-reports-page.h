/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REPORTS_PAGE (bh_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (BhReportsPage, bh_reports_page, BH, REPORTS_PAGE, GtkWidget)

/**
 * bh_reports_page_new:
 * @drafts: (transfer none): where what was typed is kept until it is saved
 * @settings: (transfer none): state of the window
 *
 * What an office carries into a meeting, behind tabs.
 *
 * Properties:
 * - `page` (string): name of the tab that is shown; another name is not taken
 * - `busy` (boolean): a workbook or a paper is being made
 */
GtkWidget *bh_reports_page_new (BhDesk *desk, BhDrafts *drafts, GSettings *settings);

G_END_DECLS
