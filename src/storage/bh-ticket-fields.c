/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-fields.h"

#define FIELD(type, name, kind)                                                                    \
  {                                                                                                \
#name, G_STRUCT_OFFSET(type, name), BH_FIELD_##kind                                            \
  }
#define DERIVED(type, column, name, kind)                                                          \
  {                                                                                                \
#column, G_STRUCT_OFFSET(type, name), BH_FIELD_##kind                                          \
  }
#define END                                                                                        \
  {                                                                                                \
    NULL, 0, BH_FIELD_INT                                                                          \
  }

const BhField bh_ticket_fields[BH_N_TICKET_FIELDS + 1] = {
  FIELD (BhTicket, origin, INT),
  FIELD (BhTicket, grade, INT),
  FIELD (BhTicket, status, INT),
  FIELD (BhTicket, round, INT),
  FIELD (BhTicket, responded_at, ID),
  FIELD (BhTicket, response_due, ID),
  FIELD (BhTicket, response_paused, INT64),
  FIELD (BhTicket, first_dispatched_at, ID),
  FIELD (BhTicket, first_accepted_at, ID),
  FIELD (BhTicket, accept_paused, INT64),
  FIELD (BhTicket, promised_at, ID),
  FIELD (BhTicket, work_due, ID),
  FIELD (BhTicket, completion_due, ID),
  FIELD (BhTicket, finished_at, ID),
  FIELD (BhTicket, signed_at, ID),
  FIELD (BhTicket, closed_at, ID),
  FIELD (BhTicket, suspended_at, ID),
  FIELD (BhTicket, suspended_until, ID),
  FIELD (BhTicket, extended_due, ID),
  FIELD (BhTicket, extended_at, ID),
  FIELD (BhTicket, responsibility, INT),
  FIELD (BhTicket, preventable, INT),
  FIELD (BhTicket, facts, TEXT),
  FIELD (BhTicket, measure, TEXT),
  FIELD (BhTicket, owner_told, INT),
  FIELD (BhTicket, result, TEXT),
  FIELD (BhTicket, cost, INT64),
  FIELD (BhTicket, adopted, INT),
  FIELD (BhTicket, unreached, INT),
  FIELD (BhTicket, reminders, INT),
  FIELD (BhTicket, wrong_department, INT),
  FIELD (BhTicket, exception, INT),
  FIELD (BhTicket, paused, INT64),
  FIELD (BhTicket, next_due, ID),
  FIELD (BhTicket, next_clock, INT),
  FIELD (BhTicket, next_warning, ID),
  FIELD (BhTicket, suspensions, INT),
  FIELD (BhTicket, completion_since, ID),
  FIELD (BhTicket, response_kept, INT),
  FIELD (BhTicket, completion_kept, INT),
  FIELD (BhTicket, first_answer_kept, INT),
  DERIVED (BhTicket, signoff_asked, signoff.asked, INT),
  DERIVED (BhTicket, signoff_signed, signoff.agreed, INT),
  DERIVED (BhTicket, signoff_open, signoff.open, INT),
  DERIVED (BhTicket, signoff_due, signoff.due, ID),
  DERIVED (BhTicket, callback_asked, callback.asked, INT),
  DERIVED (BhTicket, callback_reached, callback.agreed, INT),
  DERIVED (BhTicket, callback_open, callback.open, INT),
  DERIVED (BhTicket, callback_due, callback.due, ID),
  FIELD (BhTicket, head_seq, INT),
  FIELD (BhTicket, head_hash, FULL_TEXT),
  FIELD (BhTicket, last_at, INT64),
  FIELD (BhTicket, number, FULL_TEXT),
  FIELD (BhTicket, kind, INT),
  FIELD (BhTicket, channel_id, ID),
  FIELD (BhTicket, category_id, ID),
  FIELD (BhTicket, policy_id, ID),
  FIELD (BhTicket, summary, FULL_TEXT),
  FIELD (BhTicket, description, TEXT),
  FIELD (BhTicket, remedy, TEXT),
  FIELD (BhTicket, public_text, TEXT),
  FIELD (BhTicket, community_id, ID),
  FIELD (BhTicket, place_id, ID),
  FIELD (BhTicket, place_text, TEXT),
  FIELD (BhTicket, concerns, ID),
  FIELD (BhTicket, external_number, TEXT),
  FIELD (BhTicket, external_due, ID),
  FIELD (BhTicket, department_id, ID),
  FIELD (BhTicket, staff_id, ID),
  FIELD (BhTicket, received_at, INT64),
  FIELD (BhTicket, recorded_at, INT64),
  FIELD (BhTicket, occurred_at, ID),
  FIELD (BhTicket, first_answer_at, ID),
  FIELD (BhTicket, cause_id, ID),
  FIELD (BhTicket, repeat_of, ID),
  FIELD (BhTicket, merged_into, ID),
  FIELD (BhTicket, calendar_id, ID),
  DERIVED (BhTicket, finished_day, finished_at, DAY),
  DERIVED (BhTicket, finished_month, finished_at, MONTH),
  DERIVED (BhTicket, closed_month, closed_at, MONTH),
  DERIVED (BhTicket, received_day, received_at, DAY),
  DERIVED (BhTicket, received_month, received_at, MONTH),
  DERIVED (BhTicket, received_weekday, received_at, WEEKDAY),
  DERIVED (BhTicket, received_hour, received_at, HOUR),
  END,
};

