/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-warning-queries.h"

#include "domain/bh-ticket-warnings.h"
#include "storage/bh-ticket-repository.h"

/* In no order, and twice what is both: sorted, the whole table would be read instead of the two
 * indexes. */
static const char SELECT_DUE[] = "SELECT id FROM ticket WHERE next_warning <= ?1"
                                 " UNION ALL SELECT id FROM ticket WHERE suspended_until <= ?1";

/* Clocks by #BhClockKind: 8 is the response, 9 the completion, the others are stages. */
static const char SELECT_NOTES[]
    = "SELECT t.id, t.number, t.summary, w.clock, w.threshold, w.at,"
      " CASE w.clock WHEN 8 THEN t.response_due WHEN 9 THEN t.completion_due ELSE s.due_at END,"
      " t.staff_id, t.department_id"
      " FROM warning AS w JOIN ticket AS t ON t.id = w.ticket_id"
      " LEFT JOIN stage AS s ON s.ticket_id = w.ticket_id AND s.seq = w.stage_seq"
      " WHERE w.at >= ?1 AND t.status < 80"
      " AND CASE w.clock WHEN 8 THEN t.responded_at IS NULL"
      " WHEN 9 THEN t.finished_at IS NULL AND w.round = t.round ELSE s.done_at IS NULL END"
      " AND NOT EXISTS (SELECT 1 FROM warning AS later WHERE later.ticket_id = w.ticket_id"
      " AND later.clock = w.clock AND later.stage_seq = w.stage_seq AND later.idx > w.idx)"
      " AND (?2 = 0 OR t.staff_id = ?2 OR (t.staff_id IS NULL AND t.department_id = ?3))"
      " ORDER BY w.at DESC, t.id DESC, w.idx DESC LIMIT ?4";

static const char SELECT_LAST_DUE[]
    = "SELECT MAX (completion_due) FROM ticket WHERE status < 80 AND completion_due IS NOT NULL";

/* What bh_schema_migrate_3() leaves open is before all time. */
static const char SELECT_LEFT_OPEN[] = "SELECT id FROM ticket WHERE next_warning < ?1";

static const char UPDATE_NEXT[] = "UPDATE ticket SET next_warning = ?2 WHERE id = ?1";

void
bh_warning_note_free (BhWarningNote *note)
{
  g_free (note->number);
  g_free (note->summary);
  g_free (note);
}

static GArray *
list_ids (BhConnection *connection, const char *sql, gint64 at, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhStatement *statement = bh_connection_prepare (connection, sql, error);
  BhStep step;

  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, at);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

GArray *
bh_warning_list_due (BhConnection *connection, gint64 at, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  return list_ids (connection, SELECT_DUE, at, error);
}

static BhWarningNote *
read_note (BhStatement *row)
{
  BhWarningNote *note = g_new0 (BhWarningNote, 1);

  note->ticket_id = bh_statement_get_int64 (row, 0);
  note->number = bh_statement_dup_text (row, 1);
  note->summary = bh_statement_dup_text (row, 2);
  note->clock = (BhClockKind) bh_statement_get_int64 (row, 3);
  note->threshold = (int) bh_statement_get_int64 (row, 4);
  note->at = bh_statement_get_int64 (row, 5);
  note->due = bh_statement_get_int64 (row, 6);
  note->staff_id = bh_statement_get_int64 (row, 7);
  note->department_id = bh_statement_get_int64 (row, 8);

  return note;
}

GPtrArray *
bh_warning_load_notes (BhConnection *connection,
                       gint64 since,
                       gint64 staff_id,
                       gint64 department_id,
                       guint limit,
                       GError **error)
{
  g_autoptr (GPtrArray) notes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_warning_note_free);
  BhStatement *statement;
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (connection, SELECT_NOTES, error);
  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, since);
  bh_statement_bind_int64 (statement, 2, staff_id);
  bh_statement_bind_int64 (statement, 3, department_id);
  bh_statement_bind_int64 (statement, 4, limit);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    g_ptr_array_add (notes, read_note (statement));

  return step == BH_STEP_DONE ? g_steal_pointer (&notes) : NULL;
}

gboolean
bh_warning_get_last_due (BhConnection *connection, gint64 *due, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  return bh_connection_get_single (connection, SELECT_LAST_DUE, due, error);
}

static gboolean
renew_ticket (BhConnection *connection, BhOffice *office, gint64 id, GError **error)
{
  g_autoptr (BhTicket) ticket = bh_ticket_repository_load (connection, id, error);
  BhStatement *statement
      = ticket != NULL ? bh_connection_prepare (connection, UPDATE_NEXT, error) : NULL;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_id (statement, 2, bh_ticket_get_next_warning (ticket, office));

  return bh_statement_run (statement, error);
}

static gboolean
renew_tickets (BhConnection *connection, BhOffice *office, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!renew_ticket (connection, office, g_array_index (ids, gint64, i), error))
      return FALSE;

  return bh_connection_commit (connection, error);
}

gboolean
bh_warning_renew (BhConnection *connection, BhOffice *office, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);

  ids = list_ids (connection, SELECT_LEFT_OPEN, 0, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;

  if (!bh_connection_begin_write (connection, error))
    return FALSE;
  if (renew_tickets (connection, office, ids, error))
    return TRUE;

  bh_connection_rollback (connection);

  return FALSE;
}
