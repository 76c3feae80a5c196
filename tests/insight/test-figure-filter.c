/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"
#include "insight/bh-figure-filter.h"
#include "insight/bh-test-walk.h"
#include "storage/bh-ticket-repository.h"

/* The list behind a figure has just the tickets that it counted. */

#define N_QUESTIONS 24
#define DAY (24 * 3600 * BH_USEC_PER_SEC)

static BhTicketFilter *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BhTicketFilter *filter = bh_ticket_filter_parse (text, &error);

  g_assert_no_error (error);

  return filter;
}

typedef struct
{
  BhOffice *office;
  BhTicketFilter *filter;
  gint64 now;
} Request;

static gpointer
list_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Request *q = user_data;

  return bh_ticket_repository_list_ids (connection, q->filter, q->office, q->now,
                                        BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, error);
}

static GHashTable *
list_ids (BhTestWalk *walk, const char *text, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicketFilter) filter = parse (text);
  Request request = { walk->office, filter, now };
  g_autoptr (GArray) ids
      = bh_store_read (walk->store->store, list_in_worker, &request, NULL, &error);
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  g_assert_cmpuint (g_hash_table_size (set), ==, ids->len);

  return set;
}

/* What every history of the walk adds to every figure. */
static GPtrArray *
count_all (BhTestWalk *walk, const BhPeriod *period, gint64 now)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_test_expected_free);

  for (guint i = 0; i < walk->histories->len; i++)
    {
      BhTestExpected *expected = bh_test_expected_new ();

      bh_test_expected_count (expected, g_ptr_array_index (walk->histories, i), period, now,
                              walk->office);
      g_ptr_array_add (all, expected);
    }

  return all;
}

static gboolean
is_counted (const BhTestExpected *expected, BhFigureId figure, BhFigurePart part)
{
  if (part == BH_FIGURE_PART_REST)
    return expected->numerators[figure] < expected->denominators[figure];
  if (part == BH_FIGURE_PART_NUMERATOR || figure == BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS)
    return expected->numerators[figure] > 0;

  return expected->counts[figure] > 0 || expected->denominators[figure] > 0
         || expected->samples[figure]->len > 0;
}

/* One question about all figures. */
typedef struct
{
  BhTestWalk *walk;
  BhPeriod period;
  gint64 now;
  BhTicketFilter *base;
  GPtrArray *expected; /* (element-type BhTestExpected) */
} Question;

static void
assert_list (const Question *q, BhFigureId figure, BhFigurePart part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicketFilter) filter = bh_figure_filter_part (
      figure, part, &q->period, bh_office_get_time (q->walk->office), q->base, &error);
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GArray) kinds = bh_ticket_filter_get_codes (q->base, BH_FILTER_KIND);

  g_assert_no_error (error);
  ids = list_ids (q->walk, bh_ticket_filter_to_text (filter), q->now);
  for (guint i = 0; i < q->walk->histories->len; i++)
    {
      BhTicket *ticket = ((BhTestHistory *) g_ptr_array_index (q->walk->histories, i))->ticket;
      gboolean asked = kinds == NULL || g_array_index (kinds, int, 0) == (int) ticket->kind;
      gboolean counted = asked && is_counted (g_ptr_array_index (q->expected, i), figure, part);

      if (counted != g_hash_table_contains (ids, &ticket->id))
        g_error ("%s: ticket %s should%s be in “%s”", bh_figure_get_info (figure)->key,
                 ticket->number, counted ? "" : " not", bh_ticket_filter_to_text (filter));
    }
}

/* Of all figures and their parts, in any period; with all limits passed, and with some to come. */
static void
test_lists (void)
{
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) repairs = parse ("kind:repair");
  gint64 last = 0;

  for (guint i = 0; i < walk->histories->len; i++)
    last = MAX (last, ((BhTestHistory *) g_ptr_array_index (walk->histories, i))->ticket->last_at);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      gint64 a = bh_test_walk_pick_instant (walk), b = bh_test_walk_pick_instant (walk);
      Question q = { walk,
                     { MIN (a, b), MAX (a, b) + 1 },
                     i % 2 ? last + 1 : last + 400 * DAY,
                     i % 4 == 0 ? repairs : all,
                     NULL };
      g_autoptr (GPtrArray) expected = count_all (walk, &q.period, q.now);

      q.expected = expected;
      for (guint j = 0; j < BH_N_FIGURES; j++)
        for (guint part = BH_FIGURE_PART_ALL; part <= BH_FIGURE_PART_REST; part++)
          if (part == BH_FIGURE_PART_ALL || bh_figure_has_parts ((BhFigureId) j))
            assert_list (&q, (BhFigureId) j, (BhFigurePart) part);
    }
}

static void
assert_joined (BhFigureId figure, const char *base, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", &error);
  const BhPeriod period = { bh_test_at ("2026-10-01"), bh_test_at ("2026-11-01") };
  g_autoptr (BhTicketFilter) filter = parse (base);
  g_autoptr (BhTicketFilter) joined = bh_figure_filter (figure, &period, time, filter, &error);

  if (expected == NULL)
    {
      g_assert_null (joined);
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (bh_ticket_filter_to_text (joined), ==, expected);
}

/* What the base asks for stays; where both cannot be, there is nothing. */
static void
test_joins (void)
{
  const char *nothing = "status:open closed:2000-01-01..";

  assert_joined (BH_FIGURE_FINISHED, NULL, "status:open,closed finished:2026-10");
  assert_joined (BH_FIGURE_FINISHED, "kind:repair grade:urgent",
                 "status:open,closed kind:repair grade:urgent finished:2026-10");
  assert_joined (BH_FIGURE_FINISHED, "received:2026-09",
                 "status:open,closed received:2026-09 finished:2026-10");
  assert_joined (BH_FIGURE_FINISHED, "status:open", "status:open finished:2026-10");
  assert_joined (BH_FIGURE_FINISHED, "status:ended,planned",
                 "status:planned,closed finished:2026-10");
  assert_joined (BH_FIGURE_FINISHED, "status:merged", nothing);
  assert_joined (BH_FIGURE_RECEIVED, "status:merged,void", "status:merged received:2026-10");
  assert_joined (BH_FIGURE_RECEIVED, "received:2026-10-15..2026-12-01,2026-09",
                 "status:open,closed,merged,withdrawn,declined "
                 "received:2026-10-15..2026-11-01");
  assert_joined (BH_FIGURE_RECEIVED, "received:2026-09", nothing);
  assert_joined (BH_FIGURE_COMPLETION_ON_TIME, "completion:late",
                 "status:open,closed,withdrawn,declined received:2026-10 completion:late");
  assert_joined (BH_FIGURE_OPEN_AT_END, "open-at-end:2026-10",
                 "status:open,closed,withdrawn,declined open-at-end:2026-10");
  assert_joined (BH_FIGURE_OPEN_AT_END, "open-at-end:2026-09", NULL);
  assert_joined (BH_FIGURE_SATISFACTION, "scored-in:2026-09", NULL);
  assert_joined (BH_FIGURE_SIGNOFF_SHARE, "signoff-due:no", nothing);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-filter/lists", test_lists);
  g_test_add_func ("/figure-filter/joins", test_joins);

  return g_test_run ();
}
