/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/**
 * bh_insight_keys_ask:
 * @key: of a kept result, as bh_insight_get() was given it
 * @filter: (nullable): resolved
 * @known: (out): whether anything gives results with such a key
 *
 * Asks for what has @key once more, so that bh_insight_peek() finds it in @insight. Every key that
 * is given to bh_insight_get() anywhere is known here.
 *
 * Returns: FALSE with @error
 */
gboolean bh_insight_keys_ask (BhInsight *insight,
                              const char *key,
                              const BhPeriod *period,
                              BhTicketFilter *filter,
                              gboolean *known,
                              GError **error);

G_END_DECLS
