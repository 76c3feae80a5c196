/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-verb-context.h"

G_BEGIN_DECLS

/* Verbs that touch two tickets. The builders of merge, unmerge and undo check both; what they do to
 * the other one follows once the event of the first is recorded. */

/**
 * bh_verb_merge_follow:
 *
 * After merge, unmerge, and the undo of either was recorded as the last event of the ticket:
 * records what it means for the tickets that it was merged into.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR or the fold's error: the transaction is to be rolled back
 */
gboolean bh_verb_merge_follow (BhVerbContext *self, GError **error);

/**
 * bh_verb_join:
 *
 * "Me too": registers a ticket for somebody else with the same matter and merges it into the
 * context's ticket.
 *
 * Returns: (transfer none) (nullable): the new ticket, or NULL with @error
 */
BhTicket *bh_verb_join (BhVerbContext *self, GError **error);

G_END_DECLS
