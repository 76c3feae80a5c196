/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check-parts.h"

#include "base/bh-i18n.h"
#include "storage/bh-ticket-repeats.h"

/* What no history can lead to, as queries for the numbers of the tickets where it is so. A ticket
 * of a ledger has no stages, and its status tells how it ended. */
static const struct
{
  const char *sql;
  const char *problem; /* with %s for the number */
} rules[] = {
  { "SELECT DISTINCT t.number FROM stage AS s JOIN ticket AS t ON t.id = s.ticket_id"
    " WHERE s.done_at < s.started_at ORDER BY t.number",
    N_ ("Ticket %s: a stage ends before it starts.") },
  { "SELECT t.number FROM stage AS s JOIN ticket AS t ON t.id = s.ticket_id"
    " WHERE s.done_at IS NULL GROUP BY t.id, t.number HAVING COUNT (*) > 1 ORDER BY t.number",
    N_ ("Ticket %s: more than one stage runs.") },
  { "SELECT DISTINCT t.number FROM stage AS s JOIN ticket AS t ON t.id = s.ticket_id"
    " WHERE s.done_at IS NULL AND t.status >= 80 ORDER BY t.number",
    N_ ("Ticket %s has ended, but a stage of it still runs.") },
  { "SELECT t.number FROM ticket AS t WHERE t.origin = 1 AND t.status < 80 AND t.policy_id IS NOT"
    " NULL AND NOT EXISTS (SELECT 1 FROM stage AS s WHERE s.ticket_id = t.id AND s.done_at IS NULL)"
    " ORDER BY t.number",
    N_ ("Ticket %s is open, but no stage of it runs.") },
  { "SELECT number FROM ticket WHERE (status >= 80) <> (closed_at IS NOT NULL) ORDER BY number",
    N_ ("Ticket %s: status and time of closing do not agree.") },
  { "SELECT number FROM ticket WHERE finished_at < received_at OR closed_at < received_at"
    " ORDER BY number",
    N_ ("Ticket %s ended before it was received.") },
  { "SELECT DISTINCT t.number FROM round AS r JOIN ticket AS t ON t.id = r.ticket_id"
    " WHERE r.ended_at < r.started_at OR r.finished_at < r.started_at"
    " OR r.closed_at < r.started_at ORDER BY t.number",
    N_ ("Ticket %s: a round ends before it starts.") },
  { "SELECT t.number FROM ticket AS t LEFT JOIN round AS r ON r.ticket_id = t.id"
    " AND r.ended_at IS NULL GROUP BY t.id, t.number, t.round"
    " HAVING COUNT (r.round) <> 1 OR MAX (r.round) <> t.round ORDER BY t.number",
    N_ ("Ticket %s: its rounds do not follow each other.") },
  { "SELECT DISTINCT t.number FROM pause AS p JOIN ticket AS t ON t.id = p.ticket_id"
    " WHERE p.until_at <= p.from_at OR p.to_at < p.from_at OR p.to_at > p.until_at"
    " ORDER BY t.number",
    N_ ("Ticket %s: a suspension ends before it begins, or too late.") },
  { "SELECT t.number FROM ticket AS t LEFT JOIN pause AS p ON p.ticket_id = t.id"
    " AND p.to_at IS NULL GROUP BY t.id, t.number, t.suspended_until"
    " HAVING COUNT (p.from_at) <> COUNT (t.suspended_until)"
    " OR MAX (p.until_at) <> t.suspended_until ORDER BY t.number",
    N_ ("Ticket %s: whether it is suspended and its suspensions do not agree.") },
  { "SELECT t.number FROM request AS q JOIN ticket AS t ON t.id = q.ticket_id"
    " WHERE q.decision = 0 GROUP BY t.id, t.number, t.status HAVING COUNT (*) > 1"
    " OR t.status >= 80 ORDER BY t.number",
    N_ ("Ticket %s: more waits for approval than can.") },
  { "SELECT t.number FROM ticket AS t JOIN round AS r ON r.ticket_id = t.id AND r.round = t.round"
    " WHERE t.paused <> r.paused_before + r.paused_inside ORDER BY t.number",
    N_ ("Ticket %s: its pauses are not those of its round.") },
  { "SELECT t.number FROM ticket AS t WHERE t.repeated <> CASE WHEN " BH_SQL_REPEATED (
        "t") " THEN 1 ELSE 0 END ORDER BY t.number",
    N_ ("Ticket %s: whether it was raised again does not agree with the tickets that repeat it.") },
};

static gboolean
check_rule (BhCheck *check, const char *sql, const char *problem, GError **error)
{
  BhStatement *s = bh_connection_prepare (check->connection, sql, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      g_auto (GStrv) parts = g_strsplit (problem, "%s", 2);
      g_autofree char *line = g_strjoinv (bh_statement_get_text (s, 0), parts);

      bh_check_add (check, "%s", line);
    }

  return step == BH_STEP_DONE;
}

gboolean
bh_check_clocks (BhCheck *check, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (check, rules[i].sql, _ (rules[i].problem), error))
      return FALSE;

  return TRUE;
}
