/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-office.h"

G_BEGIN_DECLS

/** BH_FILTER_SEGMENT_NONE: the word where the register says nothing. */
#define BH_FILTER_SEGMENT_NONE "none"

/** bh_filter_segment_get_word: @field: %BH_FILTER_CITY_TIER or %BH_FILTER_ESTATE_KIND. Returns:
 * (transfer none): what the register says of a community, "none" where nothing */
const char *bh_filter_segment_get_word (BhPlace *community, BhFilterField field);

/**
 * bh_filter_segment_dup_condition:
 * @field: likewise
 * @values: words, one of which the community has
 *
 * Returns: (transfer full): a condition with $ for the alias of the ticket table; a ticket without
 *   community has "none"
 */
char *
bh_filter_segment_dup_condition (BhOffice *office, BhFilterField field, const char *const *values);

G_END_DECLS
