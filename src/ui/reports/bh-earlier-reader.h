/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-report-compare.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/* What earlier reports were, and what became of their figures: read in threads of their own, since
 * files may be on a slow disk and figures take their time. */

/**
 * BhEarlierReport:
 * @record: (owned): without figures
 * @there: whether its file is where it was written
 * @replaced: whether a later workbook took the place of its file
 *
 * A workbook that was made.
 */
typedef struct
{
  BhReportRecord *record;
  gboolean there;
  gboolean replaced;
} BhEarlierReport;

/** bh_earlier_list_async: all workbooks that were made, newest first */
void bh_earlier_list_async (BhStore *store,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/** bh_earlier_list_finish: Returns: (transfer full) (nullable) (element-type BhEarlierReport): NULL
 * with @error */
GPtrArray *bh_earlier_list_finish (GAsyncResult *result, GError **error);

/**
 * BhEarlierComparison:
 * @record: (owned): with its figures
 * @lines: (owned) (element-type BhReportComparison)
 * @is_whole: whether what was stored is still what was stored then
 * @is_newest: whether no newer one was made for the record of the same period
 *
 * A report for the record beside what its figures are now.
 */
typedef struct
{
  BhReportRecord *record;
  GPtrArray *lines;
  gboolean is_whole;
  gboolean is_newest;
} BhEarlierComparison;

void bh_earlier_comparison_free (BhEarlierComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhEarlierComparison, bh_earlier_comparison_free)

/** bh_earlier_compare_async: @id: of a report for the record */
void bh_earlier_compare_async (BhStore *store,
                               gint64 id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/** bh_earlier_compare_finish: Returns: (transfer full) (nullable): NULL with @error */
BhEarlierComparison *bh_earlier_compare_finish (GAsyncResult *result, GError **error);

G_END_DECLS
