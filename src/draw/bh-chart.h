/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-frame.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** BhChartMark: what can be pointed at: a month, a category. */
typedef struct
{
  char *label;      /* (owned): "October 2026" */
  char *value_text; /* (owned): its exact values with their names, may be several lines */
  char *filter;     /* (owned) (nullable): text of the filter that lists the tickets behind it */
  char *brush;      /* (owned) (nullable): text of a filter of what it stands for, and of nothing
                     * else: `category:"…"`; what narrows other charts when it is selected */
} BhChartMark;

/** BhChartTable: the values of a chart for who does not see it, and for a table beside it. */
typedef struct
{
  char *title;     /* (owned) */
  char **headings; /* (owned): first that of the marks */
  GPtrArray *rows; /* (owned) (element-type GStrv): as many texts as there are headings */
} BhChartTable;

BhChartTable *bh_chart_table_new (const char *title, const char *const *headings);
void bh_chart_table_free (BhChartTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChartTable, bh_chart_table_free)

/**
 * BhChartMove:
 * @BH_CHART_MOVE_PREVIOUS: to the mark before it in the order of reading
 * @BH_CHART_MOVE_NEXT: to the one behind it
 * @BH_CHART_MOVE_UP: to the one above it
 * @BH_CHART_MOVE_DOWN: to the one below it
 * @BH_CHART_MOVE_FIRST: to the first mark
 * @BH_CHART_MOVE_LAST: to the last mark
 *
 * Where a key goes from a mark.
 */
typedef enum
{
  BH_CHART_MOVE_PREVIOUS,
  BH_CHART_MOVE_NEXT,
  BH_CHART_MOVE_UP,
  BH_CHART_MOVE_DOWN,
  BH_CHART_MOVE_FIRST,
  BH_CHART_MOVE_LAST,
} BhChartMove;

#define BH_TYPE_CHART (bh_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (BhChart, bh_chart, BH, CHART, GObject)

/**
 * BhChartClass:
 * @is_empty: whether there is no value to show; by default, whether there is no mark
 * @draw: draws all, the text in place of values too; the size is not 0
 * @get_mark_area: fills @area with the rectangle around mark @i, which exists, of a chart that is
 *   not empty; FALSE where it is not shown
 * @trace_mark: adds the shape of mark @i to the path of @cr; by default the rectangle of
 *   @get_mark_area
 * @hit: the mark at a point, -1 for none; by default the last one whose rectangle is there
 * @draw_cursor: see bh_chart_draw_cursor(); by default a tint and a line around its rectangle
 * @move: the mark where @move leads from @mark, -1 where there is nothing in that direction at all;
 *   by default along the marks, and nothing above and below
 * @get_wanted_height: see bh_chart_get_wanted_height(); by default 0
 *
 * A kind of chart. Marks, table and texts are set by bh-chart-builder.h.
 */
struct _BhChartClass
{
  GObjectClass parent_class;

  gboolean (*is_empty) (BhChart *self);
  void (*draw) (BhChart *self, cairo_t *cr, double width, double height, const BhChartStyle *style);
  gboolean (*get_mark_area) (BhChart *self,
                             guint i,
                             double width,
                             double height,
                             const BhChartStyle *style,
                             BhChartArea *area);
  void (*trace_mark) (
      BhChart *self, cairo_t *cr, guint i, double width, double height, const BhChartStyle *style);
  int (*hit) (
      BhChart *self, double x, double y, double width, double height, const BhChartStyle *style);
  void (*draw_cursor) (BhChart *self,
                       cairo_t *cr,
                       guint i,
                       gboolean focused,
                       double width,
                       double height,
                       const BhChartStyle *style);
  int (*move) (BhChart *self, guint mark, BhChartMove move);
  double (*get_wanted_height) (BhChart *self, double width, const BhChartStyle *style);
};

/** bh_chart_get_title: Returns: (transfer none): what is shown */
const char *bh_chart_get_title (BhChart *self);
/** bh_chart_get_subtitle: Returns: (transfer none): of which tickets and when; may be "" */
const char *bh_chart_get_subtitle (BhChart *self);

/** bh_chart_get_n_marks: Returns: number of marks, in the order in which keys walk over them */
guint bh_chart_get_n_marks (BhChart *self);
/** bh_chart_get_mark: Returns: (transfer none) (nullable): mark @i */
const BhChartMark *bh_chart_get_mark (BhChart *self, guint i);
/** bh_chart_get_table: Returns: (transfer none): all values */
const BhChartTable *bh_chart_get_table (BhChart *self);
/** bh_chart_is_empty: Returns: whether there is no value to show; a text says so in its place */
gboolean bh_chart_is_empty (BhChart *self);

/** bh_chart_count_fitting: Returns: how many marks the chart has when it is made to fit @width */
guint bh_chart_count_fitting (BhChart *self, double width, const BhChartStyle *style);
/** bh_chart_get_wanted_height: Returns: how high it should be at @width so that all of it can be
 * read: that of many rows; 0 where any usual height will do */
double bh_chart_get_wanted_height (BhChart *self, double width, const BhChartStyle *style);
/** bh_chart_fit: Returns: (transfer full): the chart, or where its marks cannot be read at @width,
 * or more of them can, one of the same values with bh_chart_count_fitting() marks */
BhChart *bh_chart_fit (BhChart *self, double width, const BhChartStyle *style);

/** bh_chart_draw: draws into the rectangle of @width times @height at the origin of @cr. What was
 * worked out is kept for the next drawing of the same size and style. */
void
bh_chart_draw (BhChart *self, cairo_t *cr, double width, double height, const BhChartStyle *style);

/** bh_chart_draw_selection: draws it likewise; marks that are not @selected (array of
 * bh_chart_get_n_marks() values) are pale */
void bh_chart_draw_selection (BhChart *self,
                              cairo_t *cr,
                              const gboolean *selected,
                              double width,
                              double height,
                              const BhChartStyle *style);

/** bh_chart_get_mark_area: fills @area with the rectangle that mark @i owns, of the same size and
 * style as it is drawn in. Returns: FALSE where there is none */
gboolean bh_chart_get_mark_area (BhChart *self,
                                 guint i,
                                 double width,
                                 double height,
                                 const BhChartStyle *style,
                                 BhChartArea *area);

/** bh_chart_hit: Returns: the mark at @x, @y; -1 for none */
int bh_chart_hit (
    BhChart *self, double x, double y, double width, double height, const BhChartStyle *style);

/** bh_chart_draw_cursor: shows mark @i as pointed at, over what bh_chart_draw() drew; @focused: as
 * the one that the keyboard acts on */
void bh_chart_draw_cursor (BhChart *self,
                           cairo_t *cr,
                           guint i,
                           gboolean focused,
                           double width,
                           double height,
                           const BhChartStyle *style);

/** bh_chart_move: Returns: the mark where @move leads from @mark: @mark itself at the last one in
 * that direction; -1 where the chart has nothing in that direction from any mark, so that the key
 * may do something else */
int bh_chart_move (BhChart *self, guint mark, BhChartMove move);

G_END_DECLS
