/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/insight/bh-insight-part.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_OVERVIEW (bh_overview_get_type ())
G_DECLARE_FINAL_TYPE (BhOverview, bh_overview, BH, OVERVIEW, GtkWidget)

/**
 * bh_overview_new:
 * @desk: (transfer none)
 *
 * The main figures of the office as tiles: each with what it is compared with, what is to be
 * reached, how it stands to that, and how it went in 13 months. A #BhInsightPart. The line of a
 * figure is a button for the action `insight.show-figure` of the page.
 */
GtkWidget *bh_overview_new (BhDesk *desk);

G_END_DECLS
