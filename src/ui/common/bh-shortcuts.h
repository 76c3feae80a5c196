/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_shortcuts_new: Returns: (transfer full): a window of all shortcuts; those of the verbs come
 * from the loop's table. The only door to the window class for it, which is another one in newer
 * GTK. */
GtkShortcutsWindow *bh_shortcuts_new (void);

G_END_DECLS
