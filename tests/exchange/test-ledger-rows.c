/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-clock.h"
#include "domain/bh-types.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-ledger-rows.h"

#include "support/bh-test-folder.h"

#include <string.h>

typedef struct
{
  char *folder;       /* owned */
  GFile *file;        /* owned */
  GTimeZone *zone;    /* owned */
  BhLedgerMap *map;   /* owned */
  BhTable *table;     /* owned */
  BhLedgerRows *rows; /* owned */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = bh_test_folder_new ();
  fixture->file = g_file_new_build_filename (fixture->folder, "ledger.csv", NULL);
  fixture->zone = g_time_zone_new_utc ();
}

static void
drop (Fixture *fixture)
{
  g_clear_pointer (&fixture->rows, bh_ledger_rows_free);
  g_clear_pointer (&fixture->table, bh_table_free);
  g_clear_pointer (&fixture->map, bh_ledger_map_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  drop (fixture);
  g_clear_object (&fixture->file);
  g_time_zone_unref (fixture->zone);
  g_clear_pointer (&fixture->folder, bh_test_folder_free);
}

static void
try_read (Fixture *fixture, const char *map, const char *text, GError **error)
{
  g_autoptr (GError) local = NULL;

  drop (fixture);
  fixture->map = bh_ledger_map_parse (map, strlen (map), &local);
  g_assert_no_error (local);
  g_file_replace_contents (fixture->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE,
                           NULL, NULL, &local);
  g_assert_no_error (local);
  fixture->table = bh_table_open (fixture->file, "auto", 0, bh_ledger_map_has_header (fixture->map),
                                  NULL, error);
  if (fixture->table != NULL)
    fixture->rows = bh_ledger_rows_read (fixture->table, fixture->map, fixture->zone, NULL, NULL,
                                         NULL, error);
}

static void
read_ledger (Fixture *fixture, const char *map, const char *text)
{
  g_autoptr (GError) error = NULL;

  try_read (fixture, map, text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->rows);
}

static const char *
text_of (Fixture *fixture, guint i, BhLedgerField field)
{
  return bh_ledger_row_get_text (bh_ledger_rows_get_nth (fixture->rows, i), field);
}

static gint64
number_of (Fixture *fixture, guint i, BhLedgerField field)
{
  return bh_ledger_row_get_number (bh_ledger_rows_get_nth (fixture->rows, i), field);
}

static void
assert_reject (Fixture *fixture, guint i, guint line, const char *column, const char *says)
{
  const BhReject *reject = bh_rejects_get_nth (bh_ledger_rows_get_rejects (fixture->rows), i);

  g_assert_cmpuint (reject->line, ==, line);
  g_assert_cmpstr (reject->column, ==, column);
  if (strstr (reject->reason, says) == NULL)
    g_error ("“%s” does not say “%s”", reject->reason, says);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  read_ledger (fixture, "",
               "工单编号,类别,紧急程度,受理时间,投诉内容,投诉分类,满意度,轮次\n"
               "A1,投诉,紧急,1970-01-02 00:00,\"电梯困人,\n请速来\",设施设备/电梯,满意,2\n"
               "A2,repair,general,1970-01-02,灯不亮,环境,4.0,\n");
  g_assert_cmpuint (bh_ledger_rows_get_n_read (fixture->rows), ==, 2);
  g_assert_cmpuint (bh_ledger_rows_get_size (fixture->rows), ==, 2);
  g_assert_cmpint (number_of (fixture, 0, BH_LEDGER_KIND), ==, BH_KIND_COMPLAINT);
  g_assert_cmpint (number_of (fixture, 0, BH_LEDGER_GRADE), ==, BH_GRADE_URGENT);
  g_assert_cmpint (number_of (fixture, 0, BH_LEDGER_RECEIVED), ==, 86400 * BH_USEC_PER_SEC);
  g_assert_cmpint (number_of (fixture, 0, BH_LEDGER_SCORE), ==, 4);
  g_assert_cmpint (number_of (fixture, 0, BH_LEDGER_ROUNDS), ==, 2);
  g_assert_cmpstr (text_of (fixture, 0, BH_LEDGER_DESCRIPTION), ==, "电梯困人,\n请速来");
  g_assert_cmpstr (text_of (fixture, 0, BH_LEDGER_SUMMARY), ==, "电梯困人,");
  g_assert_cmpstr (text_of (fixture, 0, BH_LEDGER_CATEGORY), ==, "设施设备/电梯");
  g_assert_cmpint (number_of (fixture, 1, BH_LEDGER_KIND), ==, BH_KIND_REPAIR);
  g_assert_cmpint (number_of (fixture, 1, BH_LEDGER_GRADE), ==, BH_GRADE_GENERAL);
  g_assert_cmpint (number_of (fixture, 1, BH_LEDGER_SCORE), ==, 4);
  g_assert_cmpint (number_of (fixture, 1, BH_LEDGER_ROUNDS), ==, 0);
  g_assert_nonnull (bh_ledger_rows_get_guess (fixture->rows));
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  read_ledger (fixture, "",
               "received,summary,finished,closed,status\n"
               "2026-01-01,open,,,\n"
               "2026-01-01,finished only,2026-01-02,,\n"
               "2026-01-01,closed only,,2026-01-03,\n"
               "2026-01-01,waits for sign-off,2026-01-02,,finished\n"
               "2026-01-01,done,2026-01-02,2026-01-03,已完成\n"
               "2026-01-01,withdrawn,,2026-01-03,withdrawn\n"
               "2026-01-01,in work,,,处理中\n"
               "2026-01-01,odd,2026-01-02,,dispatched\n"
               "2026-01-01,timeless,,,closed\n");
  g_assert_cmpuint (bh_ledger_rows_get_size (fixture->rows), ==, 7);
  g_assert_cmpint (number_of (fixture, 0, BH_LEDGER_STATUS), ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (number_of (fixture, 1, BH_LEDGER_STATUS), ==, BH_STATUS_CLOSED);
  g_assert_cmpint (number_of (fixture, 1, BH_LEDGER_CLOSED), ==,
                   number_of (fixture, 1, BH_LEDGER_FINISHED));
  g_assert_cmpint (number_of (fixture, 2, BH_LEDGER_STATUS), ==, BH_STATUS_CLOSED);
  g_assert_cmpint (number_of (fixture, 2, BH_LEDGER_FINISHED), ==,
                   number_of (fixture, 2, BH_LEDGER_CLOSED));
  g_assert_cmpint (number_of (fixture, 3, BH_LEDGER_STATUS), ==, BH_STATUS_FINISHED);
  g_assert_cmpint (number_of (fixture, 3, BH_LEDGER_CLOSED), ==, 0);
  g_assert_cmpint (number_of (fixture, 4, BH_LEDGER_STATUS), ==, BH_STATUS_CLOSED);
  g_assert_cmpint (number_of (fixture, 5, BH_LEDGER_STATUS), ==, BH_STATUS_WITHDRAWN);
  g_assert_cmpint (number_of (fixture, 6, BH_LEDGER_STATUS), ==, BH_STATUS_PLANNED);
  assert_reject (fixture, 0, 9, "status", "worked on");
  assert_reject (fixture, 1, 10, "status", "no time");
}

static void
test_rejects (Fixture *fixture, gconstpointer data)
{
  read_ledger (fixture,
               "[columns]\nnumber=no\nreceived=open\nfinished=end\nsummary=what\nscore=s\n"
               "closed=shut\nkind=k\n",
               "no,open,end,what,s,shut,k\n"
               "1,2011-02-30,,a,,,\n"
               "2,,,a,,,\n"
               "3,2011-02-03,2011-02-02,a,,,\n"
               "4,2011-02-03,2011-02-04,,,,\n"
               "5,2011-02-03,,a,6,,\n"
               "6,2011-02-03,,a,,,,,too many\n"
               "7,2011-02-03,,a,,2011-02-01,\n"
               "8,2011-02-03,,a,,,gossip\n"
               ",,,,,,,\n"
               "9,2011-02-03,,a,5,,,,\n"
               "10,2011-02-03\n");
  g_assert_cmpuint (bh_ledger_rows_get_n_read (fixture->rows), ==, 10);
  g_assert_cmpuint (bh_ledger_rows_get_size (fixture->rows), ==, 1);
  g_assert_cmpstr (text_of (fixture, 0, BH_LEDGER_NUMBER), ==, "9");
  assert_reject (fixture, 0, 2, "open", "2011-02 has no day 30");
  assert_reject (fixture, 1, 3, "open", "missing");
  assert_reject (fixture, 2, 4, "end", "finished before");
  assert_reject (fixture, 3, 5, "what", "empty");
  assert_reject (fixture, 4, 6, "s", "from 1 to 5");
  assert_reject (fixture, 5, 7, "", "9 fields");
  assert_reject (fixture, 6, 8, "shut", "closed before");
  assert_reject (fixture, 7, 9, "k", "complaint, repair");
  assert_reject (fixture, 8, 12, "what", "empty");
}

static void
test_doubles (Fixture *fixture, gconstpointer data)
{
  read_ledger (fixture, "",
               "number,received,summary\n"
               "1,2026-01-01,a\n1,2026-01-01,a\n1,2026-01-01,b\n"
               ",2026-01-01,a\n,2026-01-01,a\n,2026-01-02,a\n");
  g_assert_cmpuint (bh_ledger_rows_get_n_read (fixture->rows), ==, 6);
  g_assert_cmpuint (bh_ledger_rows_get_size (fixture->rows), ==, 3);
  g_assert_cmpuint (bh_ledger_rows_get_n_doubled (fixture->rows), ==, 2);
  assert_reject (fixture, 0, 4, "number", "line 2");
}

/* A deadline before the receipt, or a response after the finish, is odd but kept. */
static void
test_odd (Fixture *fixture, gconstpointer data)
{
  read_ledger (fixture, "",
               "received,summary,responded,completion-due,finished\n"
               "2026-01-05,a,2026-01-09,2026-01-01,2026-01-06\n");
  g_assert_cmpuint (bh_ledger_rows_get_size (fixture->rows), ==, 1);
}

static void
test_zone (Fixture *fixture, gconstpointer data)
{
  read_ledger (fixture, "[ledger]\ntimezone=Asia/Shanghai\n",
               "received,summary\n1970-01-01 08:01,a\n");
  g_assert_cmpint (number_of (fixture, 0, BH_LEDGER_RECEIVED), ==, 60 * BH_USEC_PER_SEC);
}

static void
test_no_header (Fixture *fixture, gconstpointer data)
{
  read_ledger (fixture, "[ledger]\nheader=false\n[columns]\nreceived=2\nsummary=1\n",
               "a;2026-01-01\nb;2026-01-02\n");
  g_assert_cmpuint (bh_ledger_rows_get_size (fixture->rows), ==, 2);
  g_assert_cmpstr (text_of (fixture, 0, BH_LEDGER_SUMMARY), ==, "a");
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    BhExchangeError code;
    const char *says;
  } cases[] = {
    { "", BH_EXCHANGE_ERROR_FILE, "empty" },
    { "a,b\n1,2\n", BH_EXCHANGE_ERROR_COLUMN, "a, b" },
    { "received,summary\n2026-01-01,\"a\n", BH_EXCHANGE_ERROR_SYNTAX, "Line 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      try_read (fixture, "", cases[i].text, &error);
      g_assert_null (fixture->rows);
      g_assert_error (error, BH_EXCHANGE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_nonnull (strstr (error->message, "ledger.csv"));
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("received,summary\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BhLedgerRows) rows = NULL;
  g_autoptr (BhTable) table = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "2026-01-01,row %u\n", i);
  read_ledger (fixture, "", text->str);
  table = bh_table_open (fixture->file, "auto", 0, TRUE, NULL, NULL);
  g_cancellable_cancel (cancellable);
  rows = bh_ledger_rows_read (table, fixture->map, fixture->zone, NULL, NULL, cancellable, &error);
  g_assert_null (rows);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The rejected rows come back in the form of their file, and can be imported once mended. */
static void
test_write_rejects (Fixture *fixture, gconstpointer data)
{
  static const char expected[]
      = "\xEF\xBB\xBFreceived;summary;rejected-line;rejected-column;rejected-reason\n"
        "never;\"a \"\"b\"\";\nc\";2;received;“never” is not a time of the form %Y-%m-%d %H:%M:%S\n"
        "2026-13-01;;4;received;“2026-13-01” is not a time: there is no month 13\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  read_ledger (fixture, "", "received;summary\nnever;\"a \"\"b\"\";\nc\"\n2026-13-01\n");
  g_assert_true (
      bh_rejects_write (bh_ledger_rows_get_rejects (fixture->rows), fixture->file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &written, NULL, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
}

static void
test_rejects_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->file, "below-a-file.csv");
  g_autoptr (BhRejects) rejects = bh_rejects_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_rejects_write (rejects, nowhere, NULL, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ledger-rows/values", test_values },
    { "/ledger-rows/status", test_status },
    { "/ledger-rows/rejects", test_rejects },
    { "/ledger-rows/doubles", test_doubles },
    { "/ledger-rows/odd", test_odd },
    { "/ledger-rows/zone", test_zone },
    { "/ledger-rows/no-header", test_no_header },
    { "/ledger-rows/unreadable", test_unreadable },
    { "/ledger-rows/cancelled", test_cancelled },
    { "/ledger-rows/write-rejects", test_write_rejects },
    { "/ledger-rows/rejects-nowhere", test_rejects_nowhere },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
