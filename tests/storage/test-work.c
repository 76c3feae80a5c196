/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

#include "support/bh-test-store.h"

#define HOUR (3600 * BH_USEC_PER_SEC)

/* The stored history gives the stored ticket, and its chain holds. */
static void
assert_history (BhWork *work, BhTicket *ticket)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = bh_work_load_events (work, ticket->id, &error);
  g_autoptr (BhTicket) folded = NULL;
  g_autofree char *difference = NULL;
  const char *previous = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (events, i);
      g_autofree char *hash = bh_event_compute_hash (event, previous);

      g_assert_cmpint (event->seq, ==, i + 1);
      g_assert_cmpstr (event->hash, ==, hash);
      previous = event->hash;
    }
  g_assert_cmpstr (ticket->head_hash, ==, previous);

  folded = bh_ticket_fold (events, bh_work_get_office (work, NULL), &error);
  g_assert_no_error (error);
  difference = bh_ticket_diff (ticket, folded);
  g_assert_cmpstr (difference, ==, NULL);
}

static gboolean
record_chain (BhWork *work, gpointer data, GError **error)
{
  BhTicket *ticket = bh_test_work_register (work, NULL, 0);

  g_assert_cmpint (ticket->id, >, 0);
  g_assert_cmpstr (ticket->number, ==, "W2026-000001");
  g_assert_true (bh_work_load_ticket (work, ticket->id, NULL) == ticket);
  bh_test_work_close (work, ticket);
  assert_history (work, ticket);
  g_assert_cmpint (ticket->version, ==, 0);
  g_assert_true (bh_work_flush (work, error));
  g_assert_cmpint (ticket->version, ==, 1);
  g_assert_cmpint (bh_work_find_ticket (work, "W2026-000001", NULL), ==, ticket->id);

  return TRUE;
}

static void
test_chain (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, record_chain, NULL);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM event"), ==, 8);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (DISTINCT salt) FROM event"), ==,
                   8);
}

static gboolean
find_unknown (BhWork *work, gpointer data, GError **error)
{
  return bh_work_find_ticket (work, "W1999-000001", error) != 0;
}

static gboolean
load_unknown (BhWork *work, gpointer data, GError **error)
{
  return bh_work_load_ticket (work, 4711, error) != NULL;
}

static void
test_unknown (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_store_write (test->store, find_unknown, NULL, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "W1999-000001"));
  g_clear_error (&error);
  g_assert_false (bh_store_write (test->store, load_unknown, NULL, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
}

/* A verb that cannot follow leaves nothing, and the transaction goes on. */
static gboolean
record_refused (BhWork *work, gpointer data, GError **error)
{
  BhTicket *ticket = bh_test_work_register (work, NULL, 0);
  g_autoptr (GError) local = NULL;

  g_assert_null (bh_test_work_record (work, ticket, BH_VERB_SIGN, "by=owner\n", &local));
  g_assert_nonnull (local);
  g_assert_nonnull (bh_test_work_record (work, ticket, BH_VERB_NOTE, "text=x\n", error));
  assert_history (work, ticket);

  return TRUE;
}

static void
test_refused (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, record_refused, NULL);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT max (seq) FROM event"), ==, 2);
}

static gboolean
record_undo (BhWork *work, gpointer data, GError **error)
{
  BhTicket *ticket = bh_test_work_register (work, NULL, 0);
  gint64 id = ticket->id;

  bh_test_work_record (work, ticket, BH_VERB_DISPATCH, NULL, error);
  g_assert_true (bh_work_flush (work, error));
  g_assert_cmpuint (ticket->stages->len, ==, 2);

  g_assert_true (bh_test_work_record (work, ticket, BH_VERB_UNDO, "seq=2\n", error) == ticket);
  g_assert_cmpint (ticket->id, ==, id);
  g_assert_cmpint (ticket->version, ==, 1);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpuint (ticket->stages->len, ==, 1);
  g_assert_cmpint (ticket->head_seq, ==, 3);
  assert_history (work, ticket);

  return TRUE;
}

static void
test_undo (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, record_undo, NULL);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM stage"), ==, 1);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT status FROM ticket"), ==,
                   BH_STATUS_REGISTERED);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT version FROM ticket"), ==, 2);
}

static void
assert_next (BhWork *work, gint64 community_id, int year, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = bh_work_next_number (work, community_id, year, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, expected);
}

static gint64
add_community (BhWork *work, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, BH_PLACE_COMMUNITY, name, 0, 0, "");
  gint64 id = bh_register_add_place (work, place, &error);

  g_assert_no_error (error);

  return id;
}

static gboolean
count_numbers (BhWork *work, gpointer data, GError **error)
{
  gint64 first = add_community (work, "滨河花园");
  gint64 second = add_community (work, "阳光里");
  gint64 third = add_community (work, "月光林");
  gint64 fourth = add_community (work, "!!!");

  assert_next (work, 0, 2026, "W2026-000001");
  assert_next (work, first, 2026, "W2026-000002");
  assert_next (work, second, 2026, "YGL2026-000001");
  assert_next (work, third, 2026, "YGL22026-000001");
  assert_next (work, fourth, 2026, "W22026-000001");
  assert_next (work, first, 2027, "W2027-000001");
  assert_next (work, first, 2026, "W2026-000003");
  assert_next (work, 4711, 2026, "W2026-000004");

  /* Ledgers brought some of the next ones; one of them is not saved yet. */
  bh_test_work_register (work, "W2026-000005", 0);
  g_assert_true (bh_work_flush (work, error));
  bh_test_work_register (work, "W2026-000006", 0);
  assert_next (work, 0, 2026, "W2026-000007");

  return TRUE;
}

