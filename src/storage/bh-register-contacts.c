/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "storage/bh-like.h"

#include <string.h>

#define MIN_PHONE_DIGITS 3

/* The first phone and the first room stand with the contact itself. */
#define COLUMNS                                                                                    \
  "c.id, c.name, c.kind, c.care,"                                                                  \
  " (SELECT p.phone FROM contact_phone p WHERE p.contact_id = c.id ORDER BY p.idx LIMIT 1),"       \
  " (SELECT r.room_id FROM contact_room r WHERE r.contact_id = c.id ORDER BY r.idx LIMIT 1)"

static GPtrArray *
read_contacts (BhStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    g_ptr_array_add (
        contacts, bh_contact_new (
                      bh_statement_get_int64 (statement, 0), bh_statement_get_text (statement, 1),
                      (BhContactKind) bh_statement_get_int64 (statement, 2),
                      (guint) bh_statement_get_int64 (statement, 3),
                      bh_statement_get_text (statement, 4), bh_statement_get_int64 (statement, 5)));

  return step == BH_STEP_DONE ? g_steal_pointer (&contacts) : NULL;
}

BhContact *
bh_register_load_contact (BhConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) contacts = NULL;
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  statement = bh_connection_prepare (connection,
                                     "SELECT " COLUMNS " FROM contact c WHERE c.id = ?1", error);
  if (statement != NULL)
    bh_statement_bind_int64 (statement, 1, id);
  contacts = read_contacts (statement, error);
  if (contacts == NULL)
    return NULL;
  if (contacts->len == 0)
    {
      g_set_error_literal (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                           _ ("There is no such contact"));
      return NULL;
    }

  return g_ptr_array_steal_index (contacts, 0);
}

GPtrArray *
bh_register_find_contacts (
    BhConnection *connection, const char *phone, gint64 room_id, const char *name, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT " COLUMNS " FROM contact c WHERE c.retired = 0");
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (phone != NULL || room_id != 0 || name != NULL, NULL);

  if (phone != NULL)
    g_string_append (sql, " AND c.id IN (SELECT contact_id FROM contact_phone WHERE phone = ?1)");
  if (room_id != 0)
    g_string_append (sql, " AND c.id IN (SELECT contact_id FROM contact_room WHERE room_id = ?2)");
  if (name != NULL)
    g_string_append (sql, " AND c.name = ?3");
  g_string_append (sql, " ORDER BY c.kind, c.name_key, c.id");

  statement = bh_connection_prepare (connection, sql->str, error);
  if (statement != NULL)
    {
      if (phone != NULL)
        bh_statement_bind_text (statement, 1, phone);
      if (room_id != 0)
        bh_statement_bind_int64 (statement, 2, room_id);
      if (name != NULL)
        bh_statement_bind_text (statement, 3, name);
    }

  return read_contacts (statement, error);
}

/* Digits are a phone's beginning or its end; letters are a name's initials; all else is a part of
 * the name. */
GPtrArray *
bh_register_search_contacts (BhConnection *connection,
                             const char *text,
                             guint limit,
                             GError **error)
{
  static const char by_phone[]
      = "SELECT " COLUMNS " FROM contact c WHERE c.retired = 0 AND c.id IN ("
        "SELECT contact_id FROM contact_phone WHERE phone LIKE ?1 ESCAPE '\\'"
        " UNION SELECT contact_id FROM contact_phone WHERE reversed LIKE ?2 ESCAPE '\\')"
        " ORDER BY c.name_key, c.id LIMIT ?3";
  static const char by_name[] = "SELECT " COLUMNS " FROM contact c WHERE c.retired = 0"
                                " AND (lower (c.name) LIKE lower (?1) ESCAPE '\\' OR c.initials "
                                "LIKE lower (?2) ESCAPE '\\')"
                                " ORDER BY c.name_key, c.id LIMIT ?3";
  g_autofree char *digits = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gboolean is_phone;
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  digits = bh_text_digits (text);
  is_phone = strlen (digits) >= MIN_PHONE_DIGITS;
  if (is_phone)
    {
      g_autofree char *reversed = g_strreverse (g_strdup (digits));

      first = bh_like_prefix (digits);
      second = bh_like_prefix (reversed);
    }
  else
    {
      first = bh_like_contains (text);
      second = bh_like_prefix (text);
    }

  statement = bh_connection_prepare (connection, is_phone ? by_phone : by_name, error);
  if (statement != NULL)
    {
      bh_statement_bind_text (statement, 1, first);
      bh_statement_bind_text (statement, 2, second);
      bh_statement_bind_int64 (statement, 3, limit);
    }

  return read_contacts (statement, error);
}

