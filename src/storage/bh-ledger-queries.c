/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ledger-queries.h"

#include "domain/bh-types.h"

gboolean
bh_ledger_queries_is_empty (BhConnection *connection, gboolean *empty, GError **error)
{
  gint64 id;

  if (!bh_connection_get_single (connection, "SELECT id FROM ticket LIMIT 1", &id, error))
    return FALSE;
  *empty = id == 0;
  return TRUE;
}

GArray *
bh_ledger_queries_find_received (BhConnection *connection, gint64 received_at, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (
      connection, "SELECT id FROM ticket WHERE received_at = ?1 AND origin = ?2 ORDER BY id",
      error);
  if (statement == NULL)
    return NULL;
  bh_statement_bind_int64 (statement, 1, received_at);
  bh_statement_bind_int64 (statement, 2, BH_ORIGIN_LEDGER);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static void
spot_clear (gpointer data)
{
  g_free (((BhTicketSpot *) data)->place_text);
}

GArray *
bh_ledger_queries_list_spots (BhConnection *connection, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (BhTicketSpot));
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  g_array_set_clear_func (spots, spot_clear);
  statement = bh_connection_prepare (
      connection,
      "SELECT id, received_at, community_id, place_id, place_text, category_id FROM ticket"
      " WHERE received_at >= ?1 AND received_at <= ?2 AND status <> ?3"
      " AND category_id IS NOT NULL AND (place_id IS NOT NULL OR place_text IS NOT NULL)"
      " ORDER BY received_at, id",
      error);
  if (statement == NULL)
    return NULL;
  bh_statement_bind_int64 (statement, 1, from);
  bh_statement_bind_int64 (statement, 2, to);
  bh_statement_bind_int64 (statement, 3, BH_STATUS_VOID);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhTicketSpot spot = {
        .ticket_id = bh_statement_get_int64 (statement, 0),
        .received_at = bh_statement_get_int64 (statement, 1),
        .community_id = bh_statement_get_int64 (statement, 2),
        .place_id = bh_statement_get_int64 (statement, 3),
        .place_text = bh_statement_dup_text (statement, 4),
        .category_id = bh_statement_get_int64 (statement, 5),
      };

      g_array_append_val (spots, spot);
    }
  return step == BH_STEP_DONE ? g_steal_pointer (&spots) : NULL;
}
