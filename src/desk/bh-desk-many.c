/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-many.h"

#include "desk/bh-desk-task.h"
#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "storage/bh-ticket-repository.h"

static void
many_result_free (BhManyResult *result)
{
  g_free (result->number);
  g_free (result->summary);
  g_free (result->refusal);
  g_free (result);
}

/* A bulk verb on its way through the writer's thread, or its preview through the reader's. */
typedef struct
{
  BhVerb verb;
  gint64 ticket_id; /* of several verbs on one ticket */
  GArray *steps;    /* (owned) (element-type BhVerbStep): inputs owned */
  GPtrArray *asked; /* (owned) (element-type BhManyResult): tickets, of undo with their `seq` */
  BhActor actor;
  gint64 now;
  BhOffice *office; /* (owned) */
  GPtrArray *done;  /* (owned) (element-type BhManyResult): the result */
  BhTicket *ticket; /* (owned) (nullable): the result of several verbs */
} Job;

static void
clear_step (BhVerbStep *step)
{
  bh_payload_unref (step->inputs);
}

static void
job_free (Job *job)
{
  g_array_unref (job->steps);
  g_ptr_array_unref (job->asked);
  g_clear_pointer (&job->done, g_ptr_array_unref);
  g_clear_object (&job->office);
  g_clear_object (&job->ticket);
  g_free (job);
}

static GPtrArray *
new_results (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) many_result_free);
}

static BhManyResult *
add_result (GPtrArray *results, gint64 ticket_id, int seq, const char *refusal)
{
  BhManyResult *result = g_new0 (BhManyResult, 1);

  result->ticket_id = ticket_id;
  result->seq = seq;
  result->refusal = g_strdup (refusal);
  g_ptr_array_add (results, result);

  return result;
}

static void
name_ticket (BhManyResult *result, BhTicket *ticket)
{
  result->number = g_strdup (ticket->number);
  result->summary = g_strdup (ticket->summary);
}

static Job *
job_new (BhDesk *desk, BhVerb verb)
{
  Job *job = g_new0 (Job, 1);

  job->verb = verb;
  job->steps = g_array_new (FALSE, FALSE, sizeof (BhVerbStep));
  g_array_set_clear_func (job->steps, (GDestroyNotify) clear_step);
  job->asked = new_results ();
  job->office = g_object_ref (bh_desk_get_office (desk));
  job->now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (desk)));
  bh_desk_get_actor (desk, &job->actor);

  return job;
}

static void
add_step (Job *job, BhVerb verb, BhPayload *inputs, gint64 at)
{
  BhVerbStep step = { verb, bh_payload_copy (inputs), at };

  g_array_append_val (job->steps, step);
}

static void
add_tickets (Job *job, const gint64 *ticket_ids, guint n_tickets)
{
  for (guint i = 0; i < n_tickets; i++)
    add_result (job->asked, ticket_ids[i], 0, NULL);
}

static gboolean
do_all_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Job *job = user_data;

  g_set_object (&job->ticket,
                bh_verbs_do_all (work, job->ticket_id, (BhVerbStep *) job->steps->data,
                                 job->steps->len, &job->actor, error));

  return job->ticket != NULL;
}

/* One ticket of the job, for bh_work_try(). */
typedef struct
{
  Job *job;
  BhManyResult *asked;
  BhManyResult *done;
} Part;

/* A bulk verb is taken back where nothing was done since, whoever did it. */
static gboolean
check_last (BhWork *work, BhTicket *ticket, int seq, GError **error)
{
  g_autoptr (GPtrArray) events = bh_work_load_events (work, ticket->id, error);
  BhEvent *last;

  if (events == NULL)
    return FALSE;

  last = bh_history_get_last (events);
  if (last != NULL && last->seq == seq)
    return TRUE;

  return bh_domain_refuse (error, _ ("%s went on since: it stays as it is."), ticket->number);
}

static gboolean
do_part (BhWork *work, gpointer user_data, GError **error)
{
  Part *part = user_data;
  BhVerbStep *step = &g_array_index (part->job->steps, BhVerbStep, 0);
  BhTicket *ticket = bh_work_load_ticket (work, part->asked->ticket_id, error);

  if (ticket == NULL)
    return FALSE;
  name_ticket (part->done, ticket);
  if (step->verb == BH_VERB_UNDO && part->asked->seq != 0
      && !check_last (work, ticket, part->asked->seq, error))
    return FALSE;

  ticket = bh_verbs_do (work, step->verb, ticket->id, step->inputs, &part->job->actor, step->at,
                        error);
  if (ticket != NULL)
    part->done->seq = ticket->head_seq;

  return ticket != NULL;
}

