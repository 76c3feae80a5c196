/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-types.h"

G_BEGIN_DECLS

/* How figures are said to people: pure functions, so that they are tested without a display. */

/**
 * BhUrgency: how near a deadline is.
 * @BH_URGENCY_NONE: there is no deadline
 * @BH_URGENCY_CALM: more than a fifth of the limit is left
 * @BH_URGENCY_NEAR: four fifths of the limit are used up
 * @BH_URGENCY_PASSED: the deadline is passed
 */
typedef enum
{
  BH_URGENCY_NONE,
  BH_URGENCY_CALM,
  BH_URGENCY_NEAR,
  BH_URGENCY_PASSED,
} BhUrgency;

/**
 * bh_present_urgency:
 * @now: the present instant
 * @due: the deadline, 0 for none
 * @limit: length of the clock in seconds, 0 where it is not known
 *
 * Returns: how near @due is; without @limit it is calm until it is passed
 */
BhUrgency bh_present_urgency (gint64 now, gint64 due, gint64 limit);

/** bh_present_urgency_class: Returns: (transfer none): CSS class of its colour */
const char *bh_present_urgency_class (BhUrgency urgency);

/** bh_present_duration: Returns: (transfer full): "0:18" below a day, "2 d 3 h" from a day on */
char *bh_present_duration (gint64 seconds);

/** bh_present_time_left: Returns: (transfer full): what is left until @due, or by how much it is
 * overdue, said in a word; "" for no deadline */
char *bh_present_time_left (gint64 now, gint64 due);

/** bh_present_signed: @number: "−12.1%". Returns: (transfer full): the same, whose sign stays
 * before it where lines are read from right to left; "" for nothing */
char *bh_present_signed (const char *number);

/** bh_present_month: @month: year * 100 + month. Returns: (transfer full): "2026年10月" */
char *bh_present_month (int month);

/** bh_present_grade_symbol: Returns: (transfer none): ● urgent, ◐ important, ○ general */
const char *bh_present_grade_symbol (BhGrade grade);
/** bh_present_grade_class: Returns: (transfer none): CSS class of its colour */
const char *bh_present_grade_class (BhGrade grade);
/** bh_present_status_class: Returns: (transfer none): CSS class of its pill */
const char *bh_present_status_class (BhStatus status);

G_END_DECLS
