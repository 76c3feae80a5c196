/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-columns.h"
#include "exchange/bh-report-private.h"
#include "exchange/bh-report-stream.h"

#include "base/bh-i18n.h"

/* The sheet of tickets: a row each, with the 0 and 1 and the durations that the figures are made
 * of. An empty cell means that the ticket is not asked. */

#define TICKETS_BETWEEN_NEWS 2000

typedef enum
{
  DATA_NUMBER,
  DATA_KIND,
  DATA_GRADE,
  DATA_CHANNEL,
  DATA_CATEGORY_TOP,
  DATA_CATEGORY,
  DATA_COMMUNITY,
  DATA_PLACE,
  DATA_CONTACT,
  DATA_PHONE,
  DATA_SUMMARY,
  DATA_DESCRIPTION,
  DATA_DEPARTMENT,
  DATA_PERSON,
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
  DATA_RESPONSE_COUNTS,
  DATA_RESPONSE_KEPT,
  DATA_COMPLETION_COUNTS,
  DATA_COMPLETION_KEPT,
  DATA_FIRST_ANSWER_COUNTS,
  DATA_FIRST_ANSWER_KEPT,
  DATA_REPEATS,
  DATA_RESOLVED_COUNTS,
  DATA_RESOLVED,
  DATA_FINISHED_MONTH,
  DATA_HANDLING_DAYS,
  DATA_REWORKED,
  DATA_SIGNOFF_ASKED,
  DATA_SIGNOFF_SIGNED,
  DATA_CALLBACK_ASKED,
  DATA_CALLBACK_REACHED,
  DATA_RESPONDED_MONTH,
  DATA_RESPONSE_HOURS,
  DATA_ACCEPTED_MONTH,
  DATA_HANDOVER_HOURS,
  DATA_FIRST_EXTRA,
} DataColumn;

