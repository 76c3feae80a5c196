/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-progress-func.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/** bh_check_run: integrity of the file, foreign keys, event chains, seals, clocks (no stage ends
 * before it starts, one open stage at most, …), attached files that are missing or were changed,
 * reports made for the record that are not as they were.
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, a line each; empty when
 *   all is well; NULL with @error when the check itself failed */
GPtrArray *bh_check_run (BhStore *store,
                         BhProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);

/** bh_check_list_unnamed: files beside the database that no history names: left by a form that was
 * not sent, or by a verb that was refused. Nothing is wrong with them.
 * Returns: (transfer full) (nullable) (element-type utf8): their paths, NULL with @error */
GPtrArray *bh_check_list_unnamed (BhStore *store, GCancellable *cancellable, GError **error);

/** bh_check_refold: folds every history again and compares with what is stored; same result */
GPtrArray *bh_check_refold (BhStore *store,
                            BhProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error);

/** bh_seal_days: seals every finished office day (in @now's office time) that has none yet: for
 * each community and day, SHA-256 over the heads of the chains as that day left them, and the seal
 * before */
gboolean bh_seal_days (BhWork *work, gint64 now, GError **error);

/** bh_seal_is_due: @due: (out): whether a day is over that has no seal yet. Returns: FALSE with
 * @error */
gboolean bh_seal_is_due (
    BhConnection *connection, BhOfficeTime *time, gint64 now, gboolean *due, GError **error);

G_END_DECLS
