/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-trend-forecast.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-line-layer.h"
#include "draw/bh-span-layer.h"
#include "insight/bh-figure-text.h"

static const BhTrendForecast *
get_forecast (BhTrend *trend, guint i)
{
  return &g_array_index (trend->forecast, BhTrendForecast, i);
}

static int
get_last_month (BhTrend *trend)
{
  return trend->points->len > 0 ? bh_trend_get_point (trend, trend->points->len - 1)->month : 0;
}

/* The last point before the forecast begins is where its line begins. */
static gboolean
is_joint (BhTrend *trend, guint i)
{
  const BhTrendPoint *next = i + 1 < trend->points->len ? bh_trend_get_point (trend, i + 1) : NULL;
  int first = get_forecast (trend, 0)->month;

  return bh_trend_get_point (trend, i)->month < first && (next == NULL || next->month >= first)
         && bh_trend_get_point (trend, i)->value.has_value;
}

static const BhTrendForecast *
find_forecast (BhTrend *trend, int month)
{
  for (guint i = 0; trend->forecast != NULL && i < trend->forecast->len; i++)
    if (get_forecast (trend, i)->month == month)
      return get_forecast (trend, i);

  return NULL;
}

static void
add_expected (BhChartLayer *span, BhChartLayer *line, const BhTrendForecast *forecast)
{
  bh_span_layer_add (BH_SPAN_LAYER (span), forecast->low, forecast->high);
  bh_chart_layer_add (line, forecast->value, 0, NULL);
}

void
bh_trend_forecast_add_layers (BhTrend *trend,
                              BhBandChart *chart,
                              BhChartLayer **line,
                              BhChartLayer **span)
{
  *span = bh_span_layer_new (_ ("Likely range"), BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  *line = bh_line_layer_new (_ ("Forecast"), BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START,
                             BH_LINE_EXPECTED, FALSE);
  for (guint i = 0; i < trend->points->len; i++)
    {
      const BhTrendPoint *point = bh_trend_get_point (trend, i);
      const BhTrendForecast *forecast = find_forecast (trend, point->month);
      double number = bh_figure_value_get_number (trend->figure, &point->value);

      if (forecast != NULL)
        add_expected (*span, *line, forecast);
      else if (is_joint (trend, i))
        add_expected (*span, *line, &(BhTrendForecast){ point->month, number, number, number });
      else
        {
          bh_chart_layer_add_gap (*span);
          bh_chart_layer_add_gap (*line);
        }
    }
  for (guint i = 0; i < trend->forecast->len; i++)
    if (get_forecast (trend, i)->month > get_last_month (trend))
      add_expected (*span, *line, get_forecast (trend, i));
  bh_band_chart_add_layer (chart, *span);
  bh_band_chart_add_layer (chart, *line);
}

char *
bh_trend_forecast_dup_text (BhTrend *trend, int month)
{
  const BhTrendForecast *forecast = find_forecast (trend, month);
  GString *text;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *range = NULL;

  if (forecast == NULL)
    return NULL;

  value = bh_figure_format_number (trend->figure, forecast->value);
  low = bh_figure_format_number (trend->figure, forecast->low);
  high = bh_figure_format_number (trend->figure, forecast->high);
  range = g_strdup_printf ("%s – %s", low, high);
  text = g_string_new (NULL);
  bh_chart_words_add_line (text, _ ("Forecast"), value);
  bh_chart_words_add_line (text, _ ("Likely range"), range);

  return g_string_free (text, FALSE);
}

/* What is not known yet has no value; the note says what is expected. */
static void
add_row (BhChartTable *table, const char *month, const char *text)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  g_autofree char *note = g_strdelimit (g_strdup (text), "\n", ' ');
  guint n = g_strv_length (table->headings);

  g_strv_builder_add (row, month);
  for (guint i = 1; i + 1 < n; i++)
    g_strv_builder_add (row, BH_FIGURE_NO_VALUE);
  g_strv_builder_add (row, note);
  g_ptr_array_add (table->rows, g_strv_builder_end (row));
}

void
bh_trend_forecast_add_months (BhTrend *trend, BhBandChart *chart, BhChartTable *table)
{
  for (guint i = 0; i < trend->forecast->len; i++)
    {
      int month = get_forecast (trend, i)->month;
      g_autofree char *label = bh_chart_words_dup_month (month);
      g_autofree char *year = month % 100 == 1 ? bh_chart_words_dup_year (month) : NULL;
      g_autofree char *text = NULL;

      if (month <= get_last_month (trend))
        continue;
      text = bh_trend_forecast_dup_text (trend, month);
      bh_band_chart_add_mark (chart, label, bh_chart_words_get_month_name (month), year, text,
                              NULL);
      add_row (table, label, text);
    }
}
