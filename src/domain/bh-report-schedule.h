/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-report-kind.h"

G_BEGIN_DECLS

/**
 * BhReportSchedule:
 * @id: 0 for one that is not stored yet
 * @kind: of the month, quarter or year that is over by then
 * @day: of the month, 1 to 31; a shorter month has its last day instead. That of a quarter and of
 *   a year lies in the first month after it.
 * @minute: of the day, 0 to 1439, in office time
 * @folder: (owned): absolute path of where the workbook goes
 * @filter: (owned): canonical text of the tickets that it is about, "" for all
 * @profile: who may read it
 * @language: in which it is written
 * @for_record: whether its figures are kept as they were reported
 * @sheets: bits of the sheets, 0 for all
 * @next_month: year * 100 + month in which the next run is due that is still to be made; it may be
 *   past
 * @claim: who makes it now, 0 for nobody
 * @claimed_until: until then nobody else makes it
 * @failures: of the next run, so far
 * @failure: (owned) (nullable): why it failed last
 * @failed_at: when, 0 for never
 * @retry_at: before that it is not tried again, 0 for at once
 * @made_at: when a workbook was made last, 0 for never
 * @made_file: (owned) (nullable): where it is
 *
 * "On the 1st at 8:00 last month's workbook goes into this folder."
 */
typedef struct
{
  gint64 id;
  BhReportKind kind;
  int day;
  int minute;
  char *folder;
  char *filter;
  BhReportProfile profile;
  BhReportLanguage language;
  gboolean for_record;
  guint32 sheets;

  int next_month;
  gint64 claim;
  gint64 claimed_until;
  int failures;
  char *failure;
  gint64 failed_at;
  gint64 retry_at;
  gint64 made_at;
  char *made_file;
} BhReportSchedule;

/** bh_report_schedule_new: Returns: (transfer full): of last month, on the 1st at 8:00, into no
 * folder yet */
BhReportSchedule *bh_report_schedule_new (void);
BhReportSchedule *bh_report_schedule_copy (const BhReportSchedule *self);
void bh_report_schedule_free (BhReportSchedule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportSchedule, bh_report_schedule_free)

/** bh_report_schedule_check: Returns: FALSE with %BH_DOMAIN_ERROR_INPUT where the rule says no time
 * or no folder */
gboolean bh_report_schedule_check (const BhReportSchedule *self, GError **error);

/** bh_report_schedule_parse_minute: @text: "8:00". Returns: the minute of the day, or -1 */
int bh_report_schedule_parse_minute (const char *text);

/** bh_report_schedule_get_due: @month: year * 100 + month. Returns: when the run of that month is
 * due; where clocks are put forward over it, as long after, where they are put back, the first time
 */
gint64 bh_report_schedule_get_due (const BhReportSchedule *self, BhOfficeTime *time, int month);

/** bh_report_schedule_find_next: Returns: the first month whose run is due after @instant, as year
 * * 100 + month */
int bh_report_schedule_find_next (const BhReportSchedule *self, BhOfficeTime *time, gint64 instant);

/** bh_report_schedule_get_subject: Returns: the first month of what the run of @month is about */
int bh_report_schedule_get_subject (const BhReportSchedule *self, int month);

/**
 * bh_report_schedule_change:
 * @before: (nullable): what is stored, NULL for a new schedule
 *
 * Says when a schedule runs next that is stored now: a run that is due stays due; what was to come
 * comes by the new rule. What was said of a failure goes: it is tried at once.
 */
void bh_report_schedule_change (BhReportSchedule *self,
                                const BhReportSchedule *before,
                                BhOfficeTime *time,
                                gint64 now);

/** bh_report_schedule_is_due: Returns: whether it is to be made now, and nobody makes it */
gboolean bh_report_schedule_is_due (const BhReportSchedule *self, BhOfficeTime *time, gint64 now);

/** bh_report_schedule_made: after the run of @next_month: goes on to the next one. Of many that
 * were missed the last BH_REPORT_SCHEDULE_MISSED are made. */
void
bh_report_schedule_made (BhReportSchedule *self, BhOfficeTime *time, const char *file, gint64 now);

/** bh_report_schedule_note_made: after a run that the rule, changed meanwhile, does not ask for:
 * what comes next stays */
void bh_report_schedule_note_made (BhReportSchedule *self, const char *file, gint64 now);

/** bh_report_schedule_failed: after a run that failed: it is tried again, in ten minutes, then
 * after twice as long each time, at most six hours */
void bh_report_schedule_failed (BhReportSchedule *self, const char *message, gint64 now);

/** BH_REPORT_SCHEDULE_MISSED: how many months back a run is made that was missed */
#define BH_REPORT_SCHEDULE_MISSED 12

/** bh_report_schedule_dup_rule: Returns: (transfer full): "on day 1 of each month at 8:00, of the
 * month before", as a sentence in the reader's language */
char *bh_report_schedule_dup_rule (const BhReportSchedule *self);

G_END_DECLS
