/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-office.h"
#include "storage/bh-connection.h"

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
/** bh_insight_note_incomplete: for who leaves something out */
void bh_insight_note_incomplete (BhInsight *self);

/**
 * BhInsightFunc:
 * @period: half-open
 * @filter: (nullable): resolved
 * @changes_at: (inout): %G_MAXINT64 before; the first instant after as-of at which the passing of
 *   time alone gives another result: a limit that runs out, the end of a period that still runs
 *
 * Computes something about the tickets of a period.
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
 * @key: names what @func computes with @data: "weekday-hour"
 * @filter: (nullable): resolved
 *
 * What @func gives, kept from before where that still holds. Everything that is computed about the
 * tickets of a period goes through here.
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

G_END_DECLS
