/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"
#include "domain/bh-site-plan.h"
#include "draw/bh-plan-chart.h"
#include "draw/bh-test-pictures.h"
#include "support/bh-test-folder.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define WIDTH 800.0
#define HEIGHT 500.0

static const char PLAN[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\">"
                           "<rect width=\"400\" height=\"200\" fill=\"#00ff00\"/></svg>";

static char *folder;

/* @size: -1 for a text */
static char *
write_file (const char *name, const char *content, gssize size)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, content, size, &error);
  g_assert_no_error (error);

  return path;
}

static BhPlanPicture *
load (const char *name, const char *content)
{
  g_autofree char *path = write_file (name, content, -1);
  g_autoptr (GError) error = NULL;
  BhPlanPicture *picture = bh_plan_picture_load (path, &error);

  g_assert_no_error (error);

  return picture;
}

static void
refuse (const char *name, const char *content, gssize size, const char *reason)
{
  g_autofree char *path = write_file (name, content, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_plan_picture_load (path, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
  g_assert_nonnull (strstr (error->message, name));
}

static char *
make_png (int width, int height)
{
  char *path = g_build_filename (folder, "drawn.png", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return path;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  cairo_surface_flush (surface);

  return *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                  + y * cairo_image_surface_get_stride (surface) + 4 * x)
         & 0xffffff;
}

/* What is transparent is white paper; the rest has its colour, scaled to the rectangle. */
static void
test_pictures (void)
{
  g_autoptr (BhPlanPicture) drawing = load ("plan.svg", PLAN);
  g_autofree char *path = make_png (300, 500);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlanPicture) photo = bh_plan_picture_load (path, &error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  g_assert_cmpstr (bh_plan_picture_get_media_type (drawing), ==, "image/svg+xml");
  g_assert_cmpint (bh_plan_picture_get_width (drawing), ==, 400);
  g_assert_cmpint (bh_plan_picture_get_height (drawing), ==, 200);
  g_assert_cmpstr (bh_plan_picture_get_media_type (photo), ==, "image/png");
  g_assert_cmpint (bh_plan_picture_get_height (photo), ==, 500);

  bh_plan_picture_draw (drawing, cr, 10, 20, 50, 25);
  g_assert_cmphex (get_pixel (surface, 30, 30), ==, 0x00ff00);
  g_assert_cmphex (get_pixel (surface, 30, 60), ==, 0);
  bh_plan_picture_draw (photo, cr, 0, 0, 100, 100);
  g_assert_cmphex (get_pixel (surface, 30, 30), ==, 0xffffff);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* "Exif" with one entry: the orientation, 6: what was up lies to the left. */
static const char LYING[]
    = "\xff\xe1\0\x22"
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

/* A photograph that was taken with the camera on its side: left of it is red, right of it blue. */
static char *
make_lying_photograph (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 300, 200);
  g_autoptr (GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, 150, 200);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *jpeg = NULL;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", &error, NULL);
  g_assert_no_error (error);

  /* Behind the mark that begins the file. */
  g_byte_array_append (file, (const guint8 *) jpeg, 2);
  g_byte_array_append (file, (const guint8 *) LYING, sizeof LYING - 1);
  g_byte_array_append (file, (const guint8 *) jpeg + 2, (guint) size - 2);

  return write_file ("photo.jpg", (const char *) file->data, (gssize) file->len);
}

static void
test_photograph (void)
{
  g_autofree char *path = make_lying_photograph ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlanPicture) photo = bh_plan_picture_load (path, &error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 20, 30);
  cairo_t *cr = cairo_create (surface);
  guint32 above, below;

  g_assert_no_error (error);
  g_assert_cmpstr (bh_plan_picture_get_media_type (photo), ==, "image/jpeg");
  g_assert_cmpint (bh_plan_picture_get_width (photo), ==, 200);
  g_assert_cmpint (bh_plan_picture_get_height (photo), ==, 300);

  bh_plan_picture_draw (photo, cr, 0, 0, 20, 30);
  above = get_pixel (surface, 10, 5);
  below = get_pixel (surface, 10, 25);
  g_assert_cmpuint (above >> 16, >, 200);
  g_assert_cmpuint (above & 255, <, 50);
  g_assert_cmpuint (below & 255, >, 200);
  g_assert_cmpuint (below >> 16, <, 50);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_refused (void)
{
  gsize size = (gsize) (BH_SITE_PLAN_MEGABYTES * 1024 * 1024 + 1);
  g_autofree char *large = g_malloc0 (size);
  g_autofree char *path = g_build_filename (folder, "none.png", NULL);
  g_autoptr (GError) error = NULL;
  static const char cut[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0";

  refuse ("text.png", "no picture", -1, "PNG, JPEG");
  refuse ("tiny.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"300\"/>", -1,
          "90");
  refuse ("wide.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"13000\" height=\"300\"/>",
          -1, "12000");
  refuse ("large.png", large, (gssize) size, "20 MB");
  refuse ("cut.png", cut, sizeof cut - 1, "cut.png");
  g_assert_null (bh_plan_picture_load (path, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

static BhChart *
make_chart (BhPlanPicture *picture, double max)
{
  static const BhPlanSpot spots[] = {
    { { "9栋", NULL, NULL, "within:A/9栋", "within:A/9栋" }, 0.8, 0.85, 5 },
    { { "1栋", NULL, NULL, "within:A/1栋", "within:A/1栋" }, 0.2, 0.2, 20 },
    { { "南门", NULL, NULL, NULL, NULL }, 0.75, 0.2, 0 },
    { { "塔", NULL, NULL, NULL, NULL }, 0.5, 0.5, NAN },
  };
  BhPlanData data = { .title = "Site plan",
                      .subtitle = "All tickets",
                      .heading = "Place",
                      .value_heading = "Tickets",
                      .empty_text = "None",
                      .numbers = BH_CHART_COUNTS,
                      .unit = "tickets",
                      .picture = picture,
                      .spots = spots,
                      .n_spots = G_N_ELEMENTS (spots),
                      .max = max };

  return bh_plan_chart_new (&data);
}

static BhChartArea
get_area (BhChart *chart, guint i, const BhChartStyle *style)
{
  BhChartArea area;

  g_assert_true (bh_chart_get_mark_area (chart, i, WIDTH, HEIGHT, style, &area));

  return area;
}

/* Rows from above, each from the left; the area of a circle grows with its value. */
static void
test_spots (void)
{
  g_autoptr (BhPlanPicture) picture = load ("plan.svg", PLAN);
  g_autoptr (BhChart) chart = make_chart (picture, 0);
  g_autoptr (BhChart) scaled = make_chart (picture, 80);
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  static const char *const names[] = { "1栋", "南门", "塔", "9栋" };
  BhChartArea most, least, some, middle;

  g_assert_false (bh_chart_is_empty (chart));
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (bh_chart_get_mark (chart, i)->label, ==, names[i]);
  g_assert_cmpstr (bh_chart_get_mark (chart, 3)->filter, ==, "within:A/9栋");
  g_assert_cmpuint (bh_chart_get_table (chart)->rows->len, ==, 4);

  most = get_area (chart, 0, style);
  least = get_area (chart, 1, style);
  middle = get_area (chart, 2, style);
  some = get_area (chart, 3, style);
  g_assert_cmpfloat (most.width, >, some.width);
  g_assert_cmpfloat (some.width, >, least.width);
  g_assert_cmpfloat_with_epsilon (least.width, middle.width, 1e-9);
  /* A quarter of the values has a quarter of the area that is left over the least one. */
  g_assert_cmpfloat_with_epsilon (some.width * some.width - least.width * least.width,
                                  (most.width * most.width - least.width * least.width) / 4, 1e-6);
  g_assert_cmpfloat (get_area (scaled, 0, style).width, <, most.width);

  /* The middle of the plan is that of 塔, which is in the middle of the chart. */
  g_assert_cmpfloat_with_epsilon (middle.x + middle.width / 2, WIDTH / 2, 1);
  g_assert_cmpint (
      bh_chart_hit (chart, most.x + most.width / 2, most.y + most.height / 2, WIDTH, HEIGHT, style),
      ==, 0);
  /* The corner of the square around a circle is not on it. */
  g_assert_cmpint (bh_chart_hit (chart, most.x + 1, most.y + 1, WIDTH, HEIGHT, style), ==, -1);
  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_NEXT), ==, 1);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_DOWN), ==, 2);
  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_UP), ==, 2);
}

