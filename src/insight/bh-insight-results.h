/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight-cache.h"
#include "insight/bh-insight.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/** bh_insight_results_new: Returns: (transfer full): nothing */
BhInsightResults *bh_insight_results_new (void);
/** bh_insight_results_add: @kept: (transfer full) */
void bh_insight_results_add (BhInsightResults *self, BhKept *kept);
guint bh_insight_results_get_size (BhInsightResults *self);

/**
 * bh_insight_results_store:
 * @results: (transfer full) (nullable): see bh_insight_take_results()
 *
 * Keeps @results in the database, when the writer has nothing better to do. Nobody is told of it,
 * and nobody needs to know whether it succeeded: what is not kept is computed again.
 */
void bh_insight_results_store (BhInsightResults *results, BhStore *store);

/** bh_insight_results_store_now: the same, waiting for the end; for the command line and tests.
 * Returns: FALSE with %BH_STORAGE_ERROR */
gboolean bh_insight_results_store_now (BhInsightResults *results, BhStore *store, GError **error);

G_END_DECLS
