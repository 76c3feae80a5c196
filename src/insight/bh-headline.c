/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-headline.h"

#include "insight/bh-figure-filter.h"
#include "insight/bh-figure-text.h"

#define FIGURES                                                                                    \
  (BH_SCORECARD_LOAD | BH_FIGURE_BIT (BH_FIGURE_RESPONSE_ON_TIME)                                  \
   | BH_FIGURE_BIT (BH_FIGURE_COMPLETION_ON_TIME) | BH_FIGURE_BIT (BH_FIGURE_REWORK_SHARE)         \
   | BH_FIGURE_BIT (BH_FIGURE_SIGNOFF_SHARE) | BH_FIGURE_BIT (BH_FIGURE_SATISFACTION))

/* The months of the lines. */
typedef struct
{
  BhInsight *insight;
  BhPeriod span;
  int first_month; /* year * 100 + month */
  gint64 first;    /* receipt of the office's first ticket, 0 where there is none */
} Months;

void
bh_headline_free (BhHeadline *self)
{
  bh_scorecard_row_free (self->row);
  g_free (self->filter);
  g_free (self);
}

static gboolean
is_to_be_reached (const BhScorecardRow *row)
{
  return row->target != NULL && row->target->form != BH_TARGET_ALARM;
}

static int
compare_headlines (gconstpointer a, gconstpointer b)
{
  const BhScorecardRow *one = (*(BhHeadline *const *) a)->row;
  const BhScorecardRow *other = (*(BhHeadline *const *) b)->row;
  gint64 first, second;

  if (is_to_be_reached (one) != is_to_be_reached (other))
    return is_to_be_reached (one) ? -1 : 1;
  if (!is_to_be_reached (one))
    return (int) one->id - (int) other->id;

  first = bh_entry_get_id (BH_ENTRY (one->target));
  second = bh_entry_get_id (BH_ENTRY (other->target));

  return (first > second) - (first < second);
}

static BhTicketFilter *
resolve_scope (const BhScorecardRow *row, BhOffice *office, GError **error)
{
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (row->filter, error);

  return parsed != NULL ? bh_ticket_filter_resolve (parsed, office, error) : NULL;
}

/* What was set for one community is no main figure of them all. */
static gboolean
is_of_part (const BhScorecardRow *row, BhTicketFilter *filter)
{
  g_autoptr (BhTicketFilter) scope = bh_ticket_filter_parse (row->filter, NULL);

  return scope != NULL && bh_ticket_filter_get (scope, BH_FILTER_COMMUNITY) != NULL
         && (filter == NULL || bh_ticket_filter_get (filter, BH_FILTER_COMMUNITY) == NULL);
}

/* @row: (transfer full) */
static BhHeadline *
headline_new (BhScorecardRow *row, const BhPeriod *period, BhOffice *office)
{
  BhHeadline *self = g_new0 (BhHeadline, 1);
  g_autoptr (BhTicketFilter) scope = NULL;
  g_autoptr (BhTicketFilter) tickets = NULL;

  self->row = row;
  if (row->problem != NULL)
    return self;

  scope = resolve_scope (row, office, NULL);
  if (scope != NULL)
    tickets = bh_figure_filter (row->id, period, bh_office_get_time (office), scope, NULL);
  if (tickets != NULL)
    self->filter = g_strdup (bh_ticket_filter_to_text (tickets));

  return self;
}

static gboolean
find_months (
    Months *self, BhFigureMemo *memo, BhOfficeTime *time, const BhPeriod *period, GError **error)
{
  gint64 as_of = bh_insight_get_as_of (self->insight);
  gint64 last = CLAMP (as_of, period->from + 1, period->to) - 1;
  BhLocalTime local;
  BhPeriod month;

  bh_office_time_split (time, last, &local);
  self->first_month = bh_month_shift (local.month, 1 - BH_HEADLINE_MONTHS);
  if (!bh_office_time_get_month (time, local.month, &month))
    return TRUE;
  self->span.to = month.to;
  if (bh_office_time_get_month (time, self->first_month, &month))
    self->span.from = month.from;

  return bh_figure_memo_get_first (memo, &self->first, error);
}

static void
set_line (const Months *months, GPtrArray *groups, BhHeadline *headline)
{
  BhOfficeTime *time = bh_insight_get_time (months->insight);

  headline->has_line = TRUE;
  for (guint i = 0; i < BH_HEADLINE_MONTHS && i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);
      const BhFigureValue *value = &group->values[headline->row->id];
      BhPeriod month;

      bh_office_time_get_month (time, bh_month_shift (months->first_month, (int) i), &month);
      /* Before its first ticket the office did not count nothing: it did not count. */
      headline->known[i] = value->has_value && months->first != 0 && months->first < month.to;
      headline->line[i] = bh_figure_value_get_number (headline->row->figure, value);
    }
}

