/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/reports/bh-report-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REPORT_MAKER (bh_report_maker_get_type ())
G_DECLARE_FINAL_TYPE (BhReportMaker, bh_report_maker, BH, REPORT_MAKER, GtkWidget)

/**
 * BhReportMaker:
 *
 * Makes a workbook: looks whether it can be written, asks about a file that is there, shows how far
 * it is and how long it takes, gives up, and opens what was made.
 *
 * Property: `busy` (boolean): one is being made.
 *
 * Signal: `made (const char *path)`: the workbook is in its place.
 */
GtkWidget *bh_report_maker_new (BhDesk *desk);

/** bh_report_maker_set_order: @order: copied: what is made when somebody says so. What was said of
 * another file goes. While one is made, nothing is taken. */
void bh_report_maker_set_order (BhReportMaker *self, const BhReportOrder *order);

/** bh_report_maker_say: says that something is wrong with what is ordered; %NULL takes it back */
void bh_report_maker_say (BhReportMaker *self, const char *problem);

G_END_DECLS
