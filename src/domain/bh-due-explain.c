/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-due-explain.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "domain/bh-deadline.h"

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

/* Where the parts do not give the deadline (policy or calendar were others then), what lies between
 * start and deadline stands for the limit. */
static char *
explain_length (BhOfficeTime *time, gint64 start, gint64 due)
{
  g_autofree char *from = bh_office_time_format (time, start);
  g_autofree char *to = format_end (time, start, due);
  gint64 seconds = (due - start) / BH_USEC_PER_SEC;
  g_autofree char *length = bh_due_format_duration (ABS (seconds));

  if (seconds < 0)
    return g_strdup_printf (_ ("%s, %s before it began"), to, length);

  return g_strdup_printf ("%s + %s = %s", from, length, to);
}

/* What the clock began with: "2026-03-02 08:00 + 4 h", "extended to 2026-03-09 18:00". */
static char *
explain_beginning (const BhDeadline *deadline)
{
  g_autofree char *from = bh_office_time_format (deadline->time, deadline->start);
  g_autofree char *length = bh_due_format_duration (deadline->limit);
  g_autofree char *extended = bh_office_time_format (deadline->time, deadline->set_due);

  if (deadline->set_due != 0)
    return g_strdup_printf (_ ("extended to %s"), extended);
  if (deadline->calendar != NULL)
    return g_strdup_printf (_ ("%s + %s in office hours"), from, length);

  return g_strdup_printf ("%s + %s", from, length);
}

static char *
explain_clock (const BhDeadline *deadline, const BhDeadlineSum *sum, const char *beginning)
{
  g_autofree char *to = format_end (
      deadline->time, deadline->set_due != 0 ? deadline->set_due : deadline->start, sum->due);
  g_autofree char *pause = bh_due_format_duration (sum->paused);

  if (sum->paused != 0)
    return g_strdup_printf (_ ("%s + %s paused = %s"), beginning, pause, to);
  if (deadline->set_due != 0)
    return g_strdup (beginning);

  return g_strdup_printf ("%s = %s", beginning, to);
}

/* Every step of the sum, across closing hours, weekends and holidays. */
static char *
explain_office (const BhDeadline *deadline, const BhDeadlineSum *sum, const char *beginning)
{
  g_autofree char *steps = NULL;
  g_autofree char *left = bh_due_format_duration (sum->left);
  g_autofree char *resumed = bh_office_time_format (deadline->time, sum->resumed_at);

  if (sum->resumed_at == 0)
    {
      steps = bh_calendar_explain (deadline->calendar, deadline->time, deadline->start,
                                   deadline->limit);
      return g_strdup_printf (_ ("%s: %s"), beginning, steps);
    }

  steps = bh_calendar_explain (deadline->calendar, deadline->time, sum->resumed_at, sum->left);

  return g_strdup_printf (_ ("%s, paused until %s with %s left: %s"), beginning, resumed, left,
                          steps);
}

static char *
explain_parts (const BhDeadline *deadline, gint64 due)
{
  BhDeadlineSum sum;
  g_autofree char *beginning = NULL;

  if (bh_deadline_compute (deadline, &sum) != due)
    return explain_length (deadline->time, deadline->start, due);

  beginning = explain_beginning (deadline);
  if (deadline->calendar == NULL || (deadline->set_due != 0 && sum.resumed_at == 0)
      || (sum.resumed_at != 0 && sum.left == 0))
    return explain_clock (deadline, &sum, beginning);

  return explain_office (deadline, &sum, beginning);
}

static char *
explain_fixed (BhOfficeTime *time, const char *format, gint64 due)
{
  g_autofree char *text = bh_office_time_format (time, due);

  return g_strdup_printf ("%s: %s", format, text);
}

char *
bh_due_explain_stage (BhTicket *ticket, BhStage *stage, BhOffice *office)
{
  g_auto (BhDeadline) deadline = { 0 };
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

  bh_deadline_init_stage (&deadline, ticket, stage, office);

  return explain_parts (&deadline, stage->due_at);
}

char *
bh_due_explain_ticket (BhTicket *ticket, BhClockKind clock, BhOffice *office)
{
  gboolean completion = clock == BH_CLOCK_COMPLETION;
  g_auto (BhDeadline) deadline = { 0 };
  BhOfficeTime *time;
  gint64 due;

  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (completion || clock == BH_CLOCK_RESPONSE, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  time = bh_office_get_time (office);
  due = completion ? ticket->completion_due : ticket->response_due;
  if (due == 0)
    return NULL;
  if (ticket->policy_id == 0 && (!completion || ticket->extended_due == 0))
    return explain_fixed (time, _ ("from the ledger"), due);
  if (completion && due == ticket->external_due)
    return explain_fixed (time, _ ("set from outside"), due);

  bh_deadline_init_ticket (&deadline, ticket, clock, office);

  return explain_parts (&deadline, due);
}
