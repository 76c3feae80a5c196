/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-open-series.h"

#include "storage/bh-filter-sql.h"

/* Tickets that were open at one of the instants: received before the last of them and not closed
 * before the first, and, since these are beginnings of months, not closed in the month of the
 * receipt; unless the last is as-of itself and they were closed from then on. ?1 is the last
 * instant, ?2 the first, ?3 as-of. Most of them have one round, whose instants are their own. */
#define CANDIDATES                                                                                 \
  " WHERE t.received_at < ?1 AND (t.closed_at IS NULL OR t.closed_at >= ?2"                        \
  " AND (t.closed_month <> t.received_month OR t.closed_at >= ?3))"                                \
  " AND NOT (t.status BETWEEN 90 AND 91 AND t.closed_at < ?3) AND "
#define MOVED "(SELECT d.ticket_id FROM due_change AS d WHERE d.clock = 9 AND d.changed_at >= ?2)"
#define FIRST_FILTER_PARAMETER 4

static const char SINGLE[]
    = "SELECT t.id, 1, t.received_at, NULL, t.finished_at, t.closed_at, t.completion_due"
      " FROM ticket AS t" CANDIDATES;
static const char SINGLE_ONLY[] = " AND t.round = 1 AND t.id NOT IN " MOVED;

/* The others by their rounds. */
static const char ROUNDS[]
    = "SELECT t.id, r.round, r.started_at, r.ended_at, r.finished_at, r.closed_at,"
      " r.completion_due FROM ticket AS t JOIN round AS r ON r.ticket_id = t.id" CANDIDATES;
static const char OTHERS_ONLY[] = " AND (t.round > 1 OR t.id IN " MOVED ")";

G_STATIC_ASSERT (BH_CLOCK_COMPLETION == 9 && BH_STATUS_VOID == 90 && BH_STATUS_MERGED == 91);

/* A deadline of completion that was moved: until @changed_at it was another. */
typedef struct
{
  gint64 ticket_id;
  gint64 round;
  gint64 changed_at;
  gint64 old_due; /* 0: none */
} Move;

/* One round, while it goes by. */
typedef struct
{
  gint64 ticket_id;
  gint64 round;
  gint64 started_at;
  gint64 ended_at;
  gint64 finished_at;
  gint64 closed_at;
  gint64 completion_due;
} Round;

typedef struct
{
  BhConnection *connection;
  BhFilterSql *filter; /* (owned) */
  gint64 as_of;
  const gint64 *ends;
  guint n_ends;
  BhOpenFunc func;
  gpointer user_data;
  GArray *moves;          /* (owned) (element-type Move): by ticket, round and time */
  GHashTable *first_move; /* (owned): id of the ticket to its place in moves, and one more */
} Series;

static void
series_clear (Series *series)
{
  g_clear_pointer (&series->filter, bh_filter_sql_free);
  g_clear_pointer (&series->moves, g_array_unref);
  g_clear_pointer (&series->first_move, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

/* What was moved before the first instant was the same at all of them. */
static gboolean
read_moves (Series *series, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      series->connection,
      "SELECT d.ticket_id, d.round, d.changed_at, COALESCE (d.old_due, 0) FROM due_change AS d"
      " WHERE d.clock = 9 AND d.changed_at >= ?1"
      " ORDER BY d.ticket_id, d.round, d.changed_at, d.idx",
      error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    bh_statement_bind_int64 (s, 1, series->ends[0]);

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      Move move = { bh_statement_get_int64 (s, 0), bh_statement_get_int64 (s, 1),
                    bh_statement_get_int64 (s, 2), bh_statement_get_int64 (s, 3) };

      if (!g_hash_table_contains (series->first_move, &move.ticket_id))
        g_hash_table_insert (series->first_move, g_memdup2 (&move.ticket_id, sizeof (gint64)),
                             GUINT_TO_POINTER (series->moves->len + 1));
      g_array_append_val (series->moves, move);
    }

  return step == BH_STEP_DONE;
}

/* The deadline as it was at @end: the earliest change from then on still knows it. */
static gint64
get_due (const Series *series, const Round *round, gint64 end)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (series->first_move, &round->ticket_id));

  for (guint i = place; i > 0 && i <= series->moves->len; i++)
    {
      const Move *move = &g_array_index (series->moves, Move, i - 1);

      if (move->ticket_id != round->ticket_id)
        break;
      if (move->round == round->round && move->changed_at >= end)
        return move->old_due;
    }

  return round->completion_due;
}

