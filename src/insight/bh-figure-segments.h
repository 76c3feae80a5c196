/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figures.h"

G_BEGIN_DECLS

/** BhFigureSegment: one part of the tickets: @word is the value of the filter that means it. */
typedef struct
{
  char *word;             /* (owned) */
  BhTicketFilter *filter; /* (owned) */
} BhFigureSegment;

/**
 * bh_figure_segments_list:
 * @by: %BH_BY_CITY_TIER, %BH_BY_ESTATE_KIND or %BH_BY_CARE
 * @base: (nullable)
 *
 * Returns: (transfer full) (nullable) (element-type BhFigureSegment): the parts of the tickets of
 *   @base, that of those without any word last; NULL with @error
 */
GPtrArray *
bh_figure_segments_list (BhFigureBy by, BhOffice *office, BhTicketFilter *base, GError **error);

G_END_DECLS
