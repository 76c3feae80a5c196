/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-error.h"
#include "domain/bh-register-value.h"
#include "storage/bh-register-private.h"
#include "storage/bh-settings.h"
#include "storage/bh-work-private.h"

#include <string.h>

/* Rows into the database, and the lists that are a name, a code and a few fields more. */

gboolean
bh_register_save_is_changed (BhRegisterSave *self, const char *key)
{
  return self->old == NULL
         || g_strcmp0 (bh_payload_get (bh_register_row_get_values (self->old), key),
                       bh_payload_get (self->values, key))
                != 0;
}

/* The columns are those of the description: an entry's column ends in "_id", and the name is
 * written with its key to sort by. */
static gboolean
is_column (const BhRegisterField *field)
{
  return !field->derived && field->type != BH_REGISTER_FIELD_ENTRIES
         && !g_str_equal (field->key, "name");
}

static gboolean
is_nullable (const BhRegisterField *field)
{
  return field->type != BH_REGISTER_FIELD_FILTER && !g_str_equal (field->key, "code");
}

static void
bind_field (BhStatement *statement, guint index, const BhRegisterField *field, BhPayload *values)
{
  const char *value = bh_payload_get (values, field->key);

  if (field->type == BH_REGISTER_FIELD_ENTRY)
    bh_statement_bind_id (statement, index, bh_payload_get_int (values, field->key));
  else if (field->type == BH_REGISTER_FIELD_NUMBER)
    bh_statement_bind_int64 (statement, index, bh_payload_get_int (values, field->key));
  else if (field->type == BH_REGISTER_FIELD_YES_NO)
    bh_statement_bind_int64 (statement, index, bh_payload_is_yes (values, field->key));
  else if (field->type == BH_REGISTER_FIELD_CODE)
    bh_statement_bind_int64 (statement, index, bh_list_find (field->list, value));
  else if (field->type == BH_REGISTER_FIELD_DECIMAL && value != NULL)
    bh_statement_bind_double (statement, index, g_ascii_strtod (value, NULL));
  else if (value == NULL && !is_nullable (field))
    bh_statement_bind_text (statement, index, "");
  else
    bh_statement_bind_text (statement, index, value);
}

static char *
make_update_sql (BhRegisterKind kind)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (kind);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET retired = retired", bh_register_get_table (kind));
  for (guint i = 0; i < info->n_fields; i++)
    if (is_column (&info->fields[i]))
      g_string_append_printf (sql, ", %s%s = ?%u", info->fields[i].key,
                              info->fields[i].type == BH_REGISTER_FIELD_ENTRY ? "_id" : "", i + 2);
  g_string_append (sql, " WHERE id = ?1");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

gboolean
bh_register_update_fields (BhRegisterSave *self, GError **error)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (self->kind);
  g_autofree char *sql = make_update_sql (self->kind);
  BhStatement *statement = bh_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, self->id);
  for (guint i = 0; i < info->n_fields; i++)
    if (is_column (&info->fields[i]))
      bind_field (statement, i + 2, &info->fields[i], self->values);

  return bh_statement_run (statement, error);
}

static gint64
add_target (BhRegisterSave *self, GError **error)
{
  BhPayload *values = self->values;
  const char *value = bh_payload_get (values, "value");
  const char *baseline = bh_payload_get (values, "baseline");
  g_autoptr (BhTarget) target = bh_target_new (
      0, bh_payload_get (values, "figure"), bh_payload_get (values, "filter"),
      (int) bh_payload_get_int (values, "year"),
      (BhTargetForm) bh_list_find (BH_LIST_TARGET_FORM, bh_payload_get (values, "form")),
      g_ascii_strtod (value, NULL), FALSE);

  target->has_baseline = baseline != NULL;
  target->baseline = baseline != NULL ? g_ascii_strtod (baseline, NULL) : 0;
  target->base_year = (int) bh_payload_get_int (values, "base_year");

  return bh_register_add_target (self->work, target, error);
}

