/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-report-draft.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-store.h"

#include <glib/gstdio.h>
#include <string.h>

/* The file and the list change together, or neither does. */

typedef struct
{
  BhTestStore *office;
  char *folder; /* (owned) */
  char *path;   /* (owned) */
} Fixture;

static gboolean
add_ticket_cb (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_close (work, bh_test_work_register (work, NULL, 0));

  return TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new ();
  f->folder = bh_test_folder_new ();
  f->path = g_build_filename (f->folder, "月报.xlsx", NULL);
  bh_test_store_write (f->office, add_ticket_cb, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  bh_test_folder_free (f->folder);
  bh_test_store_free (f->office);
}

static BhReportRequest
get_request (Fixture *f)
{
  gint64 now = bh_clock_now (f->office->clock);

  return (BhReportRequest){ .month = 202603, .as_of = now, .made_at = now, .sheets = 1 };
}

static gboolean
make (Fixture *f, const char *path, gboolean record, GError **error)
{
  BhReportRequest request = get_request (f);

  return bh_report_make (f->office->store, &request, path, record, 0, NULL, NULL, NULL, NULL,
                         error);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static gint64
count_rows (Fixture *f, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT (*) FROM %s", table);

  return bh_test_store_get_single (f->office, sql);
}

static gpointer
load_cb (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) list = bh_report_records_list (connection, error);

  return list != NULL ? bh_report_records_load (
             connection, ((BhReportRecord *) g_ptr_array_index (list, 0))->id, error)
                      : NULL;
}

/* The file that is there is the one that the list tells of. */
static void
test_recorded (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhReportRecord) record = NULL;
  g_autofree char *contents = NULL, *hash = NULL;
  gsize size;
  guint n_received = 0;

  g_assert_true (make (f, f->path, TRUE, &error));
  g_assert_no_error (error);
  record = bh_store_read (f->office->store, load_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->path, ==, f->path);
  g_assert_true (record->recorded && bh_report_record_is_whole (record));
  g_assert_true (g_file_get_contents (f->path, &contents, &size, NULL));
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, size);
  g_assert_cmpstr (record->file_hash, ==, hash);
  g_assert_cmpint (record->file_size, ==, size);
  g_assert_cmpuint (count_files (f), ==, 1);
  for (guint i = 0; i < record->figures->len; i++)
    {
      const BhReportFigure *figure = g_ptr_array_index (record->figures, i);

      if (!g_str_equal (figure->figure, "received"))
        continue;
      n_received++;
      g_assert_cmpfloat (figure->value, ==, 1);
    }
  g_assert_cmpuint (n_received, ==, 1);
}

/* An ordinary workbook is listed, too, but keeps no figures; the next one takes its place. */
static void
test_listed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (make (f, f->path, FALSE, &error) && make (f, f->path, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (f, "report"), ==, 2);
  g_assert_cmpint (count_rows (f, "report_figure"), ==, 0);
  g_assert_cmpuint (count_files (f), ==, 1);
}

/* What was shown at the meeting is not written over, as long as it is there. */
static void
test_taken (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (make (f, f->path, TRUE, NULL));
  g_assert_false (make (f, f->path, FALSE, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "for the record"));
  g_assert_cmpint (count_rows (f, "report"), ==, 1);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_true (make (f, f->path, FALSE, NULL));
}

typedef struct
{
  Fixture *f;
  BhReportDraft *draft; /* (owned) (nullable) */
  gboolean fail;
} Job;

static gpointer
draft_cb (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (BhOffice) office = bh_store_dup_office (job->f->office->store);
  BhReportRequest request = get_request (job->f);

  job->draft = bh_report_draft_new (connection, office, &request, job->f->path, TRUE, 0, NULL, NULL,
                                    cancellable, error);

  return job->draft;
}

/* The transaction comes to nothing after all, as where the disk is full. */
static gboolean
store_cb (BhWork *work, gpointer data, GError **error)
{
  Job *job = data;

  if (!bh_report_draft_store (job->draft, work, error))
    return FALSE;
  if (job->fail)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "full");

  return !job->fail;
}

static void
fail_to_store (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  Job job = { f, NULL, TRUE };

  g_assert_nonnull (bh_store_read (f->office->store, draft_cb, &job, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (bh_store_write (f->office->store, store_cb, &job, NULL, NULL));
  bh_report_draft_free (job.draft);
  g_assert_cmpint (count_rows (f, "report"), ==, 0);
  g_assert_cmpint (count_rows (f, "report_figure"), ==, 0);
}

static void
test_not_stored (Fixture *f, gconstpointer data)
{
  g_autofree char *contents = NULL;

  fail_to_store (f);
  g_assert_cmpuint (count_files (f), ==, 0);

  g_assert_true (g_file_set_contents (f->path, "old", -1, NULL));
  fail_to_store (f);
  g_assert_cmpuint (count_files (f), ==, 1);
  g_assert_true (g_file_get_contents (f->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
}

/* Given up before it was stored: nothing of it is left. */
static void
test_given_up (Fixture *f, gconstpointer data)
{
  Job job = { f, NULL, FALSE };

  g_assert_nonnull (bh_store_read (f->office->store, draft_cb, &job, NULL, NULL));
  g_assert_cmpuint (count_files (f), ==, 1);
  bh_report_draft_free (job.draft);
  g_assert_cmpuint (count_files (f), ==, 0);
}

/* A folder in the place of the file: it cannot be moved there, and nothing is listed. */
static void
test_not_moved (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *inside = g_build_filename (f->path, "x", NULL);

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_false (make (f, f->path, TRUE, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (inside, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (count_rows (f, "report"), ==, 0);
  g_assert_cmpuint (count_files (f), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report-draft/recorded", Fixture, NULL, set_up, test_recorded, tear_down);
  g_test_add ("/report-draft/listed", Fixture, NULL, set_up, test_listed, tear_down);
  g_test_add ("/report-draft/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/report-draft/not-stored", Fixture, NULL, set_up, test_not_stored, tear_down);
  g_test_add ("/report-draft/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/report-draft/not-moved", Fixture, NULL, set_up, test_not_moved, tear_down);

  return g_test_run ();
}
