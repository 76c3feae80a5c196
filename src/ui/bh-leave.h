/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_leave_guard:
 * @window: is closed by gtk_window_close() only
 * @maker: (transfer none): has a property `busy` (boolean), and gives up what it makes when it is
 *   disposed
 *
 * While @maker is busy, whoever closes @window is asked whether that is to be given up. The
 * question goes when there is nothing to be given up any more; the window stays then.
 */
void bh_leave_guard (GtkWindow *window, GtkWidget *maker);

G_END_DECLS
