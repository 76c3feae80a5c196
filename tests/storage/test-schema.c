/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office-targets.h"
#include "storage/bh-check.h"
#include "storage/bh-schema.h"
#include "storage/bh-sqlite-connection.h"
#include "storage/bh-ticket-repository.h"

#include "support/bh-test-store.h"

/* Every version of the schema that landed has a database in tests/data/schema: it must open, come
 * to the present version, and keep what it has. */

static void
make_from_fixture (const char *path, int version)
{
  g_autofree char *name
      = g_strdup_printf ("%s/tests/data/schema/v%d.sql", g_getenv ("BIHUAN_SOURCE_DIR"), version);
  g_autoptr (GError) error = NULL;
  g_autofree char *script = NULL;
  sqlite3 *db = NULL;

  g_file_get_contents (name, &script, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* The tables and indexes as text, without the accidents of white space. */
static char *
describe_schema (BhStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (store, &error);
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);
  GString *text = g_string_new (NULL);
  BhStatement *statement;

  g_assert_no_error (error);
  statement = bh_connection_prepare (
      reader, "SELECT name, coalesce (sql, '') FROM sqlite_schema ORDER BY name", &error);
  while (bh_statement_step (statement, &error) == BH_STEP_ROW)
    {
      g_autofree char *sql
          = g_regex_replace (blanks, bh_statement_get_text (statement, 1), -1, 0, " ", 0, NULL);

      g_string_append_printf (text, "%s: %s\n", bh_statement_get_text (statement, 0), sql);
    }
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static void
assert_sound (BhTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = bh_check_run (test->store, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) differences = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (found->len > 0 ? g_ptr_array_index (found, 0) : "", ==, "");
  differences = bh_check_refold (test->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (differences->len > 0 ? g_ptr_array_index (differences, 0) : "", ==, "");
}

static gboolean
use (BhWork *work, gpointer data, GError **error)
{
  g_autofree char *number = bh_work_next_number (work, 0, 2026, error);

  g_assert_cmpstr (number, ==, "W2026-000001");
  bh_test_work_close (work, bh_test_work_register (work, NULL, 0));

  return TRUE;
}

static void
test_fixtures (void)
{
  g_autoptr (BhTestStore) fresh = bh_test_store_new ();
  g_autofree char *expected = describe_schema (fresh->store);

  for (int version = 1; version <= BH_SCHEMA_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("v%d", version);
      g_autofree char *path = g_build_filename (fresh->folder, name, NULL);
      g_autoptr (BhTestStore) test = NULL;
      g_autofree char *schema = NULL;

      make_from_fixture (path, version);
      test = bh_test_store_open (path);
      schema = describe_schema (test->store);
      g_assert_cmpstr (schema, ==, expected);
      g_assert_cmpint (bh_test_store_get_single (test, "PRAGMA user_version"), ==,
                       BH_SCHEMA_VERSION);
      assert_sound (test);
    }
}

/* What the database of version 1 says. */
static void
test_v1 (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "v1", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTestStore) test = NULL;
  g_autoptr (BhConnection) reader = NULL;
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (BhTicket) ticket = NULL;
  gint64 id;

  make_from_fixture (path, 1);
  test = bh_test_store_open (path);
  office = bh_store_dup_office (test->store);
  g_assert_cmpstr (bh_office_get_settings (office)->name, ==, "滨河花园物业服务中心");
  g_assert_cmpuint (bh_office_list (office, BH_TYPE_PLACE)->len, ==, 2);
  g_assert_nonnull (bh_office_find (office, BH_TYPE_STAFF, "李强"));

  reader = bh_store_open_reader (test->store, &error);
  id = bh_ticket_repository_find (reader, "W2026-000900", &error);
  ticket = bh_ticket_repository_load (reader, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (ticket->grade, ==, BH_GRADE_URGENT);
  g_assert_cmpint (ticket->round, ==, 2);
  g_assert_cmpint (ticket->head_seq, ==, 16);
  g_assert_cmpstr (ticket->result, ==, "换了整段");
  g_assert_cmpuint (ticket->rounds->len, ==, 2);
  g_assert_cmpuint (ticket->callbacks->len, ==, 1);
  g_assert_cmpuint (ticket->due_changes->len, >, 0);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM seal"), ==, 6);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM contact_phone"), ==, 2);

  bh_test_store_write (test, use, NULL);
  assert_sound (test);
}

static BhTestStore *
open_fixture (const char *folder, int version)
{
  g_autofree char *path = g_build_filename (folder, "office", NULL);

  make_from_fixture (path, version);

  return bh_test_store_open (path);
}

/* Every target as a line. */
static char *
describe_targets (BhTestStore *test)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  GPtrArray *targets = bh_office_list (office, BH_TYPE_TARGET);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < targets->len; i++)
    {
      BhTarget *target = g_ptr_array_index (targets, i);

      g_string_append_printf (
          text, "%s [%s] %d %s %g from %g base %d%s\n", target->figure, target->filter,
          target->year, bh_list_get_code (BH_LIST_TARGET_FORM, (int) target->form), target->value,
          target->has_baseline ? target->baseline : -1, target->base_year,
          bh_entry_is_retired (BH_ENTRY (target)) ? " retired" : "");
    }

  return g_string_free (text, FALSE);
}

