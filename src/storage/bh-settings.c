/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-settings.h"

#include "base/bh-i18n.h"
#include "domain/bh-office-time.h"
#include "storage/bh-office-columns.h"

#include <string.h>

/* Checks a value; sets what is allowed when it is not. */
typedef gboolean (*CheckFunc) (BhConnection *connection, const char *value, GError **error);

typedef struct
{
  BhSetting setting;
  CheckFunc check; /* (nullable): any text */
} Entry;

static gboolean invalid (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
invalid (GError **error, const char *format, ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
check_zone (BhConnection *connection, const char *value, GError **error)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new (value, NULL);

  return time != NULL
         || invalid (error, _ ("“%s” is no time zone; a time zone is like Asia/Shanghai"), value);
}

static gboolean
check_count (const char *value, gint64 max, GError **error)
{
  guint64 number;

  return g_ascii_string_to_unsigned (value, 10, 0, (guint64) max, &number, NULL)
         || invalid (error, _ ("“%s” is not allowed; give a whole number from 0 to %d"), value,
                     (int) max);
}

static gboolean
check_minutes (BhConnection *connection, const char *value, GError **error)
{
  return check_count (value, 10 * 365 * 24 * 60, error);
}

static gboolean
check_days (BhConnection *connection, const char *value, GError **error)
{
  return check_count (value, 3650, error);
}

static gboolean
check_megabytes (BhConnection *connection, const char *value, GError **error)
{
  guint64 number;

  return g_ascii_string_to_unsigned (value, 10, 1, BH_MAX_ATTACHMENT_MEGABYTES, &number, NULL)
         || invalid (error, _ ("“%s” is not allowed; give a whole number from 1 to %d"), value,
                     BH_MAX_ATTACHMENT_MEGABYTES);
}

static gboolean
check_percent (BhConnection *connection, const char *value, GError **error)
{
  return check_count (value, 100, error);
}

static gboolean
check_desk_number (BhConnection *connection, const char *value, GError **error)
{
  return check_count (value, BH_MAX_DESK, error);
}

static gboolean
check_yes_no (BhConnection *connection, const char *value, GError **error)
{
  return g_str_equal (value, "yes") || g_str_equal (value, "no")
         || invalid (error, _ ("“%s” is not allowed; there is: yes, no"), value);
}

static char *
join_staff (BhConnection *connection)
{
  BhStatement *statement = bh_connection_prepare (
      connection, "SELECT name FROM staff WHERE retired = 0 ORDER BY sort_key, id", NULL);
  GString *names = g_string_new (NULL);

  while (statement != NULL && bh_statement_step (statement, NULL) == BH_STEP_ROW)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                            bh_statement_get_text (statement, 0));

  return g_string_free (names, FALSE);
}

static gboolean
check_staff (BhConnection *connection, const char *value, GError **error)
{
  BhStatement *statement;
  g_autofree char *names = NULL;
  BhStep step;

  if (*value == '\0')
    return TRUE;

  statement = bh_connection_prepare (connection,
                                     "SELECT 1 FROM staff WHERE name = ?1 AND retired = 0", error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, value);
  step = bh_statement_step (statement, error);
  bh_statement_reset (statement);
  if (step != BH_STEP_DONE)
    return step == BH_STEP_ROW;

  names = join_staff (connection);

  return invalid (error, _ ("“%s” is not on the staff; there is: %s"), value, names);
}

static const Entry entries[] = {
  { { "office-name", N_ ("Name of the office"), "" }, NULL },
  { { "timezone", N_ ("Time zone"), "Asia/Shanghai" }, check_zone },
  { { "undo-minutes", N_ ("Undo within (minutes)"), "30" }, check_minutes },
  { { "repeat-days", N_ ("Repeat within (days)"), "90" }, check_days },
  { { "reopen-days", N_ ("Reopen within (days)"), "30" }, check_days },
  { { "auto-dispatch-percent", N_ ("Dispatch by itself when so sure (percent, 0: never)"), "0" },
    check_percent },
  { { "desk-staff", N_ ("Who is at the desk"), "" }, check_staff },
  { { "desk-number", N_ ("Number of this desk"), "0" }, check_desk_number },
  { { "attachment-megabytes", N_ ("Largest attachment (MB)"), "20" }, check_megabytes },
  { { "backup-daily", N_ ("Daily copy"), "yes" }, check_yes_no },
};

const BhSetting *
bh_settings_get_nth (guint i)
{
  return i < G_N_ELEMENTS (entries) ? &entries[i].setting : NULL;
}

static const Entry *
find_entry (const char *key, GError **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (g_str_equal (entries[i].setting.key, key))
        return &entries[i];
      g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", entries[i].setting.key);
    }

  invalid (error, _ ("There is no setting “%s”; there is: %s"), key, keys->str);

  return NULL;
}

char *
bh_settings_get (BhConnection *connection, const char *key, GError **error)
{
  const Entry *entry;
  BhStatement *statement;
  BhStep step;
  char *value = NULL;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  entry = find_entry (key, error);
  if (entry == NULL)
    return NULL;

  statement = bh_connection_prepare (connection, "SELECT value FROM setting WHERE key = ?1", error);
  if (statement == NULL)
    return NULL;

  bh_statement_bind_text (statement, 1, key);
  step = bh_statement_step (statement, error);
  if (step == BH_STEP_ROW)
    {
      value = bh_statement_dup_text (statement, 0);
      bh_statement_reset (statement);
    }
  else if (step == BH_STEP_DONE)
    value = g_strdup (entry->setting.default_value);

  return value;
}

static gboolean
store_value (BhConnection *connection, const char *key, const char *value, GError **error)
{
  BhStatement *statement
      = bh_connection_prepare (connection,
                               "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                               error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_text (statement, 1, key);
  bh_statement_bind_text (statement, 2, value);

  return bh_statement_run (statement, error);
}

gboolean
bh_settings_set (BhWork *work, const char *key, const char *value, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  const Entry *entry;
  g_autofree char *old = NULL;

  g_return_val_if_fail (value != NULL, FALSE);

  entry = find_entry (key, error);
  if (entry == NULL || (entry->check != NULL && !entry->check (connection, value, error)))
    return FALSE;

  old = bh_settings_get (connection, key, error);
  if (old == NULL || !store_value (connection, key, value, error))
    return FALSE;
  if (g_str_equal (old, value))
    return TRUE;

  bh_work_touch_register (work);

  return !g_str_equal (key, "timezone") || bh_office_columns_rebuild (work, value, error);
}
