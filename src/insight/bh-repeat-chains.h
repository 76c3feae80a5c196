/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/** BhRepeatLink: one ticket of a chain. @number: (owned); @status: as of as-of, %BH_STATUS_NONE
 * where it was open and the exact step is not kept */
typedef struct
{
  gint64 ticket_id;
  char *number;
  gint64 received_at;
  BhStatus status;
} BhRepeatLink;

/**
 * BhRepeatChain:
 * @summary: (owned): of the first ticket
 * @place: (owned): where it is, "" where nobody said
 * @category_id: of the first ticket, 0 for none
 * @links: (owned) (element-type BhRepeatLink): oldest first, two at least
 *
 * A matter that came again and again: a ticket and all that repeat it or one another.
 */
typedef struct
{
  char *summary;
  char *place;
  gint64 category_id;
  GPtrArray *links;
} BhRepeatChain;

/**
 * bh_repeat_chains_compute:
 * @period: a repeat in it makes a chain one of the period; those before it belong to it as well
 * @filter: (nullable): resolved; of the repeats in @period
 * @n_most: how many at most
 *
 * Returns: (transfer full) (nullable) (element-type BhRepeatChain): the longest first, of the same
 *   length the latest; NULL with @error, or without as bh_insight_get()
 */
GPtrArray *bh_repeat_chains_compute (BhInsight *insight,
                                     const BhPeriod *period,
                                     BhTicketFilter *filter,
                                     guint n_most,
                                     GError **error);

/** bh_repeat_chain_filter: Returns: (transfer full) (nullable): its tickets */
BhTicketFilter *bh_repeat_chain_filter (const BhRepeatChain *self);

G_END_DECLS
