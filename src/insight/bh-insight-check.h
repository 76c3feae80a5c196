/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight-cache.h"
#include "storage/bh-progress-func.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhInsightCheck:
 * @n_holding: kept results that would be shown as they are
 * @n_checked: of these were computed again
 * @problems: (owned) (element-type utf8): those that differ, a line each
 *
 * What is kept of figures, against what is computed.
 */
typedef struct
{
  guint n_holding;
  guint n_checked;
  GPtrArray *problems;
} BhInsightCheck;

/**
 * bh_insight_check_run:
 * @n_most: so many are computed again at most, chosen by chance
 *
 * Computes kept results again, as of now and in one snapshot. Takes as long as it takes to compute
 * so many figures.
 *
 * Returns: (transfer full) (nullable): %NULL with @error where the check itself failed
 */
BhInsightCheck *bh_insight_check_run (BhStore *store,
                                      guint n_most,
                                      BhProgressFunc progress,
                                      gpointer user_data,
                                      GCancellable *cancellable,
                                      GError **error);
void bh_insight_check_free (BhInsightCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhInsightCheck, bh_insight_check_free)

G_END_DECLS
