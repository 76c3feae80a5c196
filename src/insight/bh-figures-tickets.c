/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

/* Figures about the tickets received in a period, and about those open at its end. */

#define RECEIVED_IN_PERIOD "t.received_at >= ?1 AND t.received_at < ?2"

/* What is asked of all but merged tickets, and can change until they are closed. */
#define OF_ALL_RECEIVED                                                                            \
  (BH_FIGURE_BIT (BH_FIGURE_RESOLVED_SHARE) | BH_FIGURE_BIT (BH_FIGURE_SUSPENDED_SHARE)            \
   | BH_FIGURE_BIT (BH_FIGURE_REMINDER_SHARE))

/* Counting is quicker than summing, and a list of codes slower than all else. */
static const BhFigureSum received_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (repeat_of)", BH_FIGURE_BIT (BH_FIGURE_REPEAT_SHARE) },
  { "COUNT (CASE WHEN closed_as = 91 THEN 1 END)", OF_ALL_RECEIVED },
  { "COUNT (CASE WHEN closed_as < 91 THEN finished_at END)",
    BH_FIGURE_BIT (BH_FIGURE_RESOLVED_SHARE) },
  { "COUNT (closed_at)", OF_ALL_RECEIVED },
  { "COUNT (CASE WHEN closed_as <> 91 THEN suspended END)",
    BH_FIGURE_BIT (BH_FIGURE_SUSPENDED_SHARE) },
  { "COUNT (CASE WHEN closed_as <> 91 THEN reminded END)",
    BH_FIGURE_BIT (BH_FIGURE_REMINDER_SHARE) },
};

/* What is asked of the tickets received in a period. */
typedef struct
{
  gint64 received;
  gint64 repeats;
  gint64 merged;
  gint64 open;
  gint64 resolved;
  gint64 suspended;
  gint64 reminded;
} Received;

static void
set_received (BhFigureValue *values, const Received *n)
{
  double asked = (double) (n->received - n->merged);
  gboolean open = n->open > 0;

  bh_figure_set_count (&values[BH_FIGURE_RECEIVED], n->received, FALSE);
  bh_figure_set_ratio (&values[BH_FIGURE_REPEAT_SHARE], (double) n->repeats, (double) n->received,
                       FALSE);
  bh_figure_set_ratio (&values[BH_FIGURE_RESOLVED_SHARE], (double) n->resolved, asked, open);
  bh_figure_set_ratio (&values[BH_FIGURE_SUSPENDED_SHARE], (double) n->suspended, asked, open);
  bh_figure_set_ratio (&values[BH_FIGURE_REMINDER_SHARE], (double) n->reminded, asked, open);
}

/* A row of the group's id and the sums above. */
static Received
read_received (BhStatement *s)
{
  gint64 received = bh_statement_get_int64 (s, 1);

  return (Received){ .received = received,
                     .repeats = bh_statement_get_int64 (s, 2),
                     .merged = bh_statement_get_int64 (s, 3),
                     .resolved = bh_statement_get_int64 (s, 4),
                     .open = received - bh_statement_get_int64 (s, 5),
                     .suspended = bh_statement_get_int64 (s, 6),
                     .reminded = bh_statement_get_int64 (s, 7) };
}

/* Of all tickets as they are now, each number by itself, from the narrowest index that has it:
 * void, merged and open ones are few, as are those suspended or reminded of. */
#define RECEIVED " AND " RECEIVED_IN_PERIOD
#define OPEN_RECEIVED "^t.received_at >= ?1 AND ^t.received_at < ?2 AND ~t.status < 80"

