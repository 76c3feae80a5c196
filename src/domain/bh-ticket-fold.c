/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-text.h"
#include "domain/bh-error.h"

/* The fold: what each event does to a ticket. Pure; the gates were checked when the event was
 * made, so the fold only refuses what cannot be (bh_loop_allows_status()).
 *
 * Payload of the events; ids and instants as numbers, codes of closed lists as codes:
 *
 *   new          number kind grade summary policy [channel category community place place-text
 *                contact contact-name phone reachable department description remedy public-text
 *                occurred concerns first-answer external-number external-due repeat-of];
 *                the receipt is the event's `at`
 *   import       as new without policy, and received status [person responded response-due
 *                completion-due finished signed closed result score comment rounds]
 *   answer       result [adopted]
 *   dispatch     department [person due]
 *   accept       [person]
 *   return       reason [note]
 *   transfer     department reason [person note]
 *   investigate  cause responsibility [preventable facts]
 *   plan         measure [promised told]
 *   finish       result [cost cause]
 *   sign         by [complainant note cause signature]; complainant is an index from 0, signature
 *                the content hash of its picture
 *   refuse       reason [complainant]
 *   attempt      [complainant note cause last]; last: on a third office day, nobody asks again
 *   callback     reached [score timely solved polite note rework reason complainant cause
 *                last]
 *   contact      text [channel by];  note  text;  remind  [text]
 *   correct      reason, old.KEY for each KEY, and any of summary description remedy occurred
 *                concerns channel kind place place-text community contact contact-name phone
 *                reachable
 *   regrade      grade policy reason;  recategorize  category policy reason
 *   warn         clock threshold [stage]; of a clock that does not run it says nothing
 *   task         department what [due]
 *   task-done    task result;  task-waive  task reason; task counts from 1
 *   attach       hash name type size use [note]
 *   withdraw     reason;  void  reason [approval];  reopen  reason [department]
 *   link         repeat-of
 *   join         ticket number main main-seq [contact contact-name phone reachable]: a
 *                complainant of `ticket` comes with `number`; it belongs to event main-seq of the
 *                ticket `main`
 *   part         ticket number main main-seq: the complainants of `ticket` leave
 *   merge        into;  unmerge  seq (of the merge)
 *   undo         seq (of the event that is undone)
 *   suspend      reason until [note approval];  resume  [in-time], where it goes on by itself
 *   extend       due reason approval;  decline  reason approval
 *   close-exception  reason approval [cause]
 *   approve      [note];  reject  reason
 *
 * approval is "wanted" where the event only asks for what it names. An event of a ticket whose
 * policy counts office hours has `calendar`, the version then in force.
 */

typedef void (*ApplyFunc) (BhFold *fold);

static void
finish_round (BhFold *fold)
{
  BhRound *round = bh_ticket_get_round (fold->ticket);

  fold->ticket->finished_at = fold->event->at;
  round->finished_at = fold->event->at;
  round->finished_by = fold->event->actor_id;
}

static void
apply_answer (BhFold *fold)
{
  bh_fold_respond (fold);
  bh_set_string (&fold->ticket->result, bh_payload_get (fold->payload, "result"));
  fold->ticket->adopted = (BhTri) bh_payload_get_tri (fold->payload, "adopted");
  bh_fold_close_stage (fold, BH_OUTCOME_STOPPED);
  finish_round (fold);
  bh_fold_close_ticket (fold, BH_STATUS_CLOSED);
}

static void
hand_over (BhFold *fold)
{
  fold->ticket->department_id = bh_payload_get_int (fold->payload, "department");
  fold->ticket->staff_id = bh_payload_get_int (fold->payload, "person");
  fold->ticket->status = BH_STATUS_DISPATCHED;
  bh_fold_open_stage (fold, BH_STAGE_ACCEPT);
}

