/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-scorecard.h"

#include "domain/bh-office-targets.h"
#include "insight/bh-period-shift.h"
#include "insight/bh-scorecard-scope.h"

/* What a scorecard is made with. */
typedef struct
{
  BhFigureMemo *memo;
  BhOffice *office;
  BhTicketFilter *filter; /* (owned) */
  const BhScorecardPeriods *periods;
  GPtrArray *in_force; /* (owned) (element-type BhTarget) */
  GPtrArray *targets;  /* (owned) (element-type BhTarget): of these, what has no row yet */
  GPtrArray *rows;     /* (owned) (element-type BhScorecardRow) */
} Scorecard;

static void
scorecard_clear (Scorecard *card)
{
  g_clear_pointer (&card->memo, bh_figure_memo_free);
  g_clear_pointer (&card->filter, bh_ticket_filter_unref);
  g_clear_pointer (&card->in_force, g_ptr_array_unref);
  g_clear_pointer (&card->targets, g_ptr_array_unref);
  g_clear_pointer (&card->rows, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scorecard, scorecard_clear)

void
bh_scorecard_row_free (BhScorecardRow *row)
{
  g_free (row->filter);
  g_free (row->problem);
  g_clear_object (&row->target);
  g_free (row);
}

static BhScorecardRow *
row_new (BhFigureId figure, const char *filter, BhTarget *target)
{
  BhScorecardRow *row = g_new0 (BhScorecardRow, 1);

  row->id = figure;
  row->figure = bh_figure_get_info (figure);
  row->filter = g_strdup (filter);
  g_set_object (&row->target, target);

  return row;
}

static gboolean
read_value (Scorecard *card,
            BhScorecardRow *row,
            BhTicketFilter *filter,
            const BhPeriod *period,
            BhFigureValue *value,
            GError **error)
{
  const BhFigureValue *found = bh_figure_memo_get (card->memo, filter, period, row->id, error);

  if (found == NULL)
    return FALSE;

  *value = *found;

  return TRUE;
}

/* Part of a period is compared with the same part of another. */
static gboolean
read_so_far (Scorecard *card,
             BhScorecardRow *row,
             BhTicketFilter *filter,
             const BhPeriod *other,
             const BhFigureValue *whole,
             BhFigureValue *so_far,
             GError **error)
{
  BhInsight *insight = bh_figure_memo_get_insight (card->memo);
  gint64 as_of = bh_insight_get_as_of (insight);
  const BhFigureValue *found;
  BhPeriod part;

  *so_far = *whole;
  if (as_of >= card->periods->period.to || !bh_figure_grows (row->id))
    return TRUE;

  /* What ends at this instant was never kept. */
  if (bh_insight_get_mode (insight) == BH_INSIGHT_KEPT)
    {
      *so_far = (BhFigureValue){ 0 };
      bh_insight_note_left_out (insight);
      return TRUE;
    }
  bh_period_get_part (bh_office_get_time (card->office), &card->periods->period, as_of, other,
                      &part);
  found = bh_figure_memo_get_alone (card->memo, filter, &part, row->id, error);
  if (found == NULL)
    return FALSE;

  *so_far = *found;

  return TRUE;
}

static gboolean
read_other (Scorecard *card,
            BhScorecardRow *row,
            BhTicketFilter *filter,
            const BhPeriod *other,
            BhFigureValue *value,
            BhFigureValue *so_far,
            GError **error)
{
  return other->from >= other->to
         || (read_value (card, row, filter, other, value, error)
             && read_so_far (card, row, filter, other, value, so_far, error));
}

static gboolean
add_row (
    Scorecard *card, BhFigureId figure, BhTicketFilter *filter, BhTarget *target, GError **error)
{
  g_autoptr (BhScorecardRow) row = row_new (figure, bh_ticket_filter_to_text (filter), target);
  const BhScorecardPeriods *periods = card->periods;

  if (!read_value (card, row, filter, &periods->period, &row->value, error)
      || !read_other (card, row, filter, &periods->previous, &row->previous, &row->previous_so_far,
                      error)
      || !read_other (card, row, filter, &periods->year_before, &row->year_before,
                      &row->year_before_so_far, error))
    return FALSE;
  if (target != NULL
      && !bh_goal_compute (card->memo, target, &periods->period, filter, &row->goal, error))
    return FALSE;

  row->light = bh_goal_judge (&row->goal, row->figure, &row->value);
  g_ptr_array_add (card->rows, g_steal_pointer (&row));

  return TRUE;
}

/* The tickets of a target that pass the scorecard's filter. A target that the office's lists have
 * grown away from says so in a row and keeps nothing else from being shown. */
static gboolean
find_scope (
    Scorecard *card, BhTarget *target, BhTicketFilter **scope, char **problem, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (BhTicketFilter) own = bh_target_resolve_filter (target, card->office, &failure);

  *scope = NULL;
  if (own == NULL)
    {
      *problem = g_strdup (failure->message);
      return TRUE;
    }

  return bh_scorecard_scope (card->filter, own, card->office, scope, error);
}

/* What was set for just these tickets takes the place of what was set for more of them. */
static gboolean
is_overruled (Scorecard *card, BhTarget *target, BhTicketFilter *scope)
{
  g_autoptr (BhTicketFilter) own = bh_target_resolve_filter (target, card->office, NULL);

  if (own == NULL || bh_ticket_filter_equal (own, scope))
    return FALSE;

  for (guint i = 0; i < card->in_force->len; i++)
    {
      BhTarget *other = g_ptr_array_index (card->in_force, i);
      g_autoptr (BhTicketFilter) filter = NULL;

      if (!g_str_equal (other->figure, target->figure)
          || (other->form == BH_TARGET_ALARM) != (target->form == BH_TARGET_ALARM))
        continue;
      filter = bh_target_resolve_filter (other, card->office, NULL);
      if (filter != NULL && bh_ticket_filter_equal (filter, scope))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_target (Scorecard *card, BhTarget *target, GError **error)
{
  g_autoptr (BhTicketFilter) scope = NULL;
  g_autofree char *problem = NULL;
  BhFigureId figure;

  if (!bh_figure_find (target->figure, &figure))
    return TRUE;
  if (!find_scope (card, target, &scope, &problem, error))
    return FALSE;

  if (problem != NULL)
    {
      BhScorecardRow *row = row_new (figure, target->filter, target);

      row->problem = g_steal_pointer (&problem);
      g_ptr_array_add (card->rows, row);
      return TRUE;
    }

  return scope == NULL || is_overruled (card, target, scope)
         || add_row (card, figure, scope, target, error);
}

/* One to reach comes before an alarm, then one that was made for just this filter. */
static gboolean
is_better (Scorecard *card, BhTarget *target, BhTarget *other)
{
  const char *filter = bh_ticket_filter_to_text (card->filter);

  if ((target->form == BH_TARGET_ALARM) != (other->form == BH_TARGET_ALARM))
    return other->form == BH_TARGET_ALARM;

  return g_str_equal (target->filter, filter) && !g_str_equal (other->filter, filter);
}

/* The target about just the tickets of the scorecard's filter. */
static gboolean
find_target (Scorecard *card, const BhFigureInfo *info, BhTarget **best, GError **error)
{
  *best = NULL;
  for (guint i = 0; i < card->targets->len; i++)
    {
      BhTarget *target = g_ptr_array_index (card->targets, i);
      g_autoptr (BhTicketFilter) scope = NULL;
      g_autofree char *problem = NULL;

      if (!g_str_equal (target->figure, info->key))
        continue;
      if (!find_scope (card, target, &scope, &problem, error))
        return FALSE;
      if (scope != NULL && bh_ticket_filter_equal (scope, card->filter)
          && (*best == NULL || is_better (card, target, *best)))
        *best = target;
    }

  return TRUE;
}

/* The figures that stand there whether they have targets or not. */
static gboolean
add_figures (Scorecard *card, BhFigureSet figures, GError **error)
{
  guint n;
  const BhFigureInfo *infos = bh_figures_list (&n);

  for (guint i = 0; i < n; i++)
    {
      BhTarget *target;

      if ((figures & BH_FIGURE_BIT (i)) == 0)
        continue;
      if (!find_target (card, &infos[i], &target, error)
          || !add_row (card, (BhFigureId) i, card->filter, target, error))
        return FALSE;
      if (target != NULL)
        g_ptr_array_remove (card->targets, target);
    }

  return TRUE;
}

static gboolean
add_targets (Scorecard *card, GError **error)
{
  for (guint i = 0; i < card->targets->len; i++)
    if (!add_target (card, g_ptr_array_index (card->targets, i), error))
      return FALSE;

  return TRUE;
}

static int
get_last_year (BhOfficeTime *time, const BhPeriod *period)
{
  BhLocalTime local;

  bh_office_time_split (time, period->to - 1, &local);

  return local.month / 100;
}

void
bh_scorecard_periods_init (BhScorecardPeriods *self, BhOfficeTime *time, const BhPeriod *period)
{
  g_return_if_fail (self != NULL && time != NULL && period != NULL);

  self->period = *period;
  bh_period_get_previous (time, period, &self->previous);
  bh_period_get_year_before (time, period, &self->year_before);
}

static gpointer
copy_target (gconstpointer target, gpointer user_data)
{
  return g_object_ref ((gpointer) target);
}

GPtrArray *
bh_scorecard_compute (BhInsight *insight,
                      const BhScorecardPeriods *periods,
                      BhTicketFilter *filter,
                      BhFigureSet figures,
                      GError **error)
{
  g_auto (Scorecard) card = { NULL };

  g_return_val_if_fail (insight != NULL && periods != NULL, NULL);
  g_return_val_if_fail (periods->period.from < periods->period.to, NULL);

  card.office = bh_insight_get_office (insight);
  card.periods = periods;
  card.memo = bh_figure_memo_new (insight);
  card.filter = filter != NULL ? bh_ticket_filter_ref (filter) : bh_ticket_filter_new ();
  card.in_force = bh_office_list_targets (
      card.office, get_last_year (bh_office_get_time (card.office), &periods->period));
  card.targets = g_ptr_array_copy (card.in_force, copy_target, NULL);
  g_ptr_array_set_free_func (card.targets, g_object_unref);
  card.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_scorecard_row_free);

  bh_figure_memo_set_wanted (card.memo, figures);
  if (!add_figures (&card, figures, error))
    return NULL;
  bh_figure_memo_set_wanted (card.memo, 0);
  if (!add_targets (&card, error))
    return NULL;

  return g_steal_pointer (&card.rows);
}