static const BhFigureSum received_counts[] = {
  { "COUNT (*) FROM ticket AS t WHERE " RECEIVED_IN_PERIOD,
    BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_REPEAT_SHARE) | OF_ALL_RECEIVED },
  { "COUNT (*) FROM ticket AS t WHERE t.status = 90" RECEIVED,
    BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_REPEAT_SHARE) | OF_ALL_RECEIVED },
  { "COUNT (*) FROM ticket AS t WHERE t.repeat_of IS NOT NULL AND t.status <> 90" RECEIVED,
    BH_FIGURE_BIT (BH_FIGURE_REPEAT_SHARE) },
  { "COUNT (*) FROM ticket AS t WHERE t.status = 91" RECEIVED, OF_ALL_RECEIVED },
  { "COUNT (*) FROM ticket AS t WHERE " OPEN_RECEIVED, OF_ALL_RECEIVED },
  { "COUNT (*) FROM ticket AS t WHERE t.status = 80" RECEIVED,
    BH_FIGURE_BIT (BH_FIGURE_RESOLVED_SHARE) },
  { "COUNT (*) FROM ticket AS t WHERE t.status = 80 AND t.finished_at IS NULL" RECEIVED,
    BH_FIGURE_BIT (BH_FIGURE_RESOLVED_SHARE) },
  { "COUNT (t.finished_at) FROM ticket AS t WHERE " OPEN_RECEIVED,
    BH_FIGURE_BIT (BH_FIGURE_RESOLVED_SHARE) },
  { "COUNT (*) FROM ticket AS t WHERE t.suspensions > 0 AND t.status NOT IN (90, 91)" RECEIVED,
    BH_FIGURE_BIT (BH_FIGURE_SUSPENDED_SHARE) },
  { "COUNT (*) FROM ticket AS t WHERE t.reminders > 0 AND t.status NOT IN (90, 91)" RECEIVED,
    BH_FIGURE_BIT (BH_FIGURE_REMINDER_SHARE) },
};

static gboolean
add_all_received (BhFigureQuery *query, GError **error)
{
  gint64 n[G_N_ELEMENTS (received_counts)] = { 0 };
  BhFigureValue *values = bh_figure_query_get_values (query, 0);

  for (guint i = 0; i < G_N_ELEMENTS (received_counts); i++)
    if ((received_counts[i].figures & query->wanted) != 0
        && !bh_figure_query_count (query, received_counts[i].sql, &n[i], 1, error))
      return FALSE;

  set_received (values, &(Received){ .received = n[0] - n[1],
                                     .repeats = n[2],
                                     .merged = n[3],
                                     .open = n[4],
                                     .resolved = n[5] - n[6] + n[7],
                                     .suspended = n[8],
                                     .reminded = n[9] });

  return TRUE;
}

gboolean
bh_figures_add_received (BhFigureQuery *query, GError **error)
{
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (bh_figure_query_is_plain (query))
    return add_all_received (query, error);

  s = bh_figure_query_sum (query, BH_STATE_AS_OF, RECEIVED_IN_PERIOD, received_sums,
                           G_N_ELEMENTS (received_sums), "FROM known", error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      const Received numbers = read_received (s);

      set_received (bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0)), &numbers);
    }

  return step == BH_STEP_DONE;
}

/* A share asks about tickets that did it or whose limit has passed; of withdrawn and declined ones
 * only where the limit had passed before that. It can change while a limit is still to come; that
 * of completion also while a finish can still be refused. */
static const char RESPONSE_FROM[]
    = "FROM known WHERE response_due IS NOT NULL"
      " AND (closed_as < 91 OR closed_as > 91 AND response_due < closed_at)";
static const char COMPLETION_FROM[]
    = "FROM known WHERE completion_due IS NOT NULL"
      " AND (closed_as < 91 OR closed_as > 91 AND completion_due < closed_at)";

/* Of those with a limit: all, kept, still to come, what can change besides, and the first limit to
 * come. */
static const BhFigureSum response_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN responded_at <= response_due THEN 1 END)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN responded_at IS NULL AND response_due > ?3 THEN 1 END)", ~BH_FIGURES_QUICK },
  { "0", 0 },
  { "MIN (CASE WHEN responded_at IS NULL AND response_due > ?3 THEN response_due END)",
    ~BH_FIGURES_QUICK },
};
static const BhFigureSum completion_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN finished_at <= completion_due THEN 1 END)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN finished_at IS NULL AND completion_due > ?3 THEN 1 END)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN closed_at IS NULL THEN finished_at END)", ~BH_FIGURES_QUICK },
  { "MIN (CASE WHEN finished_at IS NULL AND completion_due > ?3 THEN completion_due END)",
    ~BH_FIGURES_QUICK },
};

/* The limit of the first answer is told by the receipt alone. */
static const char FIRST_ANSWER_FROM[]
    = "FROM known WHERE closed_as < 91 OR closed_as > 91 AND " BH_SQL_FIRST_ANSWER_DUE
      " < closed_at";

static const BhFigureSum first_answer_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN first_answer_at <= " BH_SQL_FIRST_ANSWER_DUE " THEN 1 END)",
    ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN first_answer_at IS NULL AND " BH_SQL_FIRST_ANSWER_DUE " > ?3 THEN 1 END)",
    ~BH_FIGURES_QUICK },
  { "0", 0 },
  { "MIN (CASE WHEN first_answer_at IS NULL AND " BH_SQL_FIRST_ANSWER_DUE
    " > ?3 THEN " BH_SQL_FIRST_ANSWER_DUE " END)",
    ~BH_FIGURES_QUICK },
};

