/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-histogram-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-upright-layer.h"

static double
get_sum (const BhHistogramData *data, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += data->values[i];

  return sum;
}

static char *
dup_share (double part, double whole)
{
  return whole > 0 ? bh_chart_value_dup_text (BH_CHART_PERCENTS, part / whole) : g_strdup ("–");
}

static void
add_mark (BhBandChart *chart, const BhHistogramData *data, guint i, double sum)
{
  const BhChartItem *item = &data->items[i];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *count
      = bh_chart_value_dup_text_with_unit (BH_CHART_COUNTS, data->values[i], data->unit);
  g_autofree char *share = dup_share (data->values[i], sum);
  g_autofree char *cumulated = dup_share (get_sum (data, i + 1), sum);

  bh_chart_words_add_line (text, data->value_name, count);
  bh_chart_words_add_line (text, C_ ("chart", "Share"), share);
  bh_chart_words_add_line (text, _ ("Cumulated share"), cumulated);
  for (guint j = 0; j < data->n_lines; j++)
    if (data->lines[j].place >= i && data->lines[j].place < i + 1)
      bh_chart_words_add_line (text, data->lines[j].name, data->lines[j].value_text);
  bh_band_chart_add_mark (chart, item->label, bh_chart_item_get_tick (item), NULL,
                          item->value_text != NULL ? item->value_text : text->str, item->filter);
  bh_chart_set_mark_brush (BH_CHART (chart), i, item->brush);
}

static void
add_row (BhChartTable *table, const BhHistogramData *data, guint i, double sum)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  g_autofree char *count = bh_chart_value_dup_text (BH_CHART_COUNTS, data->values[i]);
  g_autofree char *share = dup_share (data->values[i], sum);
  g_autofree char *cumulated = dup_share (get_sum (data, i + 1), sum);

  g_strv_builder_add_many (row, data->items[i].label, count, share, cumulated, NULL);
  g_ptr_array_add (table->rows, g_strv_builder_end (row));
}

static void
add_line (BhBandChart *chart, const BhHistogramLine *line, BhUprightShape shape)
{
  BhChartLayer *layer = bh_upright_layer_new (line->name, line->role, shape, line->place);
  g_autofree char *key = g_strdup_printf ("%s %s", line->name, line->value_text);

  bh_band_chart_add_layer (chart, layer);
  bh_band_chart_add_key (chart, layer, 0, key);
}

BhChart *
bh_histogram_chart_new (const BhHistogramData *data)
{
  BhBandChart *chart;
  BhChartLayer *columns;
  BhChartTable *table;
  double sum;

  g_return_val_if_fail (data != NULL, NULL);

  const char *headings[]
      = { data->heading, data->value_name, C_ ("chart", "Share"), _ ("Cumulated share"), NULL };

  sum = get_sum (data, data->n_items);
  chart = bh_band_chart_new (data->title, data->subtitle, BH_CHART_TICKS_NAMES);
  table = bh_chart_table_new (data->title, headings);
  columns = bh_column_layer_new (data->value_name, BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  bh_column_layer_set_joined (BH_COLUMN_LAYER (columns));
  bh_band_chart_set_axis (chart, BH_CHART_SIDE_START, BH_CHART_COUNTS,
                          data->unit != NULL ? data->unit : "");
  bh_chart_set_empty_text (BH_CHART (chart), data->empty_text);
  bh_band_chart_add_layer (chart, columns);
  for (guint i = 0; i < data->n_items; i++)
    {
      g_autofree char *label = bh_chart_value_dup_text (BH_CHART_COUNTS, data->values[i]);

      if (sum > 0)
        bh_chart_layer_add (columns, data->values[i], 0, label);
      else
        bh_chart_layer_add_gap (columns);
      add_mark (chart, data, i, sum);
      add_row (table, data, i, sum);
    }
  for (guint i = 0; i < data->n_lines && sum > 0; i++)
    add_line (chart, &data->lines[i], i == 0 ? BH_UPRIGHT_DASHED : BH_UPRIGHT_DOTTED);
  bh_chart_take_table (BH_CHART (chart), table);

  return BH_CHART (chart);
}

double
bh_histogram_find_place (const double *edges, guint n_edges, double value)
{
  g_return_val_if_fail (edges != NULL && n_edges >= 2, 0);

  if (value < edges[0])
    return 0;
  for (guint i = 0; i + 1 < n_edges; i++)
    if (value < edges[i + 1])
      return i + (value - edges[i]) / (edges[i + 1] - edges[i]);

  return n_edges - 0.5;
}
