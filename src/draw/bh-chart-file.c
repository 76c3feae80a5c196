/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-file.h"

#include "base/bh-i18n.h"
#include "draw/bh-drawn-file.h"

#include <cairo-svg.h>
#include <gio/gio.h>
#include <math.h>

static gboolean
is_size (double size)
{
  return size >= 1 && size <= BH_DRAWN_FILE_LARGEST;
}

cairo_surface_t *
bh_chart_render (
    BhChart *self, const BhChartStyle *style, double width, double height, double scale)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (BH_IS_CHART (self) && style != NULL, NULL);

  if (!is_size (width * scale) || !is_size (height * scale))
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  bh_chart_draw (self, cr, width, height, style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_status_t
make_png (BhChart *self, const BhChartStyle *style, double width, double height, GByteArray *bytes)
{
  cairo_surface_t *surface = bh_chart_render (self, style, width, height, 1);
  cairo_status_t status;

  if (surface == NULL)
    return CAIRO_STATUS_NO_MEMORY;
  status = cairo_surface_write_to_png_stream (surface, bh_drawn_file_append_cb, bytes);
  cairo_surface_destroy (surface);

  return status;
}

static cairo_status_t
make_svg (BhChart *self, const BhChartStyle *style, double width, double height, GByteArray *bytes)
{
  cairo_surface_t *surface
      = cairo_svg_surface_create_for_stream (bh_drawn_file_append_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  bh_chart_draw (self, cr, width, height, style);
  cairo_surface_finish (surface);
  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS || status == CAIRO_STATUS_SURFACE_FINISHED)
    status = cairo_surface_status (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
bh_chart_save (BhChart *self,
               const BhChartStyle *style,
               double width,
               double height,
               const char *path,
               GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (BH_IS_CHART (self) && style != NULL && path != NULL, FALSE);

  if (!is_size (width) || !is_size (height))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A picture may be 1 to %d pixels wide and high."), BH_DRAWN_FILE_LARGEST);
      return FALSE;
    }
  if (bh_drawn_file_has_ending (path, ".png"))
    status = make_png (self, style, width, height, bytes);
  else if (bh_drawn_file_has_ending (path, ".svg"))
    status = make_svg (self, style, width, height, bytes);
  else
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s”: the name of a picture must end with .png or .svg."), path);
      return FALSE;
    }

  return bh_drawn_file_write (path, status, bytes, error);
}
