/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

G_BEGIN_DECLS

/**
 * bh_input_options_list:
 * @department_id: for staff: only of this department; 0 for all
 * @now: for times
 *
 * Returns: (transfer full) (nullable) (element-type BhPickerOption): what may be picked for an
 *   input of @type, %NULL where it is not a matter of picking from the office's lists
 */
GPtrArray *
bh_input_options_list (BhInputType type, BhOffice *office, gint64 department_id, gint64 now);

/**
 * bh_input_options_list_times:
 * @key: of an input that holds an instant: what it is for says which times are likely
 *
 * Returns: (transfer full) (element-type BhPickerOption): times ahead for `until` and `due`, times
 *   past for what has happened, both for the rest
 */
GPtrArray *bh_input_options_list_times (const char *key, BhOffice *office, gint64 now);

/**
 * bh_input_complete_time:
 * @text: as typed
 *
 * Completes a time that was typed short: "18:00" is today, "11-03" and "11-03 9:00" this year.
 *
 * Returns: (transfer full): what bh_office_time_parse() reads; other texts as they are
 */
char *bh_input_complete_time (const char *text, BhOfficeTime *time, gint64 now);

G_END_DECLS
