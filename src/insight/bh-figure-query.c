/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

#include "base/bh-clock.h"

G_STATIC_ASSERT (BH_VERB_REMIND == 16 && BH_VERB_RETURN == 5 && BH_VERB_TRANSFER == 6);
G_STATIC_ASSERT (BH_VERB_UNDO == 23 && BH_VERB_CLOSE_EXCEPTION == 37);
G_STATIC_ASSERT (BH_DECISION_APPROVED == 1);

/* Every ticket as it stood at ?4, by the round of that instant. A deadline that was moved later is
 * the old one: the earliest change from then on still knows it. Void is the end of a ticket,
 * nothing leads out of it, so that the present status tells. */
static const char PAST[]
    = "WITH known AS ("
      " SELECT t.id, t.received_at, t.response_paused, t.accept_paused, t.repeat_of, t.promised_at,"
      " r.round,"
      " CASE WHEN t.reminders > 0 AND EXISTS (SELECT 1 FROM event AS e WHERE e.ticket_id = t.id"
      " AND e.verb = 16 AND " BH_SQL_STANDS ") THEN 1 END AS reminded,"
      " CASE WHEN t.wrong_department > 0 AND EXISTS (SELECT 1 FROM event AS e"
      " WHERE e.ticket_id = t.id AND e.verb IN (5, 6)"
      " AND e.payload LIKE '%%reason=wrong-department%%' AND " BH_SQL_STANDS
      ") THEN 1 END AS misrouted,"
      " CASE WHEN t.suspensions > 0 AND EXISTS (SELECT 1 FROM pause AS p"
      " WHERE p.ticket_id = t.id AND p.from_at < ?4) THEN 1 END AS suspended,"
      " CASE WHEN EXISTS (SELECT 1 FROM request AS q WHERE q.ticket_id = t.id AND q.verb = 37"
      " AND q.decision = 1 AND q.decided_at = r.closed_at) THEN 1 END AS exception,"
      " r.paused_before + r.paused_inside AS paused,"
      " CASE WHEN t.first_answer_at < ?4 THEN t.first_answer_at END AS first_answer_at,"
      " CASE WHEN t.responded_at < ?4 THEN t.responded_at END AS responded_at,"
      " CASE WHEN t.first_accepted_at < ?4 THEN t.first_accepted_at END AS first_accepted_at,"
      " CASE WHEN r.finished_at < ?4 THEN r.finished_at END AS finished_at,"
      " CASE WHEN r.closed_at < ?4 THEN r.closed_at END AS closed_at,"
      " CASE WHEN r.closed_at < ?4 THEN r.closed_as ELSE 0 END AS closed_as,"
      " NULLIF (COALESCE ("
      "(SELECT COALESCE (d.old_due, 0) FROM due_change AS d"
      " WHERE d.ticket_id = t.id AND d.clock = 8 AND d.changed_at >= ?4"
      " ORDER BY d.changed_at, d.idx LIMIT 1), t.response_due), 0) AS response_due,"
      " NULLIF (COALESCE ("
      "(SELECT COALESCE (d.old_due, 0) FROM due_change AS d"
      " WHERE d.ticket_id = t.id AND d.clock = 9 AND d.round = r.round AND d.changed_at >= ?4"
      " ORDER BY d.changed_at, d.idx LIMIT 1), r.completion_due), 0) AS completion_due,"
      " %s AS g"
      " FROM ticket AS t JOIN round AS r ON r.ticket_id = t.id"
      " AND r.started_at < ?4 AND (r.ended_at IS NULL OR r.ended_at >= ?4)"
      " WHERE %s AND %s%s%s AND NOT (t.status = 90 AND t.closed_at < ?3))"
      " SELECT %s, %s";

/* The same where nothing happened from ?4 on: the ticket's own columns are those of its present
 * round. An index has them all; the last condition is there for the parameter alone. */
static const char PRESENT[]
    = "WITH known AS ("
      " SELECT t.id, t.received_at, t.response_paused, t.accept_paused, t.repeat_of, t.promised_at,"
      " t.round,"
      " t.paused, t.first_answer_at, t.responded_at, t.first_accepted_at, t.finished_at,"
      " t.closed_at, t.status AS closed_as,"
      " t.response_due, t.completion_due, CASE WHEN t.reminders > 0 THEN 1 END AS reminded,"
      " CASE WHEN t.wrong_department > 0 THEN 1 END AS misrouted,"
      " CASE WHEN t.suspensions > 0 THEN 1 END AS suspended,"
      " CASE WHEN t.exception > 0 THEN 1 END AS exception,"
      " t.repeated, t.signoff_asked, t.signoff_signed, t.signoff_open, t.signoff_due,"
      " t.callback_asked, t.callback_reached, t.callback_open, t.callback_due, %s AS g"
      " FROM ticket AS t WHERE %s AND %s%s%s AND t.status <> 90 AND ?4 > 0)"
      " SELECT %s, %s";

