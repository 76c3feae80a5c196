/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-parts.h"

#include "storage/bh-ticket-fields.h"

/* The rows of a ticket's parts. What they looked like when the ticket was last loaded or saved is
 * kept on it as digests, so that saving writes only the parts that changed. */

#define FIRST 4 /* parameter of the first field, after ticket_id, key and community_id */

typedef struct
{
  BhTicketDigests row;
  guint n[BH_N_TICKET_PARTS];        /* how many rows each part has */
  int first_keys[BH_N_TICKET_PARTS]; /* key of the first of them */
  guint64 *digests;                  /* (owned): of all parts, one after the other */
} Saved;

typedef struct
{
  char *insert;
  char *upsert;
  char *trim;
  char *select;
} PartSql;

static GQuark
saved_quark (void)
{
  return g_quark_from_static_string ("bh-ticket-saved");
}

static void
saved_free (Saved *saved)
{
  g_free (saved->digests);
  g_free (saved);
}

static const Saved *
get_saved (BhTicket *ticket)
{
  return g_object_get_qdata (G_OBJECT (ticket), saved_quark ());
}

static void
make_part_sql (const BhTicketPart *part, PartSql *sql)
{
  guint n = bh_fields_count (part->fields);
  GString *insert = g_string_new (NULL);
  GString *upsert = g_string_new (NULL);
  GString *select = g_string_new (NULL);

  g_string_printf (insert, "INSERT INTO %s (ticket_id, %s, community_id", part->table, part->key);
  bh_fields_append (insert, part->fields, n);
  g_string_append (insert, ") VALUES (?1, ?2, ?3");
  bh_fields_append_values (insert, FIRST, n);
  g_string_append_c (insert, ')');

  g_string_printf (upsert, "%s ON CONFLICT (ticket_id, %s) DO UPDATE SET community_id = ?3",
                   insert->str, part->key);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (upsert, ", %s = ?%u", part->fields[i].column, FIRST + i);

  g_string_printf (select, "SELECT %s", part->key);
  bh_fields_append (select, part->fields, bh_fields_count_stored (part->fields));
  g_string_append_printf (select, " FROM %s WHERE ticket_id = ?1 ORDER BY %s", part->table,
                          part->key);

  sql->insert = g_string_free (insert, FALSE);
  sql->upsert = g_string_free (upsert, FALSE);
  sql->select = g_string_free (select, FALSE);
  sql->trim = g_strdup_printf ("DELETE FROM %s WHERE ticket_id = ?1 AND (%s < ?2 OR %s > ?3)",
                               part->table, part->key, part->key);
}

static const PartSql *
get_part_sql (guint part)
{
  static PartSql sql[BH_N_TICKET_PARTS];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < BH_N_TICKET_PARTS; i++)
        make_part_sql (&bh_ticket_parts[i], &sql[i]);
      g_once_init_leave (&once, 1);
    }

  return &sql[part];
}

static guint64
digest_part (BhTicket *ticket, const BhTicketPart *part, guint index)
{
  gconstpointer element = g_ptr_array_index (bh_ticket_part_get_array (part, ticket), index);
  guint64 seed = bh_digest_int64 (1, bh_ticket_part_get_key (part, element, index));

  return bh_fields_digest (part->fields, element, bh_digest_int64 (seed, ticket->community_id));
}

static int
get_nth_key (const BhTicketPart *part, GPtrArray *array, guint index)
{
  return bh_ticket_part_get_key (part, g_ptr_array_index (array, index), index);
}

void
bh_ticket_parts_remember (BhTicket *ticket, const BhTicketDigests *row)
{
  Saved *saved = g_new0 (Saved, 1);
  guint at = 0, total = 0;

  saved->row = *row;
  for (guint i = 0; i < BH_N_TICKET_PARTS; i++)
    total += bh_ticket_part_get_array (&bh_ticket_parts[i], ticket)->len;
  saved->digests = g_new (guint64, MAX (total, 1));

  for (guint i = 0; i < BH_N_TICKET_PARTS; i++)
    {
      GPtrArray *array = bh_ticket_part_get_array (&bh_ticket_parts[i], ticket);

      saved->n[i] = array->len;
      saved->first_keys[i] = array->len > 0 ? get_nth_key (&bh_ticket_parts[i], array, 0) : 0;
      for (guint j = 0; j < array->len; j++)
        saved->digests[at++] = digest_part (ticket, &bh_ticket_parts[i], j);
    }

  g_object_set_qdata_full (G_OBJECT (ticket), saved_quark (), saved, (GDestroyNotify) saved_free);
}

