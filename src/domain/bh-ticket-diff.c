/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket.h"

/* Field by field comparison from tables, so that a new field needs one line here. */
typedef enum
{
  FIELD_INT,
  FIELD_INT64,
  FIELD_TEXT,
} FieldType;

typedef struct
{
  const char *name;
  gsize offset;
  FieldType type;
} Field;

#define INT(type, name)                                                                            \
  {                                                                                                \
#name, G_STRUCT_OFFSET(type, name), FIELD_INT                                                  \
  }
#define INT64(type, name)                                                                          \
  {                                                                                                \
#name, G_STRUCT_OFFSET(type, name), FIELD_INT64                                                \
  }
#define TEXT(type, name)                                                                           \
  {                                                                                                \
#name, G_STRUCT_OFFSET(type, name), FIELD_TEXT                                                 \
  }

static const Field ticket_fields[] = {
  INT64 (BhTicket, id),
  TEXT (BhTicket, number),
  INT (BhTicket, origin),
  INT (BhTicket, kind),
  INT (BhTicket, grade),
  INT64 (BhTicket, channel_id),
  INT64 (BhTicket, category_id),
  INT64 (BhTicket, policy_id),
  TEXT (BhTicket, summary),
  TEXT (BhTicket, description),
  TEXT (BhTicket, remedy),
  TEXT (BhTicket, public_text),
  INT64 (BhTicket, community_id),
  INT64 (BhTicket, place_id),
  TEXT (BhTicket, place_text),
  INT64 (BhTicket, concerns),
  TEXT (BhTicket, external_number),
  INT64 (BhTicket, external_due),
  INT64 (BhTicket, department_id),
  INT64 (BhTicket, staff_id),
  INT (BhTicket, status),
  INT (BhTicket, round),
  INT64 (BhTicket, received_at),
  INT64 (BhTicket, recorded_at),
  INT64 (BhTicket, occurred_at),
  INT64 (BhTicket, first_answer_at),
  INT64 (BhTicket, responded_at),
  INT64 (BhTicket, response_due),
  INT64 (BhTicket, response_paused),
  INT64 (BhTicket, first_dispatched_at),
  INT64 (BhTicket, first_accepted_at),
  INT64 (BhTicket, accept_paused),
  INT64 (BhTicket, promised_at),
  INT64 (BhTicket, work_due),
  INT64 (BhTicket, completion_due),
  INT64 (BhTicket, finished_at),
  INT64 (BhTicket, signed_at),
  INT64 (BhTicket, closed_at),
  INT64 (BhTicket, suspended_at),
  INT64 (BhTicket, suspended_until),
  INT64 (BhTicket, extended_due),
  INT64 (BhTicket, extended_at),
  INT64 (BhTicket, cause_id),
  INT (BhTicket, responsibility),
  INT (BhTicket, preventable),
  TEXT (BhTicket, facts),
  TEXT (BhTicket, measure),
  INT (BhTicket, owner_told),
  TEXT (BhTicket, result),
  INT64 (BhTicket, cost),
  INT (BhTicket, adopted),
  INT (BhTicket, unreached),
  INT (BhTicket, reminders),
  INT (BhTicket, wrong_department),
  INT64 (BhTicket, repeat_of),
  INT64 (BhTicket, merged_into),
  INT (BhTicket, exception),
  INT64 (BhTicket, calendar_id),
  INT64 (BhTicket, paused),
  INT64 (BhTicket, next_due),
  INT (BhTicket, next_clock),
  INT64 (BhTicket, next_warning),
  INT (BhTicket, suspensions),
  INT64 (BhTicket, completion_since),
  INT (BhTicket, response_kept),
  INT (BhTicket, completion_kept),
  INT (BhTicket, first_answer_kept),
  INT (BhTicket, signoff.asked),
  INT (BhTicket, signoff.agreed),
  INT (BhTicket, signoff.open),
  INT64 (BhTicket, signoff.due),
  INT (BhTicket, callback.asked),
  INT (BhTicket, callback.agreed),
  INT (BhTicket, callback.open),
  INT64 (BhTicket, callback.due),
  INT (BhTicket, head_seq),
  TEXT (BhTicket, head_hash),
  INT64 (BhTicket, last_at),
  { NULL, 0, 0 },
};

static const Field round_fields[] = {
  INT (BhRound, round),
  INT64 (BhRound, started_at),
  INT (BhRound, started_by),
  INT64 (BhRound, ended_at),
  INT64 (BhRound, finished_at),
  INT64 (BhRound, finished_by),
  INT64 (BhRound, signed_at),
  INT64 (BhRound, closed_at),
  INT (BhRound, closed_as),
  INT64 (BhRound, completion_due),
  INT64 (BhRound, paused_before),
  INT64 (BhRound, paused_inside),
  { NULL, 0, 0 },
};

static const Field stage_fields[] = {
  INT (BhStage, seq),
  INT (BhStage, round),
  INT (BhStage, stage),
  INT64 (BhStage, started_at),
  INT64 (BhStage, due_at),
  INT64 (BhStage, done_at),
  INT64 (BhStage, paused),
  INT (BhStage, outcome),
  INT64 (BhStage, department_id),
  INT64 (BhStage, holder_id),
  INT64 (BhStage, calendar_id),
  INT (BhStage, standing),
  { NULL, 0, 0 },
};

static const Field complainant_fields[] = {
  INT64 (BhComplainant, contact_id),
  TEXT (BhComplainant, name),
  TEXT (BhComplainant, phone),
  INT (BhComplainant, reachable),
  INT64 (BhComplainant, from_ticket),
  INT64 (BhComplainant, left_at),
  { NULL, 0, 0 },
};

