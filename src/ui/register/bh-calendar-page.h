/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_CALENDAR_PAGE (bh_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (BhCalendarPage, bh_calendar_page, BH, CALENDAR_PAGE, GtkWidget)

/**
 * bh_calendar_page_new:
 *
 * The office's calendar in the register: hours to edit, what is announced for each year, and the
 * versions that there were. A change makes a new version, in force from the day that is entered.
 */
GtkWidget *bh_calendar_page_new (BhDesk *desk);

/** bh_calendar_page_import: takes in a file of holidays, as the button does with what is chosen */
void bh_calendar_page_import (BhCalendarPage *self, GFile *file);

G_END_DECLS
