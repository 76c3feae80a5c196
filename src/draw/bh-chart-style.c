/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-style.h"

/* Chinese that the first family lacks is drawn in the forms of the mainland, whatever the locale.
 */
#define DEFAULT_FONT "Sans, Noto Sans CJK SC 10"
#define PIXELS_PER_POINT (96.0 / 72.0)

G_DEFINE_BOXED_TYPE (BhChartStyle, bh_chart_style, bh_chart_style_copy, bh_chart_style_free)

BhChartStyle *
bh_chart_style_new (void)
{
  BhChartStyle *self = g_new0 (BhChartStyle, 1);

  self->palette = BH_CHART_PALETTE_LIGHT;
  self->font = pango_font_description_from_string (DEFAULT_FONT);
  self->text_scale = 1.0;

  return self;
}

BhChartStyle *
bh_chart_style_copy (const BhChartStyle *self)
{
  BhChartStyle *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->font = pango_font_description_copy (self->font);

  return copy;
}

void
bh_chart_style_free (BhChartStyle *self)
{
  if (self == NULL)
    return;

  pango_font_description_free (self->font);
  g_free (self);
}

gboolean
bh_chart_style_equal (const BhChartStyle *a, const BhChartStyle *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->palette == b->palette && pango_font_description_equal (a->font, b->font)
         && a->text_scale == b->text_scale && a->rtl == b->rtl && a->transparent == b->transparent
         && a->untitled == b->untitled;
}

void
bh_chart_style_set_font (BhChartStyle *self, const char *description)
{
  g_return_if_fail (self != NULL && description != NULL);

  pango_font_description_free (self->font);
  self->font = pango_font_description_from_string (description);
}

double
bh_chart_style_get_em (const BhChartStyle *self)
{
  double size;

  g_return_val_if_fail (self != NULL, 0);

  size = (double) pango_font_description_get_size (self->font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (self->font))
    size *= PIXELS_PER_POINT;

  return MAX (size, 1) * self->text_scale;
}
