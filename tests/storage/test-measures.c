/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"
#include "domain/bh-measure-field.h"
#include "storage/bh-check.h"
#include "storage/bh-measures.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-storage-error.h"

#include "support/bh-test-store.h"

/* A saving on its way to the writer and back. */
typedef struct
{
  BhMeasure *measure;
  gint64 staff_id;
  const char *field;
  gint64 id;
} Saving;

static gboolean
save_in_worker (BhWork *work, gpointer data, GError **error)
{
  Saving *saving = data;

  saving->id = bh_measures_save (work, saving->measure, saving->staff_id, &saving->field, error);

  return saving->id != 0;
}

static gboolean
add_staff (BhWork *work, gpointer data, GError **error)
{
  *(gint64 *) data = bh_register_add_staff (work, "王芳", 0, BH_ROLE_MANAGER, NULL, error);

  return *(gint64 *) data != 0;
}

static BhMeasure *
make_measure (int month, const char *what)
{
  BhMeasure *measure = bh_measure_new ();

  measure->month = month;
  measure->decided_day = 20260302;
  g_free (measure->what);
  measure->what = g_strdup (what);

  return measure;
}

/* Returns: the measure as it was read back */
static BhMeasure *
save (BhTestStore *test, BhMeasure *measure, gint64 staff_id)
{
  Saving saving = { measure, staff_id, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = NULL;
  BhMeasure *saved;

  bh_test_store_write (test, save_in_worker, &saving);
  reader = bh_store_open_reader (test->store, &error);
  g_assert_no_error (error);
  saved = bh_measures_load (reader, saving.id, &error);
  g_assert_no_error (error);

  return saved;
}

static GPtrArray *
load_events (BhTestStore *test, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (test->store, &error);
  GPtrArray *events = bh_measures_load_events (reader, id, &error);

  g_assert_no_error (error);

  return events;
}

static void
test_round_trip (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhMeasure) measure = make_measure (202602, "更换3栋电梯门机");
  g_autoptr (BhMeasure) other = make_measure (202602, "夜间照明改造");
  g_autoptr (BhMeasure) earlier = make_measure (202601, "清洗水箱");
  g_autoptr (BhMeasure) first = NULL, second = NULL, third = NULL, found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *number = NULL;
  gint64 staff = 0;

  bh_test_store_write (test, add_staff, &staff);
  measure->staff_id = measure->decided_by = staff;
  measure->due_day = 20260331;
  g_free (measure->filter);
  measure->filter = g_strdup ("kind:complaint");
  g_free (measure->figure);
  measure->figure = g_strdup ("received");
  measure->finding = g_strdup ("三个月困人四次\n门机老化");
  first = save (test, measure, staff);
  second = save (test, other, 0);
  third = save (test, earlier, 0);

  g_assert_cmpint (first->version, ==, 1);
  g_assert_cmpint (first->seq, ==, 1);
  g_assert_cmpint (second->seq, ==, 2);
  g_assert_cmpint (third->seq, ==, 1);
  measure->id = first->id;
  measure->seq = 1;
  g_assert_true (bh_measure_equal (measure, first));

  bh_test_store_reopen (test);
  reader = bh_store_open_reader (test->store, &error);
  all = bh_measures_list (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_true (bh_measure_equal (g_ptr_array_index (all, 0), third));
  g_assert_true (bh_measure_equal (g_ptr_array_index (all, 1), first));
  g_assert_true (bh_measure_equal (g_ptr_array_index (all, 2), second));
  number = bh_measure_dup_number (second);
  found = bh_measures_find (reader, number, &error);
  g_assert_no_error (error);
  g_assert_true (bh_measure_equal (found, second));
  g_assert_null (bh_measures_find (reader, "M2026-02-09", &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
}

/* Who did what when, and what was before: nothing of it is lost. */
static void
test_history (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhMeasure) measure = make_measure (202602, "夜间照明改造");
  g_autoptr (BhMeasure) first = NULL, second = NULL, third = NULL, again = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const BhMeasureEvent *event;
  gint64 staff = 0;

  bh_test_store_write (test, add_staff, &staff);
  first = save (test, measure, staff);
  second = bh_measure_copy (first);
  second->due_day = 20260320;
  again = save (test, second, 0);
  g_assert_cmpint (again->version, ==, 2);
  third = bh_measure_copy (again);
  third->state = BH_MEASURE_DONE;
  third->ended_day = 20260302;
  third->effect = g_strdup ("12盏灯换完");
  g_object_unref (save (test, third, staff));

  events = load_events (test, first->id);
  g_assert_cmpuint (events->len, ==, 3);
  event = g_ptr_array_index (events, 0);
  g_assert_cmpint (event->recorded_at, ==, BH_TEST_NOW);
  g_assert_cmpint (event->entered_by, ==, staff);
  g_assert_true (bh_measure_equal (event->measure, first));
  event = g_ptr_array_index (events, 1);
  g_assert_cmpint (event->entered_by, ==, 0);
  g_assert_true (bh_measure_equal (event->measure, second));
  event = g_ptr_array_index (events, 2);
  g_assert_cmpint (event->measure->version, ==, 3);
  g_assert_true (bh_measure_equal (event->measure, third));
}

static void
count_cb (BhStore *store, const BhChangeNotice *notice, gpointer data)
{
  g_assert_true (notice->measures_changed);
  g_assert_false (notice->register_changed || notice->all);
  g_assert_cmpuint (notice->n_tickets, ==, 0);
  ++*(guint *) data;
}

/* A change is told, nothing is not; kept figures hold on. */
static void
test_notice (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhMeasure) measure = make_measure (202602, "夜间照明改造");
  g_autoptr (BhMeasure) first = NULL, same = NULL;
  guint n = 0;
  gint64 stamp = bh_test_store_get_single (
      test, "SELECT COALESCE (SUM (stamp), 0) FROM figure_mark WHERE month <> 1");

  g_signal_connect (test->store, "changed", G_CALLBACK (count_cb), &n);
  first = save (test, measure, 0);
  g_assert_cmpuint (n, ==, 1);
  same = save (test, first, 0);
  g_assert_cmpint (same->version, ==, 1);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (bh_test_store_get_single (
                       test, "SELECT COALESCE (SUM (stamp), 0) FROM figure_mark WHERE month <> 1"),
                   ==, stamp);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT stamp FROM figure_mark WHERE month = 1"),
                   ==, 1);
}

