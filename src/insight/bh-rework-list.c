/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-rework-list.h"

#include "insight/bh-insight-query.h"

/* The texts of those few that are shown are looked up last, and each finish of theirs stands in a
 * row of its own. */
static const char REWORK[]
    = "x.n, x.id, x.rounds, k.number, k.summary, COALESCE (p.path, k.place_text, ''), "
      "k.category_id,"
      " k.department_id, k.staff_id, k.cause_id, y.finished_at"
      " FROM (SELECT known.g, known.id, known.round AS rounds, known.finished_at,"
      " COUNT (*) OVER () AS n FROM known WHERE " BH_SQL_COUNTS " AND known.round > 1"
      " ORDER BY known.round DESC, known.finished_at DESC, known.id LIMIT %u) AS x"
      " JOIN ticket AS k ON k.id = x.id LEFT JOIN place AS p ON p.id = k.place_id"
      " LEFT JOIN round AS y ON y.ticket_id = x.id AND y.round <= x.rounds"
      " AND y.finished_at IS NOT NULL"
      " ORDER BY x.rounds DESC, x.finished_at DESC, x.id, y.round";

enum
{
  COLUMN_GROUP,
  COLUMN_ALL,
  COLUMN_ID,
  COLUMN_ROUNDS,
  COLUMN_NUMBER,
  COLUMN_SUMMARY,
  COLUMN_PLACE,
  COLUMN_CATEGORY,
  COLUMN_DEPARTMENT,
  COLUMN_STAFF,
  COLUMN_CAUSE,
  COLUMN_FINISHED,
};

static void
free_ticket (gpointer data)
{
  BhReworkTicket *self = data;

  g_free (self->number);
  g_free (self->summary);
  g_free (self->place);
  g_array_unref (self->finishes);
  g_free (self);
}

static BhReworkTicket *
read_ticket (BhStatement *s)
{
  BhReworkTicket *self = g_new0 (BhReworkTicket, 1);

  self->number = bh_statement_dup_text (s, COLUMN_NUMBER);
  self->summary = bh_statement_dup_text (s, COLUMN_SUMMARY);
  self->place = bh_statement_dup_text (s, COLUMN_PLACE);
  self->category_id = bh_statement_get_int64 (s, COLUMN_CATEGORY);
  self->department_id = bh_statement_get_int64 (s, COLUMN_DEPARTMENT);
  self->staff_id = bh_statement_get_int64 (s, COLUMN_STAFF);
  self->cause_id = bh_statement_get_int64 (s, COLUMN_CAUSE);
  self->rounds = (int) bh_statement_get_int64 (s, COLUMN_ROUNDS);
  self->finishes = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

GPtrArray *
bh_rework_list_compute (BhInsight *insight,
                        const BhPeriod *period,
                        BhTicketFilter *filter,
                        guint n_most,
                        gint64 *n_all,
                        GError **error)
{
  g_auto (BhFigureQuery) query = { 0 };
  g_autofree char *select = g_strdup_printf (REWORK, n_most);
  g_autoptr (GPtrArray) tickets = g_ptr_array_new_with_free_func (free_ticket);
  BhReworkTicket *last = NULL;
  gint64 last_id = 0;
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (insight != NULL && period != NULL && n_all != NULL, NULL);

  *n_all = 0;
  if (!bh_insight_query_init (&query, insight, period, BH_BY_NOTHING, filter, error))
    return NULL;

  s = bh_figure_query_run (&query, BH_STATE_AS_OF, BH_SQL_FINISHED_IN_PERIOD, select, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (s, COLUMN_ID);
      gint64 finished_at = bh_statement_get_int64 (s, COLUMN_FINISHED);

      *n_all = bh_statement_get_int64 (s, COLUMN_ALL);
      if (last == NULL || id != last_id)
        {
          last = read_ticket (s);
          last_id = id;
          g_ptr_array_add (tickets, last);
        }
      if (finished_at != 0)
        g_array_append_val (last->finishes, finished_at);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&tickets) : NULL;
}
