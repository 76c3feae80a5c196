/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-import.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-ledger-import.h"
#include "exchange/bh-register-import.h"

/* Reading takes about so much of the time. */
#define READING_SHARE 0.15

typedef struct
{
  BhLedgerImport *ledger; /* (nullable): one of the two */
  BhRegisterImport *people;
  BhImportReport *report;
  BhRejects *rejects;  /* not owned: of whichever it is */
  GFile *rejects_file; /* not owned, nullable */
  gboolean dry_run;
  gboolean dry_run_done;
} Job;

typedef struct
{
  BhProgressFunc func; /* nullable */
  gpointer user_data;
  double from;
  double to;
} Progress;

static void
progress_cb (double fraction, gpointer user_data)
{
  Progress *progress = user_data;

  if (progress->func != NULL)
    progress->func (progress->from + fraction * (progress->to - progress->from),
                    progress->user_data);
}

/* A dry run does all of it, and then does not keep it: nothing else tells what would happen. */
static gboolean
write_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Job *job = user_data;

  if (job->ledger != NULL ? !bh_ledger_import_run (job->ledger, work, job->report, error)
                          : !bh_register_import_run (job->people, work, job->report, error))
    return FALSE;
  bh_rejects_sort (job->rejects);
  if (job->rejects_file != NULL
      && !bh_rejects_write (job->rejects, job->rejects_file, bh_work_get_cancellable (work), error))
    return FALSE;
  if (!job->dry_run)
    return TRUE;
  job->dry_run_done = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dry run");
  return FALSE;
}

static gboolean
write_job (BhStore *store, Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (bh_store_write (store, write_in_worker, job, cancellable, &local) || job->dry_run_done)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_flags (BhLedgerRows *rows, BhImportFlags flags, GError **error)
{
  if (!(flags & BH_IMPORT_FIND_REPEATS) || !bh_ledger_rows_has (rows, BH_LEDGER_REPEAT_OF))
    return TRUE;
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
               _ ("The ledger says itself what repeats an earlier ticket (repeat-of): leave out "
                  "--find-repeats, or the column."));
  return FALSE;
}

static GTimeZone *
get_office_zone (BhStore *store)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (store);

  return g_time_zone_new_identifier (bh_office_time_get_zone (bh_office_get_time (office)));
}

static gboolean
import_ledger (BhStore *store,
               BhTable *table,
               BhLedgerMap *map,
               BhImportFlags flags,
               const BhActor *actor,
               Progress *progress,
               Job *job,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GTimeZone) zone = get_office_zone (store);
  g_autoptr (BhLedgerRows) rows = NULL;
  g_autoptr (BhLedgerImport) import = NULL;

  progress->to = READING_SHARE;
  rows = bh_ledger_rows_read (table, map, zone, progress_cb, progress, cancellable, error);
  if (rows == NULL || !check_flags (rows, flags, error))
    return FALSE;

  progress->from = READING_SHARE;
  progress->to = 1.0;
  job->report->n_read = bh_ledger_rows_get_n_read (rows);
  job->report->n_unchanged = bh_ledger_rows_get_n_doubled (rows);
  job->report->guess = g_strdup (bh_ledger_rows_get_guess (rows));
  import = bh_ledger_import_new (rows, flags, actor, progress_cb, progress);
  job->ledger = import;
  job->rejects = bh_ledger_rows_get_rejects (rows);
  if (!write_job (store, job, cancellable, error))
    return FALSE;
  job->report->rejects = bh_ledger_rows_take_rejects (rows);
  return TRUE;
}

static gboolean
import_register (BhStore *store,
                 BhTable *table,
                 Progress *progress,
                 Job *job,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (BhRegisterImport) import
      = bh_register_import_new (table, progress_cb, progress, cancellable, error);

  if (import == NULL)
    return FALSE;
  job->people = import;
  job->rejects = bh_register_import_get_rejects (import);
  if (!write_job (store, job, cancellable, error))
    return FALSE;
  job->report->guess = bh_register_import_dup_guess (import);
  job->report->rejects = bh_register_import_take_rejects (import);
  return TRUE;
}

void
bh_import_report_free (BhImportReport *report)
{
  g_free (report->guess);
  g_clear_pointer (&report->rejects, bh_rejects_free);
  g_free (report);
}

BhImportReport *
bh_import_run (BhStore *store,
               GFile *file,
               BhLedgerMap *map,
               BhImportFlags flags,
               GFile *rejects,
               const BhActor *actor,
               BhProgressFunc progress_func,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (BhImportReport) report = NULL;
  g_autoptr (BhLedgerMap) own_map = NULL;
  g_autoptr (BhTable) table = NULL;
  Progress progress = { progress_func, user_data, 0.0, 1.0 };
  Job job = { .dry_run = (flags & BH_IMPORT_DRY_RUN) != 0, .rejects_file = rejects };
  gboolean ok;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (rejects != NULL && g_file_equal (file, rejects))
    {
      g_set_error_literal (
          error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
          _ ("The rejected rows would take the place of the file that is imported; "
             "name another file for them."));
      return NULL;
    }
  if (map == NULL)
    own_map = bh_ledger_map_new ();
  table
      = bh_table_open (file, bh_ledger_map_get_encoding (map != NULL ? map : own_map),
                       bh_ledger_map_get_delimiter (map != NULL ? map : own_map),
                       bh_ledger_map_has_header (map != NULL ? map : own_map), cancellable, error);
  if (table == NULL)
    return NULL;

  job.report = report = g_new0 (BhImportReport, 1);
  if (map == NULL && bh_register_import_recognizes (bh_table_get_header (table)))
    ok = import_register (store, table, &progress, &job, cancellable, error);
  else
    ok = import_ledger (store, table, map != NULL ? map : own_map, flags, actor, &progress, &job,
                        cancellable, error);
  if (!ok)
    return NULL;
  report->n_rejected = bh_rejects_get_size (report->rejects);
  return g_steal_pointer (&report);
}
