/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-open-ages.h"

#include "base/bh-clock.h"
#include "insight/bh-figure-filter.h"
#include "insight/bh-insight-query.h"

#define MINUTE (60 * BH_USEC_PER_SEC)
#define DAY (24 * 60 * MINUTE)
#define CELL_TYPE "(iiix)"

static const int days[BH_N_AGES] = { 1, 3, 7, 15, 30, 0 };

/* The stage that ran at ?2, and the end of the suspension that lasted then. */
static const char OPEN[]
    = "known.received_at, k.grade,"
      " (SELECT s.stage FROM stage AS s WHERE s.ticket_id = known.id AND s.started_at < ?2"
      " AND (s.done_at IS NULL OR s.done_at >= ?2) ORDER BY s.seq DESC LIMIT 1),"
      " (SELECT MAX (p.until_at) FROM pause AS p WHERE p.ticket_id = known.id"
      " AND p.from_at < ?2 AND p.until_at > ?2 AND (p.to_at IS NULL OR p.to_at >= ?2))"
      " FROM known JOIN ticket AS k ON k.id = known.id";

int
bh_open_ages_get_days (BhAge age)
{
  return days[age];
}

/* Older than @age is what was received before: a whole minute, so that people can read it. */
static gint64
get_limit (gint64 end, BhAge age)
{
  return (end - days[age] * DAY) / MINUTE * MINUTE;
}

BhAge
bh_open_ages_find (gint64 received_at, gint64 end)
{
  for (guint i = 0; i < BH_N_AGES; i++)
    if (days[i] != 0 && received_at >= get_limit (end, (BhAge) i))
      return (BhAge) i;

  return BH_AGE_OLDER;
}

/* When it becomes older than its age has it, and when it goes on. */
static void
note_changes (
    BhInsight *insight, BhAge age, gint64 received_at, gint64 suspended_until, gint64 *changes_at)
{
  if (age != BH_AGE_OLDER)
    bh_insight_note_change (insight, changes_at,
                            (received_at / MINUTE + 1) * MINUTE + days[age] * DAY);
  bh_insight_note_change (insight, changes_at, suspended_until);
}

/* Counts into @ages what the statement says of one ticket after the other. */
static gboolean
read_open (
    BhInsight *insight, BhFigureQuery *query, BhOpenAges *ages, gint64 *changes_at, GError **error)
{
  BhStatement *s = bh_figure_query_run (query, bh_insight_query_get_end_state (query),
                                        BH_SQL_OPEN_AT_END, OPEN, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 received_at = bh_statement_get_int64 (s, 1);
      gint64 suspended_until = bh_statement_get_int64 (s, 4);
      BhAge age = bh_open_ages_find (received_at, query->end);
      int grade = (int) bh_statement_get_int64 (s, 2);
      int wait
          = suspended_until != 0 ? (int) BH_WAIT_SUSPENDED : (int) bh_statement_get_int64 (s, 3);

      ages->counts[age][CLAMP (grade, 0, BH_N_OPEN_GRADES - 1)][CLAMP (wait, 0, BH_N_WAITS - 1)]++;
      if (query->early)
        note_changes (insight, age, received_at, suspended_until, changes_at);
    }

  return step == BH_STEP_DONE;
}

static GVariant *
compute_cells (BhInsight *insight,
               const BhPeriod *period,
               BhTicketFilter *filter,
               gpointer data,
               gint64 *changes_at,
               GError **error)
{
  g_auto (BhFigureQuery) query = { 0 };
  g_autofree BhOpenAges *ages = g_new0 (BhOpenAges, 1);
  g_auto (GVariantBuilder) cells = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" CELL_TYPE));

  bh_insight_note_change (insight, changes_at, period->to);
  if (!bh_insight_query_init (&query, insight, period, BH_BY_NOTHING, filter, error)
      || !read_open (insight, &query, ages, changes_at, error))
    return NULL;

  for (int age = 0; age < BH_N_AGES; age++)
    for (int grade = 0; grade < BH_N_OPEN_GRADES; grade++)
      for (int wait = 0; wait < BH_N_WAITS; wait++)
        if (ages->counts[age][grade][wait] > 0)
          g_variant_builder_add (&cells, CELL_TYPE, age, grade, wait,
                                 ages->counts[age][grade][wait]);

  return g_variant_builder_end (&cells);
}

