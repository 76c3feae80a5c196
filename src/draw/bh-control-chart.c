/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-control-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-line-layer.h"
#include "draw/bh-rule-layer.h"

#include <math.h>

/** The parts of one chart while it is made. */
typedef struct
{
  const BhControlData *data;
  BhBandChart *chart;
  BhChartLayer *value;
  BhChartLayer *mean;
  BhChartLayer *lower;
  BhChartLayer *upper;
  BhChartTable *table;
} ControlBuilder;

gboolean
bh_control_point_is_out (const BhControlPoint *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* No comparison with NAN holds. */
  return self->value > self->upper || self->value < self->lower;
}

static const char *
get_note (const BhControlPoint *point)
{
  if (point->value > point->upper)
    return _ ("Above the upper limit: more than chance explains");

  return point->value < point->lower ? _ ("Below the lower limit: less than chance explains") : "";
}

static void
add_line (ControlBuilder *self, GString *text, const char *name, double value)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return;
  number = bh_chart_value_dup_text_with_unit (self->data->numbers, value, self->data->unit);
  bh_chart_words_add_line (text, name, number);
}

static void
add_mark (ControlBuilder *self, guint i)
{
  const BhControlPoint *point = &self->data->points[i];
  g_autoptr (GString) text = g_string_new (NULL);

  add_line (self, text, self->data->value_name, point->value);
  add_line (self, text, _ ("Mean"), point->mean);
  add_line (self, text, _ ("Upper limit"), point->upper);
  add_line (self, text, _ ("Lower limit"), point->lower);
  bh_chart_words_add_note (text, get_note (point));
  if (!isnan (point->value) && point->flags & BH_CHART_POINT_PROVISIONAL)
    bh_chart_words_add_note (text, _ ("Can still change"));
  bh_band_chart_add_mark (
      self->chart, point->item.label, bh_chart_item_get_tick (&point->item), point->group,
      point->item.value_text != NULL ? point->item.value_text : text->str, point->item.filter);
  bh_chart_set_mark_brush (BH_CHART (self->chart), i, point->item.brush);
}

static void
add_value (BhChartLayer *layer, double value)
{
  if (isnan (value))
    bh_chart_layer_add_gap (layer);
  else
    bh_chart_layer_add (layer, value, 0, NULL);
}

/* Only what is out is written beside its point: the line is about it. */
static void
add_points (ControlBuilder *self, guint i)
{
  const BhControlPoint *point = &self->data->points[i];
  gboolean out = bh_control_point_is_out (point);
  g_autofree char *text = out ? bh_chart_value_dup_text (self->data->numbers, point->value) : NULL;

  if (isnan (point->value))
    bh_chart_layer_add_gap (self->value);
  else
    bh_chart_layer_add (self->value, point->value, point->flags | (out ? BH_CHART_POINT_OUT : 0),
                        text);
  add_value (self->mean, point->mean);
  add_value (self->lower, point->lower);
  add_value (self->upper, point->upper);
}

static void
add_row (ControlBuilder *self, guint i)
{
  const BhControlPoint *point = &self->data->points[i];
  const double values[] = { point->value, point->mean, point->lower, point->upper };
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  g_strv_builder_add (row, point->item.label);
  for (guint j = 0; j < G_N_ELEMENTS (values); j++)
    {
      g_autofree char *text = bh_chart_value_dup_text (self->data->numbers, values[j]);

      g_strv_builder_add (row, text);
    }
  g_strv_builder_add (row, get_note (point));
  g_ptr_array_add (self->table->rows, g_strv_builder_end (row));
}

static void
add_layers (ControlBuilder *self)
{
  self->mean
      = bh_rule_layer_new (_ ("Mean"), BH_CHART_ROLE_MEDIAN, BH_CHART_SIDE_START, BH_RULE_FIRM);
  self->lower = bh_rule_layer_new (_ ("Lower limit"), BH_CHART_ROLE_LIMIT, BH_CHART_SIDE_START,
                                   BH_RULE_DASHED);
  self->upper = bh_rule_layer_new (_ ("Upper limit"), BH_CHART_ROLE_LIMIT, BH_CHART_SIDE_START,
                                   BH_RULE_DASHED);
  self->value = bh_line_layer_new (self->data->value_name, BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START,
                                   BH_LINE_CIRCLES, FALSE);
  bh_band_chart_add_layer (self->chart, self->lower);
  bh_band_chart_add_layer (self->chart, self->upper);
  bh_band_chart_add_layer (self->chart, self->mean);
  bh_band_chart_add_layer (self->chart, self->value);
}

static void
add_keys (ControlBuilder *self)
{
  bh_band_chart_add_key (self->chart, self->value, 0, self->data->value_name);
  if (bh_chart_layer_has_values (self->mean))
    bh_band_chart_add_key (self->chart, self->mean, 0, _ ("Mean"));
  if (bh_chart_layer_has_values (self->upper) || bh_chart_layer_has_values (self->lower))
    bh_band_chart_add_key (self->chart, self->upper, 0, _ ("Limits of chance"));
  if (bh_chart_layer_has_flag (self->value, BH_CHART_POINT_OUT))
    bh_band_chart_add_key (self->chart, self->value, BH_CHART_POINT_OUT,
                           _ ("Outside of the limits"));
  if (bh_chart_layer_has_flag (self->value, BH_CHART_POINT_PROVISIONAL))
    bh_band_chart_add_key (self->chart, self->value, BH_CHART_POINT_PROVISIONAL,
                           _ ("Can still change"));
}

/* Without one value there is nothing to compare with the limits. */
static gboolean
has_values (const BhControlData *data)
{
  for (guint i = 0; i < data->n_points; i++)
    if (!isnan (data->points[i].value))
      return TRUE;

  return FALSE;
}

BhChart *
bh_control_chart_new (const BhControlData *data)
{
  ControlBuilder self = { .data = data };

  g_return_val_if_fail (data != NULL, NULL);

  const char *headings[] = { data->heading,     data->value_name,     _ ("Mean"), _ ("Lower limit"),
                             _ ("Upper limit"), C_ ("chart", "Note"), NULL };

  self.chart = bh_band_chart_new (data->title, data->subtitle, BH_CHART_TICKS_SERIES);
  self.table = bh_chart_table_new (data->title, headings);
  bh_band_chart_set_axis (self.chart, BH_CHART_SIDE_START, data->numbers,
                          data->unit != NULL ? data->unit : "");
  bh_chart_set_empty_text (BH_CHART (self.chart), data->empty_text);
  add_layers (&self);
  for (guint i = 0; i < data->n_points; i++)
    {
      if (has_values (data))
        add_points (&self, i);
      add_mark (&self, i);
      add_row (&self, i);
    }
  add_keys (&self);
  bh_chart_take_table (BH_CHART (self.chart), self.table);

  return BH_CHART (self.chart);
}
