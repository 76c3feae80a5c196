/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-heat-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-heat-layout.h"

#include <math.h>

/* In ems. */
#define NAME_SPACE 0.6
#define HEAD_SPACE 0.3
#define SUM_SPACE 0.2

#define BH_TYPE_HEAT_CHART (bh_heat_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhHeatChart, bh_heat_chart, BH, HEAT_CHART, BhCellChart)

/**
 * BhHeatChart:
 *
 * A matrix: names of the rows at its beginning, of the columns above it, sums at the other edges,
 * and below it what the colours mean.
 */
struct _BhHeatChart
{
  BhCellChart parent_instance;
  BhHeatContent content;
  BhHeatLayout layout;
};

G_DEFINE_FINAL_TYPE (BhHeatChart, bh_heat_chart, BH_TYPE_CELL_CHART)

static gboolean
bh_heat_chart_is_empty (BhChart *chart)
{
  return BH_HEAT_CHART (chart)->content.scale.n == 0;
}

static void
bh_heat_chart_place (BhCellChart *chart, BhCellPage *page)
{
  BhHeatChart *self = BH_HEAT_CHART (chart);

  bh_heat_layout_place (&self->layout, &self->content, page);
}

static void
draw_row_name (BhHeatChart *self, cairo_t *cr, const BhCellPage *page, guint row)
{
  const BhChartFrame *frame = &page->frame;
  BhChartArea cell;

  if (row % self->layout.name_every != 0)
    return;
  bh_heat_layout_get_cell (&self->layout, &self->content, page, row, 0, &cell);
  bh_cell_page_draw_text (page, cr, g_ptr_array_index (self->content.row_names, row),
                          BH_CHART_TEXT_LABEL, self->layout.names_width - NAME_SPACE * frame->em,
                          bh_cell_page_mirror (page, 0, 0), cell.y + cell.height / 2,
                          frame->rtl ? 1 : 0, 0.5, &frame->palette->text);
}

static void
draw_upright (BhHeatChart *self,
              cairo_t *cr,
              const BhCellPage *page,
              const char *name,
              const BhChartArea *cell)
{
  const BhChartFrame *frame = &page->frame;
  double bottom = cell->y - HEAD_SPACE * frame->em;

  cairo_save (cr);
  cairo_translate (cr, cell->x + cell->width / 2, bottom);
  cairo_rotate (cr, -G_PI / 2);
  bh_cell_page_draw_text (page, cr, name, BH_CHART_TEXT_LABEL,
                          self->layout.heads_height - HEAD_SPACE * frame->em, 0, 0, 0, 0.5,
                          &frame->palette->text);
  cairo_restore (cr);
}

static void
draw_column_name (BhHeatChart *self, cairo_t *cr, const BhCellPage *page, guint column)
{
  const BhChartFrame *frame = &page->frame;
  const char *name = g_ptr_array_index (self->content.column_names, column);
  g_autoptr (PangoLayout) text = NULL;
  BhChartArea cell;

  if (column % self->layout.head_every != 0)
    return;
  bh_heat_layout_get_cell (&self->layout, &self->content, page, 0, column, &cell);
  if (self->layout.turn == BH_HEAT_UPRIGHT)
    {
      draw_upright (self, cr, page, name, &cell);
      return;
    }

  text = bh_chart_text_new (page->context, name, BH_CHART_TEXT_LABEL);
  if (self->layout.turn == BH_HEAT_WRAPPED)
    {
      bh_chart_text_limit (text, cell.width, 2);
      pango_layout_set_alignment (text, PANGO_ALIGN_CENTER);
    }
  bh_chart_text_draw (text, cr, cell.x + cell.width / 2, cell.y - HEAD_SPACE * frame->em, 0.5, 1,
                      &frame->palette->text, NULL);
}

static void
draw_sum (
    BhHeatChart *self, cairo_t *cr, const BhCellPage *page, double value, guint row, guint column)
{
  const BhChartFrame *frame = &page->frame;
  gboolean at_end = column == self->content.n_columns;
  g_autofree char *text = bh_chart_value_dup_text (self->content.scale.numbers, value);
  double space = SUM_SPACE * frame->em;
  BhChartArea cell;

  bh_heat_layout_get_cell (&self->layout, &self->content, page, row, column, &cell);
  if (at_end)
    bh_cell_page_draw_text (page, cr, text, BH_CHART_TEXT_VALUE, 0,
                            frame->rtl ? cell.x + space : cell.x + cell.width - space,
                            cell.y + cell.height / 2, frame->rtl ? 0 : 1, 0.5,
                            &frame->palette->text);
  else
    bh_cell_page_draw_text (page, cr, text, BH_CHART_TEXT_VALUE, 0, cell.x + cell.width / 2,
                            cell.y + cell.height / 2, 0.5, 0.5, &frame->palette->text);
}

