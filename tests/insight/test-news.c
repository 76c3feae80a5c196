/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-news.h"
#include "insight/bh-surprise.h"
#include "insight/bh-test-figures.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

#include <math.h>
#include <string.h>

#define DAY (24 * 3600 * BH_USEC_PER_SEC)
#define WEEK (7 * DAY)
/* A Monday; the week from 2026-05-04 on is the one that is looked at. */
#define AS_OF "2026-05-13 10:00"
#define WEEK_BEGIN "2026-05-04"

/* The chance of each count, by throwing one ticket after the other: no formula. */
static double
throw_p (gint64 count, gint64 before, guint weeks)
{
  gint64 n = count + before;
  g_autofree double *chances = g_new0 (double, n + 2);
  double share = 1.0 / (weeks + 1), more = 0, fewer = 0;

  chances[0] = 1;
  for (gint64 i = 0; i < n; i++)
    for (gint64 k = i + 1; k >= 0; k--)
      chances[k] = chances[k] * (1 - share) + (k > 0 ? chances[k - 1] * share : 0);
  for (gint64 k = 0; k <= n; k++)
    {
      more += k >= count ? chances[k] : 0;
      fewer += k <= count ? chances[k] : 0;
    }

  return MIN (1, 2 * MIN (more, fewer));
}

static void
test_p (void)
{
  for (guint weeks = 4; weeks <= 12; weeks += 4)
    for (gint64 before = 0; before < 60; before += 7)
      for (gint64 count = 0; count < 40; count += 3)
        {
          double expected = throw_p (count, before, weeks);

          g_assert_cmpfloat_with_epsilon (bh_surprise_get_p (count, before, weeks), expected,
                                          1e-9 + 1e-7 * expected);
        }
  /* All three of three in the one of thirteen weeks. */
  g_assert_cmpfloat_with_epsilon (bh_surprise_get_p (3, 0, 12), 2 / pow (13, 3), 1e-12);
  g_assert_cmpfloat (bh_surprise_get_p (0, 0, 12), ==, 1);
  g_assert_cmpfloat (bh_surprise_get_p (40000, 120000, 12), <, 1e-100);
}

static void
test_limits (void)
{
  for (gint64 before = 0; before < 400; before = before * 2 + 5)
    for (double level = 0.05; level > 1e-6; level /= 10)
      {
        gint64 lower, upper;

        bh_surprise_get_limits (before, 12, level, &lower, &upper);
        g_assert_cmpfloat (throw_p (upper, before, 12), >, level);
        g_assert_cmpfloat (throw_p (upper + 1, before, 12), <=, level);
        g_assert_cmpfloat (throw_p (lower, before, 12), >, level);
        if (lower > 0)
          g_assert_cmpfloat (throw_p (lower - 1, before, 12), <=, level);
      }
}

static gint64
draw_poisson (GRand *rand, double mean)
{
  double limit = exp (-mean), product = g_rand_double (rand);
  gint64 n = 0;

  for (; product > limit; n++)
    product *= g_rand_double (rand);

  return n;
}

/* Where nothing changed, a whole list says something wrong once in twenty times at most; what has
 * too few tickets to be surprising does not make the others' share smaller. */
static void
test_level (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  const gint64 sums[] = { 1, 2, 1, 40, 1, 1, 30, 2, 1, 1 };
  guint wrong = 0;
  enum
  {
    TRIALS = 400,
    SERIES = 50
  };

  g_assert_cmpfloat_with_epsilon (bh_surprise_get_level (sums, G_N_ELEMENTS (sums), 12, 0.05),
                                  0.05 / 4, 1e-12);
  for (guint trial = 0; trial < TRIALS; trial++)
    {
      gint64 counts[SERIES], befores[SERIES], all[SERIES];
      gboolean any = FALSE;
      double level;

      for (guint i = 0; i < SERIES; i++)
        {
          double mean = 0.05 + i * i / 150.0;

          counts[i] = draw_poisson (rand, mean);
          befores[i] = 0;
          for (guint week = 0; week < 12; week++)
            befores[i] += draw_poisson (rand, mean);
          all[i] = counts[i] + befores[i];
        }
      level = bh_surprise_get_level (all, SERIES, 12, BH_SURPRISE_ALPHA);
      for (guint i = 0; i < SERIES; i++)
        any = any || bh_surprise_get_p (counts[i], befores[i], 12) <= level;
      wrong += any;
    }
  g_assert_cmpuint (wrong, <=, TRIALS / 20);
}

