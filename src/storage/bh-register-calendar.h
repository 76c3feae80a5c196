/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-register-repository.h"

G_BEGIN_DECLS

/* The versions of the office's calendar. What is stored never changes: a change adds versions. */

/** bh_register_load_calendars: adds all versions to an office that is being built */
gboolean bh_register_load_calendars (BhConnection *connection, BhOffice *office, GError **error);

/**
 * bh_register_add_calendar:
 * @calendar: hours and years; its id, version and validity are not looked at
 * @valid_from: the instant from which it counts, 0 for all time
 *
 * Returns: the id of the new version, 0 with @error
 */
gint64
bh_register_add_calendar (BhWork *work, BhCalendar *calendar, gint64 valid_from, GError **error);

/**
 * bh_register_change_calendar:
 * @hours: (nullable): other hours, %NULL to leave them
 * @years: (nullable) (element-type BhHolidayYear): years that are announced, anew or otherwise
 * @valid_from: when it is to count; what lies before now means now
 * @changed: (out): whether there was anything to change
 *
 * Makes a new version of the calendar that is in force at @valid_from. Announced years go into the
 * versions that are planned for later as well, each as a new version of its own.
 *
 * Returns: FALSE with @error
 */
gboolean bh_register_change_calendar (BhWork *work,
                                      const BhOfficeHours *hours,
                                      GPtrArray *years,
                                      gint64 valid_from,
                                      gboolean *changed,
                                      GError **error);

/**
 * bh_register_get_missing_year:
 * @now: an instant
 * @year: (out): see bh_calendar_get_missing_year(), 0 for none
 *
 * A year is needed as well when something that is open falls due in it.
 *
 * Returns: FALSE with @error
 */
gboolean bh_register_get_missing_year (
    BhConnection *connection, BhOffice *office, gint64 now, int *year, GError **error);

G_END_DECLS