static gint64
add_entry (BhRegisterSave *self, GError **error)
{
  BhPayload *values = self->values;
  const char *name = bh_payload_get (values, "name");
  const char *code = bh_payload_get (values, "code");
  gint64 department_id = bh_payload_get_int (values, "department");

  switch (self->kind)
    {
    case BH_REGISTER_DEPARTMENTS:
      return bh_register_add_department (self->work, code, name, error);
    case BH_REGISTER_CAUSES:
      return bh_register_add_cause (self->work, code, name, error);
    case BH_REGISTER_CHANNELS:
      return bh_register_add_channel (self->work, code, name, bh_payload_is_yes (values, "live"),
                                      error);
    case BH_REGISTER_STAFF:
      return bh_register_add_staff (
          self->work, name, department_id,
          (BhRole) bh_list_find (BH_LIST_ROLE, bh_payload_get (values, "role")),
          bh_payload_get (values, "phone"), error);
    case BH_REGISTER_CATEGORIES:
      return bh_register_add_category (
          self->work, bh_payload_get_int (values, "parent"), code, name, department_id,
          (BhGrade) bh_list_find (BH_LIST_GRADE, bh_payload_get (values, "grade")), error);
    case BH_REGISTER_TARGETS:
      return add_target (self, error);
    case BH_REGISTER_PLACES:
    case BH_REGISTER_CONTACTS:
    case BH_REGISTER_POLICIES:
    default:
      g_return_val_if_reached (0);
    }
}

/* Who sits at the desk is kept by name. */
static gboolean
rename_at_desk (BhRegisterSave *self, GError **error)
{
  if (self->kind != BH_REGISTER_STAFF
      || bh_office_get_settings (self->office)->desk_staff_id != self->id)
    return TRUE;

  return bh_settings_set (self->work, "desk-staff", bh_payload_get (self->values, "name"), error);
}

static gboolean
rename_entry (BhRegisterSave *self, GError **error)
{
  const char *name = bh_payload_get (self->values, "name");
  g_autofree char *key = bh_text_sort_key (name, BH_REGISTER_NAME_KEY_CHARS);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET name = ?2, sort_key = ?3 WHERE id = ?1",
                                          bh_register_get_table (self->kind));
  BhStatement *statement = bh_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, self->id);
  bh_statement_bind_text (statement, 2, name);
  bh_statement_bind_text (statement, 3, key);

  return bh_statement_run (statement, error) && rename_at_desk (self, error);
}

static gboolean
execute_skill (BhRegisterSave *self, const char *sql, gint64 category_id, GError **error)
{
  BhStatement *statement = bh_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, self->id);
  if (category_id != 0)
    bh_statement_bind_int64 (statement, 2, category_id);

  return bh_statement_run (statement, error);
}

static gboolean
save_skills (BhRegisterSave *self, GError **error)
{
  const char *value = bh_payload_get (self->values, "skills");
  g_auto (GStrv) ids = g_strsplit (value != NULL ? value : "", " ", -1);

  if (!bh_register_save_is_changed (self, "skills"))
    return TRUE;
  if (!execute_skill (self, "DELETE FROM staff_skill WHERE staff_id = ?1", 0, error))
    return FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    if (!execute_skill (self, "INSERT INTO staff_skill (staff_id, category_id) VALUES (?1, ?2)",
                        g_ascii_strtoll (ids[i], NULL, 10), error))
      return FALSE;

  return TRUE;
}

/* What adding a member of staff leaves out. */
static gboolean
save_duty (BhRegisterSave *self, GError **error)
{
  return save_skills (self, error) && bh_register_update_fields (self, error);
}

static gboolean
save_entry (BhRegisterSave *self, GError **error)
{
  if (self->id == 0)
    {
      self->id = add_entry (self, error);
      return self->id != 0 && (self->kind != BH_REGISTER_STAFF || save_duty (self, error));
    }

  if (self->kind == BH_REGISTER_STAFF && !save_skills (self, error))
    return FALSE;

  /* A target is called by its figure. */
  return bh_register_update_fields (self, error)
         && (self->kind == BH_REGISTER_TARGETS || !bh_register_save_is_changed (self, "name")
             || rename_entry (self, error));
}

static void
set_flags (BhPolicy *policy, BhPayload *values)
{
  const char *mode = bh_payload_get (values, "callback_mode");

  policy->skip_investigate = bh_payload_is_yes (values, "skip_investigate");
  policy->skip_plan = bh_payload_is_yes (values, "skip_plan");
  policy->callback = mode != NULL ? (BhCallbackMode) bh_list_find (BH_LIST_CALLBACK_MODE, mode)
                                  : BH_CALLBACK_ALWAYS;
  policy->callback_percent = (int) bh_payload_get_int (values, "callback_percent");
  policy->needs_photo = bh_payload_is_yes (values, "needs_photo");
  policy->needs_cause = bh_payload_is_yes (values, "needs_cause");
  policy->allows_answer = bh_payload_is_yes (values, "allows_answer");
}

/* From the day that was given on, and never in the past: old tickets keep what they have. A later
 * version rules over an earlier one whatever their days (bh_office_find_policy()). */
