/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"

G_BEGIN_DECLS

/** bh_filter_scored_dup_condition: Returns: (transfer full): the condition of
 * %BH_FILTER_SCORED_IN: that a callback of the period ($ is the alias of the ticket, @ the
 * beginning, ? the end) has a valid score, and one of those that @self asks for, where it does */
char *bh_filter_scored_dup_condition (BhTicketFilter *self);

G_END_DECLS
