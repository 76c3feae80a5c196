/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-types.h"

G_BEGIN_DECLS

#define BH_TYPE_POLICY (bh_policy_get_type ())
G_DECLARE_FINAL_TYPE (BhPolicy, bh_policy, BH, POLICY, GObject)

/**
 * BhPolicy:
 *
 * What an office promises for one category and grade. A version never changes once a ticket uses
 * it: editing makes a new one. Read only.
 */
struct _BhPolicy
{
  GObject parent_instance;

  gint64 id;
  gint64 category_id; /* 0: for every category that has none of its own */
  BhGrade grade;
  int version;
  gint64 valid_from; /* instant from which new tickets get it */
  gboolean retired;
  BhHours hours;
  gint64 limits[BH_N_CLOCKS]; /* seconds by BhClockKind; 0: no limit */
  gboolean skip_investigate;
  gboolean skip_plan;
  BhCallbackMode callback;
  int callback_percent;   /* of a sample: share of the tickets that are called back */
  gboolean needs_photo;   /* a photo of the result must be attached before the work is finished */
  gboolean needs_cause;   /* a cause must be known before the ticket closes */
  gboolean allows_answer; /* complaint and repair may be answered on the spot */
};

/**
 * bh_policy_new_default:
 *
 * Returns: (transfer full): the default limits of product.md for @grade, around the clock, every
 *   stage asked for, callback wanted; without id
 */
BhPolicy *bh_policy_new_default (BhGrade grade);

/**
 * bh_policy_wants_callback:
 * @self: (nullable): NULL for a ticket without one: it is called back
 * @ticket_id: decides of a sample whether this ticket is in it, always alike
 * @scored: whether a score was given with the sign-off
 *
 * Returns: whether a complainant who can be asked is called back
 */
gboolean bh_policy_wants_callback (BhPolicy *self, gint64 ticket_id, gboolean scored);

G_END_DECLS
