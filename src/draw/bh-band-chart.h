/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-builder.h"
#include "draw/bh-column-layer.h"

G_BEGIN_DECLS

/**
 * BhChartTickMode:
 * @BH_CHART_TICKS_SERIES: labels follow from their neighbours: some are left out where they do not
 *   fit
 * @BH_CHART_TICKS_NAMES: each label is needed: they are wrapped, turned and cut before one is left
 *   out
 */
typedef enum
{
  BH_CHART_TICKS_SERIES,
  BH_CHART_TICKS_NAMES,
} BhChartTickMode;

#define BH_TYPE_BAND_CHART (bh_band_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhBandChart, bh_band_chart, BH, BAND_CHART, BhChart)

/** bh_band_chart_new: a chart of upright bands side by side, one a mark, over which layers draw
 * their points. @subtitle: (nullable) */
BhBandChart *bh_band_chart_new (const char *title, const char *subtitle, BhChartTickMode mode);

/** bh_band_chart_set_axis: the axis of @side has @numbers in @unit (translated, "" where they have
 * none). Without a call for the second side there is no second axis. */
void bh_band_chart_set_axis (BhBandChart *self,
                             BhChartSide side,
                             BhChartNumbers numbers,
                             const char *unit);

/**
 * bh_band_chart_add_mark: like bh_chart_add_mark(), with
 * @tick: what is written below its band
 * @group: (nullable): second line below it where it begins something: the year
 */
void bh_band_chart_add_mark (BhBandChart *self,
                             const char *label,
                             const char *tick,
                             const char *group,
                             const char *value_text,
                             const char *filter);

/** bh_band_chart_add_band: adds a band that is no mark itself; each of its columns is one by
 * bh_band_chart_add_part(). A chart has marks of one sort. */
void bh_band_chart_add_band (BhBandChart *self, const char *tick, const char *group);

/** bh_band_chart_add_part: like bh_chart_add_mark(), for the column of @layer in the band that was
 * added last. Columns that stand on one another are reached by Up and Down. */
void bh_band_chart_add_part (BhBandChart *self,
                             BhColumnLayer *layer,
                             const char *label,
                             const char *value_text,
                             const char *filter);

/** bh_band_chart_add_layer: @layer: (transfer full): with one point a mark. Later ones are drawn
 * above earlier ones. */
void bh_band_chart_add_layer (BhBandChart *self, BhChartLayer *layer);

/** bh_band_chart_add_key: explains in the legend points of @layer (one that was added) that have
 * @flags */
void bh_band_chart_add_key (BhBandChart *self,
                            BhChartLayer *layer,
                            BhChartPointFlags flags,
                            const char *text);

G_END_DECLS
