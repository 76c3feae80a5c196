/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"
#include "insight/bh-figure-registry.h"

G_BEGIN_DECLS

/**
 * BhChartQuestion:
 * @period: half-open; may end in the future
 * @compare: likewise; from = to where there is nothing to compare with
 * @filter: (nullable): resolved
 * @figure: of a chart that shows one figure
 * @variant: (nullable): code of one of the chart's variants, %NULL for the first
 *
 * What a chart is asked for.
 */
typedef struct
{
  BhPeriod period;
  BhPeriod compare;
  BhTicketFilter *filter;
  BhFigureId figure;
  const char *variant;
} BhChartQuestion;

/** BhChartVariant: one of several ways to show a chart: @code "leaf"; @label to be translated in
 * the context "chart" */
typedef struct
{
  const char *code;
  const char *label;
} BhChartVariant;

/**
 * BhChartInfo:
 * @name: "pareto"
 * @title: English, to be translated in the context "chart"
 * @variants: (nullable): end with a code of %NULL; the first is the usual one
 * @has_figure: it shows the one figure that is asked for
 * @make: Returns: (transfer full) (nullable): the chart; %NULL with @error, or without where the
 *   mode of @insight is %BH_INSIGHT_KEPT and nothing was kept
 *
 * A chart of the program, for window and command line alike.
 */
typedef struct
{
  const char *name;
  const char *title;
  const BhChartVariant *variants;
  gboolean has_figure;
  BhChart *(*make) (BhInsight *insight, const BhChartQuestion *question, GError **error);
} BhChartInfo;

/** bh_chart_catalog_list: Returns: (transfer none) (array length=n): all charts */
const BhChartInfo *bh_chart_catalog_list (guint *n);
/** bh_chart_catalog_find: Returns: (transfer none) (nullable): the chart of that name */
const BhChartInfo *bh_chart_catalog_find (const char *name);
/** bh_chart_info_has_variant: Returns: whether @code is that of one of its variants */
gboolean bh_chart_info_has_variant (const BhChartInfo *self, const char *code);

G_END_DECLS
