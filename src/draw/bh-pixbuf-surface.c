/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-pixbuf-surface.h"

cairo_surface_t *
bh_pixbuf_make_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf), n = gdk_pixbuf_get_n_channels (pixbuf);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guchar *to = cairo_image_surface_get_data (surface);
  int to_stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *c = from + (gsize) y * (gsize) stride + (gsize) x * (gsize) n;
        guint alpha = n == 4 ? c[3] : 255, paper = 255 - alpha;
        guint32 pixel = ((c[0] * alpha / 255 + paper) & 255) << 16
                        | ((c[1] * alpha / 255 + paper) & 255) << 8
                        | ((c[2] * alpha / 255 + paper) & 255);

        ((guint32 *) (gpointer) (to + (gsize) y * (gsize) to_stride))[x] = pixel;
      }
  cairo_surface_mark_dirty (surface);

  return surface;
}
