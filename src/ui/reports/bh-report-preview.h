/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "exchange/bh-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REPORT_PREVIEW (bh_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (BhReportPreview, bh_report_preview, BH, REPORT_PREVIEW, GtkWidget)

/**
 * BhReportPreview:
 *
 * What the first sheet of a workbook will say: its sentences, and the main figures with their
 * goals. Shown at once where it was kept, then as it is now.
 *
 * Property: `reading` (boolean): something is still to come.
 */
GtkWidget *bh_report_preview_new (BhDesk *desk);

/** bh_report_preview_show: @request: copied; @request->filter: resolved. What is read already is
 * read again: it may have changed. */
void bh_report_preview_show (BhReportPreview *self, const BhReportRequest *request);

G_END_DECLS
