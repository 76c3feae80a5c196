/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-private.h"

G_BEGIN_DECLS

/** bh_report_spots_prepare: finds where most tickets came from. Returns: FALSE with @error */
gboolean bh_report_spots_prepare (BhReport *self, GError **error);
void bh_report_spots_free (BhReportSpots *self);

/** bh_report_spots_add: counts a ticket where it is of one of the places. Returns: (transfer none)
 * (nullable): what the sheet calls that place, where the data may say it */
const char *bh_report_spots_add (BhReportSpots *self, const BhTicketFacts *facts);

/** bh_report_dup_building: Returns: (transfer full) (nullable): what the data call a building; NULL
 * with @error */
char *bh_report_dup_building (BhReport *self, gint64 id, GError **error);

G_END_DECLS
