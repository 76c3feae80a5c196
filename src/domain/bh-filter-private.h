/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"

G_BEGIN_DECLS

/* What the parts of the filter share: fields and their values, the text form, the office. */

#define BH_FILTER_NONE "none"
#define BH_FILTER_OPEN "open"
#define BH_FILTER_ENDED "ended"
#define BH_FILTER_WAITING "waiting"

/**
 * bh_filter_get_zero:
 *
 * Returns: (nullable): the code of @field that means 0, which is in no list: "none" where a ticket
 *   may have none, and what is not decided or done
 */
const char *bh_filter_get_zero (BhFilterField field);

/**
 * bh_filter_take:
 * @values: (transfer full) (array length=BH_N_FILTER_FIELDS): canonical values by field, or %NULL
 *
 * Returns: (transfer full): a filter of them
 */
BhTicketFilter *bh_filter_take (GStrv *values);
/** bh_filter_free_values: frees the values of all fields, but not the array. */
void bh_filter_free_values (GStrv *values);
/** bh_filter_values_new: Returns: (transfer full): an empty array of owned texts */
GPtrArray *bh_filter_values_new (void);
/**
 * bh_filter_normalize:
 * @values: (transfer none) (element-type utf8)
 *
 * Returns: (transfer full) (nullable): the canonical values, or %NULL with %BH_DOMAIN_ERROR_INPUT
 */
GStrv bh_filter_normalize (BhFilterField field, const char *const *values, GError **error);
/**
 * bh_filter_parse_period:
 * @value: the text of a period
 *
 * Returns: FALSE where @value is no period; one that ends before it begins is still one
 */
gboolean bh_filter_parse_period (BhOfficeTime *time, const char *value, BhPeriod *period);
/**
 * bh_filter_scan:
 * @text: the text form
 * @values: (out) (array length=BH_N_FILTER_FIELDS): for each field its canonical values (owned),
 *   or %NULL
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT
 */
gboolean bh_filter_scan (const char *text, GStrv *values, GError **error);
/** bh_filter_print: Returns: (transfer full): the canonical text of canonical values */
char *bh_filter_print (const GStrv *values);

G_END_DECLS