static gboolean
load_part (BhConnection *connection, BhTicket *ticket, guint number, GError **error)
{
  const BhTicketPart *part = &bh_ticket_parts[number];
  GPtrArray *array = bh_ticket_part_get_array (part, ticket);
  BhStatement *statement = bh_connection_prepare (connection, get_part_sql (number)->select, error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, ticket->id);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      char *element = g_object_new (part->get_type (), NULL);

      if (part->key_offset >= 0)
        *(int *) (gpointer) (element + part->key_offset)
            = (int) bh_statement_get_int64 (statement, 0);
      bh_fields_read (part->fields, element, statement, 1);
      g_ptr_array_add (array, element);
    }

  return step == BH_STEP_DONE;
}

gboolean
bh_ticket_parts_load (BhConnection *connection, BhTicket *ticket, GError **error)
{
  for (guint i = 0; i < BH_N_TICKET_PARTS; i++)
    if (!load_part (connection, ticket, i, error))
      return FALSE;

  return TRUE;
}

const BhTicketDigests *
bh_ticket_parts_get_row (BhTicket *ticket)
{
  const Saved *saved = get_saved (ticket);

  return saved != NULL ? &saved->row : NULL;
}

/* Deletes the rows whose key is outside of @first to @last. */
static gboolean
keep_keys (
    BhConnection *connection, BhTicket *ticket, guint number, int first, int last, GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, get_part_sql (number)->trim, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, ticket->id);
  bh_statement_bind_int64 (statement, 2, first);
  bh_statement_bind_int64 (statement, 3, last);

  return bh_statement_run (statement, error);
}

static gboolean
trim_part (
    BhConnection *connection, BhTicket *ticket, guint number, const Saved *saved, GError **error)
{
  const BhTicketPart *part = &bh_ticket_parts[number];
  GPtrArray *array = bh_ticket_part_get_array (part, ticket);
  int first = array->len > 0 ? get_nth_key (part, array, 0) : 0;
  int last = array->len > 0 ? get_nth_key (part, array, array->len - 1) : -1;

  if (ticket->version == 0)
    return TRUE;
  if (saved != NULL
      && (saved->n[number] == 0
          || (saved->n[number] <= array->len && saved->first_keys[number] == first)))
    return TRUE;

  return keep_keys (connection, ticket, number, first, last, error);
}

/* Whether a row that was there is another one now, or gone. */
static gboolean
is_changed (BhTicket *ticket, guint number, const Saved *saved, guint at)
{
  const BhTicketPart *part = &bh_ticket_parts[number];
  GPtrArray *array = bh_ticket_part_get_array (part, ticket);

  if (saved == NULL)
    return ticket->version > 0;
  for (guint i = 0; i < MIN (saved->n[number], array->len); i++)
    if (saved->digests[at + i] != digest_part (ticket, part, i))
      return TRUE;

  return saved->n[number] > array->len;
}

/* @sql: insert where the row cannot be there yet, which is cheaper, else upsert */
static gboolean
write_part (BhConnection *connection,
            const char *sql,
            BhTicket *ticket,
            guint number,
            guint index,
            BhOfficeTime *time,
            GError **error)
{
  const BhTicketPart *part = &bh_ticket_parts[number];
  gpointer element = g_ptr_array_index (bh_ticket_part_get_array (part, ticket), index);
  BhStatement *statement = bh_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, ticket->id);
  bh_statement_bind_int64 (statement, 2, bh_ticket_part_get_key (part, element, index));
  bh_statement_bind_id (statement, 3, ticket->community_id);
  bh_fields_bind (part->fields, element, time, statement, FIRST);

  return bh_statement_run (statement, error);
}

gboolean
bh_ticket_parts_save (BhConnection *connection,
                      BhTicket *ticket,
                      BhOfficeTime *time,
                      GError **error)
{
  const Saved *saved = get_saved (ticket);
  guint at = 0;

  for (guint i = 0; i < BH_N_TICKET_PARTS; i++)
    {
      GPtrArray *array = bh_ticket_part_get_array (&bh_ticket_parts[i], ticket);
      const PartSql *sql = get_part_sql (i);
      guint known = saved != NULL ? saved->n[i] : 0;
      gboolean unknown = saved == NULL && ticket->version > 0;
      gboolean anew = bh_ticket_parts[i].rewritten && is_changed (ticket, i, saved, at);

      if (!(anew ? keep_keys (connection, ticket, i, 0, -1, error)
                 : trim_part (connection, ticket, i, saved, error)))
        return FALSE;

      for (guint j = 0; j < array->len; j++)
        {
          if (!anew && j < known
              && saved->digests[at + j] == digest_part (ticket, &bh_ticket_parts[i], j))
            continue;
          if (!write_part (connection, j < known || unknown ? sql->upsert : sql->insert, ticket, i,
                           j, time, error))
            return FALSE;
        }
      at += known;
    }

  return TRUE;
}
