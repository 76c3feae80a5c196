/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-loop-private.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "domain/bh-error.h"

/* The gates of exceptions: suspension, and what a supervisor must approve. */

gboolean
bh_loop_may_approve (BhRole role)
{
  return role == BH_ROLE_SUPERVISOR || role == BH_ROLE_MANAGER || role == BH_ROLE_ADMINISTRATOR;
}

gboolean
bh_loop_suspend_needs_approval (BhTicket *ticket, gint64 from, gint64 until)
{
  g_return_val_if_fail (BH_IS_TICKET (ticket), TRUE);

  return until - from > BH_LONG_SUSPENSION_DAYS * 86400 * BH_USEC_PER_SEC
         || (ticket->grade == BH_GRADE_URGENT && ticket->responded_at == 0);
}

static gboolean
check_no_request (BhTicket *ticket, GError **error)
{
  BhRequest *request = bh_ticket_get_open_request (ticket);

  if (request == NULL)
    return TRUE;

  return bh_domain_refuse (
      error, _ ("“%s” waits for approval on %s: it must be approved or rejected first"),
      bh_list_get_label (BH_LIST_VERB, (int) request->verb), ticket->number);
}

static gboolean
check_suspend (BhTicket *ticket, BhOffice *office, gint64 now, GError **error)
{
  g_autofree char *until = NULL;

  if (!bh_ticket_is_suspended (ticket, now))
    return TRUE;

  until = bh_office_time_format (bh_office_get_time (office), ticket->suspended_until);
  return bh_domain_refuse (error, _ ("%s is suspended until %s: resume it first"), ticket->number,
                           until);
}

static gboolean
check_resume (BhTicket *ticket, GError **error)
{
  if (ticket->suspended_until != 0)
    return TRUE;

  return bh_domain_refuse (error, _ ("%s is not suspended"), ticket->number);
}

/* Whoever asks must be known, since somebody else is to approve. */
gboolean
bh_loop_check_asker (BhTicket *ticket, const BhActor *actor, GError **error)
{
  if (actor->staff_id == 0)
    return bh_domain_refuse (error, _ ("Say who asks: choose who is at the desk"));

  return check_no_request (ticket, error);
}

static gboolean
check_extend (BhTicket *ticket, const BhActor *actor, GError **error)
{
  if (ticket->completion_due == 0)
    return bh_domain_refuse (error, _ ("%s has no deadline that could be extended"),
                             ticket->number);
  if (ticket->completion_due == ticket->external_due)
    return bh_domain_refuse (
        error, _ ("The deadline of %s was set from outside: only who set it can extend it"),
        ticket->number);

  return bh_loop_check_asker (ticket, actor, error);
}

/* Whoever joined with a ticket of their own, and whose matter would end unseen with this one. An
 * answer, a refusal of the office or a close by exception is about the matter itself: those reach
 * everybody. */
static BhComplainant *
find_joined (BhTicket *ticket)
{
  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);

      if (complainant->from_ticket != 0 && complainant->left_at == 0)
        return complainant;
    }

  return NULL;
}

static gboolean
check_nobody_joined (BhTicket *ticket, BhVerb verb, GError **error)
{
  BhComplainant *joined = find_joined (ticket);
  const char *name;

  if (joined == NULL)
    return TRUE;

  name = joined->name != NULL ? joined->name : joined->phone;
  return bh_domain_refuse (
      error,
      _ ("“%s” would end the matter of others too: %s joined %s; split the others off first"),
      bh_list_get_label (BH_LIST_VERB, (int) verb), name != NULL ? name : _ ("somebody"),
      ticket->number);
}

static gboolean
check_void (BhTicket *ticket, const BhActor *actor, GError **error)
{
  return check_nobody_joined (ticket, BH_VERB_VOID, error)
         && (ticket->status == BH_STATUS_REGISTERED || bh_loop_check_asker (ticket, actor, error));
}