typedef struct
{
  BhTestStore *office;
  gint64 pipes, lights;
  gint64 community, building, other, pump;
} Fixture;

static gint64
add_place (BhWork *work, BhPlaceKind kind, const char *name, gint64 parent, gint64 community)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent, community, NULL);
  gint64 id = bh_register_add_place (work, place, &error);

  g_assert_no_error (error);

  return id;
}

static gboolean
add_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;

  f->pipes = bh_register_add_category (work, 0, "sg", "水管", 0, BH_GRADE_NONE, error);
  f->lights = bh_register_add_category (work, 0, "d", "灯", 0, BH_GRADE_NONE, error);
  f->community = add_place (work, BH_PLACE_COMMUNITY, "滨河花园", 0, 0);
  f->building = add_place (work, BH_PLACE_BUILDING, "3栋", f->community, f->community);
  f->other = add_place (work, BH_PLACE_BUILDING, "13栋", f->community, f->community);
  f->pump = add_place (work, BH_PLACE_EQUIPMENT, "水泵", f->community, f->community);
  bh_work_touch_register (work);

  return f->lights != 0;
}

static void
receive (Fixture *f, gint64 category, gint64 place, gint64 at, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BhPayload) payload = bh_payload_new ();

      bh_payload_set_int (payload, "category", category);
      bh_payload_set_int (payload, "community", f->community);
      if (place != 0)
        bh_payload_set_int (payload, "place", place);
      bh_test_record_with (f->office, 0, BH_VERB_NEW, at + i * 600 * BH_USEC_PER_SEC, payload);
    }
}

/* Two a week of each category, a steady 13栋, and nothing else. */
static void
set_up (Fixture *f, gconstpointer data)
{
  gint64 monday = bh_test_at (WEEK_BEGIN);

  f->office = bh_test_store_new_at (bh_test_at (AS_OF));
  bh_test_store_write (f->office, add_register_in_worker, f);
  for (int week = 0; week <= GPOINTER_TO_INT (data); week++)
    {
      receive (f, f->pipes, f->other, monday - week * WEEK, 2);
      receive (f, f->lights, 0, monday - week * WEEK + 6 * DAY, 2);
    }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  bh_test_store_free (f->office);
}

typedef struct
{
  BhOffice *office;
  BhTicketFilter *filter;
  BhPeriod period;
} Request;

static gpointer
compute_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  Request *q = data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, q->office, bh_test_at (AS_OF), BH_INSIGHT_EXACT, NULL);

  return bh_news_compute (insight, &q->period, q->filter, error);
}

static gpointer
list_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  Request *q = data;

  return bh_ticket_repository_list_ids (connection, q->filter, q->office, bh_test_at (AS_OF),
                                        BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, error);
}

static gpointer
run (Fixture *f, BhReadFunc func, const char *filter, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (f->office->store);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  Request q = { snapshot, parsed, { bh_test_at (from), bh_test_at (to) } };
  gpointer result;

  g_assert_no_error (error);
  result = bh_store_read (f->office->store, func, &q, NULL, &error);
  g_assert_no_error (error);

  return result;
}

static void
assert_item (Fixture *f, BhNews *news, guint i, const char *name, gint64 count, double expected)
{
  BhNewsItem *item = g_ptr_array_index (news->items, i);
  g_autoptr (GArray) ids = run (f, list_in_worker, item->filter, "2026-01-01", "2026-02-01");

  g_assert_cmpstr (item->line->name, ==, name);
  g_assert_cmpint (item->line->count, ==, count);
  g_assert_cmpint (ids->len, ==, count);
  g_assert_cmpfloat_with_epsilon (item->expected, expected, 1e-9);
  g_assert_cmpfloat (item->p, <=, news->level);
  g_assert_true (count > item->upper || count < item->lower);
  g_assert_nonnull (strstr (item->sentence, name));
}