static const BhReportColumn columns[] = {
  [DATA_NUMBER] = { NULL, N_ ("Number"), NULL, 14 },
  [DATA_KIND] = { NULL, N_ ("Kind"), NULL, 9 },
  [DATA_GRADE] = { NULL, N_ ("Grade"), NULL, 9 },
  [DATA_CHANNEL] = { NULL, N_ ("Channel"), NULL, 11 },
  [DATA_CATEGORY_TOP] = { "category_top", N_ ("Top category"), NULL, 12 },
  [DATA_CATEGORY] = { "category", N_ ("Category"), NULL, 22 },
  [DATA_COMMUNITY] = { NULL, N_ ("Community"), NULL, 14 },
  [DATA_PLACE] = { NULL, N_ ("Place"), NULL, 18 },
  [DATA_CONTACT] = { NULL, N_ ("Contact"), NULL, 10 },
  [DATA_PHONE] = { NULL, N_ ("Phone"), NULL, 13 },
  [DATA_SUMMARY] = { NULL, N_ ("Summary"), NULL, 40 },
  [DATA_DESCRIPTION] = { NULL, N_ ("Description"), NULL, 40 },
  [DATA_DEPARTMENT] = { NULL, N_ ("Department"), NULL, 12 },
  [DATA_PERSON] = { NULL, N_ ("Person"), NULL, 10 },
  [DATA_STATUS] = { NULL, N_ ("Status"), N_ ("Where the ticket stood as of the time above."), 11 },
  [DATA_ROUND] = { NULL, N_ ("Round"), NULL, 8 },
  [DATA_REMINDERS] = { NULL, N_ ("Reminders"), NULL, 8 },
  [DATA_RECEIVED_AT] = { NULL, N_ ("Received"), NULL, 16 },
  [DATA_RESPONSE_DUE] = { NULL, N_ ("Response due"), NULL, 16 },
  [DATA_RESPONDED_AT] = { NULL, N_ ("Responded"), NULL, 16 },
  [DATA_ACCEPTED_AT] = { NULL, N_ ("First accepted"), NULL, 16 },
  [DATA_COMPLETION_DUE] = { NULL, N_ ("Completion due"), NULL, 16 },
  [DATA_FINISHED_AT] = { NULL, N_ ("Finished"), NULL, 16 },
  [DATA_CLOSED_AT] = { NULL, N_ ("Closed"), NULL, 16 },
  [DATA_RECEIVED_MONTH]
  = { "received_month", N_ ("Month received"), N_ ("Year and month as a number, 202610."), 10 },
  [DATA_RESPONSE_COUNTS]
  = { "response_counts", N_ ("Response counts"),
      N_ ("1: it has a response deadline and was answered, or the deadline has passed."), 10 },
  [DATA_RESPONSE_KEPT]
  = { "response_kept", N_ ("Response on time"), N_ ("1: answered by the deadline; 0: not."), 10 },
  [DATA_COMPLETION_COUNTS]
  = { "completion_counts", N_ ("Completion counts"),
      N_ ("1: it has a completion deadline and is finished, or the deadline has passed."), 10 },
  [DATA_COMPLETION_KEPT] = { "completion_kept", N_ ("Completion on time"),
                             N_ ("1: finished by the deadline; 0: not."), 10 },
  [DATA_FIRST_ANSWER_COUNTS] = { "first_answer_counts", N_ ("First answer counts"),
                                 N_ ("1: somebody waited for an answer when it was entered."), 10 },
  [DATA_FIRST_ANSWER_KEPT] = { "first_answer_kept", N_ ("First answer on time"),
                               N_ ("1: answered within two minutes; 0: not."), 10 },
  [DATA_REPEATS] = { "repeats", N_ ("Is a repeat"), N_ ("1: it repeats an earlier ticket."), 8 },
  [DATA_RESOLVED_COUNTS] = { "resolved_counts", N_ ("Resolution counts"),
                             N_ ("1: every ticket that was not merged into another."), 10 },
  [DATA_RESOLVED] = { "resolved", N_ ("Resolved"), N_ ("1: finished as of the time above."), 8 },
  [DATA_FINISHED_MONTH] = { "finished_month", N_ ("Month finished"),
                            N_ ("Where it counts as finished: not merged, withdrawn or declined, "
                                "and no rework followed."),
                            10 },
  [DATA_HANDLING_DAYS] = { "handling_days", N_ ("Handling days"),
                           N_ ("From receipt to finish without pauses, in days."), 10 },
  [DATA_REWORKED]
  = { "reworked", N_ ("Reworked"), N_ ("1: finished after more than one round."), 8 },
  [DATA_SIGNOFF_ASKED]
  = { "signoff_asked", N_ ("Asked to sign"),
      N_ ("How many complainants gave a verdict or had their time for it."), 9 },
  [DATA_SIGNOFF_SIGNED] = { "signoff_signed", N_ ("Signed"), N_ ("How many of them signed."), 8 },
  [DATA_CALLBACK_ASKED] = { "callback_asked", N_ ("To call back"),
                            N_ ("How many complainants were called back or should have been."), 9 },
  [DATA_CALLBACK_REACHED]
  = { "callback_reached", N_ ("Reached"), N_ ("How many of them were reached."), 8 },
  [DATA_RESPONDED_MONTH] = { "responded_month", N_ ("Month of response"), NULL, 10 },
  [DATA_RESPONSE_HOURS] = { "response_hours", N_ ("Response hours"),
                            N_ ("From receipt to response without pauses, in hours."), 10 },
  [DATA_ACCEPTED_MONTH] = { "accepted_month", N_ ("Month of handover"), NULL, 10 },
  [DATA_HANDOVER_HOURS] = { "handover_hours", N_ ("Handover hours"),
                            N_ ("From receipt to first acceptance without pauses, in hours."), 10 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == DATA_FIRST_EXTRA);

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
  BhOffice *office = self->report->office;
  BhReportStream *s = self->stream;
  const BhReportLabel *label
      = bh_report_labels_get_category (self->report->labels, facts->category_id);

  bh_report_stream_text (s, DATA_NUMBER, facts->number);
  bh_report_stream_text (s, DATA_KIND, bh_list_get_label (BH_LIST_KIND, (int) facts->kind));
  bh_report_stream_text (s, DATA_GRADE, bh_list_get_label (BH_LIST_GRADE, (int) facts->grade));
  bh_report_stream_text (s, DATA_CHANNEL,
                         bh_office_get_name (office, BH_TYPE_CHANNEL, facts->channel_id));
  bh_report_stream_text (s, DATA_CATEGORY_TOP, label->top);
  bh_report_stream_text (s, DATA_CATEGORY, label->path);
  bh_report_stream_text (s, DATA_COMMUNITY,
                         bh_office_get_name (office, BH_TYPE_PLACE, facts->community_id));
  bh_report_stream_text (s, DATA_PLACE, facts->place);
  bh_report_stream_text (s, DATA_CONTACT, facts->contact);
  bh_report_stream_text (s, DATA_PHONE, facts->phone);
  bh_report_stream_text (s, DATA_SUMMARY, facts->summary);
  bh_report_stream_text (s, DATA_DESCRIPTION, facts->description);
  bh_report_stream_text (s, DATA_DEPARTMENT,
                         bh_office_get_name (office, BH_TYPE_DEPARTMENT, facts->department_id));
  bh_report_stream_text (s, DATA_PERSON,
                         bh_office_get_name (office, BH_TYPE_STAFF, facts->staff_id));
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

/* Of a share: whether it counts, and if so whether it is kept. */
static void
write_pair (Writer *self, guint column, int asked, int yes)
{
  if (asked == 0)
    return;

  bh_report_stream_number (self->stream, column, asked);
  bh_report_stream_number (self->stream, column + 1, yes);
}

static void
write_receipt (Writer *self, const BhTicketFacts *facts)
{
  bh_report_stream_month (self->stream, DATA_RECEIVED_MONTH, facts->received_at);
  write_pair (self, DATA_RESPONSE_COUNTS, facts->counts_response, facts->response_kept);
  write_pair (self, DATA_COMPLETION_COUNTS, facts->counts_completion, facts->completion_kept);
  write_pair (self, DATA_FIRST_ANSWER_COUNTS, facts->counts_first_answer, facts->first_answer_kept);
  bh_report_stream_number (self->stream, DATA_REPEATS, facts->repeats);
  write_pair (self, DATA_RESOLVED_COUNTS, facts->counts_resolved, facts->resolved);
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

      if (i > 0 && (facts->scopes & (1U << (i - 1))) == 0)
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
      bh_report_stream_duration (s, DATA_HANDLING_DAYS, facts->handling_days);
      bh_report_stream_number (s, DATA_REWORKED, facts->reworked);
      write_pair (self, DATA_SIGNOFF_ASKED, facts->signoff_asked, facts->signoff_signed);
      add_asked (self->report, facts);
      write_pair (self, DATA_CALLBACK_ASKED, facts->callback_asked, facts->callback_reached);
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

/* Columns whose number depends on the report: ones where a bit is set. */
static guint
write_bits (Writer *self, guint column, guint32 bits, guint n)
{
  for (guint i = 0; i < n; i++)
    if ((bits & (1U << i)) != 0)
      bh_report_stream_number (self->stream, column + i, 1);

  return column + n;
}

/* Tickets come in order of receipt, so that the time passed tells how far they are. */
static double
get_fraction (BhReport *self, const BhTicketFacts *facts)
{
  double passed = (double) (facts->received_at - self->whole.from);

  return 0.05 + 0.3 * CLAMP (passed / (double) (self->whole.to - self->whole.from), 0, 1);
}

static gboolean
write_ticket (const BhTicketFacts *facts, gpointer user_data, GError **error)
{
  Writer *self = user_data;
  guint column = DATA_FIRST_EXTRA;

  bh_report_stream_begin_row (self->stream);
  write_words (self, facts);
  write_times (self, facts);
  write_receipt (self, facts);
  write_finish (self, facts);
  column = write_bits (self, column, facts->open, BH_REPORT_MONTHS);
  column = write_bits (self, column, facts->overdue, BH_REPORT_MONTHS);
  write_bits (self, column, facts->scopes, self->report->scopes->len - 1);

  if (++self->report->n_tickets % TICKETS_BETWEEN_NEWS != 0)
    return TRUE;

  return bh_report_tell (self->report, get_fraction (self->report, facts), _ ("Tickets"), error);
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

static void
add_columns (Writer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      BhReportColumn column = columns[i];

      column.title = gettext (column.title);
      bh_report_stream_add_column (self->stream, &column);
    }
  add_month_columns (self, "open_", _ ("Open at the end of"));
  add_month_columns (self, "overdue_", _ ("Overdue at the end of"));
  bh_report_add_scope_columns (self->report, self->stream, "scope_");
}

gboolean
bh_report_write_tickets (BhReport *self, GError **error)
{
  g_autoptr (BhReportStream) stream = bh_report_stream_new (
      self->book, bh_office_get_time (self->office), C_ ("sheet", "Data"), self->request->max_rows);
  Writer writer = { self, stream };
  BhFactsRequest request;
  g_autofree BhTicketFilter **scopes = bh_report_fill_facts_request (self, &request);

  add_columns (&writer);
  if (!bh_ticket_facts_read (self->connection, self->office, &request, write_ticket, &writer,
                             self->cancellable, error))
    return FALSE;

  self->extent.sheets[BH_REPORT_TICKETS] = bh_report_stream_end (stream);

  return TRUE;
}