/* What the office refuses is told; what the database cannot do ends it all. */
static gboolean
is_refusal (const GError *error)
{
  return error->domain == BH_DOMAIN_ERROR
         || g_error_matches (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
}

static gboolean
do_many_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Job *job = user_data;

  g_clear_pointer (&job->done, g_ptr_array_unref);
  job->done = new_results ();
  for (guint i = 0; i < job->asked->len; i++)
    {
      BhManyResult *asked = g_ptr_array_index (job->asked, i);
      Part part = { job, asked, add_result (job->done, asked->ticket_id, 0, NULL) };
      g_autoptr (GError) local = NULL;

      if (g_cancellable_set_error_if_cancelled (bh_work_get_cancellable (work), error))
        return FALSE;
      if (bh_work_try (work, do_part, &part, &local))
        continue;
      if (!is_refusal (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      part.done->seq = 0;
      part.done->refusal = g_strdup (local->message);
    }

  return TRUE;
}

static gboolean
preview_one (Job *job, BhConnection *connection, gint64 ticket_id, GError **error)
{
  g_autoptr (BhTicket) ticket = bh_ticket_repository_load (connection, ticket_id, error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) refusal = NULL;
  BhEvent *last = NULL;

  if (ticket == NULL)
    return FALSE;
  if (job->verb == BH_VERB_UNDO)
    {
      events = bh_ticket_repository_load_events (connection, ticket_id, error);
      if (events == NULL)
        return FALSE;
      last = bh_history_get_last (events);
    }

  bh_loop_check (ticket, job->verb, &job->actor, job->office, MAX (job->now, ticket->last_at), last,
                 &refusal);
  name_ticket (add_result (job->done, ticket_id, 0, refusal != NULL ? refusal->message : NULL),
               ticket);

  return TRUE;
}

static gpointer
preview_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Job *job = user_data;

  g_clear_pointer (&job->done, g_ptr_array_unref);
  job->done = new_results ();
  for (guint i = 0; i < job->asked->len; i++)
    {
      BhManyResult *asked = g_ptr_array_index (job->asked, i);
      g_autoptr (GError) local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (preview_one (job, connection, asked->ticket_id, &local))
        continue;
      if (!is_refusal (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      add_result (job->done, asked->ticket_id, 0, local->message);
    }

  return g_steal_pointer (&job->done);
}

static GTask *
task_new (BhDesk *self,
          Job *job,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  /* What was committed is told, also to somebody who did not want to wait. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);

  return task;
}

static void
all_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (bh_store_write_finish (BH_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&job->ticket), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
bh_desk_do_all_async (BhDesk *self,
                      gint64 ticket_id,
                      const BhVerbStep *steps,
                      guint n_steps,
                      const BhActor *actor,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Job *job;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (steps != NULL && n_steps > 0);

  job = job_new (self, BH_VERB_NONE);
  job->ticket_id = ticket_id;
  if (actor != NULL)
    job->actor = *actor;
  for (guint i = 0; i < n_steps; i++)
    add_step (job, steps[i].verb, steps[i].inputs, steps[i].at);
  bh_store_write_async (bh_desk_get_store (self), do_all_in_worker, job, NULL, G_PRIORITY_DEFAULT,
                        cancellable, all_written_cb,
                        task_new (self, job, cancellable, callback, user_data));
}

static gboolean
undo_all_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_autoptr (BhPayload) inputs = bh_payload_new ();
  BhTicket *ticket = NULL;

  for (guint i = 0; i < job->asked->len; i++)
    {
      BhManyResult *asked = g_ptr_array_index (job->asked, i);

      ticket = bh_work_load_ticket (work, asked->ticket_id, error);
      if (ticket == NULL || !check_last (work, ticket, asked->seq, error))
        return FALSE;
      ticket = bh_verbs_do (work, BH_VERB_UNDO, ticket->id, inputs, &job->actor, 0, error);
      if (ticket == NULL)
        return FALSE;
    }
  g_set_object (&job->ticket, ticket);

  return TRUE;
}

void
bh_desk_undo_all_async (BhDesk *self,
                        BhTicket *ticket,
                        guint n_steps,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (BH_IS_TICKET (ticket));
  g_return_if_fail (n_steps > 0);

  job = job_new (self, BH_VERB_UNDO);
  /* every verb is one event */
  for (guint i = 0; i < n_steps; i++)
    add_result (job->asked, ticket->id, ticket->head_seq - (int) i, NULL);
  bh_store_write_async (bh_desk_get_store (self), undo_all_in_worker, job, NULL, G_PRIORITY_DEFAULT,
                        cancellable, all_written_cb,
                        task_new (self, job, cancellable, callback, user_data));
}

BhTicket *
bh_desk_do_all_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
many_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (bh_store_write_finish (BH_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&job->done), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
write_many (BhDesk *self,
            Job *job,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  bh_store_write_async (bh_desk_get_store (self), do_many_in_worker, job, NULL, G_PRIORITY_DEFAULT,
                        cancellable, many_written_cb,
                        task_new (self, job, cancellable, callback, user_data));
}

void
bh_desk_do_many_async (BhDesk *self,
                       BhVerb verb,
                       const gint64 *ticket_ids,
                       guint n_tickets,
                       BhPayload *inputs,
                       gint64 at,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Job *job;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (inputs != NULL);

  job = job_new (self, verb);
  add_step (job, verb, inputs, at);
  add_tickets (job, ticket_ids, n_tickets);
  write_many (self, job, cancellable, callback, user_data);
}

void
bh_desk_undo_many_async (BhDesk *self,
                         GPtrArray *results,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (BhPayload) inputs = bh_payload_new ();
  Job *job;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (results != NULL);

  job = job_new (self, BH_VERB_UNDO);
  add_step (job, BH_VERB_UNDO, inputs, 0);
  /* from the last to the first, as they may have touched each other */
  for (guint i = results->len; i > 0; i--)
    {
      BhManyResult *result = g_ptr_array_index (results, i - 1);

      if (result->seq != 0)
        add_result (job->asked, result->ticket_id, result->seq, NULL);
    }
  write_many (self, job, cancellable, callback, user_data);
}

void
bh_desk_preview_many_async (BhDesk *self,
                            BhVerb verb,
                            const gint64 *ticket_ids,
                            guint n_tickets,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Job *job;

  g_return_if_fail (BH_IS_DESK (self));

  job = job_new (self, verb);
  add_tickets (job, ticket_ids, n_tickets);
  bh_desk_task_read (task_new (self, job, cancellable, callback, user_data),
                     bh_desk_get_store (self), preview_in_worker, job, NULL,
                     (GDestroyNotify) g_ptr_array_unref, G_PRIORITY_DEFAULT);
}

GPtrArray *
bh_desk_many_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
