/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-bars-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-bars-layout.h"
#include "draw/bh-rule-layer.h"
#include "draw/bh-swatch.h"

#include <math.h>

/* In ems. */
#define TEXT_SPACE 0.4
#define CUT_SPACE 1.1

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

/* The last one says the unit. */
static char *
dup_tick_text (BhBarsChart *self, guint i)
{
  const char *unit = self->content.unit;
  g_autofree char *text = bh_chart_axis_dup_tick_text (&self->layout.axis, i);

  if (i < self->layout.axis.n_steps || unit == NULL || *unit == '\0')
    return g_steal_pointer (&text);

  return g_strdup_printf (C_ ("chart", "%1$s %2$s"), text, unit);
}

static void
draw_axis (BhBarsChart *self, cairo_t *cr, const BhCellPage *page)
{
  const BhBarsLayout *layout = &self->layout;
  const BhChartFrame *frame = &page->frame;
  double bottom = frame->plot.y + layout->n_shown * layout->row_height;

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i <= layout->axis.n_steps; i++)
    {
      double value = bh_chart_axis_get_tick (&layout->axis, i);
      double place = bh_bars_layout_get_x (layout, page, value);
      g_autofree char *text = dup_tick_text (self, i);

      if (layout->axis_height == 0 && fabs (value) >= layout->axis.step / 2)
        continue;
      cairo_move_to (cr, floor (place) + 0.5, frame->plot.y);
      cairo_line_to (cr, floor (place) + 0.5, bottom);
      bh_chart_color_use (fabs (value) < layout->axis.step / 2 ? &frame->palette->axis
                                                               : &frame->palette->grid,
                          cr, 1);
      cairo_stroke (cr);
      if (layout->axis_height > 0)
        bh_cell_page_draw_text (page, cr, text, BH_CHART_TEXT_LABEL, 0, place,
                                bottom + TEXT_SPACE * frame->em, 0.5, 0, &frame->palette->dim);
    }
}

static void
draw_name (BhBarsChart *self, cairo_t *cr, const BhCellPage *page, guint row)
{
  const BhBarsLayout *layout = &self->layout;
  const BhChartFrame *frame = &page->frame;
  g_autoptr (PangoLayout) text = bh_chart_text_new (
      page->context, g_ptr_array_index (self->content.names, row), BH_CHART_TEXT_LABEL);

  bh_chart_text_limit (text, layout->names_width, layout->name_lines);
  pango_layout_set_alignment (text, PANGO_ALIGN_LEFT);
  bh_chart_text_draw (text, cr, bh_cell_page_mirror (page, 0, 0),
                      frame->plot.y + (row + 0.5) * layout->row_height, frame->rtl ? 1 : 0, 0.5,
                      &frame->palette->text, NULL);
}

/* Two slanted strokes with nothing between them: the bar goes on where the axis ends. */
static void
draw_cut (cairo_t *cr, const BhCellPage *page, const BhChartArea *bar)
{
  double slant = bar->height / 5, gap = 0.3 * page->frame.em;
  double x = page->frame.rtl ? bar->x + CUT_SPACE * page->frame.em
                             : bar->x + bar->width - CUT_SPACE * page->frame.em;

  cairo_move_to (cr, x + slant, bar->y - 1);
  cairo_rel_line_to (cr, gap, 0);
  cairo_line_to (cr, x + gap, bar->y + bar->height + 1);
  cairo_rel_line_to (cr, -gap, 0);
  cairo_close_path (cr);
  bh_chart_color_use (&page->frame.palette->background, cr, 1);
  cairo_fill (cr);
}

/* Returns: where a text of @width that stands @space from the end of a bar begins, in front of what
 * the row is compared with. */
static double
find_room (
    BhBarsChart *self, const BhCellPage *page, guint row, double value, double width, double space)
{
  const double *const notches[] = { self->content.befores, self->content.targets };
  double direction = (value < 0) != page->frame.rtl ? -1 : 1;
  double x = bh_bars_layout_get_x (&self->layout, page, value);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (notches); i++)
    {
      const double *values = notches[i % G_N_ELEMENTS (notches)];
      double notch;

      if (values == NULL || isnan (values[row]))
        continue;
      notch = bh_bars_layout_get_x (&self->layout, page, values[row]);
      if ((notch - x) * direction > 0 && (notch - x) * direction < width + 2 * space)
        x = notch;
    }

  return x + direction * space;
}