static void
apply_dispatch (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;

  if (ticket->status == BH_STATUS_REGISTERED)
    bh_fold_end_stage (fold, BH_STAGE_DISPATCH);
  else
    bh_fold_close_stage (fold, BH_OUTCOME_TRANSFERRED);
  if (ticket->first_dispatched_at == 0)
    ticket->first_dispatched_at = fold->event->at;
  ticket->work_due = bh_payload_get_int (fold->payload, "due");
  hand_over (fold);
}

static void
apply_accept (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;

  bh_fold_end_stage (fold, BH_STAGE_ACCEPT);
  if (bh_payload_get (fold->payload, "person") != NULL)
    ticket->staff_id = bh_payload_get_int (fold->payload, "person");
  if (ticket->first_accepted_at == 0)
    {
      ticket->first_accepted_at = fold->event->at;
      ticket->accept_paused = bh_fold_count_paused (ticket, ticket->received_at, fold->event->at);
    }
  /* Where nobody can be reached, acceptance is the response. */
  if (!bh_ticket_is_reachable (ticket))
    bh_fold_respond (fold);
  ticket->status = BH_STATUS_ACCEPTED;
  bh_fold_open_work_stage (fold, BH_STAGE_INVESTIGATE);
}

static void
count_move (BhFold *fold)
{
  if (g_strcmp0 (bh_payload_get (fold->payload, "reason"),
                 bh_list_get_code (BH_LIST_MOVE_REASON, BH_MOVE_WRONG_DEPARTMENT))
      == 0)
    fold->ticket->wrong_department++;
}

static void
apply_return (BhFold *fold)
{
  bh_fold_close_stage (fold, BH_OUTCOME_RETURNED);
  count_move (fold);
  fold->ticket->department_id = 0;
  fold->ticket->staff_id = 0;
  fold->ticket->status = BH_STATUS_REGISTERED;
  bh_fold_open_stage (fold, BH_STAGE_DISPATCH);
}

static void
apply_transfer (BhFold *fold)
{
  bh_fold_close_stage (fold, BH_OUTCOME_TRANSFERRED);
  count_move (fold);
  hand_over (fold);
}

static void
apply_investigate (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;

  bh_fold_end_stage (fold, BH_STAGE_INVESTIGATE);
  bh_fold_set_cause (fold);
  ticket->responsibility = (BhResponsibility) bh_list_find (
      BH_LIST_RESPONSIBILITY, bh_payload_get (fold->payload, "responsibility"));
  ticket->preventable = (BhTri) bh_payload_get_tri (fold->payload, "preventable");
  bh_set_string (&ticket->facts, bh_payload_get (fold->payload, "facts"));
  ticket->status = BH_STATUS_INVESTIGATED;
  bh_fold_open_work_stage (fold, BH_STAGE_PLAN);
}

static void
apply_plan (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;

  bh_fold_end_stage (fold, BH_STAGE_PLAN);
  bh_set_string (&ticket->measure, bh_payload_get (fold->payload, "measure"));
  ticket->promised_at = bh_payload_get_int (fold->payload, "promised");
  ticket->owner_told = (BhTri) bh_payload_get_tri (fold->payload, "told");
  if (ticket->owner_told == BH_TRI_YES)
    bh_fold_respond (fold);
  ticket->status = BH_STATUS_PLANNED;
  bh_fold_open_stage (fold, BH_STAGE_EXECUTE);
}

static void
apply_finish (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;

  bh_fold_end_stage (fold, BH_STAGE_EXECUTE);
  bh_fold_set_cause (fold);
  bh_set_string (&ticket->result, bh_payload_get (fold->payload, "result"));
  ticket->cost = bh_payload_get_int (fold->payload, "cost");
  finish_round (fold);
  ticket->status = BH_STATUS_FINISHED;
  bh_fold_open_stage (fold, BH_STAGE_SIGN);
}

static void
apply_remind (BhFold *fold)
{
  fold->ticket->reminders++;
}

static void
apply_nothing (BhFold *fold)
{
}

static void
apply_regrade (BhFold *fold)
{
  fold->ticket->grade
      = (BhGrade) bh_list_find (BH_LIST_GRADE, bh_payload_get (fold->payload, "grade"));
  bh_fold_set_policy (
      fold, bh_office_get_policy (fold->office, bh_payload_get_int (fold->payload, "policy")));
}

