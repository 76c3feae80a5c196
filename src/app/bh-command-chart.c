/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-period-options.h"
#include "base/bh-i18n.h"
#include "draw/bh-chart-file.h"
#include "draw/bh-pareto-chart.h"
#include "draw/bh-trend-chart.h"
#include "insight/bh-figure-registry.h"

#include <stdio.h>

#define WIDTH 960
#define HEIGHT 480
#define LARGEST 16384
#define LONGEST_TREND 120

typedef struct
{
  BhPeriodOptions given; /* (owned) */
  char *figure_key;      /* (owned) (nullable) */
  char *level_name;      /* (owned) (nullable) */
  char *filter_text;     /* (owned) (nullable) */
  char *size;            /* (owned) (nullable) */
  char *output;          /* (owned) (nullable) */
  BhFigureId figure;
  BhParetoLevel level;
  int width;
  int height;
  gboolean is_trend;
  BhChartStyle *style; /* (owned) (nullable) */
} ChartOptions;

static void
chart_options_clear (ChartOptions *options)
{
  bh_period_options_clear (&options->given);
  g_free (options->figure_key);
  g_free (options->level_name);
  g_free (options->filter_text);
  g_free (options->size);
  g_free (options->output);
  bh_chart_style_free (options->style);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartOptions, chart_options_clear)

static int
get_month (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return local.month;
}

/* The period that is given; else the present month. */
static gboolean
read_period (
    ChartOptions *options, BhOfficeTime *time, gint64 now, BhPeriod *period, GError **error)
{
  if (bh_period_options_is_given (&options->given))
    return bh_period_options_read (&options->given, time, period, error);

  return bh_office_time_get_month (time, get_month (time, now), period);
}

/* Thirteen months up to the one that is given, or all that the given days touch. */
static BhChart *
make_trend (ChartOptions *options,
            BhConnection *connection,
            BhOffice *office,
            const BhPeriod *period,
            BhTicketFilter *filter,
            BhInvocation *invocation,
            GError **error)
{
  BhOfficeTime *time = bh_office_get_time (office);
  int first = get_month (time, period->from), last = get_month (time, period->to - 1);
  guint n
      = options->given.from != NULL ? (guint) bh_month_count (first, last) + 1 : BH_TREND_MONTHS;
  g_autoptr (BhTrend) trend = NULL;

  if (n > LONGEST_TREND)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A trend has at most %d months; from %s to %s there are %d."), LONGEST_TREND,
                   options->given.from, options->given.to, (int) n);
      return NULL;
    }
  trend = bh_trend_compute (connection, office, options->figure, last, n,
                            bh_clock_now (invocation->clock), filter, BH_TREND_NONE,
                            invocation->cancellable, error);

  return trend != NULL ? bh_trend_chart_new (trend, office) : NULL;
}

static BhChart *
make_pareto (ChartOptions *options,
             BhConnection *connection,
             BhOffice *office,
             const BhPeriod *period,
             BhTicketFilter *filter,
             BhInvocation *invocation,
             GError **error)
{
  g_autoptr (BhChart) chart = NULL;
  g_autoptr (BhPareto) pareto
      = bh_pareto_compute (connection, office, period, bh_clock_now (invocation->clock), filter,
                           options->level, invocation->cancellable, error);

  if (pareto == NULL)
    return NULL;

  chart = bh_pareto_chart_new (pareto, office);

  return bh_chart_fit (chart, options->width, options->style);
}

static gboolean
chart_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  ChartOptions *options = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (BhTicketFilter) filter
      = bh_invocation_read_filter (invocation, options->filter_text, error);
  g_autoptr (BhChart) chart = NULL;
  BhPeriod period;

  if (filter == NULL
      || !read_period (options, bh_office_get_time (office), bh_clock_now (invocation->clock),
                       &period, error))
    return FALSE;

  chart = (options->is_trend ? make_trend : make_pareto) (options, connection, office, &period,
                                                          filter, invocation, error);

  return chart != NULL
         && bh_chart_save (chart, options->style, options->width, options->height, options->output,
                           error);
}

