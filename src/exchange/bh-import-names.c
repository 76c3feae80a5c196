/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-import-names.h"

#include "exchange/bh-ledger-map.h"
#include "storage/bh-register-repository.h"

#include <string.h>

typedef enum
{
  LIST_CHANNEL,
  LIST_DEPARTMENT,
  LIST_STAFF,
  LIST_CATEGORY,
  LIST_COMMUNITY,
} List;

#define N_LISTS (LIST_COMMUNITY + 1)

struct _BhImportNames
{
  BhWork *work;             /* not owned */
  BhOffice *office;         /* owned: as it was before; what is added is in `ids` */
  GHashTable *ids[N_LISTS]; /* owned: name to id */
  GHashTable *children;     /* owned: "parent/name" of categories to id */
};

static gint64 *
box_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* As the office compares names: no two differ by the case of ASCII letters alone. */
static guint
hash_name (gconstpointer key)
{
  guint hash = 5381;

  for (const char *p = key; *p != '\0'; p++)
    hash = hash * 33 + (guchar) g_ascii_tolower (*p);
  return hash;
}

static gboolean
same_name (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (hash_name, same_name, g_free, g_free);
}

static char *
child_key (gint64 parent_id, const char *name)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", parent_id, name);
}

static void
index_categories (BhImportNames *self)
{
  GPtrArray *categories = bh_office_list (self->office, BH_TYPE_CATEGORY);

  for (guint i = 0; i < categories->len; i++)
    {
      BhCategory *category = g_ptr_array_index (categories, i);

      g_hash_table_insert (self->children,
                           child_key (category->parent_id, bh_entry_get_name (BH_ENTRY (category))),
                           box_id (bh_entry_get_id (BH_ENTRY (category))));
    }
}

BhImportNames *
bh_import_names_new (BhWork *work, GError **error)
{
  BhImportNames *self;
  BhOffice *office;

  g_return_val_if_fail (BH_IS_WORK (work), NULL);

  office = bh_work_get_office (work, error);
  if (office == NULL)
    return NULL;
  self = g_new0 (BhImportNames, 1);
  self->work = work;
  self->office = g_object_ref (office);
  for (guint i = 0; i < N_LISTS; i++)
    self->ids[i] = new_table ();
  self->children = new_table ();
  index_categories (self);
  return self;
}

void
bh_import_names_free (BhImportNames *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    g_hash_table_unref (self->ids[i]);
  g_hash_table_unref (self->children);
  g_object_unref (self->office);
  g_free (self);
}

/* Whether @id is known without asking; there is nothing to ask where there is no name. */
static gboolean
look_up (BhImportNames *self, List list, const char *name, gint64 *id)
{
  const gint64 *known;

  *id = 0;
  if (name == NULL)
    return TRUE;
  known = g_hash_table_lookup (self->ids[list], name);
  if (known != NULL)
    *id = *known;
  return known != NULL;
}

static gboolean
remember (BhImportNames *self, List list, const char *name, gint64 id)
{
  if (id != 0)
    g_hash_table_insert (self->ids[list], g_strdup (name), box_id (id));
  return id != 0;
}

static gint64
find_in_office (BhImportNames *self, GType type, const char *name)
{
  BhEntry *entry = bh_office_find (self->office, type, name);

  return entry != NULL ? bh_entry_get_id (entry) : 0;
}

gboolean
bh_import_names_get_channel (BhImportNames *self, const char *name, gint64 *id, GError **error)
{
  if (look_up (self, LIST_CHANNEL, name, id))
    return TRUE;
  *id = find_in_office (self, BH_TYPE_CHANNEL, name);
  if (*id == 0)
    *id = bh_register_add_channel (self->work, "", name, FALSE, error);
  return remember (self, LIST_CHANNEL, name, *id);
}

gboolean
bh_import_names_get_department (BhImportNames *self, const char *name, gint64 *id, GError **error)
{
  if (look_up (self, LIST_DEPARTMENT, name, id))
    return TRUE;
  *id = find_in_office (self, BH_TYPE_DEPARTMENT, name);
  if (*id == 0)
    *id = bh_register_add_department (self->work, "", name, error);
  return remember (self, LIST_DEPARTMENT, name, *id);
}

gboolean
bh_import_names_get_staff (
    BhImportNames *self, const char *name, gint64 department_id, gint64 *id, GError **error)
{
  if (look_up (self, LIST_STAFF, name, id))
    return TRUE;
  *id = find_in_office (self, BH_TYPE_STAFF, name);
  if (*id == 0)
    *id = bh_register_add_staff (self->work, name, department_id, BH_ROLE_WORKER, NULL, error);
  return remember (self, LIST_STAFF, name, *id);
}

gboolean
bh_import_names_get_community (BhImportNames *self, const char *name, gint64 *id, GError **error)
{
  g_autoptr (BhPlace) community = NULL;

  if (look_up (self, LIST_COMMUNITY, name, id))
    return TRUE;
  *id = find_in_office (self, BH_TYPE_PLACE, name);
  if (*id == 0)
    {
      community = bh_place_new (0, BH_PLACE_COMMUNITY, name, 0, 0, name);
      *id = bh_register_add_place (self->work, community, error);
    }
  return remember (self, LIST_COMMUNITY, name, *id);
}

gint64
bh_import_names_get_only_community (BhImportNames *self)
{
  return bh_office_get_only_community (self->office);
}

static gboolean
get_child (BhImportNames *self, gint64 parent_id, const char *name, gint64 *id, GError **error)
{
  g_autofree char *key = child_key (parent_id, name);
  const gint64 *known = g_hash_table_lookup (self->children, key);

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  *id = bh_register_add_category (self->work, parent_id, "", name, 0, BH_GRADE_NONE, error);
  if (*id == 0)
    return FALSE;
  g_hash_table_insert (self->children, g_steal_pointer (&key), box_id (*id));
  return TRUE;
}

/* The tree has two levels: what comes after the first belongs to the leaf. */
static gboolean
get_path (BhImportNames *self, const char *path, gint64 *id, GError **error)
{
  gboolean explicit = strstr (path, BH_LEDGER_PATH_SEPARATOR) != NULL;
  g_auto (GStrv) levels = g_strsplit (path, explicit ? BH_LEDGER_PATH_SEPARATOR : "/", 2);
  gint64 top_id;

  if (g_strv_length (levels) < 2 || *g_strstrip (levels[0]) == '\0'
      || *g_strstrip (levels[1]) == '\0')
    return get_child (self, 0, path, id, error);
  return get_child (self, 0, levels[0], &top_id, error)
         && get_child (self, top_id, levels[1], id, error);
}

gboolean
bh_import_names_get_category (BhImportNames *self, const char *path, gint64 *id, GError **error)
{
  if (look_up (self, LIST_CATEGORY, path, id))
    return TRUE;
  if (strstr (path, BH_LEDGER_PATH_SEPARATOR) == NULL)
    *id = find_in_office (self, BH_TYPE_CATEGORY, path);
  if (*id == 0 && !get_path (self, path, id, error))
    return FALSE;
  return remember (self, LIST_CATEGORY, path, *id);
}
