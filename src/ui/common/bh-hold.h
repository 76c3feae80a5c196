/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A thread that must come to its end though the last window is closed: the application is held as
 * long as it works. */

/** bh_hold_take: in the main thread. Returns: (transfer full) (nullable): what is held; NULL where
 * there is no application, as in tests */
GApplication *bh_hold_take (void);

/** bh_hold_release: @application: (inout) (nullable): becomes %NULL. In any thread: the main thread
 * lets it go. */
void bh_hold_release (GApplication **application);

G_END_DECLS
