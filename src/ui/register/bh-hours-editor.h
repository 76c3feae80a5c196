/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-hours.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_HOURS_EDITOR (bh_hours_editor_get_type ())
G_DECLARE_FINAL_TYPE (BhHoursEditor, bh_hours_editor, BH, HOURS_EDITOR, GtkWidget)

/**
 * bh_hours_editor_new:
 *
 * The office hours of a week, a line for each weekday; what is wrong stands below the line.
 *
 * Signal: `changed`: somebody typed.
 */
GtkWidget *bh_hours_editor_new (void);

/** bh_hours_editor_set: shows @hours; does not emit `changed` */
void bh_hours_editor_set (BhHoursEditor *self, const BhOfficeHours *hours);
/** bh_hours_editor_get: @hours: (out): what is entered. Returns: FALSE where a line cannot be read;
 * it says so itself, and has the focus where @focus is TRUE */
gboolean bh_hours_editor_get (BhHoursEditor *self, BhOfficeHours *hours, gboolean focus);

G_END_DECLS
