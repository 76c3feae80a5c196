/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-json.h"
#include "app/bh-period-options.h"
#include "app/bh-scorecard-printer.h"
#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "insight/bh-scorecard.h"

typedef struct
{
  BhPeriodOptions given; /* (owned) */
  char *as_of;           /* (owned) (nullable) */
  char *by;              /* (owned) (nullable) */
  char *filter;          /* (owned) (nullable) */
  gboolean targets;
  BhFigureBy group_by;
  BhPeriod period;
  gint64 instant; /* of --as-of */
} KpiOptions;

static void
kpi_options_clear (KpiOptions *options)
{
  bh_period_options_clear (&options->given);
  g_free (options->as_of);
  g_free (options->by);
  g_free (options->filter);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpiOptions, kpi_options_clear)

static const BhPrintColumn columns[] = {
  { "group", N_ ("Group"), FALSE },
  { "figure", N_ ("Figure"), FALSE },
  { "value", N_ ("Value"), TRUE },
  { "numerator", N_ ("Numerator"), TRUE },
  { "denominator", N_ ("Denominator"), TRUE },
  { "mean", N_ ("Mean"), TRUE },
  { "median", N_ ("Median"), TRUE },
  { "p90", N_ ("P90"), TRUE },
  { "count", N_ ("Count"), TRUE },
  { "provisional", N_ ("Can change"), FALSE },
};

static void
add_figure (JsonBuilder *builder, const BhFigureInfo *info, const BhFigureValue *value)
{
  json_builder_set_member_name (builder, info->key);
  json_builder_begin_object (builder);
  switch (info->form)
    {
    case BH_FIGURE_COUNT:
      bh_json_set_int (builder, "value", value->count);
      break;
    case BH_FIGURE_SHARE:
    case BH_FIGURE_MEAN:
      bh_json_set_number (builder, "value", value->has_value, value->value);
      bh_json_set_number (builder, "numerator", TRUE, value->numerator);
      bh_json_set_number (builder, "denominator", TRUE, value->denominator);
      break;
    case BH_FIGURE_SPREAD:
      bh_json_set_number (builder, "mean", value->has_value, value->mean);
      bh_json_set_number (builder, "median", value->has_value, value->median);
      bh_json_set_number (builder, "p90", value->has_value, value->p90);
      bh_json_set_int (builder, "count", value->count);
      break;
    }
  bh_json_set_tri (builder, "provisional", value->provisional ? BH_TRI_YES : BH_TRI_NO);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *groups, const KpiOptions *options, BhOfficeTime *time)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_figures;
  const BhFigureInfo *infos = bh_figures_list (&n_figures);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "period");
  json_builder_begin_object (builder);
  bh_json_set_time (builder, "from", time, options->period.from);
  bh_json_set_time (builder, "to", time, options->period.to);
  json_builder_end_object (builder);
  bh_json_set_time (builder, "as_of", time, options->instant);
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      BhFigureGroup *group = g_ptr_array_index (groups, i);

      json_builder_begin_object (builder);
      bh_json_set_text (builder, "key", group->key);
      json_builder_set_member_name (builder, "figures");
      json_builder_begin_object (builder);
      for (guint j = 0; j < n_figures; j++)
        add_figure (builder, &infos[j], &group->values[j]);
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bh_json_print (builder);
}

static void
add_number (BhTablePrinter *table, gboolean there, double value)
{
  if (there)
    bh_table_printer_add_double (table, value);
  else
    bh_table_printer_add_text (table, NULL);
}

/* Tickets, people and points are counted; only what comes of them has a fraction. */
static void
add_whole (BhTablePrinter *table, gboolean has_value, double value)
{
  if (has_value)
    bh_table_printer_add_int (table, (gint64) value);
  else
    bh_table_printer_add_text (table, NULL);
}

static void
add_row (BhTablePrinter *table,
         const char *group,
         const char *name,
         BhFigureForm form,
         const BhFigureValue *value)
{
  gboolean is_share = form == BH_FIGURE_SHARE || form == BH_FIGURE_MEAN;
  gboolean has_spread = form == BH_FIGURE_SPREAD && value->has_value;

  bh_table_printer_add_text (table, group);
  bh_table_printer_add_text (table, name);
  if (form == BH_FIGURE_COUNT)
    bh_table_printer_add_int (table, value->count);
  else
    add_number (table, is_share && value->has_value, value->value);
  add_whole (table, is_share, value->numerator);
  add_whole (table, is_share, value->denominator);
  add_number (table, has_spread, value->mean);
  add_number (table, has_spread, value->median);
  add_number (table, has_spread, value->p90);
  if (form == BH_FIGURE_SPREAD)
    bh_table_printer_add_int (table, value->count);
  else
    bh_table_printer_add_text (table, NULL);
  bh_table_printer_add_yes (table, value->provisional);
}

