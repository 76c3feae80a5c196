/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-cache.h"
#include "insight/bh-insight-results.h"
#include "insight/bh-test-figures.h"

#include <string.h>

/* What time alone does to figures while tickets wait at every step of the loop and nobody does
 * anything: until the instant that a kept result tells of, it must be what would be computed, and
 * every kind of limit must change it in the end. */

#define MINUTE (60 * BH_USEC_PER_SEC)
#define DAY (24 * 60 * MINUTE)
#define NOW "2026-03-20 10:00"
#define N_WAITING 48
#define N_CLOSED 4
#define MAX_LIMITS 400

typedef struct
{
  BhTestStore *office;
  BhOffice *snapshot; /* (owned) */
  GRand *rand;        /* (owned) */
  gint64 hotline;
} Fixture;

/* One event, entered when it happened: the first answer is asked for of such tickets alone. */
static gint64
record (Fixture *f, gint64 id, BhVerb verb, gint64 at, BhPayload *payload)
{
  gint64 result;

  bh_clock_set (f->office->clock, at);
  result = bh_test_record_with (f->office, id, verb, at, payload);
  g_assert_cmpint (result, !=, 0);

  return result;
}

static gint64
receive (Fixture *f, gint64 at)
{
  static const char *const grades[] = { "urgent", "important", "general" };
  g_autoptr (BhPayload) payload = bh_payload_new ();

  bh_payload_set (payload, "kind", "complaint");
  bh_payload_set (payload, "grade", grades[g_rand_int_range (f->rand, 0, 3)]);
  bh_payload_set (payload, "contact-name", "张三");
  bh_payload_set_yes (payload, "reachable", TRUE);
  bh_payload_set_int (payload, "channel", f->hotline);

  return record (f, 0, BH_VERB_NEW, at, payload);
}

/* Takes a ticket @n steps through the loop, 10 minutes each. */
static void
work_on (Fixture *f, gint64 id, gint64 at, guint n)
{
  static const struct
  {
    BhVerb verb;
    const char *key;
    const char *value;
  } steps[] = {
    { BH_VERB_DISPATCH, NULL, NULL },
    { BH_VERB_ACCEPT, NULL, NULL },
    { BH_VERB_INVESTIGATE, "responsibility", "property" },
    { BH_VERB_PLAN, "measure", "换" },
    { BH_VERB_FINISH, NULL, NULL },
    { BH_VERB_SIGN, NULL, NULL },
    { BH_VERB_CALLBACK, "reached", "yes" },
  };

  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (steps)); i++)
    {
      g_autoptr (BhPayload) payload = bh_payload_new ();

      if (steps[i].key != NULL)
        bh_payload_set (payload, steps[i].key, steps[i].value);
      if (steps[i].verb == BH_VERB_PLAN)
        bh_payload_set_int (payload, "promised",
                            at + g_rand_int_range (f->rand, 1, 30 * 24) * 60 * MINUTE);
      record (f, id, steps[i].verb, at + (i + 1) * 10 * MINUTE, payload);
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  gint64 now = bh_test_at (NOW);

  f->rand = g_rand_new_with_seed (g_test_rand_int ());
  f->office = bh_test_store_new_at (now);
  f->snapshot = bh_store_dup_office (f->office->store);
  f->hotline
      = bh_entry_get_id (BH_ENTRY (bh_office_find (f->snapshot, BH_TYPE_CHANNEL, "hotline")));
  for (guint i = 0; i < N_WAITING; i++)
    {
      gint64 at = now - i * 2 * 60 * MINUTE - MINUTE;

      work_on (f, receive (f, at), at, i % 8);
    }
  for (guint i = 0; i < N_CLOSED; i++)
    {
      gint64 at = now - (15 + i) * DAY;

      work_on (f, receive (f, at), at, 7);
    }
  bh_clock_set (f->office->clock, now);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_rand_free (f->rand);
  g_object_unref (f->snapshot);
  bh_test_store_free (f->office);
}

/* A look, what it gives, and until when that holds, by figure. */
typedef struct
{
  Fixture *f;
  BhPeriod period;
  gint64 as_of;
  GPtrArray *groups;               /* (owned) */
  BhInsightResults *results;       /* (owned) */
  gint64 changes_at[BH_N_FIGURES]; /* 0: not kept */
} Look;

static gpointer
compute_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Look *look = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, look->f->snapshot, look->as_of, BH_INSIGHT_EXACT, cancellable);

  bh_insight_set_fresh (insight, TRUE);
  look->groups
      = bh_figures_compute (insight, &look->period, BH_BY_NOTHING, NULL, BH_FIGURES_ALL, error);
  look->results = bh_insight_take_results (insight);

  return look->groups;
}

/* "received,repeat_share/0@1.0" names the figures. */
static gboolean
read_kept (BhKept *kept, gpointer user_data, GError **error)
{
  Look *look = user_data;
  g_autofree char *names = g_strndup (kept->key, strcspn (kept->key, "/"));
  g_auto (GStrv) keys = g_strsplit (names, ",", -1);

  if (kept->as_of != look->as_of || kept->period.from != look->period.from
      || kept->period.to != look->period.to)
    return TRUE;

  for (guint i = 0; i < BH_N_FIGURES; i++)
    if (g_strv_contains ((const char *const *) keys, bh_figure_get_info ((BhFigureId) i)->key))
      look->changes_at[i] = kept->changes_at;

  return TRUE;
}

static gpointer
visit_in_worker (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  return bh_insight_cache_visit (connection, "", read_kept, user_data, error) ? user_data : NULL;
}

