/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-frame.h"

G_BEGIN_DECLS

/** BhChartMark: what can be pointed at: a month, a category. */
typedef struct
{
  char *label;      /* (owned): "October 2026" */
  char *value_text; /* (owned): its exact values with their names, may be several lines */
  char *filter;     /* (owned) (nullable): text of the filter that lists the tickets behind it */
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

#define BH_TYPE_CHART (bh_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhChart, bh_chart, BH, CHART, GObject)

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
/** bh_chart_fit: Returns: (transfer full): the chart, or where its marks cannot be read at @width,
 * or more of them can, one of the same values with bh_chart_count_fitting() marks */
BhChart *bh_chart_fit (BhChart *self, double width, const BhChartStyle *style);

/** bh_chart_draw: draws into the rectangle of @width times @height at the origin of @cr. What was
 * worked out is kept for the next drawing of the same size and style. */
void
bh_chart_draw (BhChart *self, cairo_t *cr, double width, double height, const BhChartStyle *style);

/** bh_chart_get_mark_area: fills @area with the column that mark @i owns, of the same size and
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

G_END_DECLS
