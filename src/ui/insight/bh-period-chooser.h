/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/insight/bh-span.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_PERIOD_CHOOSER (bh_period_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BhPeriodChooser, bh_period_chooser, BH, PERIOD_CHOOSER, GtkWidget)

/**
 * bh_period_chooser_new:
 *
 * A table of the months of a year, of its quarters, or of years, to choose one; or two days to be
 * written down. What has not begun cannot be chosen.
 *
 * Signal: `chosen (int first, int last)`: days as year * 10000 + month * 100 + day.
 */
GtkWidget *bh_period_chooser_new (void);

/** bh_period_chooser_show: offers spans of the unit of @span, which is marked; @time: (transfer
 * none): that of the office; @today: the last day that can be chosen */
void
bh_period_chooser_show (BhPeriodChooser *self, const BhSpan *span, BhOfficeTime *time, int today);

G_END_DECLS
