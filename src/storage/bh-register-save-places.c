/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "storage/bh-register-private.h"

/* Places: added below another, and renamed with everything that stands in them. */

static BhPlace *
make_place (BhRegisterSave *self, BhPlaceKind kind)
{
  BhPayload *values = self->values;
  BhPlace *place = bh_place_new (0, kind, bh_payload_get (values, "name"),
                                 bh_payload_get_int (values, "parent"), 0, NULL);

  place->prefix = g_strdup (bh_payload_get (values, "prefix"));
  place->city_tier = g_strdup (bh_payload_get (values, "city_tier"));
  place->estate_kind = g_strdup (bh_payload_get (values, "estate_kind"));
  place->households = (int) bh_payload_get_int (values, "households");
  place->steward_id = bh_payload_get_int (values, "steward");

  return place;
}

static gboolean
check_prefix (BhRegisterSave *self, GError **error)
{
  const char *prefix = bh_payload_get (self->values, "prefix");
  BhStatement *statement;
  BhStep step;

  if (prefix == NULL)
    return TRUE;
  for (const char *p = prefix; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && (p == prefix || !g_ascii_isdigit (*p)))
      return bh_register_save_reject (self, "prefix", error,
                                      _ ("A prefix is capital letters, digits behind them"));

  statement
      = bh_connection_prepare (self->connection, "SELECT 1 FROM place WHERE prefix = ?1", error);
  if (statement == NULL)
    return FALSE;
  bh_statement_bind_text (statement, 1, prefix);
  step = bh_statement_step (statement, error);
  bh_statement_reset (statement);
  if (step == BH_STEP_ROW)
    return bh_register_save_reject (self, "prefix", error,
                                    _ ("Another community has the prefix “%s”"), prefix);

  return step == BH_STEP_DONE;
}

static gboolean
add_place (BhRegisterSave *self, GError **error)
{
  BhPlaceKind kind
      = (BhPlaceKind) bh_list_find (BH_LIST_PLACE_KIND, bh_payload_get (self->values, "kind"));
  gint64 parent_id = bh_payload_get_int (self->values, "parent");
  g_autoptr (BhPlace) place = make_place (self, kind);
  g_autoptr (BhPlace) parent = NULL;

  if (parent_id != 0)
    {
      parent = bh_register_load_place (self->connection, parent_id, error);
      if (parent == NULL)
        return FALSE;
    }
  if (!bh_register_place_fits (kind, parent != NULL ? parent->kind : BH_PLACE_NONE))
    return bh_register_save_reject (
        self, "kind", error, _ ("A place of the kind “%s” does not stand in one of the kind “%s”"),
        bh_list_get_label (BH_LIST_PLACE_KIND, kind),
        parent != NULL ? bh_list_get_label (BH_LIST_PLACE_KIND, parent->kind) : "–");
  if (!check_prefix (self, error))
    return FALSE;

  self->id = bh_register_add_place (self->work, place, error);

  return self->id != 0;
}

static gboolean
write_path (BhRegisterSave *self, gint64 id, const char *name, const char *path, GError **error)
{
  g_autofree char *sort_key = bh_text_sort_key (path, BH_REGISTER_PATH_KEY_CHARS);
  g_autofree char *digits_key = bh_register_make_digits_key (path);
  BhStatement *statement = bh_connection_prepare (
      self->connection,
      "UPDATE place SET name = ?2, path = ?3, sort_key = ?4, digits_key = ?5 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_text (statement, 2, name);
  bh_statement_bind_text (statement, 3, path);
  bh_statement_bind_text (statement, 4, sort_key);
  bh_statement_bind_text (statement, 5, digits_key);

  return bh_statement_run (statement, error);
}

/* Tickets are sorted by the key of their place. */
static gboolean
write_ticket_keys (BhRegisterSave *self, gint64 id, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      self->connection,
      "UPDATE ticket SET place_key = (SELECT p.sort_key FROM place p WHERE p.id = ?1)"
      " WHERE place_id = ?1",
      error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);

  return bh_statement_run (statement, error);
}

/* Returns: (transfer full): all that stands directly in a place, retired ones too */
static GPtrArray *
load_inside (BhRegisterSave *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  BhStatement *statement = bh_connection_prepare (
      self->connection, "SELECT " BH_REGISTER_PLACE_COLUMNS " FROM place p WHERE p.parent_id = ?1",
      error);
  BhStep step = BH_STEP_ERROR;

  if (statement != NULL)
    bh_statement_bind_int64 (statement, 1, id);
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    g_ptr_array_add (places, bh_register_read_place (statement));

  return step == BH_STEP_DONE ? g_steal_pointer (&places) : NULL;
}

/* @above: path of what it stands in, "" for a community and what stands in one */
static gboolean
rename_tree (BhRegisterSave *self,
             gint64 id,
             BhPlaceKind kind,
             const char *name,
             const char *above,
             GError **error)
{
  g_autofree char *path = bh_register_join_path (above, name);
  g_autoptr (GPtrArray) inside = NULL;

  if (!write_path (self, id, name, path, error) || !write_ticket_keys (self, id, error))
    return FALSE;
  /* A community's name is not in the paths of its places. */
  if (kind == BH_PLACE_COMMUNITY)
    return TRUE;

  inside = load_inside (self, id, error);
  for (guint i = 0; inside != NULL && i < inside->len; i++)
    {
      BhPlace *place = g_ptr_array_index (inside, i);

      if (!rename_tree (self, bh_entry_get_id (BH_ENTRY (place)), place->kind,
                        bh_entry_get_name (BH_ENTRY (place)), path, error))
        return FALSE;
    }

  return inside != NULL;
}

static gboolean
rename_place (BhRegisterSave *self, GError **error)
{
  gint64 parent_id = bh_payload_get_int (self->values, "parent");
  BhPlaceKind kind
      = (BhPlaceKind) bh_list_find (BH_LIST_PLACE_KIND, bh_payload_get (self->values, "kind"));
  g_autoptr (BhPlace) parent = NULL;
  const char *above = "";

  if (parent_id != 0)
    {
      parent = bh_register_load_place (self->connection, parent_id, error);
      if (parent == NULL)
        return FALSE;
      if (parent->kind != BH_PLACE_COMMUNITY)
        above = parent->path;
    }

  return rename_tree (self, self->id, kind, bh_payload_get (self->values, "name"), above, error);
}

gboolean
bh_register_save_place (BhRegisterSave *self, GError **error)
{
  if (self->id == 0)
    return add_place (self, error);

  return bh_register_update_fields (self, error)
         && (!bh_register_save_is_changed (self, "name") || rename_place (self, error));
}
