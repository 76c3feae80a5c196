/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

G_BEGIN_DECLS

/* Charts as they look, compared with pictures that somebody has looked at. Letters differ a little
 * from release to release of the libraries, lines and columns do not stand elsewhere.
 * BIHUAN_WRITE_PICTURES=1 writes new ones. */

#define BH_TEST_PICTURE_WIDTH 640
#define BH_TEST_PICTURE_HEIGHT 360

/** BhTestPicture: a chart in one look; the picture is tests/data/draw/@name.png. @text_scale: 0: 1;
 * @width, @height: 0: the usual ones */
typedef struct
{
  const char *name;
  BhChart *(*make) (void);
  BhChartPaletteKind palette;
  double text_scale;
  gboolean rtl;
  int width;
  int height;
} BhTestPicture;

/** bh_test_pictures_add: adds a test @prefix/NAME for each of @pictures, which outlive it */
void bh_test_pictures_add (const char *prefix, const BhTestPicture *pictures, guint n);

/** bh_test_pictures_compare: Returns: how many cells of both look different */
guint bh_test_pictures_compare (cairo_surface_t *a, cairo_surface_t *b);

/** bh_test_pictures_check_selection: fails unless a selection of mark @own alone leaves its area
 * as it is, and pales that of @other */
void bh_test_pictures_check_selection (BhChart *chart, guint own, guint other);

/** bh_test_pictures_get_channel: Returns: blue, green, red or alpha, 0 to 255 */
guint bh_test_pictures_get_channel (cairo_surface_t *picture, int x, int y, guint channel);

G_END_DECLS
