/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-repository.h"

#include "base/bh-i18n.h"

/* Ids that one statement asks for: its text is the same for any number of them. */
#define CHUNK 64

G_DEFINE_FINAL_TYPE (BhTicketRow, bh_ticket_row, G_TYPE_OBJECT)

static const struct
{
  const char *code;
  const char *label;
} columns[] = {
  [BH_TICKET_COLUMN_NUMBER] = { "number", N_ ("Number") },
  [BH_TICKET_COLUMN_KIND] = { "kind", N_ ("Kind") },
  [BH_TICKET_COLUMN_GRADE] = { "grade", N_ ("Grade") },
  [BH_TICKET_COLUMN_STATUS] = { "status", N_ ("Status") },
  [BH_TICKET_COLUMN_SUMMARY] = { "summary", N_ ("Summary") },
  [BH_TICKET_COLUMN_CATEGORY] = { "category", N_ ("Category") },
  [BH_TICKET_COLUMN_COMMUNITY] = { "community", N_ ("Community") },
  [BH_TICKET_COLUMN_PLACE] = { "place", N_ ("Place") },
  [BH_TICKET_COLUMN_CONTACT] = { "contact", N_ ("Contact") },
  [BH_TICKET_COLUMN_CHANNEL] = { "channel", N_ ("Channel") },
  [BH_TICKET_COLUMN_DEPARTMENT] = { "department", N_ ("Department") },
  [BH_TICKET_COLUMN_PERSON] = { "person", N_ ("Person") },
  [BH_TICKET_COLUMN_RECEIVED] = { "received", N_ ("Received") },
  [BH_TICKET_COLUMN_RESPONDED] = { "responded", N_ ("Responded") },
  [BH_TICKET_COLUMN_COMPLETION_DUE] = { "completion-due", N_ ("Completion due") },
  [BH_TICKET_COLUMN_FINISHED] = { "finished", N_ ("Finished") },
  [BH_TICKET_COLUMN_CLOSED] = { "closed", N_ ("Closed") },
  [BH_TICKET_COLUMN_ROUND] = { "round", N_ ("Round") },
  [BH_TICKET_COLUMN_REMINDERS] = { "reminders", N_ ("Reminders") },
  [BH_TICKET_COLUMN_TIME_LEFT] = { "time-left", N_ ("Time left") },
  [BH_TICKET_COLUMN_PROMISED] = { "promised", N_ ("Promised") },
};

const char *
bh_ticket_column_get_code (BhTicketColumn column)
{
  return (guint) column < G_N_ELEMENTS (columns) ? columns[column].code : NULL;
}

const char *
bh_ticket_column_get_label (BhTicketColumn column)
{
  g_return_val_if_fail (bh_ticket_column_get_code (column) != NULL, "");

  return _ (columns[column].label);
}

BhTicketColumn
bh_ticket_column_find (const char *code)
{
  for (guint i = 1; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (columns[i].code, code) == 0)
      return (BhTicketColumn) i;

  return 0;
}

static void
bh_ticket_row_finalize (GObject *object)
{
  BhTicketRow *self = BH_TICKET_ROW (object);

  g_free (self->number);
  g_free (self->summary);
  g_free (self->place);
  g_free (self->contact);

  G_OBJECT_CLASS (bh_ticket_row_parent_class)->finalize (object);
}

static void
bh_ticket_row_class_init (BhTicketRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_ticket_row_finalize;
}

static void
bh_ticket_row_init (BhTicketRow *self)
{
}

static const char SELECT_ROWS[]
    = "SELECT t.id, t.number, t.summary, t.kind, t.grade, t.status, t.round, t.reminders,"
      " t.community_id, t.category_id, t.channel_id, t.department_id, t.staff_id,"
      " COALESCE (p.path, t.place_text), t.contact_name, t.received_at, t.responded_at,"
      " t.response_due, t.completion_due, t.finished_at, t.closed_at, t.next_due, t.next_clock,"
      " t.promised_at"
      " FROM ticket AS t LEFT JOIN place AS p ON p.id = t.place_id WHERE t.id IN (";

static char *
make_select (void)
{
  GString *sql = g_string_new (SELECT_ROWS);

  for (guint i = 1; i <= CHUNK; i++)
    g_string_append_printf (sql, i > 1 ? ", ?%u" : "?%u", i);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static BhTicketRow *
read_row (BhStatement *s)
{
  BhTicketRow *row = g_object_new (BH_TYPE_TICKET_ROW, NULL);
  guint column = 0;

  row->id = bh_statement_get_int64 (s, column++);
  row->number = bh_statement_dup_text (s, column++);
  row->summary = bh_statement_dup_text (s, column++);
  row->kind = (BhKind) bh_statement_get_int64 (s, column++);
  row->grade = (BhGrade) bh_statement_get_int64 (s, column++);
  row->status = (BhStatus) bh_statement_get_int64 (s, column++);
  row->round = (int) bh_statement_get_int64 (s, column++);
  row->reminders = (int) bh_statement_get_int64 (s, column++);
  row->community_id = bh_statement_get_int64 (s, column++);
  row->category_id = bh_statement_get_int64 (s, column++);
  row->channel_id = bh_statement_get_int64 (s, column++);
  row->department_id = bh_statement_get_int64 (s, column++);
  row->staff_id = bh_statement_get_int64 (s, column++);
  row->place = bh_statement_dup_text (s, column++);
  row->contact = bh_statement_dup_text (s, column++);
  row->received_at = bh_statement_get_int64 (s, column++);
  row->responded_at = bh_statement_get_int64 (s, column++);
  row->response_due = bh_statement_get_int64 (s, column++);
  row->completion_due = bh_statement_get_int64 (s, column++);
  row->finished_at = bh_statement_get_int64 (s, column++);
  row->closed_at = bh_statement_get_int64 (s, column++);
  row->next_due = bh_statement_get_int64 (s, column++);
  row->next_clock = (BhClockKind) bh_statement_get_int64 (s, column++);
  row->promised_at = bh_statement_get_int64 (s, column++);

  return row;
}

/* Reads the rows of at most CHUNK ids into @found, by id. */
static gboolean
read_chunk (BhConnection *connection,
            const char *sql,
            const gint64 *ids,
            guint n_ids,
            GHashTable *found,
            GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, sql, error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < CHUNK; i++)
    bh_statement_bind_id (statement, i + 1, i < n_ids ? ids[i] : 0);

  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhTicketRow *row = read_row (statement);

      g_hash_table_insert (found, &row->id, row);
    }

  return step == BH_STEP_DONE;
}

GPtrArray *
bh_ticket_repository_load_rows (BhConnection *connection,
                                const gint64 *ids,
                                guint n_ids,
                                GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n_ids, g_object_unref);
  g_autoptr (GHashTable) found
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  g_autofree char *sql = make_select ();

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  for (guint i = 0; i < n_ids; i += CHUNK)
    if (!read_chunk (connection, sql, ids + i, MIN (n_ids - i, CHUNK), found, error))
      return NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      BhTicketRow *row = g_hash_table_lookup (found, &ids[i]);

      if (row != NULL)
        g_ptr_array_add (rows, g_object_ref (row));
    }

  return g_steal_pointer (&rows);
}
