/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-schema.h"

#include "domain/bh-types.h"
#include "storage/bh-schema-tables.h"
#include "storage/bh-schema-template.h"

/* The steps from one version of the schema to the next. */

/* Most tickets never paused: only the rows of those that did are written. */
gboolean
bh_schema_migrate_2 (BhConnection *connection, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  return bh_schema_execute (connection, BH_SCHEMA_TARGET, error)
         && bh_schema_execute (connection, "ALTER TABLE ticket ADD COLUMN" BH_SCHEMA_PAUSED_COLUMN,
                               error)
         && bh_connection_execute (connection,
                                   "UPDATE ticket SET paused ="
                                   " (SELECT r.paused_before + r.paused_inside FROM round AS r"
                                   " WHERE r.ticket_id = ticket.id AND r.round = ticket.round)"
                                   " WHERE id IN (SELECT r.ticket_id FROM round AS r"
                                   " WHERE r.ended_at IS NULL"
                                   " AND r.paused_before + r.paused_inside <> 0)",
                                   error)
         && bh_schema_renew_ticket_indexes (connection, 2, error);
}

/* An attempt was the last where its event says so; the rows did not keep it. */
#define FINAL_EVENT(table)                                                                         \
  " AND EXISTS (SELECT 1 FROM event AS e WHERE e.ticket_id = " table ".ticket_id"                  \
  " AND e.at = " table ".at AND e.payload LIKE '%last=yes%')"

/* A column of a table, as text. */
typedef struct
{
  const char *table;
  const char *column;
} Added;

