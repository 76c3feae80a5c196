/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "desk/bh-similar.h"

G_BEGIN_DECLS

#define BH_TYPE_SIMILAR_LOOKUP (bh_similar_lookup_get_type ())
G_DECLARE_FINAL_TYPE (BhSimilarLookup, bh_similar_lookup, BH, SIMILAR_LOOKUP, GObject)

/**
 * bh_similar_lookup_new:
 *
 * Looks for the same problem while somebody types: a short while after the last key, in the
 * reader's thread; what is asked for later ends what was asked for before.
 *
 * Signal: `found (GPtrArray *similar)`: (element-type BhSimilar) (nullable): %NULL for nothing
 * typed
 */
BhSimilarLookup *bh_similar_lookup_new (BhDesk *desk);

/** bh_similar_lookup_ask: @place, @category, @summary, @description: what stands in the form, ""
 * for nothing */
void bh_similar_lookup_ask (BhSimilarLookup *self,
                            const char *place,
                            const char *category,
                            const char *summary,
                            const char *description);
/** bh_similar_lookup_refresh: asks the same again, since tickets changed */
void bh_similar_lookup_refresh (BhSimilarLookup *self);

G_END_DECLS
