/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

#define BH_TYPE_COLUMN_LAYER (bh_column_layer_get_type ())
G_DECLARE_FINAL_TYPE (BhColumnLayer, bh_column_layer, BH, COLUMN_LAYER, BhChartLayer)

/** bh_column_layer_new: A column from 0 for each point. */
BhChartLayer *bh_column_layer_new (const char *name, BhChartRole role, BhChartSide side);

/** bh_column_layer_get_width: Returns: width of a column in @frame; what marks columns from another
 * layer is as wide */
double bh_column_layer_get_width (const BhChartFrame *frame);

G_END_DECLS