static gboolean
add_columns (BhConnection *connection, const Added *added, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("ALTER TABLE %s ADD COLUMN%s", added[i].table, added[i].column);

      if (!bh_schema_execute (connection, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* Nothing is asked of the big tables but the columns, which cost no rows. */
gboolean
bh_schema_migrate_3 (BhConnection *connection, GError **error)
{
  static const Added added[] = {
    { "staff", BH_SCHEMA_STAFF_AWAY },
    { "staff", BH_SCHEMA_STAFF_PIN },
    { "policy", BH_SCHEMA_POLICY_CALLBACK },
    { "policy", BH_SCHEMA_POLICY_PERCENT },
    { "policy", BH_SCHEMA_POLICY_PHOTO },
    { "ticket", BH_SCHEMA_TICKET_CALENDAR },
    { "ticket", BH_SCHEMA_TICKET_MERGED },
    { "ticket", BH_SCHEMA_TICKET_SUSPENDED },
    { "ticket", BH_SCHEMA_TICKET_EXTENDED },
    { "ticket", BH_SCHEMA_TICKET_EXTENDED_AT },
    { "ticket", BH_SCHEMA_TICKET_WARNING },
    { "ticket", BH_SCHEMA_TICKET_EXCEPTION },
    { "stage", BH_SCHEMA_STAGE_COLUMN },
    { "complainant", BH_SCHEMA_COMPLAINANT_FROM },
    { "complainant", BH_SCHEMA_COMPLAINANT_LEFT },
    { "opinion", BH_SCHEMA_FINAL },
    { "opinion", BH_SCHEMA_OPINION_SCORE },
    { "opinion", BH_SCHEMA_OPINION_SIGNATURE },
    { "callback", BH_SCHEMA_FINAL },
    { "callback", BH_SCHEMA_CALLBACK_INVALID },
    { "callback", BH_SCHEMA_CALLBACK_QUALITY },
  };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  if (!bh_schema_execute (connection, BH_SCHEMA_CALENDAR, error)
      || !bh_schema_execute (connection, BH_SCHEMA_SKILL, error)
      || !bh_schema_execute (connection, BH_SCHEMA_LOOP_PARTS, error)
      || !add_columns (connection, added, G_N_ELEMENTS (added), error))
    return FALSE;

  return bh_connection_execute (
             connection,
             "UPDATE policy SET callback = 1 WHERE needs_callback = 0;"
             /* To be worked out when the office is known: bh_warning_renew(). */
             "UPDATE ticket SET next_warning = -1 WHERE status < 80 AND next_due IS NOT NULL;"
             "ALTER TABLE policy DROP COLUMN needs_callback;"
             "UPDATE opinion SET final = 1 WHERE verdict = 3" FINAL_EVENT (
                 "opinion") ";"
                            "UPDATE callback SET final = 1 WHERE reached = 0" FINAL_EVENT (
                                "callback"),
             error)
         && bh_schema_renew_ticket_indexes (connection, 3, error);
}

gboolean
bh_schema_migrate_4 (BhConnection *connection, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  return bh_schema_execute (connection, BH_SCHEMA_FIGURES, error)
         && bh_schema_execute (connection, BH_SCHEMA_SITE_PLAN, error)
         && bh_schema_renew_ticket_indexes (connection, 4, error);
}

/* Of each complainant of a ticket who can be asked: whether they answered in its present round (1)
 * and said yes (2). */
#define ANSWERS(answer)                                                                            \
  " SELECT COALESCE ((SELECT MAX (" answer                                                         \
  " AS o WHERE o.ticket_id = c.ticket_id AND o.round = ticket.round"                               \
  " AND o.complainant = c.idx), 0) AS answer FROM complainant AS c"                                \
  " WHERE c.ticket_id = ticket.id AND c.left_at IS NULL"

#define SIGNOFFS                                                                                   \
  ANSWERS ("CASE o.verdict WHEN 1 THEN 2 WHEN 2 THEN 1 ELSE 0 END) FROM opinion")                  \
  " AND c.reachable = 1"

/* Whoever scored at the sign-off is not called where the policy asks for no second answer. */
#define CALLBACKS                                                                                  \
  ANSWERS ("CASE WHEN o.reached = 1 AND o.invalid = 0 THEN 2 ELSE 1 END) FROM callback")           \
  " AND (c.reachable = 1 OR c.from_ticket IS NULL) AND NOT (ticket.policy_id IN"                   \
  " (SELECT p.id FROM policy AS p WHERE p.callback = 2) AND EXISTS (SELECT 1 FROM opinion AS v"    \
  " WHERE v.ticket_id = c.ticket_id AND v.round = ticket.round AND v.complainant = c.idx"          \
  " AND v.verdict = 1 AND v.score <> 0))"

#define COUNT                                                                                      \
  " (SELECT COUNT (CASE WHEN answer > 0 THEN 1 END) AS answered,"                                  \
  " COUNT (CASE WHEN answer = 2 THEN 1 END) AS yes,"                                               \
  " COUNT (CASE WHEN answer = 0 THEN 1 END) AS open"

#define LIMIT                                                                                      \
  "(SELECT s.due_at FROM stage AS s WHERE s.ticket_id = ticket.id AND s.round = ticket.round"

/* The biggest table is written once for them. Where there is a limit, who did not answer should
 * have been asked. */
static const char FILL_ANSWERS[]
    = "UPDATE ticket SET (signoff_asked, signoff_signed, signoff_open, signoff_due,"
      " callback_asked, callback_reached, callback_open, callback_due) = (SELECT"
      " a.answered + CASE WHEN s.due IS NULL THEN 0 ELSE a.open END, a.yes, a.open,"
      " CASE WHEN a.open > 0 THEN s.due END,"
      " b.answered + CASE WHEN c.due IS NULL THEN 0 ELSE b.open END, b.yes, b.open,"
      " CASE WHEN b.open > 0 THEN c.due END"
      " FROM" COUNT " FROM (" SIGNOFFS ") AS x) AS a"
      " CROSS JOIN" COUNT " FROM (" CALLBACKS ") AS y) AS b"
      " CROSS JOIN (SELECT" LIMIT " AND s.stage = 6 ORDER BY s.seq DESC LIMIT 1) AS due) AS s"
      " CROSS JOIN (SELECT" LIMIT " AND s.stage = 7 ORDER BY s.seq DESC LIMIT 1) AS due) AS c)"
      " WHERE finished_at IS NOT NULL AND status < 90";

/* Tickets that count nowhere. */
static const char CLEAR_ANSWERS[]
    = "UPDATE ticket SET signoff_asked = 0, signoff_signed = 0, signoff_open = 0,"
      " signoff_due = NULL, callback_asked = 0, callback_reached = 0, callback_open = 0,"
      " callback_due = NULL WHERE finished_at IS NOT NULL AND status >= 90";

/* Whether a limit was kept (1) or not (2); 0: it is not asked about. */
#define KEPT(due, done)                                                                            \
  " CASE WHEN " due " IS NULL OR status IN (90, 91) OR (status > 91 AND " due " >= closed_at)"     \
  " THEN 0 WHEN " done " <= " due " THEN 1 ELSE 2 END"
#define RESPONSE_KEPT KEPT ("response_due", "responded_at")
#define COMPLETION_KEPT KEPT ("completion_due", "finished_at")
#define FIRST_ANSWER_KEPT KEPT ("(received_at + 120000000)", "first_answer_at")

static const char FILL_KEPT[]
    = "UPDATE ticket SET response_kept =" RESPONSE_KEPT ", completion_kept =" COMPLETION_KEPT ","
      " first_answer_kept = CASE WHEN origin = 1 AND (first_answer_at IS NOT NULL"
      " OR recorded_at - received_at < 1800000000) THEN" FIRST_ANSWER_KEPT " ELSE 0 END";

G_STATIC_ASSERT (BH_CALLER_WAITS_SECONDS == 1800 && BH_FIRST_ANSWER_SECONDS == 120);

/* Those whose deadline was moved, and those of a later round, which it may have been moved in. */
static const char FILL_MOVED[]
    = "UPDATE ticket SET completion_since = (SELECT MAX (d.changed_at) FROM due_change AS d"
      " WHERE d.ticket_id = ticket.id AND d.round = ticket.round AND d.clock = 9)"
      " WHERE id IN (SELECT d.ticket_id FROM due_change AS d WHERE d.clock = 9)";

#define STARTED                                                                                    \
  "(SELECT r.started_at FROM round AS r WHERE r.ticket_id = ticket.id AND r.round = ticket.round)"

static const char FILL_STARTED[] = "UPDATE ticket SET completion_since = " STARTED
                                   " WHERE round > 1 AND COALESCE (completion_since, 0) < " STARTED;

G_STATIC_ASSERT (BH_CLOCK_COMPLETION == 9);

/* Sought by the tickets that repeat another, which are few. */
static const char FILL_REPEATED[]
    = "UPDATE ticket SET repeated = 1 WHERE id IN (SELECT r.repeat_of FROM ticket AS r"
      " JOIN ticket AS t ON t.id = r.repeat_of WHERE r.repeat_of IS NOT NULL AND r.status <> 90"
      " AND r.received_at >= t.finished_at AND r.received_at < t.finished_at + 2592000000000)";

G_STATIC_ASSERT (BH_FIX_HOLDS_SECONDS == 2592000 && BH_ORIGIN_DESK == 1);

static const char FILL_SUSPENSIONS[]
    = "UPDATE ticket SET suspensions = (SELECT COUNT (*) FROM pause AS p"
      " WHERE p.ticket_id = ticket.id) WHERE id IN (SELECT p.ticket_id FROM pause AS p)";

#define DROPPED "(SELECT t.id FROM ticket AS t WHERE t.status IN (90, 91, 92, 93))"

static const char FILL_STAGES[]
    = "UPDATE stage SET standing = CASE WHEN due_at < (SELECT t.closed_at FROM ticket AS t"
      " WHERE t.id = stage.ticket_id AND t.status IN (92, 93)) THEN 1 ELSE 2 END"
      " WHERE ticket_id IN " DROPPED;

static const char FILL_CALLBACKS[]
    = "UPDATE callback SET counts = 0 WHERE invalid = 1"
      " OR ticket_id IN (SELECT t.id FROM ticket AS t WHERE t.status IN (90, 92, 93))";

static const char FILL_OPINIONS[]
    = "UPDATE opinion SET first = 1 WHERE verdict IN (1, 2) AND ticket_id NOT IN " DROPPED
      " AND NOT EXISTS (SELECT 1 FROM opinion AS b WHERE b.ticket_id = opinion.ticket_id"
      " AND b.idx < opinion.idx AND b.verdict IN (1, 2))";

gboolean
bh_schema_fill_standing (BhConnection *connection, GError **error)
{
  static const char *const scripts[]
      = { FILL_ANSWERS,  CLEAR_ANSWERS,    FILL_KEPT,   FILL_MOVED,     FILL_STARTED,
          FILL_REPEATED, FILL_SUSPENSIONS, FILL_STAGES, FILL_CALLBACKS, FILL_OPINIONS };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (!bh_connection_execute (connection, scripts[i], error))
      return FALSE;

  return TRUE;
}

gboolean
bh_schema_migrate_5 (BhConnection *connection, GError **error)
{
  static const Added added[] = {
    { "ticket", BH_SCHEMA_TICKET_SUSPENSIONS },
    { "ticket", " signoff_answered $int NOT NULL DEFAULT 0" },
    { "ticket", BH_SCHEMA_SIGNOFF_SIGNED },
    { "ticket", BH_SCHEMA_SIGNOFF_OPEN },
    { "ticket", BH_SCHEMA_SIGNOFF_DUE },
    { "ticket", " callback_answered $int NOT NULL DEFAULT 0" },
    { "ticket", BH_SCHEMA_CALLBACK_REACHED },
    { "ticket", BH_SCHEMA_CALLBACK_OPEN },
    { "ticket", BH_SCHEMA_CALLBACK_DUE },
    { "stage", BH_SCHEMA_STAGE_STANDING },
    { "opinion", BH_SCHEMA_OPINION_FIRST },
    { "callback", BH_SCHEMA_CALLBACK_COUNTS },
  };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  return add_columns (connection, added, G_N_ELEMENTS (added), error)
         && bh_connection_execute (connection,
                                   "DROP INDEX IF EXISTS opinion_at;"
                                   "DROP INDEX IF EXISTS callback_invalid;",
                                   error)
         && bh_schema_execute (connection, BH_SCHEMA_REPORT_SCHEDULE, error)
         && bh_schema_execute (connection, BH_SCHEMA_REPORT, error)
         && bh_schema_execute (connection, BH_SCHEMA_MEASURE, error)
         && bh_schema_renew_ticket_indexes (connection, 5, error);
}

/* As bh_report_records_add() notes the last record. */
static const char NOTE_LAST_RECORD[]
    = "INSERT INTO report_chain (id, made, hash)"
      " SELECT 1, (SELECT COUNT (*) FROM report WHERE recorded = 1), hash"
      " FROM report WHERE recorded = 1 ORDER BY id DESC LIMIT 1";

gboolean
bh_schema_migrate_6 (BhConnection *connection, GError **error)
{
  static const Added added[] = {
    { "ticket", BH_SCHEMA_RESPONSE_KEPT },     { "ticket", BH_SCHEMA_COMPLETION_KEPT },
    { "ticket", BH_SCHEMA_FIRST_ANSWER_KEPT }, { "ticket", BH_SCHEMA_TICKET_REPEATED },
    { "ticket", BH_SCHEMA_COMPLETION_SINCE },  { "event", BH_SCHEMA_EVENT_FIRST_MONTH },
    { "event", BH_SCHEMA_EVENT_LAST_MONTH },
  };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  return bh_connection_execute (
             connection,
             "DROP INDEX IF EXISTS ticket_finished;"
             "ALTER TABLE ticket RENAME COLUMN signoff_answered TO signoff_asked;"
             "ALTER TABLE ticket RENAME COLUMN callback_answered TO callback_asked;",
             error)
         && bh_schema_execute (connection, BH_SCHEMA_FIGURE_COUNTED, error)
         && bh_connection_execute (connection,
                                   "INSERT INTO figure_counted (id, event_id) SELECT 1, COALESCE "
                                   "(MAX (id), 0) FROM event",
                                   error)
         && add_columns (connection, added, G_N_ELEMENTS (added), error)
         && bh_schema_fill_standing (connection, error)
         && bh_schema_execute (connection, BH_SCHEMA_REPORT_SCOPE, error)
         && bh_schema_execute (connection, BH_SCHEMA_REPORT_CHAIN, error)
         && bh_connection_execute (connection, NOTE_LAST_RECORD, error)
         && bh_schema_renew_ticket_indexes (connection, 6, error);
}
