/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows-private.h"

#include "base/bh-text.h"
#include "storage/bh-like.h"
#include "storage/bh-register-private.h"

#include <string.h>

/* Contacts as rows, each with all its phones and its first room. */

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_CARE,
  COLUMN_RETIRED,
  COLUMN_ROOM_ID,
  COLUMN_ROOM,
  COLUMN_COMMUNITY_ID,
  COLUMN_COMMUNITY,
};

/* Where there are several communities, a room is said with its own. */
#define ROOM                                                                                       \
  "CASE WHEN p.parent_id IS NOT NULL"                                                              \
  " AND (SELECT COUNT(*) FROM place o WHERE o.parent_id IS NULL) > 1"                              \
  " THEN q.name || '/' || p.path ELSE p.path END"
#define COLUMNS                                                                                    \
  "c.id, c.name, c.kind, c.care, c.retired, r.room_id, " ROOM ", p.community_id, q.name"
#define TABLES                                                                                     \
  " FROM contact c LEFT JOIN contact_room r ON r.contact_id = c.id AND r.idx ="                    \
  " (SELECT MIN (s.idx) FROM contact_room s WHERE s.contact_id = c.id)"                            \
  " LEFT JOIN place p ON p.id = r.room_id LEFT JOIN place q ON q.id = p.community_id"

/* Returns: (transfer full) (nullable): the phones of a contact, joined by ";" */
static char *
load_phones (BhConnection *connection, gint64 contact_id, GError **error)
{
  g_autoptr (GString) phones = g_string_new (NULL);
  BhStatement *statement = bh_connection_prepare (
      connection, "SELECT phone FROM contact_phone WHERE contact_id = ?1 ORDER BY idx", error);
  BhStep step = BH_STEP_ERROR;

  if (statement != NULL)
    bh_statement_bind_int64 (statement, 1, contact_id);
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    g_string_append_printf (phones, "%s%s", phones->len > 0 ? ";" : "",
                            bh_statement_get_text (statement, 0));

  return step == BH_STEP_DONE ? g_string_free (g_steal_pointer (&phones), FALSE) : NULL;
}

static BhRegisterRow *
read_row (BhConnection *connection, BhStatement *row, GError **error)
{
  g_autofree char *phones
      = load_phones (connection, bh_statement_get_int64 (row, COLUMN_ID), error);
  g_autoptr (BhContact) contact = NULL;

  if (phones == NULL)
    return NULL;

  contact = bh_contact_new (bh_statement_get_int64 (row, COLUMN_ID),
                            bh_statement_get_text (row, COLUMN_NAME),
                            (BhContactKind) bh_statement_get_int64 (row, COLUMN_KIND),
                            (guint) bh_statement_get_int64 (row, COLUMN_CARE), NULL,
                            bh_statement_get_int64 (row, COLUMN_ROOM_ID));

  return bh_register_row_new_for_contact (
      contact, bh_statement_get_int64 (row, COLUMN_RETIRED) != 0, phones,
      bh_statement_get_int64 (row, COLUMN_COMMUNITY_ID),
      bh_statement_get_text (row, COLUMN_COMMUNITY), bh_statement_get_text (row, COLUMN_ROOM));
}

/* What was typed may be a part of a name, a name's initials, a phone's beginning or end, or a room.
 */
