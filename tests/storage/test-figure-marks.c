/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-figure-marks.h"
#include "storage/bh-settings.h"

#include "support/bh-test-store.h"

/* Which months a transaction marks. The clock stands in March 2026. */

#define DAY (24 * 3600 * BH_USEC_PER_SEC)

/* "0:1 202603:2": every month with its stamp. */
static char *
describe_marks (BhTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (test->store, &error);
  g_autoptr (GArray) stamps = bh_figure_marks_read (reader, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < stamps->len; i++)
    {
      const BhMonthStamp *own = &g_array_index (stamps, BhMonthStamp, i);

      g_string_append_printf (text, "%s%d:%d", text->len > 0 ? " " : "", own->month,
                              (int) own->stamp);
    }

  return g_string_free (text, FALSE);
}

static void
assert_marks (BhTestStore *test, const char *expected)
{
  g_autofree char *marks = describe_marks (test);

  g_assert_cmpstr (marks, ==, expected);
}

static BhTicket *
load (BhWork *work, const char *number)
{
  g_autoptr (GError) error = NULL;
  BhTicket *ticket = bh_work_load_ticket (work, bh_work_find_ticket (work, number, &error), &error);

  g_assert_no_error (error);

  return ticket;
}

static gboolean
add_two (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_register (work, "A-1", 0);
  bh_test_work_register (work, "A-2", 0);

  return TRUE;
}

static gboolean
close_first (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_close (work, load (work, "A-1"));

  return TRUE;
}

static gboolean
add_note (BhWork *work, gpointer number, GError **error)
{
  return bh_test_work_record (work, load (work, number), BH_VERB_NOTE, "note=看过了\n", error)
         != NULL;
}

static gboolean
reopen_first (BhWork *work, gpointer data, GError **error)
{
  return bh_test_work_record (work, load (work, "A-1"), BH_VERB_REOPEN, "reason=又漏了\n", error)
         != NULL;
}

static gboolean
withdraw_first (BhWork *work, gpointer data, GError **error)
{
  return bh_test_work_record (work, load (work, "A-1"), BH_VERB_WITHDRAW, "reason=算了\n", error)
         != NULL;
}

static gboolean
undo_first (BhWork *work, gpointer data, GError **error)
{
  BhTicket *ticket = load (work, "A-1");
  g_autofree char *inputs = g_strdup_printf ("seq=%d\n", ticket->head_seq);

  return bh_test_work_record (work, ticket, BH_VERB_UNDO, inputs, error) != NULL;
}

static void
advance (BhTestStore *test, int days)
{
  bh_clock_set (test->clock, bh_clock_now (test->clock) + days * DAY);
}

/* However many tickets a transaction changes, each month is marked once. */
static void
test_spans (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  assert_marks (test, "");
  bh_test_store_write (test, add_two, NULL);
  assert_marks (test, "202603:1");

  /* Open for as long as now is. */
  advance (test, 70);
  bh_test_store_write (test, close_first, NULL);
  assert_marks (test, "202603:2 202604:1 202605:1");

  advance (test, 70);
  bh_test_store_write (test, add_note, (gpointer) "A-2");
  assert_marks (test, "202603:3 202604:2 202605:2 202606:1 202607:1");

  /* What is not open any more until the last that happened to it: what was counted later had
   * nothing of it, and then has. */
  bh_test_store_write (test, reopen_first, NULL);
  assert_marks (test, "202603:4 202604:3 202605:3 202606:2 202607:2");
  advance (test, 31);
  bh_test_store_write (test, withdraw_first, NULL);
  advance (test, 31);
  bh_test_store_write (test, undo_first, NULL);
  assert_marks (test, "202603:6 202604:5 202605:5 202606:4 202607:4 202608:2 202609:1");
}

static gboolean
change_nothing (BhWork *work, gpointer data, GError **error)
{
  return load (work, "A-1") != NULL;
}

static gboolean
set_name (BhWork *work, gpointer data, GError **error)
{
  return bh_settings_set (work, "office-name", "滨河花园", error);
}

static gboolean
fail (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_register (work, "A-3", 0);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "");

  return FALSE;
}

static void
test_register (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;

  bh_test_store_write (test, add_two, NULL);
  bh_test_store_write (test, change_nothing, NULL);
  assert_marks (test, "202603:1");
  bh_test_store_write (test, set_name, NULL);
  assert_marks (test, "0:1 202603:1");
  g_assert_false (bh_store_write (test->store, fail, NULL, NULL, &error));
  assert_marks (test, "0:1 202603:1");
}

static gboolean
repeat_first (BhWork *work, gpointer data, GError **error)
{
  BhTicket *first = load (work, "A-1"), *second = load (work, "A-3");
  g_autofree char *inputs = g_strdup_printf ("repeat-of=%" G_GINT64_FORMAT "\n", first->id);

  return bh_test_work_record (work, second, BH_VERB_LINK, inputs, error) != NULL;
}

static gboolean
add_third (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_register (work, "A-3", 0);

  return TRUE;
}

/* Whether the first was fixed at once depends on what repeats it. */
static void
test_repeats (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, add_two, NULL);
  bh_test_store_write (test, close_first, NULL);
  assert_marks (test, "202603:2");
  advance (test, 40);
  bh_test_store_write (test, add_third, NULL);
  assert_marks (test, "202603:2 202604:1");
  bh_test_store_write (test, repeat_first, NULL);
  assert_marks (test, "202603:3 202604:2");
  bh_test_store_write (test, add_note, (gpointer) "A-3");
  assert_marks (test, "202603:4 202604:3");
}

/* What one event touched waits in its row, and is counted in with that of many: whoever looks sees
 * the same. */
static void
test_waiting (void)
{
  static const char WAITING[] = "SELECT count (*) FROM event WHERE first_month IS NOT NULL AND id >"
                                " (SELECT event_id FROM figure_counted)";
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  gint64 most = 0;

  bh_test_store_write (test, add_two, NULL);
  for (int i = 2; i <= 200; i++)
    {
      g_autofree char *expected = g_strdup_printf ("202603:%d", i);

      bh_test_store_write (test, add_note, (gpointer) "A-2");
      assert_marks (test, expected);
      most = MAX (most, bh_test_store_get_single (test, WAITING));
    }
  g_assert_cmpint (most, >, 32);
  g_assert_cmpint (most, <=, 64);

  /* A register that changes counts in what waits. */
  bh_test_store_write (test, set_name, NULL);
  assert_marks (test, "0:1 202603:200");
  g_assert_cmpint (bh_test_store_get_single (test, WAITING), ==, 0);
}

static gboolean
advance_last_event (BhWork *work, gpointer data, GError **error)
{
  return bh_connection_execute (bh_work_get_connection (work),
                                "UPDATE figure_counted SET event_id = 9223372036854775807", error);
}

/* An event whose number is not after that of the last one that was counted in would wait for ever:
 * a clock was set back. */
static void
test_set_back (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, add_two, NULL);
  bh_test_store_write (test, advance_last_event, NULL);
  bh_test_store_write (test, add_note, (gpointer) "A-2");
  assert_marks (test, "202603:2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-marks/spans", test_spans);
  g_test_add_func ("/figure-marks/register", test_register);
  g_test_add_func ("/figure-marks/repeats", test_repeats);

  g_test_add_func ("/figure-marks/waiting", test_waiting);
  g_test_add_func ("/figure-marks/set-back", test_set_back);

  return g_test_run ();
}
