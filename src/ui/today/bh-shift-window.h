/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_SHIFT_WINDOW (bh_shift_window_get_type ())
G_DECLARE_FINAL_TYPE (BhShiftWindow, bh_shift_window, BH, SHIFT_WINDOW, AdwWindow)

/**
 * bh_shift_window_new:
 * @parent: (transfer none) (nullable): above which it stands
 *
 * The change of shifts: what is new, urgent, promised and waiting, to whom it is handed over with
 * which words, and the sheets of earlier shifts.
 *
 * Actions: `shift.copy`, `shift.hand-over`.
 */
GtkWindow *bh_shift_window_new (GtkWindow *parent, BhDesk *desk);

G_END_DECLS
