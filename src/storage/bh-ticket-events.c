/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-repository.h"

/* Events as rows: written once, read in order, never changed; but for the months whose figures
 * changed with one, which no hash is over (bh-figure-marks.c). */

gboolean
bh_ticket_repository_insert_event (BhConnection *connection,
                                   BhEvent *event,
                                   gint64 community_id,
                                   GError **error)
{
  g_autofree char *payload = NULL;
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_EVENT (event), FALSE);
  g_return_val_if_fail (event->id > 0 && event->hash != NULL, FALSE);

  statement = bh_connection_prepare (
      connection,
      "INSERT INTO event (id, community_id, ticket_id, seq, verb, at, recorded_at, actor_id,"
      " entered_by, salt, payload, hash)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      error);
  if (statement == NULL)
    return FALSE;

  payload = bh_payload_to_text (event->payload);
  bh_statement_bind_int64 (statement, 1, event->id);
  bh_statement_bind_id (statement, 2, community_id);
  bh_statement_bind_int64 (statement, 3, event->ticket_id);
  bh_statement_bind_int64 (statement, 4, event->seq);
  bh_statement_bind_int64 (statement, 5, event->verb);
  bh_statement_bind_int64 (statement, 6, event->at);
  bh_statement_bind_int64 (statement, 7, event->recorded_at);
  bh_statement_bind_id (statement, 8, event->actor_id);
  bh_statement_bind_id (statement, 9, event->entered_by);
  bh_statement_bind_int64 (statement, 10, event->salt);
  bh_statement_bind_text (statement, 11, payload);
  bh_statement_bind_text (statement, 12, event->hash);

  return bh_statement_run (statement, error);
}

static BhEvent *
read_event (BhStatement *statement, gint64 ticket_id, GError **error)
{
  g_autoptr (BhPayload) payload = bh_payload_parse (bh_statement_get_text (statement, 8), error);
  BhEvent *event;

  if (payload == NULL)
    return NULL;

  event = bh_event_new (
      (BhVerb) bh_statement_get_int64 (statement, 2), bh_statement_get_int64 (statement, 3),
      bh_statement_get_int64 (statement, 4), bh_statement_get_int64 (statement, 5),
      bh_statement_get_int64 (statement, 6), payload);
  event->ticket_id = ticket_id;
  event->id = bh_statement_get_int64 (statement, 0);
  event->seq = (int) bh_statement_get_int64 (statement, 1);
  event->salt = bh_statement_get_int64 (statement, 7);
  event->hash = bh_statement_dup_text (statement, 9);

  return event;
}

GPtrArray *
bh_ticket_repository_load_events (BhConnection *connection, gint64 ticket_id, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  BhStatement *statement = bh_connection_prepare (
      connection,
      "SELECT id, seq, verb, at, recorded_at, actor_id, entered_by, salt, payload, hash"
      " FROM event WHERE ticket_id = ?1 ORDER BY seq",
      error);
  BhStep step;

  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, ticket_id);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhEvent *event = read_event (statement, ticket_id, error);

      if (event == NULL)
        {
          bh_statement_reset (statement);
          return NULL;
        }
      g_ptr_array_add (events, event);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&events) : NULL;
}
