/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-donut-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-cell-chart.h"
#include "draw/bh-ring.h"

#include <math.h>

/* In ems. */
#define LEAST_ROW 1.3
#define MOST_ROW 2.2
#define RING_GAP 2.0
#define ROW_PADDING 0.5
#define SWATCH 0.95
#define SWATCH_SPACE 0.6
#define COLUMN_SPACE 1.1
/* Of all in a row of the list that is no text. */
#define LIST_SPACE (2 * ROW_PADDING + SWATCH + SWATCH_SPACE + 2 * COLUMN_SPACE)
#define LARGEST_RING 24
#define LEAST_BESIDE 21 /* a page as wide has ring and list side by side */
/* Of the width: what the ring may take beside the list; of the height, above it. */
#define RING_SHARE 0.42
#define RING_SHARE_ABOVE 0.45

#define BH_TYPE_DONUT_CHART (bh_donut_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhDonutChart, bh_donut_chart, BH, DONUT_CHART, BhCellChart)

typedef struct
{
  char *name;   /* (owned) */
  char *number; /* (owned) */
  char *share;  /* (owned) */
  BhChartRole role;
  double from; /* of the whole, 0 to 1 */
  double to;
} Part;

/**
 * BhDonutChart:
 *
 * A ring of parts with their sum in its middle, and a list of them: its rows are what the marks
 * own; a part of the ring can be pointed at likewise.
 */
struct _BhDonutChart
{
  BhCellChart parent_instance;
  GPtrArray *parts; /* (owned) (element-type Part): one a mark */
  double sum;
  char *sum_text; /* (owned) */
  char *unit;     /* (owned) (nullable) */

  /* Of the last drawing. */
  BhRing ring;
  BhChartArea list;
  double row_height;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (BhDonutChart, bh_donut_chart, BH_TYPE_CELL_CHART)

static void
free_part (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->number);
  g_free (part->share);
  g_free (part);
}

static Part *
get_part (BhDonutChart *self, guint i)
{
  return g_ptr_array_index (self->parts, i);
}

static gboolean
bh_donut_chart_is_empty (BhChart *chart)
{
  return !(BH_DONUT_CHART (chart)->sum > 0);
}

/* Returns: the widest of the texts that stand below one another */
static double
measure_column (BhDonutChart *self, const BhCellPage *page, gboolean shares)
{
  double widest = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = get_part (self, i);

      widest = MAX (widest, bh_cell_page_measure (page, shares ? part->share : part->number,
                                                  BH_CHART_TEXT_VALUE, NULL));
    }

  return widest;
}

/* As wide as its texts, where there is room. */
static double
measure_list (BhDonutChart *self, const BhCellPage *page)
{
  double names = 0;

  for (guint i = 0; i < self->parts->len; i++)
    names = MAX (names,
                 bh_cell_page_measure (page, get_part (self, i)->name, BH_CHART_TEXT_LABEL, NULL));

  return names + measure_column (self, page, TRUE) + measure_column (self, page, FALSE)
         + LIST_SPACE * page->frame.em + 1;
}

/* Ring and list side by side where there is room, else one below the other. */
static void
place_ring (BhDonutChart *self, const BhCellPage *page)
{
  const BhChartArea *plot = &page->frame.plot;
  double em = page->frame.em, size;

  self->list = *plot;
  self->ring.rtl = page->frame.rtl;
  if (plot->width >= LEAST_BESIDE * em || plot->width > plot->height)
    {
      size = MIN (MIN (plot->height, LARGEST_RING * em), plot->width * RING_SHARE);
      self->list.width
          = MIN (MAX (plot->width - size - RING_GAP * em, 1), measure_list (self, page));
      self->list.x = bh_cell_page_mirror (page, size + RING_GAP * em, self->list.width);
      self->ring.y = plot->y + MAX (size, plot->height) / 2;
      self->ring.x = bh_cell_page_mirror (page, size / 2, 0);
    }
  else
    {
      size = MIN (plot->height * RING_SHARE_ABOVE, plot->width);
      self->list.y = plot->y + size + em;
      self->list.height = MAX (plot->height - size - em, 1);
      self->ring.x = plot->x + plot->width / 2;
      self->ring.y = plot->y + size / 2;
    }
  self->ring.radius = MAX (size / 2 - 1, 0.5);
}

