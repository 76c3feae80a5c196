/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-household.h"

#include "domain/bh-types.h"

/* Three ways to belong to the household, each by an index of its own. */
static const char SELECT[]
    = "SELECT id FROM ticket WHERE status BETWEEN ?3 AND ?4 AND id IN ("
      "SELECT id FROM ticket WHERE place_id = ?1"
      " UNION SELECT c.ticket_id FROM complainant c"
      " JOIN contact_room r ON r.contact_id = c.contact_id WHERE r.room_id = ?1"
      " UNION SELECT c.ticket_id FROM complainant c"
      " JOIN contact_phone p ON p.contact_id = c.contact_id WHERE p.phone = ?2)"
      " ORDER BY received_at DESC, id DESC LIMIT ?5";

GArray *
bh_ticket_household_list_ids (BhConnection *connection,
                              gint64 room_id,
                              const char *phone,
                              gboolean ended,
                              guint limit,
                              GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (connection, SELECT, error);
  if (statement == NULL)
    return NULL;

  bh_statement_bind_id (statement, 1, room_id);
  bh_statement_bind_text (statement, 2, phone);
  bh_statement_bind_int64 (statement, 3, ended ? BH_STATUS_CLOSED : BH_STATUS_REGISTERED);
  bh_statement_bind_int64 (statement, 4, ended ? BH_STATUS_DECLINED : BH_STATUS_SIGNED);
  bh_statement_bind_int64 (statement, 5, limit);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}
