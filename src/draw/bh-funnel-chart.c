/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-funnel-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-cell-chart.h"

#include <math.h>

/* In ems. */
#define LEAST_ROW 1.3
#define MOST_ROW 3.4
#define MOST_BAR 1.7
#define LEAST_GAP 1.0 /* between two bars: where what is lost can be written */
#define NAME_SPACE 0.7
#define TEXT_SPACE 0.45
#define COLUMN_SPACE 1.2
#define HEAD_HEIGHT 1.6
#define REST_HEIGHT 1.5
#define LEAST_BARS 9 /* shorter ones do without the shares behind them */
#define LEAST_WITH_P90 34
#define LEAST_WITH_MEDIAN 22
/* Of the width: what names may take; of a row, its bar. */
#define NAME_SHARE 0.3
#define BAR_SHARE 0.6

#define BH_TYPE_FUNNEL_CHART (bh_funnel_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhFunnelChart, bh_funnel_chart, BH, FUNNEL_CHART, BhCellChart)

typedef struct
{
  char *name;       /* (owned) */
  char *number;     /* (owned): "1,180" */
  char *count_text; /* (owned): "1,180 (98.0%)" */
  char *lost;       /* (owned) (nullable): "−12" */
  char *lost_text;  /* (owned) (nullable): "−12 withdrawn" */
  char *durations[2];
  double count;
  double median;
} Stage;

/**
 * BhFunnelChart:
 *
 * Stages below one another, their bars joined by what goes on from one to the next; beside them
 * how long each takes.
 */
struct _BhFunnelChart
{
  BhCellChart parent_instance;
  GPtrArray *stages; /* (owned) (element-type Stage): one a mark */
  char *duration_heads[2];
  double most;
  double longest; /* of the medians */

  /* Of the last drawing. */
  guint n_shown;
  gboolean brief; /* counts without their shares */
  double top;
  double row_height;
  double names_width;
  double start;
  double length;
  guint n_durations;
  double widths[2];
  double durations_width;
};

G_DEFINE_FINAL_TYPE (BhFunnelChart, bh_funnel_chart, BH_TYPE_CELL_CHART)

static void
free_stage (gpointer data)
{
  Stage *stage = data;

  g_free (stage->name);
  g_free (stage->number);
  g_free (stage->count_text);
  g_free (stage->lost);
  g_free (stage->lost_text);
  for (guint i = 0; i < G_N_ELEMENTS (stage->durations); i++)
    g_free (stage->durations[i]);
  g_free (stage);
}

static Stage *
get_stage (BhFunnelChart *self, guint i)
{
  return g_ptr_array_index (self->stages, i);
}

static gboolean
bh_funnel_chart_is_empty (BhChart *chart)
{
  return !(BH_FUNNEL_CHART (chart)->most > 0);
}

static double
measure_durations (BhFunnelChart *self, const BhCellPage *page)
{
  double em = page->frame.em, width = page->frame.plot.width, sum = 0;

  self->n_durations = 0;
  if (width >= LEAST_WITH_MEDIAN * em && self->longest > 0)
    self->n_durations = width >= LEAST_WITH_P90 * em ? 2 : 1;
  for (guint i = 0; i < self->n_durations; i++)
    {
      self->widths[i]
          = bh_cell_page_measure (page, self->duration_heads[i], BH_CHART_TEXT_LABEL, NULL);
      for (guint row = 0; row < self->stages->len; row++)
        self->widths[i]
            = MAX (self->widths[i], bh_cell_page_measure (page, get_stage (self, row)->durations[i],
                                                          BH_CHART_TEXT_VALUE, NULL));
      sum += self->widths[i] + COLUMN_SPACE * em;
    }

  return sum;
}

static const char *
get_count_text (BhFunnelChart *self, const Stage *stage)
{
  return self->brief ? stage->number : stage->count_text;
}

/* Returns: what is left for the bars between names and durations */
static double
measure_bars (BhFunnelChart *self, const BhCellPage *page)
{
  double counts = 0;

  for (guint i = 0; i < self->stages->len; i++)
    counts = MAX (counts, bh_cell_page_measure (page, get_count_text (self, get_stage (self, i)),
                                                BH_CHART_TEXT_VALUE, NULL));

  return page->frame.plot.width - self->start - self->durations_width - counts
         - TEXT_SPACE * page->frame.em;
}

