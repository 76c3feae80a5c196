/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/**
 * BhPublicMatter:
 * @text: (owned): written for the notice board; nothing else that anybody said is here
 * @building: (owned) (nullable): %NULL where it is about the whole community
 * @community_id: 0 for none
 * @category_id: 0 for none
 * @received_at: instant
 * @promised_at: until when it is to be done, 0: nothing was promised
 * @finished_at: 0 while it goes on
 *
 * A matter that concerns all: a ticket with a text for the notice board.
 */
typedef struct
{
  char *text;
  char *building;
  gint64 community_id;
  gint64 category_id;
  gint64 received_at;
  gint64 promised_at;
  gint64 finished_at;
} BhPublicMatter;

/**
 * bh_public_matters_load:
 * @filter: (nullable): resolved
 * @done: those finished in the period; else those that were open and not finished at its end, as
 *   of as-of where that is earlier
 *
 * What was void, withdrawn, declined or merged is in neither.
 *
 * Returns: (transfer full) (nullable) (element-type BhPublicMatter): those done in order of their
 *   end, those open with the earliest promise first, without a promise last; NULL with @error
 */
GPtrArray *bh_public_matters_load (BhInsight *insight,
                                   const BhPeriod *period,
                                   BhTicketFilter *filter,
                                   gboolean done,
                                   GError **error);

G_END_DECLS
