/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check.h"
#include "storage/bh-seal.h"
#include "support/bh-test-tickets.h"

#define START (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC) /* 2026-03-02 08:00 */
#define HOUR (3600 * BH_USEC_PER_SEC)
#define DAY (24 * HOUR)

/* Three tickets: W2026-000001 is closed, the others wait. */
static BhTestStore *
open_office (void)
{
  BhTestStore *office = bh_test_store_new_at (START);
  gint64 id = bh_test_record (office, 0, BH_VERB_NEW, START, NULL);

  bh_test_record (office, id, BH_VERB_NOTE, START, "text", "问过", NULL);
  bh_test_record (office, id, BH_VERB_ANSWER, START, "result", "好了", NULL);
  bh_test_record (office, 0, BH_VERB_NEW, START, NULL);
  bh_clock_set (office->clock, START + DAY);
  id = bh_test_record (office, 0, BH_VERB_NEW, START + DAY, NULL);
  bh_test_record (office, id, BH_VERB_REMIND, START + DAY, NULL);

  return office;
}

static gboolean
seal_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_seal_days (work, bh_clock_now (bh_work_get_clock (work)), error);
}

static void
seal (BhTestStore *office, gint64 now)
{
  bh_clock_set (office->clock, now);
  bh_test_store_write (office, seal_in_worker, NULL);
}

/* All that is wrong, a line each. */
static char *
join_problems (GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (problems, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
check (BhTestStore *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = bh_check_run (office->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return join_problems (problems);
}

static void
assert_sound (BhTestStore *office)
{
  g_autofree char *text = check (office);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = bh_check_refold (office->store, NULL, NULL, NULL, &error);
  g_autofree char *refolded = NULL;

  g_assert_no_error (error);
  refolded = join_problems (differences);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (refolded, ==, "");
}

/* @parts: texts that a line of the check has, in order of their places */
static void
assert_found (BhTestStore *office, const char *pattern)
{
  g_autofree char *text = check (office);

  if (!g_pattern_match_simple (pattern, text))
    g_error ("\"%s\" is not in:\n%s", pattern, text);
}

static void
test_sound (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  assert_sound (office);
  seal (office, START + 5 * DAY);
  assert_sound (office);
  /* Once more, and after another day. */
  seal (office, START + 5 * DAY);
  bh_test_record (office, 0, BH_VERB_NEW, START + 5 * DAY, NULL);
  seal (office, START + 7 * DAY);
  assert_sound (office);
}

static void
test_changed_event (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office, "UPDATE event SET at = at - 60000000 WHERE verb = 15");
  assert_found (office, "*Ticket W2026-000001: record 2 of the history was changed*");
}

/* Even with a hash that fits, the next one does not. */
static void
test_changed_text (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office, "UPDATE event SET payload = replace (payload, '好了', '没好')");
  assert_found (office, "*Ticket W2026-000001: record 3 of the history was changed*");
}

static void
test_missing_event (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office, "DELETE FROM event WHERE verb = 15");
  assert_found (office, "*Ticket W2026-000001: record 2 of the history is missing*");
}

static void
test_cut_tail (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office, "DELETE FROM event WHERE verb = 16");
  assert_found (office, "*Ticket W2026-000003: the end of the history is missing: 2 *, 1 *");
}

/* Who adapts the ticket as well is found by the seal of the day. */
static void
test_cut_tail_and_head (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  seal (office, START + 5 * DAY);
  bh_test_execute (office, "DELETE FROM event WHERE verb = 16;"
                           "UPDATE ticket SET reminders = 0, head_seq = 1, head_hash ="
                           " (SELECT hash FROM event WHERE ticket_id = ticket.id AND seq = 1)"
                           " WHERE number = 'W2026-000003'");
  assert_found (office, "*No community, 2026-03-03: *not those that were sealed*");
}

static void
test_deleted_ticket (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office, "DELETE FROM ticket WHERE number = 'W2026-000002'");
  assert_found (office, "*rows of the table event refer to rows of ticket*");
  assert_found (office, "*Ticket W2026-000002 was deleted*");
}

