/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-columns-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-rule-layer.h"

#include <math.h>

/** The parts of one chart while it is made. */
typedef struct
{
  const BhColumnsData *data;
  BhBandChart *chart;
  GPtrArray *layers; /* (owned) (element-type BhColumnLayer): one a series; owned by the chart */
  BhChartTable *table;
} ColumnsBuilder;

static BhColumnLayer *
get_layer (ColumnsBuilder *self, guint series)
{
  return g_ptr_array_index (self->layers, series);
}

static char *
dup_number (ColumnsBuilder *self, double value)
{
  return bh_chart_value_dup_text_with_unit (self->data->numbers, value, self->data->unit);
}

/* Returns: NAN where no series has a value */
static double
get_sum (ColumnsBuilder *self, guint i)
{
  double sum = NAN;

  for (guint j = 0; j < self->data->n_series; j++)
    {
      double value = self->data->series[j].values[i];

      if (!isnan (value))
        sum = isnan (sum) ? value : sum + value;
    }

  return sum;
}

static gboolean
has_sums (ColumnsBuilder *self)
{
  return self->data->stacked && self->data->n_series > 1;
}

static void
add_line (ColumnsBuilder *self, GString *text, const char *name, double value)
{
  g_autofree char *number = dup_number (self, value);

  bh_chart_words_add_line (text, name, number);
}

static void
add_comparison (ColumnsBuilder *self, GString *text, guint i)
{
  const BhColumnsData *data = self->data;

  if (data->target != NULL && !isnan (data->target->values[i]))
    add_line (self, text, data->target->name, data->target->values[i]);
  if (data->before != NULL && !isnan (data->before->values[i]))
    add_line (self, text, data->before->name, data->before->values[i]);
}

static char *
dup_band_text (ColumnsBuilder *self, guint i)
{
  GString *text = g_string_new (NULL);

  for (guint j = 0; j < self->data->n_series; j++)
    add_line (self, text, self->data->series[j].name, self->data->series[j].values[i]);
  if (has_sums (self))
    add_line (self, text, C_ ("chart", "Together"), get_sum (self, i));
  add_comparison (self, text, i);

  return g_string_free (text, FALSE);
}

static char *
dup_part_text (ColumnsBuilder *self, guint i, const BhBarsSeries *series)
{
  GString *text = g_string_new (NULL);

  add_line (self, text, series->name, series->values[i]);
  if (has_sums (self))
    add_line (self, text, C_ ("chart", "Together"), get_sum (self, i));
  add_comparison (self, text, i);

  return g_string_free (text, FALSE);
}

/* What stands above a column: its value, above a stack its sum. */
static char *
dup_label (ColumnsBuilder *self, guint i, guint series)
{
  if (!has_sums (self))
    return bh_chart_value_dup_text (self->data->numbers, self->data->series[series].values[i]);

  return series + 1 == self->data->n_series
             ? bh_chart_value_dup_text (self->data->numbers, get_sum (self, i))
             : NULL;
}

static void
add_points (ColumnsBuilder *self, guint i)
{
  gboolean any = !isnan (get_sum (self, i));

  for (guint j = 0; j < self->data->n_series; j++)
    {
      const BhBarsSeries *series = &self->data->series[j];
      BhChartLayer *layer = BH_CHART_LAYER (get_layer (self, j));
      g_autofree char *label = dup_label (self, i, j);
      double value = series->values[i];

      /* The uppermost column of a stack carries its sum, so it is there where it is nothing too. */
      if (isnan (value) && !(has_sums (self) && any))
        bh_chart_layer_add_gap (layer);
      else
        bh_chart_layer_add (layer, isnan (value) ? 0 : value,
                            series->flags != NULL ? series->flags[i] : 0, label);
    }
}

static void
add_part (ColumnsBuilder *self, guint i, guint series)
{
  const BhColumnsData *data = self->data;
  const BhChartItem *item = &data->series[series].items[i];
  g_autofree char *own = NULL;
  g_autofree char *label = NULL;

  if (isnan (data->series[series].values[i]))
    return;
  if (item->value_text == NULL)
    own = dup_part_text (self, i, &data->series[series]);
  if (item->label == NULL)
    /* Translators: a column of a chart: its band and its series: "October 2026 · Repairs" */
    label = g_strdup_printf (C_ ("chart", "%s · %s"), data->items[i].label,
                             data->series[series].name);
  bh_band_chart_add_part (self->chart, get_layer (self, series),
                          label != NULL ? label : item->label, own != NULL ? own : item->value_text,
                          item->filter);
  bh_chart_set_mark_brush (BH_CHART (self->chart),
                           bh_chart_get_n_marks (BH_CHART (self->chart)) - 1, item->brush);
}

static void
add_band (ColumnsBuilder *self, guint i)
{
  const BhColumnsData *data = self->data;
  const BhChartItem *item = &data->items[i];
  const char *group = data->groups != NULL ? data->groups[i] : NULL;
  g_autofree char *own = NULL;

  if (data->n_series > 0 && data->series[0].items != NULL)
    {
      bh_band_chart_add_band (self->chart, bh_chart_item_get_tick (item), group);
      for (guint j = 0; j < data->n_series; j++)
        add_part (self, i, j);
      return;
    }
  if (item->value_text == NULL)
    own = dup_band_text (self, i);
  bh_band_chart_add_mark (self->chart, item->label, bh_chart_item_get_tick (item), group,
                          own != NULL ? own : item->value_text, item->filter);
  bh_chart_set_mark_brush (BH_CHART (self->chart), i, item->brush);
}

