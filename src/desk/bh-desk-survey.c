/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-survey.h"

#include "desk/bh-desk-task.h"
#include "storage/bh-ticket-repository.h"

/* A survey on its way through the reader's thread. */
typedef struct
{
  GArray *ids; /* (owned) (element-type gint64) */
  BhActor actor;
  gint64 now;
  BhOffice *office; /* (owned) */
} Survey;

static void
survey_free (Survey *survey)
{
  g_array_unref (survey->ids);
  g_object_unref (survey->office);
  g_free (survey);
}

static gboolean
asks_for_one_ticket (const BhLoopRule *rule)
{
  for (guint i = 0; i < rule->n_inputs; i++)
    if (rule->inputs[i].required
        && (rule->inputs[i].type == BH_INPUT_TASK || rule->inputs[i].type == BH_INPUT_FILE))
      return TRUE;

  return FALSE;
}

gboolean
bh_desk_is_bulk_verb (BhVerb verb)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);

  return rule != NULL && verb != BH_VERB_NEW && verb != BH_VERB_UNDO && verb != BH_VERB_JOIN
         && verb != BH_VERB_CORRECT && verb != BH_VERB_CALLBACK && !asks_for_one_ticket (rule);
}

/* A ticket that is gone by now counts for nothing. */
static gboolean
count_ticket (
    Survey *survey, BhConnection *connection, gint64 ticket_id, GHashTable *counts, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BhTicket) ticket = bh_ticket_repository_load (connection, ticket_id, &local);
  g_autofree BhVerb *possible = NULL;

  if (ticket == NULL)
    {
      if (g_error_matches (local, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  possible = bh_loop_list_possible (ticket, &survey->actor, survey->office,
                                    MAX (survey->now, ticket->last_at), NULL);
  for (guint i = 0; possible[i] != BH_VERB_NONE; i++)
    {
      gpointer key = GINT_TO_POINTER ((int) possible[i]);

      g_hash_table_insert (
          counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }

  return TRUE;
}

static gpointer
survey_in_worker (BhConnection *connection,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  Survey *survey = user_data;
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GArray *result;
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  for (guint i = 0; i < survey->ids->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !count_ticket (survey, connection, g_array_index (survey->ids, gint64, i), counts,
                          error))
      return NULL;

  result = g_array_new (FALSE, FALSE, sizeof (BhVerbCount));
  for (guint i = 0; i < n_rules; i++)
    {
      gpointer key = GINT_TO_POINTER ((int) rules[i].verb);
      BhVerbCount count = { rules[i].verb, GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) };

      if (count.n_possible > 0 && bh_desk_is_bulk_verb (count.verb))
        g_array_append_val (result, count);
    }

  return result;
}

void
bh_desk_survey_many_async (BhDesk *self,
                           const gint64 *ticket_ids,
                           guint n_tickets,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Survey *survey;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (ticket_ids != NULL || n_tickets == 0);

  survey = g_new0 (Survey, 1);
  survey->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (survey->ids, ticket_ids, n_tickets);
  survey->office = g_object_ref (bh_desk_get_office (self));
  survey->now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self)));
  bh_desk_get_actor (self, &survey->actor);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (task, survey, (GDestroyNotify) survey_free);
  bh_desk_task_read (task, bh_desk_get_store (self), survey_in_worker, survey, NULL,
                     (GDestroyNotify) g_array_unref, G_PRIORITY_DEFAULT);
}

GArray *
bh_desk_survey_many_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
