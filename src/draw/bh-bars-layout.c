/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-bars-layout.h"

#include <math.h>

/* In ems. */
#define LEAST_ROW 1.4
#define WANTED_ROW 1.9
#define MOST_ROW 3.4
#define LEAST_BAR 0.75
#define MOST_BAR 1.7
#define USUAL_BAR 1.2
#define ROW_GAP 0.45
#define NAME_SPACE 0.7
#define TEXT_SPACE 0.4
#define AXIS_HEIGHT 1.7
#define STEP_WIDTH 4.5
#define TWO_LINES 2.7 /* a row as high has room for a name in two */
#define REST_HEIGHT 1.5
/* Of the width: what names may take. */
#define NAME_SHARE 0.36
/* Numbers below the bars want that many rows above them. */
#define LEAST_ROWS_WITH_AXIS 2
#define MOST_STEPS 6

gboolean
bh_bars_content_get_end (const BhBarsContent *self, guint row, guint series, double *value)
{
  const double *values = self->values + row * self->n_series;
  gboolean found = FALSE;

  if (!self->stacked)
    {
      *value = values[series];
      return !isnan (*value);
    }

  *value = 0;
  for (guint i = 0; i < self->n_series; i++)
    if (!isnan (values[i]))
      {
        *value += values[i];
        found = TRUE;
      }

  return found;
}

char *
bh_bars_content_dup_end_text (const BhBarsContent *self, guint row, guint series, double value)
{
  g_autofree char *number = bh_chart_value_dup_text (self->numbers, value);

  /* A sum of several is of no one's sample. */
  if ((self->stacked && self->n_series > 1)
      || !(self->flags[row * self->n_series + series] & BH_CHART_POINT_SMALL))
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s △", number);
}

/* Extreme values of what is shown, that nothing but the bars decides. */
static void
get_range (const BhBarsContent *content, double *low, double *high)
{
  const double *const notches[] = { content->targets, content->befores };

  *low = *high = 0;
  for (guint row = 0; row < content->n_rows; row++)
    for (guint i = 0; i < (content->stacked ? 1 : content->n_series); i++)
      {
        double value;

        if (content->flags[row * content->n_series + i] & BH_CHART_POINT_CUT
            || !bh_bars_content_get_end (content, row, i, &value))
          continue;
        *low = MIN (*low, value);
        *high = MAX (*high, value);
      }
  for (guint i = 0; i < G_N_ELEMENTS (notches); i++)
    for (guint row = 0; notches[i] != NULL && row < content->n_rows; row++)
      if (!isnan (notches[i][row]))
        {
          *low = MIN (*low, notches[i][row]);
          *high = MAX (*high, notches[i][row]);
        }
}

static double
get_row (const BhBarsContent *content, double of_one, double bar)
{
  guint n_bars = content->stacked ? 1 : content->n_series;

  return MAX (of_one, bar * n_bars + ROW_GAP);
}

gboolean
bh_bars_content_has_value (const BhBarsContent *self, guint row)
{
  for (guint i = 0; i < self->n_series; i++)
    if (!isnan (self->values[row * self->n_series + i]))
      return TRUE;

  return FALSE;
}

double
bh_bars_content_get_wanted_ems (const BhBarsContent *self)
{
  return self->n_rows * get_row (self, WANTED_ROW, LEAST_BAR) + AXIS_HEIGHT;
}

/* The numbers below the bars go before a row does. */
static void
place_rows (BhBarsLayout *self, const BhBarsContent *content, const BhCellPage *page)
{
  double em = page->frame.em, least = get_row (content, LEAST_ROW, LEAST_BAR) * em;
  double most = get_row (content, MOST_ROW, USUAL_BAR) * em, height = page->frame.plot.height;
  double wanted = MAX (content->n_rows, LEAST_ROWS_WITH_AXIS) * least + AXIS_HEIGHT * em;

  self->axis_height = wanted <= height ? AXIS_HEIGHT * em : 0;
  height -= self->axis_height;
  self->n_shown = content->n_rows;
  if (content->n_rows * least > height)
    {
      height = MAX (height - REST_HEIGHT * em, 1);
      self->n_shown = (guint) CLAMP (floor (height / least), 1, MAX (content->n_rows - 1, 1));
    }
  self->row_height = MIN (height / MAX (self->n_shown, 1), most);
}

static double
measure_names (const BhBarsContent *content, const BhCellPage *page, guint n)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, bh_cell_page_measure (page, g_ptr_array_index (content->names, i),
                                                BH_CHART_TEXT_LABEL, NULL));

  /* What was measured alone may need a hair more when it is cut to that. */
  return widest + 1;
}