static void
place_rows (BhDonutChart *self, const BhCellPage *page)
{
  double em = page->frame.em;

  self->row_height = CLAMP (self->list.height / self->parts->len, LEAST_ROW * em, MOST_ROW * em);
  self->n_rows = (guint) (self->list.height / self->row_height + 1e-6);
  if (self->n_rows >= self->parts->len)
    {
      self->n_rows = self->parts->len;
      self->list.y += (self->list.height - self->row_height * self->n_rows) / 2;
    }
  else if (self->n_rows > 0)
    /* The last one says how many there are besides. */
    self->n_rows--;
}

static void
bh_donut_chart_place (BhCellChart *chart, BhCellPage *page)
{
  BhDonutChart *self = BH_DONUT_CHART (chart);

  place_ring (self, page);
  place_rows (self, page);
  /* A part without a row owns the rectangle around it in the ring. */
  for (guint i = 0; i < self->parts->len; i++)
    if (i < self->n_rows)
      page->areas[i] = (BhChartArea){ self->list.x, self->list.y + i * self->row_height,
                                      self->list.width, self->row_height };
    else
      bh_ring_bound (&self->ring, get_part (self, i)->from, get_part (self, i)->to,
                     &page->areas[i]);
}

static void
trace_part (BhDonutChart *self, cairo_t *cr, guint i)
{
  bh_ring_trace (&self->ring, cr, get_part (self, i)->from, get_part (self, i)->to);
}

static void
draw_ring (BhDonutChart *self, cairo_t *cr, const BhCellPage *page)
{
  const BhChartFrame *frame = &page->frame;
  double room = 2 * self->ring.radius * BH_RING_HOLE * 0.9, height, unit_height;
  double width = bh_cell_page_measure (page, self->sum_text, BH_CHART_TEXT_TITLE, &height);
  gboolean has_unit
      = self->unit != NULL && *self->unit != '\0'
        && bh_cell_page_measure (page, self->unit, BH_CHART_TEXT_LABEL, &unit_height) <= room
        && height + unit_height <= room;

  for (guint i = 0; i < self->parts->len; i++)
    {
      cairo_new_path (cr);
      trace_part (self, cr, i);
      bh_chart_fill_role (frame->palette, cr, get_part (self, i)->role, frame->em);
    }
  if (width > room)
    return;
  bh_cell_page_draw_text (page, cr, self->sum_text, BH_CHART_TEXT_TITLE, 0, self->ring.x,
                          self->ring.y, 0.5, has_unit ? 0.8 : 0.5, &frame->palette->text);
  if (has_unit)
    bh_cell_page_draw_text (page, cr, self->unit, BH_CHART_TEXT_LABEL, 0, self->ring.x,
                            self->ring.y + 0.3 * height, 0.5, 0, &frame->palette->dim);
}

/* From the beginning of the list: sign and name; from its end: share, and the number before it. */
static void
draw_row (BhDonutChart *self,
          cairo_t *cr,
          const BhCellPage *page,
          const BhChartArea *row,
          const Part *part,
          double shares_width,
          double numbers_width)
{
  const BhChartFrame *frame = &page->frame;
  double em = frame->em, sign = SWATCH * em, y = row->y + row->height / 2;
  double begin = frame->rtl ? row->x + row->width : row->x, forward = frame->rtl ? -1 : 1;
  double end = begin + forward * (row->width - ROW_PADDING * em);
  double name = begin + forward * (ROW_PADDING + SWATCH_SPACE) * em + forward * sign;
  double room = row->width - shares_width - numbers_width - LIST_SPACE * em;
  double align = frame->rtl ? 1 : 0;

  cairo_rectangle (cr, begin + forward * (ROW_PADDING * em + sign / 2) - sign / 2, y - sign / 2,
                   sign, sign);
  bh_chart_fill_role (frame->palette, cr, part->role, em);
  bh_cell_page_draw_text (page, cr, part->name, BH_CHART_TEXT_LABEL, MAX (room, 2 * em), name, y,
                          align, 0.5, &frame->palette->text);
  bh_cell_page_draw_text (page, cr, part->share, BH_CHART_TEXT_VALUE, 0, end, y, 1 - align, 0.5,
                          &frame->palette->text);
  bh_cell_page_draw_text (page, cr, part->number, BH_CHART_TEXT_VALUE, 0,
                          end - forward * (shares_width + COLUMN_SPACE * em), y, 1 - align, 0.5,
                          &frame->palette->dim);
}

