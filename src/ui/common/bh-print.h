/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-papers.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_print_new_operation:
 * @paper: (transfer none)
 *
 * Prints pages of the size that is chosen there, A4 unless somebody says otherwise.
 *
 * Returns: (transfer full): to be run
 */
GtkPrintOperation *bh_print_new_operation (BhPaper *paper);

/** bh_print_paper: asks on which printer, with a preview; what goes wrong is said above the window
 * of @widget */
void bh_print_paper (GtkWidget *widget, BhPaper *paper);

/** bh_print_work_order: gathers it in the reader's thread and goes on as bh_print_paper(), unless
 * @widget is not shown any more then */
void bh_print_work_order (GtkWidget *widget, BhStore *store, gint64 ticket_id);

G_END_DECLS
