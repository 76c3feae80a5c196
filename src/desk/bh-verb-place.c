/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-place.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "desk/bh-verb-choices.h"
#include "domain/bh-error.h"
#include "storage/bh-register-repository.h"

#include <string.h>

/* So many rooms are named that come near a wrong one. */
#define MAX_NEAR 5

/* @place: (out) (transfer full) (nullable): NULL where @text names none, or several */
static gboolean
find_place (
    BhVerbContext *self, gint64 community_id, const char *text, BhPlace **place, GError **error)
{
  BhConnection *connection = bh_work_get_connection (self->work);
  g_autoptr (GError) local = NULL;
  gint64 id = bh_register_find_place (connection, community_id, text, &local);

  *place = NULL;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (id == 0)
    return TRUE;

  *place = bh_register_load_place (connection, id, error);

  return *place != NULL;
}

/* What begins as @text does, as far as anything does. */
static GPtrArray *
search_near (BhConnection *connection, const char *text, GError **error)
{
  g_autofree char *beginning = g_strdup (text);
  GPtrArray *near = bh_register_search_places (connection, beginning, MAX_NEAR, error);

  while (near != NULL && near->len == 0 && g_utf8_strlen (beginning, -1) > 1)
    {
      *g_utf8_prev_char (beginning + strlen (beginning)) = '\0';
      g_ptr_array_unref (near);
      near = bh_register_search_places (connection, beginning, MAX_NEAR, error);
    }

  return near;
}

static gboolean
reject_room (BhVerbContext *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) near = NULL;
  g_autofree char *choices = NULL;

  near = search_near (bh_work_get_connection (self->work), text, error);
  if (near == NULL)
    return FALSE;
  if (near->len == 0)
    return bh_domain_reject_input (
        error,
        _ ("There is no room “%s” in the register; write it like 3-2-301, or give the place in "
           "words with “place”."),
        text);

  for (guint i = 0; i < near->len; i++)
    {
      BhPlace *place = g_ptr_array_index (near, i);

      g_ptr_array_add (names, g_strdup_printf ("%s %s",
                                               bh_office_get_name (self->office, BH_TYPE_PLACE,
                                                                   place->community_id),
                                               place->path));
    }
  choices = bh_verb_choices_join (names, text);

  return bh_domain_reject_input (error, _ ("There is no single room “%s”; near it are: %s."), text,
                                 choices);
}

/* A room of its own, or of the place that was named beside it ("3栋" and "2-301"). */
static gboolean
find_room (BhVerbContext *self, BhPlace *inside, const char *text, BhPlace **room, GError **error)
{
  gint64 community_id = inside != NULL ? inside->community_id : 0;
  g_autoptr (BhPlace) found = NULL;

  if (!find_place (self, community_id, text, &found, error))
    return FALSE;
  if (found == NULL && inside != NULL && inside->kind != BH_PLACE_COMMUNITY)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", inside->path, text);

      if (!find_place (self, community_id, path, &found, error))
        return FALSE;
    }
  if (found == NULL || found->kind != BH_PLACE_ROOM)
    return reject_room (self, text, error);

  *room = g_steal_pointer (&found);

  return TRUE;
}

gboolean
bh_verb_place_build (BhVerbContext *self, gint64 *room_id, GError **error)
{
  const char *place_text = bh_verb_context_get (self, "place");
  const char *room_text = bh_verb_context_get (self, "room");
  g_autoptr (BhPlace) place = NULL;
  g_autoptr (BhPlace) room = NULL;
  BhPlace *known;

  *room_id = 0;
  if (place_text != NULL && !find_place (self, 0, place_text, &place, error))
    return FALSE;
  if (room_text != NULL && !find_room (self, place, room_text, &room, error))
    return FALSE;

  if (place_text != NULL && place == NULL)
    bh_payload_set (self->payload, "place-text", place_text);
  known = room != NULL ? room : place;
  if (known != NULL && known->kind == BH_PLACE_ROOM)
    *room_id = bh_entry_get_id (BH_ENTRY (known));
  if (known != NULL)
    {
      bh_payload_set_int (self->payload, "place", bh_entry_get_id (BH_ENTRY (known)));
      bh_payload_set_int (self->payload, "community", known->community_id);
    }
  else
    bh_payload_set_int (self->payload, "community", bh_office_get_only_community (self->office));

  return TRUE;
}

