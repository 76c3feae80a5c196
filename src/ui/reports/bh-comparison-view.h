/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "ui/reports/bh-earlier-reader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_COMPARISON_VIEW (bh_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (BhComparisonView, bh_comparison_view, BH, COMPARISON_VIEW, GtkWidget)

/**
 * BhComparisonView:
 *
 * The figures of a report for the record: as reported, what was corrected since, what matured, and
 * as they are now.
 */
GtkWidget *bh_comparison_view_new (void);

/** bh_comparison_view_show: @comparison: (nullable): copied into the view; %NULL while it is read
 */
void bh_comparison_view_show (BhComparisonView *self,
                              const BhEarlierComparison *comparison,
                              BhOfficeTime *time,
                              gint64 now);

G_END_DECLS
