/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a workbook goes. All may wait for a disk: not in the main thread. */

/**
 * bh_report_target_check:
 * @folder: where the workbook goes
 * @room: how many bytes it needs there, 0 where that is not known
 *
 * Tries what writing needs, before the work begins: a folder that is there, a file in it, room.
 *
 * Returns: FALSE with %BH_EXCHANGE_ERROR_FILE, saying what to do
 */
gboolean bh_report_target_check (const char *folder, guint64 room, GError **error);

/** bh_report_target_make_temporary: Returns: (transfer full) (nullable): a new file beside @path,
 * where there is room for it and from where it can be moved; %NULL with %BH_EXCHANGE_ERROR_FILE,
 * saying what to do */
char *bh_report_target_make_temporary (const char *path, GError **error);

/** bh_report_target_guess_room: @database: path of the office's database. Returns: how many bytes a
 * workbook of that office may need: about a twentieth of what the database has */
guint64 bh_report_target_guess_room (const char *database);

/** bh_report_target_dup_free_path: @name: ends with ".xlsx". Returns: (transfer full): where no
 * file is yet: "A.xlsx", "A (2).xlsx", … in @folder */
char *bh_report_target_dup_free_path (const char *folder, const char *name);

G_END_DECLS
