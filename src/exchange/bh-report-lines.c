/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-private.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

static gboolean
add_goals (BhReport *self, BhReportLine *line, GError **error)
{
  BhReportScope *scope = g_ptr_array_index (self->scopes, line->scope);

  line->has_goals = TRUE;
  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    if (!bh_goal_compute (self->memo, line->row->target, &self->periods[i], scope->filter,
                          &line->goals[i], error))
      return FALSE;

  return TRUE;
}

static guint
find_scope (BhReport *self, const char *text)
{
  for (guint i = 0; i < self->scopes->len; i++)
    if (g_str_equal (((BhReportScope *) g_ptr_array_index (self->scopes, i))->text, text))
      return i;

  return 0;
}

static gboolean
add_line (BhReport *self, const BhScorecardRow *row, BhReportPart part, GError **error)
{
  BhReportLine *line = g_new0 (BhReportLine, 1);

  line->row = row;
  line->part = part;
  line->scope = find_scope (self, row->filter);
  g_ptr_array_add (self->lines, line);

  return row->target == NULL || part > BH_REPORT_PART_MEAN || add_goals (self, line, error);
}

gboolean
bh_report_make_lines (BhReport *self, GError **error)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->card->len; i++)
    {
      const BhScorecardRow *row = g_ptr_array_index (self->card, i);
      gboolean spread = row->figure->form == BH_FIGURE_SPREAD;

      if (row->problem != NULL)
        continue;
      if (!add_line (self, row, spread ? BH_REPORT_PART_MEAN : BH_REPORT_PART_VALUE, error)
          || (spread
              && (!add_line (self, row, BH_REPORT_PART_MEDIAN, error)
                  || !add_line (self, row, BH_REPORT_PART_P90, error))))
        return FALSE;
    }

  return TRUE;
}

/* What is open at the end of all months is counted in one go. */
static gboolean
read_open (BhReport *self, BhReportScope *scope, GError **error)
{
  BhOpenCount counts[BH_REPORT_MONTHS];
  gint64 ends[BH_REPORT_MONTHS], as_of = self->request->as_of;
  guint places[BH_REPORT_MONTHS], n = 0;
  g_autoptr (BhFilterSql) filter = NULL;
  BhOpenSeries series;

  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    {
      gint64 end = MIN (self->periods[i].to, as_of);

      if (n == 0 || ends[n - 1] != end)
        ends[n++] = end;
      places[i] = n - 1;
    }
  filter = bh_filter_sql_new_compared (scope->filter, self->office, "t",
                                       BH_OPEN_FIRST_FILTER_PARAMETER, as_of, error);
  series = (BhOpenSeries){ .connection = self->connection,
                           .filter = filter,
                           .as_of = as_of,
                           .ends = ends,
                           .n_ends = n,
                           .with_open = TRUE,
                           .with_overdue = TRUE };
  if (filter == NULL || !bh_open_series_compute (&series, counts, self->cancellable, error))
    return FALSE;

  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    scope->open[i] = counts[places[i]];
  scope->has_open = TRUE;

  return TRUE;
}

static gboolean
is_open_count (BhFigureId figure)
{
  return figure == BH_FIGURE_OPEN_AT_END || figure == BH_FIGURE_OVERDUE_OPEN_AT_END;
}

gboolean
bh_report_line_get (const BhReportLine *line, BhReportSpanId span, double *value)
{
  const BhScorecardRow *row = line->row;
  const BhFigureValue *const values[BH_N_REPORT_SPANS] = {
    [BH_REPORT_NOW] = &row->value,
    [BH_REPORT_BEFORE] = &row->previous,
    [BH_REPORT_YEAR_BEFORE] = &row->year_before,
  };

  return bh_report_value_get (row->figure, values[span], line->part, value);
}