/* At the outer end of a bar or row of bars. */
static void
draw_value (BhBarsChart *self,
            cairo_t *cr,
            const BhCellPage *page,
            guint row,
            double value,
            BhChartPointFlags flags,
            double y)
{
  const BhChartFrame *frame = &page->frame;
  g_autofree char *number = bh_chart_value_dup_text (self->content.numbers, value);
  g_autofree char *text
      = flags & BH_CHART_POINT_SMALL ? g_strdup_printf ("%s △", number) : g_steal_pointer (&number);
  double width = bh_cell_page_measure (page, text, BH_CHART_TEXT_VALUE, NULL);

  bh_cell_page_draw_text (page, cr, text, BH_CHART_TEXT_VALUE, 0,
                          find_room (self, page, row, value, width, TEXT_SPACE * frame->em), y,
                          (value < 0) != frame->rtl ? 1 : 0, 0.5, &frame->palette->text);
}

/* Of a part of a row, where it has room for its number. */
static void
draw_inner_value (BhBarsChart *self,
                  cairo_t *cr,
                  const BhCellPage *page,
                  const BhChartArea *bar,
                  guint row,
                  guint series)
{
  guint i = row * self->content.n_series + series;
  g_autofree char *text = bh_chart_value_dup_text (self->content.numbers, self->content.values[i]);
  BhChartColor color, ink;
  double height;

  if (bh_cell_page_measure (page, text, BH_CHART_TEXT_VALUE, &height) + 0.3 * page->frame.em
          > bar->width
      || height > bar->height)
    return;

  color = bh_swatch_get_color (&page->frame, self->content.roles[series], self->content.flags[i]);
  ink = bh_chart_palette_get_text_on (&color);
  bh_cell_page_draw_text (page, cr, text, BH_CHART_TEXT_VALUE, 0, bar->x + bar->width / 2,
                          bar->y + bar->height / 2, 0.5, 0.5, &ink);
}

static void
draw_bars (BhBarsChart *self, cairo_t *cr, const BhCellPage *page, guint row)
{
  const BhBarsContent *content = &self->content;
  BhChartArea bar;
  double value;

  for (guint i = 0; i < content->n_series; i++)
    {
      BhChartPointFlags flags = content->flags[row * content->n_series + i];

      if (!bh_bars_layout_get_bar (&self->layout, content, page, row, i, &bar))
        continue;
      cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
      bh_swatch_fill (cr, &page->frame, content->roles[i], flags);
      value = content->values[row * content->n_series + i];
      if (flags & BH_CHART_POINT_CUT && value > self->layout.axis.max)
        draw_cut (cr, page, &bar);
      if (content->stacked && content->n_series > 1)
        draw_inner_value (self, cr, page, &bar, row, i);
      else
        draw_value (self, cr, page, row, value, flags, bar.y + bar.height / 2);
    }
  if (content->stacked && content->n_series > 1
      && bh_bars_content_get_end (content, row, 0, &value))
    draw_value (self, cr, page, row, value, 0,
                page->frame.plot.y + (row + 0.5) * self->layout.row_height);
}

static void
draw_notch (BhBarsChart *self,
            cairo_t *cr,
            const BhCellPage *page,
            const double *values,
            BhChartRole role,
            double share,
            guint row)
{
  const BhChartFrame *frame = &page->frame;
  double top = frame->plot.y + row * self->layout.row_height, space, x;

  if (values == NULL || isnan (values[row]))
    return;

  space = self->layout.row_height * (1 - share) / 2;
  x = bh_bars_layout_get_x (&self->layout, page, values[row]);
  for (guint i = 0; i < 2; i++)
    {
      /* With a rim, so that it stands out of a bar of any colour. */
      cairo_move_to (cr, x, top + space);
      cairo_line_to (cr, x, top + self->layout.row_height - space);
      cairo_set_line_width (cr, bh_chart_frame_get_line (frame, i == 0 ? 4 : 2));
      bh_chart_color_use (i == 0 ? &frame->palette->background : &frame->palette->roles[role], cr,
                          1);
      cairo_stroke (cr);
    }
}

static void
bh_bars_chart_draw_cells (BhCellChart *chart, cairo_t *cr, const BhCellPage *page)
{
  BhBarsChart *self = BH_BARS_CHART (chart);

  draw_axis (self, cr, page);
  for (guint row = 0; row < self->layout.n_shown; row++)
    {
      draw_name (self, cr, page, row);
      draw_bars (self, cr, page, row);
      draw_notch (self, cr, page, self->content.befores, BH_CHART_ROLE_PREVIOUS, 0.6, row);
      draw_notch (self, cr, page, self->content.targets, BH_CHART_ROLE_TARGET, 0.86, row);
    }
  bh_cell_page_draw_rest (page, cr, self->content.n_rows - self->layout.n_shown,
                          page->frame.plot.y + self->layout.n_shown * self->layout.row_height);
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
