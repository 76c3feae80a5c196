/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-palette.h"

#include <math.h>

/* clang-format off */
#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1 }
/* clang-format on */

/* Okabe and Ito, "Color Universal Design": eight colours. The purple is darker on white than
 * theirs, and the yellow stays away from it: lines want a contrast of 3 to 1. */
#define BLUE RGB (0x0072b2)
#define SKY RGB (0x56b4e9)
#define GREEN RGB (0x009e73)
#define VERMILION RGB (0xd55e00)
#define ORANGE RGB (0xe69f00)
#define YELLOW RGB (0xf0e442)
#define PURPLE RGB (0xcc79a7)
#define DEEP_PURPLE RGB (0xb35488)

/* As they are, for areas with an edge; their order keeps neighbours apart. */
#define CATEGORIES(first, fifth, last) first, ORANGE, GREEN, PURPLE, fifth, VERMILION, YELLOW, last

/* In even steps of lightness, in one hue. */
#define LEVELS_ON_WHITE                                                                            \
  RGB (0xe3eef8), RGB (0xbfdaee), RGB (0x92c0e0), RGB (0x5ea2cf), RGB (0x2f82ba), RGB (0x0f5f99),  \
      RGB (0x083c69)
#define LEVELS_ON_BLACK                                                                            \
  RGB (0x223443), RGB (0x264d6a), RGB (0x2a6793), RGB (0x3382b8), RGB (0x4d9fd6), RGB (0x83c1ec),  \
      RGB (0xc2e4fb)

static const BhChartPalette palettes[BH_N_CHART_PALETTES] = {
  [BH_CHART_PALETTE_LIGHT] = {
    .background = RGB (0xffffff),
    .page = RGB (0xffffff),
    .text = RGB (0x2e3436),
    .dim = RGB (0x66696d),
    .grid = { 0, 0, 0.02, 0.1 },
    .axis = RGB (0xa8a8ac),
    .edge = RGB (0x4a4a50),
    .roles = {
      [BH_CHART_ROLE_VALUE] = BLUE,
      [BH_CHART_ROLE_MEDIAN] = RGB (0x008a64),
      [BH_CHART_ROLE_P90] = DEEP_PURPLE,
      [BH_CHART_ROLE_TARGET] = VERMILION,
      [BH_CHART_ROLE_CUMULATED] = VERMILION,
      [BH_CHART_ROLE_PREVIOUS] = RGB (0x2e3436),
      [BH_CHART_ROLE_OTHER] = RGB (0x6a6d71),
      [BH_CHART_ROLE_LIMIT] = RGB (0x66696d),
      [BH_CHART_ROLE_GOOD] = RGB (0x00845f),
      [BH_CHART_ROLE_AMBER] = RGB (0xb87400),
      [BH_CHART_ROLE_BAD] = RGB (0xc01c28),
      [BH_CHART_ROLE_CATEGORY] = CATEGORIES (BLUE, SKY, RGB (0x303036)),
      [BH_CHART_ROLE_LEVEL] = LEVELS_ON_WHITE,
    },
    .fill = 0.13,
    .pale = 0.42,
    .hatch = 0.34,
    .stroke = 1,
  },
  [BH_CHART_PALETTE_DARK] = {
    .background = RGB (0x1e1e1e),
    .page = RGB (0x363636),
    .text = RGB (0xf2f2f2),
    .dim = RGB (0xa6a6aa),
    .grid = { 1, 1, 1, 0.11 },
    .axis = RGB (0x707074),
    .edge = RGB (0xe4e4e8),
    .roles = {
      [BH_CHART_ROLE_VALUE] = SKY,
      [BH_CHART_ROLE_MEDIAN] = RGB (0x1fbf92),
      [BH_CHART_ROLE_P90] = PURPLE,
      [BH_CHART_ROLE_TARGET] = RGB (0xf08040),
      [BH_CHART_ROLE_CUMULATED] = RGB (0xf08040),
      [BH_CHART_ROLE_PREVIOUS] = RGB (0xf2f2f2),
      [BH_CHART_ROLE_OTHER] = RGB (0x9a9aa0),
      [BH_CHART_ROLE_LIMIT] = RGB (0xa6a6aa),
      [BH_CHART_ROLE_GOOD] = RGB (0x33c79b),
      [BH_CHART_ROLE_AMBER] = RGB (0xf5b83d),
      [BH_CHART_ROLE_BAD] = RGB (0xff6b5e),
      [BH_CHART_ROLE_CATEGORY] = CATEGORIES (RGB (0x2f8fd0), RGB (0x8ed0f8), RGB (0xe8e8ec)),
      [BH_CHART_ROLE_LEVEL] = LEVELS_ON_BLACK,
    },
    .fill = 0.16,
    .pale = 0.45,
    .hatch = 0.4,
    .stroke = 1,
  },
  [BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT] = {
    .background = RGB (0xffffff),
    .page = RGB (0xffffff),
    .text = RGB (0x000000),
    .dim = RGB (0x1c1c1c),
    .grid = RGB (0x949494),
    .axis = RGB (0x000000),
    .edge = RGB (0x000000),
    .roles = {
      [BH_CHART_ROLE_VALUE] = RGB (0x004c7a),
      [BH_CHART_ROLE_MEDIAN] = RGB (0x00573f),
      [BH_CHART_ROLE_P90] = RGB (0x7d2f5b),
      [BH_CHART_ROLE_TARGET] = RGB (0x8f3c00),
      [BH_CHART_ROLE_CUMULATED] = RGB (0x8f3c00),
      [BH_CHART_ROLE_PREVIOUS] = RGB (0x000000),
      [BH_CHART_ROLE_OTHER] = RGB (0x4a4a50),
      [BH_CHART_ROLE_LIMIT] = RGB (0x1c1c1c),
      [BH_CHART_ROLE_GOOD] = RGB (0x00573f),
      [BH_CHART_ROLE_AMBER] = RGB (0x7a4a00),
      [BH_CHART_ROLE_BAD] = RGB (0x9c0f1a),
      [BH_CHART_ROLE_CATEGORY] = CATEGORIES (BLUE, SKY, RGB (0x303036)),
      [BH_CHART_ROLE_LEVEL] = LEVELS_ON_WHITE,
    },
    .fill = 0,
    .pale = 0.55,
    .hatch = 0.8,
    .stroke = 1.4,
  },
  [BH_CHART_PALETTE_HIGH_CONTRAST_DARK] = {
    .background = RGB (0x000000),
    .page = RGB (0x363636),
    .text = RGB (0xffffff),
    .dim = RGB (0xe6e6e6),
    .grid = RGB (0x6e6e6e),
    .axis = RGB (0xffffff),
    .edge = RGB (0xffffff),
    .roles = {
      [BH_CHART_ROLE_VALUE] = RGB (0x7cc8f5),
      [BH_CHART_ROLE_MEDIAN] = RGB (0x3fdcb0),
      [BH_CHART_ROLE_P90] = RGB (0xf0a4ce),
      [BH_CHART_ROLE_TARGET] = ORANGE,
      [BH_CHART_ROLE_CUMULATED] = ORANGE,
      [BH_CHART_ROLE_PREVIOUS] = YELLOW,
      [BH_CHART_ROLE_OTHER] = RGB (0xc8c8cc),
      [BH_CHART_ROLE_LIMIT] = RGB (0xe6e6e6),
      [BH_CHART_ROLE_GOOD] = RGB (0x3fdcb0),
      [BH_CHART_ROLE_AMBER] = RGB (0xffc04d),
      [BH_CHART_ROLE_BAD] = RGB (0xff8a80),
      [BH_CHART_ROLE_CATEGORY] = CATEGORIES (RGB (0x2f8fd0), RGB (0x8ed0f8), RGB (0xe8e8ec)),
      [BH_CHART_ROLE_LEVEL] = LEVELS_ON_BLACK,
    },
    .fill = 0,
    .pale = 0.6,
    .hatch = 0.8,
    .stroke = 1.4,
  },
};

