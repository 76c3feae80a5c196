/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_YEAR_WARNING (bh_year_warning_get_type ())
G_DECLARE_FINAL_TYPE (BhYearWarning, bh_year_warning, BH, YEAR_WARNING, GtkWidget)

/**
 * bh_year_warning_new:
 * @always: whether it is said as well in an office whose limits all run around the clock
 *
 * Says that a year is needed whose holidays the calendar does not have. Not visible while there is
 * none; it looks again when the office changes.
 */
GtkWidget *bh_year_warning_new (BhDesk *desk, gboolean always);

G_END_DECLS
