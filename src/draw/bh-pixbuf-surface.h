/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/** bh_pixbuf_make_surface: from the order of bytes of one library to that of the other; what is
 * transparent is paper. Returns: (transfer full): opaque, as large as @pixbuf */
cairo_surface_t *bh_pixbuf_make_surface (GdkPixbuf *pixbuf);

G_END_DECLS