BhOpenAges *
bh_open_ages_compute (BhInsight *insight,
                      const BhPeriod *period,
                      BhTicketFilter *filter,
                      GError **error)
{
  g_autoptr (GVariant) cells = NULL;
  BhOpenAges *self;
  GVariantIter iter;
  int age, grade, wait;
  gint64 count;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  cells = bh_insight_get (insight, "open-ages", period, filter, compute_cells, NULL, error);
  if (cells == NULL)
    return NULL;

  self = g_new0 (BhOpenAges, 1);
  self->period = *period;
  self->end = MIN (period->to, bh_insight_get_as_of (insight));
  g_variant_iter_init (&iter, cells);
  while (g_variant_iter_next (&iter, CELL_TYPE, &age, &grade, &wait, &count))
    self->counts[age][grade][wait] = count;

  return self;
}

void
bh_open_ages_free (BhOpenAges *self)
{
  g_free (self);
}

gint64
bh_open_ages_sum (const BhOpenAges *self, int age, int grade, int wait)
{
  gint64 sum = 0;

  for (int i = 0; i < BH_N_AGES; i++)
    for (int j = 0; j < BH_N_OPEN_GRADES; j++)
      for (int k = 0; k < BH_N_WAITS; k++)
        if ((age == BH_OPEN_ANY || age == i) && (grade == BH_OPEN_ANY || grade == j)
            && (wait == BH_OPEN_ANY || wait == k))
          sum += self->counts[i][j][k];

  return sum;
}

/* What lies in the age, of what @filter asks for already. */
static BhTicketFilter *
narrow_age (const BhOpenAges *self, BhOfficeTime *time, BhTicketFilter *filter, BhAge age)
{
  BhPeriod period = { 1, self->end };

  if (age != BH_AGE_OLDER)
    period.from = get_limit (self->end, age);
  if (age != BH_AGE_1_DAY)
    period.to = get_limit (self->end, age - 1);

  return bh_figure_filter_narrow_period (filter, BH_FILTER_RECEIVED, &period, time);
}

/* Which of @codes are meant: all that are not counted leave no filter. */
static BhTicketFilter *
narrow_grade (BhTicketFilter *filter, int grade)
{
  return bh_figure_filter_narrow (filter, BH_FILTER_GRADE,
                                  grade == BH_GRADE_NONE ? "none"
                                                         : bh_list_get_code (BH_LIST_GRADE, grade));
}

static BhTicketFilter *
narrow_wait (BhTicketFilter *filter, int wait)
{
  g_autoptr (BhTicketFilter) going = NULL;

  if (wait == BH_WAIT_SUSPENDED)
    return bh_figure_filter_narrow (filter, BH_FILTER_SUSPENDED, "yes");

  going = bh_figure_filter_narrow (filter, BH_FILTER_SUSPENDED, "no");

  return bh_figure_filter_narrow (going, BH_FILTER_STAGE,
                                  wait == BH_WAIT_UNKNOWN ? "none"
                                                          : bh_list_get_code (BH_LIST_STAGE, wait));
}

BhTicketFilter *
bh_open_ages_filter (
    const BhOpenAges *self, BhInsight *insight, BhTicketFilter *base, int age, int grade, int wait)
{
  BhOfficeTime *time = bh_insight_get_time (insight);
  g_autoptr (BhTicketFilter) open = NULL;
  g_autoptr (BhTicketFilter) aged = NULL;
  g_autoptr (BhTicketFilter) graded = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  /* What a ticket waited for in the past is in no column. */
  if (wait != BH_OPEN_ANY && self->end != bh_insight_get_as_of (insight))
    return NULL;
  open = bh_figure_filter (BH_FIGURE_OPEN_AT_END, &self->period, time, base, NULL);
  if (open == NULL)
    return NULL;
  aged = age != BH_OPEN_ANY ? narrow_age (self, time, open, (BhAge) age)
                            : bh_ticket_filter_ref (open);
  graded = grade != BH_OPEN_ANY ? narrow_grade (aged, grade) : bh_ticket_filter_ref (aged);

  return wait != BH_OPEN_ANY ? narrow_wait (graded, wait) : g_steal_pointer (&graded);
}
