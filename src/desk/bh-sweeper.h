/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-sweep.h"

G_BEGIN_DECLS

#define BH_TYPE_SWEEPER (bh_sweeper_get_type ())
G_DECLARE_FINAL_TYPE (BhSweeper, bh_sweeper, BH, SWEEPER, GObject)

/**
 * BhSweeper:
 *
 * Goes over the clocks of an office that is open: soon after the start, then every minute, in a
 * thread of its own. Main thread; it must be disposed before the store is closed.
 *
 * Signals:
 * - `swept (BhSweep *)`: after each pass that went well
 * - `failed (GError *)`: a pass could not be made; once for the same reason
 */
BhSweeper *bh_sweeper_new (BhStore *store);

/** bh_sweeper_sweep: makes a pass now, unless one is being made */
void bh_sweeper_sweep (BhSweeper *self);

G_END_DECLS