G_STATIC_ASSERT (BH_CLOCK_RESPONSE == 8 && BH_CLOCK_COMPLETION == 9);
G_STATIC_ASSERT (BH_STATUS_VOID == 90 && BH_STATUS_MERGED == 91 && BH_STATUS_WITHDRAWN == 92);
G_STATIC_ASSERT (BH_STATUS_DECLINED == 93 && BH_STAGE_SIGN == 6 && BH_STAGE_CALLBACK == 7);
G_STATIC_ASSERT (BH_VERDICT_SIGNED == 1 && BH_VERDICT_REFUSED == 2);

G_STATIC_ASSERT (BH_PLACE_BUILDING == 2);

/* Months and segments are computed each alone. */
static const char *
get_group_column (BhFigureBy by)
{
  switch (by)
    {
    case BH_BY_KIND:
      return "t.kind";
    case BH_BY_COMMUNITY:
      return "COALESCE (t.community_id, 0)";
    case BH_BY_DEPARTMENT:
      return "COALESCE (t.department_id, 0)";
    case BH_BY_CATEGORY:
      return "COALESCE (t.category_id, 0)";
    case BH_BY_CHANNEL:
      return "COALESCE (t.channel_id, 0)";
    case BH_BY_GRADE:
      return "t.grade";
    case BH_BY_STAFF:
      return "COALESCE (t.staff_id, 0)";
    case BH_BY_CAUSE:
      return "COALESCE (t.cause_id, 0)";
    case BH_BY_BUILDING:
      return BH_SQL_BUILDING ("t.place_id");
    case BH_BY_CITY_TIER:
    case BH_BY_ESTATE_KIND:
    case BH_BY_CARE:
    case BH_BY_NOTHING:
    case BH_BY_MONTH:
      break;
    }

  return "0";
}

gboolean
bh_figure_query_is_present (BhConnection *connection,
                            gint64 as_of,
                            gboolean *present,
                            GError **error)
{
  /* A ledger may tell of what is to come. */
  static const char *const later[] = {
    "event WHERE recorded_at",        "ticket WHERE received_at",  "ticket WHERE finished_at",
    "ticket WHERE closed_at",         "ticket WHERE responded_at", "ticket WHERE first_accepted_at",
    "opinion WHERE first = 1 AND at", "callback WHERE at",
  };

  *present = TRUE;
  for (guint i = 0; *present && i < G_N_ELEMENTS (later); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT COUNT (*) FROM (SELECT 1 FROM %s >= %" G_GINT64_FORMAT " LIMIT 1) AS x", later[i],
          as_of);
      gint64 n;

      if (!bh_connection_get_single (connection, sql, &n, error))
        return FALSE;
      *present = n == 0;
    }

  return TRUE;
}

/* @which with the alias of the table that has the round. */
static char *
dup_condition (const char *which, const char *alias)
{
  GString *text = g_string_new (which);

  g_string_replace (text, "$", alias, 0);

  return g_string_free (text, FALSE);
}

/* @group: what stands first in every row */
static BhStatement *
run (BhFigureQuery *self,
     BhFigureState state,
     const char *which,
     const char *group,
     const char *select,
     GError **error)
{
  gboolean present = self->present && state == BH_STATE_AS_OF;
  g_autofree char *condition = dup_condition (which, present ? "t" : "r");
  g_autofree char *sql = g_strdup_printf (
      present ? PRESENT : PAST, self->each_ticket ? "t.id" : get_group_column (self->by), condition,
      bh_filter_sql_get_condition (self->filter), self->within != NULL ? " AND" : "",
      self->within != NULL ? self->within : "", group, select);
  BhStatement *statement = bh_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return NULL;

  bh_statement_bind_int64 (statement, 1, self->from);
  bh_statement_bind_int64 (statement, 2, self->end);
  bh_statement_bind_int64 (statement, 3, self->as_of);
  bh_statement_bind_int64 (statement, 4, state == BH_STATE_AT_END ? self->end : self->as_of);
  bh_filter_sql_bind (self->filter, statement);

  return statement;
}

BhStatement *
bh_figure_query_run (
    BhFigureQuery *self, BhFigureState state, const char *which, const char *select, GError **error)
{
  return run (self, state, which, "g", select, error);
}

/* One group needs no sorting; of no tickets, it has a row of nothings. */
gboolean
bh_figure_query_is_single (const BhFigureQuery *self)
{
  return !self->each_ticket && (self->by == BH_BY_NOTHING || self->by == BH_BY_MONTH);
}

static void
append_sums (BhFigureQuery *self, GString *select, const BhFigureSum *sums, guint n_sums)
{
  for (guint i = 0; i < n_sums; i++)
    g_string_append_printf (select, "%s%s", i > 0 ? ", " : "",
                            (sums[i].figures & self->wanted) != 0 ? sums[i].sql : "0");
}

gboolean
bh_figure_query_is_plain (const BhFigureQuery *self)
{
  return self->present && self->all && !self->each_ticket && self->by == BH_BY_NOTHING;
}

