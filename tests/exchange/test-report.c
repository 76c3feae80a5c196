/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-report-draft.h"
#include "storage/bh-register-repository.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* What a workbook leaves in its folder: all of it or nothing. What stands in it is read back by
 * check-report. */

typedef struct
{
  BhTestStore *office;
  const char *path;
  GCancellable *cancellable; /* (nullable) */
  guint cancel_at;           /* the piece of news with which it is cancelled */
  double last;
  guint n_told;
  gint64 size;
} Job;

static gboolean
add_ticket_cb (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_close (work, bh_test_work_register (work, NULL, 0));

  return TRUE;
}

static void
progress_cb (double fraction, const char *what, gpointer data)
{
  Job *job = data;

  g_assert_cmpfloat (fraction, >=, job->last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (what);
  job->last = fraction;
  if (job->cancellable != NULL && job->n_told == job->cancel_at)
    g_cancellable_cancel (job->cancellable);
  job->n_told++;
}

static const BhReportRequest march
    = { .month = 202603, .as_of = BH_TEST_NOW, .made_at = BH_TEST_NOW };

static gboolean
write_report (Job *job, GError **error)
{
  return bh_report_make (job->office->store, &march, job->path, FALSE, 0, progress_cb, job, NULL,
                         job->cancellable, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static char *
dup_contents (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static void
test_complete (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "月报.xlsx", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  Job job = { .office = office, .path = path };

  bh_test_store_write (office, add_ticket_cb, NULL);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (write_report (&job, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (job.last, ==, 1);
  g_assert_cmpuint (count_files (folder), ==, 1);
  contents = dup_contents (path);
  g_assert_true (g_str_has_prefix (contents, "PK"));
}

/* Whatever it was just doing. */
static void
test_cancelled (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  guint n = G_MAXUINT;

  bh_test_store_write (office, add_ticket_cb, NULL);
  for (guint step = 0; step < n; step++)
    {
      g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
      g_autofree char *path = g_build_filename (folder, "r.xlsx", NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Job job = { .office = office, .path = path, .cancellable = cancellable, .cancel_at = step };

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      g_assert_false (write_report (&job, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      contents = dup_contents (path);
      g_assert_cmpstr (contents, ==, "old");
      g_assert_cmpuint (count_files (folder), ==, 1);
      g_assert_cmpint (bh_test_store_get_single (office, "SELECT COUNT (*) FROM report"), ==, 0);
      if (job.last == 1)
        n = step + 1;
    }
  g_assert_cmpuint (n, >, 12);
}

static gpointer
draft_in_read (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (BhOffice) office = bh_store_dup_office (job->office->store);
  g_autoptr (BhReportDraft) draft = bh_report_draft_new (
      connection, office, &march, job->path, FALSE, 0, progress_cb, job, cancellable, error);

  if (draft != NULL)
    job->size = bh_report_draft_get_record (draft)->file_size;

  return draft != NULL ? job : NULL;
}

/* A workbook that is not put into its place. */
static gboolean
write_draft (Job *job, GError **error)
{
  job->last = 0;

  return bh_store_read (job->office->store, draft_in_read, job, NULL, error) != NULL;
}

/* Files longer than @limit cannot be written, as where the disk is full. */
static gboolean
write_limited (Job *job, gsize limit, GError **error)
{
  struct rlimit before, lower;
  gboolean written;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  lower = (struct rlimit){ .rlim_cur = limit, .rlim_max = before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &lower), ==, 0);
  written = write_draft (job, error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  return written;
}

/* However much room there is: the workbook is whole, or it is said that it is not, and it is gone.
 */
static void
test_disk_full (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "r.xlsx", NULL);
  Job job = { .office = office, .path = path };
  guint n_failed = 0;
  gint64 whole;

  bh_test_store_write (office, add_ticket_cb, NULL);
  g_assert_true (write_draft (&job, NULL));
  whole = job.size;
  signal (SIGXFSZ, SIG_IGN);
  for (gsize limit = 500;; limit += 1700)
    {
      g_autoptr (GError) error = NULL;

      if (write_limited (&job, limit, &error))
        {
          /* The time of making is all that differs. */
          g_assert_cmpint (job.size + 16, >=, whole);
          break;
        }
      n_failed++;
      g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, "no room"));
      g_assert_cmpuint (count_files (folder), ==, 0);
    }
  g_assert_cmpuint (n_failed, >, 10);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "missing", "r.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  Job job = { .office = office, .path = path };

  g_assert_false (write_report (&job, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "missing"));
  g_assert_cmpuint (count_files (folder), ==, 0);
}

/* More targets with filters of their own than the columns of the data have room for. */
static gboolean
add_targets_cb (BhWork *work, gpointer data, GError **error)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *filter = g_strdup_printf ("kind:complaint text:漏水%u", i);
      g_autoptr (BhTarget) target
          = bh_target_new (0, "handling_days", filter, 2026, BH_TARGET_VALUE, 3, FALSE);

      if (bh_register_add_target (work, target, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
test_many_targets (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "r.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  Job job = { .office = office, .path = path };

  bh_test_store_write (office, add_targets_cb, NULL);
  bh_test_store_write (office, add_ticket_cb, NULL);
  g_assert_true (write_report (&job, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_place_is_taken (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "r.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  Job job = { .office = office, .path = path };

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (write_report (&job, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_file_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", &error);
  BhOfficeSettings settings = { .name = (char *) "滨河/花园: \"A\"" };
  g_autoptr (BhOffice) office = bh_office_new (time, &settings);
  BhReportRequest request = { .month = 202610 };
  g_autofree char *name = bh_report_dup_file_name (office, &request);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "滨河_花园_ _A_ 2026-10 monthly report.xlsx");
}

/* File systems take no more than 255 bytes. */
static void
test_long_file_name (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhReportRequest request = { .month = 202610 };
  g_autoptr (GString) long_name = g_string_new (NULL);
  BhOfficeSettings settings = { 0 };
  g_autoptr (BhOffice) office = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append (long_name, "滨河花园");
  settings.name = long_name->str;
  office = bh_office_new (time, &settings);
  name = bh_report_dup_file_name (office, &request);
  g_assert_true (g_str_has_prefix (name, "滨河花园滨河花园"));
  g_assert_true (g_str_has_suffix (name, " 2026-10 monthly report.xlsx"));
  g_assert_cmpuint (strlen (name), <=, 255);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/complete", test_complete);
  g_test_add_func ("/report/cancelled", test_cancelled);
  g_test_add_func ("/report/disk-full", test_disk_full);
  g_test_add_func ("/report/no-folder", test_no_folder);
  g_test_add_func ("/report/many-targets", test_many_targets);
  g_test_add_func ("/report/place-is-taken", test_place_is_taken);
  g_test_add_func ("/report/file-name", test_file_name);
  g_test_add_func ("/report/long-file-name", test_long_file_name);

  return g_test_run ();
}
