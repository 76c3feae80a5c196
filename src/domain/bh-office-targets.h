/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"

G_BEGIN_DECLS

/** bh_target_resolve_filter: Returns: (transfer full) (nullable): the tickets that the target is
 * about, as the office writes it now; NULL with %BH_DOMAIN_ERROR_INPUT for what it has no more */
BhTicketFilter *bh_target_resolve_filter (BhTarget *self, BhOffice *office, GError **error);

/**
 * bh_office_find_target:
 * @filter: (nullable): canonical text of the tickets, as it was entered or as the office
 *   writes it, %NULL or "" for all
 * @year: the year looked at
 *
 * The target in force: that of the greatest year up to @year which is not retired, the newest of
 * that year. One to reach comes before an alarm.
 *
 * Returns: (transfer none) (nullable)
 */
BhTarget *bh_office_find_target (BhOffice *self, const char *figure, const char *filter, int year);
/** bh_office_list_targets: Returns: (transfer container) (element-type BhTarget): all that are in
 * force in @year, in order of id: one for every figure and filter, and an alarm beside it */
GPtrArray *bh_office_list_targets (BhOffice *self, int year);

G_END_DECLS
