/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

/* A deadline as it was at the instant: the earliest change from then on still knows it. */
#define DUE_OF_THEN(clock, round, present)                                                         \
  "NULLIF (COALESCE ((SELECT COALESCE (d.old_due, 0) FROM due_change AS d WHERE d.ticket_id = "    \
  "t.id"                                                                                           \
  " AND d.clock = " G_STRINGIFY (clock) round " AND d.changed_at >= " BH_SQL_STATE                 \
                                              " ORDER BY d.changed_at, d.idx LIMIT 1), " present   \
                                              "), 0)"

#define IF_BEFORE(column) "CASE WHEN " column " < " BH_SQL_STATE " THEN " column " END"

/* 8 and 9 are the clocks of response and completion, 90 is void. */
G_STATIC_ASSERT (BH_CLOCK_RESPONSE == 8 && BH_CLOCK_COMPLETION == 9 && BH_STATUS_VOID == 90);

/* Void is the end of a ticket: nothing leads out of it, so that the present status tells. */
static const char KNOWN[]
    = "WITH known AS (SELECT t.id, t.received_at, t.response_paused, t.accept_paused, t.repeat_of,"
      " " IF_BEFORE (
          "t.responded_at") " AS responded_at,"
                            " " IF_BEFORE (
                                "t.first_accepted_at") " AS first_accepted_at,"
                                                       " " DUE_OF_THEN (
                                                           8,
                                                           "",
                                                           "t.response_due") " AS "
                                                                             "response_due,"
                                                                             " r.round, "
                                                                             "r.paused_"
                                                                             "before + "
                                                                             "r.paused_"
                                                                             "inside AS "
                                                                             "paused,"
                                                                             " " IF_BEFORE (
                                                                                 "r."
                                                                                 "finished_"
                                                                                 "at") " AS "
                                                                                       "fini"
                                                                                       "shed"
                                                                                       "_at,"
                                                                                       " " IF_BEFORE (
                                                                                           "r."
                                                                                           "closed_"
                                                                                           "at") " "
                                                                                                 "A"
                                                                                                 "S"
                                                                                                 " "
                                                                                                 "c"
                                                                                                 "l"
                                                                                                 "o"
                                                                                                 "s"
                                                                                                 "e"
                                                                                                 "d"
                                                                                                 "_"
                                                                                                 "a"
                                                                                                 "t"
                                                                                                 ","
                                                                                                 " "
                                                                                                 "C"
                                                                                                 "A"
                                                                                                 "S"
                                                                                                 "E"
                                                                                                 " "
                                                                                                 "W"
                                                                                                 "H"
                                                                                                 "E"
                                                                                                 "N"
                                                                                                 " "
                                                                                                 "r"
                                                                                                 "."
                                                                                                 "c"
                                                                                                 "l"
                                                                                                 "o"
                                                                                                 "s"
                                                                                                 "e"
                                                                                                 "d"
                                                                                                 "_"
                                                                                                 "a"
                                                                                                 "t"
                                                                                                 " "
                                                                                                 "<"
                                                                                                 " " BH_SQL_STATE
                                                                                                 " "
                                                                                                 "T"
                                                                                                 "H"
                                                                                                 "E"
                                                                                                 "N"
                                                                                                 " "
                                                                                                 "r"
                                                                                                 "."
                                                                                                 "c"
                                                                                                 "l"
                                                                                                 "o"
                                                                                                 "s"
                                                                                                 "e"
                                                                                                 "d"
                                                                                                 "_"
                                                                                                 "a"
                                                                                                 "s"
                                                                                                 " "
                                                                                                 "E"
                                                                                                 "L"
                                                                                                 "S"
                                                                                                 "E"
                                                                                                 " "
                                                                                                 "0"
                                                                                                 " "
                                                                                                 "E"
                                                                                                 "N"
                                                                                                 "D"
                                                                                                 " "
                                                                                                 "A"
                                                                                                 "S"
                                                                                                 " "
                                                                                                 "c"
                                                                                                 "l"
                                                                                                 "o"
                                                                                                 "s"
                                                                                                 "e"
                                                                                                 "d"
                                                                                                 "_"
                                                                                                 "a"
                                                                                                 "s"
                                                                                                 ","
                                                                                                 " " DUE_OF_THEN (
                                                                                                     9,
                                                                                                     " AND d.round = r.round",
                                                                                                     "r.completion_due") " AS completion_due,"
                                                                                                                         " %s AS g"
                                                                                                                         " FROM ticket AS t JOIN round AS r ON r.ticket_id = t.id AND r.started_at < " BH_SQL_STATE
                                                                                                                         " AND (r.ended_at IS NULL OR r.ended_at >= " BH_SQL_STATE
                                                                                                                         ")"
                                                                                                                         " WHERE %s AND %s"
                                                                                                                         " AND NOT (t.status = 90 AND t.closed_at < " BH_SQL_AS_OF
                                                                                                                         "))"
                                                                                                                         " SELECT g, %s";

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
    case BH_BY_NOTHING:
    case BH_BY_MONTH:
      break;
    }

  return "0";
}

BhStatement *
bh_figure_query_run (
    BhFigureQuery *self, BhFigureState state, const char *which, const char *select, GError **error)
{
  g_autofree char *sql = g_strdup_printf (KNOWN, get_group_column (self->by), which,
                                          bh_filter_sql_get_condition (self->filter), select);
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
      for (guint i = BH_FIGURE_RECEIVED; i <= BH_FIGURE_OVERDUE_OPEN_AT_END; i++)
        group->values[i].has_value = TRUE;
      g_hash_table_insert (self->groups, g_memdup2 (&id, sizeof id), group);
    }

  return group->values;
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
