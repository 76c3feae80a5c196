/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-ticket-facts.h"

#include "domain/bh-payload.h"
#include "insight/bh-facts-extras.h"

typedef struct
{
  BhFactsReader base;   /* (owned) */
  BhFactsExtras extras; /* (owned) */
  GCancellable *cancellable;
  BhTicketFactsFunc func;
  gpointer user_data;
  guint n;
} Reader;

static void
reader_clear (Reader *self)
{
  bh_facts_reader_clear (&self->base);
  bh_facts_extras_clear (&self->extras);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Open in the period, or one of the instants that figures go by lies in it. */
static const char LOOKED_AT[]
    = "t.received_at < ?2 AND ($.closed_at IS NULL OR $.closed_at >= ?1 OR t.received_at >= ?1"
      " OR $.finished_at >= ?1 OR t.responded_at >= ?1 OR t.first_accepted_at >= ?1"
      " OR t.promised_at >= ?1"
      " OR EXISTS (SELECT 1 FROM callback AS o WHERE o.ticket_id = t.id AND o.at >= ?1"
      " AND o.at < ?2)"
      " OR EXISTS (SELECT 1 FROM opinion AS o WHERE o.ticket_id = t.id AND o.at >= ?1"
      " AND o.at < ?2))";

typedef enum
{
  TICKET_ID = 0,
  TICKET_PLACE = BH_FACTS_FIRST_COLUMN,
  TICKET_CONTACT,
  TICKET_PHONE,
  TICKET_SUMMARY,
  TICKET_DESCRIPTION,
  TICKET_PUBLIC_TEXT,
  TICKET_STATUS,
  TICKET_ROUND,
  TICKET_REMINDERS,
  TICKET_RECEIVED_AT,
  TICKET_RESPONDED_AT,
  TICKET_RESPONSE_DUE,
  TICKET_ACCEPTED_AT,
  TICKET_COMPLETION_DUE,
  TICKET_FINISHED_AT,
  TICKET_CLOSED_AT,
  TICKET_DISPATCHED_AT,
  TICKET_CLOSED_AS,
  TICKET_PAUSED,
  TICKET_RESPONSE_PAUSED,
  TICKET_ACCEPT_PAUSED,
  TICKET_REPEATS,
  TICKET_RESPONSE_RIPE,
  TICKET_COMPLETION_RIPE,
  TICKET_ENDED_UNDONE,
  TICKET_FIRST_ANSWER_COUNTS,
  TICKET_FIRST_ANSWER_KEPT,
  TICKET_SUSPENDED,
  TICKET_REMINDED,
  TICKET_MISROUTED,
  TICKET_EXCEPTION,
  TICKET_VERDICT_AT,
  TICKET_VERDICT,
  TICKET_PROMISED_AT,
  TICKET_PLAN,
  TICKET_REPEATED,
  TICKET_SIGNOFF_ASKED,
  TICKET_SIGNOFF_SIGNED,
  TICKET_CALLBACK_ASKED,
  TICKET_CALLBACK_REACHED,
  TICKET_SCOPES,
} TicketColumn;

/* What the shares ask of `known`, and whether a caller who waited for the first answer counts. */
#define RESPONSE_RIPE BH_SQL_RIPE ("response_due", "responded_at") " AS response_ripe"
#define COMPLETION_RIPE BH_SQL_RIPE ("completion_due", "finished_at") " AS completion_ripe"
#define FIRST_ANSWER_RIPE                                                                          \
  BH_SQL_RIPE (BH_SQL_FIRST_ANSWER_DUE, "first_answer_at") " AS first_answer_ripe"
#define FIRST_ANSWER_COUNTS                                                                        \
  "CASE WHEN " BH_SQL_CALLER_WAITED ("k") " THEN x.first_answer_ripe ELSE 0 END"
#define FIRST_VERDICT                                                                              \
  " LEFT JOIN opinion AS v ON v.ticket_id = x.id AND v.at < ?3 AND v.idx ="                        \
  " (SELECT MIN (o.idx) FROM opinion AS o WHERE o.ticket_id = x.id AND o.verdict IN (1, 2))"

/* A ticket to which nothing happened since is as its columns say; else only whether it was ended or
 * finished is kept. */
#define TICKETS(promised_at, plan, others, join)                                                   \
  BH_FACTS_HEAD                                                                                    \
  ", COALESCE (p.path, k.place_text), k.contact_name, k.contact_phone, k.summary, k.description,"  \
  " k.public_text, CASE WHEN x.closed_as >= 80 THEN x.closed_as"                                   \
  " WHEN k.last_at < ?3 THEN k.status WHEN x.finished_at IS NOT NULL THEN 60 ELSE 0 END,"          \
  " x.round, k.reminders, x.received_at, x.responded_at, x.response_due, x.first_accepted_at,"     \
  " x.completion_due, x.finished_at, x.closed_at,"                                                 \
  " CASE WHEN k.first_dispatched_at < ?3 THEN k.first_dispatched_at END, x.closed_as, x.paused,"   \
  " x.response_paused, x.accept_paused, CASE WHEN x.repeat_of IS NULL THEN 0 ELSE 1 END,"          \
  " x.response_ripe, x.completion_ripe, x.ended_undone, " FIRST_ANSWER_COUNTS                      \
  ", CASE WHEN x.first_answer_at <= x.first_answer_due THEN 1 ELSE 0 END, x.suspended,"            \
  " x.reminded, x.misrouted, x.exception, v.at, v.verdict, " promised_at ", " plan ", " others     \
  "%s"                                                                                             \
  " FROM (SELECT known.*," BH_SQL_ENDED_UNDONE " AS ended_undone," RESPONSE_RIPE                   \
  "," COMPLETION_RIPE ", " BH_SQL_FIRST_ANSWER_DUE " AS first_answer_due," FIRST_ANSWER_RIPE       \
  " FROM known) AS x JOIN ticket AS k ON k.id = x.id"                                              \
  " LEFT JOIN place AS p ON p.id = k.place_id" FIRST_VERDICT join " ORDER BY x.received_at"

/* Of the present, the ticket says whether it was raised again and who was asked. */
#define ASKED_BY_NOW(what)                                                                         \
  "k." what "_asked - CASE WHEN k." what "_due > ?3 THEN k." what "_open ELSE 0 END"
#define KNOWN_OTHERS                                                                               \
  "k.repeated, " ASKED_BY_NOW ("signoff") ", k.signoff_signed, " ASKED_BY_NOW (                    \
      "callback") ", k.callback_reached"

/* A plan promises, and the ticket keeps its last promise alone: the history has those before it. */
static const char PRESENT_TICKETS[] = TICKETS ("x.promised_at", "NULL", KNOWN_OTHERS, "");
static const char PAST_TICKETS[]
    = TICKETS ("NULL",
               "b.payload",
               "NULL, NULL, NULL, NULL, NULL",
               " LEFT JOIN event AS b ON b.ticket_id = x.id AND b.seq = (SELECT MAX (e.seq)"
               " FROM event AS e WHERE e.ticket_id = x.id AND e.verb = 8 AND " BH_SQL_STANDS ")");

G_STATIC_ASSERT (BH_VERB_PLAN == 8 && BH_VERDICT_SIGNED == 1 && BH_VERDICT_REFUSED == 2);

static void
fill_ticket (BhStatement *s, BhTicketFacts *facts)
{
  facts->id = bh_statement_get_int64 (s, TICKET_ID);
  facts->place = bh_statement_get_text (s, TICKET_PLACE);
  facts->contact = bh_statement_get_text (s, TICKET_CONTACT);
  facts->phone = bh_statement_get_text (s, TICKET_PHONE);
  facts->summary = bh_statement_get_text (s, TICKET_SUMMARY);
  facts->description = bh_statement_get_text (s, TICKET_DESCRIPTION);
  facts->public_text = bh_statement_get_text (s, TICKET_PUBLIC_TEXT);
  facts->status = (BhStatus) bh_statement_get_int64 (s, TICKET_STATUS);
  facts->round = (int) bh_statement_get_int64 (s, TICKET_ROUND);
  facts->reminders = (int) bh_statement_get_int64 (s, TICKET_REMINDERS);
  facts->received_at = bh_statement_get_int64 (s, TICKET_RECEIVED_AT);
  facts->responded_at = bh_statement_get_int64 (s, TICKET_RESPONDED_AT);
  facts->response_due = bh_statement_get_int64 (s, TICKET_RESPONSE_DUE);
  facts->accepted_at = bh_statement_get_int64 (s, TICKET_ACCEPTED_AT);
  facts->completion_due = bh_statement_get_int64 (s, TICKET_COMPLETION_DUE);
  facts->finished_at = bh_statement_get_int64 (s, TICKET_FINISHED_AT);
  facts->closed_at = bh_statement_get_int64 (s, TICKET_CLOSED_AT);
  facts->dispatched_at = bh_statement_get_int64 (s, TICKET_DISPATCHED_AT);
  facts->verdict_at = bh_statement_get_int64 (s, TICKET_VERDICT_AT);
}

static gboolean
fill_promise (Reader *self, BhStatement *s, BhTicketFacts *facts, GError **error)
{
  gint64 closed_as = bh_statement_get_int64 (s, TICKET_CLOSED_AS);
  const char *payload = bh_statement_get_text (s, TICKET_PLAN);
  g_autoptr (BhPayload) plan = NULL;
  gint64 promised = bh_statement_get_int64 (s, TICKET_PROMISED_AT);

  if (payload != NULL)
    {
      plan = bh_payload_parse (payload, error);
      if (plan == NULL)
        return FALSE;
      promised = bh_payload_get_int (plan, "promised");
    }

  facts->promised_at = promised;
  facts->counts_promise = promised != 0 && promised < self->base.query.as_of
                          && closed_as != BH_STATUS_MERGED
                          && (closed_as < BH_STATUS_MERGED || promised < facts->closed_at);
  facts->promise_kept
      = facts->counts_promise && facts->finished_at != 0 && facts->finished_at <= promised;

  return TRUE;
}

/* What counts of tickets that were not dropped. */
static void
fill_course (BhStatement *s, BhTicketFacts *facts)
{
  gboolean undone = bh_statement_get_int64 (s, TICKET_ENDED_UNDONE) != 0;

  facts->suspended = bh_statement_get_int64 (s, TICKET_SUSPENDED) != 0;
  facts->reminded = bh_statement_get_int64 (s, TICKET_REMINDED) != 0;
  facts->counts_dispatch = !undone && facts->dispatched_at != 0;
  facts->misrouted = facts->counts_dispatch && bh_statement_get_int64 (s, TICKET_MISROUTED) != 0;
  facts->counts_close = !undone && facts->closed_at != 0;
  facts->exception = facts->counts_close && bh_statement_get_int64 (s, TICKET_EXCEPTION) != 0;
  facts->counts_verdict = !undone && facts->verdict_at != 0;
  facts->passed
      = facts->counts_verdict && bh_statement_get_int64 (s, TICKET_VERDICT) == BH_VERDICT_SIGNED;
}

static void
fill_durations (BhStatement *s, BhTicketFacts *facts)
{
  gint64 received = facts->received_at;
  gboolean undone = bh_statement_get_int64 (s, TICKET_ENDED_UNDONE) != 0;

  facts->has_handling = !undone && facts->finished_at > 0;
  facts->has_response = !undone && facts->responded_at > 0;
  facts->has_handover = !undone && facts->accepted_at > 0;
  if (facts->has_handling)
    facts->handling_days
        = bh_figure_take_duration (facts->finished_at - received,
                                   bh_statement_get_int64 (s, TICKET_PAUSED), BH_SECONDS_PER_DAY);
  if (facts->has_response)
    facts->response_hours = bh_figure_take_duration (
        facts->responded_at - received, bh_statement_get_int64 (s, TICKET_RESPONSE_PAUSED),
        BH_SECONDS_PER_HOUR);
  if (facts->has_handover)
    facts->handover_hours = bh_figure_take_duration (
        facts->accepted_at - received, bh_statement_get_int64 (s, TICKET_ACCEPT_PAUSED),
        BH_SECONDS_PER_HOUR);
}

static gboolean
is_kept (gboolean counts, gint64 done, gint64 due)
{
  return counts && done > 0 && done <= due;
}

static void
fill_shares (BhStatement *s, BhTicketFacts *facts)
{
  gboolean undone = bh_statement_get_int64 (s, TICKET_ENDED_UNDONE) != 0;

  facts->counts_response = bh_statement_get_int64 (s, TICKET_RESPONSE_RIPE) != 0;
  facts->response_kept = is_kept (facts->counts_response, facts->responded_at, facts->response_due);
  facts->counts_completion = bh_statement_get_int64 (s, TICKET_COMPLETION_RIPE) != 0;
  facts->completion_kept
      = is_kept (facts->counts_completion, facts->finished_at, facts->completion_due);
  facts->counts_first_answer = bh_statement_get_int64 (s, TICKET_FIRST_ANSWER_COUNTS) != 0;
  facts->first_answer_kept
      = facts->counts_first_answer && bh_statement_get_int64 (s, TICKET_FIRST_ANSWER_KEPT) != 0;
  facts->counts_resolved = bh_statement_get_int64 (s, TICKET_CLOSED_AS) != BH_STATUS_MERGED;
  facts->resolved = !undone && facts->finished_at > 0;
  facts->repeats = bh_statement_get_int64 (s, TICKET_REPEATS) != 0;
  facts->reworked = facts->has_handling && facts->round > 1;
}

static void
fill_known_asked (Reader *self, BhStatement *s, BhTicketFacts *facts)
{
  if (facts->finished_at < self->base.query.from || facts->finished_at >= self->base.query.end)
    return;

  facts->signoff_asked = (int) bh_statement_get_int64 (s, TICKET_SIGNOFF_ASKED);
  facts->signoff_signed = (int) bh_statement_get_int64 (s, TICKET_SIGNOFF_SIGNED);
  facts->callback_asked = (int) bh_statement_get_int64 (s, TICKET_CALLBACK_ASKED);
  facts->callback_reached = (int) bh_statement_get_int64 (s, TICKET_CALLBACK_REACHED);
}

static void
fill_past_asked (Reader *self, BhTicketFacts *facts)
{
  const BhFactsAsked *asked = bh_facts_extras_get_asked (&self->extras, facts->id);

  if (asked == NULL)
    return;

  facts->signoff_asked = asked->signoff_asked;
  facts->signoff_signed = asked->signoff_signed;
  facts->callback_asked = asked->callback_asked;
  facts->callback_reached = asked->callback_reached;
}

static void
fill_extras (Reader *self, BhStatement *s, BhTicketFacts *facts)
{
  gboolean present = self->base.query.present;
  gboolean repeated
      = present ? bh_statement_get_int64 (s, TICKET_REPEATED) != 0
                : bh_facts_extras_is_repeated (&self->extras, facts->id, facts->finished_at);

  bh_facts_extras_get_open (&self->extras, facts->id, &facts->open, &facts->overdue);
  facts->fixed = facts->has_handling && facts->round == 1 && !repeated;
  if (present)
    fill_known_asked (self, s, facts);
  else
    fill_past_asked (self, facts);
}

static gboolean
give_ticket (Reader *self, BhStatement *s, GError **error)
{
  BhTicketFacts facts = { 0 };

  if (self->n++ % BH_FACTS_ROWS_BETWEEN_CHECKS == 0
      && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  fill_ticket (s, &facts);
  fill_durations (s, &facts);
  fill_shares (s, &facts);
  fill_course (s, &facts);
  fill_extras (self, s, &facts);

  return fill_promise (self, s, &facts, error)
         && bh_facts_reader_fill_head (&self->base, s, TICKET_SCOPES, &facts.head, error)
         && self->func (&facts, self->user_data, error);
}

static gboolean
read_window (Reader *self, GError **error)
{
  const char *select = self->base.query.present ? PRESENT_TICKETS : PAST_TICKETS;
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (!self->base.query.present && !bh_facts_extras_read (&self->extras, &self->base, error))
    return FALSE;

  s = bh_facts_reader_run (&self->base, LOOKED_AT, select, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    if (!give_ticket (self, s, error))
      {
        bh_statement_reset (s);
        return FALSE;
      }

  return step == BH_STEP_DONE;
}

gboolean
bh_ticket_facts_read (BhConnection *connection,
                      BhOffice *office,
                      const BhFactsRequest *request,
                      BhTicketFactsFunc func,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Reader) reader = { .cancellable = cancellable, .func = func, .user_data = user_data };
  BhStep step;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (request != NULL, FALSE);
  g_return_val_if_fail (request->n_months <= BH_FACTS_MAX_MONTHS, FALSE);

  if (!bh_facts_reader_init (&reader.base, connection, office, request, error)
      || !bh_facts_extras_init (&reader.extras, &reader.base, cancellable, error))
    return FALSE;

  while ((step = bh_facts_reader_next (&reader.base, cancellable, error)) == BH_STEP_ROW)
    if (!read_window (&reader, error))
      return FALSE;

  return step == BH_STEP_DONE;
}
