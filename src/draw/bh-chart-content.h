/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-band-chart.h"
#include "draw/bh-chart-legend.h"

G_BEGIN_DECLS

/** BhChartTick: what stands below a band. */
typedef struct
{
  char *text;  /* (owned) */
  char *group; /* (owned) (nullable) */
} BhChartTick;

/**
 * BhChartContent:
 *
 * What a chart of bands says, without where and how: the input of its layout.
 */
typedef struct
{
  const char *title;      /* of the chart, which outlives it; so are the next two */
  const char *subtitle;   /* (nullable) */
  const char *empty_text; /* (nullable) */
  BhChartTickMode mode;
  GPtrArray *ticks;  /* (owned) (element-type BhChartTick): one a mark */
  GPtrArray *layers; /* (owned) (element-type BhChartLayer) */
  GPtrArray *keys;   /* (owned) (element-type BhChartKey) */
  gboolean has_axis[2];
  BhChartNumbers numbers[2];
  char *units[2];
} BhChartContent;

void bh_chart_content_init (BhChartContent *self);
void bh_chart_content_clear (BhChartContent *self);

/** bh_chart_content_get_range: fills @low and @high with the extreme values on the axis of @side.
 * Returns: FALSE where there are none */
gboolean bh_chart_content_get_range (const BhChartContent *self,
                                     BhChartSide side,
                                     double *low,
                                     double *high);
/** bh_chart_content_has_values: Returns: whether there is something to show: a
 * target alone is nothing */
gboolean bh_chart_content_has_values (const BhChartContent *self);

G_END_DECLS
