/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-trend-outlook.h"

#include "insight/bh-forecast.h"
#include "insight/bh-figure-text.h"

/* How many months a forecast is made from. */
#define MOST_MONTHS 36

static int
get_month (BhInsight *insight, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (bh_insight_get_time (insight), instant, &local);

  return local.month;
}

/* The values up to the last one without a gap. What the office's first month counts may have begun
 * in its middle. */
static GArray *
list_values (BhTrend *history)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  guint first = history->points->len;

  while (first > 0 && bh_trend_get_point (history, first - 1)->value.has_value)
    first--;
  if (first > 0)
    first++;
  for (guint i = first; i < history->points->len; i++)
    {
      double value
          = bh_figure_value_get_number (history->figure, &bh_trend_get_point (history, i)->value);

      g_array_append_val (values, value);
    }

  return values;
}

/* No count is below 0, and no share above 1. */
static double
limit (const BhFigureInfo *figure, double value)
{
  return CLAMP (value, 0, figure->form == BH_FIGURE_SHARE ? 1 : G_MAXDOUBLE);
}

static void
take_points (BhTrend *trend, int first_month, const BhForecastPoint *points)
{
  trend->forecast = g_array_new (FALSE, FALSE, sizeof (BhTrendForecast));
  for (guint i = 0; i < BH_OUTLOOK_MONTHS; i++)
    {
      BhTrendForecast forecast
          = { bh_month_shift (first_month, (int) i), limit (trend->figure, points[i].value),
              limit (trend->figure, points[i].lower), limit (trend->figure, points[i].upper) };

      g_array_append_val (trend->forecast, forecast);
    }
}

gboolean
bh_trend_outlook_add (BhTrend *trend, BhInsight *insight, GError **error)
{
  int present = get_month (insight, bh_insight_get_as_of (insight));
  int last;
  BhForecastPoint points[BH_OUTLOOK_MONTHS];
  BhFigureId figure;
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (BhTrend) history = NULL;
  g_autoptr (GArray) values = NULL;

  g_return_val_if_fail (trend != NULL && insight != NULL, FALSE);

  last = bh_trend_get_point (trend, trend->points->len - 1)->month;
  if (last < bh_month_shift (present, -1) || last > present)
    return TRUE;

  if (!bh_figure_find (trend->figure->key, &figure))
    g_return_val_if_reached (TRUE);
  filter = bh_ticket_filter_parse (trend->scope, error);
  if (filter != NULL)
    history = bh_trend_compute (insight, figure, bh_month_shift (present, -1), MOST_MONTHS, filter,
                                error);
  if (history == NULL)
    return FALSE;

  values = list_values (history);
  if (bh_forecast_compute ((const double *) (gpointer) values->data, values->len, points,
                           BH_OUTLOOK_MONTHS)
      != BH_FORECAST_NONE)
    take_points (trend, present, points);

  return TRUE;
}
