/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_PERIOD_BAR (bh_period_bar_get_type ())
G_DECLARE_FINAL_TYPE (BhPeriodBar, bh_period_bar, BH, PERIOD_BAR, GtkWidget)

/**
 * bh_period_bar_new:
 * @desk: (transfer none): for its clock and time zone
 *
 * Chooses a month: one back, one on, any by a popover, this one, the last one. None lies in the
 * future.
 *
 * Properties:
 * - `month` (int): year * 100 + month; begins as this one
 * - `kind` (string): see bh_period_bar_get_kind()
 *
 * Signal: `changed`: other periods are meant
 */
GtkWidget *bh_period_bar_new (BhDesk *desk);

int bh_period_bar_get_month (BhPeriodBar *self);
/** bh_period_bar_set_month: one that there is not, or of the future, is not taken */
void bh_period_bar_set_month (BhPeriodBar *self, int month);
/** bh_period_bar_move: goes @n_months on, or back where it is negative, up to this month */
void bh_period_bar_move (BhPeriodBar *self, int n_months);

/** bh_period_bar_show_present: goes to the present period */
void bh_period_bar_show_present (BhPeriodBar *self);
/** bh_period_bar_get_periods: fills @period, and @compare with what it is compared with: of a
 * period that still runs at @as_of, as much of it as has passed */
void
bh_period_bar_get_periods (BhPeriodBar *self, gint64 as_of, BhPeriod *period, BhPeriod *compare);

/** bh_period_bar_get_kind: Returns: (transfer none): "this-month", "last-month" or "month": what is
 * still meant when time has gone on */
const char *bh_period_bar_get_kind (BhPeriodBar *self);
/** bh_period_bar_set_kind: @kind: goes to that month; "month" says nothing */
void bh_period_bar_set_kind (BhPeriodBar *self, const char *kind);

G_END_DECLS
