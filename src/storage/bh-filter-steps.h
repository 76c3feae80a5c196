/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"

G_BEGIN_DECLS

/* Conditions about single steps of a ticket: what the figures of the same sense have, as of now.
 * $ stands for the alias of the ticket, @ for the beginning of a period, ? for its end or for a
 * number. Those of a period end open: what else is asked of the same step follows. */

G_STATIC_ASSERT (BH_STATUS_VOID == 90 && BH_STATUS_WITHDRAWN == 92 && BH_STATUS_DECLINED == 93);
G_STATIC_ASSERT (BH_CARE_ELDERLY == 1 && BH_CARE_CHILD == 2 && BH_CARE_DISABLED == 4);

/** BH_SQL_CARE: tickets of which a complainant has the mark ?, or for 0 any mark */
#define BH_SQL_CARE                                                                                \
  "SELECT c.ticket_id FROM complainant AS c JOIN contact AS w ON w.id = c.contact_id"              \
  " WHERE c.left_at IS NULL AND (? = 0 AND w.care > 0 OR (w.care & ?) <> 0)"

#define BH_SQL_CALLED_IN                                                                           \
  "$.id IN (SELECT c.ticket_id FROM callback AS c WHERE c.at >= @ AND c.at < ?"                    \
  " AND c.invalid = 0"
#define BH_SQL_ANSWER(question)                                                                    \
  "SELECT c.ticket_id FROM callback AS c WHERE c." question " = ? AND c.invalid = 0"

#define BH_SQL_FIRST_VERDICT                                                                       \
  "o.verdict IN (1, 2) AND NOT EXISTS (SELECT 1 FROM opinion AS b"                                 \
  " WHERE b.ticket_id = o.ticket_id AND b.idx < o.idx AND b.verdict IN (1, 2))"
#define BH_SQL_VERDICT_IN                                                                          \
  "$.id IN (SELECT o.ticket_id FROM opinion AS o WHERE o.at >= @ AND o.at < ?"                     \
  " AND " BH_SQL_FIRST_VERDICT
#define BH_SQL_VERDICT                                                                             \
  "SELECT o.ticket_id FROM opinion AS o WHERE o.verdict = ? AND " BH_SQL_FIRST_VERDICT

#define BH_SQL_STAGE_FIRST "CASE WHEN s.done_at < s.due_at THEN s.done_at ELSE s.due_at END"
#define BH_SQL_STAGE_IN                                                                            \
  "EXISTS (SELECT 1 FROM stage AS s WHERE s.ticket_id = $.id AND s.due_at IS NOT NULL"             \
  " AND " BH_SQL_STAGE_FIRST " >= @ AND " BH_SQL_STAGE_FIRST " < ?"                                \
  " AND ($.status NOT IN (92, 93) OR s.due_at < $.closed_at)"
#define BH_SQL_STAGE_KEPT " AND s.done_at <= s.due_at"
#define BH_SQL_STAGE_LATE " AND (s.done_at IS NULL OR s.done_at > s.due_at)"
#define BH_SQL_STAGE_ENDED_IN                                                                      \
  "EXISTS (SELECT 1 FROM stage AS s WHERE s.ticket_id = $.id AND s.done_at >= @ AND s.done_at < ?"

/* Thirty days, in microseconds. */
#define BH_SQL_FIRST_TIME_FIX                                                                      \
  "$.round = 1 AND $.id NOT IN (SELECT b.id FROM ticket AS k JOIN ticket AS b ON b.id = "          \
  "k.repeat_of"                                                                                    \
  " WHERE k.repeat_of IS NOT NULL AND k.status <> 90 AND k.received_at < ?"                        \
  " AND k.received_at >= b.finished_at AND k.received_at < b.finished_at + 2592000000000)"

/**
 * bh_filter_steps_dup_condition:
 * @field: of %BH_FILTER_TYPE_PERIOD
 * @sql: its condition, open or not
 *
 * Returns: (transfer full): the condition with what @filter asks of the same step besides
 */
char *bh_filter_steps_dup_condition (BhTicketFilter *filter, BhFilterField field, const char *sql);

G_END_DECLS