static const Field opinion_fields[] = {
  INT (BhOpinion, round),   INT (BhOpinion, complainant), INT64 (BhOpinion, at),
  INT (BhOpinion, verdict), INT (BhOpinion, by),          INT (BhOpinion, final),
  INT (BhOpinion, score),   TEXT (BhOpinion, signature),  INT (BhOpinion, first),
  { NULL, 0, 0 },
};

static const Field callback_fields[] = {
  INT (BhCallback, round),     INT (BhCallback, complainant), INT64 (BhCallback, at),
  INT64 (BhCallback, made_by), INT (BhCallback, reached),     INT (BhCallback, score),
  INT (BhCallback, timely),    INT (BhCallback, solved),      INT (BhCallback, polite),
  TEXT (BhCallback, note),     INT (BhCallback, final),       INT (BhCallback, invalid),
  INT (BhCallback, quality),   INT (BhCallback, counts),      { NULL, 0, 0 },
};

static const Field due_change_fields[] = {
  INT (BhDueChange, clock),        INT (BhDueChange, stage_seq), INT (BhDueChange, round),
  INT64 (BhDueChange, changed_at), INT64 (BhDueChange, old_due), { NULL, 0, 0 },
};

static const Field pause_fields[] = {
  INT (BhPause, round),   INT64 (BhPause, from_at), INT64 (BhPause, until_at),
  INT64 (BhPause, to_at), INT (BhPause, reason),    { NULL, 0, 0 },
};

static const Field request_fields[] = {
  INT (BhRequest, seq),
  INT (BhRequest, verb),
  INT64 (BhRequest, asked_at),
  INT64 (BhRequest, asked_by),
  INT64 (BhRequest, until_at),
  TEXT (BhRequest, reason),
  INT64 (BhRequest, decided_at),
  INT64 (BhRequest, decided_by),
  INT (BhRequest, decision),
  TEXT (BhRequest, note),
  { NULL, 0, 0 },
};

static const Field task_fields[] = {
  INT (BhTask, round),    INT (BhTask, seq),        INT64 (BhTask, department_id),
  TEXT (BhTask, what),    INT64 (BhTask, asked_at), INT64 (BhTask, asked_by),
  INT64 (BhTask, due_at), INT64 (BhTask, done_at),  INT64 (BhTask, done_by),
  INT (BhTask, outcome),  TEXT (BhTask, result),    { NULL, 0, 0 },
};

static const Field attachment_fields[] = {
  INT (BhAttachment, seq),     INT64 (BhAttachment, at),
  INT64 (BhAttachment, by_id), TEXT (BhAttachment, hash),
  TEXT (BhAttachment, name),   TEXT (BhAttachment, type),
  INT64 (BhAttachment, size),  INT (BhAttachment, use),
  TEXT (BhAttachment, note),   { NULL, 0, 0 },
};

static const Field warning_fields[] = {
  INT (BhWarning, round),     INT (BhWarning, clock), INT (BhWarning, stage_seq),
  INT (BhWarning, threshold), INT64 (BhWarning, at),  { NULL, 0, 0 },
};

static char *
format_field (const Field *field, gpointer object)
{
  switch (field->type)
    {
    case FIELD_INT:
      return g_strdup_printf ("%d", G_STRUCT_MEMBER (int, object, field->offset));
    case FIELD_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, G_STRUCT_MEMBER (gint64, object, field->offset));
    case FIELD_TEXT:
      return g_strdup (G_STRUCT_MEMBER (char *, object, field->offset));
    }

  return NULL;
}

static void
diff_fields (GString *out, const char *name, const Field *fields, gpointer a, gpointer b)
{
  for (; fields->name != NULL; fields++)
    {
      g_autofree char *left = format_field (fields, a);
      g_autofree char *right = format_field (fields, b);

      if (g_strcmp0 (left, right) != 0)
        g_string_append_printf (out, "%s%s.%s: %s / %s", out->len > 0 ? "; " : "", name,
                                fields->name, left != NULL ? left : "–",
                                right != NULL ? right : "–");
    }
}

static void
diff_parts (GString *out, const char *name, const Field *fields, GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    g_string_append_printf (out, "%s%s: %u / %u", out->len > 0 ? "; " : "", name, a->len, b->len);

  for (guint i = 0; i < MIN (a->len, b->len); i++)
    diff_fields (out, name, fields, g_ptr_array_index (a, i), g_ptr_array_index (b, i));
}

char *
bh_ticket_diff (BhTicket *a, BhTicket *b)
{
  GString *out;

  g_return_val_if_fail (BH_IS_TICKET (a), NULL);
  g_return_val_if_fail (BH_IS_TICKET (b), NULL);

  out = g_string_new (NULL);
  diff_fields (out, "ticket", ticket_fields, a, b);
  diff_parts (out, "round", round_fields, a->rounds, b->rounds);
  diff_parts (out, "stage", stage_fields, a->stages, b->stages);
  diff_parts (out, "complainant", complainant_fields, a->complainants, b->complainants);
  diff_parts (out, "opinion", opinion_fields, a->opinions, b->opinions);
  diff_parts (out, "callback", callback_fields, a->callbacks, b->callbacks);
  diff_parts (out, "due-change", due_change_fields, a->due_changes, b->due_changes);
  diff_parts (out, "pause", pause_fields, a->pauses, b->pauses);
  diff_parts (out, "request", request_fields, a->requests, b->requests);
  diff_parts (out, "task", task_fields, a->tasks, b->tasks);
  diff_parts (out, "attachment", attachment_fields, a->attachments, b->attachments);
  diff_parts (out, "warning", warning_fields, a->warnings, b->warnings);

  return g_string_free (out, out->len == 0);
}