static void
add_cell (ColumnsBuilder *self, GStrvBuilder *row, double value)
{
  g_autofree char *text = bh_chart_value_dup_text (self->data->numbers, value);

  g_strv_builder_add (row, text);
}

static void
add_row (ColumnsBuilder *self, guint i)
{
  const BhColumnsData *data = self->data;
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  g_strv_builder_add (row, data->items[i].label);
  for (guint j = 0; j < data->n_series; j++)
    add_cell (self, row, data->series[j].values[i]);
  if (has_sums (self))
    add_cell (self, row, get_sum (self, i));
  if (data->target != NULL)
    add_cell (self, row, data->target->values[i]);
  if (data->before != NULL)
    add_cell (self, row, data->before->values[i]);
  g_ptr_array_add (self->table->rows, g_strv_builder_end (row));
}

static BhChartTable *
create_table (ColumnsBuilder *self)
{
  const BhColumnsData *data = self->data;
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  g_ptr_array_add (headings, (gpointer) data->heading);
  for (guint j = 0; j < data->n_series; j++)
    g_ptr_array_add (headings, (gpointer) data->series[j].name);
  if (has_sums (self))
    g_ptr_array_add (headings, (gpointer) C_ ("chart", "Together"));
  if (data->target != NULL)
    g_ptr_array_add (headings, (gpointer) data->target->name);
  if (data->before != NULL)
    g_ptr_array_add (headings, (gpointer) data->before->name);
  g_ptr_array_add (headings, NULL);

  return bh_chart_table_new (data->title, (const char *const *) headings->pdata);
}

static void
add_columns (ColumnsBuilder *self)
{
  const BhColumnsData *data = self->data;

  for (guint j = 0; j < data->n_series; j++)
    {
      BhChartLayer *layer
          = bh_column_layer_new (data->series[j].name, data->series[j].role, BH_CHART_SIDE_START);
      BhColumnLayer *columns = BH_COLUMN_LAYER (layer);

      if (data->stacked && j > 0)
        bh_column_layer_set_below (columns, get_layer (self, j - 1));
      else if (!data->stacked)
        bh_column_layer_set_slot (columns, j, data->n_series);
      g_ptr_array_add (self->layers, layer);
      bh_band_chart_add_layer (self->chart, layer);
    }
}

static void
add_rule (ColumnsBuilder *self, const BhBarsNotch *notch, BhChartRole role, BhRuleShape shape)
{
  BhChartLayer *layer;

  if (notch == NULL)
    return;
  layer = bh_rule_layer_new (notch->name, role, BH_CHART_SIDE_START, shape);
  for (guint i = 0; i < self->data->n_items; i++)
    if (isnan (notch->values[i]))
      bh_chart_layer_add_gap (layer);
    else
      bh_chart_layer_add (layer, notch->values[i], 0, NULL);
  bh_band_chart_add_layer (self->chart, layer);
  if (bh_chart_layer_has_values (layer))
    bh_band_chart_add_key (self->chart, layer, 0, notch->name);
}

static void
add_keys (ColumnsBuilder *self)
{
  const BhColumnsData *data = self->data;

  for (guint j = 0; j < data->n_series && data->n_series > 1; j++)
    bh_band_chart_add_key (self->chart, BH_CHART_LAYER (get_layer (self, j)), 0,
                           data->series[j].name);
  for (guint j = 0; j < data->n_series; j++)
    if (bh_chart_layer_has_flag (BH_CHART_LAYER (get_layer (self, j)), BH_CHART_POINT_PROVISIONAL))
      {
        bh_band_chart_add_key (self->chart, BH_CHART_LAYER (get_layer (self, j)),
                               BH_CHART_POINT_PROVISIONAL, _ ("Can still change"));
        break;
      }
}

BhChart *
bh_columns_chart_new (const BhColumnsData *data)
{
  g_autoptr (GPtrArray) layers = g_ptr_array_new ();
  ColumnsBuilder self = { .data = data, .layers = layers };

  g_return_val_if_fail (data != NULL, NULL);

  self.chart = bh_band_chart_new (data->title, data->subtitle, data->ticks);
  self.table = create_table (&self);
  bh_band_chart_set_axis (self.chart, BH_CHART_SIDE_START, data->numbers,
                          data->unit != NULL ? data->unit : "");
  bh_chart_set_empty_text (BH_CHART (self.chart), data->empty_text);
  add_columns (&self);
  for (guint i = 0; i < data->n_items; i++)
    {
      add_points (&self, i);
      add_band (&self, i);
      add_row (&self, i);
    }
  add_keys (&self);
  add_rule (&self, data->target, BH_CHART_ROLE_TARGET, BH_RULE_DASHED);
  if (data->stacked || data->n_series == 1)
    add_rule (&self, data->before, BH_CHART_ROLE_PREVIOUS, BH_RULE_NOTCHES);
  bh_chart_take_table (BH_CHART (self.chart), self.table);

  return BH_CHART (self.chart);
}
