/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-calendar.h"

#include "base/bh-clock.h"

/* A calendar while its years are read. */
typedef struct
{
  BhConnection *connection;
  BhCalendar *calendar;
  BhHolidayYear *year; /* (owned) (nullable): not yet in the calendar */
} Reading;

static void
keep_year (Reading *reading)
{
  if (reading->year != NULL)
    bh_calendar_set_year (reading->calendar, reading->year);
  g_clear_pointer (&reading->year, bh_holiday_year_free);
}

/* One query gives a row for each day, and one for a year without days. */
static gboolean
read_years (Reading *reading, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      reading->connection,
      "SELECT y.year, y.source, d.day, d.off, d.name FROM calendar_year AS y"
      " LEFT JOIN calendar_day AS d ON d.calendar_id = y.calendar_id AND d.year = y.year"
      " WHERE y.calendar_id = ?1 ORDER BY y.year, d.day",
      error);
  BhStep step = BH_STEP_ERROR;

  if (statement != NULL)
    bh_statement_bind_int64 (statement, 1, bh_calendar_get_id (reading->calendar));
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      int year = (int) bh_statement_get_int64 (statement, 0);

      if (reading->year == NULL || reading->year->year != year)
        {
          keep_year (reading);
          reading->year = bh_holiday_year_new (year, bh_statement_get_text (statement, 1));
        }
      if (!bh_statement_is_null (statement, 2)
          && !bh_holiday_year_add (reading->year, (int) bh_statement_get_int64 (statement, 2),
                                   bh_statement_get_int64 (statement, 3) != 0,
                                   bh_statement_get_text (statement, 4), error))
        {
          bh_statement_reset (statement);
          step = BH_STEP_ERROR;
          break;
        }
    }
  keep_year (reading);

  return step == BH_STEP_DONE;
}

static gboolean
add_to_office (BhConnection *connection, BhOffice *office, BhCalendar *calendar, GError **error)
{
  Reading reading = { connection, calendar, NULL };

  if (!read_years (&reading, error))
    return FALSE;
  bh_office_add_calendar (office, calendar);

  return TRUE;
}

gboolean
bh_register_load_calendars (BhConnection *connection, BhOffice *office, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      connection, "SELECT id, version, valid_from, hours FROM calendar ORDER BY version", error);
  BhStep step = BH_STEP_ERROR;

  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      g_autoptr (BhCalendar) calendar
          = bh_calendar_new_from_text (bh_statement_get_text (statement, 3), error);

      if (calendar != NULL)
        bh_calendar_set_version (calendar, bh_statement_get_int64 (statement, 0),
                                 (int) bh_statement_get_int64 (statement, 1),
                                 bh_statement_get_int64 (statement, 2));
      if (calendar == NULL || !add_to_office (connection, office, calendar, error))
        {
          bh_statement_reset (statement);
          return FALSE;
        }
    }

  return step == BH_STEP_DONE;
}

