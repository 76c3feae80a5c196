/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-heat-scale.h"

#include "base/bh-i18n.h"

#include <math.h>
#include <stdlib.h>

/* So many times the middle value make the greatest one an exception. */
#define SKEWED 6
#define STEPS 6
/* The least there is differs from nothing. */
#define LEAST_LEVEL 0.12

static int
compare_values (const void *a, const void *b)
{
  const double *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

/* One class a number: 1, 2, 3 … */
static void
fit_each (BhHeatScale *self)
{
  self->n = (guint) self->highest;
  for (guint i = 0; i < self->n; i++)
    self->from[i] = i + 1;
}

/* 1, 2, 5, 10, 20 …: the last of them that are reached; the first class takes what is below. */
static void
fit_powers (BhHeatScale *self)
{
  static const double steps[] = { 1, 2, 5 };
  double limits[3 * 18], power = 1;
  guint n = 0;

  while (n < G_N_ELEMENTS (limits))
    {
      double limit = steps[n % 3] * power;

      if (limit > self->highest)
        break;
      limits[n++] = limit;
      if (n % 3 == 0)
        power *= 10;
    }
  self->n = MIN (n, STEPS);
  for (guint i = 0; i < self->n; i++)
    self->from[i] = limits[n - self->n + i];
  self->from[0] = 1;
}

/* Steps of the same size, from the round number below the least value. */
static void
fit_steps (BhHeatScale *self, double lowest)
{
  BhChartAxis axis;

  if (self->numbers == BH_CHART_COUNTS)
    lowest = 0;
  bh_chart_axis_fit (&axis, self->numbers, lowest, self->highest, STEPS);
  self->n = 0;
  for (guint i = 0; i < axis.n_steps && self->n < BH_HEAT_CLASSES; i++)
    {
      double from = bh_chart_axis_get_tick (&axis, i);

      /* 1 to 5, 6 to 10 …: nothing is in no class. */
      if (self->numbers == BH_CHART_COUNTS)
        from++;
      if (i > 0 && from > self->highest)
        break;
      self->from[self->n++] = from;
    }
}

void
bh_heat_scale_fit (BhHeatScale *self, BhChartNumbers numbers, const double *values, guint n)
{
  g_autofree double *sorted = g_new0 (double, MAX (n, 1));
  guint n_values = 0;

  g_return_if_fail (self != NULL && (values != NULL || n == 0));

  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]) && (numbers != BH_CHART_COUNTS || values[i] > 0))
      sorted[n_values++] = values[i];
  qsort (sorted, n_values, sizeof *sorted, compare_values);

  self->numbers = numbers;
  self->n = 0;
  self->highest = n_values > 0 ? sorted[n_values - 1] : 0;
  if (n_values == 0)
    return;
  if (numbers == BH_CHART_COUNTS && self->highest <= BH_HEAT_CLASSES)
    fit_each (self);
  else if (numbers == BH_CHART_COUNTS && self->highest > SKEWED * sorted[n_values / 2])
    fit_powers (self);
  else
    fit_steps (self, sorted[0]);
}

int
bh_heat_scale_find (const BhHeatScale *self, double value)
{
  int found = -1;

  if (isnan (value) || (self->numbers == BH_CHART_COUNTS && value <= 0))
    return -1;
  for (guint i = 0; i < self->n; i++)
    if (i == 0 || value >= self->from[i])
      found = (int) i;

  return found;
}

double
bh_heat_scale_get_level (const BhHeatScale *self, guint i)
{
  return self->n > 1 ? LEAST_LEVEL + (1 - LEAST_LEVEL) * i / (self->n - 1) : 0.5;
}

char *
bh_heat_scale_dup_text (const BhHeatScale *self, guint i)
{
  gboolean counts = self->numbers == BH_CHART_COUNTS;
  g_autofree char *from = bh_chart_number_dup_text (
      self->numbers, self->from[i],
      self->numbers == BH_CHART_AMOUNTS && self->from[i] != floor (self->from[i]) ? 1 : 0);
  double last = counts ? self->from[i] : self->highest;
  g_autofree char *to = NULL;

  if (i + 1 < self->n)
    last = counts ? self->from[i + 1] - 1 : self->from[i + 1];
  else if (self->highest > self->from[i])
    /* Translators: the last class of a scale: from this number on */
    return g_strdup_printf (C_ ("chart", "≥ %s"), from);
  if (last <= self->from[i])
    return g_steal_pointer (&from);

  to = bh_chart_number_dup_text (self->numbers, last,
                                 self->numbers == BH_CHART_AMOUNTS && last != floor (last) ? 1 : 0);

  /* Translators: a class of a scale: from this number to that */
  return g_strdup_printf (C_ ("chart", "%s–%s"), from, to);
}