static gboolean
is_before (gint64 instant, gint64 end)
{
  return instant != 0 && instant < end;
}

static void
count_round (const Series *series, const Round *round)
{
  for (guint i = 0; i < series->n_ends; i++)
    {
      gint64 end = series->ends[i];

      if (round->started_at >= end)
        continue;
      if (is_before (round->ended_at, end) || is_before (round->closed_at, end))
        break;
      series->func (round->ticket_id, i,
                    !is_before (round->finished_at, end)
                        && is_before (get_due (series, round, end), end),
                    series->user_data);
    }
}

static Round
read_round (BhStatement *s)
{
  return (Round){
    .ticket_id = bh_statement_get_int64 (s, 0),
    .round = bh_statement_get_int64 (s, 1),
    .started_at = bh_statement_get_int64 (s, 2),
    .ended_at = bh_statement_get_int64 (s, 3),
    .finished_at = bh_statement_get_int64 (s, 4),
    .closed_at = bh_statement_get_int64 (s, 5),
    .completion_due = bh_statement_get_int64 (s, 6),
  };
}

static gboolean
count_rounds (const Series *series, const char *select, const char *only, GError **error)
{
  g_autofree char *sql
      = g_strconcat (select, bh_filter_sql_get_condition (series->filter), only, NULL);
  BhStatement *s = bh_connection_prepare (series->connection, sql, error);
  BhStep step;

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, series->ends[series->n_ends - 1]);
  bh_statement_bind_int64 (s, 2, series->ends[0]);
  bh_statement_bind_int64 (s, 3, series->as_of);
  bh_filter_sql_bind (series->filter, s);
  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      const Round round = read_round (s);

      count_round (series, &round);
    }

  return step == BH_STEP_DONE;
}