/* Of those with one phone: who has the name that was said, else who lives in the room, else the
 * first. */
static BhContact *
choose_contact (GPtrArray *contacts, const char *name, gint64 room_id)
{
  BhContact *neighbour = NULL;

  for (guint i = 0; i < contacts->len; i++)
    {
      BhContact *contact = g_ptr_array_index (contacts, i);

      if (name != NULL && bh_entry_matches (BH_ENTRY (contact), name))
        return contact;
      if (room_id != 0 && contact->room_id == room_id && neighbour == NULL)
        neighbour = contact;
    }
  if (neighbour != NULL)
    return neighbour;

  return contacts->len > 0 ? g_ptr_array_index (contacts, 0) : NULL;
}

/* @contact: (out) (transfer full) (nullable): NULL where nobody is known */
static gboolean
find_contact (BhVerbContext *self,
              const char *name,
              const char *phone,
              gint64 room_id,
              BhContact **contact,
              GError **error)
{
  BhConnection *connection = bh_work_get_connection (self->work);
  g_autoptr (GPtrArray) found = NULL;
  BhContact *chosen;

  *contact = NULL;
  if (phone != NULL)
    {
      found = bh_register_find_contacts (connection, phone, 0, NULL, error);
      if (found == NULL)
        return FALSE;
    }
  if ((found == NULL || found->len == 0) && name != NULL && room_id != 0)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      found = bh_register_find_contacts (connection, NULL, room_id, name, error);
      if (found == NULL)
        return FALSE;
    }

  chosen = found != NULL ? choose_contact (found, name, room_id) : NULL;
  if (chosen != NULL)
    *contact = g_object_ref (chosen);

  return TRUE;
}

/* What is new about somebody who is known is added to the register. */
static gboolean
complete_contact (
    BhVerbContext *self, BhContact *contact, const char *phone, gint64 room_id, GError **error)
{
  gint64 id = bh_entry_get_id (BH_ENTRY (contact));

  if (phone != NULL && contact->phone == NULL
      && !bh_register_add_contact_phone (self->work, id, phone, error))
    return FALSE;

  return room_id == 0 || contact->room_id != 0
         || bh_register_add_contact_room (self->work, id, room_id, error);
}

static gboolean
read_phone (const char *text, char **phone, GError **error)
{
  *phone = NULL;
  if (text == NULL)
    return TRUE;

  *phone = bh_text_digits (text);
  if (strlen (*phone) >= 3)
    return TRUE;

  return bh_domain_reject_input (error, _ ("“%s” is not a phone number."), text);
}

gboolean
bh_verb_contact_build (
    BhVerbContext *self, const char *name, const char *phone_text, gint64 room_id, GError **error)
{
  g_autofree char *phone = NULL;
  g_autoptr (BhContact) contact = NULL;
  gint64 id = 0;

  if (!read_phone (phone_text, &phone, error))
    return FALSE;
  if (name == NULL && phone == NULL)
    {
      /* Nobody is named, but whoever lives there can be asked. */
      if (room_id != 0)
        bh_payload_set_yes (self->payload, "reachable", TRUE);
      return TRUE;
    }
  if (!find_contact (self, name, phone, room_id, &contact, error))
    return FALSE;

  if (contact != NULL)
    {
      if (!complete_contact (self, contact, phone, room_id, error))
        return FALSE;
      id = bh_entry_get_id (BH_ENTRY (contact));
    }
  else if (phone != NULL || room_id != 0)
    {
      id = bh_register_add_contact (self->work, name != NULL ? name : phone, BH_CONTACT_OTHER, 0,
                                    phone, room_id, error);
      if (id == 0)
        return FALSE;
    }

  if (name == NULL && contact != NULL)
    name = bh_entry_get_name (BH_ENTRY (contact));
  if (phone == NULL && contact != NULL)
    phone = g_strdup (contact->phone);
  bh_payload_set_int (self->payload, "contact", id);
  bh_payload_set (self->payload, "contact-name", name);
  bh_payload_set (self->payload, "phone", phone);
  bh_payload_set_yes (self->payload, "reachable",
                      phone != NULL || room_id != 0 || (contact != NULL && contact->room_id != 0));

  return TRUE;
}
