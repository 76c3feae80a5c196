/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figures.h"

G_BEGIN_DECLS

/**
 * BhParetoItem:
 * @category_id: 0: none
 * @key: (owned): the filter word, "维修/漏水" or "none"
 * @name: (owned): to be shown: that of the category, translated where there is none
 * @count: tickets received in the period
 * @share: of all
 * @cumulated: the share of this and all items before it
 * @previous: received in the period before, by the same day where this one runs
 * @filter: (owned) (nullable): text of the tickets behind it; %NULL where the scope cannot be
 *   joined with it
 */
typedef struct
{
  gint64 category_id;
  char *key;
  char *name;
  gint64 count;
  double share;
  double cumulated;
  gint64 previous;
  char *filter;
} BhParetoItem;

/**
 * BhPareto:
 * @scope: (owned): text of the filter that was used
 * @items: (owned) (element-type BhParetoItem): descending; those with none are left out
 *
 * What most of the tickets of a period are about.
 */
typedef struct
{
  BhPeriod period;
  BhPeriod before;
  char *scope;
  gint64 total;
  GPtrArray *items;
} BhPareto;

/** BhParetoLevel: leaf categories, or top ones with all that is below them. */
typedef enum
{
  BH_PARETO_LEAF,
  BH_PARETO_TOP,
} BhParetoLevel;

/**
 * bh_pareto_compute:
 * @before: (nullable): what it is compared with, %NULL for the period before; of one that runs, as
 *   much of it as has passed
 * @filter: (nullable): resolved
 *
 * Returns: (transfer full) (nullable): NULL with @error
 */
BhPareto *bh_pareto_compute (BhInsight *insight,
                             const BhPeriod *period,
                             const BhPeriod *before,
                             BhTicketFilter *filter,
                             BhParetoLevel level,
                             GError **error);
void bh_pareto_free (BhPareto *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhPareto, bh_pareto_free)

G_END_DECLS
