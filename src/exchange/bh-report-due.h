/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-report-schedule.h"
#include "exchange/bh-report.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhReportDueFuncs:
 * @began: (nullable): a run begins
 * @progress: (nullable): how far it is
 * @ended: (nullable): it ended: with a file, or with an error that is kept with the schedule, too
 *
 * What is told of workbooks that are made by themselves, in the thread that makes them.
 */
typedef struct
{
  void (*began) (const BhReportSchedule *schedule, gpointer user_data);
  BhReportProgress progress;
  void (*ended) (const BhReportSchedule *schedule,
                 const char *file,
                 const GError *error,
                 gpointer user_data);
} BhReportDueFuncs;

/**
 * bh_report_due_make:
 * @funcs: (nullable)
 *
 * Makes all workbooks that are due now by the clock of the store, one after the other; what another
 * program makes is left to it. A file that is there is never replaced: the new one gets a number. A
 * run that fails is tried again later, by bh_report_schedule_failed(). Not in the main thread where
 * there is a window.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED: the run that was being made is
 *   due again
 */
gboolean bh_report_due_make (BhStore *store,
                             const BhReportDueFuncs *funcs,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
