/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-test-charts.h"

#include "draw/bh-column-layer.h"
#include "draw/bh-line-layer.h"
#include "draw/bh-rule-layer.h"

#include <math.h>
#include <pango/pangocairo.h>

static gboolean
has_font (const char *family)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoFontFamily **families;
  gboolean found = FALSE;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n && !found; i++)
    found = g_str_equal (pango_font_family_get_name (families[i]), family);
  g_free (families);

  return found;
}

BhChartStyle *
bh_test_chart_style (BhChartPaletteKind palette)
{
  BhChartStyle *style;

  if (!has_font (BH_TEST_FONT))
    return NULL;

  style = bh_chart_style_new ();
  bh_chart_style_set_font (style, BH_TEST_FONT " 13px");
  style->palette = palette;

  return style;
}

BhChart *
bh_test_chart_line (const double *values, guint n, BhChartNumbers numbers, double target)
{
  BhBandChart *chart
      = bh_band_chart_new ("投诉受理量", "投诉 · 2025年10月 – 2026年10月", BH_CHART_TICKS_SERIES);
  BhChartLayer *rule
      = bh_rule_layer_new ("目标", BH_CHART_ROLE_TARGET, BH_CHART_SIDE_START, BH_RULE_DASHED);
  BhChartLayer *line
      = bh_line_layer_new ("受理", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START, BH_LINE_CIRCLES, TRUE);

  bh_band_chart_set_axis (chart, BH_CHART_SIDE_START, numbers,
                          numbers == BH_CHART_COUNTS ? "件" : "");
  bh_chart_set_empty_text (BH_CHART (chart), "这段时间没有数据");
  for (guint i = 0; i < n; i++)
    {
      guint month = (9 + i) % 12 + 1;
      g_autofree char *tick = g_strdup_printf ("%u月", month);
      g_autofree char *filter = g_strdup_printf ("received:%u-%02u", 2025 + (9 + i) / 12, month);
      g_autofree char *text = NULL;

      if (isnan (values[i]))
        bh_chart_layer_add_gap (line);
      else
        {
          text = bh_chart_number_dup_text (numbers, values[i], numbers == BH_CHART_COUNTS ? 0 : 1);
          bh_chart_layer_add (line, values[i],
                              (i + 1 == n ? BH_CHART_POINT_PROVISIONAL : 0)
                                  | (i == 3 ? BH_CHART_POINT_SMALL : 0),
                              text);
        }
      if (isnan (target))
        bh_chart_layer_add_gap (rule);
      else
        bh_chart_layer_add (rule, target, 0, NULL);
      bh_band_chart_add_mark (chart, tick, tick,
                              i == 0       ? "2025年"
                              : month == 1 ? "2026年"
                                           : NULL,
                              text, filter);
    }
  bh_band_chart_add_layer (chart, rule);
  bh_band_chart_add_layer (chart, line);
  bh_band_chart_add_key (chart, line, 0, "受理");
  if (!isnan (target))
    bh_band_chart_add_key (chart, rule, 0, "目标");
  bh_band_chart_add_key (chart, line, BH_CHART_POINT_PROVISIONAL, "尚会变动");
  bh_band_chart_add_key (chart, line, BH_CHART_POINT_SMALL, "样本不足10");

  return BH_CHART (chart);
}

BhChart *
bh_test_chart_columns (const char *const *names, const double *values, guint n)
{
  BhBandChart *chart
      = bh_band_chart_new ("投诉分类排列图", "2026年10月 · 共 1,284 件", BH_CHART_TICKS_NAMES);
  BhChartLayer *columns = bh_column_layer_new ("件数", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  BhChartLayer *notches
      = bh_rule_layer_new ("上期", BH_CHART_ROLE_PREVIOUS, BH_CHART_SIDE_START, BH_RULE_NOTCHES);
  BhChartLayer *line = bh_line_layer_new ("累计占比", BH_CHART_ROLE_CUMULATED, BH_CHART_SIDE_END,
                                          BH_LINE_SQUARES, FALSE);
  guint n_names = g_strv_length ((char **) names);
  double sum = 0, part = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  bh_band_chart_set_axis (chart, BH_CHART_SIDE_START, BH_CHART_COUNTS, "件");
  bh_band_chart_set_axis (chart, BH_CHART_SIDE_END, BH_CHART_PERCENTS, "");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = bh_chart_number_dup_text (BH_CHART_COUNTS, values[i], 0);

      bh_chart_layer_add (columns, values[i],
                          (part >= 0.8 * sum ? BH_CHART_POINT_MINOR : 0)
                              | (i + 1 == n ? BH_CHART_POINT_CUT : 0),
                          text);
      bh_chart_layer_add (notches, values[i] * (0.8 + 0.1 * (i % 5)),
                          i + 1 == n ? BH_CHART_POINT_CUT : 0, NULL);
      part += values[i];
      bh_chart_layer_add (line, sum > 0 ? part / sum : 0, 0, NULL);
      bh_band_chart_add_mark (chart, names[i % n_names], names[i % n_names], NULL, text, NULL);
    }
  bh_band_chart_add_layer (chart, columns);
  bh_band_chart_add_layer (chart, notches);
  bh_band_chart_add_layer (chart, line);
  bh_band_chart_add_key (chart, columns, 0, "件数");
  bh_band_chart_add_key (chart, columns, BH_CHART_POINT_MINOR, "80% 以外");
  bh_band_chart_add_key (chart, notches, 0, "上期");
  bh_band_chart_add_key (chart, line, 0, "累计占比");

  return BH_CHART (chart);
}
