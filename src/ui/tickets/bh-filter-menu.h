/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_FILTER_MENU (bh_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (BhFilterMenu, bh_filter_menu, BH, FILTER_MENU, GtkWidget)

/**
 * bh_filter_menu_new:
 * @desk: (transfer none): for the office's lists and today's date
 *
 * A button that says what one field of a filter lets through, and a popover to choose it in.
 *
 * Signal: `chosen (GStrv)`: values of the field, empty for all.
 */
GtkWidget *bh_filter_menu_new (BhDesk *desk, BhFilterField field);

BhFilterField bh_filter_menu_get_field (BhFilterMenu *self);
/** bh_filter_menu_set_values: @values: (nullable): what is chosen now; does not emit `chosen` */
void bh_filter_menu_set_values (BhFilterMenu *self, const char *const *values);

G_END_DECLS
