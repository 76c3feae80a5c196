/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-json.h"
#include "app/bh-progress.h"
#include "base/bh-i18n.h"
#include "insight/bh-insight-check.h"
#include "storage/bh-check.h"

#include <stdio.h>

/* So many kept figures are computed again: on a large office each takes a second. */
#define MAX_KEPT 200

typedef GPtrArray *(*CheckFunc) (BhStore *, BhProgressFunc, gpointer, GCancellable *, GError **);

static void
add_texts (JsonBuilder *builder, const char *key, GPtrArray *texts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  json_builder_end_array (builder);
}

/* @unnamed: (nullable) */
static void
print_json (GPtrArray *problems, GPtrArray *unnamed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, problems->len == 0);
  add_texts (builder, "problems", problems);
  if (unnamed != NULL)
    add_texts (builder, "unnamed_files", unnamed);
  json_builder_end_object (builder);
  bh_json_print (builder);
}

/* The lists go to standard output; that something is wrong is the error. */
static gboolean
report (BhInvocation *invocation,
        GPtrArray *problems,
        GPtrArray *unnamed,
        const char *advice,
        GError **error)
{
  if (invocation->format == BH_FORMAT_JSON)
    print_json (problems, unnamed);
  else
    {
      for (guint i = 0; unnamed != NULL && i < unnamed->len; i++)
        printf (_ ("No ticket names the file %s; nothing is wrong with that.\n"),
                (const char *) g_ptr_array_index (unnamed, i));
      for (guint i = 0; i < problems->len; i++)
        puts (g_ptr_array_index (problems, i));
      if (problems->len == 0 && invocation->format == BH_FORMAT_TEXT)
        puts (_ ("All is well."));
    }
  if (problems->len == 0)
    return TRUE;

  g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_FAILED,
      ngettext ("%u thing is wrong in %s; %s", "%u things are wrong in %s; %s", problems->len),
      problems->len, bh_invocation_get_path (invocation), advice);
  return FALSE;
}

/* Adds what is kept of figures and differs from what is computed. */
static gboolean
check_kept (BhInvocation *invocation, GPtrArray *problems, GError **error)
{
  g_autoptr (BhInsightCheck) kept = NULL;
  BhProgress progress;

  bh_progress_start (&progress);
  kept = bh_insight_check_run (invocation->store, MAX_KEPT, bh_progress_cb, &progress,
                               invocation->cancellable, error);
  bh_progress_end (&progress);
  if (kept == NULL)
    return FALSE;

  if (kept->n_checked < kept->n_holding && invocation->format == BH_FORMAT_TEXT)
    printf (_ ("Of %u kept results of figures, %u were computed again, chosen by chance.\n"),
            kept->n_holding, kept->n_checked);
  for (guint i = 0; i < kept->problems->len; i++)
    g_ptr_array_add (problems, g_strdup (g_ptr_array_index (kept->problems, i)));

  return TRUE;
}

static gboolean
run_check (
    BhInvocation *invocation, CheckFunc check, gboolean whole, const char *advice, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) unnamed = NULL;
  BhProgress progress;

  if (!bh_invocation_parse (invocation, NULL, 0, 0, error)
      || bh_invocation_open (invocation, BH_OPEN_EXISTING, error) == NULL)
    return FALSE;

  bh_progress_start (&progress);
  problems = check (invocation->store, bh_progress_cb, &progress, invocation->cancellable, error);
  bh_progress_end (&progress);

  if (problems == NULL)
    return FALSE;
  if (whole)
    {
      if (!check_kept (invocation, problems, error))
        return FALSE;
      unnamed = bh_check_list_unnamed (invocation->store, invocation->cancellable, error);
      if (unnamed == NULL)
        return FALSE;
    }

  return report (invocation, problems, unnamed, advice, error);
}

static gboolean
run_check_command (BhInvocation *invocation, GError **error)
{
  return run_check (invocation, bh_check_run, TRUE, _ ("restore a backup that passes this check."),
                    error);
}

static gboolean
run_verify_reference (BhInvocation *invocation, GError **error)
{
  return run_check (invocation, bh_check_refold, FALSE,
                    _ ("the history is what counts: keep a copy and report it."), error);
}

const BhCommand bh_command_check = {
  .name = "check",
  .arguments = "",
  .summary
  = N_ ("Checks the file, its references, the chains of events, the clocks, the attached files "
        "and what is kept of figures."),
  .run = run_check_command,
};

const BhCommand bh_command_verify_reference = {
  .name = "verify-reference",
  .arguments = "",
  .summary = N_ ("Works everything out again from the history and reports what differs."),
  .run = run_verify_reference,
};