/* Without a trace but in the seal, and in the numbers that were given. */
static void
test_deleted_all (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  seal (office, START + 5 * DAY);
  bh_test_execute (office,
                   "CREATE TEMP TABLE gone AS SELECT id FROM ticket WHERE number = 'W2026-000002';"
                   "DELETE FROM event WHERE ticket_id IN gone;"
                   "DELETE FROM round WHERE ticket_id IN gone;"
                   "DELETE FROM stage WHERE ticket_id IN gone;"
                   "DELETE FROM complainant WHERE ticket_id IN gone;"
                   "DELETE FROM ticket WHERE id IN gone");
  assert_found (office, "*No community, 2026-03-02: * 2 tickets *only 1 *");
  assert_found (office, "*have no ticket: W2026-000002\n");
}

static void
test_removed_seal (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  seal (office, START + 5 * DAY);
  bh_test_execute (office, "DELETE FROM seal WHERE day = 20260304");
  assert_found (office, "*2026-03-05: the seal does not follow the one before it*");
}

/* Another time zone moves the days, not what is sealed. */
static void
test_moved_days (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  seal (office, START + 5 * DAY);
  bh_test_execute (office, "UPDATE setting SET value = 'America/New_York' WHERE key = 'timezone'");
  bh_store_close (office->store);
  g_clear_object (&office->store);
  office->store = bh_store_open (office->path, BH_OPEN_EXISTING, office->clock, NULL);
  seal (office, START + 9 * DAY);
  assert_found (office, "");
}

static void
test_clocks (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office, "UPDATE stage SET done_at = started_at - 1 WHERE ticket_id ="
                           " (SELECT id FROM ticket WHERE number = 'W2026-000001')");
  bh_test_execute (office, "INSERT INTO stage SELECT ticket_id, 9, community_id, round, 2,"
                           " started_at, NULL, NULL, 0, 0, NULL, NULL, NULL, 0 FROM stage"
                           " WHERE"
                           " ticket_id = (SELECT id FROM ticket WHERE number ="
                           " 'W2026-000002')");
  bh_test_execute (office, "UPDATE ticket SET closed_at = 1 WHERE number = 'W2026-000003'");
  assert_found (office, "*Ticket W2026-000001: a stage ends before it starts*");
  assert_found (office, "*Ticket W2026-000002: more than one stage runs*");
  assert_found (office, "*Ticket W2026-000003: status and time of closing do not agree*");
}

/* A pause that the round does not know, and one that only the round knows. */
static void
test_pauses (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *text = NULL;

  bh_test_execute (office, "UPDATE ticket SET paused = 60 WHERE number = 'W2026-000001';"
                           "UPDATE round SET paused_inside = 60 WHERE ticket_id ="
                           " (SELECT id FROM ticket WHERE number = 'W2026-000003')");
  assert_found (office, "Ticket W2026-000001: its pauses are not those of its round.\n"
                        "Ticket W2026-000003: its pauses are not those of its round.\n");

  bh_test_execute (office, "UPDATE round SET paused_inside = 0");
  differences = bh_check_refold (office->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = join_problems (differences);
  g_assert_true (g_pattern_match_simple (
      "Ticket W2026-000001 is not what its history says: *paused*60*0*\n", text));
}

/* Whether a matter was raised again is not a part of its own history: what other tickets say is. */
static void
test_repeated (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office, "UPDATE ticket SET repeated = 1 WHERE number = 'W2026-000001'");
  assert_found (office, "Ticket W2026-000001: whether it was raised again does not agree with the "
                        "tickets that repeat it.\n");
}

/* A suspension that never began, one that ends before it begins, and two questions at once. */
static void
test_suspensions (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office,
                   "UPDATE ticket SET suspended_until = 9 WHERE number = 'W2026-000001';"
                   "INSERT INTO pause (ticket_id, idx, round, from_at, until_at, to_at, reason)"
                   " SELECT id, 0, 1, 20, 30, 10, 1 FROM ticket WHERE number = 'W2026-000002';"
                   "INSERT INTO request (ticket_id, idx, seq, verb, asked_at, decision)"
                   " SELECT id, x.n, x.n, 36, 1, 0 FROM ticket JOIN (SELECT 0 AS n UNION SELECT 1)"
                   " AS x WHERE number = 'W2026-000003'");
  assert_found (office, "*Ticket W2026-000001: whether it is suspended*do not agree*");
  assert_found (office, "*Ticket W2026-000002: a suspension ends before it begins*");
  assert_found (office, "*Ticket W2026-000003: more waits for approval than can*");
}

