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

typedef struct
{
  char *insert;
  char *update;
  char *select;
  guint n_fields;
} TicketSql;

static const TicketSql *
get_ticket_sql (void)
{
  static TicketSql sql;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      guint n = bh_fields_count (bh_ticket_fields);
      GString *insert = g_string_new ("INSERT INTO ticket (id, version");
      GString *update = g_string_new ("UPDATE ticket SET version = version + 1");
      GString *select = g_string_new ("SELECT id, version");

      bh_fields_append (insert, bh_ticket_fields, n);
      g_string_append (insert, ", summary_key, place_key, contact_name, contact_key,"
                               " contact_phone, phone_reversed) VALUES (?1, ?2");
      bh_fields_append_values (insert, FIRST, n + N_KEYS);
      g_string_append_c (insert, ')');

      for (guint i = 0; i < n; i++)
        g_string_append_printf (update, ", %s = ?%u", bh_ticket_fields[i].column, FIRST + i);
      g_string_append (update, " WHERE id = ?1 AND version = ?2");

      bh_fields_append (select, bh_ticket_fields, bh_fields_count_stored (bh_ticket_fields));
      g_string_append (select, " FROM ticket WHERE id = ?1");

      sql.n_fields = n;
      sql.insert = g_string_free (insert, FALSE);
      sql.update = g_string_free (update, FALSE);
      sql.select = g_string_free (select, FALSE);
      g_once_init_leave (&once, 1);
    }

  return &sql;
}

static BhComplainant *
get_first_complainant (BhTicket *ticket)
{
  return ticket->complainants->len > 0 ? g_ptr_array_index (ticket->complainants, 0) : NULL;
}

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

BhTicket *
bh_ticket_repository_load (BhConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BhTicket) ticket = NULL;
  BhStatement *statement = bh_connection_prepare (connection, get_ticket_sql ()->select, error);
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
  bh_ticket_parts_remember (ticket, digest_keys (ticket));

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
  bind_keys (ticket, place_key, statement, FIRST + sql->n_fields);

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

static gboolean
update_row (BhConnection *connection, BhTicket *ticket, BhOfficeTime *time, GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, get_ticket_sql ()->update, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, ticket->id);
  bh_statement_bind_int64 (statement, 2, ticket->version);
  bh_fields_bind (bh_ticket_fields, ticket, time, statement, FIRST);
  if (!bh_statement_run (statement, error))
    return FALSE;

  if (bh_connection_count_changes (connection) == 0)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_CONFLICT,
                   _ ("Ticket %s was changed by somebody else meanwhile. Look at it again and "
                      "repeat what you did."),
                   ticket->number);
      return FALSE;
    }

  return bh_ticket_parts_has_extra (ticket, digest_keys (ticket))
         || update_keys (connection, ticket, error);
}

gboolean
bh_ticket_repository_save (BhConnection *connection,
                           BhTicket *ticket,
                           BhOfficeTime *time,
                           GError **error)
{
  gboolean done;

  g_return_val_if_fail (BH_IS_TICKET (ticket), FALSE);
  g_return_val_if_fail (ticket->id > 0, FALSE);

  if (ticket->version == 0)
    done = insert_row (connection, ticket, time, error);
  else
    done = update_row (connection, ticket, time, error);

  if (!done || !bh_ticket_parts_save (connection, ticket, time, error))
    return FALSE;

  ticket->version++;
  bh_ticket_parts_remember (ticket, digest_keys (ticket));

  return TRUE;
}