static void
bh_funnel_chart_place (BhCellChart *chart, BhCellPage *page)
{
  BhFunnelChart *self = BH_FUNNEL_CHART (chart);
  const BhChartArea *plot = &page->frame.plot;
  double em = page->frame.em, names = 0;
  double height = plot->height;

  self->durations_width = measure_durations (self, page);
  self->top = self->n_durations > 0 ? HEAD_HEIGHT * em : 0;
  height = MAX (height - self->top, 1);
  self->n_shown = self->stages->len;
  if (self->n_shown * LEAST_ROW * em > height)
    {
      height = MAX (height - REST_HEIGHT * em, 1);
      self->n_shown = (guint) CLAMP (floor (height / (LEAST_ROW * em)), 1, self->n_shown);
    }
  self->row_height = CLAMP (height / self->n_shown, 1, MOST_ROW * em);
  for (guint i = 0; i < self->stages->len; i++)
    names = MAX (names,
                 bh_cell_page_measure (page, get_stage (self, i)->name, BH_CHART_TEXT_LABEL, NULL));
  self->names_width = MIN (names + 1, plot->width * NAME_SHARE);
  self->start = self->names_width + NAME_SPACE * em;
  self->brief = FALSE;
  self->length = measure_bars (self, page);
  if (self->length < LEAST_BARS * em)
    {
      self->brief = TRUE;
      self->length = MAX (measure_bars (self, page), 1);
    }
  for (guint i = 0; i < self->n_shown; i++)
    page->areas[i] = (BhChartArea){ plot->x, plot->y + self->top + i * self->row_height,
                                    plot->width, self->row_height };
}

static double
get_bar_height (BhFunnelChart *self, double em)
{
  return MIN (self->row_height * BAR_SHARE, MOST_BAR * em);
}

static double
get_x (BhFunnelChart *self, const BhCellPage *page, double count)
{
  return bh_cell_page_mirror (page, self->start + self->length * count / self->most, 0);
}

/* What goes on to the next stage, between the two bars. */
static void
draw_passage (BhFunnelChart *self, cairo_t *cr, const BhCellPage *page, guint i)
{
  const BhChartPalette *palette = page->frame.palette;
  const BhChartArea *row = &page->areas[i];
  double bar = get_bar_height (self, page->frame.em);
  double top = row->y + bar, bottom = row->y + self->row_height;
  BhChartColor color = bh_chart_color_mix (&palette->roles[BH_CHART_ROLE_VALUE],
                                           &palette->background, palette->pale * 0.5);

  if (i + 1 >= self->n_shown)
    return;

  cairo_move_to (cr, get_x (self, page, 0), top);
  cairo_line_to (cr, get_x (self, page, get_stage (self, i)->count), top);
  cairo_line_to (cr, get_x (self, page, get_stage (self, i + 1)->count), bottom);
  cairo_line_to (cr, get_x (self, page, 0), bottom);
  cairo_close_path (cr);
  bh_chart_color_use (&color, cr, 1);
  cairo_fill (cr);
}

static void
draw_bar (BhFunnelChart *self, cairo_t *cr, const BhCellPage *page, guint i)
{
  const Stage *stage = get_stage (self, i);
  double from = get_x (self, page, 0), to = get_x (self, page, stage->count);
  double width = stage->count > 0 ? MAX (fabs (to - from), 1) : 0;

  cairo_rectangle (cr, page->frame.rtl ? from - width : from, page->areas[i].y, width,
                   get_bar_height (self, page->frame.em));
  bh_chart_fill_role (page->frame.palette, cr, BH_CHART_ROLE_VALUE, page->frame.em);
}

/* With its name where there is room for it. */
static void
draw_lost (BhFunnelChart *self,
           cairo_t *cr,
           const BhCellPage *page,
           const Stage *stage,
           double x,
           double y)
{
  const BhChartFrame *frame = &page->frame;
  double end = bh_cell_page_mirror (page, frame->plot.width - self->durations_width, 0);
  double width = bh_cell_page_measure (page, stage->lost_text, BH_CHART_TEXT_LABEL, NULL);

  bh_cell_page_draw_text (page, cr, width <= fabs (end - x) ? stage->lost_text : stage->lost,
                          BH_CHART_TEXT_LABEL, 0, x, y, frame->rtl ? 1 : 0, 0.5,
                          &frame->palette->dim);
}

