/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_STAFF_FORM (bh_staff_form_get_type ())
G_DECLARE_FINAL_TYPE (BhStaffForm, bh_staff_form, BH, STAFF_FORM, GtkWidget)

/**
 * bh_staff_form_new:
 * @desk: (transfer none): the office whose staff it adds to
 *
 * Asks for name, department and role of somebody new, adds them to the staff and puts them at the
 * desk, in one transaction.
 *
 * Signals: `added`; `left`: somebody thought better of it.
 */
GtkWidget *bh_staff_form_new (BhDesk *desk);

/** bh_staff_form_start: begins with an empty form; @name: (nullable): what was looked for */
void bh_staff_form_start (BhStaffForm *self, const char *name);

G_END_DECLS
