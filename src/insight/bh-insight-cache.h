/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* What was computed of a period and kept in the database: one row by what it is, filter and period.
 * It holds while the stamps of the period's months stay, see storage/bh-figure-marks.h. */

/**
 * BhKept:
 * @key: (owned): what it is, by which version of the program
 * @filter: (owned): canonical text, "" for all tickets
 * @stamp: of the period when it was computed
 * @as_of: as of when it was computed
 * @changes_at: the first instant at which the passing of time alone gives another result
 * @value: (owned)
 *
 * A kept result.
 */
typedef struct
{
  char *key;
  char *filter;
  BhPeriod period;
  gint64 stamp;
  gint64 as_of;
  gint64 changes_at;
  GVariant *value;
} BhKept;

/** bh_kept_copy: Returns: (transfer full) */
BhKept *bh_kept_copy (const BhKept *self);
void bh_kept_free (BhKept *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhKept, bh_kept_free)

/**
 * bh_insight_cache_find:
 * @filter: canonical text
 * @kept: (out) (transfer full) (nullable): what was kept, whether it holds or not
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_insight_cache_find (BhConnection *connection,
                                const char *key,
                                const char *filter,
                                const BhPeriod *period,
                                BhKept **kept,
                                GError **error);

/**
 * bh_insight_cache_put:
 * @connection: inside of a write transaction
 *
 * Keeps a result instead of an older one.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_insight_cache_put (BhConnection *connection, const BhKept *kept, GError **error);

/** bh_insight_cache_trim: removes what was kept longest ago, but for the last @n_rows */
gboolean bh_insight_cache_trim (BhConnection *connection, guint n_rows, GError **error);

/**
 * BhKeptFunc:
 *
 * Returns: FALSE with @error to stop
 */
typedef gboolean (*BhKeptFunc) (BhKept *kept, gpointer user_data, GError **error);

/** bh_insight_cache_visit: @key: kept results with keys that begin like it. Calls @func for each.
 * Returns: FALSE with @error */
gboolean bh_insight_cache_visit (
    BhConnection *connection, const char *key, BhKeptFunc func, gpointer user_data, GError **error);

/** BhStamps: the stamps of all months, as one look sees them. */
typedef struct _BhStamps BhStamps;

/** bh_stamps_load: Returns: (transfer full) (nullable): NULL with %BH_STORAGE_ERROR */
BhStamps *bh_stamps_load (BhConnection *connection, GError **error);
void bh_stamps_free (BhStamps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhStamps, bh_stamps_free)
/** bh_stamps_sum: Returns: a number that grows whenever a ticket that touches a month of @period
 * changes, or the register does */
gint64 bh_stamps_sum (BhStamps *self, const BhPeriod *period, BhOfficeTime *time);

G_END_DECLS
