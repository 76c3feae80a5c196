/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-pareto.h"
#include "insight/bh-test-figures.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

typedef struct
{
  BhTestStore *office;
  gint64 repair, pipes, lights; /* 维修 with 水管 and 灯 */
  gint64 fees;                  /* 费用, without leaves */
} Fixture;

static gboolean
add_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;

  f->repair = bh_register_add_category (work, 0, "wx", "维修", 0, BH_GRADE_NONE, error);
  f->pipes = bh_register_add_category (work, f->repair, "sg", "水管", 0, BH_GRADE_NONE, error);
  f->lights = bh_register_add_category (work, f->repair, "d", "灯", 0, BH_GRADE_NONE, error);
  f->fees = bh_register_add_category (work, 0, "fy", "费用", 0, BH_GRADE_NONE, error);
  bh_work_touch_register (work);

  return f->fees != 0;
}

static void
receive (Fixture *f, gint64 category, const char *at, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BhPayload) payload = bh_payload_new ();

      bh_payload_set_int (payload, "category", category);
      bh_payload_set (payload, "kind", i == 0 ? "complaint" : "repair");
      bh_test_record_with (f->office, 0, BH_VERB_NEW, bh_test_at (at), payload);
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_store_new_at (bh_test_at ("2026-05-01"));
  bh_test_store_write (f->office, add_register_in_worker, f);
  receive (f, f->pipes, "2026-03-31", 4);
  receive (f, f->lights, "2026-03-01", 2);
  receive (f, f->repair, "2026-03-02", 1);
  receive (f, f->fees, "2026-03-03", 3);
  receive (f, 0, "2026-03-04", 2);
  receive (f, f->pipes, "2026-02-01", 7);
  receive (f, f->fees, "2026-02-28", 5);
  receive (f, f->fees, "2026-01-31", 1);
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
  BhParetoLevel level;
  gint64 as_of;
  const BhPeriod *before;
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

  return bh_pareto_compute (insight, &q->period, q->before, q->filter, q->level, error);
}

