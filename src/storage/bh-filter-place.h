/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"

G_BEGIN_DECLS

/**
 * bh_filter_place_dup_condition:
 * @value: "community/path of a place", or the community alone
 * @parameter: number of the parameter that the path would be
 * @path: (out) (transfer full) (nullable): the path; %NULL where there is no such parameter
 *
 * That a ticket is about a place of the register or about one that stands in it, at any depth. A
 * place that the office has not holds nothing.
 *
 * Returns: (transfer full): a condition with $ for the alias of the ticket table
 */
char *
bh_filter_place_dup_condition (BhOffice *office, const char *value, guint parameter, char **path);

/**
 * bh_filter_place_dup_any:
 * @values: as above, one of which suffices
 * @first_parameter: number of the parameter that is the first of @texts
 * @texts: (element-type utf8): grows by the parameters
 *
 * Returns: (transfer full): likewise
 */
char *bh_filter_place_dup_any (BhOffice *office,
                               const char *const *values,
                               guint first_parameter,
                               GPtrArray *texts);

/** bh_filter_place_dup_value: @path: (nullable): of a place in @community, %NULL for all of it.
 * Returns: (transfer full): the value of the filter that means it */
char *bh_filter_place_dup_value (const char *community, const char *path);

G_END_DECLS
