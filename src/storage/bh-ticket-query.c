/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-query.h"

#include "storage/bh-filter-sql.h"

/* How a column sorts: @first before @second (nullable), with the table that @join names. What is
 * empty stands at the end in both directions. */
typedef struct
{
  const char *join;
  const char *first;
  const char *second;
} Order;

static const Order orders[] = {
  [BH_TICKET_COLUMN_NUMBER] = { "", "t.number", NULL },
  [BH_TICKET_COLUMN_KIND] = { "", "t.kind", NULL },
  [BH_TICKET_COLUMN_GRADE] = { "", "t.grade", NULL },
  [BH_TICKET_COLUMN_STATUS] = { "", "t.status", NULL },
  [BH_TICKET_COLUMN_SUMMARY] = { "", "NULLIF (t.summary_key, '')", NULL },
  /* A top category stands before its leaves. */
  [BH_TICKET_COLUMN_CATEGORY] = { " LEFT JOIN category AS leaf ON leaf.id = t.category_id"
                                  " LEFT JOIN category AS top ON top.id = leaf.parent_id",
                                  "COALESCE (top.sort_key, leaf.sort_key)",
                                  "CASE WHEN top.id IS NULL THEN '' ELSE leaf.sort_key END" },
  [BH_TICKET_COLUMN_COMMUNITY]
  = { " LEFT JOIN place AS x ON x.id = t.community_id", "x.sort_key", NULL },
  [BH_TICKET_COLUMN_PLACE] = { "", "NULLIF (t.place_key, '')", NULL },
  [BH_TICKET_COLUMN_CONTACT] = { "", "NULLIF (t.contact_key, '')", NULL },
  [BH_TICKET_COLUMN_CHANNEL]
  = { " LEFT JOIN channel AS x ON x.id = t.channel_id", "x.sort_key", NULL },
  [BH_TICKET_COLUMN_DEPARTMENT]
  = { " LEFT JOIN department AS x ON x.id = t.department_id", "x.sort_key", NULL },
  [BH_TICKET_COLUMN_PERSON] = { " LEFT JOIN staff AS x ON x.id = t.staff_id", "x.sort_key", NULL },
  [BH_TICKET_COLUMN_RECEIVED] = { "", "t.received_at", NULL },
  [BH_TICKET_COLUMN_RESPONDED] = { "", "t.responded_at", NULL },
  [BH_TICKET_COLUMN_COMPLETION_DUE] = { "", "t.completion_due", NULL },
  [BH_TICKET_COLUMN_FINISHED] = { "", "t.finished_at", NULL },
  [BH_TICKET_COLUMN_CLOSED] = { "", "t.closed_at", NULL },
  [BH_TICKET_COLUMN_ROUND] = { "", "t.round", NULL },
  [BH_TICKET_COLUMN_REMINDERS] = { "", "t.reminders", NULL },
  [BH_TICKET_COLUMN_TIME_LEFT] = { "", "t.next_due", NULL },
  [BH_TICKET_COLUMN_PROMISED] = { "", "t.promised_at", NULL },
};

BhTicketQuery *
bh_ticket_query_new (BhTicketFilter *filter,
                     BhOffice *office,
                     gint64 as_of,
                     BhTicketColumn sort,
                     gboolean descending)
{
  BhTicketQuery *self = g_new0 (BhTicketQuery, 1);

  self->filter = filter != NULL ? bh_ticket_filter_ref (filter) : NULL;
  self->office = g_object_ref (office);
  self->as_of = as_of;
  self->sort = sort;
  self->descending = descending;

  return self;
}

void
bh_ticket_query_free (BhTicketQuery *self)
{
  g_clear_pointer (&self->filter, bh_ticket_filter_unref);
  g_clear_object (&self->office);
  g_free (self);
}

static void
append_among (GString *sql, GArray *among)
{
  g_string_append (sql, " AND t.id IN (0");
  for (guint i = 0; i < among->len; i++)
    g_string_append_printf (sql, ", %" G_GINT64_FORMAT, g_array_index (among, gint64, i));
  g_string_append_c (sql, ')');
}

static char *
make_sql (BhTicketQuery *self, BhFilterSql *where, GArray *among, gboolean limited)
{
  const Order *order = &orders[self->sort];
  const char *direction = self->descending ? "DESC" : "ASC";
  GString *sql = g_string_new ("SELECT t.id FROM ticket AS t");

  g_string_append_printf (sql, "%s WHERE %s", order->join, bh_filter_sql_get_condition (where));
  if (among != NULL)
    append_among (sql, among);
  g_string_append_printf (sql, " ORDER BY %s %s NULLS LAST", order->first, direction);
  if (order->second != NULL)
    g_string_append_printf (sql, ", %s %s", order->second, direction);
  g_string_append_printf (sql, ", t.id %s", direction);
  if (limited)
    g_string_append (sql, " LIMIT ?1 OFFSET ?2");

  return g_string_free (sql, FALSE);
}

GArray *
bh_ticket_query_list_ids (BhTicketQuery *self,
                          BhConnection *connection,
                          GArray *among,
                          gint64 limit,
                          gint64 offset,
                          GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BhFilterSql) where = NULL;
  g_autofree char *sql = NULL;
  gboolean limited = limit >= 0 || offset > 0;
  BhStatement *statement;
  BhStep step;

  where = bh_filter_sql_new (self->filter, self->office, "t", limited ? 3 : 1, self->as_of, error);
  if (where == NULL)
    return NULL;

  sql = make_sql (self, where, among, limited);
  statement = bh_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return NULL;

  bh_filter_sql_bind (where, statement);
  if (limited)
    {
      bh_statement_bind_int64 (statement, 1, limit >= 0 ? limit : G_MAXINT64);
      bh_statement_bind_int64 (statement, 2, offset);
    }
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (statement, 0);

      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

GArray *
bh_ticket_repository_list_ids (BhConnection *connection,
                               BhTicketFilter *filter,
                               BhOffice *office,
                               gint64 as_of,
                               BhTicketColumn sort,
                               gboolean descending,
                               gint64 limit,
                               gint64 offset,
                               GError **error)
{
  g_autoptr (BhTicketQuery) query = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (bh_ticket_column_get_code (sort) != NULL, NULL);

  query = bh_ticket_query_new (filter, office, as_of, sort, descending);

  return bh_ticket_query_list_ids (query, connection, NULL, limit, offset, error);
}

gboolean
bh_ticket_repository_has_any (BhConnection *connection, gboolean *has_any, GError **error)
{
  gint64 found;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (has_any != NULL, FALSE);

  if (!bh_connection_get_single (connection,
                                 "SELECT CASE WHEN EXISTS (SELECT 1 FROM ticket) THEN 1 ELSE 0 END",
                                 &found, error))
    return FALSE;
  *has_any = found != 0;

  return TRUE;
}