static void
init_moves (Series *series)
{
  series->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  series->first_move = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

gboolean
bh_open_series_visit (BhConnection *connection,
                      BhOffice *office,
                      gint64 as_of,
                      BhTicketFilter *filter,
                      const gint64 *ends,
                      guint n_ends,
                      BhOpenFunc func,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Series) series = { .connection = connection,
                             .as_of = as_of,
                             .ends = ends,
                             .n_ends = n_ends,
                             .func = func,
                             .user_data = user_data };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (ends != NULL && n_ends > 0, FALSE);

  init_moves (&series);
  series.filter
      = bh_filter_sql_new_compared (filter, office, "t", FIRST_FILTER_PARAMETER, as_of, error);

  return series.filter != NULL && read_moves (&series, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && count_rounds (&series, SINGLE, SINGLE_ONLY, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && count_rounds (&series, ROUNDS, OTHERS_ONLY, error);
}

static void
count_cb (gint64 ticket_id, guint end, gboolean overdue, gpointer user_data)
{
  BhOpenCount *counts = user_data;

  counts[end].open++;
  if (overdue)
    counts[end].overdue++;
}

gboolean
bh_open_series_compute (BhConnection *connection,
                        BhOffice *office,
                        gint64 as_of,
                        BhTicketFilter *filter,
                        const gint64 *ends,
                        guint n_ends,
                        BhOpenCount *counts,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (counts != NULL, FALSE);

  for (guint i = 0; i < n_ends; i++)
    counts[i] = (BhOpenCount){ 0, 0 };

  return bh_open_series_visit (connection, office, as_of, filter, ends, n_ends, count_cb, counts,
                               cancellable, error);
}

/* How many rows of @sql have their instant between one end and the next; after the last, all. */
static gboolean
count_between (Series *series, const char *sql, gint64 *numbers, GError **error)
{
  for (guint i = 0; i < series->n_ends; i++)
    {
      gboolean last = i + 1 == series->n_ends;
      BhStatement *s = bh_connection_prepare (series->connection, sql, error);

      if (s == NULL)
        return FALSE;

      bh_statement_bind_int64 (s, 1, series->ends[i]);
      bh_statement_bind_int64 (s, 2, last ? G_MAXINT64 : series->ends[i + 1]);
      if (bh_statement_step (s, error) != BH_STEP_ROW)
        return FALSE;
      numbers[i] = bh_statement_get_int64 (s, 0);
      bh_statement_reset (s);
    }

  return TRUE;
}

/* Of each row of @sql, id and two instants: at the ends from after the first up to the second, one
 * ticket less is open. */
static gboolean
take_away (Series *series, const char *sql, BhOpenCount *counts, GError **error)
{
  BhStatement *s = bh_connection_prepare (series->connection, sql, error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    bh_statement_bind_int64 (s, 1, series->ends[0]);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 from = bh_statement_get_int64 (s, 1), to = bh_statement_get_int64 (s, 2);

      for (guint i = 0; i < series->n_ends; i++)
        if (from < series->ends[i] && series->ends[i] <= to)
          counts[i].open--;
    }

  return step == BH_STEP_DONE;
}

static const char LEFT_OUT[] = "SELECT t.id, t.received_at, t.closed_at FROM ticket AS t"
                               " WHERE t.status IN (90, 91) AND t.closed_at >= ?1";

/* From a closing until work began again, a ticket was not open either. */
static const char REOPENED[]
    = "SELECT r.ticket_id, r.closed_at, r.ended_at FROM round AS r"
      " JOIN ticket AS t ON t.id = r.ticket_id WHERE r.closed_at IS NOT NULL"
      " AND r.ended_at IS NOT NULL AND r.ended_at >= ?1 AND t.status NOT IN (90, 91)";

/* From what is open now, backwards: what was closed since was open, and what was received since
 * was not there. */
static gboolean
count_all_open (Series *series, BhOpenCount *counts, GError **error)
{
  g_autofree gint64 *received = g_new0 (gint64, series->n_ends);
  g_autofree gint64 *closed = g_new0 (gint64, series->n_ends);
  gint64 open;

  if (!bh_connection_get_single (
          series->connection, "SELECT COUNT (*) FROM ticket AS t WHERE t.status < 80", &open, error)
      || !count_between (series,
                         "SELECT COUNT (*) FROM ticket AS t WHERE t.received_at >= ?1"
                         " AND t.received_at < ?2",
                         received, error)
      || !count_between (series,
                         "SELECT COUNT (*) FROM ticket AS t WHERE t.closed_at >= ?1"
                         " AND t.closed_at < ?2",
                         closed, error))
    return FALSE;

  for (guint i = series->n_ends; i > 0; i--)
    {
      open += closed[i - 1] - received[i - 1];
      counts[i - 1].open = open;
    }

  return take_away (series, LEFT_OUT, counts, error) && take_away (series, REOPENED, counts, error);
}

/* Rounds that are or were later than their deadline, by an index of their own: those whose deadline
 * is from ?2 on and before the end ?1, and that were neither finished nor closed before that end.
 */
static const char LATE[]
    = "SELECT r.ticket_id, r.round, r.started_at, r.ended_at, r.finished_at, r.closed_at,"
      " r.completion_due FROM round AS r WHERE r.completion_due >= ?2 AND r.completion_due < ?1"
      " AND r.completion_due IS NOT NULL"
      " AND (r.finished_at IS NULL OR r.finished_at > r.completion_due)"
      " AND (r.finished_at IS NULL OR r.finished_at >= ?1)"
      " AND (r.closed_at IS NULL OR r.closed_at >= ?1)"
      " AND (r.ended_at IS NULL OR r.ended_at >= ?1)";

/* Those whose deadline was moved when it had passed: how late they were goes by the old one too. */
static const char LATE_ONCE[]
    = "SELECT DISTINCT r.ticket_id, r.round, r.started_at, r.ended_at, r.finished_at, r.closed_at,"
      " r.completion_due FROM due_change AS d JOIN round AS r ON r.ticket_id = d.ticket_id"
      " AND r.round = d.round WHERE d.clock = 9 AND d.changed_at >= ?1 AND d.old_due > 0"
      " AND d.old_due < d.changed_at AND ?2 = 0";

/* What counts nowhere is left out, by its id. */
static GHashTable *
read_left_out (Series *series, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  BhStatement *s = bh_connection_prepare (series->connection, LEFT_OUT, error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    bh_statement_bind_int64 (s, 1, series->ends[0]);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (s, 0);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

typedef struct
{
  GHashTable *left_out; /* ids */
  BhOpenCount *counts;
} LateCount;

static void
count_late_cb (gint64 ticket_id, guint end, gboolean overdue, gpointer user_data)
{
  LateCount *late = user_data;

  if (overdue && !g_hash_table_contains (late->left_out, &ticket_id))
    late->counts[end].overdue++;
}

static gboolean
was_moved_late (const Series *series, const Round *round)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (series->first_move, &round->ticket_id));

  for (guint i = place; i > 0 && i <= series->moves->len; i++)
    {
      const Move *move = &g_array_index (series->moves, Move, i - 1);

      if (move->ticket_id != round->ticket_id)
        break;
      if (move->round == round->round && move->old_due > 0 && move->old_due < move->changed_at)
        return TRUE;
    }

  return FALSE;
}

/* @moved: whether those are meant whose deadline was moved late, or all others */
static gboolean
count_late_rounds (
    Series *series, const char *sql, gint64 end, gint64 from, gboolean moved, GError **error)
{
  BhStatement *s = bh_connection_prepare (series->connection, sql, error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    {
      bh_statement_bind_int64 (s, 1, end);
      bh_statement_bind_int64 (s, 2, from);
    }
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      const Round round = read_round (s);

      if (was_moved_late (series, &round) == moved)
        count_round (series, &round);
    }

  return step == BH_STEP_DONE;
}

static gboolean
count_all_overdue (Series *series, BhOpenCount *counts, GError **error)
{
  g_autoptr (GHashTable) left_out = read_left_out (series, error);
  LateCount late = { left_out, counts };

  series->func = count_late_cb;
  series->user_data = &late;
  if (left_out == NULL || !read_moves (series, error))
    return FALSE;

  for (guint i = 0; i < series->n_ends; i++)
    if (!count_late_rounds (series, LATE, series->ends[i], i > 0 ? series->ends[i - 1] : G_MININT64,
                            FALSE, error))
      return FALSE;

  return count_late_rounds (series, LATE_ONCE, series->ends[0], 0, TRUE, error);
}

gboolean
bh_open_series_compute_all (BhConnection *connection,
                            const gint64 *ends,
                            guint n_ends,
                            gboolean with_open,
                            gboolean with_overdue,
                            BhOpenCount *counts,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (Series) series = { .connection = connection, .ends = ends, .n_ends = n_ends };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (ends != NULL && n_ends > 0, FALSE);
  g_return_val_if_fail (counts != NULL, FALSE);

  for (guint i = 0; i < n_ends; i++)
    counts[i] = (BhOpenCount){ 0, 0 };
  init_moves (&series);

  return (!with_open || count_all_open (&series, counts, error))
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && (!with_overdue || count_all_overdue (&series, counts, error));
}
