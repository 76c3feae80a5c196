/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-progress.h"
#include "base/bh-i18n.h"
#include "demo/bh-demo-office.h"
#include "demo/bh-demo-register.h"

#include <stdio.h>

/* The last day of the story, in the time of the office that is made. */
static gboolean
read_day (BhInvocation *invocation, const char *text, int *day, GError **error)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", error);
  gint64 instant = bh_clock_now (invocation->clock);
  BhLocalTime local;

  if (time == NULL)
    return FALSE;
  if (text != NULL)
    instant = bh_office_time_parse_event (time, text, error);
  if (instant < 0)
    {
      g_prefix_error (error, "--until: ");
      return FALSE;
    }
  bh_office_time_split (time, instant, &local);
  *day = local.day;

  return TRUE;
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  BhDemoOptions demo = BH_DEMO_DEFAULT;
  int tickets = (int) demo.tickets, months = (int) demo.months;
  gint64 seed = (gint64) demo.seed;
  g_autofree char *until = NULL;
  const GOptionEntry options[] = {
    { "tickets", 0, 0, G_OPTION_ARG_INT, &tickets, N_ ("How many (default: 5000)"), "N" },
    { "months", 0, 0, G_OPTION_ARG_INT, &months, N_ ("Of how many months (default: 18)"), "M" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("The same seed gives the same office"), "S" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, N_ ("Ends when this day begins (default: today)"),
      "YYYY-MM-DD" },
    { NULL },
  };
  BhProgress progress;
  gboolean good;

  if (!bh_invocation_parse (invocation, options, 0, 0, error))
    return FALSE;
  if (tickets < 0 || months < 1 || months > 240)
    return bh_usage_fail (error,
                          _ ("--tickets is a number from 0 on, --months one from 1 to 240."));
  demo.tickets = (guint) tickets;
  demo.months = (guint) months;
  demo.seed = (guint64) seed;
  if (!read_day (invocation, until, &demo.until, error)
      || !bh_invocation_make_folder (invocation, error))
    return FALSE;

  bh_progress_start (&progress);
  good = bh_demo_create (bh_invocation_get_path (invocation), &demo, bh_progress_cb, &progress,
                         invocation->cancellable, error);
  bh_progress_end (&progress);
  if (!good)
    return FALSE;
  printf (_ ("The demo office is in %s.\n"), bh_invocation_get_path (invocation));
  printf (_ ("Its supervisors and managers approve with the PIN %s.\n"), BH_DEMO_PIN);

  return TRUE;
}

const BhCommand bh_command_demo = {
  .name = "demo",
  .arguments = "[--tickets N] [--seed S] [--months M] [--until YYYY-MM-DD]",
  .summary = N_ ("Fills a new database with a believable office."),
  .run = run,
};
