/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "draw/bh-chart.h"
#include "insight/bh-insight.h"

G_BEGIN_DECLS

#define BH_TYPE_CHART_READER (bh_chart_reader_get_type ())
G_DECLARE_FINAL_TYPE (BhChartReader, bh_chart_reader, BH, CHART_READER, GObject)

/**
 * BhChartReadFunc:
 * @connection: inside of a read transaction
 * @request: as given to bh_chart_reader_read()
 * @mode: how long it may take
 * @complete: (out): FALSE where something was left out, or is out of date: it is called again with
 *   a mode that computes more
 *
 * Makes a chart, in a thread and on a connection of its own.
 *
 * Returns: (transfer full) (nullable): NULL with @error, or without in the mode
 *   %BH_INSIGHT_KEPT where nothing was kept
 */
typedef BhChart *(*BhChartReadFunc) (BhConnection *connection,
                                     gpointer request,
                                     BhInsightMode mode,
                                     gboolean *complete,
                                     GCancellable *cancellable,
                                     GError **error);

/**
 * bh_chart_reader_new:
 * @desk: (transfer none)
 *
 * Reads charts off the main thread: first what was kept from before, or where nothing was, what is
 * quickly computed; then what is exact. Of several requests only the last one is answered.
 *
 * Property: `reading` (boolean): the answer, or its exact form, is still to come.
 *
 * Signals:
 * - `read (BhChart *)`: the chart, up to three times
 * - `failed (GError *)`: why there is none
 */
BhChartReader *bh_chart_reader_new (BhDesk *desk, BhChartReadFunc func);

/**
 * bh_chart_reader_read:
 * @request: (transfer full): made by g_atomic_rc_box_new() or its like
 * @clear: (nullable): what ends it, for g_atomic_rc_box_release_full()
 */
void bh_chart_reader_read (BhChartReader *self, gpointer request, GDestroyNotify clear);
/** bh_chart_reader_cancel: no answer is wanted any more; none comes */
void bh_chart_reader_cancel (BhChartReader *self);
gboolean bh_chart_reader_is_reading (BhChartReader *self);

G_END_DECLS
