/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

/** BhLineShape: sign of a point; lines differ by it and by their dashes. */
typedef enum
{
  BH_LINE_CIRCLES,  /* a firm line */
  BH_LINE_SQUARES,  /* long dashes, thinner */
  BH_LINE_DIAMONDS, /* dots, thinner */
  BH_LINE_EXPECTED, /* short dashes with small hollow circles: what is not known yet */
} BhLineShape;

#define BH_TYPE_LINE_LAYER (bh_line_layer_get_type ())
G_DECLARE_FINAL_TYPE (BhLineLayer, bh_line_layer, BH, LINE_LAYER, BhChartLayer)

/**
 * bh_line_layer_new:
 * @filled: the area below the line is tinted: for the one line that a chart is about
 *
 * Points joined by straight lines; a point without a value leaves a gap.
 */
BhChartLayer *bh_line_layer_new (
    const char *name, BhChartRole role, BhChartSide side, BhLineShape shape, gboolean filled);

/** bh_line_sign_draw: draws the sign of a point of a line at (@x, @y), set off from what is behind;
 * @flags change its shape, and its colour where it is out of what was expected */
void bh_line_sign_draw (BhLineShape shape,
                        cairo_t *cr,
                        const BhChartFrame *frame,
                        double x,
                        double y,
                        double radius,
                        BhChartRole role,
                        BhChartPointFlags flags);

G_END_DECLS