/* How long a time has about as many tickets as are open at all. */
#define SHORT_TIME (4 * 24 * 3600 * BH_USEC_PER_SEC)

/* What is open is sought by being open, but of a short time by the time. */
static char *
dup_sought (const BhFigureQuery *self, const char *select)
{
  gboolean by_time = self->end - self->from < SHORT_TIME;
  GString *sql = g_string_new ("SELECT ");

  g_string_append (sql, select);
  g_string_replace (sql, by_time ? "~" : "^", "+", 0);
  g_string_replace (sql, by_time ? "^" : "~", "", 0);
  /* The parameters are named even where the numbers ask for none of them. */
  g_string_append (sql, " AND ?1 <= ?2 AND ?3 > 0");

  return g_string_free (sql, FALSE);
}

gboolean
bh_figure_query_count (
    BhFigureQuery *self, const char *select, gint64 *numbers, guint n_numbers, GError **error)
{
  g_autofree char *sql = dup_sought (self, select);
  BhStatement *s = bh_connection_prepare (self->connection, sql, error);

  g_return_val_if_fail (bh_figure_query_is_plain (self), FALSE);

  if (s == NULL)
    return FALSE;

  bh_statement_bind_int64 (s, 1, self->from);
  bh_statement_bind_int64 (s, 2, self->end);
  bh_statement_bind_int64 (s, 3, self->as_of);
  if (bh_statement_step (s, error) != BH_STEP_ROW)
    return FALSE;

  for (guint i = 0; i < n_numbers; i++)
    numbers[i] = bh_statement_get_int64 (s, i);
  bh_statement_reset (s);

  return TRUE;
}

BhStatement *
bh_figure_query_sum_alone (
    BhFigureQuery *self, const BhFigureSum *sums, guint n_sums, const char *from, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT 0, ");
  BhStatement *s;

  append_sums (self, sql, sums, n_sums);
  g_string_append_printf (sql, " %s", from);
  s = bh_connection_prepare (self->connection, sql->str, error);
  if (s != NULL)
    {
      bh_statement_bind_int64 (s, 1, self->from);
      bh_statement_bind_int64 (s, 2, self->end);
    }

  return s;
}

BhStatement *
bh_figure_query_sum (BhFigureQuery *self,
                     BhFigureState state,
                     const char *which,
                     const BhFigureSum *sums,
                     guint n_sums,
                     const char *from,
                     GError **error)
{
  g_autoptr (GString) select = g_string_new (NULL);
  gboolean single = bh_figure_query_is_single (self);

  append_sums (self, select, sums, n_sums);
  g_string_append_printf (select, " %s%s", from, single ? "" : " GROUP BY g");

  return run (self, state, which, single ? "0" : "g", select->str, error);
}

void
bh_figure_group_free (BhFigureGroup *group)
{
  g_free (group->key);
  g_free (group->values);
  g_free (group);
}

BhFigureValue *
bh_figure_query_get_values (BhFigureQuery *self, gint64 id)
{
  BhFigureGroup *group = g_hash_table_lookup (self->groups, &id);

  if (group == NULL)
    {
      group = g_new0 (BhFigureGroup, 1);
      group->values = g_new0 (BhFigureValue, BH_N_FIGURES);
      for (guint i = 0; i < BH_N_FIGURES; i++)
        group->values[i].provisional = self->early;
      for (guint i = 0; i < BH_N_FIGURES; i++)
        group->values[i].has_value = bh_figure_get_info ((BhFigureId) i)->form == BH_FIGURE_COUNT
                                     && (self->wanted & BH_FIGURE_BIT (i)) != 0;
      g_hash_table_insert (self->groups, g_memdup2 (&id, sizeof id), group);
    }

  return group->values;
}

void
bh_figure_query_note_change (BhFigureQuery *self, gint64 instant)
{
  if (instant > self->as_of)
    self->changes_at = MIN (self->changes_at, instant);
}

double
bh_figure_take_duration (gint64 usec, gint64 paused, double seconds_per_unit)
{
  return (double) (usec - paused * BH_USEC_PER_SEC) / (double) BH_USEC_PER_SEC / seconds_per_unit;
}

void
bh_figure_set_count (BhFigureValue *value, gint64 count, gboolean provisional)
{
  value->has_value = TRUE;
  value->provisional = value->provisional || provisional;
  value->count = count;
  value->value = (double) count;
}

void
bh_figure_set_spread (BhFigureValue *value,
                      gint64 count,
                      const BhSpread *spread,
                      gboolean provisional)
{
  value->provisional = value->provisional || provisional;
  value->has_value = count > 0;
  value->count = count;
  value->mean = spread->mean;
  value->median = spread->median;
  value->p90 = spread->p90;
}

void
bh_figure_set_ratio (BhFigureValue *value,
                     double numerator,
                     double denominator,
                     gboolean provisional)
{
  value->provisional = value->provisional || provisional;
  value->has_value = denominator > 0;
  value->numerator = numerator;
  value->denominator = denominator;
  value->value = value->has_value ? numerator / denominator : 0;
}
