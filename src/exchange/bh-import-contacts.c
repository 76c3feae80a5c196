/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-import-contacts.h"

#include "storage/bh-register-repository.h"

#include <string.h>

struct _BhImportContacts
{
  BhWork *work;      /* not owned */
  GHashTable *known; /* owned: name, phones and room to id */
  guint n_added;
  guint n_completed;
};

BhImportContacts *
bh_import_contacts_new (BhWork *work)
{
  BhImportContacts *self;

  g_return_val_if_fail (BH_IS_WORK (work), NULL);

  self = g_new0 (BhImportContacts, 1);
  self->work = work;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
bh_import_contacts_free (BhImportContacts *self)
{
  g_hash_table_unref (self->known);
  g_free (self);
}

static char *
first_phone (const char *phones)
{
  return phones != NULL ? g_strndup (phones, strcspn (phones, " ")) : NULL;
}

/* Two people of one name without phone and room cannot be told apart: they count as one. */
static BhContact *
choose (GPtrArray *candidates, const char *name, const char *phone, gint64 room_id)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      BhContact *contact = g_ptr_array_index (candidates, i);

      if (name != NULL && strcmp (bh_entry_get_name (BH_ENTRY (contact)), name) != 0)
        continue;
      if (phone != NULL || room_id != 0 || (contact->phone == NULL && contact->room_id == 0))
        return contact;
    }
  return NULL;
}

/* @contact: (out) (transfer full) (nullable)
 * @new_phone: (out): whether @phone is not yet one of the contact's */
static gboolean
find (BhImportContacts *self,
      const char *name,
      const char *phone,
      gint64 room_id,
      BhContact **contact,
      gboolean *new_phone,
      GError **error)
{
  BhConnection *connection = bh_work_get_connection (self->work);
  g_autoptr (GPtrArray) by_phone = NULL;
  g_autoptr (GPtrArray) by_name = NULL;
  BhContact *chosen = NULL;

  *contact = NULL;
  *new_phone = FALSE;
  if (phone != NULL)
    {
      by_phone = bh_register_find_contacts (connection, phone, 0, NULL, error);
      if (by_phone == NULL)
        return FALSE;
      chosen = choose (by_phone, name, phone, room_id);
    }
  if (chosen == NULL && name != NULL && (phone == NULL || room_id != 0))
    {
      by_name = bh_register_find_contacts (connection, NULL, room_id, name, error);
      if (by_name == NULL)
        return FALSE;
      chosen = choose (by_name, name, NULL, room_id);
      *new_phone = phone != NULL;
    }
  if (chosen != NULL)
    *contact = g_object_ref (chosen);
  return TRUE;
}

/* @lives: (out): whether the register has the contact in that room */
static gboolean
check_lives_in (
    BhImportContacts *self, BhContact *contact, gint64 room_id, gboolean *lives, GError **error)
{
  g_autoptr (GPtrArray) there = NULL;

  *lives = room_id == 0 || contact->room_id == room_id;
  if (*lives)
    return TRUE;
  there = bh_register_find_contacts (bh_work_get_connection (self->work), NULL, room_id,
                                     bh_entry_get_name (BH_ENTRY (contact)), error);
  for (guint i = 0; there != NULL && i < there->len && !*lives; i++)
    *lives = bh_entry_get_id (g_ptr_array_index (there, i)) == bh_entry_get_id (BH_ENTRY (contact));
  return there != NULL;
}

static gboolean
complete (BhImportContacts *self,
          BhContact *contact,
          const char *new_phone,
          gint64 room_id,
          GError **error)
{
  gint64 id = bh_entry_get_id (BH_ENTRY (contact));
  gboolean lives;

  if (!check_lives_in (self, contact, room_id, &lives, error))
    return FALSE;
  self->n_completed += new_phone != NULL || !lives;
  if (new_phone != NULL && !bh_register_add_contact_phone (self->work, id, new_phone, error))
    return FALSE;
  return lives || bh_register_add_contact_room (self->work, id, room_id, error);
}

static gint64
add (BhImportContacts *self,
     const char *name,
     const char *phones,
     gint64 room_id,
     BhContactKind kind,
     GError **error)
{
  g_auto (GStrv) all = g_strsplit (phones != NULL ? phones : "", " ", -1);
  gint64 id = bh_register_add_contact (self->work, name, kind, 0, all[0], room_id, error);

  if (id == 0)
    return 0;
  self->n_added++;
  for (guint i = 1; all[0] != NULL && all[i] != NULL; i++)
    if (!bh_register_add_contact_phone (self->work, id, all[i], error))
      return 0;
  return id;
}

gboolean
bh_import_contacts_get (BhImportContacts *self,
                        const char *name,
                        const char *phones,
                        gint64 room_id,
                        BhContactKind kind,
                        gint64 *id,
                        GError **error)
{
  g_autofree char *phone = first_phone (phones);
  g_autofree char *key = NULL;
  g_autoptr (BhContact) contact = NULL;
  const gint64 *known;
  gboolean new_phone;

  g_return_val_if_fail (self != NULL, FALSE);

  *id = 0;
  if (name == NULL && phone == NULL)
    return TRUE;
  key = g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT, name != NULL ? name : "",
                         phones != NULL ? phones : "", room_id);
  known = g_hash_table_lookup (self->known, key);
  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }

  if (!find (self, name, phone, room_id, &contact, &new_phone, error))
    return FALSE;
  if (contact != NULL)
    {
      *id = bh_entry_get_id (BH_ENTRY (contact));
      if (!complete (self, contact, new_phone ? phone : NULL, room_id, error))
        return FALSE;
    }
  else if (name != NULL)
    {
      *id = add (self, name, phones, room_id, kind, error);
      if (*id == 0)
        return FALSE;
    }
  g_hash_table_insert (self->known, g_steal_pointer (&key), g_memdup2 (id, sizeof *id));
  return TRUE;
}

guint
bh_import_contacts_get_n_added (BhImportContacts *self)
{
  return self->n_added;
}

guint
bh_import_contacts_get_n_completed (BhImportContacts *self)
{
  return self->n_completed;
}
