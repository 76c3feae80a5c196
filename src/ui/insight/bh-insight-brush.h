/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"

G_BEGIN_DECLS

/* What somebody selected in a chart, as a filter that narrows the others. */

/**
 * bh_insight_brush_join:
 * @filter: which tickets are counted
 * @brush: what was selected among them
 *
 * Where both ask for the same field, what both let through: of a category and one of its leaves,
 * the leaf.
 *
 * Returns: (transfer full): the filter that asks for both
 */
BhTicketFilter *
bh_insight_brush_join (BhTicketFilter *filter, BhTicketFilter *brush, BhOffice *office);

/** bh_insight_brush_dup_label: Returns: (transfer full): what was selected, as people read it */
char *bh_insight_brush_dup_label (BhTicketFilter *brush, BhOffice *office);

G_END_DECLS
