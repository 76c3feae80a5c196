/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "insight/bh-insight.h"

G_BEGIN_DECLS

/**
 * BhInsightLook:
 * @store: (owned) (nullable): where what is computed is kept for later looks
 * @office: (owned)
 * @filter: (owned): resolved, of which tickets
 * @brush: (owned) (nullable): resolved: what was selected in a chart, and narrows the others
 * @brush_origin: (owned) (nullable): id of the item of the page in which it was selected
 * @period: half-open; may end in the future
 * @compare: likewise; from = to where there is nothing to compare with
 * @as_of: what happened later is not known
 *
 * What a page of figures is asked for, for all that stands on it alike. Immutable once it was given
 * away, reference counted, shared by threads.
 */
typedef struct
{
  BhStore *store;
  BhOffice *office;
  BhTicketFilter *filter;
  BhTicketFilter *brush;
  char *brush_origin;
  BhPeriod period;
  BhPeriod compare;
  gint64 as_of;
} BhInsightLook;

/** bh_insight_look_new: @filter: (transfer none). Returns: (transfer full): to be filled in */
BhInsightLook *bh_insight_look_new (BhOffice *office, BhTicketFilter *filter);
BhInsightLook *bh_insight_look_ref (BhInsightLook *self);
void bh_insight_look_unref (BhInsightLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhInsightLook, bh_insight_look_unref)

/** bh_insight_look_begin: @connection: inside of a read transaction of its store. Returns:
 * (transfer full): a look at the figures, which keeps what it computes for later ones */
BhInsight *bh_insight_look_begin (const BhInsightLook *self,
                                  BhConnection *connection,
                                  BhInsightMode mode,
                                  GCancellable *cancellable);

/** bh_insight_look_get_filter: Returns: (transfer none): of which tickets the item @id tells: what
 * was selected in it does not narrow itself */
BhTicketFilter *bh_insight_look_get_filter (const BhInsightLook *self, const char *id);

/** bh_insight_look_equal: Returns: whether the item @id is asked for the same by both, but for the
 * instant; @a: (nullable) */
gboolean bh_insight_look_equal (const BhInsightLook *a, const BhInsightLook *b, const char *id);

G_END_DECLS
