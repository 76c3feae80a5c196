/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-import-places.h"

#include "storage/bh-register-repository.h"

struct _BhImportPlaces
{
  BhWork *work;         /* not owned */
  GHashTable *found;    /* owned: community and text to id, 0 included */
  GHashTable *children; /* owned: parent and name to id */
  GHashTable *listed;   /* owned: place to the number of its children, which are in `children` */
  guint n_added;
};

static char *
make_key (gint64 id, const char *text)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", id, text);
}

static gint64 *
box_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

BhImportPlaces *
bh_import_places_new (BhWork *work)
{
  BhImportPlaces *self;

  g_return_val_if_fail (BH_IS_WORK (work), NULL);

  self = g_new0 (BhImportPlaces, 1);
  self->work = work;
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->listed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
bh_import_places_free (BhImportPlaces *self)
{
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->children);
  g_hash_table_unref (self->listed);
  g_free (self);
}

/* @n_children: (out): how many there are */
static gboolean
list_children (BhImportPlaces *self, gint64 parent_id, guint *n_children, GError **error)
{
  g_autoptr (GPtrArray) places = NULL;
  gpointer n_listed;

  if (g_hash_table_lookup_extended (self->listed, &parent_id, NULL, &n_listed))
    {
      *n_children = GPOINTER_TO_UINT (n_listed);
      return TRUE;
    }
  places = bh_register_list_places (bh_work_get_connection (self->work), parent_id, error);
  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    {
      BhEntry *place = g_ptr_array_index (places, i);

      g_hash_table_insert (self->children, make_key (parent_id, bh_entry_get_name (place)),
                           box_id (bh_entry_get_id (place)));
    }
  g_hash_table_insert (self->listed, box_id (parent_id), GUINT_TO_POINTER (places->len));
  *n_children = places->len;
  return TRUE;
}

static gboolean
get_child (BhImportPlaces *self,
           gint64 community_id,
           gint64 parent_id,
           BhPlaceKind kind,
           const char *name,
           gint64 *id,
           GError **error)
{
  g_autofree char *key = make_key (parent_id, name);
  g_autoptr (BhPlace) place = NULL;
  const gint64 *known;
  guint n_children;

  if (!list_children (self, parent_id, &n_children, error))
    return FALSE;
  known = g_hash_table_lookup (self->children, key);
  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  place = bh_place_new (0, kind, name, parent_id, community_id, NULL);
  *id = bh_register_add_place (self->work, place, error);
  if (*id == 0)
    return FALSE;
  self->n_added++;
  g_hash_table_insert (self->listed, box_id (parent_id), GUINT_TO_POINTER (n_children + 1));
  g_hash_table_insert (self->children, g_steal_pointer (&key), box_id (*id));
  return TRUE;
}

static gboolean
get_innermost (BhImportPlaces *self,
               gint64 community_id,
               const char *building,
               const char *unit,
               const char *room,
               gint64 *id,
               GError **error)
{
  const struct
  {
    BhPlaceKind kind;
    const char *name;
  } levels[]
      = { { BH_PLACE_BUILDING, building }, { BH_PLACE_UNIT, unit }, { BH_PLACE_ROOM, room } };

  *id = community_id;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i].name != NULL
        && !get_child (self, community_id, *id, levels[i].kind, levels[i].name, id, error))
      return FALSE;
  return TRUE;
}

gboolean
bh_import_places_find (
    BhImportPlaces *self, gint64 community_id, const char *text, gint64 *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *key = NULL;
  const gint64 *known;
  guint n_children;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  *id = 0;
  if (!list_children (self, community_id, &n_children, error))
    return FALSE;
  if (n_children == 0)
    return TRUE;
  key = make_key (community_id, text);
  known = g_hash_table_lookup (self->found, key);
  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  *id = bh_register_find_place (bh_work_get_connection (self->work), community_id, text, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_hash_table_insert (self->found, g_steal_pointer (&key), box_id (*id));
  return TRUE;
}

gboolean
bh_import_places_get (BhImportPlaces *self,
                      gint64 community_id,
                      const char *building,
                      const char *unit,
                      const char *room,
                      gint64 *id,
                      GError **error)
{
  const char *names[4] = { NULL };
  g_autofree char *text = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (community_id != 0, FALSE);

  *id = 0;
  if (building != NULL)
    names[n++] = building;
  if (unit != NULL)
    names[n++] = unit;
  if (room != NULL)
    names[n++] = room;
  if (n == 0)
    return TRUE;

  text = g_strjoinv ("/", (char **) names);
  if (!bh_import_places_find (self, community_id, text, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!get_innermost (self, community_id, building, unit, room, id, error))
    return FALSE;
  g_hash_table_insert (self->found, make_key (community_id, text), box_id (*id));
  return TRUE;
}

guint
bh_import_places_get_n_added (BhImportPlaces *self)
{
  return self->n_added;
}
