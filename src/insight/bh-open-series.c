/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-open-series.h"

#include "domain/bh-ticket.h"

/* Every statement gives the id of a ticket, and the beginnings and the ends of a span: the ticket
 * is in the state after the last of its beginnings, up to the first of its ends, that one included.
 * It is run for one instant after the other, or for several in one go, so that each span comes
 * once: ?1 is the first of them, ?2 the last, ?3 the one before and ?4 the one after. What only
 * rules out that no instant lies in the span may let a span pass that has none. */
#define FROM_TICKET " FROM ticket AS t WHERE t.received_at < ?2"
#define FROM_ROUND " FROM round AS r JOIN ticket AS t ON t.id = r.ticket_id WHERE "

/* What was void or merged by as-of counts nowhere. */
#define COUNTS " AND NOT (t.status BETWEEN 90 AND 91 AND t.closed_at < %" G_GINT64_FORMAT ")"

/* Open at the beginning of a month is what was not closed in the month of its receipt, by an index
 * of its own. */
#define CARRIED " AND (t.closed_month IS NULL OR t.closed_month <> t.received_month)"
#define CLOSED_LATER " AND t.closed_at >= ?1 AND t.closed_at < ?4" CARRIED
#define NOT_CLOSED " AND t.closed_at IS NULL" CARRIED
/* Within a month, what was received at most 31 days before; at the present instant, nothing was
 * closed later. */
#define CLOSED_IN_MONTH                                                                            \
  " AND t.closed_at >= ?2 AND t.closed_month = t.received_month"                                   \
  " AND t.received_at >= ?2 - 2764800000000"                                                       \
  " AND EXISTS (SELECT 1 FROM ticket AS l WHERE l.closed_at >= ?2)"

#define OPEN "t.received_at, t.closed_at" FROM_TICKET

/* Rounds that did not end, which have the instants of the ticket. */
#define LATE                                                                                       \
  "COALESCE (t.completion_since, t.received_at), t.completion_due, t.finished_at, "                \
  "t.closed_at" FROM_TICKET                                                                        \
  " AND t.completion_due < ?2 AND (t.finished_at IS NULL OR t.finished_at >= ?1"                   \
  " OR (t.completion_due < ?3 AND t.finished_at > t.completion_due))"

/* Those that ended since, by an index of their own: the deadline of each holds from its last move
 * on. */
static const char LATE_ENDED[]
    = "r.started_at, r.completion_due, (SELECT MAX (d.changed_at) FROM due_change AS d"
      " WHERE d.ticket_id = r.ticket_id AND d.round = r.round AND d.clock = 9),"
      " r.finished_at, r.closed_at, r.ended_at" FROM_ROUND
      "r.completion_due >= ?3 AND r.completion_due < ?2 AND r.ended_at >= ?1"
      " AND r.ended_at IS NOT NULL AND (r.finished_at IS NULL OR r.finished_at > r.completion_due)"
      " AND (r.finished_at IS NULL OR r.finished_at >= ?1)"
      " AND (r.closed_at IS NULL OR r.closed_at >= ?1)";

/* Deadlines that had passed when they were moved: each held since the change before. */
static const char LATE_ONCE[]
    = "r.started_at, d.old_due, (SELECT MAX (p.changed_at) FROM due_change AS p"
      " WHERE p.ticket_id = d.ticket_id AND p.round = d.round AND p.clock = 9"
      " AND (p.changed_at < d.changed_at OR (p.changed_at = d.changed_at AND p.idx < d.idx))),"
      " d.changed_at, r.finished_at, r.closed_at, r.ended_at"
      " FROM due_change AS d JOIN round AS r ON r.ticket_id = d.ticket_id AND r.round = d.round"
      " JOIN ticket AS t ON t.id = d.ticket_id"
      " WHERE d.clock = 9 AND d.old_due < d.changed_at AND d.old_due < ?2"
      " AND d.changed_at >= ?1 AND d.changed_at < ?4";

/* From a closing until work began again, a ticket was not open. */
static const char SHUT[]
    = "r.closed_at, r.ended_at" FROM_ROUND "r.closed_at IS NOT NULL AND r.ended_at IS NOT NULL"
      " AND r.closed_at < ?2 AND r.ended_at >= ?1 AND r.ended_at < ?4";

/* Always so: not every statement has all parameters. */
#define NAMES " AND ?3 <= ?1 AND ?2 <= ?4"

G_STATIC_ASSERT (BH_CLOCK_COMPLETION == 9 && BH_STATUS_VOID == 90 && BH_STATUS_MERGED == 91);

typedef struct
{
  const char *sql;
  BhOpenState state;
  guint n_from, n_to;
  gboolean last; /* for the last instant alone */
} Source;

