/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-repository.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "storage/bh-ticket-fields.h"
#include "storage/bh-ticket-parts.h"

/* The mapper between a ticket and its row; the parts are in bh-ticket-parts.c. Statements are made
 * once from the fields. */

#define KEY_CHARS 16 /* of a text that count for sorting */

#define FIRST 3  /* parameter of the first field, after id and version */
#define N_KEYS 6 /* columns to search and sort by, after the fields */

/* The statements whose columns are always the same. */
typedef struct
{
  char *insert;
  char *select;
  guint insert_keys; /* first parameter of the keys */
} TicketSql;

static char *
make_insert (guint n_fields)
{
  GString *sql = g_string_new ("INSERT INTO ticket (id, version");

  bh_fields_append (sql, bh_ticket_fields, n_fields);
  g_string_append (sql, ", summary_key, place_key, contact_name, contact_key, contact_phone,"
                        " phone_reversed) VALUES (?1, ?2");
  bh_fields_append_values (sql, FIRST, n_fields + N_KEYS);
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static char *
make_select (void)
{
  GString *sql = g_string_new ("SELECT id, version");

  bh_fields_append (sql, bh_ticket_fields, bh_fields_count_stored (bh_ticket_fields));
  g_string_append (sql, " FROM ticket WHERE id = ?1");

  return g_string_free (sql, FALSE);
}

static const TicketSql *
get_ticket_sql (void)
{
  static TicketSql sql;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sql.insert = make_insert (BH_N_TICKET_FIELDS);
      sql.insert_keys = FIRST + BH_N_TICKET_FIELDS;
      sql.select = make_select ();
      g_once_init_leave (&once, 1);
    }

  return &sql;
}

static BhComplainant *
get_first_complainant (BhTicket *ticket)
{
  return ticket->complainants->len > 0 ? g_ptr_array_index (ticket->complainants, 0) : NULL;
}

/* What the keys are made of */
static guint64
digest_keys (BhTicket *ticket)
{
  BhComplainant *first = get_first_complainant (ticket);
  guint64 digest = bh_digest_text (1, ticket->summary);

  digest = bh_digest_int64 (digest, ticket->place_id);
  digest = bh_digest_text (digest, ticket->place_text);
  digest = bh_digest_text (digest, first != NULL ? first->name : NULL);

  return bh_digest_text (digest, first != NULL ? first->phone : NULL);
}

static void
digest_row (BhTicket *ticket, BhTicketDigests *digests)
{
  bh_fields_digest_each (bh_ticket_fields, ticket, digests->fields);
  digests->keys = digest_keys (ticket);
}

gint64
bh_ticket_repository_find (BhConnection *connection, const char *number, GError **error)
{
  BhStatement *statement;
  gint64 id = 0;

  g_return_val_if_fail (number != NULL, 0);

  statement = bh_connection_prepare (connection, "SELECT id FROM ticket WHERE number = ?1", error);
  if (statement == NULL)
    return 0;

  bh_statement_bind_text (statement, 1, number);
  if (bh_statement_step (statement, error) == BH_STEP_ROW)
    {
      id = bh_statement_get_int64 (statement, 0);
      bh_statement_reset (statement);
    }

  return id;
}

static const char SELECT_MERGED[]
    = "WITH RECURSIVE merged (id) AS (SELECT t.id FROM ticket AS t WHERE t.merged_into = ?1"
      " UNION SELECT t.id FROM ticket AS t JOIN merged AS m ON t.merged_into = m.id)"
      " SELECT id FROM merged ORDER BY id";

GArray *
bh_ticket_repository_list_merged (BhConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhStatement *statement = bh_connection_prepare (connection, SELECT_MERGED, error);
  BhStep step = BH_STEP_ERROR;

  if (statement != NULL)
    bh_statement_bind_int64 (statement, 1, id);
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 merged = bh_statement_get_int64 (statement, 0);

      g_array_append_val (ids, merged);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

BhTicket *
bh_ticket_repository_load (BhConnection *connection, gint64 id, GError **error)
{
  const TicketSql *sql = get_ticket_sql ();
  g_autoptr (BhTicket) ticket = NULL;
  BhStatement *statement = bh_connection_prepare (connection, sql->select, error);
  BhTicketDigests digests;
  BhStep step;

  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, id);
  step = bh_statement_step (statement, error);
  if (step == BH_STEP_DONE)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                 _ ("This ticket does not exist any more. Load the list again."));
  if (step != BH_STEP_ROW)
    return NULL;

  ticket = bh_ticket_new ();
  ticket->id = bh_statement_get_int64 (statement, 0);
  ticket->version = bh_statement_get_int64 (statement, 1);
  bh_fields_read (bh_ticket_fields, ticket, statement, 2);
  bh_statement_reset (statement);

  if (!bh_ticket_parts_load (connection, ticket, error))
    return NULL;
  digest_row (ticket, &digests);
  bh_ticket_parts_remember (ticket, &digests);

  return g_steal_pointer (&ticket);
}

