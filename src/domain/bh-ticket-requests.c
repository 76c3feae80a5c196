/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-text.h"
#include "domain/bh-deadline.h"

/* Exceptions: what is asked for with a reason, and what a supervisor's answer makes of it. What was
 * asked for takes effect at the approval. */

gboolean
bh_fold_is_request (BhFold *fold)
{
  BhVerb verb = fold->event->verb;

  if (verb == BH_VERB_EXTEND || verb == BH_VERB_DECLINE || verb == BH_VERB_CLOSE_EXCEPTION)
    return TRUE;

  return (verb == BH_VERB_SUSPEND || verb == BH_VERB_VOID)
         && g_strcmp0 (bh_payload_get (fold->payload, "approval"), "wanted") == 0;
}

static void
ask (BhFold *fold)
{
  BhRequest *request = g_object_new (BH_TYPE_REQUEST, NULL);

  request->seq = fold->event->seq;
  request->verb = fold->event->verb;
  request->asked_at = fold->event->at;
  request->asked_by = fold->event->actor_id;
  request->until_at
      = bh_payload_get_int (fold->payload, fold->event->verb == BH_VERB_SUSPEND ? "until" : "due");
  bh_set_string (&request->reason, bh_payload_get (fold->payload, "reason"));
  g_ptr_array_add (fold->ticket->requests, request);
}

static void
decide (BhFold *fold, BhRequest *request, BhDecision decision)
{
  request->decision = decision;
  request->decided_at = fold->event->at;
  if (decision != BH_DECISION_LAPSED)
    request->decided_by = fold->event->actor_id;
}

static void
end_ticket (BhFold *fold, BhStatus status)
{
  bh_fold_resume (fold);
  bh_fold_close_stage (fold, BH_OUTCOME_STOPPED);
  bh_fold_close_ticket (fold, status);
}

static void
pause_by_code (BhFold *fold, gint64 until, const char *reason)
{
  bh_fold_pause (fold, until, (BhSuspendReason) bh_list_find (BH_LIST_SUSPEND_REASON, reason));
}

void
bh_fold_suspend (BhFold *fold)
{
  if (bh_fold_is_request (fold))
    ask (fold);
  else
    pause_by_code (fold, bh_payload_get_int (fold->payload, "until"),
                   bh_payload_get (fold->payload, "reason"));
}

void
bh_fold_void (BhFold *fold)
{
  if (bh_fold_is_request (fold))
    ask (fold);
  else
    end_ticket (fold, BH_STATUS_VOID);
}

void
bh_fold_ask (BhFold *fold)
{
  bh_fold_set_cause (fold);
  ask (fold);
}

/* The new deadline stands for limit and start of the completion clock from now on; later pauses
 * move it. */
static void
extend (BhFold *fold, gint64 due)
{
  BhTicket *ticket = fold->ticket;
  BhStage *stage = bh_ticket_get_open_stage (ticket);

  ticket->extended_due = due;
  ticket->extended_at = fold->event->at;
  ticket->calendar_id = bh_fold_get_calendar (fold);
  bh_fold_set_completion_due (fold, bh_deadline_get_completion (ticket, fold->office));
  if (stage != NULL && stage->stage == BH_STAGE_EXECUTE)
    bh_fold_set_stage_due (fold, stage);
}

static void
apply_request (BhFold *fold, BhRequest *request)
{
  if (request->verb == BH_VERB_SUSPEND)
    pause_by_code (fold, request->until_at, request->reason);
  else if (request->verb == BH_VERB_EXTEND)
    extend (fold, request->until_at);
  else if (request->verb == BH_VERB_VOID)
    end_ticket (fold, BH_STATUS_VOID);
  else if (request->verb == BH_VERB_DECLINE)
    end_ticket (fold, BH_STATUS_DECLINED);
  else
    {
      fold->ticket->exception = TRUE;
      end_ticket (fold, BH_STATUS_CLOSED);
    }
}

void
bh_fold_approve (BhFold *fold)
{
  BhRequest *request = bh_ticket_get_open_request (fold->ticket);

  bh_set_string (&request->note, bh_payload_get (fold->payload, "note"));
  decide (fold, request, BH_DECISION_APPROVED);
  apply_request (fold, request);
}

void
bh_fold_reject (BhFold *fold)
{
  BhRequest *request = bh_ticket_get_open_request (fold->ticket);

  bh_set_string (&request->note, bh_payload_get (fold->payload, "reason"));
  decide (fold, request, BH_DECISION_REJECTED);
}

void
bh_fold_lapse_request (BhFold *fold)
{
  BhRequest *request = bh_ticket_get_open_request (fold->ticket);

  if (request != NULL && !bh_loop_allows_status (request->verb, fold->ticket->status))
    decide (fold, request, BH_DECISION_LAPSED);
}
