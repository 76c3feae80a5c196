/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-where.h"

#include "storage/bh-filter-asked.h"
#include "storage/bh-filter-spans.h"
#include "storage/bh-filter-sql.h"
#include "storage/bh-filter-steps.h"

/* The conditions of all fields. */

/* What the figures of the same sense have, as of now: see insight/bh-figures-tickets.c. Void and
 * merged tickets have no clocks; one that was withdrawn or declined only those that ran out. */
#define RIPE(done, due)                                                                            \
  "$.status NOT IN (90, 91) AND " due " IS NOT NULL AND CASE"                                      \
  " WHEN $.status IN (92, 93) THEN " due " < $.closed_at"                                          \
  " WHEN " done " IS NULL THEN " due " <= ? ELSE 1 = 1 END"
#define KEPT(done, due) done " IS NOT NULL AND " done " <= " due

/* Two minutes: BH_FIRST_ANSWER_SECONDS. */
#define FIRST_ANSWER_DUE "($.received_at + 120000000)"
G_STATIC_ASSERT (BH_FIRST_ANSWER_SECONDS == 120 && BH_CALLER_WAITS_SECONDS == 1800);
G_STATIC_ASSERT (BH_FIX_HOLDS_SECONDS == 2592000);

G_STATIC_ASSERT (BH_CLOCK_COMPLETION == 9 && BH_STATUS_VOID == 90 && BH_STATUS_MERGED == 91);
G_STATIC_ASSERT (BH_STATUS_WITHDRAWN == 92 && BH_STATUS_DECLINED == 93);
G_STATIC_ASSERT (BH_ORIGIN_DESK == 1);
G_STATIC_ASSERT (BH_DECISION_NONE == 0 && BH_TASK_OPEN == 0 && BH_STATUS_CLOSED == 80);

