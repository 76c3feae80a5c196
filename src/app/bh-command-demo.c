/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-progress.h"
#include "base/bh-i18n.h"
#include "demo/bh-demo-office.h"

#include <stdio.h>

static int
get_today (BhInvocation *invocation)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhLocalTime local;

  bh_office_time_split (time, bh_clock_now (invocation->clock), &local);

  return local.day;
}

static gboolean
read_day (const char *text, int *day, GError **error)
{
  int year, month, number;
  char rest;

  if (sscanf (text, "%4d-%2d-%2d%c", &year, &month, &number, &rest) != 3)
    return bh_usage_fail (error, _ ("“%s” is no day; write it like 2026-10-31."), text);

  *day = year * 10000 + month * 100 + number;

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
  demo.until = get_today (invocation);
  if ((until != NULL && !read_day (until, &demo.until, error))
      || !bh_invocation_make_folder (invocation, error))
    return FALSE;

  bh_progress_start (&progress);
  good = bh_demo_create (bh_invocation_get_path (invocation), &demo, bh_progress_cb, &progress,
                         invocation->cancellable, error);
  bh_progress_end (&progress);
  if (!good)
    return FALSE;
  printf (_ ("The demo office is in %s.\n"), bh_invocation_get_path (invocation));

  return TRUE;
}

const BhCommand bh_command_demo = {
  .name = "demo",
  .arguments = "[--tickets N] [--seed S] [--months M] [--until YYYY-MM-DD]",
  .summary = N_ ("Fills a new database with a believable office."),
  .run = run,
};
