/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"

#include <string.h>

/* Departments, staff, channels, causes, categories: the small lists. */

char *
bh_register_clean_name (const char *name, GError **error)
{
  char *clean = bh_text_clean (name);

  if (clean == NULL)
    g_set_error_literal (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID,
                         _ ("A name is missing: give one"));

  return clean;
}

gboolean
bh_register_check_free (
    BhConnection *connection, const char *sql, const char *name, gint64 id, GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, sql, error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, name);
  if (strstr (sql, "?2") != NULL)
    bh_statement_bind_int64 (statement, 2, id);
  step = bh_statement_step (statement, error);
  bh_statement_reset (statement);
  if (step == BH_STEP_ROW)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS,
                 _ ("There is “%s” already: choose another name"), name);

  return step == BH_STEP_DONE;
}

/* Binds id, code, name, sort key and retired, which every list begins with. @taken is as for
 * bh_register_check_free(), where ?2 is @parent_id. */
static BhStatement *
begin_entry (BhWork *work,
             const char *taken,
             gint64 parent_id,
             const char *sql,
             const char *code,
             const char *name,
             gint64 *id,
             GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  g_autofree char *clean = bh_register_clean_name (name, error);
  g_autofree char *key = bh_text_sort_key (clean, BH_REGISTER_NAME_KEY_CHARS);
  BhStatement *statement;

  if (clean == NULL || !bh_register_check_free (connection, taken, clean, parent_id, error))
    return NULL;

  statement = bh_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return NULL;

  *id = bh_id_source_next (bh_work_get_ids (work));
  bh_statement_bind_int64 (statement, 1, *id);
  bh_statement_bind_text (statement, 2, code != NULL ? code : "");
  bh_statement_bind_text (statement, 3, clean);
  bh_statement_bind_text (statement, 4, key);

  return statement;
}

static gint64
end_entry (BhWork *work, BhStatement *statement, gint64 id, GError **error)
{
  if (!bh_statement_run (statement, error))
    return 0;

  bh_work_touch_register (work);

  return id;
}

gint64
bh_register_add_department (BhWork *work, const char *code, const char *name, GError **error)
{
  gint64 id = 0;
  BhStatement *statement
      = begin_entry (work, "SELECT 1 FROM department WHERE lower (name) = lower (?1)", 0,
                     "INSERT INTO department (id, code, name, sort_key, retired)"
                     " VALUES (?1, ?2, ?3, ?4, 0)",
                     code, name, &id, error);

  return statement != NULL ? end_entry (work, statement, id, error) : 0;
}

gboolean
bh_register_set_pin (BhWork *work, gint64 staff_id, const char *pin, GError **error)
{
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);

  statement = bh_connection_prepare (bh_work_get_connection (work),
                                     "UPDATE staff SET pin = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, staff_id);
  bh_statement_bind_text (statement, 2, pin);
  if (!bh_statement_run (statement, error))
    return FALSE;

  bh_work_touch_register (work);

  return TRUE;
}

gint64
bh_register_add_cause (BhWork *work, const char *code, const char *name, GError **error)
{
  gint64 id = 0;
  BhStatement *statement
      = begin_entry (work, "SELECT 1 FROM cause WHERE lower (name) = lower (?1)", 0,
                     "INSERT INTO cause (id, code, name, sort_key, retired)"
                     " VALUES (?1, ?2, ?3, ?4, 0)",
                     code, name, &id, error);

  return statement != NULL ? end_entry (work, statement, id, error) : 0;
}

gint64
bh_register_add_channel (
    BhWork *work, const char *code, const char *name, gboolean live, GError **error)
{
  gint64 id = 0;
  BhStatement *statement
      = begin_entry (work, "SELECT 1 FROM channel WHERE lower (name) = lower (?1)", 0,
                     "INSERT INTO channel (id, code, name, sort_key, live, retired)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, 0)",
                     code, name, &id, error);

  if (statement == NULL)
    return 0;

  bh_statement_bind_int64 (statement, 5, live);

  return end_entry (work, statement, id, error);
}

gint64
bh_register_add_staff (BhWork *work,
                       const char *name,
                       gint64 department_id,
                       BhRole role,
                       const char *phone,
                       GError **error)
{
  gint64 id = 0;
  /* Staff have no code; its parameter is left unused. */
  BhStatement *statement
      = begin_entry (work, "SELECT 1 FROM staff WHERE lower (name) = lower (?1)", 0,
                     "INSERT INTO staff (id, name, sort_key, department_id, role, phone, retired)"
                     " VALUES (?1, ?3, ?4, ?5, ?6, ?7, 0)",
                     NULL, name, &id, error);

  if (statement == NULL)
    return 0;

  bh_statement_bind_id (statement, 5, department_id);
  bh_statement_bind_int64 (statement, 6, role);
  bh_statement_bind_text (statement, 7, phone);

  return end_entry (work, statement, id, error);
}

gint64
bh_register_add_category (BhWork *work,
                          gint64 parent_id,
                          const char *code,
                          const char *name,
                          gint64 department_id,
                          BhGrade grade,
                          GError **error)
{
  gint64 id = 0;
  BhStatement *statement = begin_entry (work,
                                        "SELECT 1 FROM category WHERE lower (name) = lower (?1)"
                                        " AND COALESCE (parent_id, 0) = ?2",
                                        parent_id,
                                        "INSERT INTO category (id, code, name, sort_key, parent_id,"
                                        " department_id, grade, retired)"
                                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)",
                                        code, name, &id, error);

  if (statement == NULL)
    return 0;

  bh_statement_bind_id (statement, 5, parent_id);
  bh_statement_bind_id (statement, 6, department_id);
  bh_statement_bind_int64 (statement, 7, grade);

  return end_entry (work, statement, id, error);
}

static const char *
get_rename_sql (BhEntry *entry)
{
  if (BH_IS_DEPARTMENT (entry))
    return "UPDATE department SET name = ?2, sort_key = ?3 WHERE id = ?1";
  if (BH_IS_STAFF (entry))
    return "UPDATE staff SET name = ?2, sort_key = ?3 WHERE id = ?1";
  if (BH_IS_CHANNEL (entry))
    return "UPDATE channel SET name = ?2, sort_key = ?3 WHERE id = ?1";
  if (BH_IS_CAUSE (entry))
    return "UPDATE cause SET name = ?2, sort_key = ?3 WHERE id = ?1";

  g_assert (BH_IS_CATEGORY (entry));
  return "UPDATE category SET name = ?2, sort_key = ?3 WHERE id = ?1";
}

gboolean
bh_register_rename (BhWork *work, BhEntry *entry, const char *name, GError **error)
{
  g_autofree char *clean = bh_register_clean_name (name, error);
  g_autofree char *key = bh_text_sort_key (clean, BH_REGISTER_NAME_KEY_CHARS);
  g_autoptr (BhOffice) before = NULL;
  BhStatement *statement;

  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (BH_IS_ENTRY (entry), FALSE);

  if (clean == NULL || !g_set_object (&before, bh_work_get_office (work, error)))
    return FALSE;

  statement = bh_connection_prepare (bh_work_get_connection (work), get_rename_sql (entry), error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, bh_entry_get_id (entry));
  bh_statement_bind_text (statement, 2, clean);
  bh_statement_bind_text (statement, 3, key);
  if (!bh_statement_run (statement, error))
    return FALSE;

  bh_work_touch_register (work);

  return bh_register_follow_names (work, before, error);
}
