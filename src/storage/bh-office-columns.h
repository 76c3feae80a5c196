/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/** bh_office_columns_rebuild: computes the stored days, months, weekdays and hours of all tickets
 * and callbacks anew for another time zone, in the same transaction */
gboolean bh_office_columns_rebuild (BhWork *work, const char *zone, GError **error);

G_END_DECLS
