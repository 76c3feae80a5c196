/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-headline.h"
#include "storage/bh-store.h"
#include "ui/insight/bh-insight-look.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bh_overview_read_async:
 * @look: (transfer none)
 * @mode: how long the answer may take
 *
 * Computes the headlines in a thread and on a connection of its own.
 */
void bh_overview_read_async (BhStore *store,
                             BhInsightLook *look,
                             BhInsightMode mode,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * bh_overview_read_finish:
 * @complete: (out): FALSE where the same asked for with a mode that computes more may tell more
 *
 * Returns: (transfer full) (nullable) (element-type BhHeadline): %NULL with @error
 */
GPtrArray *bh_overview_read_finish (GAsyncResult *result, gboolean *complete, GError **error);

G_END_DECLS
