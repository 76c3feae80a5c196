/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-schema.h"

#include "storage/bh-schema-tables.h"
#include "storage/bh-schema-template.h"

/* What every figure asks of a ticket, and what else it is narrowed and grouped by: with these in an
 * index, the table is not read. */
#define FIGURE_FIRST ", status, kind, "
#define FIGURE_LAST ", community_id, category_id, department_id, channel_id, grade)"

/* The indexes of tickets and their parts, apart from those that keep rows unique. They stand alone
 * because work that fills an empty database is quicker without them. */
static const struct
{
  const char *name;
  const char *on;
  int since; /* version that it is from or as it is since */
} TICKET_INDEXES[] = {
  { "ticket_received", "ticket (received_at)", 1 },
  /* What waits is a small part, asked for all day by its clocks and by who holds it. */
  { "ticket_status",
    "ticket (status, received_at, next_due, completion_due, promised_at, recorded_at,"
    " finished_at, closed_at, staff_id, department_id, suspended_until)",
    3 },
  { "ticket_department", "ticket (department_id)", 5 },
  { "ticket_category", "ticket (category_id, received_at)", 1 },
  { "ticket_place", "ticket (place_id, received_at) WHERE place_id IS NOT NULL", 1 },
  { "ticket_next_due", "ticket (next_due) WHERE next_due IS NOT NULL", 1 },
  { "ticket_responded",
    "ticket (responded_at" FIGURE_FIRST "received_at, response_paused" FIGURE_LAST
    " WHERE responded_at IS NOT NULL",
    2 },
  { "ticket_accepted",
    "ticket (first_accepted_at" FIGURE_FIRST "received_at, accept_paused" FIGURE_LAST
    " WHERE first_accepted_at IS NOT NULL",
    2 },
  { "ticket_finished",
    "ticket (finished_at" FIGURE_FIRST "received_at, paused, closed_at, round, signoff_asked,"
    " signoff_signed, signoff_open, signoff_due, callback_asked, callback_reached,"
    " callback_open, callback_due" FIGURE_LAST " WHERE finished_at IS NOT NULL",
    6 },
  /* The narrow ones are for all tickets of a time: what is read of them is a sixth. */
  { "ticket_kept", "ticket (received_at, response_kept, completion_kept)", 6 },
  { "ticket_first_answer",
    "ticket (channel_id, received_at, first_answer_kept) WHERE first_answer_kept > 0", 6 },
  { "ticket_ended",
    "ticket (finished_at, status, kind, round, signoff_asked, signoff_signed, callback_asked,"
    " callback_reached, received_at, paused) WHERE finished_at IS NOT NULL",
    6 },
  /* Who is still to be asked. */
  { "ticket_signoff_due",
    "ticket (signoff_due, finished_at, signoff_open) WHERE signoff_due IS NOT NULL", 6 },
  { "ticket_callback_due",
    "ticket (callback_due, finished_at, callback_open) WHERE callback_due IS NOT NULL", 6 },
  /* Closed without an answer or a finish, which hardly happens. */
  { "ticket_unanswered",
    "ticket (status, received_at, response_due, responded_at) WHERE status = 80"
    " AND responded_at IS NULL AND response_due IS NOT NULL",
    6 },
  { "ticket_unfinished",
    "ticket (status, received_at, completion_due, finished_at) WHERE status = 80"
    " AND finished_at IS NULL",
    6 },
  { "ticket_suspensions", "ticket (received_at, status, suspensions) WHERE suspensions > 0", 6 },
  { "ticket_reminders", "ticket (received_at, status, reminders) WHERE reminders > 0", 6 },
  { "ticket_repeated", "ticket (finished_at, repeated, status, round) WHERE repeated = 1", 6 },
  { "ticket_repeats", "ticket (repeat_of, received_at) WHERE repeat_of IS NOT NULL", 6 },
  { "ticket_figures",
    "ticket (received_at" FIGURE_FIRST "repeat_of, closed_at, finished_at, completion_due,"
    " responded_at, response_due, reminders, suspensions, first_answer_at, origin, recorded_at,"
    " round, received_month, closed_month" FIGURE_LAST,
    5 },
  { "ticket_promised",
    "ticket (promised_at" FIGURE_FIRST "finished_at, closed_at" FIGURE_LAST
    " WHERE promised_at IS NOT NULL",
    5 },
  { "ticket_dispatched",
    "ticket (first_dispatched_at" FIGURE_FIRST "wrong_department, closed_at" FIGURE_LAST
    " WHERE first_dispatched_at IS NOT NULL",
    4 },
  { "ticket_closed",
    "ticket (closed_at" FIGURE_FIRST "exception" FIGURE_LAST " WHERE closed_at IS NOT NULL", 4 },
  /* What was open at the beginning of a month: not closed in the month of its receipt. */
  { "ticket_carried",
    "ticket (closed_at" FIGURE_FIRST "received_at, completion_since, finished_at, completion_due,"
    " received_month, closed_month" FIGURE_LAST
    " WHERE closed_month IS NULL OR closed_month <> received_month",
    6 },
  { "ticket_repeat", "ticket (received_at, repeat_of, status) WHERE repeat_of IS NOT NULL", 6 },
  { "ticket_phone", "ticket (phone_reversed) WHERE phone_reversed IS NOT NULL", 1 },
  { "event_recorded", "event (recorded_at)", 1 },
  { "round_finished", "round (finished_at) WHERE finished_at IS NOT NULL", 1 },
  /* Those that were closed and begun again, and those that were late when they ended. */
  { "round_reopened",
    "round (closed_at, ended_at) WHERE closed_at IS NOT NULL AND ended_at IS NOT NULL", 5 },
  { "round_late",
    "round (completion_due, started_at, finished_at, closed_at, ended_at)"
    " WHERE ended_at IS NOT NULL"
    " AND (finished_at IS NULL OR finished_at > completion_due)",
    6 },
  /* Deadlines of completion that had passed when they were moved. */
  { "due_change_late",
    "due_change (changed_at, old_due, round, clock) WHERE clock = 9 AND old_due < changed_at", 6 },
  { "complainant_contact", "complainant (contact_id) WHERE contact_id IS NOT NULL", 1 },
  /* An index that has also the column of its condition is read without the table. */
  { "stage_done",
    "stage (stage, done_at, due_at, started_at, paused, standing)"
    " WHERE done_at IS NOT NULL AND standing = 0",
    5 },
  { "stage_dropped", "stage (stage, done_at, due_at, standing) WHERE standing = 1", 5 },
  /* Those that are not, or were not, done in time. */
  { "stage_due",
    "stage (stage, due_at, done_at, standing) WHERE due_at IS NOT NULL AND standing < 2"
    " AND (done_at IS NULL OR done_at >= due_at)",
    5 },
  { "opinion_first", "opinion (at, verdict, first) WHERE first = 1", 5 },
  { "callback_at", "callback (at, counts, score, solved, timely, polite)", 5 },
  { "callback_left_out", "callback (at, counts, score, solved, timely, polite) WHERE counts = 0",
    5 },
  { "ticket_warning", "ticket (next_warning) WHERE next_warning IS NOT NULL", 3 },
  { "ticket_suspended", "ticket (suspended_until) WHERE suspended_until IS NOT NULL", 3 },
  { "ticket_merged", "ticket (merged_into) WHERE merged_into IS NOT NULL", 3 },
  { "pause_until", "pause (until_at)", 3 },
  { "request_open", "request (asked_at) WHERE decision = 0", 3 },
  { "task_open", "task (department_id, due_at) WHERE outcome = 0", 3 },
  { "warning_at", "warning (at)", 3 },
  { "attachment_hash", "attachment (hash)", 3 },
};

