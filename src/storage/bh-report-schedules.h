/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-report-schedule.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/* When workbooks are made by themselves. Who makes one claims it first, in one transaction: of two
 * programs that are open on one file, one makes it. */

/** bh_report_schedules_list: Returns: (transfer full) (nullable) (element-type BhReportSchedule):
 * in the order in which they came; NULL with %BH_STORAGE_ERROR */
GPtrArray *bh_report_schedules_list (BhConnection *connection, GError **error);

/**
 * bh_report_schedules_save:
 * @schedule: a new one where its id is 0, which it gets here; only its rule is taken, see
 *   bh_report_schedule_change()
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT or %BH_STORAGE_ERROR
 */
gboolean bh_report_schedules_save (BhWork *work, BhReportSchedule *schedule, GError **error);

/** bh_report_schedules_remove: Returns: FALSE with %BH_STORAGE_ERROR_NOT_FOUND */
gboolean bh_report_schedules_remove (BhWork *work, gint64 id, GError **error);

/** bh_report_schedules_hasten: what failed is tried again at once. Returns: FALSE with
 * %BH_STORAGE_ERROR */
gboolean bh_report_schedules_hasten (BhWork *work, gint64 id, GError **error);

/**
 * bh_report_schedules_claim:
 * @lease: how long nobody else makes it, in microseconds
 * @schedule: (out) (transfer full) (nullable): what the caller makes now, with its `claim`; NULL
 *   where nothing is due
 *
 * Takes the run that has been due longest.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean
bh_report_schedules_claim (BhWork *work, gint64 lease, BhReportSchedule **schedule, GError **error);

/**
 * bh_report_schedules_end:
 * @schedule: as it was claimed
 * @file: (nullable): where the workbook is that was made
 * @failure: (nullable): why there is none; with neither of both the run is given back as it was
 *
 * Says how a run ended; of one that was removed or taken by somebody else meanwhile, nothing is
 * said.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_report_schedules_end (BhWork *work,
                                  const BhReportSchedule *schedule,
                                  const char *file,
                                  const char *failure,
                                  GError **error);

G_END_DECLS
