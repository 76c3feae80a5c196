/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-filter-private.h"

#include <string.h>

#include "base/bh-i18n.h"
#include "domain/bh-error.h"

/* The names in a filter, and what they mean in an office. */

/* How many names of the office an error text gives at most. */
#define MAX_NAMES 30

/* What follows a category that is meant without its leaves. */
#define ALONE "/"

static void
append_number (GArray *numbers, gint64 number)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      if (g_array_index (numbers, gint64, i) == number)
        return;
    }
  g_array_append_val (numbers, number);
}

static gboolean
is_leaf (BhEntry *entry)
{
  return BH_IS_CATEGORY (entry) && BH_CATEGORY (entry)->parent_id != 0;
}

/* What a text is compared with, one after the other until something is found. */
typedef enum
{
  BY_CODE,
  BY_NAME,
  BY_NAME_OF_LEAF,
} Comparison;

static gboolean
matches (BhEntry *entry, const char *text, Comparison comparison)
{
  switch (comparison)
    {
    case BY_CODE:
      return g_ascii_strcasecmp (bh_entry_get_code (entry), text) == 0;
    case BY_NAME:
      return !is_leaf (entry) && g_ascii_strcasecmp (bh_entry_get_name (entry), text) == 0;
    case BY_NAME_OF_LEAF:
      return is_leaf (entry) && g_ascii_strcasecmp (bh_entry_get_name (entry), text) == 0;
    }

  g_return_val_if_reached (FALSE);
}

/* The entries that @text means: the one with this code, or all of this name, or the category with
 * this path. */
static GPtrArray *
find_entries (BhOffice *office, GType type, const char *text)
{
  GPtrArray *all = bh_office_list (office, type);
  GPtrArray *found = g_ptr_array_new ();
  gpointer one;

  for (int comparison = BY_CODE; comparison <= BY_NAME_OF_LEAF && found->len == 0; comparison++)
    {
      for (guint i = 0; i < all->len; i++)
        {
          if (matches (g_ptr_array_index (all, i), text, (Comparison) comparison))
            g_ptr_array_add (found, g_ptr_array_index (all, i));
        }
    }
  one = found->len == 0 ? bh_office_find (office, type, text) : NULL;
  if (one != NULL)
    g_ptr_array_add (found, one);

  return found;
}

static void
set_unknown (GError **error, BhFilterField field, BhOffice *office, const char *value)
{
  const GType type = bh_filter_field_get_entry_type (field);
  GPtrArray *all = bh_office_list (office, type);
  g_autoptr (GString) names = g_string_new (BH_FILTER_NONE);
  guint n = 0;

  for (guint i = 0; i < all->len && n <= MAX_NAMES; i++)
    {
      BhEntry *entry = g_ptr_array_index (all, i);

      if (bh_entry_is_retired (entry) || is_leaf (entry))
        continue;
      g_string_append_printf (names, ", %s", n < MAX_NAMES ? bh_entry_get_name (entry) : "…");
      n++;
    }
  g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
               _ ("The office has no “%s” for “%s”. There are: %s."), value,
               bh_filter_field_get_info (field)->code, names->str);
}

/* Whether @value means a category without its leaves. */
static gboolean
is_alone (BhFilterField field, const char *value)
{
  return field == BH_FILTER_CATEGORY && g_str_has_suffix (value, ALONE);
}

/* The entries that a value of @field means, whatever stands behind it. */
static GPtrArray *
find_meant (BhFilterField field, BhOffice *office, const char *value)
{
  gsize length = strlen (value) - (is_alone (field, value) ? strlen (ALONE) : 0);
  g_autofree char *text = g_strndup (value, length);

  return find_entries (office, bh_filter_field_get_entry_type (field), text);
}

static gboolean
has_leaves (BhOffice *office, gint64 id)
{
  GPtrArray *all = bh_office_list (office, BH_TYPE_CATEGORY);

  for (guint i = 0; i < all->len; i++)
    if (((BhCategory *) g_ptr_array_index (all, i))->parent_id == id)
      return TRUE;

  return FALSE;
}