static Look *
look_new (Fixture *f, const BhPeriod *period, gint64 as_of)
{
  g_autoptr (GError) error = NULL;
  Look *look = g_new0 (Look, 1);

  *look = (Look){ .f = f, .period = *period, .as_of = as_of };
  bh_store_read (f->office->store, compute_in_worker, look, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (look->groups->len, ==, 1);

  return look;
}

static void
look_free (Look *look)
{
  g_ptr_array_unref (look->groups);
  g_clear_pointer (&look->results, bh_insight_results_free);
  g_free (look);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

/* Returns: when the first of all figures changes */
static gint64
keep (Look *look)
{
  g_autoptr (GError) error = NULL;
  BhStore *store = look->f->office->store;
  gint64 first = G_MAXINT64;

  bh_clock_set (look->f->office->clock, look->as_of);
  bh_insight_results_store_now (g_steal_pointer (&look->results), store, &error);
  g_assert_no_error (error);
  bh_store_read (store, visit_in_worker, look, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < BH_N_FIGURES; i++)
    {
      if (look->changes_at[i] <= look->as_of)
        g_error ("%s is not kept", bh_figure_get_info ((BhFigureId) i)->key);
      first = MIN (first, look->changes_at[i]);
    }

  return first;
}

static const BhFigureValue *
get_value (const Look *look, guint figure)
{
  const BhFigureGroup *group = g_ptr_array_index (look->groups, 0);

  return &group->values[figure];
}

static gboolean
is_same (const Look *a, const Look *b, guint figure)
{
  const BhFigureValue *x = get_value (a, figure), *y = get_value (b, figure);

  return x->has_value == y->has_value && x->provisional == y->provisional && x->count == y->count
         && x->numerator == y->numerator && x->denominator == y->denominator && x->mean == y->mean
         && x->median == y->median && x->p90 == y->p90;
}

/* What is said to hold at @as_of is what is computed then. */
static void
assert_holds (const Look *kept, gint64 as_of, gboolean *moved)
{
  g_autoptr (Look) later = look_new (kept->f, &kept->period, as_of);

  for (guint i = 0; i < BH_N_FIGURES; i++)
    if (is_same (kept, later, i))
      continue;
    else if (kept->changes_at[i] > as_of)
      g_error ("%s changed %" G_GINT64_FORMAT " s before it was to",
               bh_figure_get_info ((BhFigureId) i)->key,
               (kept->changes_at[i] - as_of) / BH_USEC_PER_SEC);
    else
      moved[i] = TRUE;
}

/* From now until no limit is left, from one to the next. */
static void
pass_time (Fixture *f, const char *from, const char *to, gboolean *moved)
{
  BhPeriod period = { bh_test_at (from), bh_test_at (to) };
  gint64 as_of = bh_test_at (NOW);
  guint n = 0;

  while (as_of != G_MAXINT64)
    {
      g_autoptr (Look) kept = look_new (f, &period, as_of);
      gboolean none[BH_N_FIGURES] = { FALSE };
      gint64 next = keep (kept);
      gint64 reach = MIN (next, as_of + 400 * DAY) - as_of;

      assert_holds (kept, as_of + (gint64) (g_rand_double (f->rand) * (double) reach), none);
      assert_holds (kept, as_of + reach - 1, none);
      for (guint i = 0; i < BH_N_FIGURES; i++)
        g_assert_false (none[i]);
      assert_holds (kept, as_of + g_rand_int_range (f->rand, 1, 20 * 24) * 60 * MINUTE, none);
      if (next != G_MAXINT64)
        assert_holds (kept, next, moved);
      as_of = next;
      g_assert_cmpuint (++n, <, MAX_LIMITS);
    }
  g_test_message ("%s to %s: %u limits", from, to, n);
}

/* Of every kind of limit, one that changed a figure at its instant. */
static void
test_limits (Fixture *f, gconstpointer data)
{
  static const BhFigureId limited[]
      = { BH_FIGURE_RESPONSE_ON_TIME,     BH_FIGURE_COMPLETION_ON_TIME,
          BH_FIGURE_FIRST_ANSWER_ON_TIME, BH_FIGURE_OVERDUE_OPEN_AT_END,
          BH_FIGURE_SIGNOFF_SHARE,        BH_FIGURE_CALLBACK_SHARE,
          BH_FIGURE_PROMISE_KEPT,         BH_FIGURE_STAGE_ON_TIME_DISPATCH,
          BH_FIGURE_STAGE_ON_TIME_SIGN,   BH_FIGURE_STAGE_ON_TIME_CALLBACK };
  gboolean moved[BH_N_FIGURES] = { FALSE };

  pass_time (f, "2026-03-01", "2026-06-01", moved);
  for (guint i = 0; i < G_N_ELEMENTS (limited); i++)
    if (!moved[limited[i]])
      g_error ("%s never changed", bh_figure_get_info (limited[i])->key);
}

/* A fix is proved after 30 days, where no finish of the period can still be refused. */
static void
test_fix (Fixture *f, gconstpointer data)
{
  gboolean moved[BH_N_FIGURES] = { FALSE };

  pass_time (f, "2026-03-01", "2026-03-10", moved);
  g_assert_true (moved[BH_FIGURE_FIRST_TIME_FIX]);
  g_assert_false (moved[BH_FIGURE_RECEIVED]);
}

/* While a period runs, all can still change. */
static void
test_end (Fixture *f, gconstpointer data)
{
  gboolean moved[BH_N_FIGURES] = { FALSE };

  pass_time (f, "2026-03-01", "2026-03-21", moved);
  g_assert_true (moved[BH_FIGURE_RECEIVED]);
  g_assert_true (moved[BH_FIGURE_RESPONSE_HOURS]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/figure-changes/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("limits", test_limits);
  ADD ("fix", test_fix);
  ADD ("end", test_end);

  return g_test_run ();
}