static gboolean
read_figure (ChartOptions *options, GError **error)
{
  g_autoptr (GString) known = NULL;
  const BhFigureInfo *infos;
  guint n;

  options->figure = BH_FIGURE_RECEIVED;
  if (options->figure_key == NULL || bh_figure_find (options->figure_key, &options->figure))
    return TRUE;

  infos = bh_figures_list (&n);
  known = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", infos[i].key);

  return bh_usage_fail (error, _ ("There is no figure “%s”; there are: %s."), options->figure_key,
                        known->str);
}

static gboolean
read_level (ChartOptions *options, GError **error)
{
  options->level = BH_PARETO_LEAF;
  if (options->level_name == NULL || g_str_equal (options->level_name, "leaf"))
    return TRUE;
  options->level = BH_PARETO_TOP;
  if (g_str_equal (options->level_name, "top"))
    return TRUE;

  return bh_usage_fail (error, _ ("There is no level “%s”; there are: leaf, top."),
                        options->level_name);
}

static gboolean
read_size (ChartOptions *options, GError **error)
{
  char rest;

  options->width = WIDTH;
  options->height = HEIGHT;
  if (options->size == NULL
      || (sscanf (options->size, "%5dx%5d%c", &options->width, &options->height, &rest) == 2
          && options->width >= 1 && options->width <= LARGEST && options->height >= 1
          && options->height <= LARGEST))
    return TRUE;

  return bh_usage_fail (error, _ ("“%s” is no size; write it like %dx%d, in pixels."),
                        options->size, WIDTH, HEIGHT);
}

static gboolean
read_chart (ChartOptions *options, const char *name, GError **error)
{
  options->is_trend = g_str_equal (name, "trend");
  if (!options->is_trend && !g_str_equal (name, "pareto"))
    return bh_usage_fail (error, _ ("There is no chart “%s”; there are: trend, pareto."), name);
  if (options->is_trend && options->level_name != NULL)
    return bh_usage_fail (error, _ ("--level is for the chart pareto alone."));
  if (!options->is_trend && options->figure_key != NULL)
    return bh_usage_fail (error, _ ("--figure is for the chart trend alone."));
  if (options->output == NULL)
    return bh_usage_fail (error, _ ("Say --output FILE.png or FILE.svg."));

  return TRUE;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (ChartOptions) chart = { { NULL } };
  const GOptionEntry options[] = {
    { "figure", 0, 0, G_OPTION_ARG_STRING, &chart.figure_key,
      N_ ("Of trend: the figure (default: received)"), N_ ("KEY") },
    { "level", 0, 0, G_OPTION_ARG_STRING, &chart.level_name,
      N_ ("Of pareto: leaf or top categories (default: leaf)"), N_ ("LEVEL") },
    { "month", 0, 0, G_OPTION_ARG_STRING, &chart.given.month,
      N_ ("The month; of trend: the last of 13 (default: this month)"), "YYYY-MM" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &chart.given.from, N_ ("First day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &chart.given.to, N_ ("First day after the period"),
      N_ ("DATE") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &chart.filter_text, N_ ("Only these tickets"),
      N_ ("EXPR") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &chart.size, N_ ("Pixels (default: 960x480)"),
      N_ ("WIDTHxHEIGHT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &chart.output, N_ ("The picture, .png or .svg"),
      N_ ("FILE") },
    { NULL },
  };

  if (!bh_invocation_parse (invocation, options, 1, 1, error)
      || !read_chart (&chart, bh_invocation_get_word (invocation, 0), error)
      || !read_figure (&chart, error) || !read_level (&chart, error) || !read_size (&chart, error)
      || !bh_period_options_check (&chart.given, FALSE, error))
    return FALSE;
  chart.style = bh_chart_style_new ();

  return bh_invocation_read (invocation, chart_cb, &chart, error);
}

const BhCommand bh_command_chart = {
  .name = "chart",
  .arguments = "trend|pareto [--figure KEY] [--level leaf|top] [--month YYYY-MM | --from DATE --to "
               "DATE] [--filter EXPR] [--size WxH] --output FILE.png|FILE.svg",
  .summary = N_ ("Draws a chart of the figures as a picture."),
  .run = run,
};
