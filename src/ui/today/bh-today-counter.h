/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

#define BH_TYPE_TODAY_COUNTER (bh_today_counter_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayCounter, bh_today_counter, BH, TODAY_COUNTER, GObject)

/**
 * bh_today_counter_new:
 * @desk: (transfer none)
 *
 * How many tickets wait for who is at the desk, whichever page is shown: follows what anybody does,
 * a moment later, when nothing else is to be read. Main thread.
 *
 * Property: `count` (int64, read only): see BhToday.n_waiting.
 */
BhTodayCounter *bh_today_counter_new (BhDesk *desk);

G_END_DECLS
