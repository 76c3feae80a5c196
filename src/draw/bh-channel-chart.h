/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"

G_BEGIN_DECLS

/** bh_channels_chart_make: by which channel the tickets of the period came; made as #BhChartInfo
 * has it */
BhChart *
bh_channels_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);

G_END_DECLS
