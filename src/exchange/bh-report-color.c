/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-color.h"

#include <math.h>

static guint32
pack (const BhChartColor *color)
{
  guint32 red = (guint32) lround (color->red * 255), green = (guint32) lround (color->green * 255);

  return red << 16 | green << 8 | (guint32) lround (color->blue * 255);
}

static const BhChartPalette *
get_palette (void)
{
  return bh_chart_palette_get (BH_CHART_PALETTE_LIGHT);
}

guint32
bh_report_get_color (BhChartRole role)
{
  g_return_val_if_fail ((guint) role < BH_N_CHART_ROLES, 0);

  return pack (&get_palette ()->roles[role]);
}

guint32
bh_report_get_level (double share)
{
  BhChartColor color = bh_chart_palette_get_level (get_palette (), share);

  return pack (&color);
}

guint32
bh_report_get_text_on (guint32 color)
{
  const BhChartColor ground
      = { (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0, 1 };
  BhChartColor text = bh_chart_palette_get_text_on (&ground);

  return pack (&text);
}
