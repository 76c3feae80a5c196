/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SCHEDULES_PAGE (bh_schedules_page_get_type ())
G_DECLARE_FINAL_TYPE (BhSchedulesPage, bh_schedules_page, BH, SCHEDULES_PAGE, GtkWidget)

/**
 * bh_schedules_page_new:
 *
 * The workbooks that are made by themselves, which are made as long as this page is there: when,
 * where they go, what became of the last. What was made and what failed is said in the window
 * (`win.say`), too.
 *
 * Property: `busy` (boolean): one is being made.
 */
GtkWidget *bh_schedules_page_new (BhDesk *desk, GSettings *settings);

G_END_DECLS
