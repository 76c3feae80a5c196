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
#define MOVED "(SELECT d.ticket_id FROM due_change AS d WHERE d.clock = 9)"
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

static gboolean
read_moves (Series *series, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      series->connection,
      "SELECT d.ticket_id, d.round, d.changed_at, COALESCE (d.old_due, 0) FROM due_change AS d"
      " WHERE d.clock = 9 ORDER BY d.ticket_id, d.round, d.changed_at, d.idx",
      error);
  BhStep step = BH_STEP_ERROR;

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

static gboolean
count_rounds (const Series *series, const char *select, const char *only, GError **error)
{
  g_autofree char *sql
      = g_strconcat (select, bh_filter_sql_get_condition (series->filter), only, NULL);
  BhStatement *s = bh_connection_prepare (series->connection, sql, error);
  BhStep step = BH_STEP_ERROR;

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, series->ends[series->n_ends - 1]);
  bh_statement_bind_int64 (s, 2, series->ends[0]);
  bh_statement_bind_int64 (s, 3, series->as_of);
  bh_filter_sql_bind (series->filter, s);
  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      const Round round = {
        .ticket_id = bh_statement_get_int64 (s, 0),
        .round = bh_statement_get_int64 (s, 1),
        .started_at = bh_statement_get_int64 (s, 2),
        .ended_at = bh_statement_get_int64 (s, 3),
        .finished_at = bh_statement_get_int64 (s, 4),
        .closed_at = bh_statement_get_int64 (s, 5),
        .completion_due = bh_statement_get_int64 (s, 6),
      };

      count_round (series, &round);
    }

  return step == BH_STEP_DONE;
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

  series.moves = g_array_new (FALSE, FALSE, sizeof (Move));
  series.first_move = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  series.filter = bh_filter_sql_new (filter, office, "t", FIRST_FILTER_PARAMETER, as_of, error);

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
