/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-bars-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-bars-pen.h"
#include "draw/bh-swatch.h"

#include <math.h>

#define BH_TYPE_BARS_CHART (bh_bars_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhBarsChart, bh_bars_chart, BH, BARS_CHART, BhCellChart)

/**
 * BhBarsChart:
 *
 * Rows below one another: a name, its bars, and their numbers at their ends.
 */
struct _BhBarsChart
{
  BhCellChart parent_instance;
  BhBarsContent content;
  BhBarsLayout layout;
};

G_DEFINE_FINAL_TYPE (BhBarsChart, bh_bars_chart, BH_TYPE_CELL_CHART)

static gboolean
bh_bars_chart_is_empty (BhChart *chart)
{
  const BhBarsContent *content = &BH_BARS_CHART (chart)->content;

  for (guint i = 0; i < content->n_rows * content->n_series; i++)
    if (!isnan (content->values[i]))
      return FALSE;

  return TRUE;
}

static void
bh_bars_chart_place (BhCellChart *chart, BhCellPage *page)
{
  BhBarsChart *self = BH_BARS_CHART (chart);

  bh_bars_layout_place (&self->layout, &self->content, page);
}

static void
bh_bars_chart_draw_cells (BhCellChart *chart, cairo_t *cr, const BhCellPage *page)
{
  BhBarsChart *self = BH_BARS_CHART (chart);
  const BhBarsPen pen = { &self->content, &self->layout, page };

  bh_bars_pen_draw (&pen, cr);
}

static double
bh_bars_chart_get_wanted_ems (BhCellChart *chart, double width)
{
  return bh_bars_content_get_wanted_ems (&BH_BARS_CHART (chart)->content);
}

static void
bh_bars_chart_finalize (GObject *object)
{
  BhBarsContent *content = &BH_BARS_CHART (object)->content;

  g_free (content->unit);
  g_ptr_array_unref (content->names);
  g_free (content->roles);
  g_free (content->values);
  g_free (content->flags);
  g_free (content->marks);
  g_free (content->targets);
  g_free (content->befores);

  G_OBJECT_CLASS (bh_bars_chart_parent_class)->finalize (object);
}

static void
bh_bars_chart_class_init (BhBarsChartClass *klass)
{
  BhCellChartClass *cell_class = BH_CELL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_bars_chart_finalize;
  BH_CHART_CLASS (klass)->is_empty = bh_bars_chart_is_empty;

  cell_class->place = bh_bars_chart_place;
  cell_class->draw_cells = bh_bars_chart_draw_cells;
  cell_class->get_wanted_ems = bh_bars_chart_get_wanted_ems;
}

static void
bh_bars_chart_init (BhBarsChart *self)
{
  self->content.names = g_ptr_array_new_with_free_func (g_free);
}

static void
add_line (GString *text, const char *name, const BhBarsData *data, double value)
{
  g_autofree char *number = bh_chart_value_dup_text_with_unit (data->numbers, value, data->unit);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, C_ ("chart", "%s: %s"), name, number);
}

/* All values of a row, or where each bar is a mark, that of its series. */
static char *
dup_value_text (const BhBarsData *data, guint row, int series)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < data->n_series; i++)
    if (series < 0 || (int) i == series)
      add_line (text, data->series[i].name, data, data->series[i].values[row]);
  if (data->target != NULL && !isnan (data->target->values[row]))
    add_line (text, data->target->name, data, data->target->values[row]);
  if (data->before != NULL && !isnan (data->before->values[row]))
    add_line (text, data->before->name, data, data->before->values[row]);

  return g_string_free (text, FALSE);
}

static guint
add_bar_mark (BhBarsChart *self, const BhBarsData *data, guint row, guint series)
{
  const BhChartItem *item = &data->series[series].items[row];
  g_autofree char *value_text = dup_value_text (data, row, (int) series);
  /* Translators: a row of a chart and one of its parts: "Over 30 days · Urgent" */
  g_autofree char *label = g_strdup_printf (C_ ("chart", "%s · %s"), data->items[row].label,
                                            data->series[series].name);

  return bh_cell_chart_add_mark (
      BH_CELL_CHART (self), item, item->label != NULL ? item->label : label, value_text,
      data->stacked ? row : row * data->n_series + series, data->stacked ? series : 0);
}

static void
add_row (BhBarsChart *self, const BhBarsData *data, guint row)
{
  BhBarsContent *content = &self->content;
  guint mark = 0;

  g_ptr_array_add (content->names, g_strdup (bh_chart_item_get_tick (&data->items[row])));
  if (!content->own_marks)
    {
      g_autofree char *value_text = dup_value_text (data, row, -1);

      mark = bh_cell_chart_add_mark (BH_CELL_CHART (self), &data->items[row],
                                     data->items[row].label, value_text, row, 0);
    }
  for (guint i = 0; i < data->n_series; i++)
    {
      const BhBarsSeries *series = &data->series[i];
      guint place = row * data->n_series + i;

      content->values[place] = isfinite (series->values[row]) ? series->values[row] : NAN;
      content->flags[place] = series->flags != NULL ? series->flags[row] : 0;
      content->marks[place] = content->own_marks ? add_bar_mark (self, data, row, i) : mark;
    }
}

