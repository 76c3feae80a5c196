/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-item.h"
#include "draw/bh-chart.h"

G_BEGIN_DECLS

/**
 * BhFunnelStage:
 * @count: how many came to it
 * @lost: of these, how many ended here without going on; they and those still here make what is
 *   missing in the next stage
 * @median: of what one takes here; NAN: not known
 * @p90: likewise
 */
typedef struct
{
  BhChartItem item;
  double count;
  double lost;
  double median;
  double p90;
} BhFunnelStage;

/**
 * BhFunnelData:
 * @subtitle: (nullable)
 * @heading: what the rows are: "Stage"
 * @empty_text: where nothing came to any stage
 * @count_name: what is counted: "Tickets"
 * @lost_name: what leaves: "Withdrawn or declined"
 * @duration_unit: "hours"
 *
 * All texts are translated.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *heading;
  const char *empty_text;
  const char *count_name;
  const char *lost_name;
  const char *duration_unit;
  const BhFunnelStage *stages;
  guint n_stages;
} BhFunnelData;

/** bh_funnel_chart_new: Returns: (transfer full): stages below one another, as wide as tickets came
 * to them, with what each takes beside it */
BhChart *bh_funnel_chart_new (const BhFunnelData *data);

G_END_DECLS
