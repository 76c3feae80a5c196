/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-rise.h"

#include "insight/bh-figure-registry.h"
#include "insight/bh-hot-cells.h"
#include "insight/bh-hot-line.h"
#include "insight/bh-period-shift.h"
#include "insight/bh-surprise.h"

/* The time that is looked at, and what as much of it as is over is compared with. */
typedef struct
{
  BhPeriod now;
  BhPeriod before;
  double times; /* as long as what is over of @now is @before */
} Spans;

void
bh_rise_free (BhRise *self)
{
  g_free (self->category);
  g_free (self->place);
  g_free (self);
}

static gboolean
get_spans (BhInsight *insight, const BhPareto *pareto, Spans *spans)
{
  gint64 as_of = bh_insight_get_as_of (insight);
  gint64 passed = MIN (pareto->period.to, as_of) - pareto->period.from;

  spans->now = pareto->period;
  bh_period_get_part (bh_insight_get_time (insight), &pareto->period, as_of, &pareto->before,
                      &spans->before);
  if (passed <= 0 || spans->before.from >= spans->before.to)
    return FALSE;

  spans->times = (double) (spans->before.to - spans->before.from) / (double) passed;

  return TRUE;
}

/* By how much more there were than as many a day as before would be. */
static double
get_excess (gint64 count, gint64 previous, const Spans *spans)
{
  return (double) count - (double) previous / spans->times;
}

static const BhParetoItem *
find_item (const BhPareto *pareto, const Spans *spans)
{
  g_autofree gint64 *sums = g_new (gint64, pareto->items->len + 1);
  const BhParetoItem *found = NULL;
  double level, most = 0;

  for (guint i = 0; i < pareto->items->len; i++)
    {
      const BhParetoItem *item = g_ptr_array_index (pareto->items, i);

      sums[i] = item->count + item->previous;
    }
  level = bh_surprise_get_level (sums, pareto->items->len, spans->times, BH_SURPRISE_ALPHA);
  for (guint i = 0; i < pareto->items->len; i++)
    {
      const BhParetoItem *item = g_ptr_array_index (pareto->items, i);
      double excess = get_excess (item->count, item->previous, spans);

      /* In plain numbers, too: 3 in 28 days after 3 in 31 is no rise that anybody can see. */
      if (excess > most && item->count > item->previous
          && bh_surprise_get_p (item->count, item->previous, spans->times) <= level)
        {
          found = item;
          most = excess;
        }
    }

  return found;
}

static gint64
find_count (GArray *cells, gint64 row, gint64 column)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const BhHotCell *cell = &g_array_index (cells, BhHotCell, i);

      if (cell->row == row && cell->column == column)
        return cell->count;
    }

  return 0;
}

/* Whether a place stands for the rise: most of it so far is from there. */
static gboolean
take_place (BhRise *rise, gint64 count, gint64 previous)
{
  double risen = (double) (rise->count - rise->previous);

  if ((double) (count - previous) < BH_RISE_PLACE_SHARE * risen
      || count - previous <= rise->place_count - rise->place_previous)
    return FALSE;

  rise->place_count = count;
  rise->place_previous = previous;

  return TRUE;
}

static gboolean
find_building (
    BhInsight *insight, const Spans *spans, BhTicketFilter *filter, BhRise *rise, GError **error)
{
  g_autoptr (GArray) now = bh_hot_cells_by_building (insight, &spans->now, filter, error);
  g_autoptr (GArray) before
      = now != NULL ? bh_hot_cells_by_building (insight, &spans->before, filter, error) : NULL;
  g_autoptr (BhHotLine) line = NULL;
  gint64 building = 0;

  if (before == NULL)
    return FALSE;

  for (guint i = 0; i < now->len; i++)
    {
      const BhHotCell *cell = &g_array_index (now, BhHotCell, i);

      if (cell->row != 0 && cell->column == rise->category_id
          && take_place (rise, cell->count, find_count (before, cell->row, cell->column)))
        building = cell->row;
    }
  if (building == 0)
    return TRUE;

  line = bh_hot_line_new_place (insight, building, NULL,
                                bh_office_get_only_community (bh_insight_get_office (insight)) == 0,
                                error);
  if (line == NULL)
    return FALSE;

  rise->place = g_steal_pointer (&line->name);

  return TRUE;
}

static gint64
get_received (GPtrArray *groups, gint64 id)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);

      if (group->id == id)
        return group->values[BH_FIGURE_RECEIVED].count;
    }

  return 0;
}

static gboolean
find_community (
    BhInsight *insight, const Spans *spans, BhTicketFilter *filter, BhRise *rise, GError **error)
{
  BhFigureSet received = BH_FIGURE_BIT (BH_FIGURE_RECEIVED);
  g_autoptr (GPtrArray) now
      = bh_figures_compute (insight, &spans->now, BH_BY_COMMUNITY, filter, received, error);
  g_autoptr (GPtrArray) before
      = now != NULL
            ? bh_figures_compute (insight, &spans->before, BH_BY_COMMUNITY, filter, received, error)
            : NULL;

  for (guint i = 0; before != NULL && i < now->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (now, i);

      if (group->id != 0
          && take_place (rise, group->values[BH_FIGURE_RECEIVED].count,
                         get_received (before, group->id)))
        {
          g_free (rise->place);
          rise->place = g_strdup (group->key);
        }
    }

  return before != NULL;
}

static gboolean
find_place (BhInsight *insight,
            const Spans *spans,
            BhTicketFilter *filter,
            const char *word,
            BhRise *rise,
            GError **error)
{
  const char *const words[] = { word, NULL };
  g_autoptr (BhTicketFilter) narrow = NULL;

  if (!find_building (insight, spans, filter, rise, error))
    return FALSE;
  if (rise->place != NULL || bh_office_get_only_community (bh_insight_get_office (insight)) != 0)
    return TRUE;

  narrow = bh_ticket_filter_with (filter, BH_FILTER_CATEGORY, words, error);

  return narrow != NULL && find_community (insight, spans, narrow, rise, error);
}

gboolean
bh_rise_find (BhInsight *insight,
              const BhPareto *pareto,
              BhTicketFilter *filter,
              BhRise **rise,
              GError **error)
{
  g_autoptr (BhTicketFilter) scope
      = filter != NULL ? bh_ticket_filter_ref (filter) : bh_ticket_filter_new ();
  g_autoptr (BhRise) self = NULL;
  const BhParetoItem *item;
  Spans spans;

  g_return_val_if_fail (insight != NULL && pareto != NULL && rise != NULL, FALSE);

  *rise = NULL;
  item = get_spans (insight, pareto, &spans) ? find_item (pareto, &spans) : NULL;
  if (item == NULL)
    return TRUE;

  self = g_new0 (BhRise, 1);
  self->category_id = item->category_id;
  self->category = g_strdup (item->name);
  self->count = item->count;
  self->previous = item->previous;
  if (!find_place (insight, &spans, scope, item->key, self, error))
    return FALSE;

  *rise = g_steal_pointer (&self);

  return TRUE;
}