typedef struct
{
  char *name;     /* (owned): patterns for LIKE */
  char *initials; /* (owned) */
  char *phone;    /* (owned) (nullable): NULL where it is none */
  char *reversed; /* (owned) (nullable) */
  char *address;  /* (owned) (nullable): "3-2-301", of a room in whatever community */
  gint64 room_id; /* 0: none */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->name, g_free);
  g_clear_pointer (&search->initials, g_free);
  g_clear_pointer (&search->phone, g_free);
  g_clear_pointer (&search->reversed, g_free);
  g_clear_pointer (&search->address, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
read_search (Search *search, const BhRegisterQuery *query, GError **error)
{
  g_autofree char *digits = NULL;
  g_autoptr (GError) local = NULL;

  if (query->search == NULL)
    return TRUE;

  search->name = bh_like_contains (query->search);
  search->initials = bh_like_prefix (query->search);
  digits = bh_text_digits (query->search);
  if (strlen (digits) >= BH_REGISTER_MIN_DIGITS)
    {
      g_autofree char *backwards = g_strreverse (g_strdup (digits));

      search->phone = bh_like_prefix (digits);
      search->reversed = bh_like_prefix (backwards);
    }
  if (bh_register_is_address (query->search))
    {
      search->address = bh_register_make_digits_key (query->search);
      return TRUE;
    }
  search->room_id = bh_register_find_place (query->connection, 0, query->search, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static void
append_condition (GString *sql, const BhRegisterQuery *query, const Search *search)
{
  g_string_append (sql, query->with_retired ? " WHERE 1 = 1" : " WHERE c.retired = 0");
  if (query->search == NULL)
    return;

  g_string_append (sql, " AND (lower (c.name) LIKE lower (?1) ESCAPE '\\'"
                        " OR c.initials LIKE lower (?2) ESCAPE '\\'");
  if (search->phone != NULL)
    g_string_append (sql, " OR c.id IN (SELECT contact_id FROM contact_phone"
                          " WHERE phone LIKE ?3 ESCAPE '\\' OR reversed LIKE ?4 ESCAPE '\\')");
  if (search->address != NULL)
    g_string_append (sql, " OR c.id IN (SELECT r.contact_id FROM place p JOIN contact_room r"
                          " ON r.room_id = p.id WHERE p.digits_key = ?5)");
  if (search->room_id != 0)
    g_string_append (sql, " OR c.id IN (SELECT contact_id FROM contact_room WHERE room_id = ?5)");
  g_string_append (sql, ")");
}

static void
bind_condition (BhStatement *statement, const Search *search)
{
  if (search->name == NULL)
    return;

  bh_statement_bind_text (statement, 1, search->name);
  bh_statement_bind_text (statement, 2, search->initials);
  if (search->phone != NULL)
    {
      bh_statement_bind_text (statement, 3, search->phone);
      bh_statement_bind_text (statement, 4, search->reversed);
    }
  if (search->address != NULL)
    bh_statement_bind_text (statement, 5, search->address);
  if (search->room_id != 0)
    bh_statement_bind_int64 (statement, 5, search->room_id);
}

static gboolean
count_rows (const BhRegisterQuery *query, const Search *search, guint *n_total, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT COUNT(*) FROM contact c");
  BhStatement *statement;

  append_condition (sql, query, search);
  statement = bh_connection_prepare (query->connection, sql->str, error);
  if (statement == NULL)
    return FALSE;

  bind_condition (statement, search);
  if (bh_statement_step (statement, error) != BH_STEP_ROW)
    return FALSE;

  *n_total = (guint) bh_statement_get_int64 (statement, 0);
  bh_statement_reset (statement);

  return TRUE;
}

GPtrArray *
bh_register_list_contact_rows (const BhRegisterQuery *query, guint *n_total, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) sql = g_string_new ("SELECT " COLUMNS TABLES);
  g_auto (Search) search = { 0 };
  BhStatement *statement;
  BhStep step = BH_STEP_ERROR;

  if (!read_search (&search, query, error) || !count_rows (query, &search, n_total, error))
    return NULL;

  append_condition (sql, query, &search);
  g_string_append (sql, " ORDER BY c.name_key, c.id LIMIT ?6");
  statement = bh_connection_prepare (query->connection, sql->str, error);
  if (statement != NULL)
    {
      bind_condition (statement, &search);
      bh_statement_bind_int64 (statement, 6, query->limit);
    }
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhRegisterRow *row = read_row (query->connection, statement, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

BhRegisterRow *
bh_register_load_contact_row (BhConnection *connection, gint64 id, GError **error)
{
  BhStatement *statement
      = bh_connection_prepare (connection, "SELECT " COLUMNS TABLES " WHERE c.id = ?1", error);
  BhRegisterRow *row;

  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, id);
  if (bh_statement_step (statement, error) != BH_STEP_ROW)
    return NULL;

  row = read_row (connection, statement, error);
  bh_statement_reset (statement);

  return row;
}
