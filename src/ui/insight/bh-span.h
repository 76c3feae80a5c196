/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"

G_BEGIN_DECLS

/** BhSpanUnit: what somebody looks at: a month, a quarter, a year, or any days. */
typedef enum
{
  BH_SPAN_MONTH,
  BH_SPAN_QUARTER,
  BH_SPAN_YEAR,
  BH_SPAN_FREE,
} BhSpanUnit;

#define BH_N_SPAN_UNITS (BH_SPAN_FREE + 1)

/**
 * BhSpan:
 * @first: first day, as year * 10000 + month * 100 + day
 * @last: last day, likewise
 *
 * Days as they are chosen. Pure: none of these functions knows which day is today.
 */
typedef struct
{
  BhSpanUnit unit;
  int first;
  int last;
} BhSpan;

/** bh_span_at: Returns: the month, quarter or year that @day lies in; of %BH_SPAN_FREE that day
 * alone */
BhSpan bh_span_at (BhSpanUnit unit, int day);
/** bh_span_of_days: Returns: any days; FALSE where one is no day, or @last comes before @first */
gboolean bh_span_of_days (int first, int last, BhSpan *span);
/** bh_span_moved: Returns: @n spans on, back where it is negative; free days made of whole months
 * by as many months, others by as many days */
BhSpan bh_span_moved (const BhSpan *self, int n);
gboolean bh_span_equal (const BhSpan *a, const BhSpan *b);

/** bh_span_get_period: Returns: its days in office time */
BhPeriod bh_span_get_period (const BhSpan *self, BhOfficeTime *time);

/**
 * bh_span_find:
 * @code: "this-month", "last-quarter", "free" …: see bh_span_get_code()
 * @today: the day that it is told from
 *
 * Returns: FALSE for an unknown code; @span of one that does not say which is the present one, of
 *   "free" the last 30 days
 */
gboolean bh_span_find (const char *code, int today, BhSpan *span);
/** bh_span_get_code: Returns: (transfer none): "this-month", "last-quarter", or where it is neither
 * the present one nor the last, "month", "quarter", "year", "free": what is still meant when time
 * has gone on */
const char *bh_span_get_code (const BhSpan *self, int today);

G_END_DECLS