static void
print_table (BhFormat format, GPtrArray *groups)
{
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (format, NULL, columns, G_N_ELEMENTS (columns));
  guint n_figures;
  const BhFigureInfo *infos = bh_figures_list (&n_figures);

  for (guint i = 0; i < groups->len; i++)
    {
      BhFigureGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < n_figures; j++)
        add_row (table, group->key,
                 format == BH_FORMAT_TEXT ? g_dpgettext2 (GETTEXT_PACKAGE, "figure", infos[j].name)
                                          : infos[j].key,
                 infos[j].form, &group->values[j]);
    }
  bh_table_printer_end (table);
}

/* The figures with targets, beside the period before and the same of the year before. */
static gboolean
print_targets (BhConnection *connection,
               BhInvocation *invocation,
               BhOffice *office,
               BhTicketFilter *filter,
               const KpiOptions *options,
               GError **error)
{
  g_autoptr (BhInsight) insight = bh_insight_new (connection, office, options->instant,
                                                  BH_INSIGHT_QUICK, invocation->cancellable);
  g_autoptr (GPtrArray) rows = NULL;
  BhScorecardPeriods periods;

  bh_scorecard_periods_init (&periods, bh_office_get_time (office), &options->period);
  rows = bh_scorecard_compute (insight, &periods, filter, 0, error);
  if (rows == NULL)
    return FALSE;

  bh_scorecard_print (invocation->format, rows);

  return TRUE;
}

static gboolean
kpi_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  KpiOptions *options = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  BhOfficeTime *time = bh_office_get_time (office);
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (BhInsight) insight = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  options->instant = bh_clock_now (invocation->clock);
  if (!bh_period_options_read (&options->given, time, &options->period, error)
      || (options->as_of != NULL
          && !bh_read_instant (time, "--as-of", options->as_of, &options->instant, error)))
    return FALSE;
  filter = bh_invocation_read_filter (invocation, options->filter, error);
  if (filter == NULL)
    return FALSE;
  if (options->targets)
    return print_targets (connection, invocation, office, filter, options, error);

  insight = bh_insight_new (connection, office, options->instant, BH_INSIGHT_EXACT,
                            invocation->cancellable);
  groups = bh_figures_compute (insight, &options->period, options->group_by, filter, BH_FIGURES_ALL,
                               error);
  if (groups == NULL)
    return FALSE;
  if (invocation->format == BH_FORMAT_JSON)
    print_json (groups, options, time);
  else
    print_table (invocation->format, groups);

  return TRUE;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (KpiOptions) kpi = { .group_by = BH_BY_NOTHING };
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &kpi.given.from, N_ ("First day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &kpi.given.to, N_ ("First day after the period"),
      N_ ("DATE") },
    { "month", 0, 0, G_OPTION_ARG_STRING, &kpi.given.month, N_ ("A month instead"), "YYYY-MM" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &kpi.as_of,
      N_ ("What is known at this time (default: now)"), N_ ("TIME") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &kpi.by,
      N_ ("Groups: kind, community, department, category, channel, grade, month, person, cause, "
          "building, city-tier, estate-kind or care"),
      N_ ("WHAT") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &kpi.filter, N_ ("Only these tickets"), N_ ("EXPR") },
    { "targets", 0, 0, G_OPTION_ARG_NONE, &kpi.targets,
      N_ ("The figures with targets instead, beside what the period is to reach"), NULL },
    { NULL },
  };

  if (!bh_invocation_parse (invocation, options, 0, 0, error)
      || !bh_period_options_check (&kpi.given, TRUE, error))
    return FALSE;
  if (kpi.targets && kpi.by != NULL)
    return bh_usage_fail (error, _ ("--targets goes without --by."));
  if (kpi.by != NULL && !bh_figure_by_find (kpi.by, &kpi.group_by))
    return bh_usage_fail (error,
                          _ ("There are no groups by “%s”; there are: kind, community, department, "
                             "category, channel, grade, month, person, cause, building, city-tier, "
                             "estate-kind, care."),
                          kpi.by);

  return bh_invocation_read (invocation, kpi_cb, &kpi, error);
}

const BhCommand bh_command_kpi = {
  .name = "kpi",
  .arguments = "--from DATE --to DATE | --month YYYY-MM [--as-of TIME] "
               "[--by WHAT | --targets] [--filter EXPR]",
  .summary = N_ ("Prints the figures of a period."),
  .run = run,
};
