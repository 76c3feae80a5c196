/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What is drawn into a file: it is drawn into memory first, so that a file is whole or not there.
 */

/** BH_DRAWN_FILE_LARGEST: pixels on a side that cairo can paint on in one piece. */
#define BH_DRAWN_FILE_LARGEST 32767

/** bh_drawn_file_append_cb: a #cairo_write_func_t; @closure: a #GByteArray that takes the bytes */
cairo_status_t
bh_drawn_file_append_cb (void *closure, const unsigned char *data, unsigned int length);

/** bh_drawn_file_has_ending: @ending: ".png". Returns: whether @path ends so, in any case */
gboolean bh_drawn_file_has_ending (const char *path, const char *ending);

/** bh_drawn_file_write: @status: what became of the drawing, which is in @bytes; a file that is at
 * @path is replaced at once. Returns: FALSE with %G_IO_ERROR_FAILED where it could not be drawn, or
 * an error of the file system */
gboolean
bh_drawn_file_write (const char *path, cairo_status_t status, GByteArray *bytes, GError **error);

G_END_DECLS