/* Two look at the same version; who comes second is told who was first, and overwrites nothing. */
static void
test_conflict (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhMeasure) measure = make_measure (202602, "夜间照明改造");
  g_autoptr (BhMeasure) first = NULL, mine = NULL, yours = NULL, now = NULL;
  g_autoptr (GError) error = NULL;
  Saving saving = { NULL, 0, NULL, 0 };
  gint64 staff = 0;

  bh_test_store_write (test, add_staff, &staff);
  first = save (test, measure, staff);
  mine = bh_measure_copy (first);
  mine->due_day = 20260310;
  yours = bh_measure_copy (first);
  yours->due_day = 20260320;
  now = save (test, mine, staff);
  saving.measure = yours;
  g_assert_false (bh_store_write (test->store, save_in_worker, &saving, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "王芳"));
  g_assert_nonnull (strstr (error->message, "2026-03-02 10:00"));
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT due_day FROM measure"), ==, 20260310);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT COUNT (*) FROM measure_event"), ==, 2);

  /* With the version of now it goes. */
  yours->version = now->version;
  g_object_unref (save (test, yours, 0));
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT due_day FROM measure"), ==, 20260320);
}

static void
test_refused (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhMeasure) measure = make_measure (202602, "");
  g_autoptr (GError) error = NULL;
  Saving saving = { measure, 0, NULL, 0 };

  g_assert_false (bh_store_write (test->store, save_in_worker, &saving, NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_cmpstr (saving.field, ==, "what");
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT COUNT (*) FROM measure"), ==, 0);
}

static gboolean
rename_department (BhWork *work, gpointer data, GError **error)
{
  BhOffice *office = bh_work_get_office (work, error);

  return bh_register_rename (work, bh_office_find (office, BH_TYPE_DEPARTMENT, "engineering"),
                             "维修部", error);
}

static void
test_names (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  g_autoptr (BhMeasure) measure = make_measure (202602, "夜间照明改造");
  g_autoptr (BhMeasure) plain = make_measure (202602, "清洗水箱");
  g_autoptr (BhMeasure) first = NULL, second = NULL;
  g_autoptr (GPtrArray) events = NULL, untouched = NULL;
  const BhMeasureEvent *last;
  g_autoptr (GError) error = NULL;

  bh_measure_set_field (measure, office, bh_measure_field_find ("filter"), "department:Engineering",
                        &error);
  g_assert_no_error (error);
  first = save (test, measure, 0);
  second = save (test, plain, 0);
  bh_test_store_write (test, rename_department, NULL);
  events = load_events (test, first->id);
  g_assert_cmpuint (events->len, ==, 2);
  last = g_ptr_array_index (events, 1);
  g_assert_cmpstr (last->measure->filter, ==, "department:维修部");
  untouched = load_events (test, second->id);
  g_assert_cmpuint (untouched->len, ==, 1);
}

static gboolean
run_script (BhWork *work, gpointer data, GError **error)
{
  return bh_connection_execute (bh_work_get_connection (work), data, error);
}

/* What somebody does to the tables is found. */
static void
assert_found (BhTestStore *test, const char *script, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  bh_test_store_write (test, run_script, (gpointer) script);
  found = bh_check_run (test->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_nonnull (strstr (g_ptr_array_index (found, 0), expected));
}

static void
test_check (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhMeasure) measure = make_measure (202602, "夜间照明改造");
  g_autoptr (BhMeasure) first = save (test, measure, 0);
  g_autoptr (BhMeasure) second = bh_measure_copy (first);

  second->due_day = 20260310;
  g_object_unref (save (test, second, 0));
  assert_found (test, "SELECT 1", NULL);
  assert_found (test, "UPDATE measure SET what = '别的'", "M2026-02-01");
  assert_found (test, "UPDATE measure SET what = '夜间照明改造'", NULL);
  assert_found (test, "UPDATE measure_event SET payload = 'x' WHERE version = 1", "M2026-02-01");
  assert_found (test, "DELETE FROM measure_event WHERE version = 1", "M2026-02-01");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measures/round-trip", test_round_trip);
  g_test_add_func ("/measures/history", test_history);
  g_test_add_func ("/measures/notice", test_notice);
  g_test_add_func ("/measures/conflict", test_conflict);
  g_test_add_func ("/measures/refused", test_refused);
  g_test_add_func ("/measures/names", test_names);
  g_test_add_func ("/measures/check", test_check);

  return g_test_run ();
}
