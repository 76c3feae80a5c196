/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "storage/bh-progress-func.h"

G_BEGIN_DECLS

/**
 * bh_desk_store_file_async:
 * @progress: (nullable): called in the working thread
 * @progress_data: must live until the callback
 *
 * Puts a file into the store in a thread of its own, before the verb that names it.
 */
void bh_desk_store_file_async (BhDesk *self,
                               GFile *file,
                               BhProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/** bh_desk_store_bytes_async: the same with @bytes that people will know as @name */
void bh_desk_store_bytes_async (BhDesk *self,
                                GBytes *bytes,
                                const char *name,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/** bh_desk_store_finish: Returns: (transfer full) (nullable): the input `file` for the verb; NULL
 * with @error */
char *bh_desk_store_finish (BhDesk *self, GAsyncResult *result, GError **error);

/** bh_desk_dup_file_path: Returns: (transfer full): where the content @hash stands, read-only */
char *bh_desk_dup_file_path (BhDesk *self, const char *hash);

G_END_DECLS
