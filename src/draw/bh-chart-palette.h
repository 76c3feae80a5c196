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
 * @BH_CHART_ROLE_OTHER: what is left beside the categories
 * @BH_CHART_ROLE_LIMIT: a bound that follows from the values themselves
 * @BH_CHART_ROLE_CATEGORY: the first of %BH_N_CHART_CATEGORIES areas side by side that have no
 *   order; fill them by bh_chart_fill_role(), which gives each a hatching and an edge
 * @BH_CHART_ROLE_LEVEL: the first of %BH_N_CHART_LEVELS steps from little to much; see
 *   bh_chart_palette_get_level()
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
  BH_CHART_ROLE_OTHER,
  BH_CHART_ROLE_LIMIT,
  BH_CHART_ROLE_GOOD,
  BH_CHART_ROLE_AMBER,
  BH_CHART_ROLE_BAD,
  BH_CHART_ROLE_CATEGORY,
  BH_CHART_ROLE_LEVEL = BH_CHART_ROLE_CATEGORY + 8,
} BhChartRole;

#define BH_N_CHART_CATEGORIES 8
#define BH_N_CHART_LEVELS 7
#define BH_N_CHART_ROLES (BH_CHART_ROLE_LEVEL + BH_N_CHART_LEVELS)

/**
 * BhChartPalette:
 * @page: what is behind a transparent chart: Adwaita's cards
 * @dim: of text that explains
 * @grid: of lines that lead the eye
 * @edge: around areas whose colours are as light as what is behind them
 * @fill: opacity of the area below a line; 0: none
 * @pale: opacity of what counts less
 * @hatch: opacity of the hatching of a category
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
  BhChartColor edge;
  BhChartColor roles[BH_N_CHART_ROLES];
  double fill;
  double pale;
  double hatch;
  double stroke;
} BhChartPalette;

/** bh_chart_palette_get: Returns: (transfer none): the colours of @kind: those that Okabe and Ito
 * chose because everybody can tell them apart */
const BhChartPalette *bh_chart_palette_get (BhChartPaletteKind kind);

/** bh_chart_palette_for_style: fills @self with the colours of @style, @background being what is
 * really behind the chart */
void bh_chart_palette_for_style (BhChartPalette *self, const BhChartStyle *style);
/** bh_chart_palette_get_level: Returns: the colour of how much there is, @share being from 0 to 1:
 * in even steps to the eye, away from the background */
BhChartColor bh_chart_palette_get_level (const BhChartPalette *self, double share);
/** bh_chart_palette_get_text_on: Returns: black or white, what can be read better on @color */
BhChartColor bh_chart_palette_get_text_on (const BhChartColor *color);

/** bh_chart_color_contrast: Returns: contrast ratio of WCAG 2, from 1 to 21 */
double bh_chart_color_contrast (const BhChartColor *a, const BhChartColor *b);

/** bh_chart_color_mix: Returns: @share of @a over @b, opaque */
BhChartColor bh_chart_color_mix (const BhChartColor *a, const BhChartColor *b, double share);

/** bh_chart_color_use: makes @color the source of @cr, times @alpha */
void bh_chart_color_use (const BhChartColor *color, cairo_t *cr, double alpha);

/** bh_chart_fill_role: fills the path of @cr, which is gone then, with the colour of @role; a
 * category with its hatching, so that they differ for who sees no colours. @em: size of the
 * labels' font */
void bh_chart_fill_role (const BhChartPalette *self, cairo_t *cr, BhChartRole role, double em);

G_END_DECLS
