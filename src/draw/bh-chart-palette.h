/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-style.h"

#include <cairo.h>

G_BEGIN_DECLS

/** BhChartColor: red, green, blue and opacity from 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} BhChartColor;

/**
 * BhChartRole:
 *
 * What a colour means. A meaning keeps its hue in every chart, light and dark.
 */
typedef enum
{
  BH_CHART_ROLE_VALUE,
  BH_CHART_ROLE_MEDIAN,
  BH_CHART_ROLE_P90,
  BH_CHART_ROLE_TARGET,
  BH_CHART_ROLE_CUMULATED,
  BH_CHART_ROLE_PREVIOUS,
} BhChartRole;

#define BH_N_CHART_ROLES 6

/**
 * BhChartPalette:
 * @page: what is behind a transparent chart: Adwaita's cards
 * @dim: of text that explains
 * @grid: of lines that lead the eye
 * @fill: opacity of the area below a line; 0: none
 * @pale: opacity of what counts less
 * @stroke: times the width of every line
 */
typedef struct
{
  BhChartColor background;
  BhChartColor page;
  BhChartColor text;
  BhChartColor dim;
  BhChartColor grid;
  BhChartColor axis;
  BhChartColor roles[BH_N_CHART_ROLES];
  double fill;
  double pale;
  double stroke;
} BhChartPalette;

/** bh_chart_palette_get: Returns: (transfer none): the colours of @kind: those that Okabe and Ito
 * chose because everybody can tell them apart */
const BhChartPalette *bh_chart_palette_get (BhChartPaletteKind kind);

/** bh_chart_color_contrast: Returns: contrast ratio of WCAG 2, from 1 to 21 */
double bh_chart_color_contrast (const BhChartColor *a, const BhChartColor *b);

/** bh_chart_color_mix: Returns: @share of @a over @b, opaque */
BhChartColor bh_chart_color_mix (const BhChartColor *a, const BhChartColor *b, double share);

/** bh_chart_color_use: makes @color the source of @cr, times @alpha */
void bh_chart_color_use (const BhChartColor *color, cairo_t *cr, double alpha);

G_END_DECLS
