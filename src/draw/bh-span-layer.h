/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

#define BH_TYPE_SPAN_LAYER (bh_span_layer_get_type ())
G_DECLARE_FINAL_TYPE (BhSpanLayer, bh_span_layer, BH, SPAN_LAYER, BhChartLayer)

/** bh_span_layer_new: A tinted band between two values of each point, from middle to middle of the
 * bands. */
BhChartLayer *bh_span_layer_new (const char *name, BhChartRole role, BhChartSide side);

/** bh_span_layer_add: adds the next point, from @low to @high, finite numbers */
void bh_span_layer_add (BhSpanLayer *self, double low, double high);

G_END_DECLS
