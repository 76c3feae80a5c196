/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-types.h"

G_BEGIN_DECLS

/* Numbers of closed lists that are worked out from a ticket, for filters and figures alike. */

G_STATIC_ASSERT (BH_HANDLING_2_HOURS == 1 && BH_HANDLING_LONGER == 10);

/** BH_SQL_HANDLING_SPAN: the #BhHandlingSpan of a ticket, 0 until it is finished; @t: alias of a
 * table with received_at, finished_at and paused */
#define BH_SQL_HANDLING_SPAN(t)                                                                    \
  BH_SQL_SPAN_OF ("(" t ".finished_at - " t ".received_at - " t ".paused * 1000000)")
#define BH_SQL_SPAN_OF(usec)                                                                       \
  "CASE WHEN " usec " IS NULL THEN 0 WHEN " usec " <= 7200000000 THEN 1"                           \
  " WHEN " usec " <= 28800000000 THEN 2 WHEN " usec " <= 86400000000 THEN 3"                       \
  " WHEN " usec " <= 172800000000 THEN 4 WHEN " usec " <= 259200000000 THEN 5"                     \
  " WHEN " usec " <= 432000000000 THEN 6 WHEN " usec " <= 604800000000 THEN 7"                     \
  " WHEN " usec " <= 1296000000000 THEN 8 WHEN " usec " <= 2592000000000 THEN 9 ELSE 10 END"

/** BH_SQL_FURTHEST: the last of the steps that a ticket came to, 0 for none; @t: its alias. The
 * steps are numbered in their order. */
#define BH_SQL_FURTHEST(t)                                                                         \
  "COALESCE ((SELECT MAX (s.stage) FROM stage AS s WHERE s.ticket_id = " t ".id), 0)"

/* $ stands for the alias of the ticket, ? for the instant. */

/* The round of an instant, and that it was open then. */
#define BH_SQL_OPEN_ROUND                                                                          \
  "$.received_at < ? AND ($.closed_at IS NULL OR $.closed_at >= ?)"                                \
  " AND $.status NOT IN (90, 91) AND EXISTS (SELECT 1 FROM round AS r"                             \
  " WHERE r.ticket_id = $.id AND r.started_at < ? AND (r.ended_at IS NULL OR r.ended_at >= ?)"     \
  " AND (r.closed_at IS NULL OR r.closed_at >= ?)"
#define BH_SQL_OVERDUE_ROUND                                                                       \
  " AND (r.finished_at IS NULL OR r.finished_at >= ?) AND NULLIF (COALESCE ("                      \
  "(SELECT COALESCE (d.old_due, 0) FROM due_change AS d WHERE d.ticket_id = $.id AND d.clock = 9"  \
  " AND d.round = r.round AND d.changed_at >= ? ORDER BY d.changed_at, d.idx LIMIT 1),"            \
  " r.completion_due), 0) < ?"

G_END_DECLS
