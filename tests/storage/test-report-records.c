/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check.h"
#include "storage/bh-report-records.h"
#include "storage/bh-report-schedules.h"
#include "storage/bh-register-repository.h"

#include "support/bh-test-tickets.h"

#define DAY (G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC)

/* What is kept of workbooks that were made, and that nobody can change it without being noticed. */

typedef struct
{
  BhTestStore *office;
  gint64 ticket;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new ();
  f->ticket = bh_test_record (f->office, 0, BH_VERB_NEW, BH_TEST_NOW, NULL);
  bh_test_record (f->office, 0, BH_VERB_NEW, BH_TEST_NOW, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bh_test_store_free (f->office);
}

static BhReportFigure *
figure_new (const char *key, const char *filter, BhReportPart part, double value)
{
  BhReportFigure *figure = g_new0 (BhReportFigure, 1);

  figure->figure = g_strdup (key);
  figure->filter = g_strdup (filter);
  figure->part = part;
  figure->has_value = TRUE;
  figure->value = value;
  figure->numerator = value * 3;
  figure->denominator = 3;
  figure->count = 7;

  return figure;
}

static BhReportRecord *
record_new (const char *filter, gint64 as_of, gboolean recorded)
{
  BhReportRecord *record = g_new0 (BhReportRecord, 1);

  record->kind = BH_REPORT_QUARTER;
  record->month = 202601;
  record->filter = g_strdup (filter);
  record->language = g_strdup ("zh_CN");
  record->as_of = as_of;
  record->made_at = as_of;
  record->program = g_strdup ("0.5");
  record->path = g_strdup ("/tmp/报表.xlsx");
  record->file_hash = g_strdup ("abc");
  record->file_size = 12;
  record->recorded = recorded;
  if (recorded)
    {
      record->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_report_figure_free);
      /* In no order. */
      g_ptr_array_add (record->figures,
                       figure_new ("repeat_share", "kind:repair", BH_REPORT_PART_VALUE, 1. / 3));
      g_ptr_array_add (record->figures,
                       figure_new ("repeat_share", "", BH_REPORT_PART_VALUE, -0.0));
      g_ptr_array_add (record->figures,
                       figure_new ("handling_days", "", BH_REPORT_PART_P90, 0.1 + 0.2));
      g_ptr_array_add (record->figures,
                       figure_new ("handling_days", "", BH_REPORT_PART_MEAN, 1e-7));
    }

  return record;
}

typedef struct
{
  BhReportRecord *record; /* (owned) */
  BhReportRecord *found;  /* (owned) (nullable) */
  GPtrArray *list;        /* (owned) (nullable) */
  gint64 until;
  const char *path;
  const char *filter; /* (nullable): NULL for repairs */
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->record, bh_report_record_free);
  g_clear_pointer (&job->found, bh_report_record_free);
  g_clear_pointer (&job->list, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
add_cb (BhWork *work, gpointer data, GError **error)
{
  Job *job = data;

  return (!job->record->recorded
          || bh_report_records_get_horizon (bh_work_get_connection (work), &job->record->sealed_to,
                                            error))
         && bh_report_records_add (work, job->record, error);
}

static gint64
add (Fixture *f, const char *filter, gint64 as_of, gboolean recorded)
{
  g_auto (Job) job = { record_new (filter, as_of, recorded) };

  bh_test_store_write (f->office, add_cb, &job);

  return job.record->id;
}

static gpointer
list_cb (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->list = bh_report_records_list (connection, error);

  return job->list;
}

static gpointer
find_cb (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return (job->path != NULL
              ? bh_report_records_find_path (connection, job->path, &job->found, error)
              : bh_report_records_find (connection, BH_REPORT_QUARTER, 202603,
                                        job->filter != NULL ? job->filter : "kind:repair",
                                        job->until, &job->found, error))
             ? job
             : NULL;
}

static void
read_with (Fixture *f, BhReadFunc func, Job *job)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (bh_store_read (f->office->store, func, job, NULL, &error));
  g_assert_no_error (error);
}

