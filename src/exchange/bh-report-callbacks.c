/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-columns.h"

#include "base/bh-i18n.h"

/* The sheet of callbacks: a row each, since a ticket can have several in several months. */

#define CALLBACKS_BETWEEN_NEWS 2000
#define POINTS_PER_SCORE 20

typedef enum
{
  CALL_AT = N_HEAD_COLUMNS,
  CALL_MADE_BY,
  CALL_REACHED,
  CALL_SCORE,
  CALL_INVALID,
  CALL_TIMELY,
  CALL_SOLVED,
  CALL_POLITE,
  CALL_NOTE,
  CALL_MONTH,
  CALL_COUNTS,
  CALL_SATISFIED,
  CALL_POINTS,
  CALL_SOLVED_COUNTS,
  CALL_SOLVED_YES,
  CALL_TIMELY_COUNTS,
  CALL_TIMELY_YES,
  CALL_POLITE_COUNTS,
  CALL_POLITE_YES,
  CALL_FIRST_EXTRA,
} CallColumn;

#define AT(column) [column - N_HEAD_COLUMNS]
#define ANSWERED N_ ("1: an answer that counts, and it answers this question.")
#define SAID_YES N_ ("1: the answer is yes; 0: no.")

static const BhReportColumn columns[] = {
  AT (CALL_AT) = { .title = N_ ("Called"), .width = 16 },
  AT (CALL_MADE_BY) = { .title = N_ ("Called by"), .width = 10 },
  AT (CALL_REACHED) = { .title = N_ ("Reached"), .width = 8 },
  AT (CALL_SCORE) = { "callback_score", N_ ("Score"), N_ ("From 1 to 5."), 8 },
  AT (CALL_INVALID) = { .title = N_ ("Answer does not count"), .width = 8 },
  AT (CALL_TIMELY) = { .title = N_ ("In time"), .width = 8 },
  AT (CALL_SOLVED) = { .title = N_ ("Solved"), .width = 8 },
  AT (CALL_POLITE) = { .title = N_ ("Polite"), .width = 8 },
  AT (CALL_NOTE) = { .title = N_ ("Words"), .width = 40, .when = BH_REPORT_COLUMN_INTERNAL },
  AT (CALL_MONTH)
  = { "callback_month", N_ ("Month called"), N_ ("Year and month as a number, 202610."), 10 },
  AT (CALL_COUNTS)
  = { "score_counts", N_ ("Score counts"),
      N_ ("1: a score from 1 to 5 of an answer that counts, and the ticket was not withdrawn or "
          "declined."),
      9 },
  AT (CALL_SATISFIED)
  = { "score_satisfied", N_ ("Satisfied"), N_ ("1: a score of 4 or 5; 0: less."), 9 },
  AT (CALL_POINTS) = { "score_points", N_ ("Points"), N_ ("The score times 20."), 8 },
  AT (CALL_SOLVED_COUNTS) = { "solved_counts", N_ ("Says whether solved"), ANSWERED, 9 },
  AT (CALL_SOLVED_YES) = { "solved_yes", N_ ("Says solved"), SAID_YES, 8 },
  AT (CALL_TIMELY_COUNTS) = { "timely_counts", N_ ("Says whether in time"), ANSWERED, 9 },
  AT (CALL_TIMELY_YES) = { "timely_yes", N_ ("Says in time"), SAID_YES, 8 },
  AT (CALL_POLITE_COUNTS) = { "polite_counts", N_ ("Says whether polite"), ANSWERED, 9 },
  AT (CALL_POLITE_YES) = { "polite_yes", N_ ("Says polite"), SAID_YES, 8 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == CALL_FIRST_EXTRA - N_HEAD_COLUMNS);

const BhReportColumn *
bh_report_callback_columns (guint *n)
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
write_answer (BhReportStream *s, guint column, BhTri answer)
{
  bh_report_write_pair (s, column, answer == BH_TRI_YES || answer == BH_TRI_NO,
                        answer == BH_TRI_YES);
}

static void
write_words (Writer *self, const BhCallbackFacts *facts)
{
  BhReportStream *s = self->stream;

  bh_report_stream_time (s, CALL_AT, facts->at);
  bh_report_stream_text (
      s, CALL_MADE_BY, bh_report_labels_get (self->report->labels, BH_TYPE_STAFF, facts->made_by));
  bh_report_stream_number (s, CALL_REACHED, facts->reached);
  if (facts->score > 0)
    bh_report_stream_number (s, CALL_SCORE, facts->score);
  if (facts->invalid)
    bh_report_stream_number (s, CALL_INVALID, 1);
  bh_report_stream_text (s, CALL_TIMELY, bh_list_get_label (BH_LIST_TRI, (int) facts->timely));
  bh_report_stream_text (s, CALL_SOLVED, bh_list_get_label (BH_LIST_TRI, (int) facts->solved));
  bh_report_stream_text (s, CALL_POLITE, bh_list_get_label (BH_LIST_TRI, (int) facts->polite));
  bh_report_stream_text (s, CALL_NOTE, facts->note);
}

static gboolean
write_callback (const BhCallbackFacts *facts, gpointer user_data, GError **error)
{
  Writer *self = user_data;
  BhReportStream *s = self->stream;

  bh_report_begin_row (self->report, s, &facts->head);
  write_words (self, facts);
  bh_report_stream_month (s, CALL_MONTH, facts->at);
  bh_report_stream_number (s, CALL_COUNTS, facts->counts_score);
  if (facts->counts_score)
    {
      bh_report_stream_number (s, CALL_SATISFIED, facts->satisfied);
      bh_report_stream_number (s, CALL_POINTS, facts->score * POINTS_PER_SCORE);
    }
  if (facts->counts)
    {
      write_answer (s, CALL_SOLVED_COUNTS, facts->solved);
      write_answer (s, CALL_TIMELY_COUNTS, facts->timely);
      write_answer (s, CALL_POLITE_COUNTS, facts->polite);
    }
  bh_report_write_scopes (self->report, s, BH_REPORT_CALLBACKS, CALL_FIRST_EXTRA, &facts->head);

  if (++self->report->n_callbacks % CALLBACKS_BETWEEN_NEWS != 0)
    return TRUE;

  return bh_report_tell (self->report, bh_report_get_fraction (self->report, facts->at, 0.35, 0.4),
                         C_ ("sheet", "Callbacks"), error);
}

gboolean
bh_report_write_callbacks (BhReport *self, GError **error)
{
  g_autoptr (BhReportStream) stream
      = bh_report_begin_table (self, BH_REPORT_CALLBACKS, C_ ("sheet", "Callbacks"));
  Writer writer = { self, stream };
  BhFactsRequest request;
  g_autofree BhTicketFilter **scopes
      = bh_report_fill_facts_request (self, BH_REPORT_CALLBACKS, &request);

  bh_report_add_scope_columns (self, stream, BH_REPORT_CALLBACKS);
  if (!bh_callback_facts_read (self->connection, self->office, &request, write_callback, &writer,
                               self->cancellable, error))
    return FALSE;

  self->extent.sheets[BH_REPORT_CALLBACKS] = bh_report_stream_end (stream);

  return TRUE;
}
