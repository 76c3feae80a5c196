/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-columns.h"

#include "base/bh-i18n.h"
#include "insight/bh-stage-facts.h"

/* The sheet of stages: a row each, with who had it, how long it took and whether it was in time. */

#define STAGES_BETWEEN_NEWS 5000
#define SECONDS_PER_HOUR 3600.0

typedef enum
{
  STAGE_KIND = N_HEAD_COLUMNS,
  STAGE_ROUND,
  STAGE_UNIT,
  STAGE_HOLDER,
  STAGE_STARTED_AT,
  STAGE_DUE_AT,
  STAGE_DONE_AT,
  STAGE_PAUSED,
  STAGE_MONTH,
  STAGE_KEPT,
  STAGE_DONE_MONTH,
  STAGE_HOURS,
  STAGE_FIRST_EXTRA,
} StageColumn;

#define AT(column) [column - N_HEAD_COLUMNS]

static const BhReportColumn columns[] = {
  AT (STAGE_KIND) = { "stage_name", N_ ("Stage"), NULL, 10 },
  AT (STAGE_ROUND) = { .title = N_ ("Round"), .width = 8 },
  AT (STAGE_UNIT) = { "stage_unit", N_ ("Department of the stage"),
                      N_ ("That has it, or had it when it ended."), 12 },
  AT (STAGE_HOLDER)
  = { "stage_holder", N_ ("Holder"), N_ ("Who has it, or had it when it ended."), 10 },
  AT (STAGE_STARTED_AT) = { .title = N_ ("Began"), .width = 16 },
  AT (STAGE_DUE_AT) = { .title = N_ ("Limit"), .width = 16 },
  AT (STAGE_DONE_AT) = { .title = N_ ("Ended"), .width = 16 },
  AT (STAGE_PAUSED) = { .title = N_ ("Paused, hours"), .width = 8 },
  AT (STAGE_MONTH) = { "stage_month", N_ ("Month it counts"),
                       N_ ("When it ended or its limit passed, whichever came first."), 10 },
  AT (STAGE_KEPT)
  = { "stage_kept", N_ ("Stage on time"), N_ ("1: ended by its limit; 0: late."), 8 },
  AT (STAGE_DONE_MONTH) = { "stage_done_month", N_ ("Month it ended"),
                            N_ ("Where its hours count: not of merged, withdrawn or declined "
                                "tickets."),
                            10 },
  AT (STAGE_HOURS) = { "stage_hours", N_ ("Stage hours"),
                       N_ ("From its beginning to its end without pauses, in hours."), 10 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == STAGE_FIRST_EXTRA - N_HEAD_COLUMNS);

const BhReportColumn *
bh_report_stage_columns (guint *n)
{
  *n = G_N_ELEMENTS (columns);

  return columns;
}

typedef struct
{
  BhReport *report;
  BhReportStream *stream;
  guint n;
} Writer;

static void
write_course (BhReportStream *s, const BhStageFacts *facts)
{
  bh_report_stream_time (s, STAGE_STARTED_AT, facts->started_at);
  bh_report_stream_time (s, STAGE_DUE_AT, facts->due_at);
  bh_report_stream_time (s, STAGE_DONE_AT, facts->done_at);
  if (facts->paused > 0)
    bh_report_stream_duration (s, STAGE_PAUSED, (double) facts->paused / SECONDS_PER_HOUR);
  if (facts->counts_at != 0)
    {
      bh_report_stream_month (s, STAGE_MONTH, facts->counts_at);
      bh_report_stream_number (s, STAGE_KEPT, facts->kept);
    }
  if (facts->has_hours)
    {
      bh_report_stream_month (s, STAGE_DONE_MONTH, facts->done_at);
      bh_report_stream_duration (s, STAGE_HOURS, facts->hours);
    }
}

static gboolean
write_stage (const BhStageFacts *facts, gpointer user_data, GError **error)
{
  Writer *self = user_data;
  BhReport *report = self->report;
  BhReportStream *s = self->stream;

  bh_report_begin_row (report, s, &facts->head);
  bh_report_stream_text (s, STAGE_KIND, bh_list_get_label (BH_LIST_STAGE, (int) facts->stage));
  bh_report_stream_number (s, STAGE_ROUND, facts->round);
  bh_report_stream_text (
      s, STAGE_UNIT,
      bh_report_labels_get (report->labels, BH_TYPE_DEPARTMENT, facts->department_id));
  bh_report_stream_text (s, STAGE_HOLDER,
                         bh_report_labels_get (report->labels, BH_TYPE_STAFF, facts->holder_id));
  write_course (s, facts);
  bh_report_write_scopes (report, s, BH_REPORT_STAGES, STAGE_FIRST_EXTRA, &facts->head);

  if (++self->n % STAGES_BETWEEN_NEWS != 0)
    return TRUE;

  return bh_report_tell (report, bh_report_get_fraction (report, facts->received_at, 0.2, 0.35),
                         _ ("Stages"), error);
}

gboolean
bh_report_write_stages (BhReport *self, GError **error)
{
  g_autoptr (BhReportStream) stream
      = bh_report_begin_table (self, BH_REPORT_STAGES, C_ ("sheet", "Stages"));
  Writer writer = { self, stream, 0 };
  BhFactsRequest request;
  g_autofree BhTicketFilter **scopes
      = bh_report_fill_facts_request (self, BH_REPORT_STAGES, &request);

  bh_report_add_scope_columns (self, stream, BH_REPORT_STAGES);
  if (!bh_stage_facts_read (self->connection, self->office, &request, write_stage, &writer,
                            self->cancellable, error))
    return FALSE;

  self->extent.sheets[BH_REPORT_STAGES] = bh_report_stream_end (stream);

  return TRUE;
}
