/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-file.h"

#include "base/bh-i18n.h"
#include "draw/bh-drawn-file.h"
#include "draw/bh-paper-pages.h"

#include <cairo-pdf.h>
#include <math.h>

/* Pixels a point of a picture: read well on a phone, which shows it 1,080 or so wide. */
#define PIXELS 2

gboolean
bh_paper_check_path (const char *path, gboolean pictures, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (bh_drawn_file_has_ending (path, ".pdf")
      || (pictures && bh_drawn_file_has_ending (path, ".png")))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               pictures ? _ ("“%s”: the name must end with .pdf or .png.")
                        : _ ("“%s”: the name must end with .pdf."),
               path);

  return FALSE;
}

static cairo_status_t
make_pdf (BhPaper *self, GByteArray *bytes)
{
  double width = bh_paper_is_landscape (self) ? BH_PAPER_A4_HEIGHT : BH_PAPER_A4_WIDTH;
  double height = bh_paper_is_landscape (self) ? BH_PAPER_A4_WIDTH : BH_PAPER_A4_HEIGHT;
  g_autoptr (BhPaperPages) pages = bh_paper_pages_new (self, width, height);
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (bh_drawn_file_append_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, bh_paper_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bihuan");
  for (guint i = 0; i < bh_paper_pages_get_n (pages); i++)
    {
      bh_paper_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

static cairo_status_t
make_png (BhPaper *self, GByteArray *bytes)
{
  g_autoptr (BhPaperPages) pages = bh_paper_pages_new (self, BH_PAPER_A4_WIDTH, BH_PAPER_ENDLESS);
  double height = ceil (bh_paper_pages_get_height (pages) * PIXELS);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (height > BH_DRAWN_FILE_LARGEST)
    return CAIRO_STATUS_INVALID_SIZE;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (BH_PAPER_A4_WIDTH * PIXELS),
                                        (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PIXELS, PIXELS);
  bh_paper_pages_draw (pages, 0, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, bh_drawn_file_append_cb, bytes);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
bh_paper_save (BhPaper *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (!bh_paper_check_path (path, TRUE, error))
    return FALSE;
  status
      = bh_drawn_file_has_ending (path, ".pdf") ? make_pdf (self, bytes) : make_png (self, bytes);
  if (status == CAIRO_STATUS_INVALID_SIZE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("There is too much for one picture. Save it as PDF instead."));
      return FALSE;
    }

  return bh_drawn_file_write (path, status, bytes, error);
}
