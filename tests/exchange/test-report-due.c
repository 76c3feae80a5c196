/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-report-due.h"
#include "exchange/bh-report-target.h"
#include "storage/bh-report-schedules.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define HOUR (3600 * BH_USEC_PER_SEC)
#define DAY (24 * HOUR)
/* The 1st of April, 8:00: 29 days and 22 hours after BH_TEST_NOW. */
#define APRIL (BH_TEST_NOW + 29 * DAY + 22 * HOUR)

typedef struct
{
  BhTestStore *office;
  char *folder;               /* (owned): where the workbooks go */
  BhReportSchedule *schedule; /* (owned) (nullable) */
  GCancellable *cancellable;  /* (owned) (nullable): is cancelled as soon as something is written */
  guint n_began, n_made, n_failed;
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
  f->folder = bh_test_folder_new ();
  f->office = bh_test_store_new ();
  bh_test_store_write (f->office, add_ticket_cb, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->schedule, bh_report_schedule_free);
  g_clear_object (&f->cancellable);
  bh_test_store_free (f->office);
  bh_test_folder_free (f->folder);
}

static gboolean
save_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_schedules_save (work, ((Fixture *) user_data)->schedule, error);
}

static void
add (Fixture *f, BhReportKind kind, const char *folder)
{
  g_clear_pointer (&f->schedule, bh_report_schedule_free);
  f->schedule = bh_report_schedule_new ();
  f->schedule->kind = kind;
  g_free (f->schedule->folder);
  f->schedule->folder = g_strdup (folder);
  bh_test_store_write (f->office, save_in_worker, f);
}

/* Returns: (transfer full): as it is stored */
static BhReportSchedule *
load (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (f->office->store, &error);
  g_autoptr (GPtrArray) all = bh_report_schedules_list (reader, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);

  return bh_report_schedule_copy (g_ptr_array_index (all, 0));
}

static void
began_cb (const BhReportSchedule *schedule, gpointer user_data)
{
  ((Fixture *) user_data)->n_began++;
}

static void
progress_cb (double fraction, const char *what, gpointer user_data)
{
  Fixture *f = user_data;

  if (f->cancellable != NULL && fraction > 0)
    g_cancellable_cancel (f->cancellable);
}

static void
ended_cb (const BhReportSchedule *schedule,
          const char *file,
          const GError *error,
          gpointer user_data)
{
  Fixture *f = user_data;

  g_assert_true ((file == NULL) != (error == NULL));
  f->n_made += file != NULL;
  f->n_failed += error != NULL;
}

static const BhReportDueFuncs funcs = { began_cb, progress_cb, ended_cb };

static void
make (Fixture *f, guint n_made, guint n_failed)
{
  g_autoptr (GError) error = NULL;

  f->n_began = f->n_made = f->n_failed = 0;
  bh_report_due_make (f->office->store, &funcs, f, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (f->n_made, ==, n_made);
  g_assert_cmpuint (f->n_failed, ==, n_failed);
  g_assert_cmpuint (f->n_began, ==, n_made + n_failed);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The names in the folder, sorted. */
static GPtrArray *
list_names (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);

  return names;
}

/* It is made when its time has come, once, about the month before. */
static void
test_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (BhReportSchedule) made = NULL;

  add (f, BH_REPORT_MONTH, f->folder);
  make (f, 0, 0);
  bh_clock_set (f->office->clock, APRIL - 1);
  make (f, 0, 0);
  bh_clock_set (f->office->clock, APRIL);
  make (f, 1, 0);
  make (f, 0, 0);

  names = list_names (f);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (names, 0), "2026-03"));
  made = load (f);
  g_assert_cmpint (made->made_at, ==, APRIL);
  g_assert_cmpint (made->next_month, ==, 202605);
  g_assert_true (g_file_test (made->made_file, G_FILE_TEST_IS_REGULAR));
}

/* A program that was closed for months makes each month when it is opened, and none of them twice.
 */
static void
test_missed (Fixture *f, gconstpointer data)
{
  static const char *const months[] = { "2026-03", "2026-04", "2026-05" };
  g_autoptr (GPtrArray) names = NULL;

  add (f, BH_REPORT_MONTH, f->folder);
  bh_clock_set (f->office->clock, APRIL + 65 * DAY);
  bh_test_store_reopen (f->office);
  make (f, 3, 0);
  make (f, 0, 0);
  names = list_names (f);
  g_assert_cmpuint (names->len, ==, G_N_ELEMENTS (months));
  for (guint i = 0; i < names->len; i++)
    g_assert_nonnull (strstr (g_ptr_array_index (names, i), months[i]));
}

/* What somebody may have added to a file is not replaced. */
static void
test_existing (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) first = NULL, names = NULL;
  g_autofree char *path = NULL, *text = NULL;

  add (f, BH_REPORT_MONTH, f->folder);
  bh_clock_set (f->office->clock, APRIL);
  make (f, 1, 0);
  first = list_names (f);
  path = g_build_filename (f->folder, g_ptr_array_index (first, 0), NULL);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));

  f->schedule->id = 0;
  bh_clock_set (f->office->clock, APRIL - 1);
  bh_test_store_write (f->office, save_in_worker, f);
  bh_clock_set (f->office->clock, APRIL);
  make (f, 1, 0);
  names = list_names (f);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_true (g_str_has_suffix (g_ptr_array_index (names, 0), " (2).xlsx"));
}