static void
add_keys (BhBarsChart *self, const BhBarsData *data)
{
  BhCellChart *chart = BH_CELL_CHART (self);
  BhChartPointFlags flags = 0;

  for (guint i = 0; i < data->n_items * data->n_series; i++)
    flags |= self->content.flags[i];
  if (data->n_series > 1 || data->target != NULL || data->before != NULL || flags != 0)
    for (guint i = 0; i < data->n_series; i++)
      bh_cell_chart_add_key (chart,
                             bh_swatch_layer_new (data->series[i].name, data->series[i].role), 0,
                             data->series[i].name);
  if (data->before != NULL)
    bh_cell_chart_add_key (chart,
                           bh_swatch_layer_new_notch (data->before->name, BH_CHART_ROLE_PREVIOUS),
                           0, data->before->name);
  if (data->target != NULL)
    bh_cell_chart_add_key (chart,
                           bh_swatch_layer_new_notch (data->target->name, BH_CHART_ROLE_TARGET), 0,
                           data->target->name);
  if (flags & BH_CHART_POINT_PROVISIONAL)
    bh_cell_chart_add_key (chart, bh_swatch_layer_new ("", data->series[0].role),
                           BH_CHART_POINT_PROVISIONAL, _ ("Can still change"));
  if (flags & BH_CHART_POINT_SMALL)
    bh_cell_chart_add_key (chart, bh_swatch_layer_new ("", BH_CHART_ROLE_PREVIOUS),
                           BH_CHART_POINT_SMALL, _ ("Fewer than 10"));
}

static void
add_table (BhBarsChart *self, const BhBarsData *data)
{
  const BhBarsNotch *notches[] = { data->target, data->before };
  GStrvBuilder *names = g_strv_builder_new ();
  g_auto (GStrv) headings = NULL;
  BhChartTable *table;

  g_strv_builder_add (names, data->heading);
  for (guint i = 0; i < data->n_series; i++)
    g_strv_builder_add (names, data->series[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (notches); i++)
    if (notches[i] != NULL)
      g_strv_builder_add (names, notches[i]->name);
  headings = g_strv_builder_end (names);
  table = bh_chart_table_new (data->title, (const char *const *) headings);
  for (guint row = 0; row < data->n_items; row++)
    {
      GPtrArray *texts = g_ptr_array_new ();

      g_ptr_array_add (texts, g_strdup (data->items[row].label));
      for (guint i = 0; i < data->n_series; i++)
        g_ptr_array_add (texts,
                         bh_chart_value_dup_text (data->numbers, data->series[i].values[row]));
      for (guint i = 0; i < G_N_ELEMENTS (notches); i++)
        if (notches[i] != NULL)
          g_ptr_array_add (texts, bh_chart_value_dup_text (data->numbers, notches[i]->values[row]));
      g_ptr_array_add (texts, NULL);
      g_ptr_array_add (table->rows, g_ptr_array_free (texts, FALSE));
    }
  bh_chart_take_table (BH_CHART (self), table);
  g_strv_builder_unref (names);
}

static void
start_content (BhBarsContent *content, const BhBarsData *data)
{
  guint n = data->n_items * data->n_series;

  content->numbers = data->numbers;
  content->unit = g_strdup (data->unit);
  content->stacked = data->stacked;
  content->own_marks = data->series[0].items != NULL;
  content->n_rows = data->n_items;
  content->n_series = data->n_series;
  content->roles = g_new0 (BhChartRole, data->n_series);
  content->values = g_new0 (double, n);
  content->flags = g_new0 (BhChartPointFlags, n);
  content->marks = g_new0 (guint, n);
  for (guint i = 0; i < data->n_series; i++)
    content->roles[i] = data->series[i].role;
  if (data->target != NULL)
    content->targets = g_memdup2 (data->target->values, data->n_items * sizeof (double));
  if (data->before != NULL)
    content->befores = g_memdup2 (data->before->values, data->n_items * sizeof (double));
}

BhChart *
bh_bars_chart_new (const BhBarsData *data)
{
  BhBarsChart *self;

  g_return_val_if_fail (data != NULL && data->n_series > 0, NULL);

  self = g_object_new (BH_TYPE_BARS_CHART, NULL);
  bh_chart_set_titles (BH_CHART (self), data->title, data->subtitle);
  bh_chart_set_empty_text (BH_CHART (self), data->empty_text);
  start_content (&self->content, data);
  for (guint row = 0; row < data->n_items; row++)
    add_row (self, data, row);
  add_keys (self, data);
  add_table (self, data);

  return BH_CHART (self);
}