gboolean
bh_schema_create (BhConnection *connection, GError **error)
{
  static const char *const scripts[] = { BH_SCHEMA_REGISTER,
                                         BH_SCHEMA_TARGET,
                                         BH_SCHEMA_CALENDAR,
                                         BH_SCHEMA_SKILL,
                                         BH_SCHEMA_PEOPLE_AND_PLACES,
                                         BH_SCHEMA_TICKET,
                                         BH_SCHEMA_TICKET_PARTS,
                                         BH_SCHEMA_LOOP_PARTS,
                                         BH_SCHEMA_OFFICE_BOOKS,
                                         BH_SCHEMA_FIGURES,
                                         BH_SCHEMA_FIGURE_COUNTED,
                                         BH_SCHEMA_SITE_PLAN,
                                         BH_SCHEMA_REPORT_SCHEDULE,
                                         BH_SCHEMA_REPORT,
                                         BH_SCHEMA_REPORT_SCOPE,
                                         BH_SCHEMA_REPORT_CHAIN,
                                         BH_SCHEMA_MEASURE };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (!bh_schema_execute (connection, scripts[i], error))
      return FALSE;

  return bh_schema_create_ticket_indexes (connection, error);
}

gboolean
bh_schema_create_ticket_indexes (BhConnection *connection, GError **error)
{
  g_autoptr (GString) script = g_string_new (NULL);

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (TICKET_INDEXES); i++)
    g_string_append_printf (script, "CREATE INDEX %s ON %s;", TICKET_INDEXES[i].name,
                            TICKET_INDEXES[i].on);

  return bh_connection_execute (connection, script->str, error);
}

gboolean
bh_schema_renew_ticket_indexes (BhConnection *connection, int version, GError **error)
{
  g_autoptr (GString) script = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (TICKET_INDEXES); i++)
    if (TICKET_INDEXES[i].since == version)
      g_string_append_printf (script, "DROP INDEX IF EXISTS %s; CREATE INDEX %s ON %s;",
                              TICKET_INDEXES[i].name, TICKET_INDEXES[i].name, TICKET_INDEXES[i].on);

  return bh_connection_execute (connection, script->str, error);
}

gboolean
bh_schema_drop_ticket_indexes (BhConnection *connection, GError **error)
{
  g_autoptr (GString) script = g_string_new (NULL);

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (TICKET_INDEXES); i++)
    g_string_append_printf (script, "DROP INDEX IF EXISTS %s;", TICKET_INDEXES[i].name);

  return bh_connection_execute (connection, script->str, error);
}
