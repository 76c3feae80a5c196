/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_PAPERS_PAGE (bh_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (BhPapersPage, bh_papers_page, BH, PAPERS_PAGE, GtkWidget)

/**
 * bh_papers_page_new:
 *
 * The notice for the board and the lists, to be printed or saved.
 *
 * Property: `busy` (boolean): one is being made.
 */
GtkWidget *bh_papers_page_new (BhDesk *desk);

G_END_DECLS
