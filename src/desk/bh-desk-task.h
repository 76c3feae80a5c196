/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"

G_BEGIN_DECLS

/* Work of the desk that is told through a task: the store's result becomes the task's, with the
 * task's own cancellable. */

/**
 * bh_desk_task_read:
 * @task: (transfer full): returns what @func does, or its error
 * @result_free: frees the result of @func when nobody takes it
 *
 * As bh_store_read_async().
 */
void bh_desk_task_read (GTask *task,
                        BhStore *store,
                        BhReadFunc func,
                        gpointer user_data,
                        GDestroyNotify destroy,
                        GDestroyNotify result_free,
                        int priority);

/**
 * bh_desk_task_write:
 * @task: (transfer full): returns TRUE when @func was committed, or its error
 *
 * As bh_store_write_async(), for what somebody waits for.
 */
void bh_desk_task_write (
    GTask *task, BhStore *store, BhWriteFunc func, gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