G_STATIC_ASSERT (BH_FIRST_ANSWER_SECONDS == 120);

/* A clock: its tickets, its sums, and, of all tickets of the present, three other ways to count:
 * those with a limit and those that kept it, which the ticket itself says; those whose limit is
 * still to come and the first of these limits; and those that can change besides. */
typedef struct
{
  BhFigureId figure;
  const char *which;
  const BhFigureSum *sums;
  const char *from;
  const char *all;
  const char *waiting;
  const char *unsure; /* (nullable) */
} Clock;

static void
set_punctuality (BhFigureQuery *query,
                 const Clock *clock,
                 gint64 id,
                 const gint64 *all,
                 const gint64 *waiting,
                 gint64 unsure)
{
  bh_figure_set_ratio (&bh_figure_query_get_values (query, id)[clock->figure], (double) all[1],
                       (double) (all[0] - waiting[0]), waiting[0] > 0 || unsure > 0);
  bh_figure_query_note_change (query, waiting[1]);
}

static gboolean
add_all (BhFigureQuery *query, const Clock *clock, GError **error)
{
  gint64 all[2], waiting[2], unsure = 0;

  if (!bh_figure_query_count (query, clock->all, all, 2, error)
      || !bh_figure_query_count (query, clock->waiting, waiting, 2, error)
      || (clock->unsure != NULL
          && !bh_figure_query_count (query, clock->unsure, &unsure, 1, error)))
    return FALSE;

  set_punctuality (query, clock, 0, all, waiting, unsure);

  return TRUE;
}

static gboolean
add_punctuality (BhFigureQuery *query, const Clock *clock, GError **error)
{
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (bh_figure_query_is_plain (query))
    return add_all (query, clock, error);

  s = bh_figure_query_sum (query, BH_STATE_AS_OF, clock->which, clock->sums, 5, clock->from, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      const gint64 all[] = { bh_statement_get_int64 (s, 1), bh_statement_get_int64 (s, 2) };
      const gint64 waiting[] = { bh_statement_get_int64 (s, 3), bh_statement_get_int64 (s, 5) };

      set_punctuality (query, clock, bh_statement_get_int64 (s, 0), all, waiting,
                       bh_statement_get_int64 (s, 4));
    }

  return step == BH_STEP_DONE;
}

#define KEPT(column)                                                                               \
  "COUNT (CASE WHEN t." column " > 0 THEN 1 END), COUNT (CASE WHEN t." column                      \
  " = 1 THEN 1 END) FROM ticket AS t WHERE " RECEIVED_IN_PERIOD
/* What is not done and has time, of open tickets, and of those closed without it. */
#define WAITING(due, done)                                                                         \
  "COUNT (*), MIN (x.due) FROM (SELECT t." due " AS due FROM ticket AS t"                          \
  " WHERE " OPEN_RECEIVED " AND t." done " IS NULL AND t." due " > ?3"                             \
  " UNION ALL SELECT t." due " FROM ticket AS t WHERE t.status = 80 AND t." done " IS NULL"        \
  " AND t." due " IS NOT NULL" RECEIVED " AND t." due " > ?3) AS x WHERE 1 = 1"
/* A finish can still be refused. */
#define REFUSABLE                                                                                  \
  "COUNT (*) FROM ticket AS t WHERE " OPEN_RECEIVED                                                \
  " AND t.finished_at IS NOT NULL AND t.completion_due IS NOT NULL"

/* Who waits is found by the live channels. */
#define FIRST_ANSWERS                                                                              \
  " FROM ticket AS t WHERE t.first_answer_kept > 0"                                                \
  " AND t.channel_id IN (SELECT id FROM channel WHERE live = 1)" RECEIVED

gboolean
bh_figures_add_response (BhFigureQuery *query, GError **error)
{
  static const Clock clock = { BH_FIGURE_RESPONSE_ON_TIME,
                               RECEIVED_IN_PERIOD,
                               response_sums,
                               RESPONSE_FROM,
                               KEPT ("response_kept"),
                               WAITING ("response_due", "responded_at"),
                               NULL };

  return add_punctuality (query, &clock, error);
}

