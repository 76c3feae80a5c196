/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-warnings.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/** BH_SWEEP_MAX_NOTES: a pass keeps so many of its warnings at hand; all are in the histories */
#define BH_SWEEP_MAX_NOTES 200

/**
 * BhSweep:
 * @at: the instant that it was made for
 * @n_resumed: tickets that came back from a suspension
 * @n_tickets: tickets that something was told of
 * @n_warnings: how much
 * @by_level: the same by #BhWarningLevel
 * @missing_year: a year that is needed and not announced in the calendar, 0: none
 * @notes: (owned) (element-type BhWarningNote): the first %BH_SWEEP_MAX_NOTES of them
 *
 * What one pass over the clocks did.
 */
typedef struct
{
  gint64 at;
  guint n_resumed;
  guint n_tickets;
  guint n_warnings;
  guint by_level[BH_N_WARNING_LEVELS];
  int missing_year;
  GPtrArray *notes;
} BhSweep;

void bh_sweep_free (BhSweep *sweep);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSweep, bh_sweep_free)

/**
 * bh_sweep_run:
 * @at: 0 for now; what is told by a later instant counts as told
 *
 * One pass over the clocks: suspensions that are over end, each at its own time, and what must be
 * told is recorded, each once, however many programs sweep. It is cheap where nothing is due: what
 * is not due is not read. Tickets are handled in small transactions, so that nobody at the desk
 * waits; days that are over are sealed. Waits: not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): NULL with @error; what was recorded before it stays
 */
BhSweep *bh_sweep_run (BhStore *store, gint64 at, GCancellable *cancellable, GError **error);

/** bh_sweep_ticket: what a pass at @at does to one ticket, as part of a transaction. Returns: FALSE
 * with @error */
gboolean bh_sweep_ticket (BhWork *work, gint64 ticket_id, gint64 at, GError **error);

G_END_DECLS