static cairo_surface_t *
draw (BhChart *chart, const BhChartStyle *style)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH, (int) HEIGHT);
  cairo_t *cr = cairo_create (surface);

  bh_chart_draw (chart, cr, WIDTH, HEIGHT, style);
  cairo_destroy (cr);

  return surface;
}

static void
test_drawn (void)
{
  g_autoptr (BhPlanPicture) picture = load ("plan.svg", PLAN);
  g_autoptr (BhChart) chart = make_chart (picture, 0);
  g_autoptr (BhChart) empty = make_chart (NULL, 0);
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea most = get_area (chart, 0, style);
  cairo_surface_t *surface = draw (chart, style);
  guint32 on_circle = get_pixel (surface, (int) (most.x + most.width / 2), (int) (most.y + 4));
  guint32 on_plan = get_pixel (surface, (int) (most.x + most.width + 30), (int) most.y);

  g_assert_cmphex (on_circle, !=, on_plan);
  /* The plan shines through its veil: more green than red. */
  g_assert_cmpuint (on_plan >> 8 & 255, >, (on_plan >> 16 & 255) + 50);
  cairo_surface_destroy (surface);

  g_assert_true (bh_chart_is_empty (empty));
  cairo_surface_destroy (draw (empty, style));
}

static void
test_place (void)
{
  const BhChartArea room = { 10, 20, 400, 100 };
  BhChartArea area;

  bh_plan_place_picture (&room, 100, 100, &area);
  g_assert_cmpfloat (area.width, ==, 100);
  g_assert_cmpfloat (area.x, ==, 160);
  g_assert_cmpfloat (area.y, ==, 20);
  bh_plan_place_picture (&room, 800, 100, &area);
  g_assert_cmpfloat (area.height, ==, 50);
  g_assert_cmpfloat (area.y, ==, 45);
}

