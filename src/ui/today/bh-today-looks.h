/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* When each member of staff last looked at the day's work, on this desk. */

/** bh_today_looks_get: Returns: instant of the last look of @staff_id (0: of nobody), 0 for none */
gint64 bh_today_looks_get (GSettings *settings, gint64 staff_id);
/** bh_today_looks_set: remembers a look at @instant; never an earlier one than is known */
void bh_today_looks_set (GSettings *settings, gint64 staff_id, gint64 instant);

G_END_DECLS
