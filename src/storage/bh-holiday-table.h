/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-holiday-year.h"

G_BEGIN_DECLS

/* The years that the program comes with: data/holidays, made into a table when it is built. */

/** BhHolidayRow: see #BhHoliday; @day is 0 at the end */
typedef struct
{
  int day;
  gboolean off;
  const char *name;
} BhHolidayRow;

/** BhHolidayTable: see #BhHolidayYear; @year is 0 at the end */
typedef struct
{
  int year;
  const char *source;
  const BhHolidayRow *days;
} BhHolidayTable;

extern const BhHolidayTable bh_holiday_table[];

G_END_DECLS
