/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-detail.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-callee.h"

static char *
dup_near (BhOffice *office, gint64 instant, gint64 now)
{
  return bh_office_time_format_near (bh_office_get_time (office), instant, now);
}

/* The number comes first: where there is no room, the name is cut and not what is dialled. */
static char *
dup_callee (BhTicket *ticket, BhOffice *office)
{
  int callee = bh_callee_find (ticket, office);
  BhComplainant *complainant;
  g_autofree char *phone = NULL;

  if (callee < 0)
    return g_strdup (_ ("Nobody to call"));

  complainant = g_ptr_array_index (ticket->complainants, callee);
  phone = bh_text_group_phone (complainant->phone);
  if (*phone == '\0')
    return g_strdup (complainant->name != NULL ? complainant->name : _ ("Without a number"));

  return complainant->name != NULL ? g_strdup_printf ("%s %s", phone, complainant->name)
                                   : g_steal_pointer (&phone);
}

char *
bh_today_detail_dup_request (BhRequest *request, BhOffice *office, gint64 now)
{
  const char *verb;
  g_autofree char *until = NULL;

  g_return_val_if_fail (BH_IS_REQUEST (request), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  verb = bh_list_get_label (BH_LIST_VERB, (int) request->verb);
  if (request->until_at == 0)
    return g_strdup (verb);
  until = dup_near (office, request->until_at, now);

  /* Translators: what somebody asks for, and until when: "Extend until 25 November 18:00" */
  return g_strdup_printf (_ ("%s until %s"), verb, until);
}

const char *
bh_today_detail_get_reason (BhRequest *request)
{
  int code;

  g_return_val_if_fail (BH_IS_REQUEST (request), "");

  if (request->reason == NULL)
    return "";
  code = request->verb == BH_VERB_SUSPEND ? bh_list_find (BH_LIST_SUSPEND_REASON, request->reason)
                                          : 0;

  return code != 0 ? bh_list_get_label (BH_LIST_SUSPEND_REASON, code) : request->reason;
}

static char *
dup_request (BhTicket *ticket, BhOffice *office, gint64 now)
{
  BhRequest *request = bh_ticket_get_open_request (ticket);
  const char *asker;
  g_autofree char *what = NULL;

  if (request == NULL)
    return g_strdup ("");
  asker = bh_office_get_name (office, BH_TYPE_STAFF, request->asked_by);
  what = bh_today_detail_dup_request (request, office, now);

  return *asker != '\0' ? g_strdup_printf ("%s · %s", what, asker) : g_steal_pointer (&what);
}

static char *
dup_pause (BhTicket *ticket, BhOffice *office, gint64 now)
{
  BhPause *pause = ticket->pauses->len > 0
                       ? g_ptr_array_index (ticket->pauses, ticket->pauses->len - 1)
                       : NULL;
  const char *reason;
  g_autofree char *until = NULL;

  if (pause == NULL)
    return g_strdup ("");
  reason = bh_list_get_label (BH_LIST_SUSPEND_REASON, (int) pause->reason);
  until = dup_near (office, pause->until_at, now);
  if (ticket->suspended_until > now)
    /* Translators: why a ticket is suspended, and until when */
    return g_strdup_printf (_ ("%s, until %s"), reason, until);

  /* Translators: why a ticket was suspended, and when it came back */
  return g_strdup_printf (_ ("%s, came back %s"), reason, until);
}

static char *
dup_warning (BhTicket *ticket, BhOffice *office, gint64 now)
{
  BhWarning *last = NULL;
  g_autofree char *at = NULL;

  for (guint i = 0; i < ticket->warnings->len; i++)
    {
      BhWarning *warning = g_ptr_array_index (ticket->warnings, i);

      if (last == NULL || warning->at >= last->at)
        last = warning;
    }
  if (last == NULL)
    return g_strdup ("");
  at = dup_near (office, last->at, now);

  /* Translators: a clock, how much of its time is used up, and when that was told:
   * "Completion 80 % used, 10:02" */
  return g_strdup_printf (_ ("%s %d%% used, %s"),
                          bh_list_get_label (BH_LIST_CLOCK, (int) last->clock), last->threshold,
                          at);
}

char *
bh_today_detail_dup (
    BhTodayKind kind, BhTicket *ticket, gint64 department_id, BhOffice *office, gint64 now)
{
  BhTask *task;

  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  switch (kind)
    {
    case BH_TODAY_CALLBACKS:
      return dup_callee (ticket, office);
    case BH_TODAY_APPROVALS:
      return dup_request (ticket, office, now);
    case BH_TODAY_TASKS:
      task = bh_today_get_task (ticket, department_id);
      return g_strdup (task != NULL ? task->what : "");
    case BH_TODAY_BACK:
      return dup_pause (ticket, office, now);
    case BH_TODAY_WARNINGS:
      return dup_warning (ticket, office, now);
    case BH_TODAY_MINE:
    case BH_TODAY_OVERDUE:
    case BH_TODAY_PROMISED:
    case BH_TODAY_NEW:
      break;
    }

  return g_strdup ("");
}
