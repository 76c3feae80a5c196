/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_MEASURES_PAGE (bh_measures_page_get_type ())
G_DECLARE_FINAL_TYPE (BhMeasuresPage, bh_measures_page, BH, MEASURES_PAGE, GtkWidget)

/**
 * bh_measures_page_new:
 * @settings: (transfer none): state of the window
 *
 * What the meeting about a month, or those of a quarter or year, decided, with what was carried
 * over to it.
 */
GtkWidget *bh_measures_page_new (BhDesk *desk, GSettings *settings);

G_END_DECLS
