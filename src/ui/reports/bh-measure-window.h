/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-measure.h"
#include "ui/common/bh-drafts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_MEASURE_WINDOW (bh_measure_window_get_type ())
G_DECLARE_FINAL_TYPE (BhMeasureWindow, bh_measure_window, BH, MEASURE_WINDOW, AdwWindow)

/**
 * bh_measure_window_new:
 * @parent: (nullable)
 * @drafts: (transfer none): where what was typed is kept until it is saved
 * @measure: (nullable) (transfer none): the one to be changed, NULL for a new one
 * @month: of a new one: which month the meeting is about
 *
 * Asks for what a meeting decided, or what came of it. Who may not enter measures reads it. Enter
 * saves, Esc leaves; what was typed is there again the next time.
 *
 * Signal: `saved (gint64 id, BhMeasure *before)`: @before is NULL for a new one.
 */
GtkWindow *bh_measure_window_new (
    GtkWindow *parent, BhDesk *desk, BhDrafts *drafts, BhMeasure *measure, int month);

G_END_DECLS