static const BhField round_fields[] = {
  FIELD (BhRound, started_at, INT64),    FIELD (BhRound, started_by, INT),
  FIELD (BhRound, ended_at, ID),         FIELD (BhRound, finished_at, ID),
  FIELD (BhRound, finished_by, ID),      FIELD (BhRound, signed_at, ID),
  FIELD (BhRound, closed_at, ID),        FIELD (BhRound, closed_as, INT),
  FIELD (BhRound, completion_due, ID),   FIELD (BhRound, paused_before, INT64),
  FIELD (BhRound, paused_inside, INT64), END,
};

static const BhField stage_fields[] = {
  FIELD (BhStage, round, INT),        FIELD (BhStage, stage, INT),
  FIELD (BhStage, started_at, INT64), FIELD (BhStage, due_at, ID),
  FIELD (BhStage, done_at, ID),       FIELD (BhStage, paused, INT64),
  FIELD (BhStage, outcome, INT),      FIELD (BhStage, department_id, ID),
  FIELD (BhStage, holder_id, ID),     FIELD (BhStage, calendar_id, ID),
  FIELD (BhStage, standing, INT),     END,
};

static const BhField complainant_fields[] = {
  FIELD (BhComplainant, contact_id, ID),
  FIELD (BhComplainant, name, TEXT),
  FIELD (BhComplainant, phone, TEXT),
  FIELD (BhComplainant, reachable, INT),
  FIELD (BhComplainant, from_ticket, ID),
  FIELD (BhComplainant, left_at, ID),
  END,
};

static const BhField opinion_fields[] = {
  FIELD (BhOpinion, round, INT), FIELD (BhOpinion, complainant, INT),
  FIELD (BhOpinion, at, INT64),  FIELD (BhOpinion, verdict, INT),
  FIELD (BhOpinion, by, INT),    FIELD (BhOpinion, final, INT),
  FIELD (BhOpinion, score, INT), FIELD (BhOpinion, signature, TEXT),
  FIELD (BhOpinion, first, INT), END,
};

static const BhField callback_fields[] = {
  FIELD (BhCallback, round, INT),
  FIELD (BhCallback, complainant, INT),
  FIELD (BhCallback, at, INT64),
  FIELD (BhCallback, made_by, ID),
  FIELD (BhCallback, reached, INT),
  FIELD (BhCallback, score, INT),
  FIELD (BhCallback, timely, INT),
  FIELD (BhCallback, solved, INT),
  FIELD (BhCallback, polite, INT),
  FIELD (BhCallback, note, TEXT),
  FIELD (BhCallback, final, INT),
  FIELD (BhCallback, invalid, INT),
  FIELD (BhCallback, quality, INT),
  FIELD (BhCallback, counts, INT),
  DERIVED (BhCallback, at_month, at, MONTH),
  END,
};

static const BhField due_change_fields[] = {
  FIELD (BhDueChange, clock, INT),  FIELD (BhDueChange, stage_seq, INT),
  FIELD (BhDueChange, round, INT),  FIELD (BhDueChange, changed_at, INT64),
  FIELD (BhDueChange, old_due, ID), END,
};

