/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"

G_BEGIN_DECLS

#define BH_TYPE_HOUSEKEEPING (bh_housekeeping_get_type ())
G_DECLARE_FINAL_TYPE (BhHousekeeping, bh_housekeeping, BH, HOUSEKEEPING, GObject)

/**
 * BhHousekeeping:
 *
 * What an office that is open does by itself: once a day it seals the days that are over and makes
 * the automatic copy, unless the setting `backup-daily` says no. Looks now and then every hour, in
 * a thread of its own. Main thread.
 *
 * Signals: `done (gboolean made)` after each look that went well, `failed (GError *)` where the
 * copy could not be made, once for the same reason.
 */
BhHousekeeping *bh_housekeeping_new (BhStore *store);

G_END_DECLS
