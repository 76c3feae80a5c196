/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

#define BH_TYPE_UPRIGHT_LAYER (bh_upright_layer_get_type ())
G_DECLARE_FINAL_TYPE (BhUprightLayer, bh_upright_layer, BH, UPRIGHT_LAYER, BhChartLayer)

/** BhUprightShape: an upright line is dashed, or dotted: two of a chart differ by it. */
typedef enum
{
  BH_UPRIGHT_DASHED,
  BH_UPRIGHT_DOTTED,
} BhUprightShape;

/**
 * bh_upright_layer_new:
 * @place: in bands from the beginning of the first: 2.5 is the middle of the third; past the ends
 *   it is drawn at the end
 *
 * One upright line through the plot: a value of what the bands are classes of. It has no points.
 */
BhChartLayer *
bh_upright_layer_new (const char *name, BhChartRole role, BhUprightShape shape, double place);

/** bh_upright_layer_get_x: Returns: where it stands in @frame */
double bh_upright_layer_get_x (BhUprightLayer *self, const BhChartFrame *frame);

G_END_DECLS
