/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check-parts.h"

#include "base/bh-i18n.h"
#include "storage/bh-report-records.h"
#include "storage/bh-seal.h"

static char *
dup_name (BhCheck *check, const BhReportRecord *record)
{
  g_autofree char *made_at
      = bh_office_time_format (bh_office_get_time (check->office), record->made_at);

  /* Translators: a report in a list of what is wrong: "2026-10 (Month), made for the record at …"
   */
  return g_strdup_printf (_ ("Report %04d-%02d (%s), made for the record at %s"),
                          record->month / 100, record->month % 100,
                          bh_report_kind_get_label (record->kind), made_at);
}

static gboolean
check_record (BhCheck *check, const BhReportRecord *record, const char *previous, GError **error)
{
  g_autofree char *name = dup_name (check, record);
  g_autofree char *seal = bh_seal_dup_history (check->connection, record->sealed_to, error);

  if (seal == NULL)
    return FALSE;

  if (!bh_report_record_is_whole (record))
    bh_check_add (check, _ ("%s: what was stored of it was changed afterwards."), name);
  if (g_strcmp0 (record->previous, previous) != 0)
    bh_check_add (check, _ ("%s: the record before it was changed or is gone."), name);
  if (g_strcmp0 (record->seal, seal) != 0)
    bh_check_add (check,
                  _ ("%s: the histories that its figures were computed from are not those that "
                     "were sealed with it."),
                  name);

  return TRUE;
}

/* What came after the last that is there can be seen by the note alone. */
static gboolean
check_note (BhCheck *check, guint n, const char *last, GError **error)
{
  g_auto (BhReportNote) note = { 0 };

  if (!bh_report_records_read_note (check->connection, &note, error))
    return FALSE;

  if (note.n > n)
    bh_check_add (check, _ ("Of %u reports for the record %u are there: others were taken out."),
                  note.n, n);
  else if (note.n < n || g_strcmp0 (note.hash != NULL ? note.hash : "", last) != 0)
    bh_check_add (check, _ ("The last report for the record is not the one that was noted when it "
                            "was made."));

  return TRUE;
}

gboolean
bh_check_reports (BhCheck *check, GError **error)
{
  g_autoptr (GPtrArray) records = bh_report_records_list (check->connection, error);
  g_autofree char *previous = g_strdup ("");
  guint n = 0;

  if (records == NULL)
    return FALSE;

  for (guint i = records->len; i > 0; i--)
    {
      const BhReportRecord *listed = g_ptr_array_index (records, i - 1);
      g_autoptr (BhReportRecord) record = NULL;

      if (!listed->recorded)
        continue;
      record = bh_report_records_load (check->connection, listed->id, error);
      if (record == NULL || g_cancellable_set_error_if_cancelled (check->cancellable, error)
          || !check_record (check, record, previous, error))
        return FALSE;
      g_free (previous);
      previous = g_strdup (record->hash);
      n++;
    }

  return check_note (check, n, previous, error);
}
