/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-ticket-facts.h"

#include "insight/bh-facts-reader.h"
#include "insight/bh-open-series.h"

/* What a ticket adds to figures that are counted in sets of their own: few tickets are open at the
 * end of a month, and only finished ones are asked about. */
typedef struct
{
  gint64 id;
  guint32 open;
  guint32 overdue;
  int asked[2];
  int yes[2];
} Extra;

typedef struct
{
  BhFactsReader base; /* (owned) */
  GHashTable *extras; /* (owned): id of the ticket to Extra */
  GCancellable *cancellable;
  struct
  {
    guint32 months; /* bits of the months that end there */
  } ends[BH_TICKET_FACTS_MAX_MONTHS];
} Reader;

static void
reader_clear (Reader *self)
{
  bh_facts_reader_clear (&self->base);
  g_clear_pointer (&self->extras, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static Extra *
get_extra (Reader *self, gint64 id)
{
  Extra *extra = g_hash_table_lookup (self->extras, &id);

  if (extra == NULL)
    {
      extra = g_new0 (Extra, 1);
      extra->id = id;
      g_hash_table_insert (self->extras, &extra->id, extra);
    }

  return extra;
}

static void
open_cb (gint64 ticket_id, guint end, gboolean overdue, gpointer user_data)
{
  Reader *self = user_data;
  Extra *extra = get_extra (self, ticket_id);

  extra->open |= self->ends[end].months;
  if (overdue)
    extra->overdue |= self->ends[end].months;
}

/* Months that are not over by as-of end there, all at the same instant. */
static guint
make_ends (Reader *self, gint64 *instants)
{
  guint n = 0;

  for (guint i = 0; i < self->base.request->n_months; i++)
    {
      gint64 end = MIN (self->base.request->months[i].to, self->base.request->as_of);

      if (n == 0 || instants[n - 1] != end)
        {
          self->ends[n].months = 0;
          instants[n++] = end;
        }
      self->ends[n - 1].months |= 1U << i;
    }

  return n;
}

static gboolean
read_open (Reader *self, GError **error)
{
  gint64 instants[BH_TICKET_FACTS_MAX_MONTHS];
  guint n = make_ends (self, instants);

  return n == 0
         || bh_open_series_visit (self->base.query.connection, self->base.office,
                                  self->base.request->as_of, self->base.request->filter, instants,
                                  n, open_cb, self, self->cancellable, error);
}

static gboolean
read_asked (Reader *self, guint place, BhFigureId figure, GError **error)
{
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  s = bh_figure_query_run_asked (&self->base.query, figure, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      int asked = (int) bh_statement_get_int64 (s, 1);
      Extra *extra = asked > 0 ? get_extra (self, bh_statement_get_int64 (s, 0)) : NULL;

      if (extra != NULL)
        {
          extra->asked[place] = asked;
          extra->yes[place] = (int) bh_statement_get_int64 (s, 2);
        }
    }

  return step == BH_STEP_DONE;
}

static gboolean
read_extras (Reader *self, GError **error)
{
  return read_open (self, error) && read_asked (self, 0, BH_FIGURE_SIGNOFF_SHARE, error)
         && read_asked (self, 1, BH_FIGURE_CALLBACK_SHARE, error);
}

/* Open in the period, or one of the instants that figures go by lies in it. */
static const char LOOKED_AT[]
    = "t.received_at < ?2 AND ($.closed_at IS NULL OR $.closed_at >= ?1 OR t.received_at >= ?1"
      " OR $.finished_at >= ?1 OR t.responded_at >= ?1 OR t.first_accepted_at >= ?1"
      " OR EXISTS (SELECT 1 FROM callback AS o WHERE o.ticket_id = t.id AND o.at >= ?1"
      " AND o.at < ?2))";

typedef enum
{
  TICKET_ID,
  TICKET_NUMBER,
  TICKET_KIND,
  TICKET_GRADE,
  TICKET_CHANNEL,
  TICKET_CATEGORY,
  TICKET_COMMUNITY,
  TICKET_DEPARTMENT,
  TICKET_STAFF,
  TICKET_PLACE,
  TICKET_CONTACT,
  TICKET_PHONE,
  TICKET_SUMMARY,
  TICKET_DESCRIPTION,
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
  TICKET_SCOPES,
} TicketColumn;

/* What the shares ask of `known`, and whether a caller who waited for the first answer counts. */
#define RESPONSE_RIPE BH_SQL_RIPE ("response_due", "responded_at") " AS response_ripe"
#define COMPLETION_RIPE BH_SQL_RIPE ("completion_due", "finished_at") " AS completion_ripe"
#define FIRST_ANSWER_RIPE                                                                          \
  BH_SQL_RIPE (BH_SQL_FIRST_ANSWER_DUE, "first_answer_at") " AS first_answer_ripe"
#define FIRST_ANSWER_COUNTS                                                                        \
  "CASE WHEN " BH_SQL_CALLER_WAITED ("k") " THEN x.first_answer_ripe ELSE 0 END"

/* A ticket to which nothing happened since is as its columns say; else only whether it was ended or
 * finished is kept. */
static const char TICKETS[]
    = "k.number, k.kind, k.grade, k.channel_id, k.category_id, k.community_id, k.department_id,"
      " k.staff_id, COALESCE (p.path, k.place_text), k.contact_name, k.contact_phone, k.summary,"
      " k.description, CASE WHEN x.closed_as >= 80 THEN x.closed_as"
      " WHEN k.last_at < ?3 THEN k.status WHEN x.finished_at IS NOT NULL THEN 60 ELSE 0 END,"
      " x.round, k.reminders, x.received_at, x.responded_at, x.response_due, x.first_accepted_at,"
      " x.completion_due, x.finished_at, x.closed_at, x.closed_as, x.paused, x.response_paused,"
      " x.accept_paused, CASE WHEN x.repeat_of IS NULL THEN 0 ELSE 1 END, x.response_ripe,"
      " x.completion_ripe, x.ended_undone, " FIRST_ANSWER_COUNTS
      ", CASE WHEN x.first_answer_at <= x.first_answer_due THEN 1 ELSE 0 END%s"
      " FROM (SELECT known.*," BH_SQL_ENDED_UNDONE " AS ended_undone," RESPONSE_RIPE
      "," COMPLETION_RIPE ", " BH_SQL_FIRST_ANSWER_DUE " AS first_answer_due," FIRST_ANSWER_RIPE
      " FROM known) AS x JOIN ticket AS k ON k.id = x.id"
      " LEFT JOIN place AS p ON p.id = k.place_id ORDER BY x.received_at";

static void
fill_ticket (BhStatement *s, BhTicketFacts *facts)
{
  facts->id = bh_statement_get_int64 (s, TICKET_ID);
  facts->number = bh_statement_get_text (s, TICKET_NUMBER);
  facts->kind = (BhKind) bh_statement_get_int64 (s, TICKET_KIND);
  facts->grade = (BhGrade) bh_statement_get_int64 (s, TICKET_GRADE);
  facts->channel_id = bh_statement_get_int64 (s, TICKET_CHANNEL);
  facts->category_id = bh_statement_get_int64 (s, TICKET_CATEGORY);
  facts->community_id = bh_statement_get_int64 (s, TICKET_COMMUNITY);
  facts->department_id = bh_statement_get_int64 (s, TICKET_DEPARTMENT);
  facts->staff_id = bh_statement_get_int64 (s, TICKET_STAFF);
  facts->place = bh_statement_get_text (s, TICKET_PLACE);
  facts->contact = bh_statement_get_text (s, TICKET_CONTACT);
  facts->phone = bh_statement_get_text (s, TICKET_PHONE);
  facts->summary = bh_statement_get_text (s, TICKET_SUMMARY);
  facts->description = bh_statement_get_text (s, TICKET_DESCRIPTION);
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
fill_extra (Reader *self, BhTicketFacts *facts)
{
  const Extra *extra = g_hash_table_lookup (self->extras, &facts->id);

  if (extra == NULL)
    return;

  facts->open = extra->open;
  facts->overdue = extra->overdue;
  facts->signoff_asked = extra->asked[0];
  facts->signoff_signed = extra->yes[0];
  facts->callback_asked = extra->asked[1];
  facts->callback_reached = extra->yes[1];
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
  g_auto (Reader) reader = { 0 };
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (request != NULL, FALSE);
  g_return_val_if_fail (request->n_months <= BH_TICKET_FACTS_MAX_MONTHS, FALSE);

  reader.extras = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  reader.cancellable = cancellable;
  if (!bh_facts_reader_init (&reader.base, connection, office, request, error)
      || !read_extras (&reader, error))
    return FALSE;

  s = bh_facts_reader_run (&reader.base, LOOKED_AT, TICKETS, error);
  for (guint n = 0; s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW; n++)
    {
      BhTicketFacts facts = { 0 };

      fill_ticket (s, &facts);
      fill_durations (s, &facts);
      fill_shares (s, &facts);
      fill_extra (&reader, &facts);
      facts.scopes = bh_facts_reader_get_scopes (&reader.base, s, TICKET_SCOPES);
      if ((n % BH_FACTS_ROWS_BETWEEN_CHECKS == 0
           && g_cancellable_set_error_if_cancelled (cancellable, error))
          || !func (&facts, user_data, error))
        {
          bh_statement_reset (s);
          return FALSE;
        }
    }

  return step == BH_STEP_DONE;
}
