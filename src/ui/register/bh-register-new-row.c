/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-new-row.h"

static BhPlaceKind
get_kind (BhRegisterRow *place)
{
  const char *code
      = place != NULL ? bh_payload_get (bh_register_row_get_values (place), "kind") : NULL;

  return code != NULL ? (BhPlaceKind) bh_list_find (BH_LIST_PLACE_KIND, code) : BH_PLACE_NONE;
}

gboolean
bh_register_new_row_fits (const char *code, BhRegisterRow *parent)
{
  g_return_val_if_fail (code != NULL, FALSE);

  return bh_register_place_fits ((BhPlaceKind) bh_list_find (BH_LIST_PLACE_KIND, code),
                                 get_kind (parent));
}

/* What people add first: a building in a community, a room in a unit. */
static const char *
find_first_fit (BhRegisterRow *parent)
{
  guint n_items;
  const BhListItem *items = bh_list_get_items (BH_LIST_PLACE_KIND, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      if (bh_register_new_row_fits (items[i].code, parent))
        return items[i].code;
    }

  return NULL;
}

static void
put_into (BhRegisterRow *parent, const char *place_kind, BhPayload *values, BhPayload *names)
{
  if (place_kind == NULL || !bh_register_new_row_fits (place_kind, parent))
    place_kind = find_first_fit (parent);
  bh_payload_set (values, "kind", place_kind);
  if (parent != NULL)
    {
      g_autofree char *name = bh_register_row_dup_title (parent);

      bh_payload_set_int (values, "parent", bh_register_row_get_id (parent));
      bh_payload_set (names, "parent", name);
    }
}

BhRegisterRow *
bh_register_new_row (BhRegisterKind kind, BhRegisterRow *parent, const char *place_kind)
{
  g_autoptr (BhPayload) values = bh_register_kind_new_values (kind);
  g_autoptr (BhPayload) names = bh_payload_new ();

  g_return_val_if_fail (parent == NULL || BH_IS_REGISTER_ROW (parent), NULL);

  if (kind == BH_REGISTER_PLACES)
    put_into (parent, place_kind, values, names);

  return bh_register_row_new (kind, 0, FALSE, values, names);
}