static gboolean
find_community (BhConnection *connection, gint64 room_id, gint64 *community_id, GError **error)
{
  g_autoptr (BhPlace) room = NULL;

  *community_id = 0;
  if (room_id == 0)
    return TRUE;

  room = bh_register_load_place (connection, room_id, error);
  if (room != NULL)
    *community_id = room->community_id;

  return room != NULL;
}

static gboolean
insert_contact (BhConnection *connection,
                gint64 id,
                gint64 community_id,
                const char *name,
                BhContactKind kind,
                guint care,
                GError **error)
{
  g_autofree char *key = bh_text_sort_key (name, BH_REGISTER_CONTACT_KEY_CHARS);
  g_autofree char *initials = bh_text_pinyin_initials (name);
  BhStatement *statement = bh_connection_prepare (
      connection,
      "INSERT INTO contact (id, community_id, name, name_key, initials, kind, care, retired)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)",
      error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_id (statement, 2, community_id);
  bh_statement_bind_text (statement, 3, name);
  bh_statement_bind_text (statement, 4, key);
  bh_statement_bind_text (statement, 5, initials);
  bh_statement_bind_int64 (statement, 6, kind);
  bh_statement_bind_int64 (statement, 7, care);

  return bh_statement_run (statement, error);
}

gint64
bh_register_add_contact (BhWork *work,
                         const char *name,
                         BhContactKind kind,
                         guint care,
                         const char *phone,
                         gint64 room_id,
                         GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  gint64 id, community_id;

  g_return_val_if_fail (name != NULL, 0);

  if (!find_community (connection, room_id, &community_id, error))
    return 0;

  id = bh_id_source_next (bh_work_get_ids (work));
  if (!insert_contact (connection, id, community_id, name, kind, care, error)
      || (phone != NULL && !bh_register_add_contact_phone (work, id, phone, error))
      || (room_id != 0 && !bh_register_add_contact_room (work, id, room_id, error)))
    return 0;

  return id;
}

gboolean
bh_register_add_contact_phone (BhWork *work, gint64 contact_id, const char *phone, GError **error)
{
  g_autofree char *digits = NULL;
  g_autofree char *reversed = NULL;
  BhStatement *statement;

  g_return_val_if_fail (phone != NULL, FALSE);

  digits = bh_text_digits (phone);
  if (*digits == '\0')
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID,
                   _ ("“%s” is no phone number: give its digits"), phone);
      return FALSE;
    }

  reversed = g_strreverse (g_strdup (digits));
  statement = bh_connection_prepare (
      bh_work_get_connection (work),
      "INSERT INTO contact_phone (contact_id, idx, phone, reversed)"
      " SELECT ?1, COALESCE (MAX (idx) + 1, 0), ?2, ?3 FROM contact_phone WHERE contact_id = ?1"
      " HAVING COALESCE (SUM (CASE WHEN phone = ?2 THEN 1 ELSE 0 END), 0) = 0",
      error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, contact_id);
  bh_statement_bind_text (statement, 2, digits);
  bh_statement_bind_text (statement, 3, reversed);

  return bh_statement_run (statement, error);
}

gboolean
bh_register_add_contact_room (BhWork *work, gint64 contact_id, gint64 room_id, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      bh_work_get_connection (work),
      "INSERT INTO contact_room (contact_id, idx, room_id)"
      " SELECT ?1, COALESCE (MAX (idx) + 1, 0), ?2 FROM contact_room WHERE contact_id = ?1"
      " HAVING COALESCE (SUM (CASE WHEN room_id = ?2 THEN 1 ELSE 0 END), 0) = 0",
      error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, contact_id);
  bh_statement_bind_int64 (statement, 2, room_id);

  return bh_statement_run (statement, error);
}
