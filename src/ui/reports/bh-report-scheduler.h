/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-report-schedule.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

#define BH_TYPE_REPORT_SCHEDULER (bh_report_scheduler_get_type ())
G_DECLARE_FINAL_TYPE (BhReportScheduler, bh_report_scheduler, BH, REPORT_SCHEDULER, GObject)

/**
 * BhReportScheduler:
 *
 * Makes the workbooks that are due as long as a window is open: soon after the start, when what was
 * missed is due, then every minute; in a thread of its own. Main thread; it must be disposed before
 * the store is closed. What is being made then is given up, and due again.
 *
 * Property: `busy` (boolean): something is being made.
 *
 * Signals:
 * - `began (gint64 id)`: a run of that schedule begins
 * - `made (const char *file)`: a workbook is there
 * - `failed (const char *message)`: one could not be made; it is tried again later
 * - `looked`: all that was due is made, or failed
 */
BhReportScheduler *bh_report_scheduler_new (BhStore *store);

/** bh_report_scheduler_look: looks now; where it is at work, again after that */
void bh_report_scheduler_look (BhReportScheduler *self);

G_END_DECLS