gboolean
bh_report_line_get_so_far (const BhReportLine *line, BhReportSpanId span, double *value)
{
  const BhScorecardRow *row = line->row;
  const BhFigureValue *const values[BH_N_REPORT_SPANS] = {
    [BH_REPORT_NOW] = &row->value,
    [BH_REPORT_BEFORE] = &row->previous_so_far,
    [BH_REPORT_YEAR_BEFORE] = &row->year_before_so_far,
  };

  return bh_report_value_get (row->figure, values[span], line->part, value);
}

/* All figures of all tickets are shown, of the others just those with targets. */
static const BhFigureValue *
get_figure (BhReport *self, const BhReportLine *line, guint month, GError **error)
{
  BhReportScope *scope = g_ptr_array_index (self->scopes, line->scope);
  const BhPeriod *period = &self->periods[month];

  return line->scope == 0
             ? bh_figure_memo_get (self->memo, scope->filter, period, line->row->id, error)
             : bh_figure_memo_get_alone (self->memo, scope->filter, period, line->row->id, error);
}

/* A month that is compared with, or about which the workbook is, stands on the scorecard. */
static gboolean
find_span (BhReport *self, guint month, BhReportSpanId *found)
{
  const BhPeriod *period = &self->periods[month];

  for (guint i = 0; i < self->n_spans; i++)
    if (self->spans[i].period.from == period->from && self->spans[i].period.to == period->to)
      {
        *found = (BhReportSpanId) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
bh_report_line_get_month (BhReport *self,
                          const BhReportLine *line,
                          guint month,
                          gboolean *has_value,
                          double *value,
                          GError **error)
{
  BhReportScope *scope = g_ptr_array_index (self->scopes, line->scope);
  const BhFigureValue *found;
  BhReportSpanId span;

  if (find_span (self, month, &span))
    {
      *has_value = bh_report_line_get (line, span, value);
      return TRUE;
    }
  if (is_open_count (line->row->id))
    {
      *has_value = TRUE;
      if (!scope->has_open && !read_open (self, scope, error))
        return FALSE;
      *value = (double) (line->row->id == BH_FIGURE_OPEN_AT_END ? scope->open[month].open
                                                                : scope->open[month].overdue);
      return TRUE;
    }
  if (line->row->id == BH_FIGURE_SIGNOFF_SHARE || line->row->id == BH_FIGURE_CALLBACK_SHARE)
    {
      const BhReportAsked *sum = line->row->id == BH_FIGURE_SIGNOFF_SHARE ? &scope->signoff[month]
                                                                          : &scope->callback[month];

      *has_value = sum->asked > 0;
      *value = *has_value ? (double) sum->yes / (double) sum->asked : 0;
      return TRUE;
    }

  found = get_figure (self, line, month, error);
  if (found == NULL)
    return FALSE;
  *has_value = bh_report_value_get (line->row->figure, found, line->part, value);

  return TRUE;
}

gboolean
bh_report_line_is_main (const BhReportLine *line)
{
  return !line->row->figure->detail || line->has_goals;
}

char *
bh_report_line_dup_name (BhReport *self, const BhReportLine *line)
{
  BhReportScope *scope = g_ptr_array_index (self->scopes, line->scope);
  g_autofree char *name = bh_report_part_dup_name (line->row->figure, line->part);

  if (line->scope == 0)
    return g_steal_pointer (&name);

  /* Translators: a figure and the tickets that it is about. */
  return g_strdup_printf (_ ("%s (%s)"), name, scope->name);
}

void
bh_report_write_line (BhReport *self,
                      BhReportSheet *sheet,
                      guint row,
                      guint column,
                      const BhReportLine *line,
                      const BhReportSlice *slice,
                      gboolean has_value,
                      double value)
{
  BhReportSlice own = *slice;

  own.scope = line->scope;
  bh_report_write_figure (self, sheet, row, column, line->row->id, line->part, &own, has_value,
                          value);
}

BhReportLine *
bh_report_find_line (BhReport *self, BhFigureId figure)
{
  BhReportLine *found = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      BhReportLine *line = g_ptr_array_index (self->lines, i);

      if (line->row->id == figure && (found == NULL || (line->has_goals && !found->has_goals)))
        found = line;
    }

  return found;
}
