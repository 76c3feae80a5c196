/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "draw/bh-chart-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_OVERVIEW (bh_overview_get_type ())
G_DECLARE_FINAL_TYPE (BhOverview, bh_overview, BH, OVERVIEW, GtkWidget)

/**
 * bh_overview_new:
 * @desk: (transfer none)
 *
 * The main figures of the office as tiles: each with what it is compared with, what is to be
 * reached, how it stands to that, and how it went in 13 months. Nothing is counted while it is not
 * shown; what was asked for then is counted when it is.
 *
 * Property: `reading` (boolean): figures, or their exact form, are still to come.
 *
 * Signals:
 * - `show-tickets (BhTicketFilter *)`: the tickets behind a figure
 * - `show-figure (const char *key)`: somebody wants to see how a figure went
 */
GtkWidget *bh_overview_new (BhDesk *desk);

/**
 * bh_overview_read:
 * @question: (transfer none): copied; what it says of one figure and a variant does not matter
 * @again: the same is asked for because tickets have changed: what is shown stays until the answer
 *   comes
 */
void bh_overview_read (BhOverview *self, const BhChartQuestion *question, gboolean again);

gboolean bh_overview_is_reading (BhOverview *self);

G_END_DECLS