static BhFigureSet
collect_figures (GPtrArray *headlines, const char *scope)
{
  BhFigureSet figures = 0;

  for (guint i = 0; i < headlines->len; i++)
    {
      const BhScorecardRow *row = ((BhHeadline *) g_ptr_array_index (headlines, i))->row;

      if (row->problem == NULL && g_str_equal (row->filter, scope))
        figures |= BH_FIGURE_BIT (row->id);
    }

  return figures;
}

/* All figures of the same tickets together: that costs less than one after the other. */
static gboolean
add_lines_of (const Months *months, GPtrArray *headlines, guint from, GError **error)
{
  const BhScorecardRow *row = ((BhHeadline *) g_ptr_array_index (headlines, from))->row;
  BhOffice *office = bh_insight_get_office (months->insight);
  g_autoptr (BhTicketFilter) scope = resolve_scope (row, office, error);
  g_autoptr (GPtrArray) groups = NULL;

  if (scope == NULL)
    return FALSE;
  groups = bh_figures_compute (months->insight, &months->span, BH_BY_MONTH, scope,
                               collect_figures (headlines, row->filter) | BH_FIGURES_QUICK, error);
  if (groups == NULL)
    return FALSE;

  for (guint i = from; i < headlines->len; i++)
    {
      BhHeadline *headline = g_ptr_array_index (headlines, i);

      if (headline->row->problem == NULL && g_str_equal (headline->row->filter, row->filter))
        set_line (months, groups, headline);
    }

  return TRUE;
}

static gboolean
add_lines (BhFigureMemo *memo, const BhPeriod *period, GPtrArray *headlines, GError **error)
{
  BhInsight *insight = bh_figure_memo_get_insight (memo);
  Months months = { .insight = insight };

  if (!find_months (&months, memo, bh_insight_get_time (insight), period, error))
    return FALSE;
  if (months.span.from >= months.span.to)
    return TRUE;

  for (guint i = 0; i < headlines->len; i++)
    {
      const BhHeadline *headline = g_ptr_array_index (headlines, i);

      if (headline->row->problem == NULL && !headline->has_line
          && !add_lines_of (&months, headlines, i, error))
        return FALSE;
    }

  return TRUE;
}

/* What grew in a part of which there are no records is no measure. */
static gboolean
drop_what_is_unknown (BhFigureMemo *memo,
                      const BhPeriod *compare,
                      GPtrArray *headlines,
                      GError **error)
{
  gboolean known;

  if (!bh_figure_memo_has_records (memo, compare, &known, error))
    return FALSE;

  for (guint i = 0; i < headlines->len && !known; i++)
    {
      BhScorecardRow *row = ((BhHeadline *) g_ptr_array_index (headlines, i))->row;

      if (bh_figure_grows (row->id))
        row->previous = row->previous_so_far = (BhFigureValue){ 0 };
    }

  return TRUE;
}

GPtrArray *
bh_headlines_compute (BhInsight *insight,
                      const BhPeriod *period,
                      const BhPeriod *compare,
                      BhTicketFilter *filter,
                      gboolean with_lines,
                      GError **error)
{
  BhScorecardPeriods periods = { 0 };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) headlines = NULL;
  g_autoptr (BhFigureMemo) memo = NULL;

  g_return_val_if_fail (insight != NULL, NULL);
  g_return_val_if_fail (period != NULL && compare != NULL, NULL);

  periods.period = *period;
  periods.previous = *compare;
  rows = bh_scorecard_compute (insight, &periods, filter, FIGURES, error);
  if (rows == NULL)
    return NULL;

  headlines = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_headline_free);
  while (rows->len > 0)
    {
      g_autoptr (BhScorecardRow) row = g_ptr_array_steal_index (rows, 0);

      if (!is_of_part (row, filter))
        g_ptr_array_add (headlines, headline_new (g_steal_pointer (&row), period,
                                                  bh_insight_get_office (insight)));
    }
  g_ptr_array_sort (headlines, compare_headlines);
  memo = bh_figure_memo_new (insight);
  if (!drop_what_is_unknown (memo, compare, headlines, error)
      || (with_lines && !add_lines (memo, period, headlines, error)))
    return NULL;

  return g_steal_pointer (&headlines);
}
