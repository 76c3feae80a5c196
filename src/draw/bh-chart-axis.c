/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-axis.h"

#include <math.h>
#include <string.h>

/* Sums of binary fractions miss round numbers by a hair. */
#define NEARLY 1e-9
/* An axis of shares that does not begin at 0 spans so much: else chance looks like change. */
#define LEAST_SHARES 0.1

static const double round_steps[] = { 1, 2, 2.5, 5, 10 };
static const double shared_steps[] = { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 };

/* The least round step that is not below @least. */
static double
find_step (double least, BhChartNumbers numbers, const double *steps, guint n_steps)
{
  double power = pow (10, floor (log10 (least) + NEARLY));

  if (numbers == BH_CHART_COUNTS && power < 1)
    return 1;

  for (guint i = 0; i < n_steps; i++)
    {
      double step = steps[i] * power;

      /* Half a ticket is none. */
      if (numbers == BH_CHART_COUNTS && fabs (step - round (step)) > NEARLY)
        continue;
      if (step >= least * (1 - NEARLY))
        return step;
    }

  return 10 * power;
}

static double
get_lower_end (BhChartNumbers numbers, double low, double high)
{
  if (low < 0)
    return low;
  if (numbers == BH_CHART_PERCENTS && low > 0.5 && high > low)
    return MIN (MAX (0.5, low - (high - low) / 2), high - LEAST_SHARES);

  return 0;
}

static double
get_upper_end (BhChartNumbers numbers, double high)
{
  switch (numbers)
    {
    case BH_CHART_COUNTS:
      return MAX (high, 1);
    case BH_CHART_PERCENTS:
      return high > 0 ? high : 1;
    case BH_CHART_AMOUNTS:
      return high > 0 ? high : 1;
    default:
      g_assert_not_reached ();
    }
}

void
bh_chart_axis_fit (
    BhChartAxis *self, BhChartNumbers numbers, double low, double high, guint most_steps)
{
  double lower, upper, first, last;

  g_return_if_fail (self != NULL && isfinite (low) && isfinite (high));

  lower = get_lower_end (numbers, low, high);
  upper = MAX (get_upper_end (numbers, high), lower);
  most_steps = MAX (most_steps, 1);

  self->numbers = numbers;
  self->step
      = find_step ((upper - lower) / most_steps, numbers, round_steps, G_N_ELEMENTS (round_steps));
  first = floor (lower / self->step + NEARLY);
  last = ceil (upper / self->step - NEARLY);

  self->min = first * self->step;
  self->max = last * self->step;
  self->n_steps = (guint) MAX (last - first, 1);
}

void
bh_chart_axis_fit_steps (BhChartAxis *self, BhChartNumbers numbers, double high, guint n_steps)
{
  g_return_if_fail (self != NULL && isfinite (high) && n_steps > 0);

  self->numbers = numbers;
  self->step = find_step (get_upper_end (numbers, high) / n_steps, numbers, shared_steps,
                          G_N_ELEMENTS (shared_steps));
  self->min = 0;
  self->max = self->step * n_steps;
  self->n_steps = n_steps;
}

double
bh_chart_axis_place (const BhChartAxis *self, double value)
{
  g_return_val_if_fail (self != NULL && self->max > self->min, 0);

  return (value - self->min) / (self->max - self->min);
}

double
bh_chart_axis_get_tick (const BhChartAxis *self, guint i)
{
  g_return_val_if_fail (self != NULL && i <= self->n_steps, 0);

  return self->min + self->step * i;
}

static guint
count_decimals (double step)
{
  guint decimals = 0;

  while (decimals < 6 && fabs (step - round (step)) > 1e-6)
    {
      step *= 10;
      decimals++;
    }

  return decimals;
}

char *
bh_chart_axis_dup_tick_text (const BhChartAxis *self, guint i)
{
  double step;

  g_return_val_if_fail (self != NULL && i <= self->n_steps, NULL);

  step = self->numbers == BH_CHART_PERCENTS ? self->step * 100 : self->step;

  return bh_chart_number_dup_text (self->numbers, bh_chart_axis_get_tick (self, i),
                                   count_decimals (step));
}

char *
bh_chart_number_dup_text (BhChartNumbers numbers, double value, guint decimals)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
  char format[8];
  GString *text;
  const char *whole;
  gsize length;

  g_return_val_if_fail (isfinite (value) && decimals < 10, g_strdup (""));

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (digits, sizeof digits, format,
                   fabs (numbers == BH_CHART_PERCENTS ? value * 100 : value));
  text = g_string_new (value < 0 && strpbrk (digits, "123456789") != NULL ? "\342\210\222" : NULL);
  whole = digits;
  length = strcspn (digits, ".");
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, whole[i]);
    }
  g_string_append (text, digits + length);
  if (numbers == BH_CHART_PERCENTS)
    g_string_append_c (text, '%');

  return g_string_free (text, FALSE);
}