/* What the check finds, a line each, after @sql has changed something. */
static char *
check (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (sql != NULL)
    bh_test_execute (f->office, sql);
  found = bh_check_run (f->office->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (found, NULL);

  return g_strjoinv ("\n", (char **) found->pdata);
}

static void
assert_check (Fixture *f, const char *sql, const char *expected)
{
  g_autofree char *found = check (f, sql);

  if (*expected == '\0')
    g_assert_cmpstr (found, ==, "");
  else
    g_assert_nonnull (strstr (found, expected));
}

static void
test_kept (Fixture *f, gconstpointer data)
{
  g_auto (Job) listed = { NULL };
  g_auto (Job) early = { NULL, NULL, NULL, BH_TEST_NOW };
  g_auto (Job) late = { NULL, NULL, NULL, G_MAXINT64 };
  g_auto (Job) path = { NULL, NULL, NULL, 0, "/tmp/报表.xlsx" };
  g_auto (Job) none = { NULL, NULL, NULL, BH_TEST_NOW - 1 };
  gint64 first = add (f, "kind:repair", BH_TEST_NOW, TRUE);
  gint64 plain = add (f, "kind:repair", BH_TEST_NOW, FALSE);
  gint64 second = add (f, "kind:repair", BH_TEST_NOW + 5, TRUE);
  gint64 other = add (f, "", BH_TEST_NOW, TRUE);
  const BhReportFigure *figure;
  BhReportRecord *record;

  read_with (f, list_cb, &listed);
  g_assert_cmpuint (listed.list->len, ==, 4);
  g_assert_cmpint (((BhReportRecord *) g_ptr_array_index (listed.list, 0))->id, ==, other);
  record = g_ptr_array_index (listed.list, 2);
  g_assert_cmpint (record->id, ==, plain);
  g_assert_false (record->recorded);
  g_assert_null (record->hash);
  g_assert_cmpstr (record->path, ==, "/tmp/报表.xlsx");
  g_assert_cmpstr (record->language, ==, "zh_CN");

  /* The newest counts, of those as of an instant that is not later. */
  read_with (f, find_cb, &late);
  g_assert_cmpint (late.found->id, ==, second);
  read_with (f, find_cb, &early);
  g_assert_cmpint (early.found->id, ==, first);
  read_with (f, find_cb, &none);
  g_assert_null (none.found);
  read_with (f, find_cb, &path);
  g_assert_cmpint (path.found->id, ==, other);

  g_assert_true (bh_report_record_is_whole (early.found));
  g_assert_cmpstr (early.found->previous, ==, "");
  g_assert_cmpstr (late.found->previous, ==, early.found->hash);
  g_assert_cmpuint (strlen (early.found->seal), ==, 64);
  g_assert_cmpuint (early.found->figures->len, ==, 4);
  figure = g_ptr_array_index (early.found->figures, 1);
  g_assert_cmpstr (figure->figure, ==, "handling_days");
  g_assert_cmpint (figure->part, ==, BH_REPORT_PART_P90);
  g_assert_true (figure->value == 0.1 + 0.2);
  g_assert_cmpint (figure->count, ==, 7);
}

static void
test_changed (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *expected;
  } changes[] = {
    { "UPDATE report_figure SET value = value + 1e-9 WHERE filter <> ''", "changed afterwards" },
    { "UPDATE report_figure SET count = 8 WHERE part = 3", "changed afterwards" },
    { "UPDATE report_figure SET provisional = 1 WHERE part = 3", "changed afterwards" },
    { "DELETE FROM report_figure WHERE part = 3", "changed afterwards" },
    { "UPDATE report SET as_of = as_of + 1", "changed afterwards" },
    { "UPDATE report SET filter = 'kind:complaint'", "changed afterwards" },
    { "UPDATE report SET path = '/tmp/x'", "changed afterwards" },
    { "UPDATE report SET file_hash = 'abd'", "changed afterwards" },
    { "UPDATE report SET seal = 'x'", "not those that were sealed with it" },
    { "UPDATE event SET hash = 'x' WHERE seq = 1", "not those that were sealed with it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      Fixture own = { 0 };

      set_up (&own, NULL);
      add (&own, "", BH_TEST_NOW, TRUE);
      assert_check (&own, NULL, "");
      assert_check (&own, changes[i].sql, changes[i].expected);
      tear_down (&own, NULL);
    }
}

static void
take_out (Fixture *f, gint64 id)
{
  g_autofree char *sql
      = g_strdup_printf ("DELETE FROM report_figure WHERE report_id = %" G_GINT64_FORMAT
                         "; DELETE FROM report WHERE id = %" G_GINT64_FORMAT,
                         id, id);

  bh_test_execute (f->office, sql);
}

/* A record that is taken out breaks the chain. */
static void
test_taken_out (Fixture *f, gconstpointer data)
{
  gint64 middle;

  add (f, "", BH_TEST_NOW, TRUE);
  middle = add (f, "", BH_TEST_NOW, TRUE);
  add (f, "", BH_TEST_NOW, FALSE);
  add (f, "", BH_TEST_NOW, TRUE);
  assert_check (f, NULL, "");
  take_out (f, middle);
  assert_check (f, NULL, "was changed or is gone");
}

/* So is the newest, which nothing comes after, and all of them; making another covers it no more.
 */
static void
test_newest_taken_out (Fixture *f, gconstpointer data)
{
  gint64 first = add (f, "", BH_TEST_NOW, TRUE);
  gint64 second = add (f, "", BH_TEST_NOW, TRUE);

  take_out (f, second);
  assert_check (f, NULL, "Of 2 reports for the record 1 are there");
  add (f, "", BH_TEST_NOW, TRUE);
  assert_check (f, NULL, "was changed or is gone");
  assert_check (f, "DELETE FROM report_figure; DELETE FROM report",
                "Of 3 reports for the record 0 are there");
  g_assert_cmpint (first, <, second);
}

/* What is noted of the last one is not changed either. */
static void
test_note (Fixture *f, gconstpointer data)
{
  add (f, "", BH_TEST_NOW, TRUE);
  assert_check (f, NULL, "");
  assert_check (f, "UPDATE report_chain SET hash = 'x'", "not the one that was noted");
  assert_check (f, "DELETE FROM report_chain", "not the one that was noted");
}

static gboolean
rename_cb (BhWork *work, gpointer data, GError **error)
{
  const char *const *names = data;
  BhEntry *entry = bh_office_find (bh_work_get_office (work, error), BH_TYPE_DEPARTMENT, names[0]);

  return bh_register_rename (work, entry, names[1], error);
}

static gboolean
schedule_cb (BhWork *work, gpointer data, GError **error)
{
  BhReportSchedule *schedule = data;

  return bh_report_schedules_save (work, schedule, error);
}

/* A report is found by what its department is called now, also where names were exchanged; what was
 * written stays, and so does its hash. */
static void
test_renamed (Fixture *f, gconstpointer data)
{
  static const char *const renamings[][2]
      = { { "Engineering", "工程维修部" }, { "Cleaning", "Engineering" } };
  g_autoptr (BhReportSchedule) schedule = bh_report_schedule_new ();
  g_auto (Job) job = { NULL };
  gint64 id = add (f, "department:Engineering", BH_TEST_NOW, TRUE);

  g_free (schedule->folder);
  schedule->folder = g_strdup ("/tmp");
  g_free (schedule->filter);
  schedule->filter = g_strdup ("department:Engineering");
  bh_test_store_write (f->office, schedule_cb, schedule);
  for (guint i = 0; i < G_N_ELEMENTS (renamings); i++)
    bh_test_store_write (f->office, rename_cb, (gpointer) renamings[i]);
  add (f, "department:Engineering", BH_TEST_NOW, TRUE);

  job.filter = "department:工程维修部";
  job.until = G_MAXINT64;
  read_with (f, find_cb, &job);
  g_assert_cmpint (job.found->id, ==, id);
  g_assert_cmpstr (job.found->filter, ==, "department:Engineering");
  g_assert_cmpstr (job.found->scope, ==, "department:工程维修部");
  g_clear_pointer (&job.found, bh_report_record_free);
  job.filter = "department:Engineering";
  read_with (f, find_cb, &job);
  g_assert_cmpint (job.found->id, !=, id);
  g_assert_cmpint (bh_test_store_get_single (f->office, "SELECT COUNT (*) FROM report_schedule"
                                                        " WHERE filter = 'department:工程维修部'"),
                   ==, 1);
  assert_check (f, NULL, "");
}

static gboolean
add_community_cb (BhWork *work, gpointer data, GError **error)
{
  g_autoptr (BhPlace) place = bh_place_new (0, BH_PLACE_COMMUNITY, data, 0, 0, NULL);

  return bh_register_add_place (work, place, error) != 0;
}

/* What happens later changes nothing of what was sealed: other records, days that end, communities
 * that come, and a clock that goes back. */
static void
test_later (Fixture *f, gconstpointer data)
{
  gint64 sealed;

  add (f, "", BH_TEST_NOW, TRUE);
  sealed = bh_test_store_get_single (f->office, "SELECT MAX (sealed_to) FROM report");
  bh_clock_set (f->office->clock, BH_TEST_NOW - 5 * DAY);
  bh_test_record (f->office, f->ticket, BH_VERB_NOTE, BH_TEST_NOW, "text", "später", NULL);
  g_assert_cmpint (bh_test_store_get_single (f->office, "SELECT MIN (recorded_at) FROM event"
                                                        " WHERE seq > 1"),
                   >=, sealed);
  assert_check (f, NULL, "");
  bh_test_store_write (f->office, add_community_cb, (gpointer) "新区");
  bh_clock_set (f->office->clock, BH_TEST_NOW + 5 * DAY);
  bh_test_record (f->office, 0, BH_VERB_NEW, BH_TEST_NOW + DAY, NULL);
  add (f, "", BH_TEST_NOW + 5 * DAY, TRUE);
  g_assert_cmpint (bh_test_store_get_single (f->office, "SELECT COUNT (*) FROM seal"), >, 0);
  assert_check (f, NULL, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report-records/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/report-records/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/report-records/taken-out", Fixture, NULL, set_up, test_taken_out, tear_down);
  g_test_add ("/report-records/newest-taken-out", Fixture, NULL, set_up, test_newest_taken_out,
              tear_down);
  g_test_add ("/report-records/note", Fixture, NULL, set_up, test_note, tear_down);
  g_test_add ("/report-records/renamed", Fixture, NULL, set_up, test_renamed, tear_down);
  g_test_add ("/report-records/later", Fixture, NULL, set_up, test_later, tear_down);

  return g_test_run ();
}
