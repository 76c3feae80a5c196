/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-control.h"

#include "base/bh-clock.h"
#include "insight/bh-figure-memo.h"
#include "insight/bh-insight-query.h"

#include <math.h>

#define DAYS_PER_WEEK 7
#define HOUSEHOLDS_PER_UNIT 100.0
/* Shewhart's limits. */
#define DEVIATIONS 3

/* Receipts by quarter of an hour: every office's days begin with one. */
#define QUARTER_HOUR (900 * BH_USEC_PER_SEC)
static const char QUARTERS[]
    = "received_at / 900000000 AS quarter, COUNT (*) FROM known GROUP BY g, quarter";

enum
{
  COLUMN_GROUP,
  COLUMN_QUARTER,
  COLUMN_COUNT,
  N_COLUMNS,
};

/* The beginning of the day that is @days later; noon is within it, whatever the clocks do. */
static gint64
shift_days (BhOfficeTime *time, gint64 day_start, int days)
{
  const gint64 hour = 3600 * BH_USEC_PER_SEC;
  BhLocalTime local;
  BhPeriod day;

  bh_office_time_split (time, day_start + (days * 24 + 12) * hour, &local);
  bh_office_time_get_day (time, local.day, &day);

  return day.from;
}

/* The beginning of the week that @instant lies in. */
static gint64
get_monday (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;
  BhPeriod day;

  bh_office_time_split (time, instant, &local);
  bh_office_time_get_day (time, local.day, &day);

  return shift_days (time, day.from, 1 - local.weekday);
}

/* Whole weeks that end by @end, the first of them not before @first. */
static void
add_weeks (BhControl *self, BhOfficeTime *time, gint64 first, gint64 end)
{
  gint64 to = get_monday (time, end);

  for (guint i = 0; i < BH_CONTROL_WEEKS; i++)
    {
      BhControlWeek week = { .period = { shift_days (time, to, -DAYS_PER_WEEK), to } };

      if (first == 0 || week.period.from < first)
        break;
      g_array_prepend_val (self->weeks, week);
      to = week.period.from;
    }
}

static BhControlWeek *
get_week (BhControl *self, guint i)
{
  return &g_array_index (self->weeks, BhControlWeek, i);
}

static void
count_weeks (BhControl *self, GVariant *rows)
{
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      gint64 row[N_COLUMNS];
      gint64 at;

      bh_insight_cells_get_row (rows, i, row, N_COLUMNS);
      at = row[COLUMN_QUARTER] * QUARTER_HOUR;
      for (guint j = 0; j < self->weeks->len; j++)
        if (at >= get_week (self, j)->period.from && at < get_week (self, j)->period.to)
          get_week (self, j)->count += row[COLUMN_COUNT];
    }
}

static void
judge_weeks (BhControl *self)
{
  gint64 count = 0;
  double reach;

  for (guint i = 0; i < self->weeks->len; i++)
    count += get_week (self, i)->count;

  self->mean = (double) count / (self->units * self->weeks->len);
  reach = DEVIATIONS * sqrt (self->mean / self->units);
  self->lower = MAX (0, self->mean - reach);
  self->upper = self->mean + reach;
  for (guint i = 0; i < self->weeks->len; i++)
    {
      BhControlWeek *week = get_week (self, i);

      week->value = (double) week->count / self->units;
      if (week->value > self->upper)
        week->signal = BH_CONTROL_ABOVE;
      else if (week->value < self->lower)
        week->signal = BH_CONTROL_BELOW;
    }
}

static gboolean
set_units (BhControl *self,
           BhInsight *insight,
           const BhPeriod *period,
           BhTicketFilter *filter,
           GError **error)
{
  g_autoptr (GPtrArray) groups = bh_figures_compute (
      insight, period, BH_BY_NOTHING, filter,
      BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS),
      error);
  const BhFigureGroup *all
      = groups != NULL && groups->len > 0 ? g_ptr_array_index (groups, 0) : NULL;

  self->units = 1;
  if (all != NULL && all->values[BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS].has_value)
    {
      self->has_households = TRUE;
      self->units
          = all->values[BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS].denominator / HOUSEHOLDS_PER_UNIT;
    }

  return groups != NULL;
}

GVariant *
bh_control_get_receipts (BhInsight *insight,
                         const BhPeriod *weeks,
                         BhTicketFilter *filter,
                         GError **error)
{
  static const BhInsightCells cells = { .state = BH_STATE_AS_OF,
                                        .which = BH_SQL_RECEIVED_IN_PERIOD,
                                        .select = QUARTERS,
                                        .n_columns = N_COLUMNS };

  return bh_insight_get_cells (insight, BH_CONTROL_RECEIPTS, weeks, filter, &cells, error);
}

BhControl *
bh_control_compute (BhInsight *insight,
                    const BhPeriod *period,
                    BhTicketFilter *filter,
                    GError **error)
{
  g_autoptr (BhFigureMemo) memo = NULL;
  g_autoptr (BhControl) self = NULL;
  g_autoptr (GVariant) rows = NULL;
  BhPeriod all;
  gint64 first;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  memo = bh_figure_memo_new (insight);
  if (!bh_figure_memo_get_first (memo, &first, error))
    return NULL;

  self = g_new0 (BhControl, 1);
  self->weeks = g_array_new (FALSE, FALSE, sizeof (BhControlWeek));
  add_weeks (self, bh_insight_get_time (insight), first,
             MIN (period->to, bh_insight_get_as_of (insight)));
  if (self->weeks->len == 0)
    return g_steal_pointer (&self);

  all.from = get_week (self, 0)->period.from;
  all.to = get_week (self, self->weeks->len - 1)->period.to;
  if (!set_units (self, insight, &all, filter, error))
    return NULL;
  rows = bh_control_get_receipts (insight, &all, filter, error);
  if (rows == NULL)
    return NULL;

  count_weeks (self, rows);
  judge_weeks (self);

  return g_steal_pointer (&self);
}

void
bh_control_free (BhControl *self)
{
  g_array_unref (self->weeks);
  g_free (self);
}