char *
bh_filter_format_category (BhOffice *office, gint64 category_id)
{
  BhEntry *entry;
  g_autofree char *path = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  entry = category_id != 0 ? bh_office_get (office, BH_TYPE_CATEGORY, category_id) : NULL;
  if (entry == NULL)
    return g_strdup (BH_FILTER_NONE);

  path = bh_office_get_category_path (office, category_id);
  if (bh_office_find (office, BH_TYPE_CATEGORY, path) != entry)
    {
      g_free (path);
      path = g_strdup (bh_entry_get_code (entry));
    }

  return has_leaves (office, category_id) ? g_strconcat (path, ALONE, NULL)
                                          : g_steal_pointer (&path);
}

/* A top category stands for its leaves too, unless it is meant alone. */
static void
append_entry (GArray *ids, BhOffice *office, BhEntry *entry, gboolean alone)
{
  append_number (ids, bh_entry_get_id (entry));
  if (!alone && BH_IS_CATEGORY (entry) && !is_leaf (entry))
    {
      GPtrArray *all = bh_office_list (office, BH_TYPE_CATEGORY);

      for (guint i = 0; i < all->len; i++)
        {
          BhCategory *leaf = g_ptr_array_index (all, i);

          if (leaf->parent_id == bh_entry_get_id (entry))
            append_number (ids, bh_entry_get_id (BH_ENTRY (leaf)));
        }
    }
}

GArray *
bh_ticket_filter_get_ids (BhTicketFilter *self,
                          BhFilterField field,
                          BhOffice *office,
                          GError **error)
{
  const char *const *values;
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (self != NULL && BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (bh_filter_field_get_info (field)->type == BH_FILTER_TYPE_ENTRY, NULL);

  values = bh_ticket_filter_get (self, field);
  if (values == NULL)
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (const char *const *value = values; *value != NULL; value++)
    {
      g_autoptr (GPtrArray) entries = NULL;

      if (g_ascii_strcasecmp (*value, BH_FILTER_NONE) == 0)
        {
          append_number (ids, 0);
          continue;
        }
      entries = find_meant (field, office, *value);
      if (entries->len == 0)
        {
          set_unknown (error, field, office, *value);
          return NULL;
        }
      for (guint i = 0; i < entries->len; i++)
        append_entry (ids, office, g_ptr_array_index (entries, i), is_alone (field, *value));
    }

  return g_steal_pointer (&ids);
}

/* How the office writes what @value means, so that it still means the same. */
static char *
dup_own_word (BhFilterField field, BhOffice *office, const char *value, GError **error)
{
  const GType type = bh_filter_field_get_entry_type (field);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) namesakes = NULL;
  BhEntry *entry;

  entries = find_meant (field, office, value);
  if (entries->len == 0)
    {
      set_unknown (error, field, office, value);
      return NULL;
    }

  entry = g_ptr_array_index (entries, 0);
  if (entries->len == 1 && type == BH_TYPE_CATEGORY)
    return bh_office_get_category_path (office, bh_entry_get_id (entry));

  namesakes = find_entries (office, type, bh_entry_get_name (entry));
  if (namesakes->len == entries->len && g_ptr_array_index (namesakes, 0) == entry)
    return g_strdup (bh_entry_get_name (entry));

  return g_strdup (bh_entry_get_code (entry));
}

static char *
resolve_value (BhFilterField field, BhOffice *office, const char *value, GError **error)
{
  g_autofree char *word = NULL;

  if (g_ascii_strcasecmp (value, BH_FILTER_NONE) == 0)
    return g_strdup (BH_FILTER_NONE);

  word = dup_own_word (field, office, value, error);
  if (word != NULL && is_alone (field, value))
    return g_strconcat (word, ALONE, NULL);

  return g_steal_pointer (&word);
}