static void
test_quiet (Fixture *f, gconstpointer data)
{
  g_autoptr (BhNews) news = run (f, compute_in_worker, "", "2026-05-01", "2026-06-01");
  g_autoptr (BhOffice) office = bh_store_dup_office (f->office->store);
  g_autofree char *heading = bh_news_dup_heading (news, bh_office_get_time (office));

  g_assert_cmpint (news->week.from, ==, bh_test_at (WEEK_BEGIN));
  g_assert_cmpint (news->week.to, ==, bh_test_at ("2026-05-11"));
  g_assert_cmpuint (news->n_weeks, ==, 12);
  g_assert_cmpuint (news->n_compared, ==, 3);
  g_assert_cmpuint (news->items->len, ==, 0);
  g_assert_nonnull (strstr (heading, "05-04"));
}

static void
test_more (Fixture *f, gconstpointer data)
{
  g_autoptr (BhNews) news = NULL;
  g_autoptr (BhNews) narrow = NULL;
  g_autoptr (BhNews) earlier = NULL;

  receive (f, f->pipes, f->building, bh_test_at (WEEK_BEGIN) + DAY, 13);
  receive (f, f->lights, f->pump, bh_test_at (WEEK_BEGIN) + 2 * DAY, 1);
  news = run (f, compute_in_worker, "", "2026-05-01", "2026-06-01");
  g_assert_cmpuint (news->n_compared, ==, 5);
  g_assert_cmpuint (news->items->len, ==, 2);
  assert_item (f, news, 0, "3栋", 13, 0);
  assert_item (f, news, 1, "水管", 15, 2);
  g_assert_nonnull (strstr (((BhNewsItem *) g_ptr_array_index (news->items, 1))->sentence, "3栋"));

  narrow = run (f, compute_in_worker, "category:灯", "2026-05-01", "2026-06-01");
  g_assert_cmpuint (narrow->items->len, ==, 0);
  earlier = run (f, compute_in_worker, "", "2026-04-01", "2026-05-01");
  g_assert_cmpint (earlier->week.to, ==, bh_test_at ("2026-04-27"));
  g_assert_cmpuint (earlier->items->len, ==, 0);
}

/* What stops is news as well. */
static void
test_fewer (Fixture *f, gconstpointer data)
{
  g_autoptr (BhNews) news = NULL;

  for (int week = 1; week <= 12; week++)
    receive (f, f->lights, f->building, bh_test_at (WEEK_BEGIN) - week * WEEK + DAY, 10);
  news = run (f, compute_in_worker, "", "2026-05-01", "2026-06-01");
  g_assert_cmpuint (news->items->len, ==, 2);
  assert_item (f, news, 0, "3栋", 0, 10);
  assert_item (f, news, 1, "灯", 2, 12);
}

/* An office of three weeks has nothing to compare with. */
static void
test_young (Fixture *f, gconstpointer data)
{
  g_autoptr (BhNews) news = NULL;

  receive (f, f->pipes, f->building, bh_test_at (WEEK_BEGIN) + DAY, 30);
  news = run (f, compute_in_worker, "", "2026-05-01", "2026-06-01");
  g_assert_cmpuint (news->n_weeks, ==, 0);
  g_assert_cmpuint (news->items->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/news/p", test_p);
  g_test_add_func ("/news/limits", test_limits);
  g_test_add_func ("/news/level", test_level);
  g_test_add ("/news/quiet", Fixture, GINT_TO_POINTER (16), set_up, test_quiet, tear_down);
  g_test_add ("/news/more", Fixture, GINT_TO_POINTER (16), set_up, test_more, tear_down);
  g_test_add ("/news/fewer", Fixture, GINT_TO_POINTER (16), set_up, test_fewer, tear_down);
  g_test_add ("/news/young", Fixture, GINT_TO_POINTER (3), set_up, test_young, tear_down);

  return g_test_run ();
}
