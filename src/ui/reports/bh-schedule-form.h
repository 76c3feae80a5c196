/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-report-schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SCHEDULE_FORM (bh_schedule_form_get_type ())
G_DECLARE_FINAL_TYPE (BhScheduleForm, bh_schedule_form, BH, SCHEDULE_FORM, GtkWidget)

/**
 * BhScheduleForm:
 *
 * Says when which workbook is made by itself, of which tickets, and where it goes.
 *
 * Signals: `save`: bh_schedule_form_dup_schedule() is to be stored; `left`: nothing is to be done.
 */
GtkWidget *bh_schedule_form_new (BhDesk *desk);

/** bh_schedule_form_begin: @schedule: what the form begins with; copied. Puts the cursor into it.
 */
void bh_schedule_form_begin (BhScheduleForm *self, const BhReportSchedule *schedule);

/** bh_schedule_form_dup_schedule: Returns: (transfer full) (nullable): what is entered; %NULL where
 * that says no rule: the form says why */
BhReportSchedule *bh_schedule_form_dup_schedule (BhScheduleForm *self);

/** bh_schedule_form_say: @problem: (nullable): why it could not be stored */
void bh_schedule_form_say (BhScheduleForm *self, const char *problem);

G_END_DECLS
