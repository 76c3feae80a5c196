/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-builder.h"
#include "draw/bh-chart-item.h"
#include "draw/bh-chart-layer.h"
#include "draw/bh-chart-text.h"

G_BEGIN_DECLS

/**
 * BhCellPage:
 * @frame: its plot is the room below the head; the axes are the kind's own
 * @context: sets its text
 * @areas: (array length=n_areas): one a mark; of width 0 where it is not shown
 *
 * One drawing of a chart of cells.
 */
typedef struct
{
  BhChartFrame frame;
  PangoContext *context;
  BhChartArea *areas;
  guint n_areas;
} BhCellPage;

#define BH_TYPE_CELL_CHART (bh_cell_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (BhCellChart, bh_cell_chart, BH, CELL_CHART, BhChart)

/**
 * BhCellChartClass:
 * @place: fills the areas of @page, which are 0; what else it works out holds until it is called
 *   anew, and may be kept in the chart
 * @draw_cells: draws what stands below the head, from what @place worked out
 * @get_wanted_ems: how high that should be at a width, both in ems; by default 0: as high as any
 *
 * A chart each of whose marks owns a rectangle (bars, cells of a matrix), below title and legend.
 * Keys walk over rows and columns.
 */
struct _BhCellChartClass
{
  BhChartClass parent_class;

  void (*place) (BhCellChart *self, BhCellPage *page);
  void (*draw_cells) (BhCellChart *self, cairo_t *cr, const BhCellPage *page);
  double (*get_wanted_ems) (BhCellChart *self, double width);
};

/**
 * bh_cell_chart_add_mark:
 * @label: whole name
 * @value_text: its values, unless @item has its own text for them
 * @row: where keys find it
 * @column: likewise
 *
 * Returns: the number of the mark
 */
guint bh_cell_chart_add_mark (BhCellChart *self,
                              const BhChartItem *item,
                              const char *label,
                              const char *value_text,
                              guint row,
                              guint column);

/** bh_cell_chart_add_key: @layer: (transfer full): knows the sign for the legend; it has no points
 */
void bh_cell_chart_add_key (BhCellChart *self,
                            BhChartLayer *layer,
                            BhChartPointFlags flags,
                            const char *text);

/** bh_cell_chart_add_key_of_role: likewise, for areas that bh_chart_fill_role() fills */
void bh_cell_chart_add_key_of_role (BhCellChart *self, BhChartRole role, const char *text);

/** bh_cell_chart_get_page: Returns: (transfer none): of this size and style */
const BhCellPage *
bh_cell_chart_get_page (BhCellChart *self, double width, double height, const BhChartStyle *style);

/**
 * bh_cell_page_draw_text:
 * @width: cut where it is wider; 0: as wide as it is
 * @x: see bh_chart_text_draw(), as for @y, @align_x and @align_y
 *
 * Writes one line.
 */
void bh_cell_page_draw_text (const BhCellPage *self,
                             cairo_t *cr,
                             const char *text,
                             BhChartTextKind kind,
                             double width,
                             double x,
                             double y,
                             double align_x,
                             double align_y,
                             const BhChartColor *color);
/** bh_cell_page_measure: Returns: how wide @text is; @height: (nullable): how high */
double bh_cell_page_measure (const BhCellPage *self,
                             const char *text,
                             BhChartTextKind kind,
                             double *height);
/** bh_cell_page_dup_rest: Returns: (transfer full) (nullable): what says that there are @n more
 * rows than there is room for; %NULL for none */
char *bh_cell_page_dup_rest (guint n);
/** bh_cell_page_draw_rest: writes that at @y */
void bh_cell_page_draw_rest (const BhCellPage *self, cairo_t *cr, guint n, double y);
/** bh_cell_page_has_room: Returns: whether @number can be written into @width and @height */
gboolean
bh_cell_page_has_room (const BhCellPage *self, const char *number, double width, double height);
/** bh_cell_page_mirror: Returns: where the left edge of what is @width wide comes when it stands @x
 * behind the beginning of the plot: right of its left edge, or from right to left, left of the
 * right one */
double bh_cell_page_mirror (const BhCellPage *self, double x, double width);

G_END_DECLS
