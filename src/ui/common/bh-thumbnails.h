/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_THUMBNAILS (bh_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (BhThumbnails, bh_thumbnails, BH, THUMBNAILS, GObject)

/**
 * BhThumbnails:
 *
 * Small pictures of the files of an office, made in a thread of their own and kept in memory while
 * they may be wanted again. Main thread.
 */
BhThumbnails *bh_thumbnails_new (void);

/**
 * bh_thumbnails_load_async:
 * @path: of the file
 * @key: names its content, so that it is made once
 * @type: its media type
 * @size: of the longer side, in device pixels
 */
void bh_thumbnails_load_async (BhThumbnails *self,
                               const char *path,
                               const char *key,
                               const char *type,
                               int size,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/** bh_thumbnails_load_finish: Returns: (transfer full) (nullable): NULL with @error where the file
 * has no picture that can be shown: its type has an icon */
GdkTexture *bh_thumbnails_load_finish (BhThumbnails *self, GAsyncResult *result, GError **error);

/**
 * bh_thumbnail_read:
 *
 * Makes one, in any thread. A picture whose size is out of all reason is not unpacked.
 *
 * Returns: (transfer full) (nullable): NULL with %G_IO_ERROR_NOT_SUPPORTED, or what kept it from
 *   being read
 */
GdkTexture *bh_thumbnail_read (const char *path, const char *type, int size, GError **error);

G_END_DECLS
