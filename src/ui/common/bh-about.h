/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_about_present: shows what this program is and who made it. The only door to the window class
 * for it, which is another one in newer libadwaita. */
void bh_about_present (GtkWindow *parent);

G_END_DECLS
