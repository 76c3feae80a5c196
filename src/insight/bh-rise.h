/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-pareto.h"

G_BEGIN_DECLS

/** BH_RISE_PLACE_SHARE: a place that has so much of a rise is where it comes from */
#define BH_RISE_PLACE_SHARE 0.4

/**
 * BhRise:
 * @category_id: 0: tickets without one
 * @category: (owned): its name
 * @count: tickets received in the period
 * @previous: in the period before, by the same day where this one runs
 * @place: (owned) (nullable): the building that most of the rise comes from, or else the community;
 *   %NULL where no place has enough of it
 * @place_count: tickets of the category there
 * @place_previous: likewise in the period before
 *
 * A category with more tickets than in the period before.
 */
typedef struct
{
  gint64 category_id;
  char *category;
  gint64 count;
  gint64 previous;
  char *place;
  gint64 place_count;
  gint64 place_previous;
} BhRise;

void bh_rise_free (BhRise *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhRise, bh_rise_free)

/**
 * bh_rise_find:
 * @pareto: the leaf categories of a period and of the one before
 * @filter: (nullable): resolved; that of @pareto
 * @rise: (out) (transfer full) (nullable): the category that rose most, of those that rose by more
 *   than chance explains, see bh-surprise.h; %NULL where none did
 *
 * Returns: FALSE with @error
 */
gboolean bh_rise_find (BhInsight *insight,
                       const BhPareto *pareto,
                       BhTicketFilter *filter,
                       BhRise **rise,
                       GError **error);

G_END_DECLS