static void
test_refold (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *text = NULL;

  bh_test_execute (office, "UPDATE ticket SET completion_due = completion_due + 3600000000"
                           " WHERE number = 'W2026-000002'");
  problems = bh_check_refold (office->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = join_problems (problems);
  g_assert_true (g_pattern_match_simple (
      "Ticket W2026-000002 is not what its history says: *completion*\n", text));
}

/* Added to the end with a hash that fits nothing, and between two others. */
static void
test_inserted_event (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  bh_test_execute (office, "CREATE TEMP TABLE more AS SELECT * FROM event WHERE verb = 16;"
                           "UPDATE more SET id = 99, seq = 3;"
                           "INSERT INTO event SELECT * FROM more");
  assert_found (office, "*Ticket W2026-000003: *record*3*");
}

/* The history is whole, and what is stored beside it is not what it says. */
static void
assert_refolded (const char *sql, const char *pattern)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *text = NULL;

  bh_test_execute (office, sql);
  problems = bh_check_refold (office->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = join_problems (problems);
  if (!g_pattern_match_simple (pattern, text))
    g_error ("after %s: \"%s\" is not in:\n%s", sql, pattern, text);
}

#define OF_SECOND " FROM ticket WHERE number = 'W2026-000002'"

static void
test_parts (void)
{
  static const char second[] = "Ticket W2026-000002 is not what its history says: *";

  assert_refolded ("UPDATE ticket SET summary = '没事' WHERE number = 'W2026-000002'", second);
  assert_refolded ("INSERT INTO pause (ticket_id, idx, round, from_at, until_at, to_at, reason)"
                   " SELECT id, 0, 1, 10, 30, 20, 1" OF_SECOND,
                   second);
  assert_refolded ("INSERT INTO request (ticket_id, idx, seq, verb, asked_at, decision)"
                   " SELECT id, 0, 1, 36, 1, 1" OF_SECOND,
                   second);
  assert_refolded ("INSERT INTO task (ticket_id, idx, round, seq, what, asked_at, outcome)"
                   " SELECT id, 0, 1, 1, '清理', 1, 1" OF_SECOND,
                   second);
  assert_refolded ("INSERT INTO warning (ticket_id, idx, round, clock, stage_seq, threshold, at)"
                   " SELECT id, 0, 1, 9, 0, 100, 1" OF_SECOND,
                   second);
  assert_refolded ("INSERT INTO attachment (ticket_id, idx, seq, at, hash, name, type, size, use)"
                   " SELECT id, 0, 1, 1, '00', 'a.png', 'image/png', 1, 1" OF_SECOND,
                   second);
  assert_refolded (
      "UPDATE stage SET due_at = due_at + 1 WHERE ticket_id = (SELECT id" OF_SECOND ")", second);
}

static void
test_cancelled (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bh_check_run (office->store, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/sound", test_sound);
  g_test_add_func ("/check/changed-event", test_changed_event);
  g_test_add_func ("/check/changed-text", test_changed_text);
  g_test_add_func ("/check/missing-event", test_missing_event);
  g_test_add_func ("/check/cut-tail", test_cut_tail);
  g_test_add_func ("/check/cut-tail-and-head", test_cut_tail_and_head);
  g_test_add_func ("/check/deleted-ticket", test_deleted_ticket);
  g_test_add_func ("/check/deleted-all", test_deleted_all);
  g_test_add_func ("/check/removed-seal", test_removed_seal);
  g_test_add_func ("/check/moved-days", test_moved_days);
  g_test_add_func ("/check/clocks", test_clocks);
  g_test_add_func ("/check/pauses", test_pauses);
  g_test_add_func ("/check/repeated", test_repeated);
  g_test_add_func ("/check/suspensions", test_suspensions);
  g_test_add_func ("/check/refold", test_refold);
  g_test_add_func ("/check/inserted-event", test_inserted_event);
  g_test_add_func ("/check/parts", test_parts);
  g_test_add_func ("/check/cancelled", test_cancelled);

  return g_test_run ();
}
