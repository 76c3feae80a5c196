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
  gint64 ends[BH_REPORT_MONTHS];
  guint places[BH_REPORT_MONTHS], n = 0;

  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    {
      gint64 end = MIN (self->periods[i].to, self->request->as_of);

      if (n == 0 || ends[n - 1] != end)
        ends[n++] = end;
      places[i] = n - 1;
    }
  if (!bh_open_series_compute (self->connection, self->office, self->request->as_of, scope->filter,
                               ends, n, counts, self->cancellable, error))
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

gboolean
bh_report_line_get (BhReport *self,
                    const BhReportLine *line,
                    guint month,
                    gboolean *has_value,
                    double *value,
                    GError **error)
{
  BhReportScope *scope = g_ptr_array_index (self->scopes, line->scope);
  const BhFigureValue *found;

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

  *has_value = found->has_value;
  *value = bh_figure_value_get_number (line->row->figure, found);
  if (line->part == BH_REPORT_PART_MEDIAN)
    *value = found->median;
  else if (line->part == BH_REPORT_PART_P90)
    *value = found->p90;

  return TRUE;
}

char *
bh_report_line_dup_name (BhReport *self, const BhReportLine *line)
{
  BhReportScope *scope = g_ptr_array_index (self->scopes, line->scope);
  const char *name = bh_figure_get_name (line->row->figure);
  const char *const parts[] = {
    [BH_REPORT_PART_VALUE] = "",
    [BH_REPORT_PART_MEAN] = _ (", mean"),
    [BH_REPORT_PART_MEDIAN] = _ (", median"),
    [BH_REPORT_PART_P90] = _ (", P90"),
  };

  if (line->scope == 0)
    return g_strconcat (name, parts[line->part], NULL);

  /* Translators: a figure and the tickets that it is about. */
  return g_strdup_printf (_ ("%s%s (%s)"), name, parts[line->part], scope->name);
}

BhReportStyle
bh_report_line_get_style (const BhReportLine *line)
{
  const BhFigureInfo *info = line->row->figure;

  switch (info->form)
    {
    case BH_FIGURE_COUNT:
      return BH_STYLE_COUNT;
    case BH_FIGURE_SHARE:
      return BH_STYLE_SHARE;
    case BH_FIGURE_SPREAD:
      return g_str_has_suffix (info->key, "_days") ? BH_STYLE_DAYS : BH_STYLE_HOURS;
    case BH_FIGURE_MEAN:
      break;
    }

  return BH_STYLE_NUMBER;
}

char *
bh_report_line_dup_formula (BhReport *self,
                            const BhReportLine *line,
                            int month,
                            const char *month_cell,
                            gboolean has_value,
                            gboolean *is_array)
{
  BhReportSlice slice = { .month = month, .month_cell = month_cell, .scope = line->scope };

  return bh_report_formula_new (line->row->figure, line->part, &slice, &self->extent, has_value,
                                is_array);
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
