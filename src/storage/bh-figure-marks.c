/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-figure-marks.h"

/* Numbers that no month has. */
#define REGISTER_MONTH 0
#define MEASURES_MONTH 1

/* All events up to this one are counted in the stamps. */
#define COUNTED "COALESCE ((SELECT event_id FROM figure_counted), 0)"

/* So many events may wait to be counted in. */
#define MAX_UNCOUNTED 64

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

/* The months of the events after the last that was counted in, each as first and last. */
static BhStatement *
find_uncounted (BhConnection *connection, GError **error)
{
  return bh_connection_prepare (
      connection,
      "SELECT first_month, last_month FROM event WHERE first_month IS NOT NULL"
      " AND id > " COUNTED,
      error);
}

static void
grow (GHashTable *stamps, int month, gint64 by)
{
  gint64 *stamp = g_hash_table_lookup (stamps, GINT_TO_POINTER (month));

  if (stamp != NULL)
    *stamp += by;
  else
    g_hash_table_insert (stamps, GINT_TO_POINTER (month), g_memdup2 (&by, sizeof by));
}

/* @stamps: month to gint64 (owned) */
static gboolean
add_uncounted (BhConnection *connection, GHashTable *stamps, GError **error)
{
  BhStatement *s = find_uncounted (connection, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      int last = (int) bh_statement_get_int64 (s, 1);

      for (int month = (int) bh_statement_get_int64 (s, 0); month <= last;
           month = bh_month_shift (month, 1))
        grow (stamps, month, 1);
    }

  return step == BH_STEP_DONE;
}

static GHashTable *
stamps_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static gboolean
write_stamp (BhConnection *connection, int month, gint64 by, GError **error)
{
  BhStatement *s
      = bh_connection_prepare (connection,
                               "INSERT INTO figure_mark (month, stamp) VALUES (?1, ?2)"
                               " ON CONFLICT (month) DO UPDATE SET stamp = figure_mark.stamp + ?2",
                               error);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, month);
  bh_statement_bind_int64 (s, 2, by);

  return bh_statement_run (s, error);
}

/* Counts in what waits, and @months (nullable). */
static gboolean
write_stamps (BhConnection *connection, GHashTable *months, GError **error)
{
  g_autoptr (GHashTable) stamps = stamps_new ();
  GHashTableIter iter;
  gpointer month, stamp;

  if (!add_uncounted (connection, stamps, error))
    return FALSE;

  if (months != NULL)
    {
      g_hash_table_iter_init (&iter, months);
      while (g_hash_table_iter_next (&iter, &month, NULL))
        grow (stamps, GPOINTER_TO_INT (month), 1);
    }
  g_hash_table_iter_init (&iter, stamps);
  while (g_hash_table_iter_next (&iter, &month, &stamp))
    if (!write_stamp (connection, GPOINTER_TO_INT (month), *(gint64 *) stamp, error))
      return FALSE;

  return bh_connection_execute (connection,
                                "INSERT INTO figure_counted (id, event_id)"
                                " SELECT 1, COALESCE (MAX (id), 0) FROM event WHERE 1 = 1"
                                " ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id",
                                error);
}

/* Returns: whether the months follow each other, and none of them is a number that no month has */
static gboolean
is_span (GHashTable *months, int *first, int *last)
{
  GHashTableIter iter;
  gpointer month;
  guint n = 1;

  *first = G_MAXINT;
  *last = 0;
  g_hash_table_iter_init (&iter, months);
  while (g_hash_table_iter_next (&iter, &month, NULL))
    {
      *first = MIN (*first, GPOINTER_TO_INT (month));
      *last = MAX (*last, GPOINTER_TO_INT (month));
    }
  if (*first <= MEASURES_MONTH || *last == 0)
    return FALSE;

  for (int m = *first; m < *last && n <= g_hash_table_size (months); m = bh_month_shift (m, 1))
    n++;

  return n == g_hash_table_size (months);
}

/* The page of the event is written anyway, so that most verbs write none for the marks. An event
 * that is not after the last that was counted in would never be counted: a clock was set back. */
static gboolean
write_to_event (BhConnection *connection,
                gint64 event_id,
                int first,
                int last,
                gboolean *written,
                GError **error)
{
  BhStatement *s
      = bh_connection_prepare (connection,
                               "UPDATE event SET first_month = ?2, last_month = ?3 WHERE id = ?1"
                               " AND id > " COUNTED,
                               error);
  gint64 waiting;

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, event_id);
  bh_statement_bind_int64 (s, 2, first);
  bh_statement_bind_int64 (s, 3, last);
  if (!bh_statement_run (s, error))
    return FALSE;

  *written = bh_connection_count_changes (connection) > 0;
  if (!*written)
    return TRUE;
  if (!bh_connection_get_single (connection, "SELECT COUNT (*) FROM event WHERE id > " COUNTED,
                                 &waiting, error))
    return FALSE;

  return waiting <= MAX_UNCOUNTED || write_stamps (connection, NULL, error);
}

gboolean
bh_figure_marks_write (
    BhFigureMarks *self, BhConnection *connection, gint64 event_id, gint64 *n, GError **error)
{
  gboolean written = FALSE;
  int first, last;

  g_return_val_if_fail (self != NULL, FALSE);

  *n = g_hash_table_size (self->months);
  if (*n == 0)
    return TRUE;
  if (event_id != 0 && is_span (self->months, &first, &last)
      && !write_to_event (connection, event_id, first, last, &written, error))
    return FALSE;
  if (!written && !write_stamps (connection, self->months, error))
    return FALSE;
  g_hash_table_remove_all (self->months);

  return TRUE;
}

static int
compare_months (gconstpointer a, gconstpointer b)
{
  return ((const BhMonthStamp *) a)->month - ((const BhMonthStamp *) b)->month;
}

GArray *
bh_figure_marks_read (BhConnection *connection, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (BhMonthStamp));
  g_autoptr (GHashTable) stamps = stamps_new ();
  BhStatement *s
      = bh_connection_prepare (connection, "SELECT month, stamp FROM figure_mark", error);
  BhStep step = BH_STEP_ERROR;
  GHashTableIter iter;
  gpointer month, stamp;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    grow (stamps, (int) bh_statement_get_int64 (s, 0), bh_statement_get_int64 (s, 1));
  if (step != BH_STEP_DONE || !add_uncounted (connection, stamps, error))
    return NULL;

  g_hash_table_iter_init (&iter, stamps);
  while (g_hash_table_iter_next (&iter, &month, &stamp))
    {
      BhMonthStamp own = { GPOINTER_TO_INT (month), *(gint64 *) stamp };

      g_array_append_val (list, own);
    }
  g_array_sort (list, compare_months);

  return g_steal_pointer (&list);
}

gboolean
bh_figure_marks_sum_all (BhConnection *connection, gint64 *sum, GError **error)
{
  g_autoptr (GArray) stamps = bh_figure_marks_read (connection, error);

  *sum = 0;
  for (guint i = 0; stamps != NULL && i < stamps->len; i++)
    *sum += g_array_index (stamps, BhMonthStamp, i).stamp;

  return stamps != NULL;
}