static void
draw_texts (BhFunnelChart *self, cairo_t *cr, const BhCellPage *page, guint i)
{
  const BhChartFrame *frame = &page->frame;
  const Stage *stage = get_stage (self, i);
  double em = frame->em, bar = get_bar_height (self, em), y = page->areas[i].y + bar / 2;
  double align = frame->rtl ? 1 : 0, forward = frame->rtl ? -1 : 1;
  double x = get_x (self, page, stage->count) + forward * TEXT_SPACE * em;
  double column = bh_cell_page_mirror (page, frame->plot.width, 0);

  bh_cell_page_draw_text (page, cr, stage->name, BH_CHART_TEXT_LABEL, self->names_width,
                          bh_cell_page_mirror (page, 0, 0), y, align, 0.5, &frame->palette->text);
  bh_cell_page_draw_text (page, cr, get_count_text (self, stage), BH_CHART_TEXT_VALUE, 0, x, y,
                          align, 0.5, &frame->palette->text);
  if (stage->lost != NULL && self->row_height - bar >= LEAST_GAP * em)
    draw_lost (self, cr, page, stage, x, y + self->row_height / 2);
  for (guint k = self->n_durations; k-- > 0;)
    {
      bh_cell_page_draw_text (
          page, cr, stage->durations[k], BH_CHART_TEXT_VALUE, 0, column, y, 1 - align, 0.5,
          k == 0 && stage->median >= self->longest ? &frame->palette->text : &frame->palette->dim);
      column -= forward * (self->widths[k] + COLUMN_SPACE * em);
    }
}

static void
draw_heads (BhFunnelChart *self, cairo_t *cr, const BhCellPage *page)
{
  const BhChartFrame *frame = &page->frame;
  double column = bh_cell_page_mirror (page, frame->plot.width, 0);
  double forward = frame->rtl ? -1 : 1;

  for (guint k = self->n_durations; k-- > 0;)
    {
      bh_cell_page_draw_text (page, cr, self->duration_heads[k], BH_CHART_TEXT_LABEL, 0, column,
                              frame->plot.y, frame->rtl ? 0 : 1, 0, &frame->palette->dim);
      column -= forward * (self->widths[k] + COLUMN_SPACE * frame->em);
    }
}

static void
bh_funnel_chart_draw_cells (BhCellChart *chart, cairo_t *cr, const BhCellPage *page)
{
  BhFunnelChart *self = BH_FUNNEL_CHART (chart);

  draw_heads (self, cr, page);
  for (guint i = 0; i < self->n_shown; i++)
    {
      draw_passage (self, cr, page, i);
      draw_bar (self, cr, page, i);
    }
  for (guint i = 0; i < self->n_shown; i++)
    draw_texts (self, cr, page, i);
  bh_cell_page_draw_rest (page, cr, self->stages->len - self->n_shown,
                          page->frame.plot.y + self->top + self->n_shown * self->row_height);
}

static void
bh_funnel_chart_finalize (GObject *object)
{
  BhFunnelChart *self = BH_FUNNEL_CHART (object);

  g_ptr_array_unref (self->stages);
  for (guint i = 0; i < G_N_ELEMENTS (self->duration_heads); i++)
    g_free (self->duration_heads[i]);

  G_OBJECT_CLASS (bh_funnel_chart_parent_class)->finalize (object);
}

static void
bh_funnel_chart_class_init (BhFunnelChartClass *klass)
{
  BhCellChartClass *cell_class = BH_CELL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_funnel_chart_finalize;
  BH_CHART_CLASS (klass)->is_empty = bh_funnel_chart_is_empty;

  cell_class->place = bh_funnel_chart_place;
  cell_class->draw_cells = bh_funnel_chart_draw_cells;
}

static void
bh_funnel_chart_init (BhFunnelChart *self)
{
  self->stages = g_ptr_array_new_with_free_func (free_stage);
}

static double
get_count (double count)
{
  return isfinite (count) ? MAX (count, 0) : 0;
}

static void
add_line (GString *text, const char *name, const char *value)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, C_ ("chart", "%s: %s"), name, value);
}