static void
draw_sums (BhHeatChart *self, cairo_t *cr, const BhCellPage *page)
{
  const BhHeatContent *content = &self->content;
  guint n_shown = self->layout.n_shown;

  if (content->row_sums == NULL)
    return;

  for (guint row = 0; self->layout.sum_width > 0 && row < n_shown; row += self->layout.name_every)
    draw_sum (self, cr, page, content->row_sums[row], row, content->n_columns);
  if (self->layout.sum_height == 0)
    return;
  for (guint column = 0; column < content->n_columns; column++)
    draw_sum (self, cr, page, content->column_sums[column], n_shown, column);
  if (self->layout.sum_width > 0)
    draw_sum (self, cr, page, content->total, n_shown, content->n_columns);
}

static void
draw_rest (BhHeatChart *self, cairo_t *cr, const BhCellPage *page)
{
  BhChartArea cell;

  bh_heat_layout_get_cell (&self->layout, &self->content, page, self->layout.n_shown, 0, &cell);
  bh_cell_page_draw_rest (page, cr, self->content.n_rows - self->layout.n_shown, cell.y);
}

static void
bh_heat_chart_draw_cells (BhCellChart *chart, cairo_t *cr, const BhCellPage *page)
{
  BhHeatChart *self = BH_HEAT_CHART (chart);
  const BhHeatContent *content = &self->content;
  g_autoptr (BhHeatPen) pen = bh_heat_pen_new (page, &content->scale, self->layout.numbered);

  for (guint column = 0; column < content->n_columns; column++)
    draw_column_name (self, cr, page, column);
  for (guint row = 0; row < self->layout.n_shown; row++)
    {
      draw_row_name (self, cr, page, row);
      for (guint column = 0; column < content->n_columns; column++)
        {
          guint i = row * content->n_columns + column;
          BhChartArea cell;

          if (content->marks[i] == BH_HEAT_NO_MARK)
            continue;
          bh_heat_layout_get_cell (&self->layout, content, page, row, column, &cell);
          bh_heat_pen_draw (pen, cr, &cell, content->values[i]);
        }
    }
  draw_sums (self, cr, page);
  draw_rest (self, cr, page);
  bh_heat_pen_draw_legend (pen, cr, content->unit);
}

static double
bh_heat_chart_get_wanted_ems (BhCellChart *chart, double width)
{
  return bh_heat_content_get_wanted_ems (&BH_HEAT_CHART (chart)->content);
}

static void
bh_heat_chart_finalize (GObject *object)
{
  BhHeatContent *content = &BH_HEAT_CHART (object)->content;

  g_free (content->unit);
  g_ptr_array_unref (content->row_names);
  g_ptr_array_unref (content->column_names);
  g_free (content->values);
  g_free (content->marks);
  g_free (content->row_sums);
  g_free (content->row_marks);
  g_free (content->column_sums);
  g_free (content->column_marks);

  G_OBJECT_CLASS (bh_heat_chart_parent_class)->finalize (object);
}

static void
bh_heat_chart_class_init (BhHeatChartClass *klass)
{
  BhCellChartClass *cell_class = BH_CELL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_heat_chart_finalize;
  BH_CHART_CLASS (klass)->is_empty = bh_heat_chart_is_empty;

  cell_class->place = bh_heat_chart_place;
  cell_class->draw_cells = bh_heat_chart_draw_cells;
  cell_class->get_wanted_ems = bh_heat_chart_get_wanted_ems;
}

static void
bh_heat_chart_init (BhHeatChart *self)
{
  self->content.row_names = g_ptr_array_new_with_free_func (g_free);
  self->content.column_names = g_ptr_array_new_with_free_func (g_free);
  self->content.total_mark = BH_HEAT_NO_MARK;
}

static guint
add_mark (BhHeatChart *self,
          const BhHeatData *data,
          const BhChartItem *item,
          const char *label,
          double value,
          guint row,
          guint column)
{
  g_autofree char *value_text
      = bh_chart_value_dup_text_with_unit (data->numbers, value, data->unit);

  return bh_cell_chart_add_mark (BH_CELL_CHART (self), item, label, value_text, row, column);
}

static void
add_cell (BhHeatChart *self, const BhHeatData *data, guint row, guint column)
{
  BhHeatContent *content = &self->content;
  guint i = row * data->n_columns + column;
  const BhHeatCell *cell = &data->cells[i];
  g_autofree char *label = NULL;

  content->marks[i] = BH_HEAT_NO_MARK;
  if (cell->missing)
    return;

  label = cell->item.label != NULL
              ? g_strdup (cell->item.label)
              : g_strdup_printf (C_ ("chart", "%s · %s"), data->rows[row].label,
                                 data->columns[column].label);
  content->marks[i] = add_mark (self, data, &cell->item, label, content->values[i], row, column);
}

