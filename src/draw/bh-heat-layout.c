/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-heat-layout.h"

#include <math.h>

/* In ems. */
#define LEAST_ROW 1.3
#define LOWEST_ROW 0.6
#define WANTED_ROW 1.8
#define WANTED_EDGES 8 /* names of columns, sums and legend */
#define MOST_ROW 3.4
#define MOST_COLUMN 8
#define NAME_SPACE 0.6
#define HEAD_SPACE 0.3
#define HEAD_WIDTH 0.3 /* between two names of columns */
#define SUM_SPACE 0.8
#define SUM_HEIGHT 1.6
#define SUM_OVERHANG 0.25
#define REST_HEIGHT 1.5
#define LINE 1.5
#define WRAPPED_LINES 2
/* So few rows are all shown, however low; some without their names then. */
#define FEW_ROWS 12
/* Of the width: what names of rows may take; of the height: what those of columns may. */
#define NAME_SHARE 0.26
#define HEAD_SHARE 0.3

static double
measure_widest (const BhCellPage *page, GPtrArray *names)
{
  double widest = 0;

  for (guint i = 0; i < names->len; i++)
    widest = MAX (widest, bh_cell_page_measure (page, g_ptr_array_index (names, i),
                                                BH_CHART_TEXT_LABEL, NULL));

  /* What was measured alone may need a hair more when it is cut to that. */
  return widest + 1;
}

static double
measure_sums (const BhHeatContent *content, const BhCellPage *page)
{
  g_autofree char *text = NULL;

  if (content->row_sums == NULL)
    return 0;

  text = bh_chart_value_dup_text (content->scale.numbers, content->total);

  return bh_cell_page_measure (page, text, BH_CHART_TEXT_VALUE, NULL) + SUM_SPACE * page->frame.em;
}

static void
place_columns (BhHeatLayout *self, const BhHeatContent *content, const BhCellPage *page)
{
  double em = page->frame.em, width = page->frame.plot.width;

  self->names_width
      = MIN (measure_widest (page, content->row_names), width * NAME_SHARE) + NAME_SPACE * em;
  self->sum_width = measure_sums (content, page);
  if (self->names_width + self->sum_width > width / 2)
    self->sum_width = 0;
  self->cell_width
      = MIN (MAX (width - self->names_width - self->sum_width, 1) / MAX (content->n_columns, 1),
             MOST_COLUMN * em);
}

/* Short names stand level above their columns, some of them left out where they are numbers; long
 * ones are wrapped, or turned. */
static void
place_heads (BhHeatLayout *self, const BhHeatContent *content, const BhCellPage *page)
{
  double em = page->frame.em, widest = measure_widest (page, content->column_names);
  double most = page->frame.plot.height * HEAD_SHARE;

  self->head_every = 1;
  self->turn = BH_HEAT_LEVEL;
  self->heads_height = LINE * em + HEAD_SPACE * em;
  if (widest + HEAD_WIDTH * em <= self->cell_width)
    return;
  if (widest <= 2 * em)
    self->head_every = (guint) ceil ((widest + HEAD_WIDTH * em) / self->cell_width);
  else if (widest <= self->cell_width * WRAPPED_LINES * 0.85)
    {
      self->turn = BH_HEAT_WRAPPED;
      self->heads_height = WRAPPED_LINES * LINE * em + HEAD_SPACE * em;
    }
  else
    {
      self->turn = BH_HEAT_UPRIGHT;
      self->heads_height = MIN (widest, most) + HEAD_SPACE * em;
      self->head_every = (guint) MAX (ceil (LINE * 0.9 * em / self->cell_width), 1);
    }
}

/* All sums below have room, or none is shown. */
static gboolean
has_room_for_sums (const BhHeatLayout *self, const BhHeatContent *content, const BhCellPage *page)
{
  return content->column_sums != NULL
         && bh_heat_pen_fits (page, content->scale.numbers, content->column_sums,
                              content->n_columns, self->cell_width + SUM_OVERHANG * page->frame.em,
                              SUM_HEIGHT * page->frame.em);
}

static void
place_rows (BhHeatLayout *self, const BhHeatContent *content, const BhCellPage *page)
{
  double em = page->frame.em, height = page->frame.plot.height, least = LEAST_ROW * em;

  height -= bh_heat_pen_get_legend_height (page) + self->heads_height;
  self->sum_height = has_room_for_sums (self, content, page) ? SUM_HEIGHT * em : 0;
  if (content->n_rows * least > height - self->sum_height)
    self->sum_height = 0;
  height = MAX (height - self->sum_height, 1);
  self->n_shown = content->n_rows;
  if (content->n_rows * least > height
      && (content->n_rows > FEW_ROWS || content->n_rows * LOWEST_ROW * em > height))
    {
      height = MAX (height - REST_HEIGHT * em, 1);
      self->n_shown = (guint) CLAMP (floor (height / least), 1, MAX (content->n_rows - 1, 1));
    }
  self->cell_height = MIN (height / MAX (self->n_shown, 1), MOST_ROW * em);
  self->name_every = (guint) MAX (ceil (LEAST_ROW * 0.9 * em / self->cell_height), 1);
}

void
bh_heat_layout_get_cell (const BhHeatLayout *self,
                         const BhHeatContent *content,
                         const BhCellPage *page,
                         guint row,
                         guint column,
                         BhChartArea *area)
{
  area->width = column < content->n_columns ? self->cell_width : self->sum_width;
  area->height = row < self->n_shown ? self->cell_height : self->sum_height;
  area->x = bh_cell_page_mirror (page, self->names_width + column * self->cell_width, area->width);
  area->y = page->frame.plot.y + self->heads_height + row * self->cell_height;
}

static void
place_mark (BhHeatLayout *self,
            const BhHeatContent *content,
            BhCellPage *page,
            guint mark,
            guint row,
            guint column)
{
  if (mark != BH_HEAT_NO_MARK)
    bh_heat_layout_get_cell (self, content, page, row, column, &page->areas[mark]);
}

/* Sums that there is no room for have no area: those at the end no width, those below none given.
 */
static void
place_marks (BhHeatLayout *self, const BhHeatContent *content, BhCellPage *page)
{
  for (guint row = 0; row < self->n_shown; row++)
    {
      for (guint column = 0; column < content->n_columns; column++)
        place_mark (self, content, page, content->marks[row * content->n_columns + column], row,
                    column);
      if (content->row_sums != NULL)
        place_mark (self, content, page, content->row_marks[row], row, content->n_columns);
    }
  if (content->column_sums == NULL || self->sum_height == 0)
    return;
  for (guint column = 0; column < content->n_columns; column++)
    place_mark (self, content, page, content->column_marks[column], self->n_shown, column);
  place_mark (self, content, page, content->total_mark, self->n_shown, content->n_columns);
}

void
bh_heat_layout_place (BhHeatLayout *self, const BhHeatContent *content, BhCellPage *page)
{
  place_columns (self, content, page);
  place_heads (self, content, page);
  place_rows (self, content, page);
  self->numbered = bh_heat_pen_fits (page, content->scale.numbers, content->values,
                                     content->n_rows * content->n_columns, self->cell_width,
                                     self->cell_height);
  place_marks (self, content, page);
}

double
bh_heat_content_get_wanted_ems (const BhHeatContent *self)
{
  return self->n_rows * WANTED_ROW + WANTED_EDGES;
}
