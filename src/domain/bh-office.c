/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office.h"

#include <string.h>

#include "base/bh-text.h"

#define SORT_CHARS 64

/* One of the office's small lists. */
typedef struct
{
  GPtrArray *entries;  /* (owned) (element-type BhEntry): sorted by key */
  GPtrArray *keys;     /* (owned) (element-type utf8): sort keys of the entries */
  GHashTable *by_id;   /* (owned): id → BhEntry */
  GHashTable *by_text; /* (owned): code or name in lower case → the best BhEntry */
} EntryList;

typedef enum
{
  LIST_COMMUNITIES,
  LIST_DEPARTMENTS,
  LIST_STAFF,
  LIST_CATEGORIES,
  LIST_CHANNELS,
  LIST_CAUSES,
  LIST_TARGETS,
} ListKind;

#define N_LISTS 7

struct _BhOffice
{
  GObject parent_instance;

  BhOfficeTime *time; /* (owned) */
  BhOfficeSettings settings;
  EntryList lists[N_LISTS];
  GHashTable *by_path;     /* (owned): "top/leaf" in lower case → the best BhCategory */
  GHashTable *policies;    /* (owned): id → owned BhPolicy */
  GHashTable *policies_of; /* (owned): id of category → GPtrArray of BhPolicy, newest first */
  GPtrArray *calendars;    /* (owned) (element-type BhCalendar): newest first */
};

G_DEFINE_FINAL_TYPE (BhOffice, bh_office, G_TYPE_OBJECT)

static EntryList *
get_list (BhOffice *self, GType type)
{
  if (type == BH_TYPE_PLACE)
    return &self->lists[LIST_COMMUNITIES];
  if (type == BH_TYPE_DEPARTMENT)
    return &self->lists[LIST_DEPARTMENTS];
  if (type == BH_TYPE_STAFF)
    return &self->lists[LIST_STAFF];
  if (type == BH_TYPE_CATEGORY)
    return &self->lists[LIST_CATEGORIES];
  if (type == BH_TYPE_CHANNEL)
    return &self->lists[LIST_CHANNELS];
  if (type == BH_TYPE_CAUSE)
    return &self->lists[LIST_CAUSES];
  if (type == BH_TYPE_TARGET)
    return &self->lists[LIST_TARGETS];

  g_return_val_if_reached (NULL);
}

static void
bh_office_finalize (GObject *object)
{
  BhOffice *self = BH_OFFICE (object);

  for (guint i = 0; i < N_LISTS; i++)
    {
      g_ptr_array_unref (self->lists[i].entries);
      g_ptr_array_unref (self->lists[i].keys);
      g_hash_table_unref (self->lists[i].by_id);
      g_hash_table_unref (self->lists[i].by_text);
    }
  g_hash_table_unref (self->by_path);
  g_hash_table_unref (self->policies_of);
  g_hash_table_unref (self->policies);
  g_ptr_array_unref (self->calendars);
  g_clear_pointer (&self->time, bh_office_time_unref);
  g_free (self->settings.name);

  G_OBJECT_CLASS (bh_office_parent_class)->finalize (object);
}

static void
bh_office_class_init (BhOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_office_finalize;
}

static void
bh_office_init (BhOffice *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    {
      self->lists[i].entries = g_ptr_array_new_with_free_func (g_object_unref);
      self->lists[i].keys = g_ptr_array_new_with_free_func (g_free);
      self->lists[i].by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      self->lists[i].by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  self->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->policies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->policies_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);
  self->calendars = g_ptr_array_new_with_free_func (g_object_unref);
}

BhOffice *
bh_office_new (BhOfficeTime *time, const BhOfficeSettings *settings)
{
  BhOffice *self;

  g_return_val_if_fail (time != NULL && settings != NULL, NULL);

  self = g_object_new (BH_TYPE_OFFICE, NULL);
  self->time = bh_office_time_ref (time);
  self->settings = *settings;
  self->settings.name = g_strdup (settings->name != NULL ? settings->name : "");

  return self;
}

static gint64 *
copy_number (gint64 number)
{
  return g_memdup2 (&number, sizeof number);
}

/* People look for names; channels, causes and targets have an order given by the office. */
static char *
make_sort_key (BhEntry *entry)
{
  if (BH_IS_CHANNEL (entry) || BH_IS_CAUSE (entry) || BH_IS_TARGET (entry))
    return g_strdup_printf ("%020" G_GINT64_FORMAT, bh_entry_get_id (entry));

  return bh_text_sort_key (bh_entry_get_name (entry), SORT_CHARS);
}

/* @key: (transfer full) */
static void
insert_sorted (EntryList *list, BhEntry *entry, char *key)
{
  guint at = list->keys->len;

  while (at > 0 && strcmp (g_ptr_array_index (list->keys, at - 1), key) > 0)
    at--;
  g_ptr_array_insert (list->keys, (int) at, key);
  g_ptr_array_insert (list->entries, (int) at, g_object_ref (entry));
}

/* Entries in use come before retired ones, then codes before names, tops before leaves, then the
 * one that was there first. */