static GStrv
resolve_values (BhFilterField field, BhOffice *office, const char *const *values, GError **error)
{
  g_autoptr (GPtrArray) resolved = bh_filter_values_new ();

  for (; *values != NULL; values++)
    {
      char *value = resolve_value (field, office, *values, error);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (resolved, value);
    }
  g_ptr_array_add (resolved, NULL);

  return bh_filter_normalize (field, (const char *const *) resolved->pdata, error);
}

BhTicketFilter *
bh_ticket_filter_resolve (BhTicketFilter *self, BhOffice *office, GError **error)
{
  GStrv all[BH_N_FILTER_FIELDS] = { NULL };

  g_return_val_if_fail (self != NULL && BH_IS_OFFICE (office), NULL);

  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    {
      BhFilterField field = (BhFilterField) i;
      const char *const *values = bh_ticket_filter_get (self, field);

      if (values == NULL)
        continue;
      if (bh_filter_field_get_info (field)->type == BH_FILTER_TYPE_ENTRY)
        all[i] = resolve_values (field, office, values, error);
      else
        all[i] = g_strdupv ((GStrv) values);
      if (all[i] == NULL)
        {
          bh_filter_free_values (all);
          return NULL;
        }
    }

  return bh_filter_take (all);
}

/* What names @entry alone: its name, a category's path. */
static char *
dup_text (BhOffice *office, BhEntry *entry)
{
  if (BH_IS_CATEGORY (entry))
    return bh_office_get_category_path (office, bh_entry_get_id (entry));

  return g_strdup (bh_entry_get_name (entry));
}

/* Adds what @entry is called now. Returns: whether that is another name than before */
static gboolean
follow_entry (GPtrArray *names,
              BhFilterField field,
              BhEntry *entry,
              gboolean alone,
              BhOffice *before,
              BhOffice *after)
{
  BhEntry *now = bh_office_get (after, G_OBJECT_TYPE (entry), bh_entry_get_id (entry));
  g_autofree char *old_text = dup_text (before, entry);
  g_autofree char *new_text = now != NULL ? dup_text (after, now) : NULL;
  g_autofree char *name = NULL;

  if (new_text != NULL)
    name = dup_own_word (field, after, new_text, NULL);
  g_ptr_array_add (names, g_strconcat (name != NULL ? name : old_text, alone ? ALONE : NULL, NULL));

  return g_strcmp0 (old_text, new_text) != 0;
}

static GStrv
follow_values (BhFilterField field, const char *const *values, BhOffice *before, BhOffice *after)
{
  g_autoptr (GPtrArray) all = bh_filter_values_new ();

  for (; *values != NULL; values++)
    {
      g_autoptr (GPtrArray) entries = find_meant (field, before, *values);
      g_autoptr (GPtrArray) names = bh_filter_values_new ();
      gboolean changed = FALSE;

      for (guint i = 0; i < entries->len; i++)
        changed |= follow_entry (names, field, g_ptr_array_index (entries, i),
                                 is_alone (field, *values), before, after);
      if (changed)
        g_ptr_array_extend_and_steal (all, g_steal_pointer (&names));
      else
        g_ptr_array_add (all, g_strdup (*values));
    }
  g_ptr_array_add (all, NULL);

  return bh_filter_normalize (field, (const char *const *) all->pdata, NULL);
}

BhTicketFilter *
bh_ticket_filter_follow (BhTicketFilter *self, BhOffice *before, BhOffice *after)
{
  GStrv all[BH_N_FILTER_FIELDS] = { NULL };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (before) && BH_IS_OFFICE (after), NULL);

  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    {
      BhFilterField field = (BhFilterField) i;
      const char *const *values = bh_ticket_filter_get (self, field);

      if (values != NULL && bh_filter_field_get_info (field)->type == BH_FILTER_TYPE_ENTRY)
        all[i] = follow_values (field, values, before, after);
      if (values != NULL && all[i] == NULL)
        all[i] = g_strdupv ((GStrv) values);
    }

  return bh_filter_take (all);
}