static const BhField pause_fields[] = {
  FIELD (BhPause, round, INT), FIELD (BhPause, from_at, INT64), FIELD (BhPause, until_at, INT64),
  FIELD (BhPause, to_at, ID),  FIELD (BhPause, reason, INT),    END,
};

static const BhField request_fields[] = {
  FIELD (BhRequest, seq, INT),
  FIELD (BhRequest, verb, INT),
  FIELD (BhRequest, asked_at, INT64),
  FIELD (BhRequest, asked_by, ID),
  FIELD (BhRequest, until_at, ID),
  FIELD (BhRequest, reason, TEXT),
  FIELD (BhRequest, decided_at, ID),
  FIELD (BhRequest, decided_by, ID),
  FIELD (BhRequest, decision, INT),
  FIELD (BhRequest, note, TEXT),
  END,
};

static const BhField task_fields[] = {
  FIELD (BhTask, round, INT),        FIELD (BhTask, seq, INT),
  FIELD (BhTask, department_id, ID), FIELD (BhTask, what, FULL_TEXT),
  FIELD (BhTask, asked_at, INT64),   FIELD (BhTask, asked_by, ID),
  FIELD (BhTask, due_at, ID),        FIELD (BhTask, done_at, ID),
  FIELD (BhTask, done_by, ID),       FIELD (BhTask, outcome, INT),
  FIELD (BhTask, result, TEXT),      END,
};

static const BhField attachment_fields[] = {
  FIELD (BhAttachment, seq, INT),        FIELD (BhAttachment, at, INT64),
  FIELD (BhAttachment, by_id, ID),       FIELD (BhAttachment, hash, FULL_TEXT),
  FIELD (BhAttachment, name, FULL_TEXT), FIELD (BhAttachment, type, FULL_TEXT),
  FIELD (BhAttachment, size, INT64),     FIELD (BhAttachment, use, INT),
  FIELD (BhAttachment, note, TEXT),      END,
};

static const BhField warning_fields[] = {
  FIELD (BhWarning, round, INT),     FIELD (BhWarning, clock, INT),
  FIELD (BhWarning, stage_seq, INT), FIELD (BhWarning, threshold, INT),
  FIELD (BhWarning, at, INT64),      END,
};

const BhTicketPart bh_ticket_parts[BH_N_TICKET_PARTS] = {
  { "round", "round", G_STRUCT_OFFSET (BhRound, round), G_STRUCT_OFFSET (BhTicket, rounds),
    bh_round_get_type, round_fields },
  { "stage", "seq", G_STRUCT_OFFSET (BhStage, seq), G_STRUCT_OFFSET (BhTicket, stages),
    bh_stage_get_type, stage_fields },
  { "complainant", "idx", -1, G_STRUCT_OFFSET (BhTicket, complainants), bh_complainant_get_type,
    complainant_fields },
  { "opinion", "idx", -1, G_STRUCT_OFFSET (BhTicket, opinions), bh_opinion_get_type,
    opinion_fields },
  { "callback", "idx", -1, G_STRUCT_OFFSET (BhTicket, callbacks), bh_callback_get_type,
    callback_fields },
  { "due_change", "idx", -1, G_STRUCT_OFFSET (BhTicket, due_changes), bh_due_change_get_type,
    due_change_fields },
  { "pause", "idx", -1, G_STRUCT_OFFSET (BhTicket, pauses), bh_pause_get_type, pause_fields },
  { "request", "idx", -1, G_STRUCT_OFFSET (BhTicket, requests), bh_request_get_type,
    request_fields },
  { "task", "idx", -1, G_STRUCT_OFFSET (BhTicket, tasks), bh_task_get_type, task_fields },
  { "attachment", "idx", -1, G_STRUCT_OFFSET (BhTicket, attachments), bh_attachment_get_type,
    attachment_fields },
  { "warning", "idx", -1, G_STRUCT_OFFSET (BhTicket, warnings), bh_warning_get_type, warning_fields,
    .rewritten = TRUE },
};

GPtrArray *
bh_ticket_part_get_array (const BhTicketPart *part, BhTicket *ticket)
{
  return *(GPtrArray **) (gpointer) ((char *) ticket + part->array_offset);
}

int
bh_ticket_part_get_key (const BhTicketPart *part, gconstpointer element, guint index)
{
  if (part->key_offset < 0)
    return (int) index;

  return *(const int *) (gconstpointer) ((const char *) element + part->key_offset);
}
