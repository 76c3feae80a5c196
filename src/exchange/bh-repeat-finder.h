/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-ledger-queries.h"

G_BEGIN_DECLS

/**
 * BhRepeatFinder:
 *
 * Finds the ticket that a ledger's ticket repeats, by the rule of figures.md: same community and
 * place text (room, else place), same leaf category, and the previous such ticket received at most
 * so many days before. Fed with tickets in the order of their receipt.
 */
typedef struct _BhRepeatFinder BhRepeatFinder;

/** bh_repeat_finder_new: @days: how far back a repeat reaches */
BhRepeatFinder *bh_repeat_finder_new (gint64 days);

void bh_repeat_finder_free (BhRepeatFinder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhRepeatFinder, bh_repeat_finder_free)

/**
 * bh_repeat_finder_set_spots:
 * @spots: (transfer none) (element-type BhTicketSpot): in order of receipt
 * @except: (transfer none) (element-type gint64): a set of ids that do not count
 *
 * Gives tickets that are known from before; each counts from its receipt on.
 */
void bh_repeat_finder_set_spots (BhRepeatFinder *self, GArray *spots, GHashTable *except);

/**
 * bh_repeat_finder_find:
 * @spot: a ticket, received not before those that were added
 *
 * Returns: id of the ticket that @spot repeats, 0 for none
 */
gint64 bh_repeat_finder_find (BhRepeatFinder *self, const BhTicketSpot *spot);

/** bh_repeat_finder_add: @spot: a ticket, received not before those that were added already */
void bh_repeat_finder_add (BhRepeatFinder *self, const BhTicketSpot *spot);

G_END_DECLS
