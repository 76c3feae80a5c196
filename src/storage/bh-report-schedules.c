/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-report-schedules.h"

#include "base/bh-i18n.h"

#define COLUMNS                                                                                    \
  "SELECT id, kind, day, minute, folder, filter, profile, for_record, sheets, next_month, claim,"  \
  " claimed_until, failures, failure, failed_at, retry_at, made_at, made_file,"                    \
  " language"                                                                                      \
  " FROM report_schedule"

static BhReportSchedule *
read_schedule (BhStatement *s)
{
  BhReportSchedule *schedule = g_new0 (BhReportSchedule, 1);

  schedule->id = bh_statement_get_int64 (s, 0);
  schedule->kind = (BhReportKind) bh_statement_get_int64 (s, 1);
  schedule->day = (int) bh_statement_get_int64 (s, 2);
  schedule->minute = (int) bh_statement_get_int64 (s, 3);
  schedule->folder = bh_statement_dup_text (s, 4);
  schedule->filter = bh_statement_dup_text (s, 5);
  schedule->profile = (BhReportProfile) bh_statement_get_int64 (s, 6);
  schedule->for_record = bh_statement_get_int64 (s, 7) != 0;
  schedule->sheets = (guint32) bh_statement_get_int64 (s, 8);
  schedule->next_month = (int) bh_statement_get_int64 (s, 9);
  schedule->claim = bh_statement_get_int64 (s, 10);
  schedule->claimed_until = bh_statement_get_int64 (s, 11);
  schedule->failures = (int) bh_statement_get_int64 (s, 12);
  schedule->failure = bh_statement_dup_text (s, 13);
  schedule->failed_at = bh_statement_get_int64 (s, 14);
  schedule->retry_at = bh_statement_get_int64 (s, 15);
  schedule->made_at = bh_statement_get_int64 (s, 16);
  schedule->made_file = bh_statement_dup_text (s, 17);
  schedule->language = (BhReportLanguage) bh_statement_get_int64 (s, 18);

  return schedule;
}

GPtrArray *
bh_report_schedules_list (BhConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) schedules
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_schedule_free);
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  s = bh_connection_prepare (connection, COLUMNS " ORDER BY id", error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    g_ptr_array_add (schedules, read_schedule (s));

  return step == BH_STEP_DONE ? g_steal_pointer (&schedules) : NULL;
}

/* @schedule: (out) (transfer full) (nullable): NULL where it is not there */
static gboolean
find (BhWork *work, gint64 id, BhReportSchedule **schedule, GError **error)
{
  BhStatement *s
      = bh_connection_prepare (bh_work_get_connection (work), COLUMNS " WHERE id = ?1", error);
  BhStep step;

  *schedule = NULL;
  if (s == NULL)
    return FALSE;
  bh_statement_bind_int64 (s, 1, id);
  step = bh_statement_step (s, error);
  if (step == BH_STEP_ROW)
    *schedule = read_schedule (s);
  bh_statement_reset (s);

  return step != BH_STEP_ERROR;
}

static gboolean
write_schedule (BhWork *work, const BhReportSchedule *schedule, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      bh_work_get_connection (work),
      "INSERT INTO report_schedule (id, kind, day, minute, folder, filter, profile, for_record,"
      " sheets, next_month, claim, claimed_until, failures, failure, failed_at, retry_at, made_at,"
      " made_file, language) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
      " ?15, ?16, ?17, ?18, ?19) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, day = "
      "excluded.day,"
      " minute = excluded.minute, folder = excluded.folder, filter = excluded.filter,"
      " profile = excluded.profile, for_record = excluded.for_record, sheets = excluded.sheets,"
      " next_month = excluded.next_month, claim = excluded.claim,"
      " claimed_until = excluded.claimed_until, failures = excluded.failures,"
      " failure = excluded.failure, failed_at = excluded.failed_at,"
      " retry_at = excluded.retry_at, made_at = excluded.made_at, made_file = excluded.made_file,"
      " language = excluded.language",
      error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, schedule->id);
  bh_statement_bind_int64 (s, 2, schedule->kind);
  bh_statement_bind_int64 (s, 3, schedule->day);
  bh_statement_bind_int64 (s, 4, schedule->minute);
  bh_statement_bind_text (s, 5, schedule->folder);
  bh_statement_bind_text (s, 6, schedule->filter);
  bh_statement_bind_int64 (s, 7, schedule->profile);
  bh_statement_bind_int64 (s, 8, schedule->for_record);
  bh_statement_bind_int64 (s, 9, schedule->sheets);
  bh_statement_bind_int64 (s, 10, schedule->next_month);
  bh_statement_bind_id (s, 11, schedule->claim);
  bh_statement_bind_id (s, 12, schedule->claimed_until);
  bh_statement_bind_int64 (s, 13, schedule->failures);
  bh_statement_bind_text (s, 14, schedule->failure);
  bh_statement_bind_id (s, 15, schedule->failed_at);
  bh_statement_bind_id (s, 16, schedule->retry_at);
  bh_statement_bind_id (s, 17, schedule->made_at);
  bh_statement_bind_text (s, 18, schedule->made_file);
  bh_statement_bind_int64 (s, 19, schedule->language);

  return bh_statement_run (s, error);
}

