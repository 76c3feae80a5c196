/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-register-row.h"

#include "base/bh-i18n.h"

/* The rows of what the domain knows: one function a kind, each the list of its fields. */

/* A row on its way: values, and the names of the entries among them. */
typedef struct
{
  BhRegisterKind kind;
  BhPayload *values; /* (owned) */
  BhPayload *names;  /* (owned) */
} Draft;

static Draft
begin (BhRegisterKind kind)
{
  return (Draft){ kind, bh_payload_new (), bh_payload_new () };
}

static BhRegisterRow *
end (Draft *draft, gint64 id, gboolean retired)
{
  BhRegisterRow *row = bh_register_row_new (draft->kind, id, retired, draft->values, draft->names);

  bh_payload_unref (draft->values);
  bh_payload_unref (draft->names);

  return row;
}

static void
set_code (Draft *draft, const char *key, BhList list, int value)
{
  bh_payload_set (draft->values, key, bh_list_get_code (list, value));
}

/* @name: (nullable): of the entry with @id */
static void
set_entry (Draft *draft, const char *key, gint64 id, const char *name)
{
  bh_payload_set_int (draft->values, key, id);
  bh_payload_set (draft->names, key, name);
}

static void
set_category (Draft *draft, const char *key, BhOffice *office, gint64 id)
{
  g_autofree char *path = bh_office_get_category_path (office, id);

  set_entry (draft, key, id, path);
}

static void
set_department (Draft *draft, BhOffice *office, gint64 id)
{
  set_entry (draft, "department", id, bh_office_get_name (office, BH_TYPE_DEPARTMENT, id));
}

/* @ids: (element-type gint64): categories, smallest first */
static void
set_skills (Draft *draft, BhOffice *office, GArray *ids)
{
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_string_append_printf (values, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", id);
      g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "",
                              bh_office_get_name (office, BH_TYPE_CATEGORY, id));
    }
  bh_payload_set (draft->values, "skills", values->str);
  bh_payload_set (draft->names, "skills", names->str);
}

static void
set_staff (Draft *draft, BhOffice *office, BhStaff *staff)
{
  set_department (draft, office, staff->department_id);
  set_code (draft, "role", BH_LIST_ROLE, (int) staff->role);
  bh_payload_set (draft->values, "phone", staff->phone);
  bh_payload_set_yes (draft->values, "away", staff->away);
  set_skills (draft, office, staff->skills);
}

static void
set_category_fields (Draft *draft, BhOffice *office, BhCategory *category)
{
  g_autofree char *path
      = bh_office_get_category_path (office, bh_entry_get_id (BH_ENTRY (category)));

  bh_payload_set (draft->values, "path", path);
  set_category (draft, "parent", office, category->parent_id);
  set_department (draft, office, category->department_id);
  set_code (draft, "grade", BH_LIST_GRADE, (int) category->grade);
}

static void
set_decimal (Draft *draft, const char *key, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  bh_payload_set (draft->values, key, g_ascii_formatd (buffer, sizeof buffer, "%.10g", value));
}

static void
set_target (Draft *draft, BhTarget *target)
{
  bh_payload_set (draft->values, "figure", target->figure);
  bh_payload_set (draft->values, "filter", target->filter);
  bh_payload_set_int (draft->values, "year", target->year);
  set_code (draft, "form", BH_LIST_TARGET_FORM, (int) target->form);
  set_decimal (draft, "value", target->value);
  if (target->has_baseline)
    set_decimal (draft, "baseline", target->baseline);
  bh_payload_set_int (draft->values, "base_year", target->base_year);
}

static BhRegisterKind
get_kind (BhEntry *entry)
{
  if (BH_IS_DEPARTMENT (entry))
    return BH_REGISTER_DEPARTMENTS;
  if (BH_IS_STAFF (entry))
    return BH_REGISTER_STAFF;
  if (BH_IS_CHANNEL (entry))
    return BH_REGISTER_CHANNELS;
  if (BH_IS_CAUSE (entry))
    return BH_REGISTER_CAUSES;
  if (BH_IS_TARGET (entry))
    return BH_REGISTER_TARGETS;

  g_assert (BH_IS_CATEGORY (entry));
  return BH_REGISTER_CATEGORIES;
}

BhRegisterRow *
bh_register_row_new_for_entry (BhOffice *office, BhEntry *entry)
{
  Draft draft;

  g_return_val_if_fail (BH_IS_OFFICE (office) && BH_IS_ENTRY (entry), NULL);

  draft = begin (get_kind (entry));
  if (BH_IS_TARGET (entry))
    {
      set_target (&draft, BH_TARGET (entry));
      return end (&draft, bh_entry_get_id (entry), bh_entry_is_retired (entry));
    }

  bh_payload_set (draft.values, "code", bh_entry_get_code (entry));
  bh_payload_set (draft.values, "name", bh_entry_get_name (entry));
  if (BH_IS_STAFF (entry))
    set_staff (&draft, office, BH_STAFF (entry));
  else if (BH_IS_CATEGORY (entry))
    set_category_fields (&draft, office, BH_CATEGORY (entry));
  else if (BH_IS_CHANNEL (entry))
    bh_payload_set_yes (draft.values, "live", BH_CHANNEL (entry)->live);

  return end (&draft, bh_entry_get_id (entry), bh_entry_is_retired (entry));
}

