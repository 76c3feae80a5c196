/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-holiday-year.h"

G_BEGIN_DECLS

/**
 * bh_holiday_json_parse:
 * @text: one object of a year, or an array of them: {"year": 2025, "papers": ["https://…"], "days":
 *   [{"date": "2025-10-01", "isOffDay": true, "name": "国庆节"}, …]}. `papers` and `name` may be
 *   left out, further members are not looked at.
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable) (element-type BhHolidayYear): the years, or NULL with
 *   %BH_EXCHANGE_ERROR_SYNTAX for what is no JSON, %BH_EXCHANGE_ERROR_VALUE for what it says
 */
GPtrArray *bh_holiday_json_parse (const char *text, gsize length, GError **error);

G_END_DECLS
