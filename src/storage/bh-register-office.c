/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-calendar.h"
#include "storage/bh-register-policies.h"
#include "storage/bh-register-private.h"
#include "storage/bh-settings.h"

/* The snapshot of the office: one query a list. */

typedef BhEntry *(*ReadFunc) (BhStatement *statement);

static BhEntry *
read_department (BhStatement *row)
{
  return BH_ENTRY (
      bh_department_new (bh_statement_get_int64 (row, 0), bh_statement_get_text (row, 1),
                         bh_statement_get_text (row, 2), bh_statement_get_int64 (row, 3) != 0));
}

static BhEntry *
read_cause (BhStatement *row)
{
  return BH_ENTRY (bh_cause_new (bh_statement_get_int64 (row, 0), bh_statement_get_text (row, 1),
                                 bh_statement_get_text (row, 2),
                                 bh_statement_get_int64 (row, 3) != 0));
}

static BhEntry *
read_channel (BhStatement *row)
{
  return BH_ENTRY (bh_channel_new (bh_statement_get_int64 (row, 0), bh_statement_get_text (row, 1),
                                   bh_statement_get_text (row, 2),
                                   bh_statement_get_int64 (row, 3) != 0,
                                   bh_statement_get_int64 (row, 4) != 0));
}

static BhEntry *
read_staff (BhStatement *row)
{
  BhStaff *staff
      = bh_staff_new (bh_statement_get_int64 (row, 0), bh_statement_get_text (row, 1),
                      bh_statement_get_int64 (row, 2) != 0, bh_statement_get_int64 (row, 3),
                      (BhRole) bh_statement_get_int64 (row, 4), bh_statement_get_text (row, 5));

  staff->away = bh_statement_get_int64 (row, 6) != 0;
  staff->pin = bh_statement_dup_text (row, 7);

  return BH_ENTRY (staff);
}

static BhEntry *
read_category (BhStatement *row)
{
  return BH_ENTRY (
      bh_category_new (bh_statement_get_int64 (row, 0), bh_statement_get_text (row, 1),
                       bh_statement_get_text (row, 2), bh_statement_get_int64 (row, 3) != 0,
                       bh_statement_get_int64 (row, 4), bh_statement_get_int64 (row, 5),
                       (BhGrade) bh_statement_get_int64 (row, 6)));
}

static BhEntry *
read_target (BhStatement *row)
{
  BhTarget *target
      = bh_target_new (bh_statement_get_int64 (row, 0), bh_statement_get_text (row, 1),
                       bh_statement_get_text (row, 2), (int) bh_statement_get_int64 (row, 3),
                       (BhTargetForm) bh_statement_get_int64 (row, 4),
                       bh_statement_get_double (row, 5), bh_statement_get_int64 (row, 6) != 0);

  target->has_baseline = !bh_statement_is_null (row, 7);
  target->baseline = bh_statement_get_double (row, 7);
  target->base_year = (int) bh_statement_get_int64 (row, 8);

  return BH_ENTRY (target);
}

static const struct
{
  const char *sql;
  ReadFunc read;
} lists[] = {
  { "SELECT id, code, name, retired FROM department ORDER BY sort_key, id", read_department },
  { "SELECT id, code, name, retired FROM cause ORDER BY id", read_cause },
  { "SELECT id, code, name, retired, live FROM channel ORDER BY id", read_channel },
  { "SELECT id, name, retired, department_id, role, phone, away, pin"
    " FROM staff ORDER BY sort_key, id",
    read_staff },
  { "SELECT id, code, name, retired, parent_id, department_id, grade FROM category ORDER BY "
    "sort_key, id",
    read_category },
  { "SELECT id, figure, filter, year, form, value, retired, baseline, base_year FROM target"
    " ORDER BY id",
    read_target },
};

static gboolean
load_list (
    BhConnection *connection, BhOffice *office, const char *sql, ReadFunc read, GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, sql, error);
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      g_autoptr (BhEntry) entry = read (statement);

      bh_office_append (office, entry);
    }

  return step == BH_STEP_DONE;
}

/* Retired ones too: their tickets name them. */
static gboolean
load_communities (BhConnection *connection, BhOffice *office, GError **error)
{
  BhStatement *statement
      = bh_connection_prepare (connection,
                               "SELECT " BH_REGISTER_PLACE_COLUMNS
                               " FROM place p WHERE p.parent_id IS NULL ORDER BY p.sort_key, p.id",
                               error);
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      g_autoptr (BhPlace) community = bh_register_read_place (statement);

      bh_office_append (office, BH_ENTRY (community));
    }

  return step == BH_STEP_DONE;
}

/* Staff named at the desk; somebody who is no longer in the list is nobody. */
static gboolean
find_desk_staff (BhConnection *connection, const char *name, gint64 *id, GError **error)
{
  BhStatement *statement
      = bh_connection_prepare (connection, "SELECT id FROM staff WHERE name = ?1", error);
  BhStep step;

  *id = 0;
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, name);
  step = bh_statement_step (statement, error);
  if (step == BH_STEP_ROW)
    {
      *id = bh_statement_get_int64 (statement, 0);
      bh_statement_reset (statement);
    }

  return step != BH_STEP_ERROR;
}

static gboolean
get_number (BhConnection *connection, const char *key, gint64 *number, GError **error)
{
  g_autofree char *value = bh_settings_get (connection, key, error);

  if (value != NULL)
    *number = g_ascii_strtoll (value, NULL, 10);

  return value != NULL;
}

static BhOffice *
load_settings (BhConnection *connection, GError **error)
{
  g_autofree char *name = bh_settings_get (connection, "office-name", error);
  g_autofree char *zone = name != NULL ? bh_settings_get (connection, "timezone", error) : NULL;
  g_autofree char *desk = zone != NULL ? bh_settings_get (connection, "desk-staff", error) : NULL;
  g_autoptr (BhOfficeTime) time = NULL;
  BhOfficeSettings settings = { .name = name };
  gint64 undo_minutes;

  if (desk == NULL || !find_desk_staff (connection, desk, &settings.desk_staff_id, error)
      || !get_number (connection, "undo-minutes", &undo_minutes, error)
      || !get_number (connection, "repeat-days", &settings.repeat_days, error)
      || !get_number (connection, "reopen-days", &settings.reopen_days, error)
      || !get_number (connection, "auto-dispatch-percent", &settings.auto_dispatch_percent, error))
    return NULL;

  settings.undo_seconds = undo_minutes * 60;
  time = bh_office_time_new (zone, error);

  return time != NULL ? bh_office_new (time, &settings) : NULL;
}

static gboolean
load_skills (BhConnection *connection, BhOffice *office, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      connection, "SELECT staff_id, category_id FROM staff_skill ORDER BY staff_id, category_id",
      error);
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      BhStaff *staff = bh_office_get (office, BH_TYPE_STAFF, bh_statement_get_int64 (statement, 0));
      gint64 category_id = bh_statement_get_int64 (statement, 1);

      if (staff != NULL)
        g_array_append_val (staff->skills, category_id);
    }

  return step == BH_STEP_DONE;
}

BhOffice *
bh_register_load_office (BhConnection *connection, GError **error)
{
  g_autoptr (BhOffice) office = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  office = load_settings (connection, error);
  if (office == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!load_list (connection, office, lists[i].sql, lists[i].read, error))
      return NULL;

  if (!load_skills (connection, office, error) || !load_communities (connection, office, error)
      || !bh_register_load_policies (connection, office, error)
      || !bh_register_load_calendars (connection, office, error))
    return NULL;

  return g_steal_pointer (&office);
}
