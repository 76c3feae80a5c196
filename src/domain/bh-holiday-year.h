/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhHoliday:
 * @day: year * 10000 + month * 100 + day
 * @off: whether nobody works; otherwise it is worked though its weekday has no hours (调休)
 * @name: (owned): of the holiday that it belongs to
 *
 * A day on which the weekday's hours do not count.
 */
typedef struct
{
  int day;
  gboolean off;
  char *name;
} BhHoliday;

/**
 * BhHolidayYear:
 * @year: the year announced
 * @source: (owned): where it was announced, "" where that is not known
 * @days: (owned) (element-type BhHoliday): in order of days, each once
 *
 * What a government announces for a year: plain data, never changed once it is in a calendar.
 * It may reach into the neighbouring months: the New Year holiday of 2023 began on 2022-12-31.
 */
typedef struct
{
  int year;
  char *source;
  GArray *days;
} BhHolidayYear;

/** bh_holiday_year_new: @source: (nullable). Returns: (transfer full): a year without days */
BhHolidayYear *bh_holiday_year_new (int year, const char *source);
BhHolidayYear *bh_holiday_year_copy (const BhHolidayYear *self);
/** bh_holiday_year_is_same: Returns: whether both say the same of the same year */
gboolean bh_holiday_year_is_same (const BhHolidayYear *self, const BhHolidayYear *other);
void bh_holiday_year_free (BhHolidayYear *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhHolidayYear, bh_holiday_year_free)

/**
 * bh_holiday_year_add:
 * @day: in @self's year, the December before or the January after
 * @name: (nullable)
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT for what is no date, lies elsewhere, or was said
 *   otherwise before
 */
gboolean
bh_holiday_year_add (BhHolidayYear *self, int day, gboolean off, const char *name, GError **error);
/** bh_holiday_year_get: Returns: (transfer none) (nullable): what it says about @day */
const BhHoliday *bh_holiday_year_get (const BhHolidayYear *self, int day);
/** bh_holiday_year_describe: Returns: (transfer full): translated: "28 days off, 6 days worked" */
char *bh_holiday_year_describe (const BhHolidayYear *self);

G_END_DECLS