static void
apply_recategorize (BhFold *fold)
{
  fold->ticket->category_id = bh_payload_get_int (fold->payload, "category");
  bh_fold_set_policy (
      fold, bh_office_get_policy (fold->office, bh_payload_get_int (fold->payload, "policy")));
}

static void
apply_withdraw (BhFold *fold)
{
  bh_fold_close_stage (fold, BH_OUTCOME_STOPPED);
  bh_fold_close_ticket (fold, BH_STATUS_WITHDRAWN);
}

static void
apply_reopen (BhFold *fold)
{
  if (bh_payload_get (fold->payload, "department") != NULL)
    {
      fold->ticket->department_id = bh_payload_get_int (fold->payload, "department");
      fold->ticket->staff_id = 0;
    }
  bh_fold_start_round (fold);
}

static const ApplyFunc apply_funcs[BH_N_VERBS] = {
  [BH_VERB_NEW] = bh_fold_new,
  [BH_VERB_ANSWER] = apply_answer,
  [BH_VERB_DISPATCH] = apply_dispatch,
  [BH_VERB_ACCEPT] = apply_accept,
  [BH_VERB_RETURN] = apply_return,
  [BH_VERB_TRANSFER] = apply_transfer,
  [BH_VERB_INVESTIGATE] = apply_investigate,
  [BH_VERB_PLAN] = apply_plan,
  [BH_VERB_FINISH] = apply_finish,
  [BH_VERB_SIGN] = bh_fold_sign,
  [BH_VERB_REFUSE] = bh_fold_refuse,
  [BH_VERB_ATTEMPT] = bh_fold_attempt,
  [BH_VERB_CALLBACK] = bh_fold_callback,
  [BH_VERB_CONTACT] = bh_fold_respond,
  [BH_VERB_NOTE] = apply_nothing,
  [BH_VERB_REMIND] = apply_remind,
  [BH_VERB_CORRECT] = bh_fold_correct,
  [BH_VERB_REGRADE] = apply_regrade,
  [BH_VERB_RECATEGORIZE] = apply_recategorize,
  [BH_VERB_WITHDRAW] = apply_withdraw,
  [BH_VERB_VOID] = bh_fold_void,
  [BH_VERB_REOPEN] = apply_reopen,
  [BH_VERB_IMPORT] = bh_fold_import,
  [BH_VERB_WARN] = bh_fold_warn,
  [BH_VERB_LINK] = bh_fold_link,
  [BH_VERB_JOIN] = bh_fold_join,
  [BH_VERB_PART] = bh_fold_part,
  [BH_VERB_MERGE] = bh_fold_merge,
  [BH_VERB_TASK] = bh_fold_task,
  [BH_VERB_TASK_DONE] = bh_fold_task_done,
  [BH_VERB_TASK_WAIVE] = bh_fold_task_waive,
  [BH_VERB_ATTACH] = bh_fold_attach,
  [BH_VERB_SUSPEND] = bh_fold_suspend,
  [BH_VERB_RESUME] = bh_fold_resume,
  [BH_VERB_EXTEND] = bh_fold_ask,
  [BH_VERB_DECLINE] = bh_fold_ask,
  [BH_VERB_CLOSE_EXCEPTION] = bh_fold_ask,
  [BH_VERB_APPROVE] = bh_fold_approve,
  [BH_VERB_REJECT] = bh_fold_reject,
};

static gboolean
can_follow (BhTicket *ticket, BhEvent *event)
{
  if (event->verb <= BH_VERB_NONE || event->verb >= BH_N_VERBS || apply_funcs[event->verb] == NULL)
    return FALSE;
  if (event->verb == BH_VERB_NEW)
    return ticket->status == BH_STATUS_NONE;
  if (event->verb == BH_VERB_IMPORT)
    return ticket->status == BH_STATUS_NONE || ticket->origin == BH_ORIGIN_LEDGER;

  /* What comes by itself does nothing where what it was about was undone. */
  if (bh_event_is_transparent (event) || event->verb == BH_VERB_PART)
    return ticket->status != BH_STATUS_NONE;

  return bh_loop_allows_status (event->verb, ticket->status);
}