static gboolean
add_day (BhConnection *connection, gint64 id, int year, const BhHoliday *holiday, GError **error)
{
  BhStatement *statement
      = bh_connection_prepare (connection,
                               "INSERT INTO calendar_day (calendar_id, year, day, off, name)"
                               " VALUES (?1, ?2, ?3, ?4, ?5)",
                               error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_int64 (statement, 2, year);
  bh_statement_bind_int64 (statement, 3, holiday->day);
  bh_statement_bind_int64 (statement, 4, holiday->off);
  bh_statement_bind_text (statement, 5, holiday->name);

  return bh_statement_run (statement, error);
}

static gboolean
add_year (BhConnection *connection, gint64 id, const BhHolidayYear *year, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      connection, "INSERT INTO calendar_year (calendar_id, year, source) VALUES (?1, ?2, ?3)",
      error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_int64 (statement, 2, year->year);
  bh_statement_bind_text (statement, 3, year->source);
  if (!bh_statement_run (statement, error))
    return FALSE;

  for (guint i = 0; i < year->days->len; i++)
    if (!add_day (connection, id, year->year, &g_array_index (year->days, BhHoliday, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_calendar (
    BhConnection *connection, gint64 id, BhCalendar *calendar, gint64 valid_from, GError **error)
{
  g_autofree char *hours = bh_office_hours_format (bh_calendar_get_hours (calendar));
  BhStatement *statement = NULL;
  gint64 last;

  if (bh_connection_get_single (connection, "SELECT max (version) FROM calendar", &last, error))
    statement = bh_connection_prepare (
        connection, "INSERT INTO calendar (id, version, valid_from, hours) VALUES (?1, ?2, ?3, ?4)",
        error);
  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (statement, 1, id);
  bh_statement_bind_int64 (statement, 2, last + 1);
  bh_statement_bind_int64 (statement, 3, valid_from);
  bh_statement_bind_text (statement, 4, hours);

  return bh_statement_run (statement, error);
}

gint64
bh_register_add_calendar (BhWork *work, BhCalendar *calendar, gint64 valid_from, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  gint64 id = bh_id_source_next (bh_work_get_ids (work));
  GPtrArray *years;

  g_return_val_if_fail (BH_IS_CALENDAR (calendar), 0);

  if (!add_calendar (connection, id, calendar, valid_from, error))
    return 0;

  years = bh_calendar_list_years (calendar);
  for (guint i = 0; i < years->len; i++)
    if (!add_year (connection, id, g_ptr_array_index (years, i), error))
      return 0;
  bh_work_touch_register (work);

  return id;
}

/* Adds a version where the change makes @base another one. */
static gboolean
change_version (BhWork *work,
                BhCalendar *base,
                const BhOfficeHours *hours,
                GPtrArray *years,
                gint64 valid_from,
                gboolean *changed,
                GError **error)
{
  g_autoptr (BhCalendar) calendar = bh_calendar_copy (base, hours, error);

  if (calendar == NULL)
    return FALSE;
  for (guint i = 0; years != NULL && i < years->len; i++)
    bh_calendar_set_year (calendar, g_ptr_array_index (years, i));
  if (bh_calendar_is_same (calendar, base))
    return TRUE;

  *changed = TRUE;

  return bh_register_add_calendar (work, calendar, valid_from, error) != 0;
}

gboolean
bh_register_change_calendar (BhWork *work,
                             const BhOfficeHours *hours,
                             GPtrArray *years,
                             gint64 valid_from,
                             gboolean *changed,
                             GError **error)
{
  g_autoptr (BhOffice) office = NULL;
  GPtrArray *versions;
  gint64 from;

  g_return_val_if_fail (BH_IS_WORK (work) && changed != NULL, FALSE);

  *changed = FALSE;
  /* The office as it is before the change. */
  if (!g_set_object (&office, bh_work_get_office (work, error)))
    return FALSE;

  from = MAX (valid_from, bh_clock_now (bh_work_get_clock (work)));
  versions = bh_office_list_calendars (office);
  if (!change_version (work, bh_office_get_current_calendar (office, from), hours, years, from,
                       changed, error))
    return FALSE;

  for (guint i = versions->len; i > 0; i--)
    {
      BhCalendar *planned = g_ptr_array_index (versions, i - 1);
      gint64 at = bh_calendar_get_valid_from (planned);

      if (at > from && bh_office_get_current_calendar (office, at) == planned
          && !change_version (work, planned, NULL, years, at, changed, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
bh_register_get_missing_year (
    BhConnection *connection, BhOffice *office, gint64 now, int *year, GError **error)
{
  BhCalendar *calendar;
  gint64 last;

  g_return_val_if_fail (BH_IS_CONNECTION (connection) && BH_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (year != NULL, FALSE);

  *year = 0;
  if (!bh_connection_get_single (connection, "SELECT max (next_due) FROM ticket", &last, error))
    return FALSE;

  calendar = bh_office_get_current_calendar (office, MAX (now, last));
  if (calendar != NULL)
    *year = bh_calendar_get_missing_year (calendar, bh_office_get_time (office), now, last);

  return TRUE;
}
