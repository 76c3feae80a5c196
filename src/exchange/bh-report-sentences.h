/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-private.h"

G_BEGIN_DECLS

/** bh_report_is_empty: Returns: whether there is nothing to say of the month */
gboolean bh_report_is_empty (BhReport *self);

/**
 * bh_report_make_sentences:
 *
 * What the figures say: what came in, where most of it is from, what is late, which targets were
 * missed. After the sheet of categories.
 *
 * Returns: (transfer full) (element-type utf8): sentences
 */
GPtrArray *bh_report_make_sentences (BhReport *self);

G_END_DECLS