static char *
dup_value_text (const Stage *stage, const BhFunnelData *data, const BhFunnelStage *from)
{
  GString *text = g_string_new (NULL);
  g_autofree char *lost = bh_chart_value_dup_text (BH_CHART_COUNTS, get_count (from->lost));
  g_autofree char *median
      = bh_chart_value_dup_text_with_unit (BH_CHART_AMOUNTS, from->median, data->duration_unit);
  g_autofree char *p90
      = bh_chart_value_dup_text_with_unit (BH_CHART_AMOUNTS, from->p90, data->duration_unit);

  add_line (text, data->count_name, stage->count_text);
  if (from->lost > 0)
    add_line (text, data->lost_name, lost);
  if (!isnan (from->median))
    add_line (text, _ ("Median"), median);
  if (!isnan (from->p90))
    add_line (text, _ ("P90"), p90);

  return g_string_free (text, FALSE);
}

static void
add_stage (BhFunnelChart *self, const BhFunnelData *data, guint i)
{
  const BhFunnelStage *from = &data->stages[i];
  Stage *stage = g_new0 (Stage, 1);
  g_autofree char *share = NULL;
  g_autofree char *value_text = NULL;

  stage->name = g_strdup (bh_chart_item_get_tick (&from->item));
  stage->count = get_count (from->count);
  stage->median = from->median;
  stage->number = bh_chart_value_dup_text (BH_CHART_COUNTS, stage->count);
  share = bh_chart_value_dup_text (BH_CHART_PERCENTS,
                                   self->most > 0 ? stage->count / self->most : NAN);
  stage->count_text = g_strdup_printf (C_ ("chart", "%s (%s)"), stage->number, share);
  if (from->lost > 0)
    {
      stage->lost = bh_chart_number_dup_text (BH_CHART_COUNTS, -from->lost, 0);
      stage->lost_text = g_strdup_printf (C_ ("chart", "%1$s %2$s"), stage->lost, data->lost_name);
    }
  stage->durations[0] = bh_chart_value_dup_text (BH_CHART_AMOUNTS, from->median);
  stage->durations[1] = bh_chart_value_dup_text (BH_CHART_AMOUNTS, from->p90);
  value_text = dup_value_text (stage, data, from);
  bh_cell_chart_add_mark (BH_CELL_CHART (self), &from->item, from->item.label, value_text, i, 0);
  g_ptr_array_add (self->stages, stage);
}

static void
add_table (BhFunnelChart *self, const BhFunnelData *data)
{
  const char *headings[] = { data->heading,           data->count_name,        data->lost_name,
                             self->duration_heads[0], self->duration_heads[1], NULL };
  BhChartTable *table = bh_chart_table_new (data->title, headings);

  for (guint i = 0; i < data->n_stages; i++)
    {
      const Stage *stage = get_stage (self, i);
      g_autofree char *count = bh_chart_value_dup_text (BH_CHART_COUNTS, stage->count);
      g_autofree char *lost
          = bh_chart_value_dup_text (BH_CHART_COUNTS, get_count (data->stages[i].lost));
      const char *const row[] = { data->stages[i].item.label, count, lost, stage->durations[0],
                                  stage->durations[1],        NULL };

      g_ptr_array_add (table->rows, g_strdupv ((char **) row));
    }
  bh_chart_take_table (BH_CHART (self), table);
}

BhChart *
bh_funnel_chart_new (const BhFunnelData *data)
{
  BhFunnelChart *self;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (BH_TYPE_FUNNEL_CHART, NULL);
  bh_chart_set_titles (BH_CHART (self), data->title, data->subtitle);
  bh_chart_set_empty_text (BH_CHART (self), data->empty_text);
  /* Translators: above a column of durations: "Median, hours" */
  self->duration_heads[0]
      = g_strdup_printf (C_ ("chart", "%1$s, %2$s"), _ ("Median"), data->duration_unit);
  self->duration_heads[1]
      = g_strdup_printf (C_ ("chart", "%1$s, %2$s"), _ ("P90"), data->duration_unit);
  for (guint i = 0; i < data->n_stages; i++)
    {
      self->most = MAX (self->most, get_count (data->stages[i].count));
      if (!isnan (data->stages[i].median))
        self->longest = MAX (self->longest, data->stages[i].median);
    }
  for (guint i = 0; i < data->n_stages; i++)
    add_stage (self, data, i);
  add_table (self, data);

  return BH_CHART (self);
}
