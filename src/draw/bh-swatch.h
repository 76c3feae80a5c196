/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

/** bh_swatch_fill: fills the path of @cr as values of @role with @flags are filled, and ends it:
 * pale where they count less, hollow where they can still change */
void
bh_swatch_fill (cairo_t *cr, const BhChartFrame *frame, BhChartRole role, BhChartPointFlags flags);

/** bh_swatch_get_color: Returns: the colour of such a surface */
BhChartColor
bh_swatch_get_color (const BhChartFrame *frame, BhChartRole role, BhChartPointFlags flags);

#define BH_TYPE_SWATCH_LAYER (bh_swatch_layer_get_type ())
G_DECLARE_FINAL_TYPE (BhSwatchLayer, bh_swatch_layer, BH, SWATCH_LAYER, BhChartLayer)

/** bh_swatch_layer_new: A layer without points, for the sign of such a surface in the legend; of a
 * small sample, the triangle behind a number. */
BhChartLayer *bh_swatch_layer_new (const char *name, BhChartRole role);

/** bh_swatch_layer_new_notch: Likewise, for a stroke across a bar. */
BhChartLayer *bh_swatch_layer_new_notch (const char *name, BhChartRole role);

G_END_DECLS
