/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_PIN_ROW (bh_pin_row_get_type ())
G_DECLARE_FINAL_TYPE (BhPinRow, bh_pin_row, BH, PIN_ROW, GtkWidget)

/**
 * BhPinRow:
 *
 * Below the fields of a member of staff who may approve: whether they have a PIN, and where it is
 * set. It is set at once, apart from what else is saved. Made by a template.
 */

/**
 * bh_pin_row_show:
 * @desk: (transfer none): who is at it sets the PIN
 * @staff_id: whose it is; what is no member of staff who may approve hides the row
 */
void bh_pin_row_show (BhPinRow *self, BhDesk *desk, gint64 staff_id);

G_END_DECLS
