/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"

G_BEGIN_DECLS

/**
 * BhFilterOption:
 * @label: (owned): what people read
 * @value: (owned): value of the field
 * @depth: 1 below another one, as a leaf category
 * @exclusive: chosen alone: "open", or a period
 *
 * One thing to choose in a filter's menu.
 */
typedef struct
{
  char *label;
  char *value;
  guint depth;
  gboolean exclusive;
} BhFilterOption;

/**
 * bh_filter_options_list:
 * @now: for periods: which day is today
 *
 * Returns: (transfer full) (element-type BhFilterOption): what there is to choose for @field, none
 *   for words and digits
 */
GPtrArray *bh_filter_options_list (BhFilterField field, BhOffice *office, gint64 now);

/** bh_filter_options_dup_label: Returns: (transfer full): what the values of @field mean, for a
 * chip: one by its label, several as their number; (nullable): NULL where there are none */
char *bh_filter_options_dup_label (GPtrArray *options, const char *const *values);

/**
 * bh_filter_options_toggle:
 * @values: (nullable): what is chosen now
 *
 * Returns: (transfer full): what is chosen after @option was switched @on or off
 */
GStrv bh_filter_options_toggle (GPtrArray *options,
                                const char *const *values,
                                BhFilterOption *option,
                                gboolean on);

G_END_DECLS
