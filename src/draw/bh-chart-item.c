/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-item.h"

#include "base/bh-i18n.h"

#include <math.h>

const char *
bh_chart_item_get_tick (const BhChartItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tick != NULL ? self->tick : self->label;
}

char *
bh_chart_value_dup_text (BhChartNumbers numbers, double value)
{
  if (isnan (value))
    return g_strdup ("–");

  return bh_chart_number_dup_text (numbers, value, numbers == BH_CHART_COUNTS ? 0 : 1);
}

char *
bh_chart_value_dup_text_with_unit (BhChartNumbers numbers, double value, const char *unit)
{
  g_autofree char *number = bh_chart_value_dup_text (numbers, value);

  if (unit == NULL || *unit == '\0' || isnan (value))
    return g_steal_pointer (&number);

  /* Translators: a number and its unit: "3.2 hours" */
  return g_strdup_printf (C_ ("chart", "%1$s %2$s"), number, unit);
}
