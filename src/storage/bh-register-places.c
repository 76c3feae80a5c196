/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "storage/bh-work-private.h"

#include <string.h>

#define FIRST_PREFIX "W"

/* Places: a tree from the community to the room. A place keeps its path from the building down and
 * the numbers in it, so that "3-2-301" finds "3栋2单元301". */

BhPlace *
bh_register_read_place (BhStatement *row)
{
  BhPlace *place = g_object_new (BH_TYPE_PLACE, "id", bh_statement_get_int64 (row, 0), "name",
                                 bh_statement_get_text (row, 4), "retired",
                                 bh_statement_get_int64 (row, 11) != 0, NULL);

  place->kind = (BhPlaceKind) bh_statement_get_int64 (row, 1);
  place->parent_id = bh_statement_get_int64 (row, 2);
  place->community_id = bh_statement_get_int64 (row, 3);
  place->path = bh_statement_dup_text (row, 5);
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
    g_ptr_array_add (places, bh_register_read_place (statement));

  return step == BH_STEP_DONE;
}

BhPlace *
bh_register_load_place (BhConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  BhStatement *statement = bh_connection_prepare (
      connection, "SELECT " BH_REGISTER_PLACE_COLUMNS " FROM place p WHERE id = ?1", error);

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
  statement = bh_connection_prepare (connection,
                                     parent_id == 0
                                         ? "SELECT " BH_REGISTER_PLACE_COLUMNS
                                           " FROM place p WHERE parent_id IS NULL AND retired = 0"
                                           " ORDER BY sort_key, id"
                                         : "SELECT " BH_REGISTER_PLACE_COLUMNS
                                           " FROM place p WHERE parent_id = ?1 AND retired = 0"
                                           " ORDER BY sort_key, id",
                                     error);
  if (statement != NULL && parent_id != 0)
    bh_statement_bind_int64 (statement, 1, parent_id);

  return read_places (statement, places, error) ? g_steal_pointer (&places) : NULL;
}

char *
bh_register_join_path (const char *parent, const char *name)
{
  gsize length = strlen (parent);
  gboolean apart = length > 0 && g_ascii_isalnum (parent[length - 1]) && g_ascii_isalnum (name[0]);

  return g_strconcat (parent, apart ? " " : "", name, NULL);
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
  g_autofree char *base = g_ascii_strup (*initials != '\0' ? initials : FIRST_PREFIX, -1);
  g_autofree char *prefix = g_strdup (FIRST_PREFIX);
  gboolean is_free;

  for (guint i = 1; is_prefix_free (connection, prefix, &is_free, error); i++)
    {
      if (is_free)
        return g_steal_pointer (&prefix);

      g_free (prefix);
      prefix = i == 1 ? g_strdup (base) : g_strdup_printf ("%s%u", base, i);
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
  g_autofree char *sort_key = bh_text_sort_key (path, BH_REGISTER_PATH_KEY_CHARS);
  g_autofree char *digits_key = bh_register_make_digits_key (path);
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

/* A prefix that was given must be free; the caller meant it. */
static char *
choose_prefix (BhConnection *connection, const BhPlace *place, const char *name, GError **error)
{
  if (place->prefix == NULL || *place->prefix == '\0')
    return make_prefix (connection, name, error);

  return bh_register_check_free (connection, "SELECT 1 FROM place WHERE prefix = ?1", place->prefix,
                                 0, error)
             ? g_strdup (place->prefix)
             : NULL;
}

static gint64
add_community (BhWork *work, const BhPlace *place, const char *name, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  gint64 id = bh_id_source_next (bh_work_get_ids (work));
  g_autofree char *prefix = NULL;

  if (!bh_register_check_free (
          connection, "SELECT 1 FROM place WHERE parent_id IS NULL AND name = ?1", name, 0, error))
    return 0;

  prefix = choose_prefix (connection, place, name, error);
  if (prefix == NULL || !insert_place (connection, id, place, name, id, name, prefix, error))
    return 0;

  bh_work_touch_register (work);

  return id;
}

static gint64
add_inside (BhWork *work, const BhPlace *place, const char *name, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  gint64 id = bh_id_source_next (bh_work_get_ids (work));
  g_autoptr (BhPlace) parent = bh_register_load_place (connection, place->parent_id, error);
  g_autofree char *path = NULL;

  if (parent == NULL
      || !bh_register_check_free (connection,
                                  "SELECT 1 FROM place WHERE name = ?1 AND parent_id = ?2", name,
                                  place->parent_id, error))
    return 0;

  path = bh_register_join_path (parent->kind == BH_PLACE_COMMUNITY ? "" : parent->path, name);
  if (!insert_place (connection, id, place, name, parent->community_id, path, NULL, error))
    return 0;

  bh_work_note_register (work);

  return id;
}

gint64
bh_register_add_place (BhWork *work, const BhPlace *place, GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (place != NULL, 0);
  g_return_val_if_fail ((place->kind == BH_PLACE_COMMUNITY) == (place->parent_id == 0), 0);

  name = bh_register_clean_name (bh_entry_get_name ((BhEntry *) place), error);
  if (name == NULL)
    return 0;

  return place->kind == BH_PLACE_COMMUNITY ? add_community (work, place, name, error)
                                           : add_inside (work, place, name, error);
}
