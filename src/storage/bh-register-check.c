/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows-private.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "domain/bh-filter.h"
#include "domain/bh-register-value.h"
#include "storage/bh-register-private.h"

#include <stdarg.h>
#include <string.h>

/* What is entered, before it is written: each field for itself, then what only the whole tells. */

#define MAX_CODE_CHARS 32
#define MIN_YEAR 1990
#define MAX_YEAR 2199

gboolean
bh_register_save_reject (
    BhRegisterSave *self, const char *field, GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (
      error, g_error_new_valist (BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT, format, arguments));
  va_end (arguments);
  g_free (self->field);
  self->field = g_strdup (field);

  return FALSE;
}

/* @retired: of the entry; FALSE without @error is one that there is not */
static gboolean
find_entry (BhRegisterSave *self, BhRegisterKind kind, gint64 id, gboolean *retired)
{
  g_autoptr (BhRegisterRow) row
      = bh_register_load_row (self->connection, self->office, kind, id, NULL);

  *retired = row != NULL && bh_register_row_is_retired (row);

  return row != NULL;
}

/* A retired entry stays where it is named, but is not chosen again. */
static gboolean
check_entry (BhRegisterSave *self, const BhRegisterField *field, GError **error)
{
  gint64 id = bh_payload_get_int (self->values, field->key);
  gboolean retired;

  if (id == 0 || !bh_register_save_is_changed (self, field->key))
    return TRUE;
  if (find_entry (self, field->of, id, &retired) && (!retired || self->puts_back))
    return TRUE;

  return bh_register_save_reject (self, field->key, error, _ ("%s: choose one that is in use"),
                                  bh_register_field_get_label (field));
}

/* What the office has no more stays where it stands, but is not entered again. */
static gboolean
check_filter (BhRegisterSave *self, const BhRegisterField *field, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BhTicketFilter) parsed = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;
  const char *text = bh_payload_get (self->values, field->key);

  if (text == NULL || !bh_register_save_is_changed (self, field->key))
    return TRUE;

  parsed = bh_ticket_filter_parse (text, &local);
  if (parsed != NULL)
    filter = bh_ticket_filter_resolve (parsed, self->office, &local);
  if (filter == NULL && parsed != NULL && self->puts_back)
    return TRUE;
  if (filter == NULL)
    return bh_register_save_reject (self, field->key, error, "%s", local->message);
  bh_payload_set (self->values, field->key, bh_ticket_filter_to_text (filter));

  return TRUE;
}

/* What is fixed stays as it was; what is entered otherwise is an error, not overlooked. */
static gboolean
keep_fixed (BhRegisterSave *self, const BhRegisterField *field, const char *value, GError **error)
{
  const char *old = bh_payload_get (bh_register_row_get_values (self->old), field->key);

  bh_payload_set (self->values, field->key, old);
  if (value == NULL || *value == '\0' || g_strcmp0 (value, old) == 0)
    return TRUE;

  return bh_register_save_reject (self, field->key, error,
                                  _ ("%s: this cannot be changed; add another one instead"),
                                  bh_register_field_get_label (field));
}

/* Several are named of categories alone. */
static gboolean
check_categories (BhRegisterSave *self, const BhRegisterField *field, GError **error)
{
  const char *value = bh_payload_get (self->values, field->key);
  g_auto (GStrv) ids = g_strsplit (value != NULL ? value : "", " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      BhEntry *category
          = bh_office_get (self->office, BH_TYPE_CATEGORY, g_ascii_strtoll (ids[i], NULL, 10));

      if (category == NULL)
        return bh_register_save_reject (self, field->key, error,
                                        _ ("%s: this is not there any more"),
                                        bh_register_field_get_label (field));
    }

  return TRUE;
}