static void
draw_rest (BhDonutChart *self, cairo_t *cr, const BhCellPage *page)
{
  const BhChartFrame *frame = &page->frame;
  g_autofree char *text = bh_cell_page_dup_rest (self->parts->len - self->n_rows);

  if (text != NULL)
    bh_cell_page_draw_text (page, cr, text, BH_CHART_TEXT_LABEL, self->list.width,
                            frame->rtl ? self->list.x + self->list.width : self->list.x,
                            self->list.y + (self->n_rows + 0.5) * self->row_height,
                            frame->rtl ? 1 : 0, 0.5, &frame->palette->dim);
}

static void
bh_donut_chart_draw_cells (BhCellChart *chart, cairo_t *cr, const BhCellPage *page)
{
  BhDonutChart *self = BH_DONUT_CHART (chart);
  double shares = measure_column (self, page, TRUE), numbers = measure_column (self, page, FALSE);

  draw_ring (self, cr, page);
  for (guint i = 0; i < self->n_rows; i++)
    draw_row (self, cr, page, &page->areas[i], get_part (self, i), shares, numbers);
  draw_rest (self, cr, page);
}

static int
hit_ring (BhDonutChart *self, double x, double y)
{
  double share;

  if (bh_ring_find (&self->ring, x, y, &share))
    for (guint i = 0; i < self->parts->len; i++)
      if (share >= get_part (self, i)->from && share < get_part (self, i)->to)
        return (int) i;

  return -1;
}

static int
bh_donut_chart_hit (
    BhChart *chart, double x, double y, double width, double height, const BhChartStyle *style)
{
  BhDonutChart *self = BH_DONUT_CHART (chart);
  const BhCellPage *page = bh_cell_chart_get_page (BH_CELL_CHART (chart), width, height, style);

  for (guint i = 0; i < self->n_rows; i++)
    {
      const BhChartArea *row = &page->areas[i];

      if (x >= row->x && x < row->x + row->width && y >= row->y && y < row->y + row->height)
        return (int) i;
    }

  return hit_ring (self, x, y);
}

static void
bh_donut_chart_trace_mark (
    BhChart *chart, cairo_t *cr, guint i, double width, double height, const BhChartStyle *style)
{
  BhDonutChart *self = BH_DONUT_CHART (chart);
  const BhCellPage *page = bh_cell_chart_get_page (BH_CELL_CHART (chart), width, height, style);

  trace_part (self, cr, i);
  if (i < self->n_rows)
    cairo_rectangle (cr, page->areas[i].x, page->areas[i].y, page->areas[i].width,
                     page->areas[i].height);
}