static BhPareto *
compute_as_of (Fixture *f,
               const char *from,
               const char *to,
               const char *as_of,
               const char *filter,
               BhParetoLevel level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (f->office->store);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  Request request
      = { snapshot, { bh_test_at (from), bh_test_at (to) }, parsed, level, bh_test_at (as_of) };
  BhPareto *pareto;

  g_assert_no_error (error);
  pareto = bh_store_read (f->office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return pareto;
}

/* What it is compared with is said: February, not March. */
static void
test_compared (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (f->office->store);
  BhPeriod february = { bh_test_at ("2026-02-01"), bh_test_at ("2026-03-01") };
  Request request = { .office = snapshot,
                      .period = { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") },
                      .level = BH_PARETO_LEAF,
                      .as_of = bh_test_at ("2026-03-20"),
                      .before = &february };
  g_autoptr (BhPareto) pareto
      = bh_store_read (f->office->store, compute_in_worker, &request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (pareto->before.from, ==, february.from);
  for (guint i = 0; i < pareto->items->len; i++)
    {
      BhParetoItem *item = g_ptr_array_index (pareto->items, i);

      /* By the 20th only: the fees of the 28th do not count yet. */
      g_assert_cmpint (item->previous, ==, 0);
    }

  g_clear_pointer (&pareto, bh_pareto_free);
  request.as_of = bh_test_at ("2026-04-01");
  pareto = bh_store_read (f->office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((BhParetoItem *) g_ptr_array_index (pareto->items, 0))->previous, ==, 7);
}

static BhPareto *
compute (Fixture *f, const char *from, const char *to, const char *filter, BhParetoLevel level)
{
  return compute_as_of (f, from, to, "2026-05-01", filter, level);
}

static gpointer
list_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Request *q = user_data;

  return bh_ticket_repository_list_ids (connection, q->filter, q->office, bh_test_at ("2026-05-01"),
                                        BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, error);
}

static guint
count_list (Fixture *f, const char *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (f->office->store);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  Request request = { .office = snapshot, .filter = parsed };
  g_autoptr (GArray) ids = NULL;

  g_assert_no_error (error);
  ids = bh_store_read (f->office->store, list_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return ids->len;
}

/* @expected: "key count/previous" of each, and the list behind each has just as many. */
static void
assert_items (Fixture *f, BhPareto *pareto, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  gint64 total = 0;

  for (guint i = 0; i < pareto->items->len; i++)
    {
      BhParetoItem *item = g_ptr_array_index (pareto->items, i);

      g_string_append_printf (found, "%s%s %d/%d", i > 0 ? ", " : "", item->key, (int) item->count,
                              (int) item->previous);
      total += item->count;
      g_assert_cmpfloat_with_epsilon (item->share, (double) item->count / (double) pareto->total,
                                      1e-12);
      g_assert_cmpfloat_with_epsilon (item->cumulated, (double) total / (double) pareto->total,
                                      1e-12);
      g_assert_cmpint (count_list (f, item->filter), ==, item->count);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_cmpint (total, ==, pareto->total);
}

static void
test_leaves (Fixture *f, gconstpointer data)
{
  g_autoptr (BhPareto) pareto = compute (f, "2026-03-01", "2026-04-01", NULL, BH_PARETO_LEAF);
  BhParetoItem *last;

  assert_items (f, pareto, "维修/水管 4/7, 费用 3/5, none 2/0, 维修/灯 2/0, 维修/ 1/0");
  g_assert_cmpstr (pareto->scope, ==, "");
  last = g_ptr_array_index (pareto->items, 4);
  g_assert_cmpint (last->category_id, ==, f->repair);
  g_assert_cmpstr (last->name, ==, "维修");
  g_assert_cmpstr (last->filter, ==,
                   "status:open,closed,merged,withdrawn,declined category:维修/ received:2026-03");
  g_assert_cmpint (((BhParetoItem *) g_ptr_array_index (pareto->items, 2))->category_id, ==, 0);
}

static void
test_tops (Fixture *f, gconstpointer data)
{
  g_autoptr (BhPareto) pareto = compute (f, "2026-03-01", "2026-04-01", NULL, BH_PARETO_TOP);

  assert_items (f, pareto, "维修 7/7, 费用 3/5, none 2/0");
  g_assert_cmpint (pareto->total, ==, 12);
}

/* What the scope leaves out is left out of the lists as well. */
static void
test_scope (Fixture *f, gconstpointer data)
{
  g_autoptr (BhPareto) kind
      = compute (f, "2026-03-01", "2026-04-01", "kind:complaint", BH_PARETO_TOP);
  g_autoptr (BhPareto) some
      = compute (f, "2026-03-01", "2026-04-01", "category:维修/灯,维修/水管,费用", BH_PARETO_TOP);
  g_autoptr (BhPareto) one
      = compute (f, "2026-03-01", "2026-04-01", "category:维修", BH_PARETO_LEAF);

  assert_items (f, kind, "维修 3/1, none 1/0, 费用 1/1");
  assert_items (f, some, "维修 6/7, 费用 3/5");
  assert_items (f, one, "维修/水管 4/7, 维修/灯 2/0, 维修/ 1/0");
  g_assert_cmpstr (kind->scope, ==, "kind:complaint");
}

static void
test_periods (Fixture *f, gconstpointer data)
{
  g_autoptr (BhPareto) two = compute (f, "2026-03-01", "2026-05-01", "category:费用", 0);
  g_autoptr (BhPareto) days = compute (f, "2026-03-02", "2026-03-04", "category:费用", 0);
  g_autoptr (BhPareto) none = compute (f, "2026-04-02", "2026-04-04", NULL, 0);
  g_autoptr (BhPareto) runs
      = compute_as_of (f, "2026-03-01", "2026-04-01", "2026-03-04", NULL, BH_PARETO_TOP);

  /* January and February come before March and April. */
  assert_items (f, two, "费用 3/6");
  /* Two days have the two days before them: 28 February and 1 March. */
  assert_items (f, days, "费用 3/5");
  assert_items (f, none, "");
  /* By 4 March, beside what had come by 4 February: the fees of its end are not among it. */
  g_assert_cmpint (runs->total, ==, 6);
  g_assert_cmpint (((BhParetoItem *) g_ptr_array_index (runs->items, 0))->previous, ==, 7);
  g_assert_cmpint (((BhParetoItem *) g_ptr_array_index (runs->items, 1))->previous, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/pareto/leaves", Fixture, NULL, set_up, test_leaves, tear_down);
  g_test_add ("/pareto/tops", Fixture, NULL, set_up, test_tops, tear_down);
  g_test_add ("/pareto/scope", Fixture, NULL, set_up, test_scope, tear_down);
  g_test_add ("/pareto/periods", Fixture, NULL, set_up, test_periods, tear_down);
  g_test_add ("/pareto/compared", Fixture, NULL, set_up, test_compared, tear_down);

  return g_test_run ();
}
