/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "storage/bh-register-private.h"
#include "storage/bh-work-private.h"

/* Contacts: a name with phones and rooms. The first room is edited; others that the person has
 * stay. */

static guint
read_care (BhPayload *values)
{
  g_auto (GStrv) codes = NULL;
  const char *text = bh_payload_get (values, "care");
  guint care = 0;

  if (text == NULL)
    return 0;

  codes = g_strsplit (text, " ", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    care |= (guint) bh_list_find (BH_LIST_CARE, codes[i]);

  return care;
}

static gboolean
run_for_contact (BhRegisterSave *self, const char *sql, GError **error)
{
  BhStatement *statement = bh_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, self->id);

  return bh_statement_run (statement, error);
}

static gboolean
write_phones (BhRegisterSave *self, GError **error)
{
  const char *text = bh_payload_get (self->values, "phone");
  g_auto (GStrv) phones = g_strsplit (text != NULL ? text : "", ";", -1);

  if (!bh_register_save_is_changed (self, "phone"))
    return TRUE;
  if (!run_for_contact (self, "DELETE FROM contact_phone WHERE contact_id = ?1", error))
    return FALSE;
  for (guint i = 0; phones[i] != NULL; i++)
    if (*phones[i] != '\0'
        && !bh_register_add_contact_phone (self->work, self->id, phones[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
insert_first_room (BhRegisterSave *self, gint64 room_id, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      self->connection,
      "INSERT INTO contact_room (contact_id, idx, room_id)"
      " SELECT ?1, COALESCE (MIN (idx), 1) - 1, ?2 FROM contact_room WHERE contact_id = ?1",
      error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, self->id);
  bh_statement_bind_int64 (statement, 2, room_id);

  return bh_statement_run (statement, error);
}

static gboolean
write_room (BhRegisterSave *self, GError **error)
{
  gint64 room_id = bh_payload_get_int (self->values, "room");
  BhStatement *statement;

  if (!bh_register_save_is_changed (self, "room"))
    return TRUE;

  /* The one that was first goes, and the new one should it be there further behind. */
  statement = bh_connection_prepare (
      self->connection,
      "DELETE FROM contact_room WHERE contact_id = ?1 AND (room_id = ?2 OR idx ="
      " (SELECT MIN (s.idx) FROM contact_room s WHERE s.contact_id = ?1))",
      error);
  if (statement == NULL)
    return FALSE;
  bh_statement_bind_int64 (statement, 1, self->id);
  bh_statement_bind_int64 (statement, 2, room_id);
  if (!bh_statement_run (statement, error))
    return FALSE;

  return room_id == 0 || insert_first_room (self, room_id, error);
}

static gboolean
write_contact (BhRegisterSave *self, GError **error)
{
  const char *name = bh_payload_get (self->values, "name");
  g_autofree char *key = bh_text_sort_key (name, BH_REGISTER_CONTACT_KEY_CHARS);
  g_autofree char *initials = bh_text_pinyin_initials (name);
  BhStatement *statement = bh_connection_prepare (
      self->connection,
      "UPDATE contact SET name = ?2, name_key = ?3, initials = ?4, kind = ?5, care = ?6,"
      " community_id = (SELECT community_id FROM place WHERE id = ?7) WHERE id = ?1",
      error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, self->id);
  bh_statement_bind_text (statement, 2, name);
  bh_statement_bind_text (statement, 3, key);
  bh_statement_bind_text (statement, 4, initials);
  bh_statement_bind_int64 (
      statement, 5, bh_list_find (BH_LIST_CONTACT_KIND, bh_payload_get (self->values, "kind")));
  bh_statement_bind_int64 (statement, 6, read_care (self->values));
  bh_statement_bind_id (statement, 7, bh_payload_get_int (self->values, "room"));

  return bh_statement_run (statement, error);
}

GArray *
bh_register_load_rooms (BhConnection *connection, gint64 contact_id, GError **error)
{
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhStatement *statement = bh_connection_prepare (
      connection, "SELECT room_id FROM contact_room WHERE contact_id = ?1 ORDER BY idx", error);
  BhStep step = BH_STEP_ERROR;

  if (statement != NULL)
    bh_statement_bind_int64 (statement, 1, contact_id);
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 room_id = bh_statement_get_int64 (statement, 0);

      g_array_append_val (rooms, room_id);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&rooms) : NULL;
}

gboolean
bh_register_set_rooms (BhWork *work, gint64 contact_id, GArray *rooms, GError **error)
{
  BhRegisterSave self
      = { work, bh_work_get_connection (work), NULL, BH_REGISTER_CONTACTS, contact_id };

  g_return_val_if_fail (rooms != NULL, FALSE);

  if (!run_for_contact (&self, "DELETE FROM contact_room WHERE contact_id = ?1", error))
    return FALSE;
  for (guint i = 0; i < rooms->len; i++)
    if (!bh_register_add_contact_room (work, contact_id, g_array_index (rooms, gint64, i), error))
      return FALSE;

  bh_work_note_register (work);

  return run_for_contact (&self,
                          "UPDATE contact SET community_id = (SELECT p.community_id FROM place p"
                          " JOIN contact_room r ON r.room_id = p.id WHERE r.contact_id = ?1"
                          " ORDER BY r.idx LIMIT 1) WHERE id = ?1",
                          error);
}

/* Two of one name in one room are one person entered twice. */
static gboolean
check_double (BhRegisterSave *self, GError **error)
{
  gint64 room_id = bh_payload_get_int (self->values, "room");
  const char *name = bh_payload_get (self->values, "name");
  g_autoptr (GPtrArray) others = NULL;

  if (room_id == 0
      || (!bh_register_save_is_changed (self, "name")
          && !bh_register_save_is_changed (self, "room")))
    return TRUE;

  others = bh_register_find_contacts (self->connection, NULL, room_id, name, error);
  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    if (bh_entry_get_id (g_ptr_array_index (others, i)) != self->id)
      return bh_register_save_reject (self, "name", error, _ ("“%s” is known in this room already"),
                                      name);

  return TRUE;
}

gboolean
bh_register_save_contact (BhRegisterSave *self, GError **error)
{
  if (!check_double (self, error))
    return FALSE;
  if (self->id == 0)
    self->id = bh_register_add_contact (self->work, bh_payload_get (self->values, "name"),
                                        BH_CONTACT_OWNER, 0, NULL, 0, error);

  return self->id != 0 && write_contact (self, error) && write_phones (self, error)
         && write_room (self, error);
}