static const Source sources[] = {
  { OPEN CLOSED_LATER, BH_OPEN_WAITING, 1, 1, FALSE },
  { OPEN NOT_CLOSED, BH_OPEN_WAITING, 1, 1, TRUE },
  { OPEN CLOSED_IN_MONTH, BH_OPEN_WAITING, 1, 1, TRUE },
  { SHUT, BH_OPEN_SHUT, 1, 1, FALSE },
  { LATE CLOSED_LATER, BH_OPEN_OVERDUE, 2, 2, FALSE },
  { LATE NOT_CLOSED, BH_OPEN_OVERDUE, 2, 2, TRUE },
  { LATE CLOSED_IN_MONTH, BH_OPEN_OVERDUE, 2, 2, TRUE },
  { LATE_ENDED, BH_OPEN_OVERDUE, 3, 3, FALSE },
  { LATE_ONCE, BH_OPEN_OVERDUE, 3, 4, FALSE },
};

enum
{
  COLUMN_ID,
  FIRST_BEGINNING,
};

/* Who is told. */
typedef struct
{
  BhOpenFunc func;
  gpointer user_data;
} Listener;

/* What has not happened is NULL, and an end that never comes. */
static void
tell (const BhOpenSeries *self, const Source *source, BhStatement *s, const Listener *listener)
{
  gint64 from = 0, to = G_MAXINT64;

  for (guint i = 0; i < source->n_from; i++)
    from = MAX (from, bh_statement_get_int64 (s, FIRST_BEGINNING + i));
  for (guint i = 0; i < source->n_to; i++)
    {
      gint64 instant = bh_statement_get_int64 (s, FIRST_BEGINNING + source->n_from + i);

      to = instant != 0 ? MIN (to, instant) : to;
    }

  for (guint i = 0; i < self->n_ends && self->ends[i] <= to; i++)
    if (from < self->ends[i])
      listener->func (bh_statement_get_int64 (s, COLUMN_ID), i, source->state, listener->user_data);
}

/* For the instants from @first to @last. */
static gboolean
run (const BhOpenSeries *self,
     const Source *source,
     const char *sql,
     guint first,
     guint last,
     const Listener *listener,
     GError **error)
{
  BhStatement *s = bh_connection_prepare (self->connection, sql, error);
  BhStep step;

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, self->ends[first]);
  bh_statement_bind_int64 (s, 2, self->ends[last]);
  bh_statement_bind_int64 (s, 3, first > 0 ? self->ends[first - 1] : G_MININT64);
  bh_statement_bind_int64 (s, 4, last + 1 < self->n_ends ? self->ends[last + 1] : G_MAXINT64);
  bh_filter_sql_bind (self->filter, s);
  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    tell (self, source, s, listener);

  return step == BH_STEP_DONE;
}

static gboolean
run_all (const BhOpenSeries *self,
         const Source *source,
         const Listener *listener,
         GCancellable *cancellable,
         GError **error)
{
  guint n_at_once = bh_filter_sql_searches (self->filter) ? self->n_ends : 1;
  g_autofree char *sql = g_strdup_printf ("SELECT t.id, %s" COUNTS NAMES " AND %s", source->sql,
                                          self->as_of, bh_filter_sql_get_condition (self->filter));

  for (guint i = source->last ? self->n_ends - 1 : 0; i < self->n_ends; i += n_at_once)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !run (self, source, sql, i, MIN (i + n_at_once, self->n_ends) - 1, listener, error))
      return FALSE;

  return TRUE;
}

gboolean
bh_open_series_visit (const BhOpenSeries *self,
                      BhOpenFunc func,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  const Listener listener = { func, user_data };

  g_return_val_if_fail (self != NULL && BH_IS_CONNECTION (self->connection), FALSE);
  g_return_val_if_fail (self->filter != NULL, FALSE);
  g_return_val_if_fail (self->ends != NULL && self->n_ends > 0, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if ((sources[i].state == BH_OPEN_OVERDUE ? self->with_overdue : self->with_open)
        && !run_all (self, &sources[i], &listener, cancellable, error))
      return FALSE;

  return TRUE;
}

static void
count_cb (gint64 ticket_id, guint end, BhOpenState state, gpointer user_data)
{
  BhOpenCount *counts = user_data;

  if (state == BH_OPEN_OVERDUE)
    counts[end].overdue++;
  else
    counts[end].open += state == BH_OPEN_WAITING ? 1 : -1;
}

gboolean
bh_open_series_compute (const BhOpenSeries *self,
                        BhOpenCount *counts,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (self != NULL && counts != NULL, FALSE);

  for (guint i = 0; i < self->n_ends; i++)
    counts[i] = (BhOpenCount){ 0, 0 };

  return bh_open_series_visit (self, count_cb, counts, cancellable, error);
}