/* "Three down, one up", for the year of the clock of the tests. */
static const char DEFAULT_TARGETS[]
    = "received_per_100_households [kind:complaint] 2026 change -0.08 from -1 base 0\n"
      "received_per_100_households [kind:complaint] 2028 change -0.25 from -1 base 2025\n"
      "handling_days [kind:complaint,repair] 2026 value 3 from 5.2 base 0\n"
      "repeat_share [kind:complaint,repair] 2026 value 0.15 from 0.23 base 0\n"
      "satisfaction [] 2026 value 0.85 from 0.72 base 0\n"
      "signoff_share [] 2026 alarm 0.3 from -1 base 0\n";

static void
test_default_targets (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autofree char *first = describe_targets (test);
  g_autofree char *again = NULL;

  g_assert_cmpstr (first, ==, DEFAULT_TARGETS);
  bh_test_store_reopen (test);
  again = describe_targets (test);
  g_assert_cmpstr (again, ==, DEFAULT_TARGETS);
}

/* A database of version 1 gets what a new one has, once, and its tickets know their pauses. */
static void
test_v1_to_v2 (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autoptr (BhTestStore) test = open_fixture (folder, 1);
  g_autofree char *targets = describe_targets (test);

  g_assert_cmpstr (targets, ==, DEFAULT_TARGETS);
  bh_test_store_reopen (test);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM target"), ==, 6);

  g_assert_cmpint (
      bh_test_store_get_single (test, "SELECT paused FROM ticket WHERE number = 'W2026-000900'"),
      ==, 5400);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM ticket WHERE paused = 0"),
                   ==, 2);
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* Every table and column of `old` has the same rows in the database of the connection. */
static const char COMPARE[]
    = "SELECT m.name, group_concat ('\"' || c.name || '\"') FROM old.sqlite_schema AS m"
      " JOIN pragma_table_info (m.name, 'old') AS c WHERE m.type = 'table' GROUP BY m.name";

static int
count_lost_cb (gpointer data, int n, char **values, char **names)
{
  *(int *) data += atoi (values[0]);

  return 0;
}

/* What a column became: version 3 knows more than yes and no of callbacks, and version 6 counts who
 * should have answered as asked. */
static const struct
{
  const char *column;
  const char *was;
  const char *is;
} changed[] = {
  { "\"needs_callback\"", "CASE \"needs_callback\" WHEN 0 THEN 1 ELSE 3 END", "\"callback\"" },
  { "\"signoff_answered\"",
    "\"signoff_answered\" + CASE WHEN \"signoff_due\" IS NULL THEN 0 ELSE \"signoff_open\" END",
    "\"signoff_asked\"" },
  { "\"callback_answered\"",
    "\"callback_answered\" + CASE WHEN \"callback_due\" IS NULL THEN 0 ELSE \"callback_open\" END",
    "\"callback_asked\"" },
};

