/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-repeat-chains.h"
#include "insight/bh-test-figures.h"
#include "storage/bh-ticket-repository.h"

typedef struct
{
  BhTestStore *office;
  gint64 leak[4]; /* each repeats the first, the last one the third */
  gint64 lamp[2];
  gint64 door[2]; /* the first is void */
} Fixture;

static gint64
receive (Fixture *f, const char *at, const char *summary, gint64 repeat_of)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();

  bh_payload_set (payload, "summary", summary);
  bh_payload_set (payload, "kind", "complaint");
  bh_payload_set (payload, "place-text", "东门");
  if (repeat_of != 0)
    bh_payload_set_int (payload, "repeat-of", repeat_of);

  return bh_test_record_with (f->office, 0, BH_VERB_NEW, bh_test_at (at), payload);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new_at (bh_test_at ("2026-06-01"));
  f->leak[0] = receive (f, "2026-01-05", "漏水", 0);
  f->lamp[0] = receive (f, "2026-01-06", "灯坏", 0);
  f->leak[1] = receive (f, "2026-02-05", "又漏水", f->leak[0]);
  f->door[0] = receive (f, "2026-02-06", "门坏", 0);
  f->door[1] = receive (f, "2026-03-02", "门又坏", f->door[0]);
  f->leak[2] = receive (f, "2026-03-05", "还漏水", f->leak[0]);
  f->lamp[1] = receive (f, "2026-03-06", "灯又坏", f->lamp[0]);
  f->leak[3] = receive (f, "2026-04-05", "再漏水", f->leak[2]);
  bh_test_record (f->office, f->lamp[1], BH_VERB_WITHDRAW, bh_test_at ("2026-05-20"), "reason",
                  "好了", NULL);
  bh_test_record (f->office, f->door[0], BH_VERB_VOID, bh_test_at ("2026-02-07"), "reason", "误",
                  NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bh_test_store_free (f->office);
}

typedef struct
{
  BhOffice *office;
  BhPeriod period;
  BhTicketFilter *filter;
  guint n_most;
  BhRepeatChain *chain;
  gint64 as_of;
} Request;

static gpointer
compute_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Request *q = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, q->office, q->as_of, BH_INSIGHT_EXACT, cancellable);

  return bh_repeat_chains_compute (insight, &q->period, q->filter, q->n_most, error);
}

static gpointer
list_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Request *q = user_data;
  g_autoptr (BhTicketFilter) filter = bh_repeat_chain_filter (q->chain);

  return bh_ticket_repository_list_ids (connection, filter, q->office, bh_test_at ("2026-06-01"),
                                        BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, error);
}

/* @expected: summary and length of each; the list behind each has just its tickets. */
static void
assert_chains (Fixture *f,
               const char *from,
               const char *to,
               const char *filter,
               guint n_most,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (f->office->store);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  Request request = { office, { bh_test_at (from), bh_test_at (to) },
                      parsed, n_most,
                      NULL,   bh_test_at ("2026-06-01") };
  g_autoptr (GPtrArray) chains = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  chains = bh_store_read (f->office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < chains->len; i++)
    {
      g_autoptr (GArray) ids = NULL;
      const BhRepeatLink *first;

      request.chain = g_ptr_array_index (chains, i);
      first = g_ptr_array_index (request.chain->links, 0);
      g_string_append_printf (found, "%s%s %u", i > 0 ? ", " : "", request.chain->summary,
                              request.chain->links->len);
      g_assert_cmpstr (request.chain->place, ==, "东门");
      g_assert_cmpint (first->status, ==, BH_STATUS_REGISTERED);
      ids = bh_store_read (f->office->store, list_in_worker, &request, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, request.chain->links->len);
      g_assert_cmpint (g_array_index (ids, gint64, 0), ==, first->ticket_id);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_chains (Fixture *f, gconstpointer data)
{
  /* In March two came again; one came before that, what came later is not known then. The door
   * repeats a void ticket: nothing. */
  assert_chains (f, "2026-03-01", "2026-04-01", NULL, 10, "漏水 3, 灯坏 2");
  assert_chains (f, "2026-03-01", "2026-04-01", NULL, 1, "漏水 3");
  assert_chains (f, "2026-04-01", "2026-05-01", NULL, 10, "漏水 4");
  assert_chains (f, "2026-02-01", "2026-03-01", "kind:complaint", 10, "漏水 2");
  assert_chains (f, "2026-02-01", "2026-03-01", "kind:repair", 10, "");
  assert_chains (f, "2026-01-01", "2026-02-01", NULL, 10, "");
}

/* What happened later is not known yet. */
static void
test_status (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *as_of;
    BhStatus status;
  } cases[] = { { "2026-04-15", BH_STATUS_NONE }, { "2026-06-01", BH_STATUS_WITHDRAWN } };
  g_autoptr (BhOffice) office = bh_store_dup_office (f->office->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Request request = { office, { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") },
                          NULL,   10,
                          NULL,   bh_test_at (cases[i].as_of) };
      g_autoptr (GPtrArray) chains
          = bh_store_read (f->office->store, compute_in_worker, &request, NULL, &error);
      const BhRepeatChain *lamp;

      g_assert_no_error (error);
      lamp = g_ptr_array_index (chains, 1);
      g_assert_cmpint (((BhRepeatLink *) g_ptr_array_index (lamp->links, 0))->status, ==,
                       BH_STATUS_REGISTERED);
      g_assert_cmpint (((BhRepeatLink *) g_ptr_array_index (lamp->links, 1))->status, ==,
                       cases[i].status);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/repeat-chains/chains", Fixture, NULL, set_up, test_chains, tear_down);
  g_test_add ("/repeat-chains/status", Fixture, NULL, set_up, test_status, tear_down);

  return g_test_run ();
}
