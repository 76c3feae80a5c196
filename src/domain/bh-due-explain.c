/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-due-explain.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"

#define SECONDS_PER_DAY 86400
#define SECONDS_PER_HOUR 3600

char *
bh_due_format_duration (gint64 seconds)
{
  int days = (int) (seconds / SECONDS_PER_DAY);
  int hours = (int) (seconds / SECONDS_PER_HOUR);
  int minutes = (int) (seconds % SECONDS_PER_HOUR / 60);

  if (seconds > 5 * SECONDS_PER_DAY && seconds % SECONDS_PER_DAY == 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
  if (hours == 0)
    return g_strdup_printf (_ ("%d min"), minutes);
  if (minutes == 0)
    return g_strdup_printf (_ ("%d h"), hours);

  return g_strdup_printf (_ ("%d h %d min"), hours, minutes);
}

/* The end of a sum; its day is left out where it is that of the start. */
static char *
format_end (BhOfficeTime *time, gint64 start, gint64 end)
{
  BhLocalTime from, to;

  bh_office_time_split (time, start, &from);
  bh_office_time_split (time, end, &to);
  if (from.day == to.day)
    return g_strdup_printf ("%02d:%02d", to.hour, to.minute);

  return bh_office_time_format (time, end);
}

/* Where limit and pause do not give the deadline (the policy was another one then), what lies
 * between start and deadline stands for the limit. */
static char *
explain_sum (BhOfficeTime *time, gint64 start, gint64 limit, gint64 paused, gint64 due)
{
  g_autofree char *from = bh_office_time_format (time, start);
  g_autofree char *to = format_end (time, start, due);
  g_autofree char *length = NULL;
  g_autofree char *pause = NULL;

  if (limit == 0 || start + (limit + paused) * BH_USEC_PER_SEC != due)
    {
      limit = (due - start) / BH_USEC_PER_SEC;
      paused = 0;
    }

  length = bh_due_format_duration (ABS (limit));
  if (limit < 0)
    return g_strdup_printf (_ ("%s, %s before it began"), to, length);
  if (paused == 0)
    return g_strdup_printf ("%s + %s = %s", from, length, to);

  pause = bh_due_format_duration (paused);
  return g_strdup_printf (_ ("%s + %s + %s paused = %s"), from, length, pause, to);
}

static char *
explain_fixed (BhOfficeTime *time, const char *format, gint64 due)
{
  g_autofree char *text = bh_office_time_format (time, due);

  return g_strdup_printf ("%s: %s", format, text);
}

static gint64
get_limit (BhTicket *ticket, BhClockKind clock, BhOffice *office)
{
  BhPolicy *policy = bh_office_get_policy (office, ticket->policy_id);

  return policy != NULL ? policy->limits[clock] : 0;
}

char *
bh_due_explain_stage (BhTicket *ticket, BhStage *stage, BhOffice *office)
{
  BhOfficeTime *time;

  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (BH_IS_STAGE (stage), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  time = bh_office_get_time (office);
  if (stage->due_at == 0)
    return NULL;
  if (stage->stage == BH_STAGE_EXECUTE && stage->due_at == ticket->work_due)
    return explain_fixed (time, _ ("wanted when it was dispatched"), stage->due_at);
  if (stage->stage == BH_STAGE_EXECUTE && stage->due_at == ticket->completion_due)
    return explain_fixed (time, _ ("completion of the ticket"), stage->due_at);

  return explain_sum (time, stage->started_at,
                      get_limit (ticket, (BhClockKind) stage->stage, office), stage->paused,
                      stage->due_at);
}

char *
bh_due_explain_ticket (BhTicket *ticket, BhClockKind clock, BhOffice *office)
{
  gboolean completion = clock == BH_CLOCK_COMPLETION;
  BhOfficeTime *time;
  BhRound *round;
  gint64 due, paused;

  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (completion || clock == BH_CLOCK_RESPONSE, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  time = bh_office_get_time (office);
  round = bh_ticket_get_round (ticket);
  due = completion ? ticket->completion_due : ticket->response_due;
  if (due == 0)
    return NULL;
  if (ticket->origin == BH_ORIGIN_LEDGER)
    return explain_fixed (time, _ ("from the ledger"), due);
  if (completion && due == ticket->external_due)
    return explain_fixed (time, _ ("set from outside"), due);

  paused = ticket->response_paused;
  if (completion)
    paused = round != NULL ? round->paused_before + round->paused_inside : 0;

  return explain_sum (time, ticket->received_at, get_limit (ticket, clock, office), paused, due);
}
