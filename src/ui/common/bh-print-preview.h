/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_print_preview_attach:
 * @operation: not yet run
 * @widget: (transfer none): says what goes wrong
 *
 * GTK shows previews in a program that not every desktop has, and says nothing where it is missing.
 * There the pages go into a PDF, which the desktop's program for these shows; it is removed with
 * the next one, or with the window.
 */
void bh_print_preview_attach (GtkPrintOperation *operation, GtkWidget *widget);

G_END_DECLS
