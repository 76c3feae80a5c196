/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-place.h"

#include <string.h>

/* The names of communities may have slashes too: the longest one that fits is meant. */
static BhEntry *
find_community (BhOffice *office, const char *value, const char **rest)
{
  GPtrArray *communities = bh_office_list (office, BH_TYPE_PLACE);
  BhEntry *found = NULL;
  gsize longest = 0;

  for (guint i = 0; i < communities->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (communities, i);
      const char *name = bh_entry_get_name (entry);
      gsize length = strlen (name);

      if (!g_str_has_prefix (value, name) || (value[length] != '/' && value[length] != '\0')
          || length < longest)
        continue;
      found = entry;
      longest = length;
    }
  *rest = found != NULL && value[longest] == '/' ? value + longest + 1 : NULL;

  return found;
}

char *
bh_filter_place_dup_condition (BhOffice *office, const char *value, guint parameter, char **path)
{
  const char *rest;
  BhEntry *community;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (value != NULL && path != NULL, NULL);

  community = find_community (office, value, &rest);
  *path = NULL;
  if (community == NULL)
    return g_strdup ("1 = 0");
  if (rest == NULL)
    return g_strdup_printf (
        "$.place_id IN (SELECT id FROM place WHERE community_id = %" G_GINT64_FORMAT ")",
        bh_entry_get_id (community));

  *path = g_strdup (rest);

  return g_strdup_printf (
      "$.place_id IN (WITH RECURSIVE inside (id) AS ("
      "SELECT a.id FROM place AS a WHERE a.path = ?%u AND a.community_id = %" G_GINT64_FORMAT
      " UNION ALL SELECT b.id FROM place AS b JOIN inside ON b.parent_id = inside.id)"
      " SELECT inside.id FROM inside)",
      parameter, bh_entry_get_id (community));
}

/* The path of a place is a parameter, since people give names to places. */
char *
bh_filter_place_dup_any (BhOffice *office,
                         const char *const *values,
                         guint first_parameter,
                         GPtrArray *texts)
{
  GString *condition = g_string_new (NULL);

  g_return_val_if_fail (values != NULL && texts != NULL, NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      char *path = NULL;
      g_autofree char *sql
          = bh_filter_place_dup_condition (office, values[i], first_parameter + texts->len, &path);

      g_string_append_printf (condition, "%s%s", i > 0 ? " OR " : "", sql);
      if (path != NULL)
        g_ptr_array_add (texts, path);
    }

  return g_string_free (condition, FALSE);
}

char *
bh_filter_place_dup_value (const char *community, const char *path)
{
  g_return_val_if_fail (community != NULL, NULL);

  return path != NULL ? g_strdup_printf ("%s/%s", community, path) : g_strdup (community);
}