/* A folder that is away is said, and tried again when the time has come. */
static void
test_folder_away (Fixture *f, gconstpointer data)
{
  g_autofree char *away = g_build_filename (f->folder, "stick", NULL);
  g_autoptr (BhReportSchedule) failed = NULL, made = NULL;

  add (f, BH_REPORT_MONTH, away);
  bh_clock_set (f->office->clock, APRIL);
  make (f, 0, 1);
  make (f, 0, 0);
  failed = load (f);
  g_assert_nonnull (strstr (failed->failure, away));
  g_assert_cmpint (failed->next_month, ==, 202604);

  g_assert_no_errno (g_mkdir (away, 0700));
  bh_clock_set (f->office->clock, failed->retry_at);
  make (f, 1, 0);
  made = load (f);
  g_assert_null (made->failure);
  g_assert_true (g_str_has_prefix (made->made_file, away));
}

/* A filter that names what the office has no more is said, too. */
static void
test_filter (Fixture *f, gconstpointer data)
{
  g_autoptr (BhReportSchedule) failed = NULL;

  add (f, BH_REPORT_MONTH, f->folder);
  g_free (f->schedule->filter);
  f->schedule->filter = g_strdup ("department:\"Nobody\"");
  bh_test_store_write (f->office, save_in_worker, f);
  bh_clock_set (f->office->clock, APRIL);
  make (f, 0, 1);
  failed = load (f);
  g_assert_nonnull (strstr (failed->failure, "Nobody"));
}

/* Giving up leaves nothing behind, and the run is due again at once. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;

  add (f, BH_REPORT_MONTH, f->folder);
  bh_clock_set (f->office->clock, APRIL);
  f->cancellable = g_cancellable_new ();
  g_assert_false (bh_report_due_make (f->office->store, &funcs, f, f->cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  names = list_names (f);
  g_assert_cmpuint (names->len, ==, 0);
  make (f, 1, 0);
}

typedef struct
{
  BhStore *store;
  Fixture *f;
} Program;

static gpointer
make_in_thread (gpointer data)
{
  Program *program = data;
  g_autoptr (GError) error = NULL;

  bh_report_due_make (program->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return NULL;
}

/* Two programs that are open on one file, and look at the same time. */
static void
test_two_programs (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) other
      = bh_store_open (f->office->path, BH_OPEN_EXISTING, f->office->clock, &error);
  Program programs[] = { { f->office->store, f }, { other, f } };
  GThread *threads[G_N_ELEMENTS (programs)];
  g_autoptr (GPtrArray) names = NULL;

  g_assert_no_error (error);
  add (f, BH_REPORT_MONTH, f->folder);
  bh_clock_set (f->office->clock, APRIL + 65 * DAY);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    threads[i] = g_thread_new ("program", make_in_thread, &programs[i]);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    g_thread_join (threads[i]);
  names = list_names (f);
  g_assert_cmpuint (names->len, ==, 3);
}

static void
test_target (Fixture *f, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (f->folder, "none", NULL);
  g_autofree char *file = g_build_filename (f->folder, "a.xlsx", NULL);
  g_autoptr (GError) gone = NULL, no_folder = NULL, full = NULL, closed = NULL;
  g_autofree char *first = bh_report_target_dup_free_path (f->folder, "a.xlsx");
  g_autofree char *third = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_assert_cmpstr (first, ==, file);
  g_assert_true (bh_report_target_check (f->folder, 0, &gone));
  g_assert_no_error (gone);
  names = list_names (f);
  g_assert_cmpuint (names->len, ==, 0);

  g_assert_false (bh_report_target_check (missing, 0, &gone));
  g_assert_error (gone, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_true (g_file_set_contents (file, "mine", -1, NULL));
  g_assert_false (bh_report_target_check (file, 0, &no_folder));
  g_assert_error (no_folder, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_false (bh_report_target_check (f->folder, G_MAXUINT64, &full));
  g_assert_error (full, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  /* Nobody writes there, not even root. */
  g_assert_false (bh_report_target_check ("/proc", 0, &closed));
  g_assert_error (closed, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (closed->message, "/proc"));

  third = g_build_filename (f->folder, "a (2).xlsx", NULL);
  g_assert_true (g_file_set_contents (third, "mine", -1, NULL));
  g_free (third);
  third = bh_report_target_dup_free_path (f->folder, "a.xlsx");
  g_assert_true (g_str_has_suffix (third, "/a (3).xlsx"));
  g_assert_cmpuint (bh_report_target_guess_room (f->office->path), >, 1024 * 1024);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/report-due/once", test_once);
  ADD ("/report-due/missed", test_missed);
  ADD ("/report-due/existing", test_existing);
  ADD ("/report-due/folder-away", test_folder_away);
  ADD ("/report-due/filter", test_filter);
  ADD ("/report-due/cancel", test_cancel);
  ADD ("/report-due/two-programs", test_two_programs);
  ADD ("/report-due/target", test_target);

  return g_test_run ();
}
