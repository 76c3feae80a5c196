/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-report-schedules.h"

#include "domain/bh-error.h"
#include "support/bh-test-store.h"

#define HOUR (3600 * BH_USEC_PER_SEC)
#define DAY (24 * HOUR)
/* The next runs on the 1st at 8:00 after BH_TEST_NOW, 2 March 10:00: 29 days and 22 hours on. */
#define APRIL (BH_TEST_NOW + 29 * DAY + 22 * HOUR)

typedef struct
{
  BhTestStore *office;
  BhReportSchedule *schedule; /* (owned) (nullable): that the last call gave or saved */
  const char *file;
  const char *failure;
  gint64 id;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->schedule, bh_report_schedule_free);
  bh_test_store_free (f->office);
}

static gboolean
save_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_schedules_save (work, ((Fixture *) user_data)->schedule, error);
}

static gboolean
claim_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;

  g_clear_pointer (&f->schedule, bh_report_schedule_free);

  return bh_report_schedules_claim (work, HOUR, &f->schedule, error);
}

static gboolean
end_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;

  return bh_report_schedules_end (work, f->schedule, f->file, f->failure, error);
}

static gboolean
remove_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_schedules_remove (work, ((Fixture *) user_data)->id, error);
}

static gboolean
hasten_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_schedules_hasten (work, ((Fixture *) user_data)->id, error);
}

static gint64
add (Fixture *f, int day, const char *folder)
{
  g_clear_pointer (&f->schedule, bh_report_schedule_free);
  f->schedule = bh_report_schedule_new ();
  f->schedule->day = day;
  g_free (f->schedule->folder);
  f->schedule->folder = g_strdup (folder);
  bh_test_store_write (f->office, save_in_worker, f);

  return f->schedule->id;
}

/* Returns: (transfer none) (nullable) */
static BhReportSchedule *
claim (Fixture *f)
{
  bh_test_store_write (f->office, claim_in_worker, f);

  return f->schedule;
}

static void
end (Fixture *f, const char *file, const char *failure)
{
  f->file = file;
  f->failure = failure;
  bh_test_store_write (f->office, end_in_worker, f);
}

static GPtrArray *
list (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (f->office->store, &error);
  GPtrArray *schedules;

  g_assert_no_error (error);
  schedules = bh_report_schedules_list (reader, &error);
  g_assert_no_error (error);

  return schedules;
}

/* What was said is what is read again, also after the program was closed. */
static void
test_keep (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) none = list (f), all = NULL;
  const BhReportSchedule *read;

  g_assert_cmpuint (none->len, ==, 0);
  f->schedule = bh_report_schedule_new ();
  f->schedule->kind = BH_REPORT_QUARTER;
  f->schedule->day = 31;
  f->schedule->minute = 601;
  f->schedule->profile = BH_REPORT_PUBLIC;
  f->schedule->for_record = TRUE;
  f->schedule->sheets = 1U << 31 | 5;
  g_free (f->schedule->folder);
  f->schedule->folder = g_strdup ("/月报");
  g_free (f->schedule->filter);
  f->schedule->filter = g_strdup ("kind:complaint");
  bh_test_store_write (f->office, save_in_worker, f);
  bh_test_store_reopen (f->office);

  all = list (f);
  g_assert_cmpuint (all->len, ==, 1);
  read = g_ptr_array_index (all, 0);
  g_assert_cmpint (read->id, ==, f->schedule->id);
  g_assert_cmpint (read->kind, ==, BH_REPORT_QUARTER);
  g_assert_cmpint (read->day, ==, 31);
  g_assert_cmpint (read->minute, ==, 601);
  g_assert_cmpint (read->profile, ==, BH_REPORT_PUBLIC);
  g_assert_true (read->for_record);
  g_assert_cmpuint (read->sheets, ==, 1U << 31 | 5);
  g_assert_cmpstr (read->folder, ==, "/月报");
  g_assert_cmpstr (read->filter, ==, "kind:complaint");
  g_assert_cmpint (read->next_month, ==, 202604);
  g_assert_cmpint (read->claim, ==, 0);
  g_assert_null (read->failure);
  g_assert_null (read->made_file);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) no_folder = NULL, missing = NULL;

  f->schedule = bh_report_schedule_new ();
  g_assert_false (bh_store_write (f->office->store, save_in_worker, f, NULL, &no_folder));
  g_assert_error (no_folder, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  f->id = 17;
  g_assert_false (bh_store_write (f->office->store, remove_in_worker, f, NULL, &missing));
  g_assert_error (missing, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
}

/* Of two that ask, one makes it; the other one does when the first never comes back. */
static void
test_claim (Fixture *f, gconstpointer data)
{
  g_autoptr (BhReportSchedule) lost = NULL;
  gint64 id = add (f, 1, "/a");
  g_autoptr (GPtrArray) all = NULL;

  g_assert_null (claim (f));
  bh_clock_set (f->office->clock, APRIL - 1);
  g_assert_null (claim (f));
  bh_clock_set (f->office->clock, APRIL);
  g_assert_nonnull (claim (f));
  g_assert_cmpint (f->schedule->id, ==, id);
  g_assert_cmpint (f->schedule->next_month, ==, 202604);
  lost = g_steal_pointer (&f->schedule);
  g_assert_null (claim (f));

  bh_clock_set (f->office->clock, APRIL + HOUR);
  g_assert_nonnull (claim (f));
  g_assert_cmpint (f->schedule->claim, !=, lost->claim);
  end (f, "/a/second.xlsx", NULL);
  g_clear_pointer (&f->schedule, bh_report_schedule_free);
  f->schedule = g_steal_pointer (&lost);
  end (f, "/a/first.xlsx", NULL);
  all = list (f);
  g_assert_cmpstr (((BhReportSchedule *) g_ptr_array_index (all, 0))->made_file, ==,
                   "/a/second.xlsx");
  g_assert_cmpint (((BhReportSchedule *) g_ptr_array_index (all, 0))->next_month, ==, 202605);
}

/* What has waited longest comes first; what was missed comes once for each month. */
static void
test_order (Fixture *f, gconstpointer data)
{
  gint64 late = add (f, 20, "/late"), early = add (f, 5, "/early");
  const gint64 expected[] = { early, late, early, late };
  const int months[] = { 202603, 202603, 202604, 202604 };

  bh_clock_set (f->office->clock, BH_TEST_NOW + 55 * DAY);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_nonnull (claim (f));
      g_assert_cmpint (f->schedule->id, ==, expected[i]);
      g_assert_cmpint (f->schedule->next_month, ==, months[i]);
      end (f, "/a.xlsx", NULL);
    }
  g_assert_null (claim (f));
}

