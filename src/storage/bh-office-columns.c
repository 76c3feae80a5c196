/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-office-columns.h"

#define PAGE 1000

/* A page of rows is read before it is written, so that no statement reads a table that another one
 * changes. */
typedef struct
{
  gint64 id;
  gint64 idx; /* of a callback */
  gint64 received_at;
  gint64 finished_at;
  gint64 closed_at;
} Row;

static void
bind_part (BhStatement *statement, guint index, gint64 instant, int part)
{
  if (instant != 0)
    bh_statement_bind_int64 (statement, index, part);
  else
    bh_statement_bind_null (statement, index);
}

static gboolean
update_ticket (BhConnection *connection, BhOfficeTime *time, const Row *row, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      connection,
      "UPDATE ticket SET received_day = ?2, received_month = ?3, received_weekday = ?4,"
      " received_hour = ?5, finished_day = ?6, finished_month = ?7, closed_month = ?8"
      " WHERE id = ?1",
      error);
  BhLocalTime received, finished, closed;

  if (statement == NULL)
    return FALSE;

  bh_office_time_split (time, row->received_at, &received);
  bh_office_time_split (time, row->finished_at, &finished);
  bh_office_time_split (time, row->closed_at, &closed);
  bh_statement_bind_int64 (statement, 1, row->id);
  bh_statement_bind_int64 (statement, 2, received.day);
  bh_statement_bind_int64 (statement, 3, received.month);
  bh_statement_bind_int64 (statement, 4, received.weekday);
  bh_statement_bind_int64 (statement, 5, received.hour);
  bind_part (statement, 6, row->finished_at, finished.day);
  bind_part (statement, 7, row->finished_at, finished.month);
  bind_part (statement, 8, row->closed_at, closed.month);

  return bh_statement_run (statement, error);
}

static gboolean
update_callback (BhConnection *connection, BhOfficeTime *time, const Row *row, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      connection, "UPDATE callback SET at_month = ?3 WHERE ticket_id = ?1 AND idx = ?2", error);
  BhLocalTime at;

  if (statement == NULL)
    return FALSE;

  bh_office_time_split (time, row->received_at, &at);
  bh_statement_bind_int64 (statement, 1, row->id);
  bh_statement_bind_int64 (statement, 2, row->idx);
  bh_statement_bind_int64 (statement, 3, at.month);

  return bh_statement_run (statement, error);
}

typedef gboolean (*UpdateFunc) (BhConnection *connection,
                                BhOfficeTime *time,
                                const Row *row,
                                GError **error);

/* Fills @rows with the next page behind @last. */
static gboolean
read_page (BhConnection *connection, const char *sql, const Row *last, GArray *rows, GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, sql, error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  g_array_set_size (rows, 0);
  bh_statement_bind_int64 (statement, 1, last->id);
  bh_statement_bind_int64 (statement, 2, last->idx);
  bh_statement_bind_int64 (statement, 3, PAGE);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      Row row = { bh_statement_get_int64 (statement, 0), bh_statement_get_int64 (statement, 1),
                  bh_statement_get_int64 (statement, 2), bh_statement_get_int64 (statement, 3),
                  bh_statement_get_int64 (statement, 4) };

      g_array_append_val (rows, row);
    }

  return step == BH_STEP_DONE;
}

static gboolean
rebuild_table (BhConnection *connection,
               BhOfficeTime *time,
               const char *sql,
               UpdateFunc update,
               GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Row last = { .id = 0, .idx = -1 };

  do
    {
      if (!read_page (connection, sql, &last, rows, error))
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          last = g_array_index (rows, Row, i);
          if (!update (connection, time, &last, error))
            return FALSE;
        }
    }
  while (rows->len == PAGE);

  return TRUE;
}

gboolean
bh_office_columns_rebuild (BhWork *work, const char *zone, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  g_autoptr (BhOfficeTime) time = bh_office_time_new (zone, error);

  /* What this transaction has in memory would be saved with the old zone otherwise. */
  if (time == NULL || !bh_work_forget (work, error))
    return FALSE;

  return rebuild_table (connection, time,
                        "SELECT id, 0, received_at, finished_at, closed_at FROM ticket"
                        " WHERE id > ?1 ORDER BY id LIMIT ?3",
                        update_ticket, error)
         && rebuild_table (connection, time,
                           "SELECT ticket_id, idx, at, NULL, NULL FROM callback"
                           " WHERE ticket_id > ?1 OR (ticket_id = ?1 AND idx > ?2)"
                           " ORDER BY ticket_id, idx LIMIT ?3",
                           update_callback, error);
}
