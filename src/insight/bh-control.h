/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/** BH_CONTROL_WEEKS: how many weeks a control chart looks back at */
#define BH_CONTROL_WEEKS 26

/** BhControlSignal: on which side of the limits a week lies. */
typedef enum
{
  BH_CONTROL_WITHIN,
  BH_CONTROL_ABOVE,
  BH_CONTROL_BELOW,
} BhControlSignal;

/**
 * BhControlWeek:
 * @period: from a Monday to the next, in office time
 * @count: tickets received
 * @value: @count by hundred households; of an office without households, @count
 */
typedef struct
{
  BhPeriod period;
  gint64 count;
  double value;
  BhControlSignal signal;
} BhControlWeek;

/**
 * BhControl:
 * @units: hundreds of households; 1 of an office whose register has none
 * @has_households: whether @units are those
 * @mean: of all weeks together, by unit
 * @lower: 0 at least
 * @weeks: (owned) (element-type BhControlWeek): whole ones, oldest first
 *
 * A Shewhart control chart of how many tickets come (a u chart, ISO 7870-2): a week beyond the
 * limits differs by more than chance. Limits are mean ± 3 √(mean / units).
 */
typedef struct
{
  double units;
  gboolean has_households;
  double mean;
  double lower;
  double upper;
  GArray *weeks;
} BhControl;

/**
 * bh_control_compute:
 * @period: the last week ends within it, and by as-of
 * @filter: (nullable): resolved
 *
 * Weeks before the office's first ticket are left out.
 *
 * Returns: (transfer full) (nullable): NULL with @error, or without as bh_insight_get()
 */
BhControl *bh_control_compute (BhInsight *insight,
                               const BhPeriod *period,
                               BhTicketFilter *filter,
                               GError **error);

/** BH_CONTROL_RECEIPTS: the key of bh_control_get_receipts() */
#define BH_CONTROL_RECEIPTS "receipts"
/** bh_control_get_receipts: @weeks: whole ones. Returns: (transfer full) (nullable): how many
 * tickets came by quarter of an hour, as bh_insight_get_cells() */
GVariant *bh_control_get_receipts (BhInsight *insight,
                                   const BhPeriod *weeks,
                                   BhTicketFilter *filter,
                                   GError **error);

void bh_control_free (BhControl *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhControl, bh_control_free)

G_END_DECLS