static char *
replace (const char *columns, gboolean after)
{
  GString *text = g_string_new (columns);

  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      g_autofree char *mark = g_strdup_printf ("$%u", i);

      g_string_replace (text, changed[i].column, mark, 0);
      g_string_replace (text, mark, after ? changed[i].is : changed[i].was, 0);
    }

  return g_string_free (text, FALSE);
}

static int
compare_table_cb (gpointer data, int n, char **values, char **names)
{
  g_autofree char *before = replace (values[1], FALSE);
  g_autofree char *after = replace (values[1], TRUE);
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM (SELECT %s FROM old.\"%s\" EXCEPT SELECT %s FROM main.\"%s\");"
      "SELECT abs ((SELECT count (*) FROM old.\"%s\") - (SELECT count (*) FROM main.\"%s\"))",
      before, values[0], after, values[0], values[0], values[0]);
  int lost = 0;

  g_assert_cmpint (sqlite3_exec (data, sql, count_lost_cb, &lost, NULL), ==, SQLITE_OK);
  if (lost != 0)
    g_error ("%d rows of %s are not as they were", lost, values[0]);

  return 0;
}

static void
assert_kept (const char *path, const char *old_path)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS old", old_path);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, COMPARE, compare_table_cb, db, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Whatever version a database comes from, no row and no column of it changes. */
static void
test_kept (void)
{
  for (int version = 1; version <= BH_SCHEMA_VERSION; version++)
    {
      g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
      g_autofree char *old = g_build_filename (folder, "old", NULL);
      g_autoptr (BhTestStore) test = open_fixture (folder, version);

      make_from_fixture (old, version);
      bh_store_close (test->store);
      assert_kept (test->path, old);
    }
}

/* Refused and called back with a bad word: rounds and pauses. */
static gboolean
work_hard (BhWork *work, gpointer data, GError **error)
{
  static const char *const numbers[] = { "A-1", "A-2", "A-3", "A-4", "A-5", "A-6" };
  BhClock *clock = bh_work_get_clock (work);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      BhTicket *ticket = bh_test_work_register (work, numbers[i], 0);

      bh_test_work_close (work, ticket);
      for (guint j = 0; j < i; j++)
        {
          bh_clock_set (clock, bh_clock_now (clock) + (gint64) (j + 1) * 600 * BH_USEC_PER_SEC);
          bh_test_work_record (work, ticket, BH_VERB_REOPEN, "reason=又漏了\n", NULL);
        }
    }

  return TRUE;
}

/* Takes away what version 2 added, and lets its step bring it back. */
static void
migrate_again (const char *path, const char *copy_to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSqliteConnection) connection = NULL;

  execute (path, "DROP INDEX ticket_finished; DROP INDEX ticket_ended; DROP INDEX ticket_figures;"
                 "ALTER TABLE ticket DROP COLUMN paused; DROP TABLE target");
  execute (path, copy_to);
  connection = bh_sqlite_connection_open (path, BH_SQLITE_WRITE, BH_SCHEMA_VERSION, &error);
  g_assert_no_error (error);
  g_assert_true (bh_schema_migrate_2 (BH_CONNECTION (connection), &error));
  g_assert_no_error (error);
}

/* An office that worked with version 1. */
static void
test_many_pauses (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  g_autofree char *old = g_build_filename (office->folder, "old", NULL);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", old);
  static const char PAUSED[]
      = "SELECT count (DISTINCT paused) * 1000000000 + sum (paused) FROM ticket";
  gint64 before;

  bh_test_store_write (office, work_hard, NULL);
  before = bh_test_store_get_single (office, PAUSED);
  g_assert_cmpint (before, >, 2000000000);
  bh_store_close (office->store);

  migrate_again (office->path, sql);
  bh_test_store_reopen (office);
  g_assert_cmpint (bh_test_store_get_single (office, PAUSED), ==, before);
  assert_sound (office);
  bh_store_close (office->store);
  assert_kept (office->path, old);
}

