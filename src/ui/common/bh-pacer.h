/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BH_PACER_REST: what is busy is followed by so many times as long without. */
#define BH_PACER_REST 4

/**
 * BhPacer:
 *
 * Lets something be done again after what it shows has changed: once for all that changes
 * together, and where it takes long, not all the time. Main thread.
 */
typedef struct _BhPacer BhPacer;

/**
 * bh_pacer_new:
 * @interval_ms: what changes within it is done together
 * @is_busy: whether it is still being done
 * @due: does it
 * @user_data: of both
 */
BhPacer *bh_pacer_new (guint interval_ms,
                       gboolean (*is_busy) (gpointer user_data),
                       void (*due) (gpointer user_data),
                       gpointer user_data);
void bh_pacer_free (BhPacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhPacer, bh_pacer_free)

/** bh_pacer_ask: something has changed */
void bh_pacer_ask (BhPacer *self);

/** bh_pacer_tick: for the timer, and tests: an interval has passed. Returns: whether there is more
 * to wait for */
gboolean bh_pacer_tick (BhPacer *self);

G_END_DECLS
