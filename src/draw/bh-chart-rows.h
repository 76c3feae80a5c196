/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-item.h"
#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

/**
 * BhChartRows:
 *
 * What a chart is made from, while it grows row by row: things that can be pointed at, and the
 * values of some series for each. Charts copy all of it.
 */
typedef struct _BhChartRows BhChartRows;

/** bh_chart_rows_new: Returns: (transfer full): no rows, of @n_series series */
BhChartRows *bh_chart_rows_new (guint n_series);
void bh_chart_rows_free (BhChartRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChartRows, bh_chart_rows_free)

/**
 * bh_chart_rows_add:
 * @label: as #BhChartItem has it
 * @value_text: (transfer full) (nullable): likewise
 * @filter: (transfer full) (nullable): likewise
 * @brush: (transfer full) (nullable): likewise
 *
 * Adds a row whose values are NAN.
 */
void bh_chart_rows_add (
    BhChartRows *self, const char *label, char *value_text, char *filter, char *brush);

/** bh_chart_rows_set: sets the value of the last row in @series */
void bh_chart_rows_set (BhChartRows *self, guint series, double value, BhChartPointFlags flags);

/** bh_chart_rows_set_item: makes the value of the last row in @series something to be pointed at;
 * parameters as bh_chart_rows_add(). All rows of a series have one, or none has. */
void bh_chart_rows_set_item (BhChartRows *self,
                             guint series,
                             const char *label,
                             char *value_text,
                             char *filter,
                             char *brush);

guint bh_chart_rows_get_n (BhChartRows *self);
/** bh_chart_rows_get_items: Returns: (array length=n_rows): as long as no row is added, as all of
 * the following */
const BhChartItem *bh_chart_rows_get_items (BhChartRows *self);
const double *bh_chart_rows_get_values (BhChartRows *self, guint series);
const BhChartPointFlags *bh_chart_rows_get_flags (BhChartRows *self, guint series);
/** bh_chart_rows_get_series_items: Returns: (nullable): those of bh_chart_rows_set_item() */
const BhChartItem *bh_chart_rows_get_series_items (BhChartRows *self, guint series);
/** bh_chart_rows_has_values: Returns: whether some row has a value in @series */
gboolean bh_chart_rows_has_values (BhChartRows *self, guint series);

G_END_DECLS