static gboolean
make_place_key (BhConnection *connection, BhTicket *ticket, char **key, GError **error)
{
  BhStatement *statement;
  BhStep step;

  if (ticket->place_id == 0)
    {
      *key = bh_text_sort_key (ticket->place_text, KEY_CHARS);
      return TRUE;
    }

  statement = bh_connection_prepare (connection, "SELECT sort_key FROM place WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, ticket->place_id);
  step = bh_statement_step (statement, error);
  *key = step == BH_STEP_ROW ? bh_statement_dup_text (statement, 0) : g_strdup ("");
  if (step != BH_STEP_ERROR)
    bh_statement_reset (statement);

  return step != BH_STEP_ERROR;
}

static void
bind_keys (BhTicket *ticket, const char *place_key, BhStatement *statement, guint first)
{
  BhComplainant *complainant = get_first_complainant (ticket);
  const char *name = complainant != NULL ? complainant->name : NULL;
  const char *phone = complainant != NULL ? complainant->phone : NULL;
  g_autofree char *summary_key = bh_text_sort_key (ticket->summary, KEY_CHARS);
  g_autofree char *contact_key = bh_text_sort_key (name, KEY_CHARS);
  g_autofree char *reversed = phone != NULL ? g_utf8_strreverse (phone, -1) : NULL;

  bh_statement_bind_text (statement, first, summary_key);
  bh_statement_bind_text (statement, first + 1, place_key);
  bh_statement_bind_text (statement, first + 2, name);
  bh_statement_bind_text (statement, first + 3, contact_key);
  bh_statement_bind_text (statement, first + 4, phone);
  bh_statement_bind_text (statement, first + 5, reversed);
}

static gboolean
insert_row (BhConnection *connection, BhTicket *ticket, BhOfficeTime *time, GError **error)
{
  const TicketSql *sql = get_ticket_sql ();
  g_autofree char *place_key = NULL;
  BhStatement *statement;

  if (!make_place_key (connection, ticket, &place_key, error))
    return FALSE;

  statement = bh_connection_prepare (connection, sql->insert, error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, ticket->id);
  bh_statement_bind_int64 (statement, 2, 1);
  bh_fields_bind (bh_ticket_fields, ticket, time, statement, FIRST);
  bind_keys (ticket, place_key, statement, sql->insert_keys);

  return bh_statement_run (statement, error);
}

static gboolean
update_keys (BhConnection *connection, BhTicket *ticket, GError **error)
{
  g_autofree char *place_key = NULL;
  BhStatement *statement;

  if (!make_place_key (connection, ticket, &place_key, error))
    return FALSE;

  statement = bh_connection_prepare (connection,
                                     "UPDATE ticket SET summary_key = ?2, place_key = ?3,"
                                     " contact_name = ?4, contact_key = ?5, contact_phone = ?6,"
                                     " phone_reversed = ?7 WHERE id = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, ticket->id);
  bind_keys (ticket, place_key, statement, 2);

  return bh_statement_run (statement, error);
}

/* Names the columns that changed: the others keep their indexes as they are. */
static gboolean
update_fields (BhConnection *connection,
               BhTicket *ticket,
               const guint64 *before,
               const guint64 *now,
               BhOfficeTime *time,
               GError **error)
{
  g_autoptr (GString) sql = g_string_new ("UPDATE ticket SET version = version + 1");
  BhStatement *statement;

  bh_fields_append_changes (sql, bh_ticket_fields, before, now, FIRST);
  g_string_append (sql, " WHERE id = ?1 AND version = ?2");
  statement = bh_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, ticket->id);
  bh_statement_bind_int64 (statement, 2, ticket->version);
  bh_fields_bind_changes (bh_ticket_fields, ticket, before, now, time, statement, FIRST);
  if (!bh_statement_run (statement, error))
    return FALSE;
  if (bh_connection_count_changes (connection) > 0)
    return TRUE;

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_CONFLICT,
               _ ("Ticket %s was changed by somebody else meanwhile. Look at it again and repeat "
                  "what you did."),
               ticket->number);

  return FALSE;
}

static gboolean
update_row (BhConnection *connection,
            BhTicket *ticket,
            const BhTicketDigests *now,
            BhOfficeTime *time,
            GError **error)
{
  const BhTicketDigests *saved = bh_ticket_parts_get_row (ticket);

  return update_fields (connection, ticket, saved != NULL ? saved->fields : NULL, now->fields, time,
                        error)
         && ((saved != NULL && saved->keys == now->keys)
             || update_keys (connection, ticket, error));
}

gboolean
bh_ticket_repository_save (BhConnection *connection,
                           BhTicket *ticket,
                           BhOfficeTime *time,
                           GError **error)
{
  BhTicketDigests now;
  gboolean done;

  g_return_val_if_fail (BH_IS_TICKET (ticket), FALSE);
  g_return_val_if_fail (ticket->id > 0, FALSE);

  digest_row (ticket, &now);
  if (ticket->version == 0)
    done = insert_row (connection, ticket, time, error);
  else
    done = update_row (connection, ticket, &now, time, error);

  if (!done || !bh_ticket_parts_save (connection, ticket, time, error))
    return FALSE;

  ticket->version++;
  bh_ticket_parts_remember (ticket, &now);

  return TRUE;
}