/* Who decides must be known, and be somebody else than who asks and whom it is about. */
static gboolean
check_decider (BhTicket *ticket, BhRequest *request, const BhActor *actor, GError **error)
{
  if (actor->staff_id == 0)
    return bh_domain_refuse (error, _ ("Say who approves: choose a supervisor at the desk"));
  if (actor->staff_id == request->asked_by)
    return bh_domain_refuse (
        error, _ ("Who asks does not approve: another supervisor or manager must decide"));
  if (actor->staff_id == ticket->concerns)
    return bh_domain_refuse (
        error, _ ("%s is about you: another supervisor or manager must decide"), ticket->number);

  return TRUE;
}

static gboolean
check_answer (BhTicket *ticket, BhRequest *request, const BhActor *actor, GError **error)
{
  if (request == NULL)
    return bh_domain_refuse (error, _ ("Nothing waits for approval on %s"), ticket->number);

  return check_decider (ticket, request, actor, error);
}

/* The last request is the one that was decided last: there is never more than one open. */
gboolean
bh_loop_check_undo_decision (BhTicket *ticket, const BhActor *actor, GError **error)
{
  if (ticket->requests->len == 0)
    return TRUE;

  return check_decider (ticket, g_ptr_array_index (ticket->requests, ticket->requests->len - 1),
                        actor, error);
}

/* Until when the ticket has already what was asked for: a suspension meanwhile may have moved its
 * deadline beyond, which no approval draws nearer. */
static gint64
get_present_end (BhTicket *ticket, BhRequest *request)
{
  if (request->verb == BH_VERB_EXTEND)
    return MAX (ticket->completion_due, ticket->suspended_until);

  return ticket->suspended_until;
}

static gboolean
check_approve (BhTicket *ticket, const BhActor *actor, BhOffice *office, gint64 now, GError **error)
{
  BhRequest *request = bh_ticket_get_open_request (ticket);
  g_autofree char *until = NULL;
  g_autofree char *present = NULL;
  gint64 end;

  if (!check_answer (ticket, request, actor, error)
      || (request->verb == BH_VERB_VOID && !check_nobody_joined (ticket, BH_VERB_VOID, error)))
    return FALSE;
  end = get_present_end (ticket, request);
  if (request->until_at == 0 || request->until_at > MAX (end, now))
    return TRUE;

  until = bh_office_time_format (bh_office_get_time (office), request->until_at);
  if (request->until_at <= now)
    return bh_domain_refuse (error,
                             _ ("What was asked for on %s was until %s, which has passed: "
                                "reject it"),
                             ticket->number, until);

  present = bh_office_time_format (bh_office_get_time (office), end);
  return bh_domain_refuse (error,
                           _ ("What was asked for on %s was until %s, and it has until %s by now: "
                              "reject it"),
                           ticket->number, until, present);
}

gboolean
bh_loop_check_exception (BhTicket *ticket,
                         BhVerb verb,
                         const BhActor *actor,
                         BhOffice *office,
                         gint64 now,
                         GError **error)
{
  if (verb == BH_VERB_SUSPEND)
    return check_suspend (ticket, office, now, error);
  if (verb == BH_VERB_RESUME)
    return check_resume (ticket, error);
  if (verb == BH_VERB_EXTEND)
    return check_extend (ticket, actor, error);
  if (verb == BH_VERB_WITHDRAW)
    return check_nobody_joined (ticket, verb, error);
  if (verb == BH_VERB_VOID)
    return check_void (ticket, actor, error);
  if (verb == BH_VERB_DECLINE || verb == BH_VERB_CLOSE_EXCEPTION)
    return bh_loop_check_asker (ticket, actor, error);
  if (verb == BH_VERB_APPROVE)
    return check_approve (ticket, actor, office, now, error);
  if (verb == BH_VERB_REJECT)
    return check_answer (ticket, bh_ticket_get_open_request (ticket), actor, error);

  return TRUE;
}