static gint64
get_valid_from (BhRegisterSave *self)
{
  gint64 now = bh_clock_now (bh_work_get_clock (self->work));
  const char *date = bh_payload_get (self->values, "valid_from");
  gint64 from
      = date != NULL ? bh_office_time_parse (bh_office_get_time (self->office), date, NULL) : 0;

  return MAX (now, from);
}

static gboolean
save_policy (BhRegisterSave *self, GError **error)
{
  g_autoptr (BhPolicy) policy = g_object_new (BH_TYPE_POLICY, NULL);
  BhPayload *values = self->values;
  guint n_clocks;
  const BhListItem *clocks = bh_list_get_items (BH_LIST_CLOCK, &n_clocks);

  policy->category_id = bh_payload_get_int (values, "category");
  policy->grade = (BhGrade) bh_list_find (BH_LIST_GRADE, bh_payload_get (values, "grade"));
  policy->hours = (BhHours) bh_list_find (BH_LIST_HOURS, bh_payload_get (values, "hours"));
  policy->valid_from = get_valid_from (self);
  for (guint i = 0; i < n_clocks; i++)
    policy->limits[clocks[i].value] = bh_payload_get_int (values, clocks[i].code);
  set_flags (policy, values);
  self->id = bh_register_add_policy (self->work, policy, error);

  return self->id != 0;
}

static gboolean
write_row (BhRegisterSave *self, GError **error)
{
  switch (self->kind)
    {
    case BH_REGISTER_PLACES:
      return bh_register_save_place (self, error);
    case BH_REGISTER_CONTACTS:
      return bh_register_save_contact (self, error);
    case BH_REGISTER_POLICIES:
      return save_policy (self, error);
    case BH_REGISTER_DEPARTMENTS:
    case BH_REGISTER_STAFF:
    case BH_REGISTER_CATEGORIES:
    case BH_REGISTER_CHANNELS:
    case BH_REGISTER_CAUSES:
    case BH_REGISTER_TARGETS:
      return save_entry (self, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* A date that has passed says no more than none. */
static gboolean
is_same (BhRegisterSave *self)
{
  BhPayload *old = bh_register_row_get_values (self->old);
  g_autoptr (BhPayload) dated = bh_payload_copy (self->values);
  BhPolicy *policy = NULL;

  if (self->kind == BH_REGISTER_POLICIES)
    policy = bh_office_get_policy (self->office, self->id);
  if (policy != NULL && bh_payload_get (dated, "valid_from") == NULL
      && policy->valid_from <= bh_clock_now (bh_work_get_clock (self->work)))
    bh_payload_set (dated, "valid_from", bh_payload_get (old, "valid_from"));

  return bh_payload_equal (dated, old);
}

static gboolean
save (BhRegisterSave *self, BhPayload *values, GError **error)
{
  self->office = bh_work_get_office (self->work, error);
  if (self->office == NULL)
    return FALSE;
  if (self->id != 0)
    {
      self->old
          = bh_register_load_row (self->connection, self->office, self->kind, self->id, error);
      if (self->old == NULL)
        return FALSE;
    }
  if (!bh_register_save_check (self, values, error))
    return FALSE;
  if (self->old != NULL && is_same (self))
    return TRUE;
  if (!write_row (self, error))
    return FALSE;

  /* Rooms and contacts are not in the office, all else is. */
  if (self->kind == BH_REGISTER_CONTACTS)
    {
      bh_work_note_register (self->work);
      return TRUE;
    }
  bh_work_touch_register (self->work);

  return self->old == NULL || bh_register_follow_names (self->work, self->office, error);
}

/* Returns: the id of the row, 0 with @error */
static gint64
run_save (BhRegisterSave *self, BhPayload *values, char **field, GError **error)
{
  gboolean saved;

  self->values = bh_payload_new ();
  saved = save (self, values, error);
  bh_payload_unref (self->values);
  g_clear_object (&self->old);
  if (field != NULL)
    *field = g_steal_pointer (&self->field);
  g_free (self->field);

  return saved ? self->id : 0;
}

gint64
bh_register_save_row (
    BhWork *work, BhRegisterKind kind, gint64 id, BhPayload *values, char **field, GError **error)
{
  BhRegisterSave self = { work, bh_work_get_connection (work), NULL, kind, id };

  g_return_val_if_fail (values != NULL, 0);

  return run_save (&self, values, field, error);
}

gboolean
bh_register_put_back_row (
    BhWork *work, BhRegisterKind kind, gint64 id, BhPayload *values, GError **error)
{
  BhRegisterSave self = { work, bh_work_get_connection (work), NULL, kind, id, .puts_back = TRUE };

  g_return_val_if_fail (values != NULL && id != 0, FALSE);

  return run_save (&self, values, NULL, error) != 0;
}
