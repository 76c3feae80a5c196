/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-office.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhInsightMode:
 * @BH_INSIGHT_EXACT: everything is computed
 * @BH_INSIGHT_QUICK: what takes long is left out: medians and 90th percentiles
 * @BH_INSIGHT_KEPT: nothing is computed: what was kept from before is shown, be it out of date
 *
 * How much somebody is ready to wait for.
 */
typedef enum
{
  BH_INSIGHT_EXACT,
  BH_INSIGHT_QUICK,
  BH_INSIGHT_KEPT,
} BhInsightMode;

/**
 * BhInsight:
 *
 * One look at the office's figures: a connection inside of a read transaction, the office, and the
 * instant as of which everything is told. All that is computed in one look stands in the same
 * snapshot. Lives within one thread.
 */
typedef struct _BhInsight BhInsight;

/** bh_insight_new: @connection: inside of a read transaction until bh_insight_free(); @as_of: what
 * happened at or after it is not known. Returns: (transfer full) */
BhInsight *bh_insight_new (BhConnection *connection,
                           BhOffice *office,
                           gint64 as_of,
                           BhInsightMode mode,
                           GCancellable *cancellable);
void bh_insight_free (BhInsight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhInsight, bh_insight_free)

BhConnection *bh_insight_get_connection (BhInsight *self);
BhOffice *bh_insight_get_office (BhInsight *self);
BhOfficeTime *bh_insight_get_time (BhInsight *self);
gint64 bh_insight_get_as_of (BhInsight *self);
BhInsightMode bh_insight_get_mode (BhInsight *self);
GCancellable *bh_insight_get_cancellable (BhInsight *self);

/** bh_insight_is_complete: Returns: FALSE once something was left out, or is out of date: the same
 * asked for in the mode %BH_INSIGHT_EXACT may tell more */
gboolean bh_insight_is_complete (BhInsight *self);

/** bh_insight_has_gaps: Returns: whether something was asked for of which nothing at all was kept,
 * in the mode %BH_INSIGHT_KEPT */
gboolean bh_insight_has_gaps (BhInsight *self);

/** bh_insight_has_left_out: Returns: whether anything was left out because of the mode */
gboolean bh_insight_has_left_out (BhInsight *self);
/** bh_insight_note_left_out: says that something was left out because of the mode, from within a
 * #BhInsightFunc too */
void bh_insight_note_left_out (BhInsight *self);

/** bh_insight_set_store: @store: where what is computed is kept for later looks, once this one
 * ends: when the writer has nothing better to do, and without telling anybody */
void bh_insight_set_store (BhInsight *self, BhStore *store);

/** bh_insight_set_fresh: @fresh: nothing that was kept is read: all is computed */
void bh_insight_set_fresh (BhInsight *self, gboolean fresh);

/** bh_insight_is_present: @present: (out): nothing happened at as-of or later: what is known then
 * stands in the tickets' present columns. Returns: FALSE with @error */
gboolean bh_insight_is_present (BhInsight *self, gboolean *present, GError **error);

/**
 * BhInsightFunc:
 * @period: half-open
 * @filter: (nullable): resolved
 * @changes_at: (inout): %G_MAXINT64 before; the first instant after as-of at which the passing of
 *   time alone gives another result: a limit that runs out, the end of a period that still runs
 *
 * Computes something about the tickets of a period. It looks at no ticket but those that touch the
 * period: that are received in it, open in it, or have something happen to them in it, since only
 * their changes tell that what was kept does not hold any more. What it gets from bh_insight_get()
 * itself is taken into account by itself, for any part of @period.
 *
 * Returns: (transfer floating) (nullable): the result, %NULL with @error
 */
typedef GVariant *(*BhInsightFunc) (BhInsight *insight,
                                    const BhPeriod *period,
                                    BhTicketFilter *filter,
                                    gpointer data,
                                    gint64 *changes_at,
                                    GError **error);

/**
 * bh_insight_get:
 * @key: names what @func computes with @data, all of what of @data matters included: "weekday-hour"
 * @filter: (nullable): resolved
 *
 * What @func gives, kept from before where that still holds. Everything that is computed about the
 * tickets of a period goes through here. In the mode %BH_INSIGHT_KEPT the result may be out of
 * date, which bh_insight_is_complete() tells; in %BH_INSIGHT_QUICK it is the whole one where that
 * is known.
 *
 * Returns: (transfer full) (nullable): the result; %NULL with @error, or without in the mode
 *   %BH_INSIGHT_KEPT where nothing was kept
 */
GVariant *bh_insight_get (BhInsight *self,
                          const char *key,
                          const BhPeriod *period,
                          BhTicketFilter *filter,
                          BhInsightFunc func,
                          gpointer data,
                          GError **error);

/** bh_insight_peek: Returns: (transfer full) (nullable): what bh_insight_get() gives without
 * computing anything, where that holds; %NULL with or without @error */
GVariant *bh_insight_peek (BhInsight *self,
                           const char *key,
                           const BhPeriod *period,
                           BhTicketFilter *filter,
                           GError **error);

/** bh_insight_has: Returns: whether bh_insight_get() need compute nothing for what has @key; FALSE
 * with or without @error */
gboolean bh_insight_has (BhInsight *self,
                         const char *key,
                         const BhPeriod *period,
                         BhTicketFilter *filter,
                         GError **error);

/** BhInsightResults: what was computed in a look and is worth to be kept. */
typedef struct _BhInsightResults BhInsightResults;

/** bh_insight_take_results: Returns: (transfer full) (nullable): %NULL where there is nothing to
 * keep; for bh_insight_results_store(), which any thread may call */
BhInsightResults *bh_insight_take_results (BhInsight *self);
void bh_insight_results_free (BhInsightResults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhInsightResults, bh_insight_results_free)

G_END_DECLS
