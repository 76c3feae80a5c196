/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-columns.h"
#include "exchange/bh-report-spots.h"

#include "base/bh-i18n.h"
#include "draw/bh-open-charts.h"

/* The sheet of tickets: a row each, with the 0 and 1 and the durations that the figures are made
 * of. An empty cell means that the ticket is not asked. */

#define TICKETS_BETWEEN_NEWS 2000

typedef enum
{
  DATA_PLACE = N_HEAD_COLUMNS,
  DATA_SPOT,
  DATA_CONTACT,
  DATA_PHONE,
  DATA_PUBLIC_TEXT,
  DATA_SUMMARY,
  DATA_DESCRIPTION,
  DATA_STATUS,
  DATA_ROUND,
  DATA_REMINDERS,
  DATA_RECEIVED_AT,
  DATA_RESPONSE_DUE,
  DATA_RESPONDED_AT,
  DATA_ACCEPTED_AT,
  DATA_COMPLETION_DUE,
  DATA_FINISHED_AT,
  DATA_CLOSED_AT,
  DATA_RECEIVED_MONTH,
  DATA_RECEIVED_SO_FAR,
  DATA_RESPONSE_COUNTS,
  DATA_RESPONSE_KEPT,
  DATA_COMPLETION_COUNTS,
  DATA_COMPLETION_KEPT,
  DATA_FIRST_ANSWER_COUNTS,
  DATA_FIRST_ANSWER_KEPT,
  DATA_REPEATS,
  DATA_RESOLVED_COUNTS,
  DATA_RESOLVED,
  DATA_SUSPENDED,
  DATA_REMINDED,
  DATA_DISPATCHED_MONTH,
  DATA_MISROUTED,
  DATA_PROMISED_MONTH,
  DATA_PROMISE_KEPT,
  DATA_FINISHED_MONTH,
  DATA_FINISHED_SO_FAR,
  DATA_HANDLING_DAYS,
  DATA_REWORKED,
  DATA_FIRST_FIX,
  DATA_SIGNOFF_ASKED,
  DATA_SIGNOFF_SIGNED,
  DATA_CALLBACK_ASKED,
  DATA_CALLBACK_REACHED,
  DATA_RESPONDED_MONTH,
  DATA_RESPONSE_HOURS,
  DATA_ACCEPTED_MONTH,
  DATA_HANDOVER_HOURS,
  DATA_VERDICT_MONTH,
  DATA_PASSED,
  DATA_CLOSED_MONTH,
  DATA_EXCEPTION,
  DATA_AGE,
  DATA_FIRST_EXTRA,
} DataColumn;

#define SO_FAR                                                                                     \
  N_ ("1: as early in its month, quarter or year as the workbook's has run, in this one and "      \
      "those "                                                                                     \
      "that it is compared with.")

#define AT(column) [column - N_HEAD_COLUMNS]

