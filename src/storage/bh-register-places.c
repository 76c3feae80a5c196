/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "storage/bh-like.h"
#include "storage/bh-work-private.h"

#include <string.h>

#define PATH_KEY_CHARS 48
#define FIRST_PREFIX "W"
#define COLUMNS                                                                                    \
  "id, kind, parent_id, community_id, name, path, prefix, city_tier, estate_kind, households,"     \
  " steward_id"

/* Places: a tree from the community to the room. A place keeps its path from the building down and
 * the numbers in it, so that "3-2-301" finds "3栋2单元301". */

static BhPlace *
read_place (BhStatement *row)
{
  BhPlace *place = bh_place_new (bh_statement_get_int64 (row, 0),
                                 (BhPlaceKind) bh_statement_get_int64 (row, 1),
                                 bh_statement_get_text (row, 4), bh_statement_get_int64 (row, 2),
                                 bh_statement_get_int64 (row, 3), bh_statement_get_text (row, 5));

  place->prefix = bh_statement_dup_text (row, 6);
  place->city_tier = bh_statement_dup_text (row, 7);
  place->estate_kind = bh_statement_dup_text (row, 8);
  place->households = (int) bh_statement_get_int64 (row, 9);
  place->steward_id = bh_statement_get_int64 (row, 10);

  return place;
}

/* Adds the places that a bound statement gives to @places, at most @limit in all. */
static gboolean
read_places (BhStatement *statement, GPtrArray *places, GError **error)
{
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    g_ptr_array_add (places, read_place (statement));

  return step == BH_STEP_DONE;
}

BhPlace *
bh_register_load_place (BhConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  BhStatement *statement
      = bh_connection_prepare (connection, "SELECT " COLUMNS " FROM place WHERE id = ?1", error);

  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, id);
  if (!read_places (statement, places, error))
    return NULL;
  if (places->len == 0)
    {
      g_set_error_literal (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                           _ ("There is no such place"));
      return NULL;
    }

  return g_ptr_array_steal_index (places, 0);
}

GPtrArray *
bh_register_list_places (BhConnection *connection, gint64 parent_id, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  /* Two texts, since an expression would look at every room of the office. */
  statement = bh_connection_prepare (
      connection,
      parent_id == 0 ? "SELECT " COLUMNS " FROM place WHERE parent_id IS NULL AND retired = 0"
                       " ORDER BY sort_key, id"
                     : "SELECT " COLUMNS " FROM place WHERE parent_id = ?1 AND retired = 0"
                       " ORDER BY sort_key, id",
      error);
  if (statement != NULL && parent_id != 0)
    bh_statement_bind_int64 (statement, 1, parent_id);

  return read_places (statement, places, error) ? g_steal_pointer (&places) : NULL;
}

/* Chinese names follow one another as they are; Latin words and numbers keep a blank between. */
static char *
join_path (const char *parent, const char *name)
{
  gsize length = strlen (parent);
  gboolean apart = length > 0 && g_ascii_isalnum (parent[length - 1]) && g_ascii_isalnum (name[0]);

  return g_strconcat (parent, apart ? " " : "", name, NULL);
}