static gboolean
check_field (BhRegisterSave *self, const BhRegisterField *field, BhPayload *values, GError **error)
{
  const char *value = bh_payload_get (values, field->key);
  g_autoptr (GError) local = NULL;
  g_autofree char *checked = NULL;

  if (!bh_register_field_applies (field, self->values))
    return TRUE;
  if (field->fixed && self->old != NULL)
    return keep_fixed (self, field, value, error);

  checked = bh_register_value_check (field, value, &local);
  if (checked == NULL)
    return bh_register_save_reject (self, field->key, error, "%s", local->message);
  bh_payload_set (self->values, field->key, checked);

  if (field->type == BH_REGISTER_FIELD_ENTRY)
    return check_entry (self, field, error);
  if (field->type == BH_REGISTER_FIELD_ENTRIES)
    return check_categories (self, field, error);
  if (field->type == BH_REGISTER_FIELD_FILTER)
    return check_filter (self, field, error);

  return TRUE;
}

/* What is only shown stands in the row that is compared with the old one. */
static void
copy_derived (BhRegisterSave *self, const BhRegisterField *field)
{
  if (self->old != NULL)
    bh_payload_set (self->values, field->key,
                    bh_payload_get (bh_register_row_get_values (self->old), field->key));
}

static gboolean
check_fields (BhRegisterSave *self, BhPayload *values, GError **error)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (self->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BhRegisterField *field = &info->fields[i];

      if (field->derived)
        copy_derived (self, field);
      else if (!check_field (self, field, values, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether another row has this; @sql asks with ?1 @text, ?2 the row's id, ?3 @parent_id for
 * `retired`. */
static gboolean
check_taken (BhRegisterSave *self,
             const char *sql,
             const char *field,
             const char *text,
             gint64 parent_id,
             GError **error)
{
  BhStatement *statement = bh_connection_prepare (self->connection, sql, error);
  gboolean retired;
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, text);
  bh_statement_bind_int64 (statement, 2, self->id);
  if (strstr (sql, "?3") != NULL)
    bh_statement_bind_int64 (statement, 3, parent_id);
  step = bh_statement_step (statement, error);
  if (step != BH_STEP_ROW)
    return step == BH_STEP_DONE;

  retired = bh_statement_get_int64 (statement, 0) != 0;
  bh_statement_reset (statement);

  return bh_register_save_reject (
      self, field, error,
      retired ? _ ("There is a retired “%s” already: bring it back, or choose another name")
              : _ ("There is “%s” already: choose another name"),
      text);
}

static gboolean
check_name (BhRegisterSave *self, GError **error)
{
  const char *name = bh_payload_get (self->values, "name");
  const char *table = bh_register_get_table (self->kind);
  gboolean in_tree = bh_register_kind_get_info (self->kind)->tree;
  g_autofree char *sql
      = g_strdup_printf ("SELECT retired FROM %s WHERE lower (name) = lower (?1)"
                         " AND id <> ?2%s",
                         table, in_tree ? " AND COALESCE (parent_id, 0) = ?3" : "");

  if (!bh_register_save_is_changed (self, "name"))
    return TRUE;
  if (strchr (name, '/') != NULL && in_tree)
    return bh_register_save_reject (self, "name", error,
                                    _ ("A name here has no “/”, which stands between names"));

  return check_taken (self, sql, "name", name, bh_payload_get_int (self->values, "parent"), error);
}

static gboolean
check_code (BhRegisterSave *self, GError **error)
{
  const char *code = bh_payload_get (self->values, "code");
  g_autofree char *sql = g_strdup_printf ("SELECT retired FROM %s WHERE lower (code) = lower (?1)"
                                          " AND id <> ?2",
                                          bh_register_get_table (self->kind));

  if (code == NULL || !bh_register_save_is_changed (self, "code"))
    return TRUE;
  for (const char *p = code; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return bh_register_save_reject (self, "code", error,
                                      _ ("A code is Latin letters, digits and hyphens"));
  if (strlen (code) > MAX_CODE_CHARS)
    return bh_register_save_reject (self, "code", error, _ ("A code has at most 32 letters"));

  return check_taken (self, sql, "code", code, 0, error);
}

/* Categories have two levels. */
static gboolean
check_category (BhRegisterSave *self, GError **error)
{
  gint64 parent_id = bh_payload_get_int (self->values, "parent");
  BhCategory *parent = bh_office_get (self->office, BH_TYPE_CATEGORY, parent_id);

  if (self->old == NULL && parent != NULL && parent->parent_id != 0)
    return bh_register_save_reject (self, "parent", error,
                                    _ ("Categories have two levels: choose one of the top level"));

  return TRUE;
}

/* An edit begins at the version in force; what stands there already is not added again. */
static gboolean
check_sample (BhRegisterSave *self, GError **error)
{
  const char *mode = bh_payload_get (self->values, "callback_mode");
  gint64 percent = bh_payload_get_int (self->values, "callback_percent");

  if (g_strcmp0 (mode, bh_list_get_code (BH_LIST_CALLBACK_MODE, BH_CALLBACK_SAMPLE)) != 0
      || (percent >= 1 && percent <= 100))
    return TRUE;

  return bh_register_save_reject (self, "callback_percent", error, "%s",
                                  _ ("Of a hundred tickets, 1 to 100 are called back."));
}

static gboolean
check_policy (BhRegisterSave *self, GError **error)
{
  gint64 category_id = bh_payload_get_int (self->values, "category");
  BhGrade grade = (BhGrade) bh_list_find (BH_LIST_GRADE, bh_payload_get (self->values, "grade"));
  BhPolicy *now = bh_office_find_policy (self->office, category_id, grade, G_MAXINT64);
  gboolean is_own = now != NULL && now->category_id == category_id;

  if (self->old == NULL && is_own)
    return bh_register_save_reject (self, category_id != 0 ? "category" : "grade", error,
                                    _ ("There is such a policy already: change that one"));
  if (self->old != NULL && (!is_own || now->id != bh_register_row_get_id (self->old)))
    return bh_register_save_reject (self, "grade", error,
                                    _ ("This version is no longer in force: reload the list"));

  return TRUE;
}

/* Of two targets for the same year nobody could say which one counts; an alarm is beside them. */
static gboolean
check_target (BhRegisterSave *self, GError **error)
{
  GPtrArray *targets = bh_office_list (self->office, BH_TYPE_TARGET);
  const char *filter = bh_payload_get (self->values, "filter");
  gint64 year = bh_payload_get_int (self->values, "year");
  gint64 base_year = bh_payload_get_int (self->values, "base_year");
  gboolean is_alarm = g_strcmp0 (bh_payload_get (self->values, "form"), "alarm") == 0;

  if (year < MIN_YEAR || year > MAX_YEAR)
    return bh_register_save_reject (self, "year", error, _ ("A year is wanted, such as 2027"));
  if (base_year != 0 && (base_year < MIN_YEAR || base_year > MAX_YEAR))
    return bh_register_save_reject (self, "base_year", error, _ ("A year is wanted, such as 2027"));

  for (guint i = 0; i < targets->len; i++)
    {
      BhTarget *other = g_ptr_array_index (targets, i);

      if (bh_entry_get_id (BH_ENTRY (other)) != self->id && !bh_entry_is_retired (BH_ENTRY (other))
          && other->year == year && (other->form == BH_TARGET_ALARM) == is_alarm
          && g_str_equal (other->filter, filter != NULL ? filter : "")
          && g_strcmp0 (other->figure, bh_payload_get (self->values, "figure")) == 0)
        return bh_register_save_reject (self, "year", error,
                                        _ ("There is such a target for this year already"));
    }

  return TRUE;
}

static gboolean
check_whole (BhRegisterSave *self, GError **error)
{
  switch (self->kind)
    {
    case BH_REGISTER_CATEGORIES:
      return check_category (self, error) && check_name (self, error) && check_code (self, error);
    case BH_REGISTER_DEPARTMENTS:
    case BH_REGISTER_CHANNELS:
    case BH_REGISTER_CAUSES:
      return check_name (self, error) && check_code (self, error);
    case BH_REGISTER_STAFF:
    case BH_REGISTER_PLACES:
      return check_name (self, error);
    case BH_REGISTER_POLICIES:
      return check_sample (self, error) && check_policy (self, error);
    case BH_REGISTER_TARGETS:
      return check_target (self, error);
    case BH_REGISTER_CONTACTS:
    default:
      return TRUE;
    }
}

gboolean
bh_register_save_check (BhRegisterSave *self, BhPayload *values, GError **error)
{
  return check_fields (self, values, error) && check_whole (self, error);
}
