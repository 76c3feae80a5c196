/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-household.h"

#include "storage/bh-ticket-household.h"

#define MAX_OPEN 20
#define MAX_RECENT 5

void
bh_household_free (BhHousehold *household)
{
  g_clear_object (&household->room);
  g_clear_pointer (&household->contacts, g_ptr_array_unref);
  g_clear_pointer (&household->open, g_ptr_array_unref);
  g_clear_pointer (&household->recent, g_ptr_array_unref);
  g_free (household);
}

static gboolean
has_contact (GPtrArray *contacts, gint64 id)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      if (bh_entry_get_id (g_ptr_array_index (contacts, i)) == id)
        return TRUE;
    }

  return FALSE;
}

/* Who has the phone comes first, then the others of the room. */
static gboolean
load_people (
    BhHousehold *self, BhConnection *connection, const char *phone, gint64 *room_id, GError **error)
{
  g_autoptr (GPtrArray) neighbours = NULL;

  if (phone != NULL)
    self->contacts = bh_register_find_contacts (connection, phone, 0, NULL, error);
  else
    self->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->contacts == NULL)
    return FALSE;

  if (*room_id == 0 && self->contacts->len > 0)
    *room_id = BH_CONTACT (g_ptr_array_index (self->contacts, 0))->room_id;
  if (*room_id == 0)
    return TRUE;

  self->room = bh_register_load_place (connection, *room_id, error);
  if (self->room == NULL)
    return FALSE;
  neighbours = bh_register_find_contacts (connection, NULL, *room_id, NULL, error);
  if (neighbours == NULL)
    return FALSE;
  for (guint i = 0; i < neighbours->len; i++)
    {
      BhContact *contact = g_ptr_array_index (neighbours, i);

      if (!has_contact (self->contacts, bh_entry_get_id (BH_ENTRY (contact))))
        g_ptr_array_add (self->contacts, g_object_ref (contact));
    }

  return TRUE;
}

static GPtrArray *
load_rows (BhConnection *connection,
           const char *phone,
           gint64 room_id,
           gboolean ended,
           guint limit,
           GError **error)
{
  g_autoptr (GArray) ids
      = bh_ticket_household_list_ids (connection, room_id, phone, ended, limit, error);

  if (ids == NULL)
    return NULL;

  return bh_ticket_repository_load_rows (connection, (const gint64 *) (gpointer) ids->data,
                                         ids->len, error);
}

BhHousehold *
bh_household_load (BhConnection *connection, const char *phone, gint64 room_id, GError **error)
{
  g_autoptr (BhHousehold) self = g_new0 (BhHousehold, 1);

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  if (!load_people (self, connection, phone, &room_id, error))
    return NULL;

  self->open = load_rows (connection, phone, room_id, FALSE, MAX_OPEN, error);
  if (self->open == NULL)
    return NULL;
  self->recent = load_rows (connection, phone, room_id, TRUE, MAX_RECENT, error);
  if (self->recent == NULL)
    return NULL;

  return g_steal_pointer (&self);
}
