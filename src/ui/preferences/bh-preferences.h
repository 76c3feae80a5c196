/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_preferences_present:
 * @parent: above which window
 * @desk: (transfer none): whose office it is
 * @settings: (transfer none): state of the window on this desk
 *
 * Shows what the office has decided, and how the window looks on this desk; both may be changed.
 * The only door to the window class for it, which is another one in newer libadwaita.
 *
 * Returns: (transfer none): the window, which frees itself
 */
GtkWindow *bh_preferences_present (GtkWindow *parent, BhDesk *desk, GSettings *settings);

G_END_DECLS
