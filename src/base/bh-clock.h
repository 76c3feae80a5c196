/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** BH_USEC_PER_SEC: microseconds in a second; instants are microseconds since 1970 in UTC. */
#define BH_USEC_PER_SEC G_GINT64_CONSTANT (1000000)

#define BH_TYPE_CLOCK (bh_clock_get_type ())
G_DECLARE_FINAL_TYPE (BhClock, bh_clock, BH, CLOCK, GObject)

/**
 * bh_clock_new_system:
 *
 * The clock of the system. Nothing else in the program asks the system for the time, so that
 * tests and the demo office can live in a time of their own.
 *
 * Returns: (transfer full): a clock
 */
BhClock *bh_clock_new_system (void);

/**
 * bh_clock_new_fixed:
 * @now: an instant in microseconds UTC
 *
 * A clock that stands still until bh_clock_set() moves it. Safe to read from any thread.
 *
 * Returns: (transfer full): a clock
 */
BhClock *bh_clock_new_fixed (gint64 now);

/**
 * bh_clock_now:
 *
 * Returns: the present instant in microseconds UTC
 */
gint64 bh_clock_now (BhClock *self);

/**
 * bh_clock_set:
 * @now: an instant in microseconds UTC
 *
 * Moves a fixed clock. It is a programming error to move the system's clock.
 */
void bh_clock_set (BhClock *self, gint64 now);

G_END_DECLS
