/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_WORKBOOK_PAGE (bh_workbook_page_get_type ())
G_DECLARE_FINAL_TYPE (BhWorkbookPage, bh_workbook_page, BH, WORKBOOK_PAGE, GtkWidget)

/**
 * bh_workbook_page_new:
 * @settings: (transfer none): state of the window
 *
 * Makes the meeting workbook: of which period and tickets, how, into which folder; with what its
 * first sheet will say beside.
 *
 * Property: `busy` (boolean): one is being made.
 */
GtkWidget *bh_workbook_page_new (BhDesk *desk, GSettings *settings);

G_END_DECLS
