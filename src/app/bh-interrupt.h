/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bh_interrupt_watch:
 * @cancellable: (transfer none): cancelled by the first SIGINT or SIGTERM
 *
 * Lets Ctrl+C end a command cleanly: what it was about to write is rolled back. A second signal
 * ends the program at once. To be called before any other thread is started, since the signals
 * are taken by a thread of their own.
 */
void bh_interrupt_watch (GCancellable *cancellable);

G_END_DECLS