static void
test_failure (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) failed = NULL, given_back = NULL;

  f->id = add (f, 1, "/a");
  bh_clock_set (f->office->clock, APRIL);
  g_assert_nonnull (claim (f));
  end (f, NULL, "no folder");
  failed = list (f);
  g_assert_cmpstr (((BhReportSchedule *) g_ptr_array_index (failed, 0))->failure, ==, "no folder");
  g_assert_null (claim (f));

  bh_test_store_write (f->office, hasten_in_worker, f);
  g_assert_nonnull (claim (f));
  end (f, NULL, NULL);
  given_back = list (f);
  g_assert_cmpstr (((BhReportSchedule *) g_ptr_array_index (given_back, 0))->failure, ==,
                   "no folder");
  g_assert_nonnull (claim (f));
}

/* A rule that is changed while it runs: what was made is noted, what comes next is by the new rule.
 */
static void
test_change_while_made (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (BhReportSchedule) running = NULL;
  const BhReportSchedule *read;

  add (f, 1, "/a");
  bh_clock_set (f->office->clock, APRIL);
  claim (f);
  running = bh_report_schedule_copy (f->schedule);
  f->schedule->kind = BH_REPORT_YEAR;
  bh_test_store_write (f->office, save_in_worker, f);
  g_clear_pointer (&f->schedule, bh_report_schedule_free);
  f->schedule = g_steal_pointer (&running);
  end (f, "/a/march.xlsx", NULL);

  all = list (f);
  read = g_ptr_array_index (all, 0);
  g_assert_cmpint (read->kind, ==, BH_REPORT_YEAR);
  g_assert_cmpint (read->next_month, ==, 202701);
  g_assert_cmpstr (read->made_file, ==, "/a/march.xlsx");
  g_assert_cmpint (read->claim, ==, 0);
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;

  f->id = add (f, 1, "/a");
  bh_clock_set (f->office->clock, APRIL);
  claim (f);
  bh_test_store_write (f->office, remove_in_worker, f);
  end (f, "/a/march.xlsx", NULL);
  all = list (f);
  g_assert_cmpuint (all->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/report-schedules/keep", test_keep);
  ADD ("/report-schedules/refused", test_refused);
  ADD ("/report-schedules/claim", test_claim);
  ADD ("/report-schedules/order", test_order);
  ADD ("/report-schedules/failure", test_failure);
  ADD ("/report-schedules/change-while-made", test_change_while_made);
  ADD ("/report-schedules/remove", test_remove);

  return g_test_run ();
}
