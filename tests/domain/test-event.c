/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-event.h"

#include "base/bh-clock.h"

#define AT G_GINT64_CONSTANT (1791000000000000)

static BhEvent *
make_event (void)
{
  g_autoptr (BhPayload) payload = bh_payload_new_from ("summary", "三楼漏水\n很急", "kind",
                                                       "complaint", "channel", "2", NULL);
  BhEvent *event = bh_event_new (BH_VERB_NEW, AT, AT + 60 * BH_USEC_PER_SEC, 5, 6, payload);

  event->ticket_id = 77;
  event->seq = 1;
  event->salt = 4711;

  return event;
}

static void
assert_hash (BhEvent *event, const char *previous, const char *expected)
{
  g_autofree char *hash = bh_event_compute_hash (event, previous);

  g_assert_cmpstr (hash, ==, expected);
}

/* The expected values were computed with another program from the description of the format. */
static void
test_known_answers (void)
{
  static const char first_hash[]
      = "6406725f178dae6f256cbdf9e674dfd57601843f347c833e3cd1db4081e8dd64";
  g_autoptr (BhEvent) first = make_event ();
  g_autoptr (BhPayload) nothing = bh_payload_new ();
  g_autoptr (BhEvent) second
      = bh_event_new (BH_VERB_ACCEPT, AT + 1, AT + 60 * BH_USEC_PER_SEC, 0, 6, nothing);

  assert_hash (first, NULL, first_hash);
  assert_hash (first, "", first_hash);

  second->ticket_id = 77;
  second->seq = 2;
  second->salt = 4712;
  assert_hash (second, first_hash,
               "f45bdee0b8ef9ae673c00bab98d18dd5c6409b53414cecd70b1ff3e71cb46b63");

  bh_payload_set (first->payload, "x", "a\\b\nc");
  assert_hash (first, NULL, "f88c6414d1d209a46d9d279266a826ba30ca804491f01e4f6e0c1c8bdd86cbc7");
}

static void
assert_differs (BhEvent *event)
{
  g_autoptr (BhEvent) original = make_event ();
  g_autofree char *a = bh_event_compute_hash (original, NULL);
  g_autofree char *b = bh_event_compute_hash (event, NULL);

  g_assert_cmpstr (a, !=, b);
}

/* Nothing can be changed without the hash showing it. */
static void
test_every_field_counts (void)
{
  g_autoptr (BhEvent) event = make_event ();
  g_autofree char *chained = bh_event_compute_hash (event, "00");
  g_autofree char *single = bh_event_compute_hash (event, NULL);

  g_assert_cmpstr (chained, !=, single);

  event->ticket_id++;
  assert_differs (event);
  event->ticket_id--;
  event->seq++;
  assert_differs (event);
  event->seq--;
  event->verb = BH_VERB_NOTE;
  assert_differs (event);
  event->verb = BH_VERB_NEW;
  event->at++;
  assert_differs (event);
  event->at--;
  event->recorded_at++;
  assert_differs (event);
  event->recorded_at--;
  event->actor_id++;
  assert_differs (event);
  event->actor_id--;
  event->entered_by++;
  assert_differs (event);
  event->entered_by--;
  event->salt++;
  assert_differs (event);
  event->salt--;
  bh_payload_set (event->payload, "summary", "三楼漏水");
  assert_differs (event);
  bh_payload_set (event->payload, "summary", "三楼漏水\n很急");
  bh_payload_set (event->payload, "kind", "repair");
  assert_differs (event);
  bh_payload_set (event->payload, "kind", "complaint");
  assert_hash (event, NULL, single);
}

static void
test_backfilled (void)
{
  g_autoptr (BhEvent) event = make_event ();

  g_assert_false (bh_event_is_backfilled (event));
  event->recorded_at = AT + BH_BACKFILL_SECONDS * BH_USEC_PER_SEC;
  g_assert_false (bh_event_is_backfilled (event));
  event->recorded_at++;
  g_assert_true (bh_event_is_backfilled (event));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event/known-answers", test_known_answers);
  g_test_add_func ("/event/every-field-counts", test_every_field_counts);
  g_test_add_func ("/event/backfilled", test_backfilled);

  return g_test_run ();
}
