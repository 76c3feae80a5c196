/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-json.h"
#include "app/bh-progress.h"
#include "base/bh-i18n.h"
#include "desk/bh-verbs.h"
#include "exchange/bh-import.h"

#include <stdio.h>

typedef struct
{
  char *map;     /* (owned) (nullable) */
  char *rejects; /* (owned) (nullable) */
  gboolean dry_run;
  gboolean find_repeats;
} ImportOptions;

static void
import_options_clear (ImportOptions *options)
{
  g_free (options->map);
  g_free (options->rejects);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static void
print_json (BhImportReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bh_json_set_int (builder, "read", report->n_read);
  bh_json_set_int (builder, "imported", report->n_imported);
  bh_json_set_int (builder, "updated", report->n_updated);
  bh_json_set_int (builder, "unchanged", report->n_unchanged);
  bh_json_set_int (builder, "rejected", report->n_rejected);
  json_builder_set_member_name (builder, "rejects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bh_rejects_get_size (report->rejects); i++)
    {
      const BhReject *reject = bh_rejects_get_nth (report->rejects, i);

      json_builder_begin_object (builder);
      bh_json_set_int (builder, "row", reject->line);
      bh_json_set_text (builder, "column", reject->column);
      bh_json_set_text (builder, "reason", reject->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bh_json_print (builder);
}

static void
print_csv (BhImportReport *report)
{
  puts ("read,imported,updated,unchanged,rejected");
  printf ("%u,%u,%u,%u,%u\n", report->n_read, report->n_imported, report->n_updated,
          report->n_unchanged, report->n_rejected);
}

static void
print_text (BhImportReport *report)
{
  if (report->guess != NULL)
    printf ("%s\n%s", _ ("Columns that were recognised:"), report->guess);
  printf (_ ("%u read, %u imported, %u updated, %u unchanged, %u rejected\n"), report->n_read,
          report->n_imported, report->n_updated, report->n_unchanged, report->n_rejected);
}

/* Every bad row is reported where people look, beside what is printed for programs. */
static void
report_rejects (const char *file, BhRejects *rejects)
{
  for (guint i = 0; i < bh_rejects_get_size (rejects); i++)
    {
      const BhReject *reject = bh_rejects_get_nth (rejects, i);

      if (*reject->column != '\0')
        fprintf (stderr, _ ("%s: row %u, column “%s”: %s\n"), file, reject->line, reject->column,
                 reject->reason);
      else
        fprintf (stderr, _ ("%s: row %u: %s\n"), file, reject->line, reject->reason);
    }
}

static gboolean
print_report (BhInvocation *invocation, BhImportReport *report, GError **error)
{
  report_rejects (bh_invocation_get_word (invocation, 0), report->rejects);
  switch (invocation->format)
    {
    case BH_FORMAT_TEXT:
      print_text (report);
      break;
    case BH_FORMAT_JSON:
      print_json (report);
      break;
    case BH_FORMAT_CSV:
      print_csv (report);
      break;
    }
  if (report->n_read == 0 || report->n_rejected < report->n_read)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("%s: no row could be taken; each is told with its reason."),
               bh_invocation_get_word (invocation, 0));
  return FALSE;
}

static BhImportReport *
import (BhInvocation *invocation, const ImportOptions *options, BhLedgerMap *map, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (bh_invocation_get_word (invocation, 0));
  g_autoptr (GFile) rejects
      = options->rejects != NULL ? g_file_new_for_commandline_arg (options->rejects) : NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  BhImportFlags flags = BH_IMPORT_NORMAL;
  BhImportReport *report;
  BhProgress progress;
  BhActor actor;

  if (!bh_verbs_get_actor (office, NULL, &actor, error))
    return NULL;
  if (options->dry_run)
    flags |= BH_IMPORT_DRY_RUN;
  if (options->find_repeats)
    flags |= BH_IMPORT_FIND_REPEATS;

  bh_progress_start (&progress);
  report = bh_import_run (invocation->store, file, map, flags, rejects, &actor, bh_progress_cb,
                          &progress, invocation->cancellable, error);
  bh_progress_end (&progress);

  return report;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (ImportOptions) import_options = { NULL, NULL, FALSE, FALSE };
  const GOptionEntry options[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &import_options.map,
      N_ ("How to read the ledger (default: by the names of its columns)"), N_ ("MAP") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &import_options.dry_run,
      N_ ("Say what would happen, change nothing"), NULL },
    { "find-repeats", 0, 0, G_OPTION_ARG_NONE, &import_options.find_repeats,
      N_ ("Find out which tickets repeat an earlier one"), NULL },
    { "rejects", 0, 0, G_OPTION_ARG_FILENAME, &import_options.rejects,
      N_ ("Where to write the rows that were not taken"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (BhLedgerMap) map = NULL;
  g_autoptr (BhImportReport) report = NULL;

  if (!bh_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  if (import_options.map != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (import_options.map);

      map = bh_ledger_map_load (file, invocation->cancellable, error);
      if (map == NULL)
        return FALSE;
    }
  if (bh_invocation_open (invocation, BH_OPEN_CREATE, error) == NULL)
    return FALSE;
  report = import (invocation, &import_options, map, error);
  if (report == NULL
      || (!import_options.dry_run && report->n_rejected < report->n_read
          && !bh_invocation_publish (invocation, error)))
    return FALSE;

  return print_report (invocation, report, error);
}

const BhCommand bh_command_import = {
  .name = "import",
  .arguments = "FILE [--map MAP] [--dry-run] [--find-repeats] [--rejects OUT.csv]",
  .summary = N_ ("Brings a ledger, or a list of rooms and people, into the database."),
  .run = run,
};
