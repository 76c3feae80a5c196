/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"

G_BEGIN_DECLS

/** BH_BACKUP_FILES_END: what the name of a database has behind it in that of the folder beside it
 * with its files; a copy has one of its own, so that it is as whole as the office */
#define BH_BACKUP_FILES_END ".files"

/** bh_backup_write: a consistent copy while in use, with all files that it names in "TARGET.files";
 * written beside @target and moved into place; neither may exist. Blocking: call from a thread or
 * the command line.
 * @n_left_out: (out) (optional): how many files could not be copied, since they are damaged; a
 *   check names them */
gboolean bh_backup_write (BhStore *store,
                          const char *target,
                          guint *n_left_out,
                          GCancellable *cancellable,
                          GError **error);

/** bh_backup_restore: checks that @source is a sound database of ours, keeps the replaced file as
 * "NAME.before-restore-YYYYMMDD-HHMMSS", and moves the copy into place. The files of @source are
 * added to those of @target, of which none is removed. Nobody may have @target open: a running
 * program is refused with %BH_STORAGE_ERROR_BUSY.
 * @kept: (out) (optional) (transfer full) (nullable): path of the file that was replaced */
gboolean bh_backup_restore (
    const char *source, const char *target, BhClock *clock, char **kept, GError **error);

/** bh_backup_daily: where today has no automatic copy yet, writes one into "NAME.backups/" and
 * thins them out: the newest of each of 7 days, 4 weeks and 12 months stays. The files that they
 * name stand in "NAME.backups/shared.files" and stay. Seals finished days first,
 * and removes what adding a file left behind when it was killed.
 * @made: (out) (optional): whether a copy was made */
gboolean
bh_backup_daily (BhStore *store, GCancellable *cancellable, gboolean *made, GError **error);

G_END_DECLS
