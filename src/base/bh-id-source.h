/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/bh-clock.h"

G_BEGIN_DECLS

/**
 * BH_MAX_DESK:
 *
 * The highest number of a desk (a running program that makes ids) in an office.
 */
#define BH_MAX_DESK 1023

#define BH_TYPE_ID_SOURCE (bh_id_source_get_type ())
G_DECLARE_FINAL_TYPE (BhIdSource, bh_id_source, BH, ID_SOURCE, GObject)

/**
 * bh_id_source_new:
 * @clock: (transfer none): what tells the time part
 * @desk: the desk part, 0 to %BH_MAX_DESK
 *
 * Makes ids and salts for one desk. An id has 41 bits of milliseconds since 2020, 10 bits of desk
 * and 12 bits of sequence, so that ids are ordered by time and two desks never make the same one.
 * When more than 4096 are wanted in a millisecond, or the clock goes back, the time part runs
 * ahead of the clock: ids of one source always grow.
 *
 * Returns: (transfer full): an id source; not thread-safe, it belongs to the writer
 */
BhIdSource *bh_id_source_new (BhClock *clock, guint desk);

/**
 * bh_id_source_set_seed:
 * @seed: any number
 *
 * Makes the salts reproducible; for the demo office and tests, whose texts are no secret.
 */
void bh_id_source_set_seed (BhIdSource *self, guint64 seed);

/**
 * bh_id_source_advance:
 * @last: the highest id already in use
 *
 * Makes sure that the next id is higher than @last.
 */
void bh_id_source_advance (BhIdSource *self, gint64 last);

/**
 * bh_id_source_next:
 *
 * Returns: a new id, greater than 0 and than every earlier one of this source
 */
gint64 bh_id_source_next (BhIdSource *self);

/**
 * bh_id_source_salt:
 *
 * Returns: 63 random bits, from the kernel unless a seed was set
 */
gint64 bh_id_source_salt (BhIdSource *self);

G_END_DECLS
