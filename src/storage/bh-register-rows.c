/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"

#include <string.h>

/* Lists as rows. The small ones come from the snapshot of the office; places and contacts, which
 * may be many, have their own queries. */

const char *
bh_register_get_table (BhRegisterKind kind)
{
  static const char *const tables[] = {
    [BH_REGISTER_PLACES] = "place",           [BH_REGISTER_CONTACTS] = "contact",
    [BH_REGISTER_DEPARTMENTS] = "department", [BH_REGISTER_STAFF] = "staff",
    [BH_REGISTER_CATEGORIES] = "category",    [BH_REGISTER_POLICIES] = "policy",
    [BH_REGISTER_TARGETS] = "target",         [BH_REGISTER_CHANNELS] = "channel",
    [BH_REGISTER_CAUSES] = "cause",
  };

  return tables[kind];
}

static GType
get_type (BhRegisterKind kind)
{
  switch (kind)
    {
    case BH_REGISTER_DEPARTMENTS:
      return BH_TYPE_DEPARTMENT;
    case BH_REGISTER_STAFF:
      return BH_TYPE_STAFF;
    case BH_REGISTER_CATEGORIES:
      return BH_TYPE_CATEGORY;
    case BH_REGISTER_CHANNELS:
      return BH_TYPE_CHANNEL;
    case BH_REGISTER_CAUSES:
      return BH_TYPE_CAUSE;
    case BH_REGISTER_TARGETS:
      return BH_TYPE_TARGET;
    case BH_REGISTER_PLACES:
    case BH_REGISTER_CONTACTS:
    case BH_REGISTER_POLICIES:
    default:
      return G_TYPE_INVALID;
    }
}

static gboolean
contains (const char *text, const char *search)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_search = g_utf8_casefold (search, -1);

  return strstr (folded_text, folded_search) != NULL;
}

static gboolean
has_initials (const char *name, const char *search)
{
  g_autofree char *initials = NULL;
  g_autofree char *wanted = NULL;

  for (const char *p = search; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return FALSE;

  initials = bh_text_pinyin_initials (name);
  wanted = g_ascii_strdown (search, -1);

  return strstr (initials, wanted) != NULL;
}

/* Whether the columns of @row have what was typed. */
static gboolean
matches (BhRegisterRow *row, const char *search)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (bh_register_row_get_kind (row));
  g_autofree char *title = bh_register_row_dup_title (row);
  g_autofree char *digits = bh_text_digits (search);

  if (contains (title, search) || has_initials (title, search))
    return TRUE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BhRegisterField *field = &info->fields[i];
      g_autofree char *text = field->in_list ? bh_register_row_dup_text (row, field) : NULL;

      if (text == NULL)
        continue;
      if (field->type == BH_REGISTER_FIELD_PHONE)
        {
          if (strlen (digits) >= BH_REGISTER_MIN_DIGITS
              && (g_str_has_prefix (text, digits) || g_str_has_suffix (text, digits)))
            return TRUE;
        }
      else if (field->type != BH_REGISTER_FIELD_YES_NO && field->type != BH_REGISTER_FIELD_DURATION
               && field->type != BH_REGISTER_FIELD_NUMBER && contains (text, search))
        return TRUE;
    }

  return FALSE;
}

/* A list that is filled up to the limit, and counted beyond it. */
typedef struct
{
  const BhRegisterQuery *query;
  GPtrArray *rows;
  guint n_total;
} Listing;

/* @row: (transfer full) */
static void
take_row (Listing *self, BhRegisterRow *row)
{
  g_autoptr (BhRegisterRow) owned = row;
  const BhRegisterQuery *query = self->query;

  if ((bh_register_row_is_retired (row) && !query->with_retired)
      || (query->search != NULL && !matches (row, query->search)))
    return;

  self->n_total++;
  if (self->rows->len < query->limit)
    g_ptr_array_add (self->rows, g_steal_pointer (&owned));
}

static void
list_entries (Listing *self, GType type)
{
  GPtrArray *entries = bh_office_list (self->query->office, type);

  for (guint i = 0; i < entries->len; i++)
    take_row (self,
              bh_register_row_new_for_entry (self->query->office, g_ptr_array_index (entries, i)));
}

/* @depth: how many levels below @parent_id are wanted */
static void
list_categories_in (Listing *self, gint64 parent_id, guint depth)
{
  GPtrArray *entries = bh_office_list (self->query->office, BH_TYPE_CATEGORY);

  for (guint i = 0; depth > 0 && i < entries->len; i++)
    {
      BhEntry *entry = g_ptr_array_index (entries, i);

      if (BH_CATEGORY (entry)->parent_id != parent_id)
        continue;
      take_row (self, bh_register_row_new_for_entry (self->query->office, entry));
      list_categories_in (self, bh_entry_get_id (entry), depth - 1);
    }
}

