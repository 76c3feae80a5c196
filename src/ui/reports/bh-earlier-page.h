/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_EARLIER_PAGE (bh_earlier_page_get_type ())
G_DECLARE_FINAL_TYPE (BhEarlierPage, bh_earlier_page, BH, EARLIER_PAGE, GtkWidget)

/**
 * bh_earlier_page_new:
 *
 * The workbooks that were made, newest first: open, show in their folder, and of those for the
 * record what became of their figures since.
 */
GtkWidget *bh_earlier_page_new (BhDesk *desk, GSettings *settings);

G_END_DECLS
