/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/chart/bh-chart-view.h"

G_BEGIN_DECLS

/** bh_chart_pointer_attach: lets the pointer show values in @view, open what is behind a mark, and
 * select marks: with Ctrl one after the other, with Shift or by pulling those in between */
void bh_chart_pointer_attach (BhChartView *view);

G_END_DECLS
