/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhReportOrder:
 * @request: what the workbook is about
 * @path: of the workbook; what is there is replaced
 * @record: whether the figures are kept as they are reported
 * @made_by: member of staff, 0 for nobody known
 *
 * A workbook that somebody wants.
 */
typedef struct
{
  BhReportRequest request;
  const char *path;
  gboolean record;
  gint64 made_by;
} BhReportOrder;

#define BH_TYPE_REPORT_JOB (bh_report_job_get_type ())
G_DECLARE_FINAL_TYPE (BhReportJob, bh_report_job, BH, REPORT_JOB, GObject)

/**
 * BhReportJob:
 *
 * Makes a workbook in a thread of its own. Lives in the main
 * thread; is used once.
 *
 * Signals, in the main thread:
 * - `progress (double fraction, const char *what)`: how far it is, and what is being done
 * - `ended (GError *error)`: error: (nullable): once; %G_IO_ERROR_CANCELLED at once after
 *   bh_report_job_cancel(), while the library may still have to come to its end
 */

/** bh_report_job_new: @order: copied. What is at its path is replaced when the new workbook is
 * complete. */
BhReportJob *bh_report_job_new (BhStore *store, const BhReportOrder *order);

/** bh_report_job_start: begins; the job keeps itself until it has ended */
void bh_report_job_start (BhReportJob *self);
/** bh_report_job_cancel: gives up; what was written so far is removed */
void bh_report_job_cancel (BhReportJob *self);
const char *bh_report_job_get_path (BhReportJob *self);

G_END_DECLS
