/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"
#include "domain/bh-report-schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_schedule_row_new:
 * @running: whether it is being made now
 *
 * Returns: (transfer floating): a row of a list that says when which workbook is made, when the
 *   next one comes and what became of the last; with buttons for the actions `schedules.edit`,
 *   `schedules.remove`, `schedules.try` and `schedules.open`, whose argument (x) is its id.
 */
GtkWidget *bh_schedule_row_new (const BhReportSchedule *schedule,
                                BhOfficeTime *time,
                                gint64 now,
                                gboolean running);

G_END_DECLS
