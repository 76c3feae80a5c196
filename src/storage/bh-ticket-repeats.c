/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-repeats.h"

#include "domain/bh-types.h"

G_STATIC_ASSERT (BH_FIX_HOLDS_SECONDS == 2592000 && BH_STATUS_VOID == 90);

/* Most are what they were: no page is written for them. */
static const char RENEW[]
    = "UPDATE ticket SET repeated = 1 - repeated WHERE id = ?1"
      " AND repeated <> CASE WHEN " BH_SQL_REPEATED ("ticket") " THEN 1 ELSE 0 END";

gboolean
bh_ticket_repeats_renew (BhConnection *connection, GHashTable *ids, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      BhStatement *s = bh_connection_prepare (connection, RENEW, error);

      if (s == NULL)
        return FALSE;
      bh_statement_bind_int64 (s, 1, *(gint64 *) id);
      if (!bh_statement_run (s, error))
        return FALSE;
    }

  return TRUE;
}
