/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BhReportLook:
 * @changed_at: instant at which the file was written that is there already, 0 where none is
 * @other_path: (owned): one beside it that is free
 *
 * What is where a workbook is to go.
 */
typedef struct
{
  gint64 changed_at;
  char *other_path;
} BhReportLook;

void bh_report_look_free (BhReportLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportLook, bh_report_look_free)

/**
 * bh_report_look_async:
 * @database: path of the office's database, which tells how much room is needed
 * @path: where the workbook is to go
 *
 * Looks at it in a thread of its own: disks may be slow, or far away.
 */
void bh_report_look_async (const char *database,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/** bh_report_look_finish: Returns: (transfer full) (nullable): NULL with the error of
 * bh_report_target_check() */
BhReportLook *bh_report_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
