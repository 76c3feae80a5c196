/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"

G_BEGIN_DECLS

#define BH_TYPE_REPORT_JOB (bh_report_job_get_type ())
G_DECLARE_FINAL_TYPE (BhReportJob, bh_report_job, BH, REPORT_JOB, GObject)

/**
 * BhReportJob:
 *
 * Writes the workbook of a month in a thread of its own, on a private reader. Lives in the main
 * thread; is used once.
 *
 * Signals, in the main thread:
 * - `progress (double fraction, const char *what)`: how far it is, and what is being done
 * - `ended (GError *error)`: error: (nullable): once; %G_IO_ERROR_CANCELLED at once after
 *   bh_report_job_cancel(), while the library may still have to come to its end
 */

/**
 * bh_report_job_new:
 * @store: (transfer none): the database
 * @month: year * 100 + month
 * @as_of: what is known at this instant
 * @path: of the workbook; an existing file is replaced when the new one is complete
 */
BhReportJob *bh_report_job_new (BhStore *store, int month, gint64 as_of, const char *path);

/** bh_report_job_start: begins; the job keeps itself until it has ended */
void bh_report_job_start (BhReportJob *self);
/** bh_report_job_cancel: gives up; what was written so far is removed */
void bh_report_job_cancel (BhReportJob *self);
const char *bh_report_job_get_path (BhReportJob *self);

G_END_DECLS
