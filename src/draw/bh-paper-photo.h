/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BhPaperPhoto:
 *
 * A photo as it goes onto a paper: upright, and not larger than it can be seen there. Immutable
 * and reference counted; any thread.
 */
typedef struct _BhPaperPhoto BhPaperPhoto;

/**
 * bh_paper_photo_load:
 * @path: of a picture; its content tells of which kind
 *
 * Turned as the camera was held. Blocks.
 *
 * Returns: (transfer full) (nullable): %NULL with an error of GdkPixbuf or of the file for what is
 *   no picture, is damaged, or is too large to be opened
 */
BhPaperPhoto *bh_paper_photo_load (const char *path, GError **error);
BhPaperPhoto *bh_paper_photo_ref (BhPaperPhoto *self);
void bh_paper_photo_unref (BhPaperPhoto *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhPaperPhoto, bh_paper_photo_unref)

/** bh_paper_photo_get_size: fills in @width and @height, in pixels, upright */
void bh_paper_photo_get_size (BhPaperPhoto *self, int *width, int *height);
/** bh_paper_photo_draw: paints it into the rectangle; a PDF gets it as JPEG */
void bh_paper_photo_draw (
    BhPaperPhoto *self, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
