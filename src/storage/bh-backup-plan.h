/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the daily copies stay; pure, so that it can be tested on dates. */

#define BH_BACKUP_DAYS 7
#define BH_BACKUP_WEEKS 4
#define BH_BACKUP_MONTHS 12

/**
 * bh_backup_plan:
 * @days: days of the copies as year * 10000 + month * 100 + day, the newest first; a day may stand
 *   several times
 *
 * The newest copy of each of the last 7 days, 4 weeks (from Monday) and 12 months that have a copy
 * stays: an office that was closed for a while loses nothing by it.
 *
 * Returns: (transfer full) (array length=n_days): which stay
 */
gboolean *bh_backup_plan (const int *days, guint n_days);

G_END_DECLS