/* How wide the numbers at the ends of the bars are, at the end and at the beginning. */
static void
measure_values (
    const BhBarsContent *content, const BhCellPage *page, guint n, double *end, double *start)
{
  *end = *start = 0;
  for (guint row = 0; row < n; row++)
    for (guint i = 0; i < (content->stacked ? 1 : content->n_series); i++)
      {
        double value, width;
        g_autofree char *text = NULL;

        if (!bh_bars_content_get_end (content, row, i, &value))
          continue;
        text = bh_bars_content_dup_end_text (content, row, i, value);
        width = bh_cell_page_measure (page, text, BH_CHART_TEXT_VALUE, NULL)
                + TEXT_SPACE * page->frame.em;
        if (value < 0)
          *start = MAX (*start, width);
        else
          *end = MAX (*end, width);
      }
}

static void
place_columns (BhBarsLayout *self, const BhBarsContent *content, const BhCellPage *page)
{
  double em = page->frame.em, width = page->frame.plot.width, end, start, low, high;

  self->names_width = MIN (measure_names (content, page, self->n_shown), width * NAME_SHARE);
  self->name_lines = self->row_height >= TWO_LINES * em ? 2 : 1;
  measure_values (content, page, self->n_shown, &end, &start);
  self->start = self->names_width + NAME_SPACE * em + start;
  self->length = MAX (width - self->start - end, 1);
  get_range (content, &low, &high);
  bh_chart_axis_fit (&self->axis, content->numbers, low, high,
                     (guint) CLAMP (self->length / (STEP_WIDTH * em), 1, MOST_STEPS));
}

void
bh_bars_layout_get_row (const BhBarsLayout *self,
                        const BhCellPage *page,
                        guint row,
                        BhChartArea *area)
{
  area->x = page->frame.plot.x;
  area->width = page->frame.plot.width;
  area->y = page->frame.plot.y + row * self->row_height;
  area->height = self->row_height;
}

static double
place_value (const BhBarsLayout *self, double value)
{
  return self->start + self->length * CLAMP (bh_chart_axis_place (&self->axis, value), 0, 1);
}

double
bh_bars_layout_get_x (const BhBarsLayout *self, const BhCellPage *page, double value)
{
  return bh_cell_page_mirror (page, place_value (self, value), 0);
}

/* Where it begins: where the stacked ones before it on the same side of 0 end. */
static double
get_base (const BhBarsContent *content, guint row, guint series)
{
  const double *values = content->values + row * content->n_series;
  double base = 0;

  for (guint i = 0; content->stacked && i < series; i++)
    if (!isnan (values[i]) && (values[i] < 0) == (values[series] < 0))
      base += values[i];

  return base;
}

gboolean
bh_bars_layout_get_bar (const BhBarsLayout *self,
                        const BhBarsContent *content,
                        const BhCellPage *page,
                        guint row,
                        guint series,
                        BhChartArea *area)
{
  double value = content->values[row * content->n_series + series], em = page->frame.em;
  guint n_bars = content->stacked ? 1 : content->n_series;
  double base, from, to, height;

  if (isnan (value))
    return FALSE;

  base = get_base (content, row, series);
  from = place_value (self, base);
  to = place_value (self, base + value);
  height = CLAMP ((self->row_height - ROW_GAP * em) / n_bars, 1, MOST_BAR * em);
  /* What happened once can be seen beside what happened a thousand times. */
  area->width = value != 0 ? MAX (fabs (to - from), 1) : 0;
  area->x = bh_cell_page_mirror (page, MIN (from, to), area->width);
  area->height = height;
  area->y = page->frame.plot.y + row * self->row_height + (self->row_height - height * n_bars) / 2
            + (content->stacked ? 0 : series * height);

  return TRUE;
}

/* A bar of its own mark is pointed at over the height of its row where they are stacked, and over
 * the length of the axis where not. */
static void
place_mark (BhBarsLayout *self, const BhBarsContent *content, BhCellPage *page, guint row, guint i)
{
  BhChartArea *area = &page->areas[content->marks[row * content->n_series + i]];

  if (!content->own_marks)
    {
      bh_bars_layout_get_row (self, page, row, area);
      return;
    }
  if (!bh_bars_layout_get_bar (self, content, page, row, i, area))
    {
      area->width = 0;
      return;
    }
  if (content->stacked)
    {
      area->y = page->frame.plot.y + row * self->row_height;
      area->height = self->row_height;
    }
  else
    {
      area->x = bh_cell_page_mirror (page, self->start, self->length);
      area->width = self->length;
    }
}

void
bh_bars_layout_place (BhBarsLayout *self, const BhBarsContent *content, BhCellPage *page)
{
  place_rows (self, content, page);
  place_columns (self, content, page);
  for (guint row = 0; row < self->n_shown; row++)
    for (guint i = 0; i < content->n_series; i++)
      place_mark (self, content, page, row, i);
}