static void
test_numbers (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, count_numbers, NULL);
}

static gboolean
record_after_seal (BhWork *work, gpointer data, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO seal VALUES (0, 20260303, %" G_GINT64_FORMAT
                                          ", %" G_GINT64_FORMAT ", 0, '', '')",
                                          BH_TEST_NOW, BH_TEST_NOW + HOUR);

  g_assert_true (bh_connection_execute (bh_work_get_connection (work), sql, error));
  bh_test_work_register (work, NULL, 0);

  return TRUE;
}

/* The clock went back behind a seal: what is recorded now stays out of the sealed day. */
static void
test_sealed (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, record_after_seal, NULL);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT recorded_at FROM event"), ==,
                   BH_TEST_NOW + HOUR);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT at FROM event"), ==, BH_TEST_NOW);
}

static gboolean
forget_tickets (BhWork *work, gpointer data, GError **error)
{
  gint64 id = bh_test_work_register (work, NULL, 0)->id;
  BhTicket *again;

  g_assert_true (bh_work_forget (work, error));
  again = bh_work_load_ticket (work, id, error);
  g_assert_cmpint (again->version, ==, 1);
  bh_test_work_close (work, again);
  assert_history (work, again);

  return TRUE;
}

static void
test_forget (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, forget_tickets, NULL);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT status FROM ticket"), ==,
                   BH_STATUS_CLOSED);
}

static gboolean
change_office (BhWork *work, gpointer data, GError **error)
{
  BhOffice *before = bh_work_get_office (work, error);

  bh_register_add_department (work, "eng", "工程部", error);
  g_assert_null (bh_office_find (before, BH_TYPE_DEPARTMENT, "eng"));
  g_assert_nonnull (bh_office_find (bh_work_get_office (work, error), BH_TYPE_DEPARTMENT, "eng"));

  return TRUE;
}

static void
test_office (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, change_office, NULL);
}

static BhTicket *
load (BhWork *work, const char *number)
{
  g_autoptr (GError) error = NULL;
  BhTicket *ticket = bh_work_load_ticket (work, bh_work_find_ticket (work, number, &error), &error);

  g_assert_no_error (error);

  return ticket;
}

/* Made and finished in one transaction, as by an import. */
static gboolean
add_finished (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_close (work, bh_test_work_register (work, "A-1", 0));
  bh_test_work_close (work, bh_test_work_register (work, "A-2", 0));

  return TRUE;
}

static gboolean
raise_again (BhWork *work, gpointer number, GError **error)
{
  BhTicket *ticket = load (work, "B-1");
  g_autofree char *inputs
      = g_strdup_printf ("repeat-of=%" G_GINT64_FORMAT "\n", load (work, number)->id);

  return bh_test_work_record (work, ticket, BH_VERB_LINK, inputs, error) != NULL;
}

static gboolean
add_new (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_register (work, "B-1", 0);

  return TRUE;
}

static gboolean
undo_link (BhWork *work, gpointer data, GError **error)
{
  BhTicket *ticket = load (work, "B-1");
  g_autofree char *inputs = g_strdup_printf ("seq=%d\n", ticket->head_seq);

  return bh_test_work_record (work, ticket, BH_VERB_UNDO, inputs, error) != NULL;
}

static gboolean
reopen (BhWork *work, gpointer number, GError **error)
{
  return bh_test_work_record (work, load (work, number), BH_VERB_REOPEN, "reason=又漏了\n", error)
         != NULL;
}

/* @repeated: numbers of the tickets whose fix did not hold */
static void
assert_repeated (BhTestStore *test, const char *repeated)
{
  static const char *const numbers[] = { "A-1", "A-2", "B-1" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = bh_check_run (test->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT repeated FROM ticket WHERE number = '%s'", numbers[i]);

      g_assert_cmpint (bh_test_store_get_single (test, sql), ==,
                       g_strcmp0 (repeated, numbers[i]) == 0);
    }
}

/* Whether a fix held is kept beside the ticket, and follows whatever changes of both. */
static void
test_repeated (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, add_finished, NULL);
  bh_test_store_write (test, add_new, NULL);
  assert_repeated (test, NULL);
  bh_test_store_write (test, raise_again, (gpointer) "A-1");
  assert_repeated (test, "A-1");
  bh_test_store_write (test, raise_again, (gpointer) "A-2");
  assert_repeated (test, "A-2");
  bh_test_store_write (test, undo_link, NULL);
  assert_repeated (test, "A-1");

  /* What is not finished any more cannot be raised again. */
  bh_test_store_write (test, reopen, (gpointer) "A-1");
  assert_repeated (test, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/work/chain", test_chain);
  g_test_add_func ("/work/unknown", test_unknown);
  g_test_add_func ("/work/refused", test_refused);
  g_test_add_func ("/work/undo", test_undo);
  g_test_add_func ("/work/numbers", test_numbers);
  g_test_add_func ("/work/sealed", test_sealed);
  g_test_add_func ("/work/forget", test_forget);
  g_test_add_func ("/work/office", test_office);
  g_test_add_func ("/work/repeated", test_repeated);

  return g_test_run ();
}
