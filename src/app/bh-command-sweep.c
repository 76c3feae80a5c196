/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-json.h"
#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "desk/bh-sweep.h"

#include <stdio.h>

static const BhPrintColumn columns[] = {
  { "at", N_ ("At"), FALSE },
  { "resumed", N_ ("Resumed"), TRUE },
  { "tickets", N_ ("Tickets"), TRUE },
  { "warnings", N_ ("Warnings"), TRUE },
  { "warnings_50", "50 %", TRUE },
  { "warnings_80", "80 %", TRUE },
  { "warnings_100", "100 %", TRUE },
  { "warnings_150", "150 %", TRUE },
  { "missing_year", N_ ("Missing year"), TRUE },
};

static void
print_json (BhSweep *sweep, BhOfficeTime *time)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bh_json_set_time (builder, "at", time, sweep->at);
  bh_json_set_int (builder, "resumed", sweep->n_resumed);
  bh_json_set_int (builder, "tickets", sweep->n_tickets);
  bh_json_set_int (builder, "warnings", sweep->n_warnings);
  for (guint i = 0; i < BH_N_WARNING_LEVELS; i++)
    {
      g_autofree char *key
          = g_strdup_printf ("warnings_%d", bh_warning_level_get_percent ((BhWarningLevel) i));

      bh_json_set_int (builder, key, sweep->by_level[i]);
    }
  bh_json_set_number (builder, "missing_year", sweep->missing_year != 0, sweep->missing_year);
  json_builder_end_object (builder);
  bh_json_print (builder);
}

static void
print_csv (BhSweep *sweep, BhOfficeTime *time)
{
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (BH_FORMAT_CSV, time, columns, G_N_ELEMENTS (columns));

  bh_table_printer_add_time (table, sweep->at);
  bh_table_printer_add_int (table, sweep->n_resumed);
  bh_table_printer_add_int (table, sweep->n_tickets);
  bh_table_printer_add_int (table, sweep->n_warnings);
  for (guint i = 0; i < BH_N_WARNING_LEVELS; i++)
    bh_table_printer_add_int (table, sweep->by_level[i]);
  if (sweep->missing_year != 0)
    bh_table_printer_add_int (table, sweep->missing_year);
  else
    bh_table_printer_add_text (table, NULL);
  bh_table_printer_end (table);
}

static void
print_text (BhSweep *sweep)
{
  g_autofree char *warnings = g_strdup_printf (
      ngettext ("%u warning", "%u warnings", sweep->n_warnings), sweep->n_warnings);
  g_autofree char *resumed
      = g_strdup_printf (ngettext ("%u ticket back from suspension",
                                   "%u tickets back from suspension", sweep->n_resumed),
                         sweep->n_resumed);

  printf (_ ("%s (50 %%: %u, 80 %%: %u, 100 %%: %u, 150 %%: %u), %s.\n"), warnings,
          sweep->by_level[BH_WARNING_HALF], sweep->by_level[BH_WARNING_SOON],
          sweep->by_level[BH_WARNING_PASSED], sweep->by_level[BH_WARNING_LONG_PASSED], resumed);
  if (sweep->missing_year != 0)
    printf (_ ("The holidays of %d are needed for deadlines and not in the calendar yet.\n"),
            sweep->missing_year);
}

/* 0 for now. */
static gboolean
read_time (BhInvocation *invocation, const char *text, gint64 *at, GError **error)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);

  *at = 0;
  if (text == NULL)
    return TRUE;

  *at = bh_office_time_parse_event (bh_office_get_time (office), text, error);
  if (*at < 0)
    g_prefix_error (error, "--at: ");

  return *at >= 0;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_autofree char *text = NULL;
  const GOptionEntry options[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &text,
      N_ ("As of this time (default: now); what is told then counts as told"), N_ ("TIME") },
    { NULL },
  };
  g_autoptr (BhSweep) sweep = NULL;
  g_autoptr (BhOffice) office = NULL;
  gint64 at;

  if (!bh_invocation_parse (invocation, options, 0, 0, error)
      || bh_invocation_open (invocation, BH_OPEN_EXISTING, error) == NULL
      || !read_time (invocation, text, &at, error))
    return FALSE;

  sweep = bh_sweep_run (invocation->store, at, invocation->cancellable, error);
  if (sweep == NULL)
    return FALSE;

  office = bh_store_dup_office (invocation->store);
  if (invocation->format == BH_FORMAT_JSON)
    print_json (sweep, bh_office_get_time (office));
  else if (invocation->format == BH_FORMAT_CSV)
    print_csv (sweep, bh_office_get_time (office));
  else
    print_text (sweep);

  return TRUE;
}

const BhCommand bh_command_sweep = {
  .name = "sweep",
  .arguments = "[--at TIME]",
  .summary = N_ ("Goes over the clocks once: warnings, and tickets that come back from "
                 "suspension."),
  .run = run,
};
