/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-holiday-year.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_HOLIDAY_LIST (bh_holiday_list_get_type ())
G_DECLARE_FINAL_TYPE (BhHolidayList, bh_holiday_list, BH, HOLIDAY_LIST, GtkWidget)

/**
 * bh_holiday_list_new:
 *
 * What is announced for a year, in lines: a word that says whether the days are off or worked, the
 * days, and the holiday. Days of one sort that follow one another are one line.
 */
GtkWidget *bh_holiday_list_new (void);

/** bh_holiday_list_show: @year: (nullable): NULL shows nothing */
void bh_holiday_list_show (BhHolidayList *self, const BhHolidayYear *year);
/** bh_holiday_list_get_n_lines: Returns: how many lines there are */
guint bh_holiday_list_get_n_lines (BhHolidayList *self);

G_END_DECLS
