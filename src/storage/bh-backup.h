/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"

G_BEGIN_DECLS

/** bh_backup_write: a consistent copy while in use, written beside @target and moved into place;
 * @target must not exist. Blocking: call from a thread or the command line. */
gboolean
bh_backup_write (BhStore *store, const char *target, GCancellable *cancellable, GError **error);

/** bh_backup_restore: checks that @source is a sound database of ours, keeps the replaced file as
 * "NAME.before-restore-YYYYMMDD-HHMMSS", and moves the copy into place. Nobody may have @target
 * open: a running program is refused with %BH_STORAGE_ERROR_BUSY.
 * @kept: (out) (optional) (transfer full) (nullable): path of the file that was replaced */
gboolean bh_backup_restore (
    const char *source, const char *target, BhClock *clock, char **kept, GError **error);

/** bh_backup_daily: where today has no automatic copy yet, writes one into "NAME.backups/" and
 * thins them out: the newest of each of 7 days, 4 weeks and 12 months stays. Seals finished days
 * first.
 * @made: (out) (optional): whether a copy was made */
gboolean
bh_backup_daily (BhStore *store, GCancellable *cancellable, gboolean *made, GError **error);

G_END_DECLS
