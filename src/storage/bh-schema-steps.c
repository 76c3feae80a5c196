/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-schema.h"

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

/* Nothing is asked of the big tables but the columns, which cost no rows. */
gboolean
bh_schema_migrate_3 (BhConnection *connection, GError **error)
{
  static const struct
  {
    const char *table;
    const char *column;
  } added[] = {
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
      || !bh_schema_execute (connection, BH_SCHEMA_LOOP_PARTS, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("ALTER TABLE %s ADD COLUMN%s", added[i].table, added[i].column);

      if (!bh_schema_execute (connection, sql, error))
        return FALSE;
    }

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

gboolean
bh_schema_migrate_5 (BhConnection *connection, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  return bh_schema_execute (connection, BH_SCHEMA_REPORT_SCHEDULE, error)
         && bh_schema_execute (connection, BH_SCHEMA_REPORT, error)
         && bh_schema_execute (connection, BH_SCHEMA_MEASURE, error)
         && bh_schema_renew_ticket_indexes (connection, 5, error);
}
