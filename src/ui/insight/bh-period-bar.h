/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/insight/bh-span.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_PERIOD_BAR (bh_period_bar_get_type ())
G_DECLARE_FINAL_TYPE (BhPeriodBar, bh_period_bar, BH, PERIOD_BAR, GtkWidget)

/**
 * bh_period_bar_new:
 * @desk: (transfer none): for its clock and time zone
 * @whole_only: whether any days cannot be chosen, and nothing is compared
 *
 * Chooses a month, a quarter, a year or any days: one back, one on, any by a popover; and what they
 * are compared with. None begins in the future.
 *
 * Properties:
 * - `kind` (string): see bh_span_get_code(); begins as "this-month"
 * - `unit` (string): "month", "quarter", "year" or "free": another one shows the span of it that
 * the last day lies in
 * - `compare` (string): "previous" for the period before, "year-before" for the same one a year ago
 *
 * Signal: `changed`: other periods are meant.
 */
GtkWidget *bh_period_bar_new (BhDesk *desk, gboolean whole_only);

/** bh_period_bar_hide_compare: nothing is compared with it */
void bh_period_bar_hide_compare (BhPeriodBar *self);
/** bh_period_bar_get_span: Returns: (transfer none): what is chosen */
const BhSpan *bh_period_bar_get_span (BhPeriodBar *self);
/** bh_period_bar_set_span: one that begins in the future is not taken */
void bh_period_bar_set_span (BhPeriodBar *self, const BhSpan *span);
/** bh_period_bar_get_month: Returns: the first month of it, as year * 100 + month */
int bh_period_bar_get_month (BhPeriodBar *self);
/** bh_period_bar_set_kind: @kind: see bh_span_find(); an unknown one is not taken */
void bh_period_bar_set_kind (BhPeriodBar *self, const char *kind);
/** bh_period_bar_move: goes @n spans on, or back where it is negative, up to the present one */
void bh_period_bar_move (BhPeriodBar *self, int n);
/** bh_period_bar_show_present: goes to the present month, quarter, year */
void bh_period_bar_show_present (BhPeriodBar *self);

/** bh_period_bar_get_periods: fills @period, and @compare with the whole period that it is compared
 * with; empty where there is no such time */
void bh_period_bar_get_periods (BhPeriodBar *self, BhPeriod *period, BhPeriod *compare);

G_END_DECLS
