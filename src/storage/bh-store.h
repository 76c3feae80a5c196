/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/bh-clock.h"
#include "base/bh-worker.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

#define BH_TYPE_STORE (bh_store_get_type ())
G_DECLARE_FINAL_TYPE (BhStore, bh_store, BH, STORE, GObject)

/**
 * BhStore:
 *
 * An open database: one writer thread, one reader thread for the window, private readers for long
 * jobs. Made and used in the main thread; its functions say which thread they call back in.
 *
 * Signals, in the main context that opened the store:
 * - `changed (BhChangeNotice *)`: after a transaction that changed something
 */

/**
 * BhChangeNotice:
 * @ticket_ids: (array): tickets that were changed or are new, in order of id, each once
 * @n_tickets: how many; 0 with @all set for "anything may have changed"
 * @n_new: how many of them are new
 * @register_changed: departments, staff, places, settings, …
 * @measures_changed: what meetings decided
 * @all: another process wrote, or too many changed to name them
 */
typedef struct
{
  const gint64 *ticket_ids;
  guint n_tickets;
  guint n_new;
  gboolean register_changed;
  gboolean measures_changed;
  gboolean all;
} BhChangeNotice;

/**
 * BhOpenFlags:
 * @BH_OPEN_EXISTING: the file must be there
 * @BH_OPEN_CREATE: makes a new database where there is none, with the default lists and policies
 */
typedef enum
{
  BH_OPEN_EXISTING,
  BH_OPEN_CREATE,
} BhOpenFlags;

/**
 * bh_store_open:
 * @path: of the file
 * @clock: (transfer none): what tells the time
 *
 * Opens, migrates where needed (with a copy of the file first), and checks what can be checked
 * quickly. A file that is not ours, newer, on a network or not writable is refused untouched.
 *
 * Returns: (transfer full) (nullable): the store, or NULL with %BH_STORAGE_ERROR
 */
BhStore *bh_store_open (const char *path, BhOpenFlags flags, BhClock *clock, GError **error);

/**
 * bh_store_open_async:
 *
 * The same in a thread of its own: after an update of the program, opening may take minutes. The
 * store then belongs to the default main context.
 */
void bh_store_open_async (const char *path,
                          BhOpenFlags flags,
                          BhClock *clock,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/** bh_store_open_finish: Returns: (transfer full) (nullable): the store, or NULL with
 * %BH_STORAGE_ERROR */
BhStore *bh_store_open_finish (GAsyncResult *result, GError **error);

/** bh_store_close: waits for the queued work and closes; later calls fail. Called when disposed. */
void bh_store_close (BhStore *self);

const char *bh_store_get_path (BhStore *self);
BhClock *bh_store_get_clock (BhStore *self);

/** bh_store_set_seed: makes ids' salts reproducible, for the demo office and tests */
void bh_store_set_seed (BhStore *self, guint64 seed);

/**
 * bh_store_dup_office:
 *
 * Returns: (transfer full): the office as of the last committed transaction of this process;
 * thread-safe
 */
BhOffice *bh_store_dup_office (BhStore *self);

/**
 * BhWriteFunc:
 * @work: the transaction
 * @user_data: as given
 *
 * Work that runs in the writer's thread inside of a transaction. Returning FALSE with @error set
 * rolls everything back.
 *
 * Returns: whether to commit
 */
typedef gboolean (*BhWriteFunc) (BhWork *work, gpointer user_data, GError **error);

/**
 * bh_store_write_async:
 * @priority: %G_PRIORITY_DEFAULT for what somebody waits for, %G_PRIORITY_LOW for the rest
 * @user_data: (nullable): for @func
 * @destroy: (nullable): frees @user_data, in any thread
 *
 * One transaction in the writer's thread. @callback comes in the thread-default context of the
 * caller, after the change notice.
 */
void bh_store_write_async (BhStore *self,
                           BhWriteFunc func,
                           gpointer user_data,
                           GDestroyNotify destroy,
                           int priority,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer callback_data);
gboolean bh_store_write_finish (BhStore *self, GAsyncResult *result, GError **error);

/** bh_store_write: the same, waiting for the end; for the command line, demo and tests. The change
 * notice is emitted before it returns. */
gboolean bh_store_write (
    BhStore *self, BhWriteFunc func, gpointer user_data, GCancellable *cancellable, GError **error);

/**
 * BhReadFunc:
 * @connection: inside of a read transaction: one steady snapshot
 *
 * Returns: (nullable): any result, freed with the function given with it; NULL with @error set on
 *   failure
 */
typedef gpointer (*BhReadFunc) (BhConnection *connection,
                                gpointer user_data,
                                GCancellable *cancellable,
                                GError **error);

/**
 * bh_store_read_async:
 * @result_free: (nullable): frees the result of @func when nobody takes it
 *
 * Runs @func in the window's reader thread, in order of priority.
 */
void bh_store_read_async (BhStore *self,
                          BhReadFunc func,
                          gpointer user_data,
                          GDestroyNotify destroy,
                          GDestroyNotify result_free,
                          int priority,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer callback_data);
/** bh_store_read_finish: Returns: (transfer full) (nullable): the result of the function */
gpointer bh_store_read_finish (BhStore *self, GAsyncResult *result, GError **error);

/** bh_store_read: the same in the caller's thread, on a private connection; for long jobs in
 * threads of their own, the command line and tests */
gpointer bh_store_read (
    BhStore *self, BhReadFunc func, gpointer user_data, GCancellable *cancellable, GError **error);

/** bh_store_open_reader: Returns: (transfer full) (nullable): a private connection for a long job
 */
BhConnection *bh_store_open_reader (BhStore *self, GError **error);

G_END_DECLS