static gboolean
reject_missing (GError **error)
{
  g_set_error_literal (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                       _ ("This schedule is not there any more."));

  return FALSE;
}

/* What the rule does not say stays as it is stored. */
static void
take_state (BhReportSchedule *schedule, const BhReportSchedule *stored)
{
  schedule->claim = stored->claim;
  schedule->claimed_until = stored->claimed_until;
  schedule->made_at = stored->made_at;
  g_free (schedule->made_file);
  schedule->made_file = g_strdup (stored->made_file);
}

gboolean
bh_report_schedules_save (BhWork *work, BhReportSchedule *schedule, GError **error)
{
  g_autoptr (BhReportSchedule) stored = NULL;
  BhOffice *office;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (schedule != NULL, FALSE);

  office = bh_work_get_office (work, error);
  if (office == NULL || !bh_report_schedule_check (schedule, error))
    return FALSE;
  if (schedule->id != 0 && !find (work, schedule->id, &stored, error))
    return FALSE;
  if (schedule->id != 0 && stored == NULL)
    return reject_missing (error);

  if (stored != NULL)
    take_state (schedule, stored);
  bh_report_schedule_change (schedule, stored, bh_office_get_time (office),
                             bh_clock_now (bh_work_get_clock (work)));
  if (schedule->id == 0)
    schedule->id = bh_id_source_next (bh_work_get_ids (work));

  return write_schedule (work, schedule, error);
}

gboolean
bh_report_schedules_remove (BhWork *work, gint64 id, GError **error)
{
  BhStatement *s;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  s = bh_connection_prepare (bh_work_get_connection (work),
                             "DELETE FROM report_schedule WHERE id = ?1", error);
  if (s == NULL)
    return FALSE;
  bh_statement_bind_int64 (s, 1, id);
  if (!bh_statement_run (s, error))
    return FALSE;

  return bh_connection_count_changes (bh_work_get_connection (work)) == 1 || reject_missing (error);
}

gboolean
bh_report_schedules_hasten (BhWork *work, gint64 id, GError **error)
{
  BhStatement *s;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  s = bh_connection_prepare (bh_work_get_connection (work),
                             "UPDATE report_schedule SET retry_at = NULL WHERE id = ?1", error);
  if (s == NULL)
    return FALSE;
  bh_statement_bind_int64 (s, 1, id);

  return bh_statement_run (s, error);
}

gboolean
bh_report_schedules_claim (BhWork *work, gint64 lease, BhReportSchedule **schedule, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  BhReportSchedule *oldest = NULL;
  gint64 now, oldest_due = G_MAXINT64;
  BhOfficeTime *time;
  BhOffice *office;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (schedule != NULL, FALSE);

  *schedule = NULL;
  now = bh_clock_now (bh_work_get_clock (work));
  office = bh_work_get_office (work, error);
  all = office != NULL ? bh_report_schedules_list (bh_work_get_connection (work), error) : NULL;
  if (all == NULL)
    return FALSE;

  time = bh_office_get_time (office);
  for (guint i = 0; i < all->len; i++)
    {
      BhReportSchedule *candidate = g_ptr_array_index (all, i);
      gint64 due = bh_report_schedule_get_due (candidate, time, candidate->next_month);

      if (bh_report_schedule_is_due (candidate, time, now) && due < oldest_due)
        {
          oldest = candidate;
          oldest_due = due;
        }
    }
  if (oldest == NULL)
    return TRUE;

  oldest->claim = bh_id_source_next (bh_work_get_ids (work));
  oldest->claimed_until = now + lease;
  if (!write_schedule (work, oldest, error))
    return FALSE;
  *schedule = bh_report_schedule_copy (oldest);

  return TRUE;
}

gboolean
bh_report_schedules_end (BhWork *work,
                         const BhReportSchedule *schedule,
                         const char *file,
                         const char *failure,
                         GError **error)
{
  g_autoptr (BhReportSchedule) stored = NULL;
  BhOffice *office;
  gint64 now;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (schedule != NULL, FALSE);
  g_return_val_if_fail (file == NULL || failure == NULL, FALSE);

  office = bh_work_get_office (work, error);
  if (office == NULL || !find (work, schedule->id, &stored, error))
    return FALSE;
  if (stored == NULL || stored->claim != schedule->claim)
    return TRUE;

  now = bh_clock_now (bh_work_get_clock (work));
  if (failure != NULL)
    bh_report_schedule_failed (stored, failure, now);
  else if (file == NULL)
    stored->claim = stored->claimed_until = 0;
  else if (stored->next_month == schedule->next_month && stored->kind == schedule->kind)
    bh_report_schedule_made (stored, bh_office_get_time (office), file, now);
  else
    bh_report_schedule_note_made (stored, file, now);

  return write_schedule (work, stored, error);
}
