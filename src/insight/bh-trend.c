/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-trend.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "domain/bh-office-targets.h"
#include "insight/bh-figure-filter.h"
#include "insight/bh-figure-parts.h"

static void
clear_point (BhTrendPoint *point)
{
  g_clear_pointer (&point->filter, g_free);
}

void
bh_trend_free (BhTrend *self)
{
  g_free (self->scope);
  g_clear_object (&self->target);
  g_array_unref (self->points);
  g_clear_pointer (&self->forecast, g_array_unref);
  g_free (self);
}

const BhTrendPoint *
bh_trend_get_point (BhTrend *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->points->len, NULL);

  return &g_array_index (self->points, BhTrendPoint, i);
}

/* The target for @filter; without a filter also one for certain tickets: one to reach before an
 * alarm, the first one of them. */
static BhTarget *
find_target (BhOffice *office, const BhFigureInfo *figure, const char *filter, int year)
{
  BhTarget *found = bh_office_find_target (office, figure->key, filter, year);
  g_autoptr (GPtrArray) all = NULL;

  if (found != NULL || *filter != '\0')
    return found;

  all = bh_office_list_targets (office, year);
  for (guint i = 0; i < all->len; i++)
    {
      BhTarget *target = g_ptr_array_index (all, i);

      if (!g_str_equal (target->figure, figure->key))
        continue;
      if (found == NULL || (found->form == BH_TARGET_ALARM && target->form != BH_TARGET_ALARM))
        found = target;
    }

  return found;
}

/* What the points of one line have in common. */
typedef struct
{
  BhFigureMemo *memo; /* (owned) */
  BhOffice *office;
  BhFigureId figure;
  BhTicketFilter *filter; /* (owned) */
  gint64 as_of;
  gint64 first; /* receipt of the office's first ticket, 0 for none */
} Line;

static void
line_clear (Line *line)
{
  g_clear_pointer (&line->memo, bh_figure_memo_free);
  g_clear_pointer (&line->filter, bh_ticket_filter_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static gboolean
is_known (const Line *line, const BhPeriod *period)
{
  return line->first != 0 && line->first < period->to && period->from < line->as_of;
}

static gboolean
is_of_open_tickets (BhFigureId figure)
{
  return figure == BH_FIGURE_OPEN_AT_END || figure == BH_FIGURE_OVERDUE_OPEN_AT_END;
}

/* In one go: each alone looks at all tickets. */
static gboolean
prepare_open (Line *line, BhInsight *insight, GArray *months, GError **error)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (BhPeriod));

  for (guint i = 0; i < months->len; i++)
    {
      BhPeriod period;

      bh_office_time_get_month (bh_office_get_time (line->office), g_array_index (months, int, i),
                                &period);
      if (is_known (line, &period))
        g_array_append_val (known, period);
    }

  return bh_figure_parts_prepare_open (insight, (const BhPeriod *) (gpointer) known->data,
                                       known->len, line->filter, BH_FIGURE_BIT (line->figure),
                                       error);
}

static gboolean
set_value (const Line *line, BhTrendPoint *point, GError **error)
{
  const BhFigureValue *value;

  if (!is_known (line, &point->period))
    return TRUE;

  value = bh_figure_memo_get (line->memo, line->filter, &point->period, line->figure, error);
  if (value != NULL)
    point->value = *value;

  return value != NULL;
}

static gboolean
set_goal (const Line *line, BhTrendPoint *point, GError **error)
{
  BhTarget *target
      = bh_office_find_target (line->office, bh_figure_get_info (line->figure)->key,
                               bh_ticket_filter_to_text (line->filter), point->month / 100);

  return target == NULL
         || bh_goal_compute (line->memo, target, &point->period, line->filter, &point->goal, error);
}

static char *
dup_filter (const Line *line, const BhPeriod *period)
{
  g_autoptr (BhTicketFilter) filter = bh_figure_filter (
      line->figure, period, bh_office_get_time (line->office), line->filter, NULL);

  return filter != NULL ? g_strdup (bh_ticket_filter_to_text (filter)) : NULL;
}

static gboolean
add_point (const Line *line, int month, GArray *points, GError **error)
{
  BhTrendPoint point = { .month = month };

  bh_office_time_get_month (bh_office_get_time (line->office), month, &point.period);
  if (!set_value (line, &point, error) || !set_goal (line, &point, error))
    return FALSE;

  point.filter = dup_filter (line, &point.period);
  g_array_append_val (points, point);

  return TRUE;
}

/* The tickets of the target, where the caller asks for no certain ones. */
static gboolean
choose_scope (BhTrend *self, Line *line, BhTicketFilter *filter, int year, GError **error)
{
  const char *text = filter != NULL ? bh_ticket_filter_to_text (filter) : "";
  BhTarget *target = find_target (line->office, self->figure, text, year);

  g_set_object (&self->target, target);
  if (*text == '\0' && target != NULL)
    line->filter = bh_target_resolve_filter (target, line->office, error);
  else
    line->filter = filter != NULL ? bh_ticket_filter_ref (filter) : bh_ticket_filter_new ();
  if (line->filter == NULL)
    return FALSE;

  self->scope = g_strdup (bh_ticket_filter_to_text (line->filter));

  return TRUE;
}

static gboolean
check_months (BhOfficeTime *time, int last_month, guint n_months, GError **error)
{
  BhPeriod period;

  if (bh_office_time_get_month (time, last_month, &period)
      && bh_office_time_get_month (time, bh_month_shift (last_month, 1 - (int) n_months), &period))
    return TRUE;

  return bh_domain_reject_input (error, _ ("There is no month %04d-%02d."), last_month / 100,
                                 last_month % 100);
}

BhTrend *
bh_trend_compute (BhInsight *insight,
                  BhFigureId figure,
                  int last_month,
                  guint n_months,
                  BhTicketFilter *filter,
                  GError **error)
{
  g_autoptr (BhTrend) self = NULL;
  g_auto (Line) line = { .figure = figure };
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (insight != NULL, NULL);
  g_return_val_if_fail ((guint) figure < BH_N_FIGURES, NULL);
  g_return_val_if_fail (n_months > 0, NULL);

  self = g_new0 (BhTrend, 1);
  self->figure = bh_figure_get_info (figure);
  self->points = g_array_new (FALSE, FALSE, sizeof (BhTrendPoint));
  g_array_set_clear_func (self->points, (GDestroyNotify) clear_point);

  line.office = bh_insight_get_office (insight);
  line.as_of = bh_insight_get_as_of (insight);
  line.memo = bh_figure_memo_new (insight);
  bh_figure_memo_set_wanted (line.memo, BH_FIGURE_BIT (figure));
  if (!check_months (bh_insight_get_time (insight), last_month, n_months, error)
      || !choose_scope (self, &line, filter, last_month / 100, error)
      || !bh_figure_memo_get_first (line.memo, &line.first, error))
    return NULL;

  for (guint i = 0; i < n_months; i++)
    {
      int month = bh_month_shift (last_month, (int) i + 1 - (int) n_months);

      g_array_append_val (months, month);
    }
  if (is_of_open_tickets (figure) && !prepare_open (&line, insight, months, error))
    return NULL;
  for (guint i = 0; i < n_months; i++)
    if (!add_point (&line, g_array_index (months, int, i), self->points, error))
      return NULL;
  self->exact = self->figure->form != BH_FIGURE_SPREAD || !bh_insight_has_left_out (insight);

  return g_steal_pointer (&self);
}
