/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-open-lists.h"

#include "insight/bh-insight-query.h"

#define LATE "known.completion_due < ?2 AND known.finished_at IS NULL"

static const char OPEN[] = "known.received_at, CASE WHEN " LATE " THEN 1 ELSE 0 END"
                           " FROM known ORDER BY g";

/* The longest late are found first; what they say, and the stage that ran at ?2, is looked up of
 * those few. */
static const char OVERDUE[]
    = "x.n, k.number, k.summary, COALESCE (p.path, k.place_text, ''), k.category_id,"
      " COALESCE (s.department_id, k.department_id), COALESCE (s.holder_id, k.staff_id),"
      " s.stage, EXISTS (SELECT 1 FROM pause AS z WHERE z.ticket_id = x.id AND z.from_at < ?2"
      " AND z.until_at > ?2 AND (z.to_at IS NULL OR z.to_at >= ?2)), x.received_at, x.due"
      " FROM (SELECT known.g, known.id, known.received_at, known.completion_due AS due,"
      " COUNT (*) OVER () AS n FROM known WHERE " LATE
      " ORDER BY known.completion_due, known.id LIMIT %u) AS x"
      " JOIN ticket AS k ON k.id = x.id LEFT JOIN place AS p ON p.id = k.place_id"
      " LEFT JOIN stage AS s ON s.ticket_id = x.id AND s.seq = (SELECT MAX (y.seq)"
      " FROM stage AS y WHERE y.ticket_id = x.id AND y.started_at < ?2"
      " AND (y.done_at IS NULL OR y.done_at >= ?2)) ORDER BY x.due, x.id";

enum
{
  COLUMN_GROUP,
  COLUMN_ALL,
  COLUMN_NUMBER,
  COLUMN_SUMMARY,
  COLUMN_PLACE,
  COLUMN_CATEGORY,
  COLUMN_DEPARTMENT,
  COLUMN_STAFF,
  COLUMN_STAGE,
  COLUMN_SUSPENDED,
  COLUMN_RECEIVED,
  COLUMN_DUE,
};

static BhOpenGroup *
get_group (GArray *groups, gint64 id)
{
  BhOpenGroup *last
      = groups->len > 0 ? &g_array_index (groups, BhOpenGroup, groups->len - 1) : NULL;

  if (last != NULL && last->id == id)
    return last;

  g_array_set_size (groups, groups->len + 1);
  last = &g_array_index (groups, BhOpenGroup, groups->len - 1);
  last->id = id;

  return last;
}

GArray *
bh_open_groups_compute (BhInsight *insight,
                        const BhPeriod *period,
                        BhFigureBy by,
                        BhTicketFilter *filter,
                        GError **error)
{
  g_auto (BhFigureQuery) query = { 0 };
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (BhOpenGroup));
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  if (!bh_insight_query_init (&query, insight, period, by, filter, error))
    return NULL;

  s = bh_figure_query_run (&query, bh_insight_query_get_end_state (&query), BH_SQL_OPEN_AT_END,
                           OPEN, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhOpenGroup *group = get_group (groups, bh_statement_get_int64 (s, 0));

      group->counts[bh_open_ages_find (bh_statement_get_int64 (s, 1), query.end)]++;
      group->overdue += bh_statement_get_int64 (s, 2);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&groups) : NULL;
}

static void
free_ticket (gpointer data)
{
  BhOverdueTicket *self = data;

  g_free (self->number);
  g_free (self->summary);
  g_free (self->place);
  g_free (self);
}

static BhOverdueTicket *
read_ticket (BhStatement *s)
{
  BhOverdueTicket *self = g_new0 (BhOverdueTicket, 1);

  self->number = bh_statement_dup_text (s, COLUMN_NUMBER);
  self->summary = bh_statement_dup_text (s, COLUMN_SUMMARY);
  self->place = bh_statement_dup_text (s, COLUMN_PLACE);
  self->category_id = bh_statement_get_int64 (s, COLUMN_CATEGORY);
  self->department_id = bh_statement_get_int64 (s, COLUMN_DEPARTMENT);
  self->staff_id = bh_statement_get_int64 (s, COLUMN_STAFF);
  self->wait = bh_statement_get_int64 (s, COLUMN_SUSPENDED) != 0
                   ? (int) BH_WAIT_SUSPENDED
                   : (int) bh_statement_get_int64 (s, COLUMN_STAGE);
  self->received_at = bh_statement_get_int64 (s, COLUMN_RECEIVED);
  self->due = bh_statement_get_int64 (s, COLUMN_DUE);

  return self;
}

GPtrArray *
bh_overdue_list_compute (BhInsight *insight,
                         const BhPeriod *period,
                         BhTicketFilter *filter,
                         guint n_most,
                         gint64 *n_all,
                         GError **error)
{
  g_auto (BhFigureQuery) query = { 0 };
  g_autofree char *select = g_strdup_printf (OVERDUE, n_most);
  g_autoptr (GPtrArray) tickets = g_ptr_array_new_with_free_func (free_ticket);
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  g_return_val_if_fail (insight != NULL && period != NULL && n_all != NULL, NULL);

  *n_all = 0;
  if (!bh_insight_query_init (&query, insight, period, BH_BY_NOTHING, filter, error))
    return NULL;

  s = bh_figure_query_run (&query, bh_insight_query_get_end_state (&query), BH_SQL_OPEN_AT_END,
                           select, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      *n_all = bh_statement_get_int64 (s, COLUMN_ALL);
      g_ptr_array_add (tickets, read_ticket (s));
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&tickets) : NULL;
}