const BhChartPalette *
bh_chart_palette_get (BhChartPaletteKind kind)
{
  g_return_val_if_fail ((guint) kind < BH_N_CHART_PALETTES, &palettes[0]);

  return &palettes[kind];
}

void
bh_chart_palette_for_style (BhChartPalette *self, const BhChartStyle *style)
{
  g_return_if_fail (self != NULL && style != NULL);

  *self = *bh_chart_palette_get (style->palette);
  if (style->transparent)
    self->background = self->page;
}

BhChartColor
bh_chart_palette_get_level (const BhChartPalette *self, double share)
{
  double place = CLAMP (share, 0, 1) * (BH_N_CHART_LEVELS - 1);
  guint step = MIN ((guint) place, BH_N_CHART_LEVELS - 2);
  const BhChartColor *from = &self->roles[BH_CHART_ROLE_LEVEL + step];

  return bh_chart_color_mix (from + 1, from, place - step);
}

BhChartColor
bh_chart_palette_get_text_on (const BhChartColor *color)
{
  const BhChartColor black = RGB (0x000000), white = RGB (0xffffff);

  return bh_chart_color_contrast (color, &black) > bh_chart_color_contrast (color, &white) ? black
                                                                                           : white;
}

static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const BhChartColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

double
bh_chart_color_contrast (const BhChartColor *a, const BhChartColor *b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

BhChartColor
bh_chart_color_mix (const BhChartColor *a, const BhChartColor *b, double share)
{
  BhChartColor mixed = {
    a->red * share + b->red * (1 - share),
    a->green * share + b->green * (1 - share),
    a->blue * share + b->blue * (1 - share),
    1,
  };

  return mixed;
}

void
bh_chart_color_use (const BhChartColor *color, cairo_t *cr, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}
