/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/bh-worker.h"
#include "insight/bh-scorecard.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhTodayMonth:
 * @month: year * 100 + month
 * @is_current: FALSE where something may be out of date
 * @rows: (owned) (nullable) (element-type BhScorecardRow): what was received and finished, what is
 *   open and overdue, and the figures that have targets; %NULL in the mode %BH_INSIGHT_KEPT where
 *   something was not kept
 *
 * The figures of the month so far.
 */
typedef struct
{
  int month;
  BhPeriod period;
  gint64 as_of;
  gboolean is_current;
  GPtrArray *rows;
} BhTodayMonth;

void bh_today_month_free (BhTodayMonth *month);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTodayMonth, bh_today_month_free)

/**
 * bh_today_month_load_async:
 * @worker: in whose thread it is computed, with a reader of its own: lists do not wait for figures
 * @as_of: the present instant
 * @mode: %BH_INSIGHT_KEPT for what is there at once, %BH_INSIGHT_QUICK to count
 */
void bh_today_month_load_async (BhWorker *worker,
                                BhStore *store,
                                gint64 as_of,
                                BhInsightMode mode,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/** bh_today_month_load_finish: Returns: (transfer full) (nullable): NULL with @error */
BhTodayMonth *bh_today_month_load_finish (GAsyncResult *result, GError **error);

/**
 * bh_today_month_dup_filter:
 * @row: one of @self
 *
 * Returns: (transfer full) (nullable): the tickets behind the figure; %NULL where there is no list
 *   of them
 */
BhTicketFilter *
bh_today_month_dup_filter (BhTodayMonth *self, BhScorecardRow *row, BhOffice *office);

G_END_DECLS
