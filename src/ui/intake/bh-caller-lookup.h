/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-household.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

/**
 * BhCaller:
 * @place: (owned) (nullable): the place that was named, where the register has it
 * @household: (owned): who lives there or has the phone; empty where nobody is known
 *
 * What the office knows about a phone and a place.
 */
typedef struct
{
  BhPlace *place;
  BhHousehold *household;
} BhCaller;

void bh_caller_free (BhCaller *caller);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhCaller, bh_caller_free)

#define BH_TYPE_CALLER_LOOKUP (bh_caller_lookup_get_type ())
G_DECLARE_FINAL_TYPE (BhCallerLookup, bh_caller_lookup, BH, CALLER_LOOKUP, GObject)

/**
 * bh_caller_lookup_new:
 *
 * Looks callers up while somebody types: in the reader's thread, a moment after the last key; a
 * newer question cancels the older one. Main thread.
 *
 * Signals: `found (BhCaller *, nullable)`: the answer to the last question, %NULL where it named
 * neither a whole phone nor a place; `failed (GError *)`.
 */
BhCallerLookup *bh_caller_lookup_new (BhStore *store);

/** bh_caller_lookup_ask: @phone: (nullable): as typed; @place: (nullable): as typed */
void bh_caller_lookup_ask (BhCallerLookup *self, const char *phone, const char *place);
/** bh_caller_lookup_hurry: looks at once for what waits to be looked up. Returns: whether an answer
 * is still to come */
gboolean bh_caller_lookup_hurry (BhCallerLookup *self);

/** bh_caller_lookup_refresh: asks the last question again, since something was done */
void bh_caller_lookup_refresh (BhCallerLookup *self);

G_END_DECLS