static void
bh_donut_chart_draw_cursor (BhChart *chart,
                            cairo_t *cr,
                            guint i,
                            gboolean focused,
                            double width,
                            double height,
                            const BhChartStyle *style)
{
  BhDonutChart *self = BH_DONUT_CHART (chart);
  const BhCellPage *page = bh_cell_chart_get_page (BH_CELL_CHART (chart), width, height, style);

  BH_CHART_CLASS (bh_donut_chart_parent_class)
      ->draw_cursor (chart, cr, i, focused, width, height, style);
  cairo_new_path (cr);
  trace_part (self, cr, i);
  bh_chart_color_use (&page->frame.palette->text, cr, 1);
  cairo_set_line_width (cr, bh_chart_frame_get_line (&page->frame, 2));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
bh_donut_chart_finalize (GObject *object)
{
  BhDonutChart *self = BH_DONUT_CHART (object);

  g_ptr_array_unref (self->parts);
  g_free (self->sum_text);
  g_free (self->unit);

  G_OBJECT_CLASS (bh_donut_chart_parent_class)->finalize (object);
}

static void
bh_donut_chart_class_init (BhDonutChartClass *klass)
{
  BhChartClass *chart_class = BH_CHART_CLASS (klass);
  BhCellChartClass *cell_class = BH_CELL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_donut_chart_finalize;

  chart_class->is_empty = bh_donut_chart_is_empty;
  chart_class->hit = bh_donut_chart_hit;
  chart_class->trace_mark = bh_donut_chart_trace_mark;
  chart_class->draw_cursor = bh_donut_chart_draw_cursor;

  cell_class->place = bh_donut_chart_place;
  cell_class->draw_cells = bh_donut_chart_draw_cells;
}

static void
bh_donut_chart_init (BhDonutChart *self)
{
  self->parts = g_ptr_array_new_with_free_func (free_part);
}

static double
get_value (const BhDonutData *data, guint i)
{
  return isfinite (data->values[i]) ? MAX (data->values[i], 0) : 0;
}

static void
add_part (BhDonutChart *self,
          const BhDonutData *data,
          const BhChartItem *item,
          const char *label,
          double value,
          BhChartRole role)
{
  guint i = self->parts->len;
  Part *part = g_new0 (Part, 1);
  g_autofree char *number = bh_chart_value_dup_text_with_unit (data->numbers, value, data->unit);
  g_autofree char *value_text = NULL;

  part->name = g_strdup (item->tick != NULL ? item->tick : label);
  part->number = bh_chart_value_dup_text (data->numbers, value);
  part->share
      = bh_chart_value_dup_text (BH_CHART_PERCENTS, self->sum > 0 ? value / self->sum : NAN);
  part->role = role;
  part->from = i > 0 ? get_part (self, i - 1)->to : 0;
  part->to = part->from + (self->sum > 0 ? value / self->sum : 0);
  value_text = g_strdup_printf (C_ ("chart", "%s (%s)"), number, part->share);
  bh_cell_chart_add_mark (BH_CELL_CHART (self), item, label, value_text, i, 0);
  g_ptr_array_add (self->parts, part);
}

/* What cannot be told apart any more is one part. */
static void
add_rest (BhDonutChart *self, const BhDonutData *data, guint from)
{
  const BhChartItem nothing = { NULL };
  guint n = data->n_items - from;
  g_autofree char *name
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n), n);
  double value = 0;

  for (guint i = from; i < data->n_items; i++)
    value += get_value (data, i);
  add_part (self, data, data->rest != NULL ? data->rest : &nothing,
            data->rest != NULL && data->rest->label != NULL ? data->rest->label : name, value,
            BH_CHART_ROLE_OTHER);
}

static void
add_table (BhDonutChart *self, const BhDonutData *data)
{
  const char *headings[]
      = { data->heading,
          data->unit != NULL && *data->unit != '\0' ? data->unit : C_ ("chart", "Value"),
          C_ ("chart", "Share"), NULL };
  BhChartTable *table = bh_chart_table_new (data->title, headings);

  for (guint i = 0; i < data->n_items; i++)
    {
      double value = get_value (data, i);
      g_autofree char *number = bh_chart_value_dup_text (data->numbers, value);
      g_autofree char *share
          = bh_chart_value_dup_text (BH_CHART_PERCENTS, self->sum > 0 ? value / self->sum : NAN);
      const char *const row[] = { data->items[i].label, number, share, NULL };

      g_ptr_array_add (table->rows, g_strdupv ((char **) row));
    }
  bh_chart_take_table (BH_CHART (self), table);
}

BhChart *
bh_donut_chart_new (const BhDonutData *data)
{
  BhDonutChart *self;
  guint n_own;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (BH_TYPE_DONUT_CHART, NULL);
  bh_chart_set_titles (BH_CHART (self), data->title, data->subtitle);
  bh_chart_set_empty_text (BH_CHART (self), data->empty_text);
  self->unit = g_strdup (data->unit);
  for (guint i = 0; i < data->n_items; i++)
    self->sum += get_value (data, i);
  self->sum_text = bh_chart_value_dup_text (data->numbers, self->sum);
  n_own = data->n_items > BH_DONUT_PARTS ? BH_DONUT_PARTS - 1 : data->n_items;
  for (guint i = 0; i < n_own; i++)
    add_part (self, data, &data->items[i], data->items[i].label, get_value (data, i),
              BH_CHART_ROLE_CATEGORY + i);
  if (n_own < data->n_items)
    add_rest (self, data, n_own);
  add_table (self, data);

  return BH_CHART (self);
}
