/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-axis.h"

G_BEGIN_DECLS

/** BH_HEAT_CLASSES: as many steps of one colour can be told apart */
#define BH_HEAT_CLASSES 7

/**
 * BhHeatScale:
 * @n: number of classes; 0 where there is no value
 * @from: (array length=n): the least value of each, rising
 * @highest: the greatest value there is
 *
 * Classes of values, each with a colour of its own: what can be read off a map again.
 */
typedef struct
{
  BhChartNumbers numbers;
  guint n;
  double from[BH_HEAT_CLASSES];
  double highest;
} BhHeatScale;

/**
 * bh_heat_scale_fit:
 * @values: (array length=n): NAN: none
 *
 * Chooses classes with round limits. Counts have one for each number where those are few; else
 * steps of the same size; and where a few cells have very many, steps of 1, 2 and 5 times a power
 * of ten, so that the others do not all look alike. A count of 0 is in no class.
 */
void bh_heat_scale_fit (BhHeatScale *self, BhChartNumbers numbers, const double *values, guint n);

/** bh_heat_scale_find: Returns: the class of @value; -1 of a count of 0, and of NAN */
int bh_heat_scale_find (const BhHeatScale *self, double value);
/** bh_heat_scale_get_level: Returns: how much class @i is, see bh_chart_palette_get_level() */
double bh_heat_scale_get_level (const BhHeatScale *self, guint i);
/** bh_heat_scale_dup_text: Returns: (transfer full): "6–10" */
char *bh_heat_scale_dup_text (const BhHeatScale *self, guint i);

G_END_DECLS