static BhChart *
make_plan (void)
{
  g_autoptr (BhPlanPicture) picture
      = load ("drawn.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\">"
                           "<rect width=\"400\" height=\"200\" fill=\"#dfe8d5\"/>"
                           "<rect x=\"50\" y=\"20\" width=\"60\" height=\"40\" fill=\"#8a8a8a\"/>"
                           "<rect x=\"290\" y=\"150\" width=\"60\" height=\"40\" fill=\"#8a8a8a\"/>"
                           "<path d=\"M0 100H400\" stroke=\"#ffffff\" stroke-width=\"20\"/></svg>");

  return make_chart (picture, 0);
}

/* Names go where nothing else is: below, else above, else beside. */
static BhChart *
make_crowded (void)
{
  static const BhPlanSpot spots[] = {
    { { "甲", NULL, NULL, NULL, NULL }, 0.5, 0.5, 20 },
    { { "乙", NULL, NULL, NULL, NULL }, 0.5, 0.68, 5 },
    { { "丙", NULL, NULL, NULL, NULL }, 0.5, 0.32, 5 },
    { { "丁", NULL, NULL, NULL, NULL }, 0.6, 0.5, 5 },
    { { "戊", NULL, NULL, NULL, NULL }, 0.4, 0.5, 5 },
    { { "己", NULL, NULL, NULL, NULL }, 0.9, 0.9, 2 },
  };
  g_autoptr (BhPlanPicture) picture = load ("crowded.svg", PLAN);
  BhPlanData data = { .title = "Site plan",
                      .heading = "Place",
                      .value_heading = "Tickets",
                      .empty_text = "None",
                      .numbers = BH_CHART_COUNTS,
                      .unit = "tickets",
                      .picture = picture,
                      .spots = spots,
                      .n_spots = G_N_ELEMENTS (spots) };

  return bh_plan_chart_new (&data);
}

static BhChart *
make_none (void)
{
  return make_chart (NULL, 0);
}

static const BhTestPicture pictures[] = {
  { "plan-light", make_plan, BH_CHART_PALETTE_LIGHT },
  { "plan-dark", make_plan, BH_CHART_PALETTE_DARK },
  { "plan-contrast", make_plan, BH_CHART_PALETTE_HIGH_CONTRAST_DARK },
  { "plan-large", make_plan, BH_CHART_PALETTE_LIGHT, .text_scale = 2 },
  { "plan-mirrored", make_plan, BH_CHART_PALETTE_LIGHT, .rtl = TRUE },
  { "plan-narrow", make_plan, BH_CHART_PALETTE_LIGHT, .width = 260, .height = 400 },
  { "plan-crowded", make_crowded, BH_CHART_PALETTE_LIGHT },
  { "plan-none", make_none, BH_CHART_PALETTE_LIGHT },
};

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = bh_test_folder_new ();

  g_test_add_func ("/plan-chart/place", test_place);
  g_test_add_func ("/plan-chart/pictures", test_pictures);
  g_test_add_func ("/plan-chart/photograph", test_photograph);
  g_test_add_func ("/plan-chart/refused", test_refused);
  g_test_add_func ("/plan-chart/spots", test_spots);
  g_test_add_func ("/plan-chart/drawn", test_drawn);
  bh_test_pictures_add ("/plan-chart", pictures, G_N_ELEMENTS (pictures));

  result = g_test_run ();
  bh_test_folder_free (folder);

  return result;
}
