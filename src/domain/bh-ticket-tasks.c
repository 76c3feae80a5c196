/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-text.h"

/* Work of assisting departments. A task belongs to the round in which it was asked for, and stays
 * open through returns, transfers and rework until it is done or waived; with the end of the ticket
 * what is still open is waived. Its date is what two departments agreed on and no deadline of the
 * loop: a suspension of the ticket leaves it where it is. */

BhTask *
bh_ticket_get_task (BhTicket *self, gint64 number)
{
  g_return_val_if_fail (BH_IS_TICKET (self), NULL);

  if (number < 1 || number > self->tasks->len)
    return NULL;

  return g_ptr_array_index (self->tasks, number - 1);
}

void
bh_fold_task (BhFold *fold)
{
  BhTask *task = g_object_new (BH_TYPE_TASK, NULL);

  task->round = fold->ticket->round;
  task->seq = fold->event->seq;
  task->department_id = bh_payload_get_int (fold->payload, "department");
  bh_set_string (&task->what, bh_payload_get (fold->payload, "what"));
  task->asked_at = fold->event->at;
  task->asked_by = fold->event->actor_id;
  task->due_at = bh_payload_get_int (fold->payload, "due");
  g_ptr_array_add (fold->ticket->tasks, task);
}

static void
end_task (BhFold *fold, BhTask *task, BhTaskOutcome outcome, const char *result)
{
  if (task == NULL || task->outcome != BH_TASK_OPEN)
    return;

  task->outcome = outcome;
  task->done_at = fold->event->at;
  task->done_by = fold->event->actor_id;
  bh_set_string (&task->result, result);
}

static BhTask *
get_named_task (BhFold *fold)
{
  return bh_ticket_get_task (fold->ticket, bh_payload_get_int (fold->payload, "task"));
}

void
bh_fold_task_done (BhFold *fold)
{
  end_task (fold, get_named_task (fold), BH_TASK_DONE, bh_payload_get (fold->payload, "result"));
}

void
bh_fold_task_waive (BhFold *fold)
{
  end_task (fold, get_named_task (fold), BH_TASK_WAIVED, bh_payload_get (fold->payload, "reason"));
}

void
bh_fold_end_tasks (BhFold *fold)
{
  for (guint i = 0; i < fold->ticket->tasks->len; i++)
    end_task (fold, g_ptr_array_index (fold->ticket->tasks, i), BH_TASK_WAIVED, NULL);
}
