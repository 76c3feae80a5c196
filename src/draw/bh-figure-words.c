/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-figure-words.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"

#include <math.h>

BhChartNumbers
bh_figure_get_numbers (const BhFigureInfo *info)
{
  switch (info->form)
    {
    case BH_FIGURE_COUNT:
      return *info->unit == '\0' ? BH_CHART_COUNTS : BH_CHART_AMOUNTS;
    case BH_FIGURE_SHARE:
      return BH_CHART_PERCENTS;
    case BH_FIGURE_SPREAD:
    case BH_FIGURE_MEAN:
      return BH_CHART_AMOUNTS;
    default:
      g_assert_not_reached ();
    }
}

const char *
bh_figure_get_axis_unit (const BhFigureInfo *info)
{
  BhChartNumbers numbers = bh_figure_get_numbers (info);

  if (numbers == BH_CHART_PERCENTS)
    return "";

  return numbers == BH_CHART_COUNTS ? C_ ("chart", "tickets") : bh_figure_get_unit (info);
}

BhChartPointFlags
bh_figure_get_point_flags (const BhFigureInfo *info, const BhFigureValue *value)
{
  if (!value->has_value)
    return 0;

  return (value->provisional ? BH_CHART_POINT_PROVISIONAL : 0)
         | (bh_figure_value_is_small (info, value) ? BH_CHART_POINT_SMALL : 0);
}

double
bh_figure_get_point (const BhFigureInfo *info, const BhFigureValue *value)
{
  return value->has_value ? bh_figure_value_get_number (info, value) : NAN;
}

static void
add_number (GString *text, const BhFigureInfo *info, const char *name, double number)
{
  g_autofree char *value = bh_figure_format_number (info, number);

  bh_chart_words_add_line (text, name, value);
}

char *
bh_figure_dup_lines (const BhFigureInfo *info, const BhFigureValue *value, gboolean exact)
{
  g_autofree char *number = bh_figure_format (info, value);
  g_autofree char *basis = bh_figure_format_basis (info, value);
  g_autofree char *both = NULL;
  GString *text = g_string_new (NULL);

  if (info->form == BH_FIGURE_SPREAD && value->has_value)
    {
      bh_chart_words_add_line (text, _ ("Mean"), number);
      if (exact)
        {
          add_number (text, info, _ ("Median"), value->median);
          add_number (text, info, _ ("P90"), value->p90);
        }
      bh_chart_words_add_note (text, basis);
      return g_string_free (text, FALSE);
    }

  if (*basis != '\0')
    /* Translators: a share and what it is of: "81.5% (815 of 1,000)" */
    both = g_strdup_printf (C_ ("chart", "%s (%s)"), number, basis);
  bh_chart_words_add_line (text, bh_figure_get_name (info), both != NULL ? both : number);

  return g_string_free (text, FALSE);
}

char *
bh_figure_dup_notes (const BhFigureInfo *info, const BhFigureValue *value)
{
  BhChartPointFlags flags = bh_figure_get_point_flags (info, value);
  GString *notes = g_string_new (NULL);

  if (flags & BH_CHART_POINT_PROVISIONAL)
    bh_chart_words_add_note (notes, _ ("Can still change"));
  if (flags & BH_CHART_POINT_SMALL)
    bh_chart_words_add_note (notes, _ ("Fewer than 10"));

  return g_string_free (notes, FALSE);
}

char *
bh_figure_dup_value_text (const BhFigureInfo *info,
                          const BhFigureValue *value,
                          const BhFigureValue *before,
                          const char *more,
                          gboolean exact)
{
  g_autofree char *lines = bh_figure_dup_lines (info, value, exact);
  g_autofree char *notes = bh_figure_dup_notes (info, value);
  GString *text = g_string_new (lines);

  if (more != NULL)
    bh_chart_words_add_note (text, more);
  if (before != NULL && before->has_value)
    {
      g_autofree char *number = bh_figure_format (info, before);
      g_autofree char *change = bh_figure_format_change (info, value, before);
      g_autofree char *both = g_strdup_printf (C_ ("chart", "%s (%s)"), number, change);

      bh_chart_words_add_line (text, C_ ("chart", "Compared with"), both);
    }
  bh_chart_words_add_note (text, notes);

  return g_string_free (text, FALSE);
}
