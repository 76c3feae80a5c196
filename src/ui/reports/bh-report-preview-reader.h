/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report.h"
#include "insight/bh-insight.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhReportPreviewData:
 * @rows: (owned) (element-type BhScorecardRow): the main figures and those of the targets
 * @sentences: (owned) (element-type utf8): what they say
 * @is_empty: whether nothing was received, finished or open
 * @complete: FALSE where the same asked for with a mode that computes more may tell more
 *
 * What stands on the first sheet of a workbook.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *sentences;
  gboolean is_empty;
  gboolean complete;
} BhReportPreviewData;

void bh_report_preview_data_free (BhReportPreviewData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportPreviewData, bh_report_preview_data_free)

/**
 * bh_report_preview_read_async:
 * @request: copied; its filter is referenced
 * @mode: how long the answer may take
 *
 * Computes it in a thread and on a connection of its own.
 */
void bh_report_preview_read_async (BhStore *store,
                                   const BhReportRequest *request,
                                   BhInsightMode mode,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/** bh_report_preview_read_finish: Returns: (transfer full) (nullable): %NULL with @error, or
 * without in the mode %BH_INSIGHT_KEPT where nothing was kept */
BhReportPreviewData *bh_report_preview_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