gboolean
bh_figures_add_completion (BhFigureQuery *query, GError **error)
{
  static const Clock clock = { BH_FIGURE_COMPLETION_ON_TIME,
                               RECEIVED_IN_PERIOD,
                               completion_sums,
                               COMPLETION_FROM,
                               KEPT ("completion_kept"),
                               WAITING ("completion_due", "finished_at"),
                               REFUSABLE };

  return add_punctuality (query, &clock, error);
}

gboolean
bh_figures_add_first_answer (BhFigureQuery *query, GError **error)
{
  static const Clock clock = {
    BH_FIGURE_FIRST_ANSWER_ON_TIME,
    RECEIVED_IN_PERIOD " AND " BH_SQL_CALLER_WAITED ("t"),
    first_answer_sums,
    FIRST_ANSWER_FROM,
    "COUNT (*), COUNT (CASE WHEN t.first_answer_kept = 1 THEN 1 END)" FIRST_ANSWERS,
    "COUNT (*), MIN (t.received_at + 120000000)" FIRST_ANSWERS
    " AND t.received_at > ?3 - 120000000 AND t.first_answer_at IS NULL",
    NULL,
  };

  return add_punctuality (query, &clock, error);
}

/* The state is that of the period's end, but what was merged by now counts nowhere else. What has
 * been closed since before then was closed then: few are left whose rounds must be looked at. */
static const char OPEN_AT_END[]
    = "t.received_at < ?2 AND (t.closed_at IS NULL OR t.closed_at >= ?2)"
      " AND (r.closed_at IS NULL OR r.closed_at >= ?2)"
      " AND NOT (t.status = 91 AND t.closed_at < ?3)";

/* While the period still runs, one more is overdue right after the next limit. */
static const char OPEN[] = "COUNT (*), SUM (CASE WHEN completion_due < ?2 AND finished_at IS NULL"
                           " THEN 1 ELSE 0 END),"
                           " MIN (CASE WHEN completion_due >= ?2 AND finished_at IS NULL"
                           " THEN completion_due END) + 1 FROM known GROUP BY g";

gboolean
bh_figures_add_open (BhFigureQuery *query, GError **error)
{
  BhStatement *s = bh_figure_query_run (query, BH_STATE_AT_END, OPEN_AT_END, OPEN, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));

      bh_figure_set_count (&values[BH_FIGURE_OPEN_AT_END], bh_statement_get_int64 (s, 1), FALSE);
      bh_figure_set_count (&values[BH_FIGURE_OVERDUE_OPEN_AT_END], bh_statement_get_int64 (s, 2),
                           FALSE);
      if (query->early)
        bh_figure_query_note_change (query, bh_statement_get_int64 (s, 3));
    }

  return step == BH_STEP_DONE;
}

/* Of tickets first dispatched in the period and not dropped: all, those sent wrong, and those that
 * can still turn out to be. */
static const BhFigureSum routing_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (misrouted)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN closed_at IS NULL AND misrouted IS NULL THEN 1 END)", ~BH_FIGURES_QUICK },
};

/* Of tickets closed in the period, and not void, merged, withdrawn or declined. */
static const BhFigureSum exception_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (exception)", ~BH_FIGURES_QUICK },
  { "0", 0 },
};

static gboolean
add_share (BhFigureQuery *query,
           BhFigureId figure,
           const char *which,
           const BhFigureSum *sums,
           const char *from,
           GError **error)
{
  BhStatement *s = bh_figure_query_sum (query, BH_STATE_AS_OF, which, sums, 3, from, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    bh_figure_set_ratio (&bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0))[figure],
                         (double) bh_statement_get_int64 (s, 2),
                         (double) bh_statement_get_int64 (s, 1), bh_statement_get_int64 (s, 3) > 0);

  return step == BH_STEP_DONE;
}

gboolean
bh_figures_add_routing (BhFigureQuery *query, GError **error)
{
  return add_share (query, BH_FIGURE_ROUTING_ERROR_SHARE,
                    "t.first_dispatched_at >= ?1 AND t.first_dispatched_at < ?2", routing_sums,
                    "FROM known WHERE " BH_SQL_COUNTS, error);
}

gboolean
bh_figures_add_exceptions (BhFigureQuery *query, GError **error)
{
  return add_share (query, BH_FIGURE_EXCEPTION_CLOSE_SHARE,
                    "$.closed_at >= ?1 AND $.closed_at < ?2", exception_sums,
                    "FROM known WHERE " BH_SQL_COUNTS, error);
}