static guint
rate (BhEntry *entry, gboolean is_code)
{
  gboolean is_leaf = BH_IS_CATEGORY (entry) && BH_CATEGORY (entry)->parent_id != 0;

  return (bh_entry_is_retired (entry) ? 0 : 4) + (is_code ? 2 : 0) + (is_leaf ? 0 : 1);
}

static void
index_text (GHashTable *index, const char *text, BhEntry *entry, gboolean is_code)
{
  g_autofree char *key = g_ascii_strdown (text, -1);
  BhEntry *other = g_hash_table_lookup (index, key);

  if (*key == '\0')
    return;
  if (other == NULL
      || rate (other, g_ascii_strcasecmp (bh_entry_get_code (other), key) == 0)
             < rate (entry, is_code))
    g_hash_table_replace (index, g_steal_pointer (&key), entry);
}

static void
index_path (BhOffice *self, BhCategory *top, BhCategory *leaf)
{
  const char *tops[] = { bh_entry_get_name (BH_ENTRY (top)), bh_entry_get_code (BH_ENTRY (top)) };
  const char *leaves[]
      = { bh_entry_get_name (BH_ENTRY (leaf)), bh_entry_get_code (BH_ENTRY (leaf)) };

  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (leaves); j++)
        {
          g_autofree char *path = g_strconcat (tops[i], "/", leaves[j], NULL);

          if (*tops[i] != '\0' && *leaves[j] != '\0')
            index_text (self->by_path, path, BH_ENTRY (leaf), FALSE);
        }
    }
}

/* Categories may be added before or after their parents. */
static void
index_category (BhOffice *self, BhCategory *category)
{
  EntryList *list = &self->lists[LIST_CATEGORIES];
  BhCategory *parent = g_hash_table_lookup (list->by_id, &category->parent_id);

  if (parent != NULL)
    index_path (self, parent, category);
  for (guint i = 0; i < list->entries->len; i++)
    {
      BhCategory *child = g_ptr_array_index (list->entries, i);

      if (child->parent_id == bh_entry_get_id (BH_ENTRY (category)))
        index_path (self, category, child);
    }
}

static void
add (BhOffice *self, BhEntry *entry, gboolean in_order)
{
  EntryList *list = get_list (self, G_OBJECT_TYPE (entry));
  gint64 id = bh_entry_get_id (entry);

  g_return_if_fail (list != NULL && id > 0 && !g_hash_table_contains (list->by_id, &id));

  insert_sorted (list, entry,
                 in_order ? g_strdup_printf ("%010u", list->keys->len) : make_sort_key (entry));
  g_hash_table_insert (list->by_id, copy_number (id), entry);
  index_text (list->by_text, bh_entry_get_code (entry), entry, TRUE);
  index_text (list->by_text, bh_entry_get_name (entry), entry, FALSE);
  if (BH_IS_CATEGORY (entry))
    index_category (self, BH_CATEGORY (entry));
}

void
bh_office_add (BhOffice *self, BhEntry *entry)
{
  g_return_if_fail (BH_IS_OFFICE (self) && BH_IS_ENTRY (entry));
  g_return_if_fail (!BH_IS_PLACE (entry) || BH_PLACE (entry)->kind == BH_PLACE_COMMUNITY);

  add (self, entry, FALSE);
}

void
bh_office_append (BhOffice *self, BhEntry *entry)
{
  g_return_if_fail (BH_IS_OFFICE (self) && BH_IS_ENTRY (entry));
  g_return_if_fail (!BH_IS_PLACE (entry) || BH_PLACE (entry)->kind == BH_PLACE_COMMUNITY);

  add (self, entry, TRUE);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const BhPolicy *p = *(const BhPolicy *const *) a;
  const BhPolicy *q = *(const BhPolicy *const *) b;

  if (p->valid_from != q->valid_from)
    return p->valid_from < q->valid_from ? 1 : -1;

  return q->version - p->version;
}

void
bh_office_add_policy (BhOffice *self, BhPolicy *policy)
{
  GPtrArray *versions;

  g_return_if_fail (BH_IS_OFFICE (self) && BH_IS_POLICY (policy));

  g_return_if_fail (policy->id > 0 && !g_hash_table_contains (self->policies, &policy->id));

  g_hash_table_insert (self->policies, copy_number (policy->id), g_object_ref (policy));
  versions = g_hash_table_lookup (self->policies_of, &policy->category_id);
  if (versions == NULL)
    {
      versions = g_ptr_array_new ();
      g_hash_table_insert (self->policies_of, copy_number (policy->category_id), versions);
    }
  g_ptr_array_add (versions, policy);
  g_ptr_array_sort (versions, compare_newest);
}

/* Of two that are valid from the same instant, the later version is the newer one. */
static gboolean
is_newer (BhCalendar *a, BhCalendar *b)
{
  gint64 from = bh_calendar_get_valid_from (a), other = bh_calendar_get_valid_from (b);

  return from > other
         || (from == other && bh_calendar_get_version (a) > bh_calendar_get_version (b));
}

