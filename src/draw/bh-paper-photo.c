/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-photo.h"

#include "base/bh-i18n.h"
#include "draw/bh-pixbuf-surface.h"

/* Of the longer side: 200 points an inch on half the width of a page. */
#define MOST_PIXELS 900
/* What a photo may have; more is no photo but an attempt to fill the memory. */
#define MOST_SOURCE_PIXELS (G_GINT64_CONSTANT (200) * 1000 * 1000)
#define JPEG_QUALITY "82"

struct _BhPaperPhoto
{
  cairo_surface_t *surface; /* (owned) */
};

static GdkPixbuf *
load_upright (const char *path, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  int width = 0, height = 0, longest;

  if (gdk_pixbuf_get_file_info (path, &width, &height) != NULL
      && (gint64) width * height > MOST_SOURCE_PIXELS)
    {
      g_set_error (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY,
                   _ ("the picture has %d × %d pixels, which is too many"), width, height);
      return NULL;
    }
  longest = MAX (width, height);
  if (longest > 0 && longest <= MOST_PIXELS)
    pixbuf = gdk_pixbuf_new_from_file (path, error);
  else
    pixbuf = gdk_pixbuf_new_from_file_at_scale (path, MOST_PIXELS, MOST_PIXELS, TRUE, error);

  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

/* Lets a PDF keep it small; without it, it would be stored pixel by pixel. */
static void
attach_jpeg (cairo_surface_t *surface, GdkPixbuf *pixbuf)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize size = 0;

  if (gdk_pixbuf_get_has_alpha (pixbuf)
      || !gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, "jpeg", &error, "quality", JPEG_QUALITY,
                                     NULL))
    return;
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (const guchar *) bytes, size,
                                   g_free, bytes)
      != CAIRO_STATUS_SUCCESS)
    g_free (bytes);
}

BhPaperPhoto *
bh_paper_photo_load (const char *path, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  BhPaperPhoto *self;

  g_return_val_if_fail (path != NULL, NULL);

  pixbuf = load_upright (path, error);
  if (pixbuf == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (BhPaperPhoto);
  self->surface = bh_pixbuf_make_surface (pixbuf);
  attach_jpeg (self->surface, pixbuf);

  return self;
}

BhPaperPhoto *
bh_paper_photo_ref (BhPaperPhoto *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  BhPaperPhoto *self = data;

  cairo_surface_destroy (self->surface);
}

void
bh_paper_photo_unref (BhPaperPhoto *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

void
bh_paper_photo_get_size (BhPaperPhoto *self, int *width, int *height)
{
  g_return_if_fail (self != NULL);

  *width = cairo_image_surface_get_width (self->surface);
  *height = cairo_image_surface_get_height (self->surface);
}

void
bh_paper_photo_draw (
    BhPaperPhoto *self, cairo_t *cr, double x, double y, double width, double height)
{
  int pixels_x, pixels_y;

  g_return_if_fail (self != NULL && cr != NULL);

  bh_paper_photo_get_size (self, &pixels_x, &pixels_y);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / pixels_x, height / pixels_y);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, pixels_x, pixels_y);
  cairo_fill (cr);
  cairo_restore (cr);
}
