/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"

G_BEGIN_DECLS

/**
 * bh_scorecard_scope:
 * @a: resolved
 * @b: resolved
 * @both: (out) (nullable): the filter that the tickets pass which pass both; %NULL where there is
 *   none, or where it cannot be written: of each field, the values of one must be among those of
 *   the other
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT
 */
gboolean bh_scorecard_scope (
    BhTicketFilter *a, BhTicketFilter *b, BhOffice *office, BhTicketFilter **both, GError **error);

G_END_DECLS
