/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bh_report_archive_check:
 * @path: of a workbook: a ZIP archive whose members are XML texts
 *
 * Reads all of a workbook: the library that writes it does not notice where the disk was full while
 * a member was prepared, and packs what there is of it.
 *
 * Returns: FALSE with %BH_EXCHANGE_ERROR_FILE where a member has not its end, or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean bh_report_archive_check (const char *path, GCancellable *cancellable, GError **error);

/** bh_report_archive_fail: says that there was no room for all of the workbook. Returns: FALSE */
gboolean bh_report_archive_fail (GError **error);

G_END_DECLS
