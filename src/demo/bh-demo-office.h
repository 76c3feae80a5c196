/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-check.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/* The demo office: a believable Chinese property-management office with all its tickets, made by
 * the same verbs that people use, each at its own time. The same options give the same office. */

/**
 * BhDemoOptions:
 * @tickets: how many
 * @months: how long before the end they begin, 1 to 240
 * @seed: what determines everything
 * @until: the last day as year * 10000 + month * 100 + day; the story ends when it begins
 */
typedef struct
{
  guint tickets;
  guint months;
  guint64 seed;
  int until;
} BhDemoOptions;

/** BH_DEMO_DEFAULT: 5,000 tickets in 18 months; `until` is to be filled in. */
#define BH_DEMO_DEFAULT ((BhDemoOptions){ .tickets = 5000, .months = 18, .seed = 1 })

/**
 * bh_demo_create:
 * @path: of the database: a new one, or one without tickets
 * @progress: (nullable): told now and then how far it is, in another thread
 *
 * Makes the demo office in a file of its own beside @path and moves it into place when it is
 * complete: on an error, or when cancelled, @path is as it was. Blocking.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR_EXISTS where @path has tickets, %BH_DOMAIN_ERROR_INPUT for
 *   a date that there is not, or any other error
 */
gboolean bh_demo_create (const char *path,
                         const BhDemoOptions *options,
                         BhProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);

/** bh_demo_get_beginning: Returns: about when the office of @options begins its work, for the clock
 * of a store that is made for it; 0 where there is no such day */
gint64 bh_demo_get_beginning (const BhDemoOptions *options);

/** bh_demo_check_empty: Returns: FALSE with %BH_STORAGE_ERROR_EXISTS where @store has tickets */
gboolean bh_demo_check_empty (BhStore *store, GError **error);

/**
 * bh_demo_fill:
 * @store: without tickets; opened with a fixed clock, which is moved
 *
 * What bh_demo_create() does to its own file: the register, then tickets by the thousands, each
 * lot a transaction. Where it fails, what was committed stays. Blocking.
 *
 * Returns: as bh_demo_create()
 */
gboolean bh_demo_fill (BhStore *store,
                       const BhDemoOptions *options,
                       BhProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
