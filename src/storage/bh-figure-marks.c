/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-figure-marks.h"

/* Numbers that no month has. */
#define REGISTER_MONTH 0
#define MEASURES_MONTH 1

struct _BhFigureMarks
{
  GHashTable *months; /* (owned): set of numbers, year * 100 + month, or REGISTER_MONTH */
};

BhFigureMarks *
bh_figure_marks_new (void)
{
  BhFigureMarks *self = g_new0 (BhFigureMarks, 1);

  self->months = g_hash_table_new (NULL, NULL);

  return self;
}

void
bh_figure_marks_free (BhFigureMarks *self)
{
  g_hash_table_unref (self->months);
  g_free (self);
}

static void
add_month (BhFigureMarks *self, int month)
{
  g_hash_table_add (self->months, GINT_TO_POINTER (month));
}

static int
get_month (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return local.month;
}

/* From the first thing of a ticket to the last. */
typedef struct
{
  gint64 first;
  gint64 last;
} Span;

/* 0 is no instant. */
static void
extend (Span *span, gint64 instant)
{
  if (instant == 0)
    return;
  span->first = MIN (span->first, instant);
  span->last = MAX (span->last, instant);
}

static void
extend_by_rounds (Span *span, BhTicket *ticket)
{
  for (guint i = 0; i < ticket->rounds->len; i++)
    {
      BhRound *round = g_ptr_array_index (ticket->rounds, i);

      extend (span, round->started_at);
      extend (span, round->finished_at);
      extend (span, round->closed_at);
    }
  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);

      extend (span, stage->started_at);
      extend (span, stage->done_at);
    }
}

static void
extend_by_words (Span *span, BhTicket *ticket)
{
  for (guint i = 0; i < ticket->opinions->len; i++)
    extend (span, ((BhOpinion *) g_ptr_array_index (ticket->opinions, i))->at);
  for (guint i = 0; i < ticket->callbacks->len; i++)
    extend (span, ((BhCallback *) g_ptr_array_index (ticket->callbacks, i))->at);
  for (guint i = 0; i < ticket->warnings->len; i++)
    extend (span, ((BhWarning *) g_ptr_array_index (ticket->warnings, i))->at);
}

/* A limit counts where it has passed; while it is still to come, its own passing ends what was
 * computed before. */
static void
extend_by_limits (Span *span, BhTicket *ticket, gint64 now)
{
  extend (span, MIN (ticket->promised_at, now));
  extend (span, MIN (ticket->response_due, now));
  for (guint i = 0; i < ticket->rounds->len; i++)
    extend (span, MIN (((BhRound *) g_ptr_array_index (ticket->rounds, i))->completion_due, now));
  for (guint i = 0; i < ticket->stages->len; i++)
    extend (span, MIN (((BhStage *) g_ptr_array_index (ticket->stages, i))->due_at, now));
}

void
bh_figure_marks_add_ticket (BhFigureMarks *self, BhTicket *ticket, BhOfficeTime *time, gint64 now)
{
  Span span = { ticket->received_at, ticket->received_at };
  int last;

  g_return_if_fail (self != NULL);
  g_return_if_fail (BH_IS_TICKET (ticket));

  extend (&span, ticket->responded_at);
  extend (&span, ticket->first_dispatched_at);
  extend (&span, ticket->first_accepted_at);
  extend (&span, ticket->finished_at);
  extend (&span, ticket->closed_at);
  extend (&span, ticket->last_at);
  extend_by_rounds (&span, ticket);
  extend_by_words (&span, ticket);
  extend_by_limits (&span, ticket, now);
  if (ticket->closed_at == 0)
    extend (&span, now);

  last = get_month (time, span.last);
  for (int month = get_month (time, span.first); month <= last; month = bh_month_shift (month, 1))
    add_month (self, month);
}

gboolean
bh_figure_marks_add_finishes (BhFigureMarks *self,
                              gint64 ticket_id,
                              BhConnection *connection,
                              BhOfficeTime *time,
                              GError **error)
{
  BhStatement *s = bh_connection_prepare (
      connection, "SELECT finished_at FROM round WHERE ticket_id = ?1 AND finished_at IS NOT NULL",
      error);
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (self != NULL, FALSE);

  if (s != NULL)
    bh_statement_bind_int64 (s, 1, ticket_id);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    add_month (self, get_month (time, bh_statement_get_int64 (s, 0)));

  return step == BH_STEP_DONE;
}

void
bh_figure_marks_add_register (BhFigureMarks *self)
{
  g_return_if_fail (self != NULL);

  add_month (self, REGISTER_MONTH);
}

void
bh_figure_marks_add_measures (BhFigureMarks *self)
{
  g_return_if_fail (self != NULL);

  add_month (self, MEASURES_MONTH);
}

gboolean
bh_figure_marks_write (BhFigureMarks *self, BhConnection *connection, gint64 *n, GError **error)
{
  GHashTableIter iter;
  gpointer month;

  g_return_val_if_fail (self != NULL, FALSE);

  *n = g_hash_table_size (self->months);
  g_hash_table_iter_init (&iter, self->months);
  while (g_hash_table_iter_next (&iter, &month, NULL))
    {
      BhStatement *s = bh_connection_prepare (
          connection,
          "INSERT INTO figure_mark (month, stamp) VALUES (?1, 1)"
          " ON CONFLICT (month) DO UPDATE SET stamp = figure_mark.stamp + 1",
          error);

      if (s == NULL)
        return FALSE;
      bh_statement_bind_int64 (s, 1, GPOINTER_TO_INT (month));
      if (!bh_statement_run (s, error))
        return FALSE;
    }
  g_hash_table_remove_all (self->months);

  return TRUE;
}

gboolean
bh_figure_marks_sum_all (BhConnection *connection, gint64 *sum, GError **error)
{
  return bh_connection_get_single (connection, "SELECT COALESCE (SUM (stamp), 0) FROM figure_mark",
                                   sum, error);
}