static const BhFilterWhere wheres[BH_N_FILTER_FIELDS] = {
  [BH_FILTER_STATUS] = { BH_WHERE_CODE, "$.status" },
  [BH_FILTER_KIND] = { BH_WHERE_CODE, "$.kind" },
  [BH_FILTER_GRADE] = { BH_WHERE_CODE, "$.grade" },
  [BH_FILTER_CHANNEL] = { BH_WHERE_ENTRY, "$.channel_id" },
  [BH_FILTER_COMMUNITY] = { BH_WHERE_ENTRY, "$.community_id" },
  [BH_FILTER_DEPARTMENT] = { BH_WHERE_ENTRY, "$.department_id" },
  [BH_FILTER_PERSON] = { BH_WHERE_ENTRY, "$.staff_id" },
  [BH_FILTER_WAITS_FOR] = { BH_WHERE_ROLE },
  [BH_FILTER_STAGE]
  = { BH_WHERE_CODE, "COALESCE ((SELECT s.stage FROM stage AS s WHERE s.ticket_id = $.id"
                     " AND s.done_at IS NULL ORDER BY s.seq DESC LIMIT 1), 0)" },
  [BH_FILTER_FURTHEST] = { BH_WHERE_CODE, BH_SQL_FURTHEST ("$") },
  [BH_FILTER_CATEGORY] = { BH_WHERE_ENTRY, "$.category_id" },
  [BH_FILTER_PLACE]
  = { BH_WHERE_WORDS, "(LOWER ($.place_text) LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM place"
                      " WHERE place.id = $.place_id AND LOWER (place.path) LIKE ? ESCAPE '\\'))" },
  [BH_FILTER_WITHIN] = { BH_WHERE_INSIDE },
  [BH_FILTER_RECEIVED] = { BH_WHERE_PERIOD, "$.received_at" },
  [BH_FILTER_FINISHED] = { BH_WHERE_PERIOD, "$.finished_at" },
  [BH_FILTER_HANDLING] = { BH_WHERE_CODE, BH_SQL_HANDLING_SPAN ("$") },
  [BH_FILTER_CLOSED] = { BH_WHERE_PERIOD, "$.closed_at" },
  [BH_FILTER_RECORDED] = { BH_WHERE_PERIOD, "$.recorded_at" },
  [BH_FILTER_PROMISED] = { BH_WHERE_PERIOD, "$.promised_at" },
  [BH_FILTER_RESPONDED_IN] = { BH_WHERE_PERIOD, "$.responded_at" },
  [BH_FILTER_ACCEPTED_IN] = { BH_WHERE_PERIOD, "$.first_accepted_at" },
  [BH_FILTER_SCORED_IN] = { BH_WHERE_WITHIN, NULL },
  [BH_FILTER_SCORE]
  = { BH_WHERE_AMONG, "SELECT c.ticket_id FROM callback AS c WHERE c.score = ? AND c.invalid = 0" },
  [BH_FILTER_OPEN_AT_END] = { BH_WHERE_AT_END, BH_SQL_OPEN_ROUND ")" },
  [BH_FILTER_OVERDUE_AT_END] = { BH_WHERE_AT_END, BH_SQL_OPEN_ROUND BH_SQL_OVERDUE_ROUND ")" },
  [BH_FILTER_RESPONDED] = { BH_WHERE_YES_NO, "$.responded_at IS NOT NULL" },
  /* As the figure overdue_open_at_end has it. */
  [BH_FILTER_OVERDUE] = { BH_WHERE_YES_NO, "$.closed_at IS NULL AND $.finished_at IS NULL"
                                           " AND $.completion_due IS NOT NULL"
                                           " AND $.completion_due < ?" },
  [BH_FILTER_RESPONSE] = { BH_WHERE_RIPE, RIPE ("$.responded_at", "$.response_due"),
                           KEPT ("$.responded_at", "$.response_due") },
  [BH_FILTER_COMPLETION] = { BH_WHERE_RIPE, RIPE ("$.finished_at", "$.completion_due"),
                             KEPT ("$.finished_at", "$.completion_due") },
  [BH_FILTER_FIRST_ANSWER]
  = { BH_WHERE_RIPE,
      BH_SQL_CALLER_WAITED ("$") " AND " RIPE ("$.first_answer_at", FIRST_ANSWER_DUE),
      KEPT ("$.first_answer_at", FIRST_ANSWER_DUE) },
  [BH_FILTER_SIGNOFF_DUE] = { BH_WHERE_YES_NO, BH_SQL_SIGNOFF_DUE ("$", "?") },
  [BH_FILTER_CALLBACK_DUE] = { BH_WHERE_YES_NO, BH_SQL_CALLBACK_DUE ("$", "?") },
  [BH_FILTER_REPEAT] = { BH_WHERE_YES_NO, "$.repeat_of IS NOT NULL" },
  [BH_FILTER_REWORK] = { BH_WHERE_YES_NO, "$.round > 1" },
  [BH_FILTER_SUSPENDED]
  = { BH_WHERE_YES_NO, "$.suspended_until IS NOT NULL AND $.suspended_until > ?" },
  [BH_FILTER_SUSPENDED_UNTIL] = { BH_WHERE_PERIOD, "$.suspended_until" },
  [BH_FILTER_BACK]
  = { BH_WHERE_AROUND, "$.closed_at IS NULL AND $.id IN (SELECT p.ticket_id FROM pause AS p"
                       " WHERE p.until_at >= @ AND p.until_at < ?"
                       " AND (p.to_at IS NULL OR p.to_at >= p.until_at))" },
  [BH_FILTER_APPROVAL]
  = { BH_WHERE_AMONG, "SELECT q.ticket_id FROM request AS q WHERE q.decision = ?" },
  [BH_FILTER_APPROVER]
  = { BH_WHERE_AMONG, "SELECT q.ticket_id FROM request AS q WHERE q.decision = 0"
                      " AND (q.asked_by IS NULL OR q.asked_by <> ?)" },
  [BH_FILTER_TASK] = { BH_WHERE_AMONG, "SELECT k.ticket_id FROM task AS k WHERE k.outcome = ?" },
  [BH_FILTER_ASSISTING] = { BH_WHERE_AMONG, "SELECT k.ticket_id FROM task AS k WHERE k.outcome = 0"
                                            " AND (k.department_id = ? OR ? = 0)" },
  [BH_FILTER_WARNED] = { BH_WHERE_WITHIN, "$.id IN (SELECT w.ticket_id FROM warning AS w"
                                          " WHERE w.at >= @ AND w.at < ?)" },
  [BH_FILTER_ESCALATED]
  = { BH_WHERE_WITHIN, "$.id IN (SELECT w.ticket_id FROM warning AS w"
                       " WHERE w.at >= @ AND w.at < ? AND w.threshold >= 100)" },
  [BH_FILTER_MERGED_INTO]
  = { BH_WHERE_WORDS, "EXISTS (SELECT 1 FROM ticket AS m WHERE m.id = $.merged_into"
                      " AND LOWER (m.number) LIKE ? ESCAPE '\\')" },
  [BH_FILTER_ORIGIN] = { BH_WHERE_CODE, "$.origin" },
  [BH_FILTER_NUMBER] = { BH_WHERE_WORDS, "LOWER ($.number) LIKE ? ESCAPE '\\'" },
  [BH_FILTER_CONTACT]
  = { BH_WHERE_WORDS, "EXISTS (SELECT 1 FROM complainant AS c WHERE"
                      " c.ticket_id = $.id AND LOWER (c.name) LIKE ? ESCAPE '\\')" },
  [BH_FILTER_PHONE] = { BH_WHERE_WORDS, "EXISTS (SELECT 1 FROM complainant AS c WHERE"
                                        " c.ticket_id = $.id AND c.phone LIKE ? ESCAPE '\\')" },
  [BH_FILTER_TEXT] = { BH_WHERE_WORDS, "(LOWER ($.summary) LIKE ? ESCAPE '\\'"
                                       " OR LOWER ($.description) LIKE ? ESCAPE '\\')" },
  [BH_FILTER_CITY_TIER] = { BH_WHERE_COMMUNITIES, NULL },
  [BH_FILTER_ESTATE_KIND] = { BH_WHERE_COMMUNITIES, NULL },
  [BH_FILTER_CAUSE] = { BH_WHERE_ENTRY, "$.cause_id" },
  [BH_FILTER_PREVENTABLE] = { BH_WHERE_CODE, "$.preventable" },
  [BH_FILTER_CARE] = { BH_WHERE_AMONG, BH_SQL_CARE },
  [BH_FILTER_WEEKDAY] = { BH_WHERE_CODE, "$.received_weekday" },
  [BH_FILTER_HOUR] = { BH_WHERE_CODE, "($.received_hour + 1)" },
  [BH_FILTER_DISPATCHED_IN] = { BH_WHERE_PERIOD, "$.first_dispatched_at" },
  [BH_FILTER_CALLED_IN] = { BH_WHERE_WITHIN, BH_SQL_CALLED_IN },
  [BH_FILTER_SOLVED] = { BH_WHERE_AMONG, BH_SQL_ANSWER ("solved") },
  [BH_FILTER_TIMELY] = { BH_WHERE_AMONG, BH_SQL_ANSWER ("timely") },
  [BH_FILTER_POLITE] = { BH_WHERE_AMONG, BH_SQL_ANSWER ("polite") },
  [BH_FILTER_VERDICT_IN] = { BH_WHERE_WITHIN, BH_SQL_VERDICT_IN },
  [BH_FILTER_VERDICT] = { BH_WHERE_AMONG, BH_SQL_VERDICT },
  [BH_FILTER_STAGE_IN] = { BH_WHERE_WITHIN, BH_SQL_STAGE_IN },
  [BH_FILTER_STAGE_ON_TIME_IN] = { BH_WHERE_WITHIN, BH_SQL_STAGE_IN BH_SQL_STAGE_KEPT },
  [BH_FILTER_STAGE_LATE_IN] = { BH_WHERE_WITHIN, BH_SQL_STAGE_IN BH_SQL_STAGE_LATE },
  [BH_FILTER_STAGE_ENDED_IN] = { BH_WHERE_WITHIN, BH_SQL_STAGE_ENDED_IN },
  [BH_FILTER_OF_STAGE] = { BH_WHERE_AMONG, "SELECT s.ticket_id FROM stage AS s WHERE s.stage = ?" },
  [BH_FILTER_PROMISE_IN]
  = { BH_WHERE_WITHIN, "$.promised_at >= @ AND $.promised_at < ?"
                       " AND ($.status NOT IN (92, 93) OR $.promised_at < $.closed_at)" },
  [BH_FILTER_PROMISE] = { BH_WHERE_RIPE, RIPE ("$.finished_at", "$.promised_at"),
                          KEPT ("$.finished_at", "$.promised_at") },
  [BH_FILTER_FIRST_TIME_FIX] = { BH_WHERE_YES_NO, BH_SQL_FIRST_TIME_FIX },
  [BH_FILTER_REMINDED] = { BH_WHERE_YES_NO, "$.reminders > 0" },
  [BH_FILTER_MISROUTED] = { BH_WHERE_YES_NO, "$.wrong_department > 0" },
  [BH_FILTER_EXCEPTION] = { BH_WHERE_YES_NO, "$.exception > 0" },
  [BH_FILTER_EVER_SUSPENDED] = { BH_WHERE_YES_NO, "$.id IN (SELECT p.ticket_id FROM pause AS p)" },
};

const BhFilterWhere *
bh_filter_where_get (BhFilterField field)
{
  g_return_val_if_fail ((guint) field < BH_N_FILTER_FIELDS, NULL);

  return &wheres[field];
}
