/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-period-options.h"
#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "draw/bh-chart-catalog.h"
#include "draw/bh-chart-file.h"

#include <stdio.h>

#define WIDTH 960
#define HEIGHT 480
#define LARGEST 16384
#define LONGEST_TREND 120

typedef struct
{
  BhPeriodOptions given; /* (owned) */
  char *figure_key;      /* (owned) (nullable) */
  char *variant;         /* (owned) (nullable) */
  char *filter_text;     /* (owned) (nullable) */
  char *size;            /* (owned) (nullable) */
  char *output;          /* (owned) (nullable) */
  gboolean list;
  const BhChartInfo *info;
  BhFigureId figure;
  int width;
  int height;
  BhChartStyle *style; /* (owned) (nullable) */
} ChartOptions;

static void
chart_options_clear (ChartOptions *options)
{
  bh_period_options_clear (&options->given);
  g_free (options->figure_key);
  g_free (options->variant);
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

/* Nobody looks at a line of more months. */
static gboolean
check_length (ChartOptions *options, BhOfficeTime *time, const BhPeriod *period, GError **error)
{
  int n = bh_month_count (get_month (time, period->from), get_month (time, period->to - 1)) + 1;

  if (!options->info->has_figure || n <= LONGEST_TREND)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("A trend has at most %d months; from %s to %s there are %d."), LONGEST_TREND,
               options->given.from, options->given.to, n);

  return FALSE;
}

static gboolean
chart_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  ChartOptions *options = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (BhTicketFilter) filter
      = bh_invocation_read_filter (invocation, options->filter_text, error);
  gint64 now = bh_clock_now (invocation->clock);
  BhChartQuestion question
      = { .filter = filter, .figure = options->figure, .variant = options->variant };
  g_autoptr (BhInsight) insight = NULL;
  g_autoptr (BhChart) chart = NULL;
  g_autoptr (BhChart) fitting = NULL;

  if (filter == NULL
      || !read_period (options, bh_office_get_time (office), now, &question.period, error)
      || !check_length (options, bh_office_get_time (office), &question.period, error))
    return FALSE;

  insight = bh_insight_new (connection, office, now, BH_INSIGHT_EXACT, invocation->cancellable);
  chart = options->info->make (insight, &question, error);
  if (chart == NULL)
    return FALSE;
  fitting = bh_chart_fit (chart, options->width, options->style);

  return bh_chart_save (fitting, options->style, options->width, options->height, options->output,
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
read_variant (ChartOptions *options, GError **error)
{
  const BhChartVariant *variants = options->info->variants;
  g_autoptr (GString) known = NULL;

  if (options->variant == NULL || bh_chart_info_has_variant (options->info, options->variant))
    return TRUE;
  if (variants == NULL)
    return bh_usage_fail (error, _ ("The chart %s has no variants."), options->info->name);

  known = g_string_new (NULL);
  for (guint i = 0; variants[i].code != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", variants[i].code);

  return bh_usage_fail (error, _ ("There is no variant “%s”; there are: %s."), options->variant,
                        known->str);
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
  g_autoptr (GString) known = g_string_new (NULL);
  const BhChartInfo *infos;
  guint n;

  infos = bh_chart_catalog_list (&n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", infos[i].name);
  options->info = bh_chart_catalog_find (name);
  if (options->info == NULL)
    return bh_usage_fail (error, _ ("There is no chart “%s”; there are: %s."), name, known->str);
  if (!options->info->has_figure && options->figure_key != NULL)
    return bh_usage_fail (error, _ ("The chart %s is not about one figure: leave out --figure."),
                          name);
  if (options->output == NULL)
    return bh_usage_fail (error, _ ("Say --output FILE.png or FILE.svg."));

  return TRUE;
}

static char *
dup_variants (const BhChartInfo *info)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (const BhChartVariant *variant = info->variants; variant != NULL && variant->code != NULL;
       variant++)
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", variant->code);

  return g_string_free (g_steal_pointer (&codes), FALSE);
}

/* All that can be drawn, and how. */
static void
print_list (BhFormat format)
{
  static const BhPrintColumn columns[] = {
    { "name", N_ ("Name"), FALSE },
    { "title", N_ ("Title"), FALSE },
    { "figure", N_ ("Of one figure"), FALSE },
    { "variants", N_ ("Variants"), FALSE },
  };
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (format, NULL, columns, G_N_ELEMENTS (columns));
  guint n;
  const BhChartInfo *infos = bh_chart_catalog_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *variants = dup_variants (&infos[i]);

      bh_table_printer_add_text (table, infos[i].name);
      bh_table_printer_add_text (table, g_dpgettext2 (GETTEXT_PACKAGE, "chart", infos[i].title));
      bh_table_printer_add_yes (table, infos[i].has_figure);
      bh_table_printer_add_text (table, variants);
    }
  bh_table_printer_end (table);
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (ChartOptions) chart = { { NULL } };
  const GOptionEntry options[] = {
    { "figure", 0, 0, G_OPTION_ARG_STRING, &chart.figure_key,
      N_ ("Of a chart of one figure: which one (default: received)"), N_ ("KEY") },
    { "variant", 0, 0, G_OPTION_ARG_STRING, &chart.variant,
      N_ ("One of several ways to show it, “leaf” or “top” categories"), N_ ("CODE") },
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
    { "list", 0, 0, G_OPTION_ARG_NONE, &chart.list,
      N_ ("The charts there are, instead of drawing one"), NULL },
    { NULL },
  };

  if (!bh_invocation_parse (invocation, options, 0, 1, error))
    return FALSE;
  if (chart.list)
    {
      print_list (invocation->format);
      return TRUE;
    }
  if (bh_invocation_get_word (invocation, 0) == NULL)
    return bh_usage_fail (error, _ ("Say which chart; “bihuan chart --list” names them all."));
  if (!read_chart (&chart, bh_invocation_get_word (invocation, 0), error)
      || !read_figure (&chart, error) || !read_variant (&chart, error) || !read_size (&chart, error)
      || !bh_period_options_check (&chart.given, FALSE, error))
    return FALSE;
  chart.style = bh_chart_style_new ();

  return bh_invocation_read (invocation, chart_cb, &chart, error);
}

const BhCommand bh_command_chart = {
  .name = "chart",
  .arguments = "NAME [--figure KEY] [--variant CODE] [--month YYYY-MM | --from DATE --to "
               "DATE] [--filter EXPR] [--size WxH] --output FILE.png|FILE.svg | --list",
  .summary = N_ ("Draws a chart of the figures as a picture."),
  .run = run,
};
