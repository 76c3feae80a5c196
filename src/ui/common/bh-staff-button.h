/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_STAFF_BUTTON (bh_staff_button_get_type ())
G_DECLARE_FINAL_TYPE (BhStaffButton, bh_staff_button, BH, STAFF_BUTTON, GtkWidget)

/**
 * bh_staff_button_new:
 *
 * Says who is at the desk, and lets somebody else sit down: the office's staff with a search. The
 * choice is a setting of the office, so that it is remembered and holds for the command line too.
 */
GtkWidget *bh_staff_button_new (BhDesk *desk);

/** bh_staff_button_open: as a click on it */
void bh_staff_button_open (BhStaffButton *self);

G_END_DECLS