void
bh_office_add_calendar (BhOffice *self, BhCalendar *calendar)
{
  guint at = 0;

  g_return_if_fail (BH_IS_OFFICE (self) && BH_IS_CALENDAR (calendar));
  g_return_if_fail (bh_calendar_get_id (calendar) > 0);

  while (at < self->calendars->len && is_newer (g_ptr_array_index (self->calendars, at), calendar))
    at++;
  g_ptr_array_insert (self->calendars, (int) at, g_object_ref (calendar));
}

BhOfficeTime *
bh_office_get_time (BhOffice *self)
{
  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  return self->time;
}

const BhOfficeSettings *
bh_office_get_settings (BhOffice *self)
{
  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  return &self->settings;
}

GPtrArray *
bh_office_list (BhOffice *self, GType type)
{
  EntryList *list;

  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  list = get_list (self, type);

  return list != NULL ? list->entries : NULL;
}

gpointer
bh_office_get (BhOffice *self, GType type, gint64 id)
{
  EntryList *list;

  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  list = get_list (self, type);

  return list != NULL ? g_hash_table_lookup (list->by_id, &id) : NULL;
}

const char *
bh_office_get_name (BhOffice *self, GType type, gint64 id)
{
  BhEntry *entry = bh_office_get (self, type, id);

  return entry != NULL ? bh_entry_get_name (entry) : "";
}

gpointer
bh_office_find (BhOffice *self, GType type, const char *text)
{
  g_autofree char *key = NULL;
  EntryList *list;
  gpointer entry;

  g_return_val_if_fail (BH_IS_OFFICE (self) && text != NULL, NULL);

  list = get_list (self, type);
  g_return_val_if_fail (list != NULL, NULL);

  key = g_ascii_strdown (text, -1);
  entry = g_hash_table_lookup (list->by_text, key);
  if (entry == NULL && type == BH_TYPE_CATEGORY)
    entry = g_hash_table_lookup (self->by_path, key);

  return entry;
}

gint64
bh_office_get_only_community (BhOffice *self)
{
  GPtrArray *communities;
  gint64 id = 0;

  g_return_val_if_fail (BH_IS_OFFICE (self), 0);

  communities = bh_office_list (self, BH_TYPE_PLACE);
  for (guint i = 0; i < communities->len; i++)
    {
      BhEntry *community = g_ptr_array_index (communities, i);

      if (bh_entry_is_retired (community))
        continue;
      if (id != 0)
        return 0;
      id = bh_entry_get_id (community);
    }

  return id;
}

char *
bh_office_get_category_path (BhOffice *self, gint64 category_id)
{
  BhCategory *category = bh_office_get (self, BH_TYPE_CATEGORY, category_id);
  const char *name, *parent;

  if (category == NULL)
    return g_strdup ("");

  name = bh_entry_get_name (BH_ENTRY (category));
  parent = bh_office_get_name (self, BH_TYPE_CATEGORY, category->parent_id);

  return *parent != '\0' ? g_strconcat (parent, "/", name, NULL) : g_strdup (name);
}

BhPolicy *
bh_office_get_policy (BhOffice *self, gint64 id)
{
  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  return g_hash_table_lookup (self->policies, &id);
}

GPtrArray *
bh_office_list_policies (BhOffice *self, gint64 category_id)
{
  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  return g_hash_table_lookup (self->policies_of, &category_id);
}

static BhPolicy *
find_version (BhOffice *self, gint64 category_id, BhGrade grade, gint64 at)
{
  GPtrArray *versions = bh_office_list_policies (self, category_id);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      BhPolicy *policy = g_ptr_array_index (versions, i);

      if (policy->grade == grade && policy->valid_from <= at)
        return policy->retired ? NULL : policy;
    }

  return NULL;
}

BhPolicy *
bh_office_find_policy (BhOffice *self, gint64 category_id, BhGrade grade, gint64 at)
{
  BhCategory *category = bh_office_get (self, BH_TYPE_CATEGORY, category_id);
  BhPolicy *policy = NULL;

  if (category != NULL)
    policy = find_version (self, category_id, grade, at);
  if (policy == NULL && category != NULL && category->parent_id != 0)
    policy = find_version (self, category->parent_id, grade, at);

  return policy != NULL ? policy : find_version (self, 0, grade, at);
}

GPtrArray *
bh_office_list_calendars (BhOffice *self)
{
  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  return self->calendars;
}

BhCalendar *
bh_office_get_calendar (BhOffice *self, gint64 id)
{
  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  for (guint i = 0; i < self->calendars->len; i++)
    if (bh_calendar_get_id (g_ptr_array_index (self->calendars, i)) == id)
      return g_ptr_array_index (self->calendars, i);

  return NULL;
}

BhCalendar *
bh_office_get_current_calendar (BhOffice *self, gint64 at)
{
  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  for (guint i = 0; i < self->calendars->len; i++)
    if (bh_calendar_get_valid_from (g_ptr_array_index (self->calendars, i)) <= at)
      return g_ptr_array_index (self->calendars, i);

  return NULL;
}
