/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-clock.h"
#include "domain/bh-deadline.h"

/* Suspension. The deadlines of what runs move at once, as if the ticket went on at `until`, so that
 * what is stored is right whether or not anybody looks; going on earlier moves them back. A
 * deadline that had passed when the pause began stays where it is. */

static BhPause *
get_open_pause (BhTicket *ticket)
{
  if (ticket->suspended_until == 0)
    return NULL;

  return g_ptr_array_index (ticket->pauses, ticket->pauses->len - 1);
}

static gint64
get_end (BhPause *pause)
{
  return pause->to_at != 0 ? pause->to_at : pause->until_at;
}

gint64
bh_fold_count_paused (BhTicket *ticket, gint64 from, gint64 to)
{
  gint64 seconds = 0;

  for (guint i = 0; i < ticket->pauses->len; i++)
    {
      BhPause *pause = g_ptr_array_index (ticket->pauses, i);
      gint64 begin = MAX (pause->from_at, from), end = MIN (get_end (pause), to);

      if (end > begin)
        seconds += (end - begin) / BH_USEC_PER_SEC;
    }

  return seconds;
}

/* Suspension is before the finish, so that all of it lies in the round and in the open stage from
 * its start on. */
static void
update_seconds (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;
  BhStage *stage = bh_ticket_get_open_stage (ticket);
  BhRound *round = bh_ticket_get_round (ticket);

  if (stage != NULL)
    stage->paused = bh_fold_count_paused (ticket, stage->started_at, G_MAXINT64);
  round->paused_inside = bh_fold_count_paused (ticket, round->started_at, G_MAXINT64);
}

/* What somebody wished or a ledger says has no limit that could be counted anew: it moves by the
 * pause as it was and as it is. */
static gint64
move_wish (gint64 due, BhPause *pause, gint64 old_end)
{
  if (due <= pause->from_at)
    return due;

  return due
         + ((get_end (pause) - pause->from_at) / BH_USEC_PER_SEC
            - (old_end - pause->from_at) / BH_USEC_PER_SEC)
               * BH_USEC_PER_SEC;
}

/* @old_end: when the pause ended before it was changed; its beginning where there was none */
static void
move_deadlines (BhFold *fold, BhPause *pause, gint64 old_end)
{
  BhTicket *ticket = fold->ticket;
  BhStage *stage = bh_ticket_get_open_stage (ticket);
  gboolean ledger = ticket->policy_id == 0;
  gint64 wished;

  update_seconds (fold);
  ticket->calendar_id = bh_fold_get_calendar (fold);
  ticket->work_due = move_wish (ticket->work_due, pause, old_end);

  if (ticket->response_due > pause->from_at)
    bh_fold_set_response_due (fold, ledger ? move_wish (ticket->response_due, pause, old_end)
                                           : bh_deadline_get_response (ticket, fold->office));
  wished = move_wish (ticket->completion_due, pause, old_end);
  if (ticket->completion_due > pause->from_at)
    bh_fold_set_completion_due (fold, ledger && ticket->extended_due == 0
                                          ? wished
                                          : bh_deadline_get_completion (ticket, fold->office));
  if (stage != NULL && stage->due_at > pause->from_at)
    bh_fold_set_stage_due (fold, stage);
}

static void
end_pause (BhFold *fold, gint64 at)
{
  BhPause *pause = get_open_pause (fold->ticket);

  pause->to_at = at;
  fold->ticket->suspended_at = 0;
  fold->ticket->suspended_until = 0;
  if (at != pause->until_at)
    move_deadlines (fold, pause, pause->until_at);
}

void
bh_fold_pause (BhFold *fold, gint64 until, BhSuspendReason reason)
{
  BhTicket *ticket = fold->ticket;
  BhPause *pause;

  bh_fold_resume (fold);
  pause = g_object_new (BH_TYPE_PAUSE, NULL);
  pause->round = ticket->round;
  pause->from_at = fold->event->at;
  pause->until_at = until;
  pause->reason = reason;
  g_ptr_array_add (ticket->pauses, pause);
  ticket->suspended_at = pause->from_at;
  ticket->suspended_until = until;
  move_deadlines (fold, pause, pause->from_at);
}

void
bh_fold_resume (BhFold *fold)
{
  if (get_open_pause (fold->ticket) != NULL)
    end_pause (fold, fold->event->at);
}

/* Whether the verb hands the ticket on or ends it; what only asks for approval does not, nor does
 * somebody who joins. */
static gboolean
moves_on (BhFold *fold)
{
  const BhLoopRule *rule = bh_loop_get_rule (fold->event->verb);

  return rule != NULL && rule->target == BH_LOOP_TARGET_STATUS && rule->verb != BH_VERB_JOIN
         && !bh_fold_is_request (fold);
}

void
bh_fold_wake (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;

  /* People may still enter what they did before a warning. */
  if (ticket->suspended_until == 0 || fold->event->verb == BH_VERB_WARN)
    return;
  if (ticket->suspended_until <= fold->event->at)
    end_pause (fold, ticket->suspended_until);
  else if (moves_on (fold))
    bh_fold_resume (fold);
}