/* What was in force from the beginning has no date. */
static void
set_date (Draft *draft, const char *key, BhOffice *office, gint64 at)
{
  g_autofree char *date = NULL;
  BhLocalTime local;

  if (at <= 0)
    return;

  bh_office_time_split (bh_office_get_time (office), at, &local);
  date = g_strdup_printf ("%04d-%02d-%02d", local.day / 10000, local.day / 100 % 100,
                          local.day % 100);
  bh_payload_set (draft->values, key, date);
}

BhRegisterRow *
bh_register_row_new_for_policy (BhOffice *office, BhPolicy *policy)
{
  guint n_clocks;
  const BhListItem *clocks = bh_list_get_items (BH_LIST_CLOCK, &n_clocks);
  Draft draft;

  g_return_val_if_fail (BH_IS_OFFICE (office) && BH_IS_POLICY (policy), NULL);

  draft = begin (BH_REGISTER_POLICIES);
  set_category (&draft, "category", office, policy->category_id);
  set_code (&draft, "grade", BH_LIST_GRADE, (int) policy->grade);
  set_code (&draft, "hours", BH_LIST_HOURS, (int) policy->hours);
  bh_payload_set_int (draft.values, "version", policy->version);
  set_date (&draft, "valid_from", office, policy->valid_from);
  for (guint i = 0; i < n_clocks; i++)
    bh_payload_set_int (draft.values, clocks[i].code, policy->limits[clocks[i].value]);
  bh_payload_set_yes (draft.values, "skip_investigate", policy->skip_investigate);
  bh_payload_set_yes (draft.values, "skip_plan", policy->skip_plan);
  set_code (&draft, "callback_mode", BH_LIST_CALLBACK_MODE, (int) policy->callback);
  if (policy->callback == BH_CALLBACK_SAMPLE)
    bh_payload_set_int (draft.values, "callback_percent", policy->callback_percent);
  bh_payload_set_yes (draft.values, "needs_photo", policy->needs_photo);
  bh_payload_set_yes (draft.values, "needs_cause", policy->needs_cause);
  bh_payload_set_yes (draft.values, "allows_answer", policy->allows_answer);

  return end (&draft, policy->id, policy->retired);
}

BhRegisterRow *
bh_register_row_new_for_place (BhOffice *office,
                               BhPlace *place,
                               const char *parent,
                               gint64 n_inside)
{
  BhEntry *entry = BH_ENTRY (place);
  Draft draft;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  draft = begin (BH_REGISTER_PLACES);
  set_code (&draft, "kind", BH_LIST_PLACE_KIND, (int) place->kind);
  set_entry (&draft, "community", place->community_id,
             bh_office_get_name (office, BH_TYPE_PLACE, place->community_id));
  set_entry (&draft, "parent", place->parent_id, parent);
  bh_payload_set (draft.values, "name", bh_entry_get_name (entry));
  bh_payload_set (draft.values, "path", place->path);
  bh_payload_set (draft.values, "prefix", place->prefix);
  bh_payload_set (draft.values, "city_tier", place->city_tier);
  bh_payload_set (draft.values, "estate_kind", place->estate_kind);
  bh_payload_set_int (draft.values, "households", place->households);
  set_entry (&draft, "steward", place->steward_id,
             bh_office_get_name (office, BH_TYPE_STAFF, place->steward_id));
  bh_payload_set_int (draft.values, "inside", n_inside);

  return end (&draft, bh_entry_get_id (entry), bh_entry_is_retired (entry));
}

static char *
join_care (guint care)
{
  guint n_items;
  const BhListItem *items = bh_list_get_items (BH_LIST_CARE, &n_items);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    if ((care & (guint) items[i].value) != 0)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", items[i].code);

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

BhRegisterRow *
bh_register_row_new_for_contact (BhContact *contact,
                                 gboolean retired,
                                 const char *phones,
                                 gint64 community_id,
                                 const char *community,
                                 const char *room)
{
  g_autofree char *care = NULL;
  Draft draft;

  g_return_val_if_fail (BH_IS_CONTACT (contact), NULL);

  care = join_care (contact->care);
  draft = begin (BH_REGISTER_CONTACTS);
  bh_payload_set (draft.values, "name", bh_entry_get_name (BH_ENTRY (contact)));
  set_code (&draft, "kind", BH_LIST_CONTACT_KIND, (int) contact->kind);
  bh_payload_set (draft.values, "phone", phones);
  set_entry (&draft, "community", community_id, community);
  set_entry (&draft, "room", contact->room_id, room);
  bh_payload_set (draft.values, "care", care);

  return end (&draft, bh_entry_get_id (BH_ENTRY (contact)), retired);
}