/* The numbers of a text, joined by hyphens. */
static char *
make_digits_key (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean digit = g_ascii_isdigit (*p);

      if (digit && !inside && out->len > 0)
        g_string_append_c (out, '-');
      if (digit)
        g_string_append_c (out, *p);
      inside = digit;
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_prefix_free (BhConnection *connection, const char *prefix, gboolean *is_free, GError **error)
{
  BhStatement *statement
      = bh_connection_prepare (connection, "SELECT 1 FROM place WHERE prefix = ?1", error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, prefix);
  step = bh_statement_step (statement, error);
  bh_statement_reset (statement);
  *is_free = step == BH_STEP_DONE;

  return step != BH_STEP_ERROR;
}

/* The first community's tickets are W…; the next ones get the initials of their name. */
static char *
make_prefix (BhConnection *connection, const char *name, GError **error)
{
  g_autofree char *initials = bh_text_pinyin_initials (name);
  g_autofree char *base = g_ascii_strup (initials, -1);
  g_autofree char *prefix = g_strdup (FIRST_PREFIX);
  gboolean is_free;

  for (guint i = 1; is_prefix_free (connection, prefix, &is_free, error); i++)
    {
      if (is_free)
        return g_steal_pointer (&prefix);

      g_free (prefix);
      prefix = i == 1 && *base != '\0' ? g_strdup (base) : g_strdup_printf ("%s%u", base, i);
    }

  return NULL;
}

static gboolean
insert_place (BhConnection *connection,
              gint64 id,
              const BhPlace *place,
              const char *name,
              gint64 community_id,
              const char *path,
              const char *prefix,
              GError **error)
{
  g_autofree char *sort_key = bh_text_sort_key (path, PATH_KEY_CHARS);
  g_autofree char *digits_key = make_digits_key (path);
  BhStatement *statement = bh_connection_prepare (
      connection,
      "INSERT INTO place (id, kind, parent_id, community_id, name, path, sort_key, digits_key,"
      " prefix, city_tier, estate_kind, households, steward_id, retired)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0)",
      error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_int64 (statement, 2, place->kind);
  bh_statement_bind_id (statement, 3, place->parent_id);
  bh_statement_bind_int64 (statement, 4, community_id);
  bh_statement_bind_text (statement, 5, name);
  bh_statement_bind_text (statement, 6, path);
  bh_statement_bind_text (statement, 7, sort_key);
  bh_statement_bind_text (statement, 8, digits_key);
  bh_statement_bind_text (statement, 9, prefix);
  bh_statement_bind_text (statement, 10, place->city_tier);
  bh_statement_bind_text (statement, 11, place->estate_kind);
  bh_statement_bind_int64 (statement, 12, place->households);
  bh_statement_bind_id (statement, 13, place->steward_id);

  return bh_statement_run (statement, error);
}

static gint64
add_community (BhWork *work, const BhPlace *place, const char *name, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  gint64 id = bh_id_source_next (bh_work_get_ids (work));
  g_autofree char *prefix
      = place->prefix != NULL ? g_strdup (place->prefix) : make_prefix (connection, name, error);

  if (prefix == NULL || !insert_place (connection, id, place, name, id, name, prefix, error))
    return 0;

  bh_work_touch_register (work);

  return id;
}

gint64
bh_register_add_place (BhWork *work, const BhPlace *place, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  const char *name = bh_entry_get_name ((BhEntry *) place);
  g_autoptr (BhPlace) parent = NULL;
  g_autofree char *path = NULL;
  gint64 id;

  g_return_val_if_fail (place != NULL, 0);
  g_return_val_if_fail ((place->kind == BH_PLACE_COMMUNITY) == (place->parent_id == 0), 0);

  if (place->kind == BH_PLACE_COMMUNITY)
    return add_community (work, place, name, error);

  parent = bh_register_load_place (connection, place->parent_id, error);
  if (parent == NULL)
    return 0;

  id = bh_id_source_next (bh_work_get_ids (work));
  path = join_path (parent->kind == BH_PLACE_COMMUNITY ? "" : parent->path, name);
  if (!insert_place (connection, id, place, name, parent->community_id, path, NULL, error))
    return 0;

  bh_work_note_register (work);

  return id;
}

/* Runs a query of at most two ids: one is the place, two are too many. */
static gboolean
find_single (BhConnection *connection,
             const char *sql,
             const char *text,
             gint64 community,
             gint64 *id,
             GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, sql, error);
  guint n = 0;
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, text);
  bh_statement_bind_int64 (statement, 2, community);
  while ((step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      *id = bh_statement_get_int64 (statement, 0);
      n++;
    }
  if (n != 1)
    *id = 0;

  return step == BH_STEP_DONE;
}

static gboolean
is_separator (gunichar c)
{
  return c == '/' || c == '-' || c == '>' || c == 0x2013 || g_unichar_isspace (c);
}

static char *
remove_separators (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_separator (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

/* Where @text begins with the name of a community, goes behind it. */
static gboolean
skip_community (BhConnection *connection, const char **text, gint64 *community, GError **error)
{
  g_autoptr (GPtrArray) communities = bh_register_list_places (connection, 0, error);

  for (guint i = 0; communities != NULL && i < communities->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (communities, i);
      const char *name = bh_entry_get_name (entry);

      if (!g_str_has_prefix (*text, name))
        continue;
      *community = bh_entry_get_id (entry);
      *text += strlen (name);
      while (is_separator (g_utf8_get_char (*text)))
        *text = g_utf8_next_char (*text);
      break;
    }

  return communities != NULL;
}

gint64
bh_register_find_place (BhConnection *connection,
                        gint64 community_id,
                        const char *text,
                        GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *digits = NULL;
  gint64 id = 0;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), 0);
  g_return_val_if_fail (text != NULL, 0);

  /* A whole path as it stands, then behind a community's name, then without what separates. */
  if (!find_single (connection,
                    "SELECT id FROM place WHERE path = ?1 AND (?2 = 0 OR community_id = ?2)"
                    " AND retired = 0 LIMIT 2",
                    text, community_id, &id, error)
      || id != 0)
    return id;
  if (community_id == 0 && !skip_community (connection, &text, &community_id, error))
    return 0;
  if (*text == '\0')
    return community_id;

  plain = remove_separators (text);
  digits = make_digits_key (text);
  if (!find_single (connection,
                    "SELECT id FROM place WHERE path = ?1 AND (?2 = 0 OR community_id = ?2)"
                    " AND retired = 0 LIMIT 2",
                    plain, community_id, &id, error)
      || id != 0)
    return id;
  if (strspn (plain, "0123456789") == strlen (plain)
      && (!find_single (connection,
                        "SELECT id FROM place WHERE digits_key = ?1"
                        " AND (?2 = 0 OR community_id = ?2) AND kind = 4 AND retired = 0 LIMIT 2",
                        digits, community_id, &id, error)
          || id != 0))
    return id;

  find_single (connection,
               "SELECT id FROM place WHERE name = ?1 AND (?2 = 0 OR community_id = ?2)"
               " AND retired = 0 LIMIT 2",
               text, community_id, &id, error);

  return id;
}

/* A room's number typed from the front or from the back ("301"), else words of the path. */
GPtrArray *
bh_register_search_places (BhConnection *connection, const char *text, guint limit, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *digits = NULL;
  g_autofree char *front = NULL;
  g_autofree char *back = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *words = NULL;
  gboolean numeric;
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  digits = make_digits_key (text);
  plain = remove_separators (text);
  numeric = *plain != '\0' && strspn (plain, "0123456789") == strlen (plain);
  front = g_strconcat (digits, "%", NULL);
  back = g_strconcat ("%-", digits, NULL);
  words = bh_like_contains (plain);
  statement = bh_connection_prepare (
      connection,
      numeric ? "SELECT " COLUMNS " FROM place"
                " WHERE (digits_key LIKE ?1 OR digits_key LIKE ?2) AND retired = 0"
                " ORDER BY CASE WHEN digits_key = ?4 THEN 0 ELSE 1 END, kind, sort_key, id LIMIT ?3"
              : "SELECT " COLUMNS " FROM place"
                " WHERE lower (path) LIKE lower (?1) ESCAPE '\\' AND retired = 0"
                " ORDER BY CASE WHEN path = ?4 THEN 0 ELSE 1 END, kind, sort_key, id LIMIT ?3",
      error);
  if (statement != NULL)
    {
      bh_statement_bind_text (statement, 1, numeric ? front : words);
      bh_statement_bind_text (statement, 4, numeric ? digits : plain);
      bh_statement_bind_int64 (statement, 3, limit);
      if (numeric)
        bh_statement_bind_text (statement, 2, back);
    }

  return read_places (statement, places, error) ? g_steal_pointer (&places) : NULL;
}
