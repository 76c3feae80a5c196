/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * bh_opening_window_new:
 * @path: of the database
 *
 * Says that the office is being opened, for when that takes longer than a glance: a new version
 * copies the file and brings it to its own form first. Whoever made it destroys it.
 *
 * Returns: (transfer none): the window, owned by GTK; it is not shown yet
 */
GtkWindow *bh_opening_window_new (AdwApplication *application, const char *path);

G_END_DECLS
