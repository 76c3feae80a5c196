/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-columns.h"

#include "base/bh-i18n.h"

/* The sheet of callbacks: a row each, since a ticket can have several in several months. */

#define CALLBACKS_BETWEEN_NEWS 2000
#define POINTS_PER_SCORE 20

typedef enum
{
  CALL_NUMBER,
  CALL_CATEGORY,
  CALL_DEPARTMENT,
  CALL_AT,
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
  CALL_FIRST_EXTRA,
} CallColumn;

static const BhReportColumn columns[] = {
  [CALL_NUMBER] = { NULL, N_ ("Number"), NULL, 14 },
  [CALL_CATEGORY] = { NULL, N_ ("Category"), NULL, 22 },
  [CALL_DEPARTMENT] = { NULL, N_ ("Department"), NULL, 12 },
  [CALL_AT] = { NULL, N_ ("Called"), NULL, 16 },
  [CALL_MADE_BY] = { NULL, N_ ("Called by"), NULL, 10 },
  [CALL_REACHED] = { NULL, N_ ("Reached"), NULL, 8 },
  [CALL_SCORE] = { NULL, N_ ("Score"), NULL, 8 },
  [CALL_INVALID] = { NULL, N_ ("Answer does not count"), NULL, 8 },
  [CALL_TIMELY] = { NULL, N_ ("In time"), NULL, 8 },
  [CALL_SOLVED] = { NULL, N_ ("Solved"), NULL, 8 },
  [CALL_POLITE] = { NULL, N_ ("Polite"), NULL, 8 },
  [CALL_NOTE] = { NULL, N_ ("Words"), NULL, 40 },
  [CALL_MONTH]
  = { "callback_month", N_ ("Month called"), N_ ("Year and month as a number, 202610."), 10 },
  [CALL_COUNTS]
  = { "score_counts", N_ ("Score counts"),
      N_ ("1: a score from 1 to 5 of an answer that counts, and the ticket was not withdrawn or "
          "declined."),
      9 },
  [CALL_SATISFIED]
  = { "score_satisfied", N_ ("Satisfied"), N_ ("1: a score of 4 or 5; 0: less."), 9 },
  [CALL_POINTS] = { "score_points", N_ ("Points"), N_ ("The score times 20."), 8 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == CALL_FIRST_EXTRA);

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
write_words (Writer *self, const BhCallbackFacts *facts)
{
  BhOffice *office = self->report->office;
  BhReportStream *s = self->stream;

  bh_report_stream_text (s, CALL_NUMBER, facts->number);
  bh_report_stream_text (
      s, CALL_CATEGORY,
      bh_report_labels_get_category (self->report->labels, facts->category_id)->path);
  bh_report_stream_text (s, CALL_DEPARTMENT,
                         bh_office_get_name (office, BH_TYPE_DEPARTMENT, facts->department_id));
  bh_report_stream_time (s, CALL_AT, facts->at);
  bh_report_stream_text (s, CALL_MADE_BY,
                         bh_office_get_name (office, BH_TYPE_STAFF, facts->made_by));
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

  bh_report_stream_begin_row (s);
  write_words (self, facts);
  bh_report_stream_number (s, CALL_REACHED, facts->reached);
  if (facts->score > 0)
    bh_report_stream_number (s, CALL_SCORE, facts->score);
  if (facts->invalid)
    bh_report_stream_number (s, CALL_INVALID, 1);
  bh_report_stream_month (s, CALL_MONTH, facts->at);
  bh_report_stream_number (s, CALL_COUNTS, facts->counts);
  if (facts->counts)
    {
      bh_report_stream_number (s, CALL_SATISFIED, facts->satisfied);
      bh_report_stream_number (s, CALL_POINTS, facts->score * POINTS_PER_SCORE);
    }
  for (guint i = 0; i + 1 < self->report->scopes->len; i++)
    if ((facts->scopes & (1U << i)) != 0)
      bh_report_stream_number (s, CALL_FIRST_EXTRA + i, 1);

  if (++self->report->n_callbacks % CALLBACKS_BETWEEN_NEWS != 0)
    return TRUE;

  return bh_report_tell (self->report, 0.4, _ ("Callbacks"), error);
}

gboolean
bh_report_write_callbacks (BhReport *self, GError **error)
{
  g_autoptr (BhReportStream) stream
      = bh_report_stream_new (self->book, bh_office_get_time (self->office),
                              C_ ("sheet", "Callbacks"), self->request->max_rows);
  Writer writer = { self, stream };
  BhFactsRequest request;
  g_autofree BhTicketFilter **scopes = bh_report_fill_facts_request (self, &request);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      BhReportColumn column = columns[i];

      column.title = gettext (column.title);
      bh_report_stream_add_column (stream, &column);
    }
  bh_report_add_scope_columns (self, stream, "callback_scope_");
  if (!bh_callback_facts_read (self->connection, self->office, &request, write_callback, &writer,
                               self->cancellable, error))
    return FALSE;

  self->extent.sheets[BH_REPORT_CALLBACKS] = bh_report_stream_end (stream);

  return TRUE;
}
