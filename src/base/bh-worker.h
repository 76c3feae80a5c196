/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BH_TYPE_WORKER (bh_worker_get_type ())
G_DECLARE_FINAL_TYPE (BhWorker, bh_worker, BH, WORKER, GObject)

/**
 * BhWorkerFunc:
 * @task: (transfer none): the task to return a result on, exactly once
 * @user_data: data given to bh_worker_push()
 *
 * Work that runs in the worker's thread.
 */
typedef void (*BhWorkerFunc) (GTask *task, gpointer user_data);

/**
 * bh_worker_new:
 * @name: name of the thread, at most 15 bytes
 *
 * A thread with a queue of tasks, run one at a time in order of priority, then of arrival.
 *
 * Returns: (transfer full): a running worker
 */
BhWorker *bh_worker_new (const char *name);

/**
 * bh_worker_push:
 * @task: (transfer none): its priority (g_task_set_priority()) orders the queue, its
 *   cancellable is looked at before @func runs
 * @func: the work
 * @user_data: (nullable): data for @func
 * @destroy: (nullable): frees @user_data, in the worker's thread
 *
 * Queues work. After bh_worker_shutdown() the task fails with %G_IO_ERROR_CLOSED.
 */
void bh_worker_push (
    BhWorker *self, GTask *task, BhWorkerFunc func, gpointer user_data, GDestroyNotify destroy);

/**
 * bh_worker_shutdown:
 *
 * Takes no more work, finishes what is queued, and joins the thread. Called by the finalizer when
 * nobody did. From the worker's own thread, where the last task may drop the last reference, it
 * returns at once, and the thread ends after that task.
 */
void bh_worker_shutdown (BhWorker *self);

/**
 * bh_worker_is_current:
 *
 * Returns: whether the caller runs in the worker's thread
 */
gboolean bh_worker_is_current (BhWorker *self);

G_END_DECLS