static const BhReportColumn columns[] = {
  AT (DATA_PLACE) = { .title = N_ ("Place"), .width = 18 },
  AT (DATA_SPOT)
  = { "spot", N_ ("Hot spot"), N_ ("The place, where the sheet of hot spots shows it."), 18,
      BH_REPORT_COLUMN_HOT },
  AT (DATA_CONTACT) = { .title = N_ ("Contact"), .width = 10 },
  AT (DATA_PHONE) = { .title = N_ ("Phone"), .width = 13 },
  AT (DATA_PUBLIC_TEXT) = { .title = N_ ("Public text"), .width = 40 },
  AT (DATA_SUMMARY) = { .title = N_ ("Summary"), .width = 40, .when = BH_REPORT_COLUMN_INTERNAL },
  AT (DATA_DESCRIPTION)
  = { .title = N_ ("Description"), .width = 40, .when = BH_REPORT_COLUMN_INTERNAL },
  AT (DATA_STATUS)
  = { NULL, N_ ("Status"), N_ ("Where the ticket stood as of the time above."), 11 },
  AT (DATA_ROUND) = { .title = N_ ("Round"), .width = 8 },
  AT (DATA_REMINDERS) = { .title = N_ ("Reminders"), .width = 8 },
  AT (DATA_RECEIVED_AT) = { .title = N_ ("Received"), .width = 16 },
  AT (DATA_RESPONSE_DUE) = { .title = N_ ("Response due"), .width = 16 },
  AT (DATA_RESPONDED_AT) = { .title = N_ ("Responded"), .width = 16 },
  AT (DATA_ACCEPTED_AT) = { .title = N_ ("First accepted"), .width = 16 },
  AT (DATA_COMPLETION_DUE) = { .title = N_ ("Completion due"), .width = 16 },
  AT (DATA_FINISHED_AT) = { .title = N_ ("Finished"), .width = 16 },
  AT (DATA_CLOSED_AT) = { .title = N_ ("Closed"), .width = 16 },
  AT (DATA_RECEIVED_MONTH)
  = { "received_month", N_ ("Month received"), N_ ("Year and month as a number, 202610."), 10 },
  AT (DATA_RECEIVED_SO_FAR) = { "received_so_far", N_ ("Received by the same day"), SO_FAR, 10,
                                .when = BH_REPORT_COLUMN_RUNNING },
  AT (DATA_RESPONSE_COUNTS)
  = { "response_counts", N_ ("Response counts"),
      N_ ("1: it has a response deadline and was answered, or the deadline has passed."), 10 },
  AT (DATA_RESPONSE_KEPT)
  = { "response_kept", N_ ("Response on time"), N_ ("1: answered by the deadline; 0: not."), 10 },
  AT (DATA_COMPLETION_COUNTS)
  = { "completion_counts", N_ ("Completion counts"),
      N_ ("1: it has a completion deadline and is finished, or the deadline has passed."), 10 },
  AT (DATA_COMPLETION_KEPT) = { "completion_kept", N_ ("Completion on time"),
                                N_ ("1: finished by the deadline; 0: not."), 10 },
  AT (DATA_FIRST_ANSWER_COUNTS)
  = { "first_answer_counts", N_ ("First answer counts"),
      N_ ("1: somebody waited for an answer when it was entered."), 10 },
  AT (DATA_FIRST_ANSWER_KEPT) = { "first_answer_kept", N_ ("First answer on time"),
                                  N_ ("1: answered within two minutes; 0: not."), 10 },
  AT (DATA_REPEATS) = { "repeats", N_ ("Is a repeat"), N_ ("1: it repeats an earlier ticket."), 8 },
  AT (DATA_RESOLVED_COUNTS) = { "resolved_counts", N_ ("Resolution counts"),
                                N_ ("1: every ticket that was not merged into another."), 10 },
  AT (DATA_RESOLVED) = { "resolved", N_ ("Resolved"), N_ ("1: finished as of the time above."), 8 },
  AT (DATA_SUSPENDED)
  = { "suspended", N_ ("Suspended"), N_ ("1: work on it was suspended at least once."), 9 },
  AT (DATA_REMINDED) = { "reminded", N_ ("Reminded"), N_ ("1: somebody had to remind of it."), 9 },
  AT (DATA_DISPATCHED_MONTH)
  = { "dispatched_month", N_ ("Month of dispatch"),
      N_ ("Of its first dispatch: not of merged, withdrawn or declined tickets."), 10 },
  AT (DATA_MISROUTED)
  = { "misrouted", N_ ("Sent wrong"),
      N_ ("1: returned or transferred, because it was not for that department."), 8 },
  AT (DATA_PROMISED_MONTH) = { "promised_month", N_ ("Month of promise"),
                               N_ ("In which the promised time lies, once it has passed."), 10 },
  AT (DATA_PROMISE_KEPT)
  = { "promise_kept", N_ ("Promise kept"), N_ ("1: finished by the promised time; 0: not."), 8 },
  AT (DATA_FINISHED_MONTH)
  = { "finished_month", N_ ("Month finished"),
      N_ ("Where it counts as finished: not merged, withdrawn or declined, "
          "and no rework followed."),
      10 },
  AT (DATA_FINISHED_SO_FAR) = { "finished_so_far", N_ ("Finished by the same day"), SO_FAR, 10,
                                .when = BH_REPORT_COLUMN_RUNNING },
  AT (DATA_HANDLING_DAYS) = { "handling_days", N_ ("Handling days"),
                              N_ ("From receipt to finish without pauses, in days."), 10 },
  AT (DATA_REWORKED)
  = { "reworked", N_ ("Reworked"), N_ ("1: finished after more than one round."), 8 },
  AT (DATA_FIRST_FIX)
  = { "first_fix", N_ ("Fixed at once"),
      N_ ("1: finished in one round, and nobody raised it again in 30 days."), 8 },
  AT (DATA_SIGNOFF_ASKED)
  = { "signoff_asked", N_ ("Asked to sign"),
      N_ ("How many complainants gave a verdict or had their time for it."), 9 },
  AT (DATA_SIGNOFF_SIGNED)
  = { "signoff_signed", N_ ("Signed"), N_ ("How many of them signed."), 8 },
  AT (DATA_CALLBACK_ASKED)
  = { "callback_asked", N_ ("To call back"),
      N_ ("How many complainants were called back or should have been."), 9 },
  AT (DATA_CALLBACK_REACHED)
  = { "callback_reached", N_ ("Reached"), N_ ("How many of them were reached."), 8 },
  AT (DATA_RESPONDED_MONTH) = { "responded_month", N_ ("Month of response"), NULL, 10 },
  AT (DATA_RESPONSE_HOURS) = { "response_hours", N_ ("Response hours"),
                               N_ ("From receipt to response without pauses, in hours."), 10 },
  AT (DATA_ACCEPTED_MONTH) = { "accepted_month", N_ ("Month of handover"), NULL, 10 },
  AT (DATA_HANDOVER_HOURS)
  = { "handover_hours", N_ ("Handover hours"),
      N_ ("From receipt to first acceptance without pauses, in hours."), 10 },
  AT (DATA_VERDICT_MONTH)
  = { "verdict_month", N_ ("Month of verdict"),
      N_ ("Of its first verdict: not of merged, withdrawn or declined tickets."), 10 },
  AT (DATA_PASSED)
  = { "passed", N_ ("Passed"), N_ ("1: the first verdict was signed; 0: refused."), 8 },
  AT (DATA_CLOSED_MONTH) = { "closed_month", N_ ("Month closed"),
                             N_ ("Not of merged, withdrawn or declined tickets."), 10 },
  AT (DATA_EXCEPTION)
  = { "exception", N_ ("By exception"), N_ ("1: closed by an approved exception."), 8 },
  AT (DATA_AGE) = { "age_band", N_ ("Open for"),
                    N_ ("How long it had been open at the end of the last month."), 10 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == DATA_FIRST_EXTRA - N_HEAD_COLUMNS);

const BhReportColumn *
bh_report_ticket_columns (guint *n)
{
  *n = G_N_ELEMENTS (columns);

  return columns;
}

typedef struct
{
  BhReport *report;
  BhReportStream *stream;
} Writer;

static void
write_words (Writer *self, const BhTicketFacts *facts)
{
  BhReport *report = self->report;
  BhReportStream *s = self->stream;

  bh_report_stream_text (s, DATA_PLACE,
                         bh_report_show (report, BH_REPORT_SHOWN_PLACE, facts->place));
  if (report->spots != NULL)
    bh_report_stream_text (s, DATA_SPOT, bh_report_spots_add (report->spots, facts));
  bh_report_stream_text (s, DATA_CONTACT,
                         bh_report_show (report, BH_REPORT_SHOWN_NAME, facts->contact));
  bh_report_stream_text (s, DATA_PHONE,
                         bh_report_show (report, BH_REPORT_SHOWN_PHONE, facts->phone));
  bh_report_stream_text (s, DATA_PUBLIC_TEXT, facts->public_text);
  bh_report_stream_text (s, DATA_SUMMARY, facts->summary);
  bh_report_stream_text (s, DATA_DESCRIPTION, facts->description);
  bh_report_stream_text (s, DATA_STATUS,
                         facts->status != BH_STATUS_NONE
                             ? bh_list_get_label (BH_LIST_STATUS, (int) facts->status)
                             : C_ ("status", "open"));
}

static void
write_times (Writer *self, const BhTicketFacts *facts)
{
  BhReportStream *s = self->stream;

  bh_report_stream_number (s, DATA_ROUND, facts->round);
  if (facts->reminders > 0)
    bh_report_stream_number (s, DATA_REMINDERS, facts->reminders);
  bh_report_stream_time (s, DATA_RECEIVED_AT, facts->received_at);
  bh_report_stream_time (s, DATA_RESPONSE_DUE, facts->response_due);
  bh_report_stream_time (s, DATA_RESPONDED_AT, facts->responded_at);
  bh_report_stream_time (s, DATA_ACCEPTED_AT, facts->accepted_at);
  bh_report_stream_time (s, DATA_COMPLETION_DUE, facts->completion_due);
  bh_report_stream_time (s, DATA_FINISHED_AT, facts->finished_at);
  bh_report_stream_time (s, DATA_CLOSED_AT, facts->closed_at);
}

/* @column: 1 where @at is as early in one of the times as the first has run */
static void
write_so_far (Writer *self, guint column, gint64 at)
{
  BhReport *report = self->report;

  for (guint i = 0; i < report->n_spans; i++)
    if (at >= report->spans[i].so_far.from && at < report->spans[i].so_far.to)
      bh_report_stream_number (self->stream, column, 1);
}

static void
write_receipt (Writer *self, const BhTicketFacts *facts)
{
  BhReportStream *s = self->stream;

  bh_report_stream_month (s, DATA_RECEIVED_MONTH, facts->received_at);
  write_so_far (self, DATA_RECEIVED_SO_FAR, facts->received_at);
  bh_report_write_pair (s, DATA_RESPONSE_COUNTS, facts->counts_response, facts->response_kept);
  bh_report_write_pair (s, DATA_COMPLETION_COUNTS, facts->counts_completion,
                        facts->completion_kept);
  bh_report_write_pair (s, DATA_FIRST_ANSWER_COUNTS, facts->counts_first_answer,
                        facts->first_answer_kept);
  bh_report_stream_number (s, DATA_REPEATS, facts->repeats);
  bh_report_write_pair (s, DATA_RESOLVED_COUNTS, facts->counts_resolved, facts->resolved);
  if (facts->counts_resolved)
    {
      bh_report_stream_number (s, DATA_SUSPENDED, facts->suspended);
      bh_report_stream_number (s, DATA_REMINDED, facts->reminded);
    }
}

/* Of a share of what happened in a month: that month, and beside it whether it is kept. */
static void
write_happened (Writer *self, guint column, gboolean counts, gint64 at, gboolean yes)
{
  if (!counts)
    return;

  bh_report_stream_month (self->stream, column, at);
  bh_report_stream_number (self->stream, column + 1, yes);
}

/* Who was asked is slow to find out: it is summed here for the figures, too. */
static void
add_asked (BhReport *self, const BhTicketFacts *facts)
{
  guint month = 0;

  while (month < BH_REPORT_MONTHS && facts->finished_at >= self->periods[month].to)
    month++;
  if (month == BH_REPORT_MONTHS || facts->finished_at < self->periods[month].from)
    return;

  for (guint i = 0; i < self->scopes->len; i++)
    {
      BhReportScope *scope = g_ptr_array_index (self->scopes, i);

      if (i > 0 && (facts->head.scopes & (1U << (i - 1))) == 0)
        continue;
      scope->signoff[month].asked += facts->signoff_asked;
      scope->signoff[month].yes += facts->signoff_signed;
      scope->callback[month].asked += facts->callback_asked;
      scope->callback[month].yes += facts->callback_reached;
    }
}

static void
write_finish (Writer *self, const BhTicketFacts *facts)
{
  BhReportStream *s = self->stream;

  if (facts->has_handling)
    {
      bh_report_stream_month (s, DATA_FINISHED_MONTH, facts->finished_at);
      write_so_far (self, DATA_FINISHED_SO_FAR, facts->finished_at);
      bh_report_stream_duration (s, DATA_HANDLING_DAYS, facts->handling_days);
      bh_report_stream_number (s, DATA_REWORKED, facts->reworked);
      bh_report_stream_number (s, DATA_FIRST_FIX, facts->fixed);
      bh_report_write_pair (s, DATA_SIGNOFF_ASKED, facts->signoff_asked, facts->signoff_signed);
      bh_report_write_pair (s, DATA_CALLBACK_ASKED, facts->callback_asked, facts->callback_reached);
      add_asked (self->report, facts);
    }
  if (facts->has_response)
    {
      bh_report_stream_month (s, DATA_RESPONDED_MONTH, facts->responded_at);
      bh_report_stream_duration (s, DATA_RESPONSE_HOURS, facts->response_hours);
    }
  if (facts->has_handover)
    {
      bh_report_stream_month (s, DATA_ACCEPTED_MONTH, facts->accepted_at);
      bh_report_stream_duration (s, DATA_HANDOVER_HOURS, facts->handover_hours);
    }
}

/* Of what is open at the end of the last month. */
static void
write_age (Writer *self, const BhTicketFacts *facts)
{
  BhReport *report = self->report;
  gint64 end = MIN (report->periods[BH_REPORT_LAST].to, report->request->as_of);

  if ((facts->open & 1U << BH_REPORT_LAST) != 0)
    bh_report_stream_text (self->stream, DATA_AGE,
                           bh_open_age_get_name (bh_open_ages_find (facts->received_at, end)));
}

static gboolean
write_ticket (const BhTicketFacts *facts, gpointer user_data, GError **error)
{
  Writer *self = user_data;
  BhReport *report = self->report;
  guint column = DATA_FIRST_EXTRA;

  bh_report_begin_row (report, self->stream, &facts->head);
  write_words (self, facts);
  write_times (self, facts);
  write_receipt (self, facts);
  write_happened (self, DATA_DISPATCHED_MONTH, facts->counts_dispatch, facts->dispatched_at,
                  facts->misrouted);
  write_happened (self, DATA_PROMISED_MONTH, facts->counts_promise, facts->promised_at,
                  facts->promise_kept);
  write_finish (self, facts);
  write_happened (self, DATA_VERDICT_MONTH, facts->counts_verdict, facts->verdict_at,
                  facts->passed);
  write_happened (self, DATA_CLOSED_MONTH, facts->counts_close, facts->closed_at, facts->exception);
  write_age (self, facts);
  column = bh_report_write_bits (self->stream, column, facts->open, BH_REPORT_MONTHS);
  column = bh_report_write_bits (self->stream, column, facts->overdue, BH_REPORT_MONTHS);
  bh_report_write_scopes (report, self->stream, BH_REPORT_TICKETS, column, &facts->head);

  if (++report->n_tickets % TICKETS_BETWEEN_NEWS != 0)
    return TRUE;

  return bh_report_tell (report, bh_report_get_fraction (report, facts->received_at, 0.05, 0.2),
                         _ ("Tickets"), error);
}

static void
add_month_columns (Writer *self, const char *prefix, const char *title)
{
  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    {
      int month = self->report->months[i];
      g_autofree char *name = g_strdup_printf ("%s%d", prefix, month);
      g_autofree char *heading = g_strdup_printf ("%s %d-%02d", title, month / 100, month % 100);

      bh_report_stream_add_column (self->stream, &(BhReportColumn){ name, heading, NULL, 10 });
    }
}

gboolean
bh_report_write_tickets (BhReport *self, GError **error)
{
  g_autoptr (BhReportStream) stream
      = bh_report_begin_table (self, BH_REPORT_TICKETS, C_ ("sheet", "Data"));
  Writer writer = { self, stream };
  BhFactsRequest request;
  g_autofree BhTicketFilter **scopes
      = bh_report_fill_facts_request (self, BH_REPORT_TICKETS, &request);

  add_month_columns (&writer, "open_", _ ("Open at the end of"));
  add_month_columns (&writer, "overdue_", _ ("Overdue at the end of"));
  bh_report_add_scope_columns (self, stream, BH_REPORT_TICKETS);
  if (!bh_ticket_facts_read (self->connection, self->office, &request, write_ticket, &writer,
                             self->cancellable, error))
    return FALSE;

  self->extent.sheets[BH_REPORT_TICKETS] = bh_report_stream_end (stream);

  return TRUE;
}