/* A regrade without its policy would leave the deadlines behind; a ledger's ticket has none. */
static gboolean
has_policy (BhEvent *event, BhOffice *office)
{
  gint64 id = bh_payload_get_int (event->payload, "policy");

  if (event->verb != BH_VERB_NEW && event->verb != BH_VERB_REGRADE
      && event->verb != BH_VERB_RECATEGORIZE)
    return TRUE;

  return bh_office_get_policy (office, id) != NULL;
}

/* An answer needs a question, and to approve it must still be possible. */
static gboolean
has_request (BhTicket *ticket, BhEvent *event)
{
  BhRequest *request;

  if (event->verb != BH_VERB_APPROVE && event->verb != BH_VERB_REJECT)
    return TRUE;

  request = bh_ticket_get_open_request (ticket);

  return request != NULL && bh_loop_allows_status (request->verb, ticket->status);
}

static gboolean
check (BhTicket *ticket, BhEvent *event, BhOffice *office, GError **error)
{
  if (can_follow (ticket, event) && has_policy (event, office) && has_request (ticket, event))
    return TRUE;

  g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_HISTORY,
               "event %d (%s) of ticket %s cannot follow at status %d", event->seq,
               bh_list_get_code (BH_LIST_VERB, (int) event->verb),
               ticket->number != NULL ? ticket->number : "?", (int) ticket->status);

  return FALSE;
}

static void
advance (BhTicket *ticket, BhEvent *event, BhOffice *office)
{
  BhFold fold
      = { ticket, event, event->payload, office, bh_office_get_policy (office, ticket->policy_id) };

  bh_fold_wake (&fold);
  apply_funcs[event->verb](&fold);
  bh_fold_lapse_request (&fold);
  ticket->id = event->ticket_id;
  /* A warning is told when the clock is looked at: what people did before may be entered later. */
  if (event->verb == BH_VERB_WARN)
    return;
  /* Work done here makes it a ticket of the desk: a later import leaves it alone. */
  if (event->verb != BH_VERB_IMPORT)
    ticket->origin = BH_ORIGIN_DESK;
  ticket->last_at = MAX (ticket->last_at, event->at);
}

static void
set_head (BhTicket *ticket, BhEvent *event, BhOffice *office)
{
  ticket->head_seq = event->seq;
  bh_set_string (&ticket->head_hash, event->hash);
  bh_fold_update_paused (ticket);
  bh_fold_update_next_due (ticket);
  bh_fold_update_parts (ticket);
  bh_fold_update_kept (ticket);
  bh_fold_update_answers (ticket, office);
  bh_fold_update_next_warning (ticket, office);
}

gboolean
bh_ticket_apply (BhTicket *self, BhEvent *event, BhOffice *office, GError **error)
{
  g_return_val_if_fail (BH_IS_TICKET (self), FALSE);
  g_return_val_if_fail (BH_IS_EVENT (event), FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);

  if (!check (self, event, office, error))
    return FALSE;

  advance (self, event, office);
  set_head (self, event, office);

  return TRUE;
}

BhTicket *
bh_ticket_fold (GPtrArray *events, BhOffice *office, GError **error)
{
  g_autoptr (BhTicket) ticket = bh_ticket_new ();
  g_autoptr (GHashTable) undone = NULL;

  g_return_val_if_fail (events != NULL, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  undone = bh_history_collect_undone (events);
  for (guint i = 0; i < events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (events, i);

      if (g_hash_table_contains (undone, GINT_TO_POINTER (event->seq)))
        continue;
      if (!check (ticket, event, office, error))
        return NULL;
      advance (ticket, event, office);
    }
  if (events->len > 0)
    set_head (ticket, g_ptr_array_index (events, events->len - 1), office);

  return g_steal_pointer (&ticket);
}