/* An office that worked before there were warnings: the first start works out when they are due. */
static void
test_warnings (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new ();
  static const char DUE[] = "SELECT sum (next_warning / 1000000) FROM ticket";
  gint64 before;

  bh_test_store_write (office, work_hard, NULL);
  before = bh_test_store_get_single (office, DUE);
  g_assert_cmpint (before, >, 0);
  bh_store_close (office->store);

  execute (office->path,
           "UPDATE ticket SET next_warning = -1 WHERE status < 80 AND next_due IS NOT NULL");
  bh_test_store_reopen (office);
  g_assert_cmpint (bh_test_store_get_single (office, DUE), ==, before);
  assert_sound (office);
}

/* What the office made of its targets stays. */
static void
test_v2 (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autoptr (BhTestStore) test = open_fixture (folder, 2);
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  BhTarget *target = bh_office_find_target (office, "satisfaction", "", 2026);

  g_assert_cmpuint (bh_office_list (office, BH_TYPE_TARGET)->len, ==, 7);
  g_assert_cmpfloat (target->value, ==, 0.9);
  g_assert_true (target->has_baseline);
  g_assert_cmpfloat (target->baseline, ==, 0.72);
  bh_test_store_write (test, use, NULL);
  assert_sound (test);
}

/* What waits in an office of version 3 still waits. */
static void
test_v3 (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autoptr (BhTestStore) test = open_fixture (folder, 3);

  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM task WHERE outcome = 0"),
                   ==, 1);
  g_assert_cmpint (
      bh_test_store_get_single (test, "SELECT count (*) FROM request WHERE decision = 0"), ==, 1);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT to_at - from_at FROM pause"), ==,
                   47 * 3600 * BH_USEC_PER_SEC);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM shift"), ==, 1);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM staff_skill"), ==, 1);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM warning"), >, 0);
  bh_test_store_write (test, use, NULL);
  assert_sound (test);
}

/* What was kept for an office of version 4 is still there. */
static void
test_v4 (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autoptr (BhTestStore) test = open_fixture (folder, 4);

  g_assert_cmpint (bh_test_store_get_single (test, "SELECT stamp FROM figure_mark WHERE month = 0"),
                   ==, 2);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM figure_cache"), ==, 1);
  bh_test_store_write (test, use, NULL);
  assert_sound (test);
}

/* What meetings decided in an office of version 5. */
static void
test_v5 (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autoptr (BhTestStore) test = open_fixture (folder, 5);

  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM measure WHERE state = 2"),
                   ==, 1);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM measure_event"), ==, 2);
  bh_test_store_write (test, use, NULL);
  assert_sound (test);
}

/* What a database of version 6 says of limits and of who was asked is told by its histories. */
static void
test_v6 (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autoptr (BhTestStore) test = open_fixture (folder, 6);

  g_assert_cmpint (bh_test_store_get_single (
                       test, "SELECT 100 * response_kept + 10 * completion_kept + signoff_asked"
                             " FROM ticket WHERE number = 'W2026-000900'"),
                   ==, 211);
  bh_test_store_write (test, use, NULL);
  assert_sound (test);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/fixtures", test_fixtures);
  g_test_add_func ("/schema/default-targets", test_default_targets);
  g_test_add_func ("/schema/v1", test_v1);
  g_test_add_func ("/schema/v1-to-v2", test_v1_to_v2);
  g_test_add_func ("/schema/v2", test_v2);
  g_test_add_func ("/schema/warnings", test_warnings);
  g_test_add_func ("/schema/v3", test_v3);
  g_test_add_func ("/schema/v4", test_v4);
  g_test_add_func ("/schema/v5", test_v5);
  g_test_add_func ("/schema/v6", test_v6);
  g_test_add_func ("/schema/kept", test_kept);
  g_test_add_func ("/schema/many-pauses", test_many_pauses);

  return g_test_run ();
}