static void
list_categories (Listing *self)
{
  gint64 parent_id = self->query->parent_id;
  gboolean deep = parent_id < 0 || self->query->search != NULL;

  list_categories_in (self, MAX (parent_id, 0), deep ? G_MAXUINT : 1);
}

static BhPolicy *
find_newest (GPtrArray *versions, BhGrade grade)
{
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      BhPolicy *policy = g_ptr_array_index (versions, i);

      if (policy->grade == grade)
        return policy;
    }

  return NULL;
}

/* @retired: whether the category is: then nothing new gets its policies */
static void
list_policies_of (Listing *self, gint64 category_id, gboolean retired)
{
  GPtrArray *versions = bh_office_list_policies (self->query->office, category_id);

  if (retired && !self->query->with_retired)
    return;
  for (BhGrade grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    {
      BhPolicy *policy = find_newest (versions, grade);

      if (policy != NULL)
        take_row (self, bh_register_row_new_for_policy (self->query->office, policy));
    }
}

static void
list_policies (Listing *self)
{
  GPtrArray *categories = bh_office_list (self->query->office, BH_TYPE_CATEGORY);

  list_policies_of (self, 0, FALSE);
  for (guint i = 0; i < categories->len; i++)
    {
      BhEntry *category = g_ptr_array_index (categories, i);

      list_policies_of (self, bh_entry_get_id (category), bh_entry_is_retired (category));
    }
}

static GPtrArray *
list_small (const BhRegisterQuery *query, BhRegisterKind kind, guint *n_total)
{
  Listing listing = { query, g_ptr_array_new_with_free_func (g_object_unref), 0 };

  if (kind == BH_REGISTER_CATEGORIES)
    list_categories (&listing);
  else if (kind == BH_REGISTER_POLICIES)
    list_policies (&listing);
  else if (get_type (kind) != G_TYPE_INVALID)
    list_entries (&listing, get_type (kind));
  *n_total = listing.n_total;

  return listing.rows;
}

GPtrArray *
bh_register_list_rows (BhConnection *connection,
                       BhOffice *office,
                       BhRegisterKind kind,
                       const char *search,
                       gint64 parent_id,
                       gboolean with_retired,
                       guint limit,
                       guint *n_total,
                       GError **error)
{
  g_autofree char *clean = bh_text_clean (search);
  BhRegisterQuery query = { connection, office, clean, parent_id, with_retired, limit };
  guint n_rows = 0;
  GPtrArray *rows;

  g_return_val_if_fail (BH_IS_CONNECTION (connection) && BH_IS_OFFICE (office), NULL);

  if (kind == BH_REGISTER_PLACES)
    rows = bh_register_list_place_rows (&query, &n_rows, error);
  else if (kind == BH_REGISTER_CONTACTS)
    rows = bh_register_list_contact_rows (&query, &n_rows, error);
  else
    rows = list_small (&query, kind, &n_rows);
  if (n_total != NULL)
    *n_total = n_rows;

  return rows;
}

static BhRegisterRow *
load_small (BhOffice *office, BhRegisterKind kind, gint64 id)
{
  BhPolicy *policy = kind == BH_REGISTER_POLICIES ? bh_office_get_policy (office, id) : NULL;
  BhEntry *entry
      = get_type (kind) != G_TYPE_INVALID ? bh_office_get (office, get_type (kind), id) : NULL;

  if (policy != NULL)
    return bh_register_row_new_for_policy (office, policy);

  return entry != NULL ? bh_register_row_new_for_entry (office, entry) : NULL;
}

BhRegisterRow *
bh_register_load_row (
    BhConnection *connection, BhOffice *office, BhRegisterKind kind, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  BhRegisterRow *row;

  g_return_val_if_fail (BH_IS_CONNECTION (connection) && BH_IS_OFFICE (office), NULL);

  if (kind == BH_REGISTER_PLACES)
    row = bh_register_load_place_row (connection, office, id, &local);
  else if (kind == BH_REGISTER_CONTACTS)
    row = bh_register_load_contact_row (connection, id, &local);
  else
    row = load_small (office, kind, id);

  if (row == NULL && local == NULL)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                 _ ("%s: this row is no longer there"), bh_register_kind_get_label (kind));
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return row;
}
