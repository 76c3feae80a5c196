/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-period-options.h"
#include "base/bh-i18n.h"
#include "draw/bh-paper-file.h"
#include "exchange/bh-papers.h"
#include "storage/bh-file-store.h"
#include "storage/bh-ticket-repository.h"

typedef struct
{
  BhPeriodOptions given; /* (owned) */
  char *as_of;           /* (owned) (nullable) */
  char *filter;          /* (owned) (nullable) */
  char *output;          /* (owned) (nullable) */
  BhPaperKind kind;
} PrintOptions;

static void
print_options_clear (PrintOptions *options)
{
  bh_period_options_clear (&options->given);
  g_free (options->as_of);
  g_free (options->filter);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrintOptions, print_options_clear)

/* What is given, else the last whole month. */
static gboolean
read_period (PrintOptions *options, BhOfficeTime *time, BhPaperRequest *request, GError **error)
{
  BhLocalTime local;

  if (bh_period_options_is_given (&options->given))
    return bh_period_options_read (&options->given, time, &request->period, error);
  bh_office_time_split (time, request->as_of, &local);

  return bh_office_time_get_month (time, bh_month_shift (local.month, -1), &request->period);
}

static gboolean
find_ticket (BhConnection *connection, const char *number, gint64 *id, GError **error)
{
  g_autoptr (GError) local = NULL;

  *id = bh_ticket_repository_find (connection, number, &local);
  if (*id != 0)
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                 _ ("There is no ticket “%s”; “bihuan list” shows the numbers."), number);

  return FALSE;
}

static gboolean
print_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  PrintOptions *options = user_data;
  const char *number = bh_invocation_get_word (invocation, 1);
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  g_autoptr (BhTicketFilter) filter
      = bh_invocation_read_filter (invocation, options->filter, error);
  g_autofree char *folder = bh_file_store_dup_folder (bh_store_get_path (invocation->store));
  gint64 now = bh_clock_now (invocation->clock);
  BhOfficeTime *time = bh_office_get_time (office);
  BhPaperRequest request
      = { .kind = options->kind, .as_of = now, .made_at = now, .filter = filter, .folder = folder };
  g_autoptr (BhPaper) paper = NULL;

  if (filter == NULL
      || (number != NULL && !find_ticket (connection, number, &request.ticket_id, error))
      || (options->as_of != NULL
          && !bh_read_instant (time, "--as-of", options->as_of, &request.as_of, error))
      || !read_period (options, time, &request, error))
    return FALSE;
  paper = bh_papers_make (connection, office, &request, invocation->cancellable, error);

  return paper != NULL && bh_paper_save (paper, options->output, error);
}

static gboolean
check_kind (PrintOptions *options, BhInvocation *invocation, GError **error)
{
  const char *code = bh_invocation_get_word (invocation, 0);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < BH_N_PAPERS; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", bh_papers_get_code ((BhPaperKind) i));
  if (code == NULL)
    return bh_usage_fail (error, _ ("Say which paper; there are: %s."), known->str);
  if (!bh_papers_find (code, &options->kind))
    return bh_usage_fail (error, _ ("There is no paper “%s”; there are: %s."), code, known->str);

  return TRUE;
}

/* What is not about the paper is refused, so that nobody believes that it was looked at. */
static gboolean
check_options (PrintOptions *options, BhInvocation *invocation, GError **error)
{
  const char *number = bh_invocation_get_word (invocation, 1);
  gboolean is_order = options->kind == BH_PAPERS_WORK_ORDER;
  gboolean is_notice = options->kind == BH_PAPERS_NOTICE;

  if (is_order && number == NULL)
    return bh_usage_fail (error, _ ("Say which ticket: bihuan print work-order NUMBER …"));
  if (!is_order && number != NULL)
    return bh_usage_fail (error, _ ("A number belongs to a work-order alone; leave out “%s”."),
                          number);
  if (!is_notice && (bh_period_options_is_given (&options->given) || options->as_of != NULL))
    return bh_usage_fail (
        error, _ ("A notice alone has a period; leave out --month, --from, --to and --as-of."));
  if (options->filter != NULL && (is_order || options->kind == BH_PAPERS_SHIFT))
    return bh_usage_fail (error, _ ("This paper goes without --filter."));

  return bh_period_options_check (&options->given, FALSE, error);
}

static gboolean
check_output (PrintOptions *options, GError **error)
{
  gboolean is_notice = options->kind == BH_PAPERS_NOTICE;
  g_autoptr (GError) local = NULL;

  if (options->output == NULL)
    return bh_usage_fail (error, is_notice ? _ ("Say --output FILE.pdf or FILE.png.")
                                           : _ ("Say --output FILE.pdf."));
  if (!bh_paper_check_path (options->output, is_notice, &local))
    return bh_usage_fail (error, "%s", local->message);

  return TRUE;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (PrintOptions) print = { { NULL } };
  const GOptionEntry options[] = {
    { "month", 0, 0, G_OPTION_ARG_STRING, &print.given.month,
      N_ ("Of a notice: the month (default: last month)"), "YYYY-MM" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &print.given.from, N_ ("First day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &print.given.to, N_ ("First day after the period"),
      N_ ("DATE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &print.as_of,
      N_ ("What is known at this time (default: now)"), N_ ("TIME") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &print.filter, N_ ("Only these tickets"), N_ ("EXPR") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &print.output,
      N_ ("File to write; a notice may be a picture, .png, too"), N_ ("FILE.pdf") },
    { NULL },
  };

  return bh_invocation_parse (invocation, options, 0, 2, error)
         && check_kind (&print, invocation, error) && check_options (&print, invocation, error)
         && check_output (&print, error)
         && bh_invocation_read (invocation, print_cb, &print, error);
}

const BhCommand bh_command_print = {
  .name = "print",
  .arguments
  = "work-order NUMBER | notice [--month YYYY-MM | --from DATE --to DATE] [--as-of TIME] "
    "| callbacks | overdue | shift [--filter EXPR] --output FILE.pdf|FILE.png",
  .summary = N_ ("Makes a paper to be printed: a work order, a notice, a list."),
  .run = run,
};
