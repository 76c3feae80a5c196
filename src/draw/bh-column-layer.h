/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

#define BH_TYPE_COLUMN_LAYER (bh_column_layer_get_type ())
G_DECLARE_FINAL_TYPE (BhColumnLayer, bh_column_layer, BH, COLUMN_LAYER, BhChartLayer)

/** bh_column_layer_new: A column from 0 for each point. One that can still change is hollow. */
BhChartLayer *bh_column_layer_new (const char *name, BhChartRole role, BhChartSide side);

/** bh_column_layer_set_slot: its columns are the @slot th of @n_slots that stand side by side in
 * each band */
void bh_column_layer_set_slot (BhColumnLayer *self, guint slot, guint n_slots);
/** bh_column_layer_set_below: its columns begin where those of @below end */
void bh_column_layer_set_below (BhColumnLayer *self, BhColumnLayer *below);
/** bh_column_layer_is_stacked: Returns: whether its columns stand on others, or others on them */
gboolean bh_column_layer_is_stacked (BhColumnLayer *self);
/** bh_column_layer_set_joined: its columns leave no gap between them: classes of one quantity */
void bh_column_layer_set_joined (BhColumnLayer *self);

/** bh_column_layer_get_column: fills @area with column @i. Returns: FALSE where it has no value */
gboolean bh_column_layer_get_column (BhColumnLayer *self,
                                     const BhChartFrame *frame,
                                     guint i,
                                     BhChartArea *area);

/** bh_column_layer_get_width: Returns: width of a column that has a band of @frame to itself; what
 * marks columns from another layer is as wide */
double bh_column_layer_get_width (const BhChartFrame *frame);

G_END_DECLS