static void
add_sums (BhHeatContent *content)
{
  content->row_sums = g_new0 (double, content->n_rows);
  content->row_marks = g_new0 (guint, content->n_rows);
  content->column_sums = g_new0 (double, content->n_columns);
  content->column_marks = g_new0 (guint, content->n_columns);
  for (guint row = 0; row < content->n_rows; row++)
    for (guint column = 0; column < content->n_columns; column++)
      {
        double value = content->values[row * content->n_columns + column];

        if (isnan (value))
          continue;
        content->row_sums[row] += value;
        content->column_sums[column] += value;
        content->total += value;
      }
}

/* Row by row with its sum, then the sums of the columns: the order of reading. */
static void
add_marks (BhHeatChart *self, const BhHeatData *data)
{
  const BhChartItem nothing = { NULL };
  BhHeatContent *content = &self->content;

  for (guint i = 0; i < data->n_rows * data->n_columns; i++)
    content->values[i]
        = !data->cells[i].missing && isfinite (data->cells[i].value) ? data->cells[i].value : NAN;
  if (data->has_sums)
    add_sums (content);
  for (guint row = 0; row < data->n_rows; row++)
    {
      for (guint column = 0; column < data->n_columns; column++)
        add_cell (self, data, row, column);
      if (data->has_sums)
        content->row_marks[row] = add_mark (self, data, &data->rows[row], data->rows[row].label,
                                            content->row_sums[row], row, data->n_columns);
    }
  if (!data->has_sums)
    return;
  for (guint column = 0; column < data->n_columns; column++)
    content->column_marks[column]
        = add_mark (self, data, &data->columns[column], data->columns[column].label,
                    content->column_sums[column], data->n_rows, column);
  content->total_mark
      = add_mark (self, data, data->total != NULL ? data->total : &nothing,
                  data->total != NULL && data->total->label != NULL ? data->total->label
                                                                    : C_ ("chart", "Total"),
                  content->total, data->n_rows, data->n_columns);
}

static char **
make_row (BhHeatChart *self, const char *name, const double *values, const double *sum)
{
  BhHeatContent *content = &self->content;
  GPtrArray *texts = g_ptr_array_new ();

  g_ptr_array_add (texts, g_strdup (name));
  for (guint i = 0; i < content->n_columns; i++)
    g_ptr_array_add (texts, bh_chart_value_dup_text (content->scale.numbers, values[i]));
  if (sum != NULL)
    g_ptr_array_add (texts, bh_chart_value_dup_text (content->scale.numbers, *sum));
  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_free (texts, FALSE);
}

static void
add_table (BhHeatChart *self, const BhHeatData *data)
{
  BhHeatContent *content = &self->content;
  /* Translators: above the first column of a table: what its rows are, and its columns */
  g_autofree char *corner
      = g_strdup_printf (C_ ("chart", "%1$s / %2$s"), data->row_heading, data->column_heading);
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  BhChartTable *table;

  g_ptr_array_add (headings, corner);
  for (guint i = 0; i < data->n_columns; i++)
    g_ptr_array_add (headings, (gpointer) data->columns[i].label);
  if (data->has_sums)
    g_ptr_array_add (headings, (gpointer) C_ ("chart", "Total"));
  g_ptr_array_add (headings, NULL);
  table = bh_chart_table_new (data->title, (const char *const *) headings->pdata);
  for (guint row = 0; row < data->n_rows; row++)
    g_ptr_array_add (table->rows,
                     make_row (self, data->rows[row].label, content->values + row * data->n_columns,
                               data->has_sums ? &content->row_sums[row] : NULL));
  if (data->has_sums)
    g_ptr_array_add (table->rows,
                     make_row (self, C_ ("chart", "Total"), content->column_sums, &content->total));
  bh_chart_take_table (BH_CHART (self), table);
}

static void
add_names (GPtrArray *names, const BhChartItem *items, guint n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, g_strdup (bh_chart_item_get_tick (&items[i])));
}

BhChart *
bh_heat_chart_new (const BhHeatData *data)
{
  BhHeatChart *self;
  BhHeatContent *content;
  guint n;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (BH_TYPE_HEAT_CHART, NULL);
  content = &self->content;
  n = data->n_rows * data->n_columns;
  bh_chart_set_titles (BH_CHART (self), data->title, data->subtitle);
  bh_chart_set_empty_text (BH_CHART (self), data->empty_text);
  content->unit = g_strdup (data->unit);
  content->n_rows = data->n_rows;
  content->n_columns = data->n_columns;
  content->values = g_new0 (double, n);
  content->marks = g_new0 (guint, n);
  content->scale.numbers = data->numbers;
  add_names (content->row_names, data->rows, data->n_rows);
  add_names (content->column_names, data->columns, data->n_columns);
  add_marks (self, data);
  bh_heat_scale_fit (&content->scale, data->numbers, content->values, n);
  add_table (self, data);

  return BH_CHART (self);
}
