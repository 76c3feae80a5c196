/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-schema.h"

#include "storage/bh-schema-template.h"

/* The tables of the present version. The names of types come from the driver, see
 * bh_schema_execute(). What the domain keeps as 0 for "none" is NULL where the column is not NOT
 * NULL. Columns are named like the fields of the domain. A change of this file is a new version and
 * a step in bh-migration.c. */

/* What a version added to a table stands last, as ALTER TABLE puts it, one text for one column. */
#define PAUSED_COLUMN " paused $int NOT NULL DEFAULT 0"
#define STAFF_AWAY " away $int NOT NULL DEFAULT 0"
#define STAFF_PIN " pin $text"
#define STAFF_COLUMNS STAFF_AWAY "," STAFF_PIN
#define POLICY_CALLBACK " callback $int NOT NULL DEFAULT 3"
#define POLICY_PERCENT " callback_percent $int NOT NULL DEFAULT 100"
#define POLICY_PHOTO " needs_photo $int NOT NULL DEFAULT 0"
#define POLICY_COLUMNS POLICY_CALLBACK "," POLICY_PERCENT "," POLICY_PHOTO
#define TICKET_CALENDAR " calendar_id $int REFERENCES calendar (id)"
#define TICKET_MERGED " merged_into $int REFERENCES ticket (id)"
#define TICKET_SUSPENDED " suspended_at $int"
#define TICKET_EXTENDED " extended_due $int"
#define TICKET_EXTENDED_AT " extended_at $int"
#define TICKET_WARNING " next_warning $int"
#define TICKET_EXCEPTION " exception $int NOT NULL DEFAULT 0"
#define TICKET_COLUMNS                                                                             \
  TICKET_CALENDAR                                                                                  \
  "," TICKET_MERGED "," TICKET_SUSPENDED "," TICKET_EXTENDED "," TICKET_EXTENDED_AT                \
  "," TICKET_WARNING "," TICKET_EXCEPTION
#define STAGE_COLUMN " calendar_id $int REFERENCES calendar (id)"
#define COMPLAINANT_FROM " from_ticket $int REFERENCES ticket (id)"
#define COMPLAINANT_LEFT " left_at $int"
#define COMPLAINANT_COLUMNS COMPLAINANT_FROM "," COMPLAINANT_LEFT
#define FINAL " final $int NOT NULL DEFAULT 0"
#define OPINION_SCORE " score $int NOT NULL DEFAULT 0"
#define OPINION_SIGNATURE " signature $text"
#define OPINION_COLUMNS FINAL "," OPINION_SCORE "," OPINION_SIGNATURE
#define CALLBACK_INVALID " invalid $int NOT NULL DEFAULT 0"
#define CALLBACK_QUALITY " quality $int NOT NULL DEFAULT 0"
#define CALLBACK_COLUMNS FINAL "," CALLBACK_INVALID "," CALLBACK_QUALITY

static const char REGISTER[]
    = "CREATE TABLE setting (key $text NOT NULL PRIMARY KEY, value $text NOT NULL);"

      "CREATE TABLE department (id $key, code $text NOT NULL, name $text NOT NULL UNIQUE,"
      " sort_key $text NOT NULL, retired $int NOT NULL);"

      "CREATE TABLE staff (id $key, name $text NOT NULL UNIQUE, sort_key $text NOT NULL,"
      " department_id $int REFERENCES department (id), role $int NOT NULL, phone $text,"
      " retired $int NOT NULL," STAFF_COLUMNS ");"

      "CREATE TABLE channel (id $key, code $text NOT NULL, name $text NOT NULL UNIQUE,"
      " sort_key $text NOT NULL, live $int NOT NULL, retired $int NOT NULL);"

      "CREATE TABLE cause (id $key, code $text NOT NULL, name $text NOT NULL UNIQUE,"
      " sort_key $text NOT NULL, retired $int NOT NULL);"

      "CREATE TABLE category (id $key, parent_id $int REFERENCES category (id),"
      " code $text NOT NULL, name $text NOT NULL, sort_key $text NOT NULL,"
      " department_id $int REFERENCES department (id), grade $int NOT NULL,"
      " retired $int NOT NULL, UNIQUE (parent_id, name));"

      /* A row is a version and never changes, but for `retired`. Limits are seconds, 0 is none. */
      "CREATE TABLE policy (id $key, category_id $int REFERENCES category (id),"
      " grade $int NOT NULL, version $int NOT NULL, valid_from $int NOT NULL,"
      " hours $int NOT NULL, limit_dispatch $int NOT NULL, limit_accept $int NOT NULL,"
      " limit_investigate $int NOT NULL, limit_plan $int NOT NULL, limit_execute $int NOT NULL,"
      " limit_sign $int NOT NULL, limit_callback $int NOT NULL, limit_response $int NOT NULL,"
      " limit_completion $int NOT NULL, skip_investigate $int NOT NULL,"
      " skip_plan $int NOT NULL, needs_cause $int NOT NULL,"
      " allows_answer $int NOT NULL, retired $int NOT NULL," POLICY_COLUMNS ","
      " UNIQUE (category_id, grade, version));";

/* `figure` is a key of figures.md, `filter` the canonical text. `base_year` 0 is the year before
 * the one looked at. */
static const char TARGET[]
    = "CREATE TABLE target (id $key, figure $text NOT NULL, filter $text NOT NULL,"
      " year $int NOT NULL, form $int NOT NULL, value $double NOT NULL, baseline $double,"
      " base_year $int NOT NULL, retired $int NOT NULL);";

/* A calendar is a version and never changes. `day` is year * 10000 + month * 100 + day; a day that
 * is not `off` is one that is worked though its weekday is free. A year that has a row here was
 * announced; `year` of a day is the one that announced it, which may be the year after. */
static const char CALENDAR[]
    = "CREATE TABLE calendar (id $key, version $int NOT NULL UNIQUE, valid_from $int NOT NULL,"
      " hours $text NOT NULL);"

      "CREATE TABLE calendar_year (calendar_id $int NOT NULL REFERENCES calendar (id),"
      " year $int NOT NULL, source $text NOT NULL, PRIMARY KEY (calendar_id, year))$clustered;"

      "CREATE TABLE calendar_day (calendar_id $int NOT NULL REFERENCES calendar (id),"
      " year $int NOT NULL, day $int NOT NULL, off $int NOT NULL, name $text NOT NULL,"
      " PRIMARY KEY (calendar_id, year, day))$clustered;";

static const char SKILL[]
    = "CREATE TABLE staff_skill (staff_id $int NOT NULL REFERENCES staff (id),"
      " category_id $int NOT NULL REFERENCES category (id),"
      " PRIMARY KEY (staff_id, category_id))$clustered;";

/* `path` names a place within its community, `digits_key` is its numbers ("3-2-301"). `retired` is
 * 2 where a place or category went with what it stands in. A contact's phones are kept backwards as
 * well, to be found by their last digits. */
static const char PEOPLE_AND_PLACES[]
    = "CREATE TABLE place (id $key, kind $int NOT NULL, parent_id $int REFERENCES place (id),"
      " community_id $int NOT NULL REFERENCES place (id), name $text NOT NULL,"
      " path $text NOT NULL, sort_key $text NOT NULL, digits_key $text NOT NULL, prefix $text,"
      " city_tier $text, estate_kind $text, households $int NOT NULL,"
      " steward_id $int REFERENCES staff (id), retired $int NOT NULL,"
      " UNIQUE (parent_id, name));"
      "CREATE INDEX place_path ON place (path);"
      "CREATE INDEX place_name ON place (name);"
      "CREATE INDEX place_digits ON place (digits_key);"

      "CREATE TABLE contact (id $key, community_id $int REFERENCES place (id),"
      " name $text NOT NULL, name_key $text NOT NULL, initials $text NOT NULL,"
      " kind $int NOT NULL, care $int NOT NULL, retired $int NOT NULL);"
      "CREATE INDEX contact_name ON contact (name);"
      "CREATE INDEX contact_initials ON contact (initials);"

      "CREATE TABLE contact_phone (contact_id $int NOT NULL REFERENCES contact (id),"
      " idx $int NOT NULL, phone $text NOT NULL, reversed $text NOT NULL,"
      " PRIMARY KEY (contact_id, idx))$clustered;"
      "CREATE INDEX contact_phone_phone ON contact_phone (phone);"
      "CREATE INDEX contact_phone_reversed ON contact_phone (reversed);"

      "CREATE TABLE contact_room (contact_id $int NOT NULL REFERENCES contact (id),"
      " idx $int NOT NULL, room_id $int NOT NULL REFERENCES place (id),"
      " PRIMARY KEY (contact_id, idx))$clustered;"
      "CREATE INDEX contact_room_room ON contact_room (room_id);";

/* Of the first complainant, name and phone stand on the ticket too, as do the keys to sort by and
 * the day, month, weekday and hour in office time: lists and figures need no other table. */
static const char TICKET[]
    = "CREATE TABLE ticket (id $key, version $int NOT NULL, number $text NOT NULL UNIQUE,"
      " origin $int NOT NULL, kind $int NOT NULL, grade $int NOT NULL,"
      " channel_id $int REFERENCES channel (id), category_id $int REFERENCES category (id),"
      " policy_id $int REFERENCES policy (id), summary $text NOT NULL, description $text,"
      " remedy $text, public_text $text, community_id $int REFERENCES place (id),"
      " place_id $int REFERENCES place (id), place_text $text,"
      " concerns $int REFERENCES staff (id), external_number $text, external_due $int,"
      " department_id $int REFERENCES department (id), staff_id $int REFERENCES staff (id),"
      " status $int NOT NULL, round $int NOT NULL,"
      " received_at $int NOT NULL, recorded_at $int NOT NULL, occurred_at $int,"
      " first_answer_at $int, responded_at $int, response_due $int,"
      " response_paused $int NOT NULL, first_dispatched_at $int, first_accepted_at $int,"
      " accept_paused $int NOT NULL, promised_at $int, work_due $int, completion_due $int, "
      "finished_at $int,"
      " signed_at $int, closed_at $int, suspended_until $int,"
      " cause_id $int REFERENCES cause (id), responsibility $int NOT NULL,"
      " preventable $int NOT NULL, facts $text, measure $text, owner_told $int NOT NULL,"
      " result $text, cost $int NOT NULL, adopted $int NOT NULL, unreached $int NOT NULL,"
      " reminders $int NOT NULL, wrong_department $int NOT NULL,"
      " repeat_of $int REFERENCES ticket (id), next_due $int, next_clock $int NOT NULL,"
      " head_seq $int NOT NULL, head_hash $text NOT NULL, last_at $int NOT NULL,"
      " summary_key $text NOT NULL, place_key $text NOT NULL, contact_name $text,"
      " contact_key $text NOT NULL, contact_phone $text, phone_reversed $text,"
      " received_day $int NOT NULL, received_month $int NOT NULL,"
      " received_weekday $int NOT NULL, received_hour $int NOT NULL, finished_day $int,"
      " finished_month $int, closed_month $int," PAUSED_COLUMN "," TICKET_COLUMNS ");"

      /* `community_id` is that of the ticket when the event was written, for the seals. */
      "CREATE TABLE event (id $key, community_id $int,"
      " ticket_id $int NOT NULL REFERENCES ticket (id) DEFERRABLE INITIALLY DEFERRED,"
      " seq $int NOT NULL, verb $int NOT NULL, at $int NOT NULL, recorded_at $int NOT NULL,"
      " actor_id $int REFERENCES staff (id), entered_by $int REFERENCES staff (id),"
      " salt $int NOT NULL, payload $text NOT NULL, hash $text NOT NULL,"
      " UNIQUE (ticket_id, seq));";

/* `idx` counts from 0 in the order of the ticket's arrays. */
static const char TICKET_PARTS[]
    = "CREATE TABLE round (ticket_id $int NOT NULL REFERENCES ticket (id), round $int NOT NULL,"
      " community_id $int, started_at $int NOT NULL, started_by $int NOT NULL, ended_at $int,"
      " finished_at $int, finished_by $int REFERENCES staff (id), signed_at $int,"
      " closed_at $int, closed_as $int NOT NULL, completion_due $int,"
      " paused_before $int NOT NULL, paused_inside $int NOT NULL,"
      " PRIMARY KEY (ticket_id, round))$clustered;"

      "CREATE TABLE stage (ticket_id $int NOT NULL REFERENCES ticket (id), seq $int NOT NULL,"
      " community_id $int, round $int NOT NULL, stage $int NOT NULL, started_at $int NOT NULL,"
      " due_at $int, done_at $int, paused $int NOT NULL, outcome $int NOT NULL,"
      " department_id $int REFERENCES department (id), holder_id $int REFERENCES staff "
      "(id)," STAGE_COLUMN ", PRIMARY KEY (ticket_id, seq))$clustered;"

      "CREATE TABLE complainant (ticket_id $int NOT NULL REFERENCES ticket (id),"
      " idx $int NOT NULL, community_id $int, contact_id $int REFERENCES contact (id),"
      " name $text, phone $text, reachable $int NOT NULL," COMPLAINANT_COLUMNS
      ", PRIMARY KEY (ticket_id, idx))$clustered;"

      "CREATE TABLE opinion (ticket_id $int NOT NULL REFERENCES ticket (id), idx $int NOT NULL,"
      " community_id $int, round $int NOT NULL, complainant $int NOT NULL, at $int NOT NULL,"
      " verdict $int NOT NULL, by $int NOT NULL," OPINION_COLUMNS
      ", PRIMARY KEY (ticket_id, idx))$clustered;"

      "CREATE TABLE callback (ticket_id $int NOT NULL REFERENCES ticket (id),"
      " idx $int NOT NULL, community_id $int, round $int NOT NULL, complainant $int NOT NULL,"
      " at $int NOT NULL, at_month $int NOT NULL, made_by $int REFERENCES staff (id),"
      " reached $int NOT NULL, score $int NOT NULL, timely $int NOT NULL, solved $int NOT NULL,"
      " polite $int NOT NULL, note $text," CALLBACK_COLUMNS
      ", PRIMARY KEY (ticket_id, idx))$clustered;"

      "CREATE TABLE due_change (ticket_id $int NOT NULL REFERENCES ticket (id),"
      " idx $int NOT NULL, community_id $int, clock $int NOT NULL, stage_seq $int NOT NULL,"
      " round $int NOT NULL, changed_at $int NOT NULL, old_due $int,"
      " PRIMARY KEY (ticket_id, idx))$clustered;";

/* What came with the whole loop (version 3). `seq` is that of the event that it is from. */
static const char LOOP_PARTS[]
    = "CREATE TABLE pause (ticket_id $int NOT NULL REFERENCES ticket (id), idx $int NOT NULL,"
      " community_id $int, round $int NOT NULL, from_at $int NOT NULL, until_at $int NOT NULL,"
      " to_at $int, reason $int NOT NULL, PRIMARY KEY (ticket_id, idx))$clustered;"

      "CREATE TABLE request (ticket_id $int NOT NULL REFERENCES ticket (id), idx $int NOT NULL,"
      " community_id $int, seq $int NOT NULL, verb $int NOT NULL, asked_at $int NOT NULL,"
      " asked_by $int REFERENCES staff (id), until_at $int, reason $text, decided_at $int,"
      " decided_by $int REFERENCES staff (id), decision $int NOT NULL, note $text,"
      " PRIMARY KEY (ticket_id, idx))$clustered;"

      "CREATE TABLE task (ticket_id $int NOT NULL REFERENCES ticket (id), idx $int NOT NULL,"
      " community_id $int, round $int NOT NULL, seq $int NOT NULL,"
      " department_id $int REFERENCES department (id), what $text NOT NULL,"
      " asked_at $int NOT NULL, asked_by $int REFERENCES staff (id), due_at $int, done_at $int,"
      " done_by $int REFERENCES staff (id), outcome $int NOT NULL, result $text,"
      " PRIMARY KEY (ticket_id, idx))$clustered;"

      "CREATE TABLE attachment (ticket_id $int NOT NULL REFERENCES ticket (id),"
      " idx $int NOT NULL, community_id $int, seq $int NOT NULL, at $int NOT NULL,"
      " by_id $int REFERENCES staff (id), hash $text NOT NULL, name $text NOT NULL,"
      " type $text NOT NULL, size $int NOT NULL, use $int NOT NULL, note $text,"
      " PRIMARY KEY (ticket_id, idx))$clustered;"

      "CREATE TABLE warning (ticket_id $int NOT NULL REFERENCES ticket (id), idx $int NOT NULL,"
      " community_id $int, round $int NOT NULL, clock $int NOT NULL, stage_seq $int NOT NULL,"
      " threshold $int NOT NULL, at $int NOT NULL, PRIMARY KEY (ticket_id, idx),"
      " UNIQUE (ticket_id, round, clock, stage_seq, threshold))$clustered;"

      /* A handed-over shift: what the sheet said, in the language of who made it. */
      "CREATE TABLE shift (id $key, at $int NOT NULL, from_id $int REFERENCES staff (id),"
      " to_id $int REFERENCES staff (id), note $text, sheet $text NOT NULL);";

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
  { "ticket_department", "ticket (department_id, status)", 1 },
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
    "ticket (finished_at" FIGURE_FIRST "received_at, paused, closed_at, round" FIGURE_LAST
    " WHERE finished_at IS NOT NULL",
    2 },
  { "ticket_figures",
    "ticket (received_at" FIGURE_FIRST "closed_at, repeat_of, finished_at, completion_due,"
    " responded_at, response_due, round, received_month, closed_month, origin,"
    " first_answer_at, recorded_at, reminders" FIGURE_LAST,
    4 },
  { "ticket_dispatched",
    "ticket (first_dispatched_at" FIGURE_FIRST "wrong_department, closed_at" FIGURE_LAST
    " WHERE first_dispatched_at IS NOT NULL",
    4 },
  { "ticket_closed",
    "ticket (closed_at" FIGURE_FIRST "exception" FIGURE_LAST " WHERE closed_at IS NOT NULL", 4 },
  { "ticket_phone", "ticket (phone_reversed) WHERE phone_reversed IS NOT NULL", 1 },
  { "event_recorded", "event (recorded_at)", 1 },
  { "round_finished", "round (finished_at) WHERE finished_at IS NOT NULL", 1 },
  { "complainant_contact", "complainant (contact_id) WHERE contact_id IS NOT NULL", 1 },
  { "stage_done", "stage (stage, done_at, due_at, started_at, paused) WHERE done_at IS NOT NULL",
    4 },
  /* Those that are not, or were not, done in time. */
  { "stage_due",
    "stage (stage, due_at, done_at) WHERE due_at IS NOT NULL"
    " AND (done_at IS NULL OR done_at >= due_at)",
    4 },
  { "opinion_at", "opinion (at, verdict)", 4 },
  { "callback_at", "callback (at, invalid, score, solved, timely, polite)", 4 },
  { "callback_invalid", "callback (ticket_id, idx) WHERE invalid = 1", 3 },
  { "ticket_warning", "ticket (next_warning) WHERE next_warning IS NOT NULL", 3 },
  { "ticket_suspended", "ticket (suspended_until) WHERE suspended_until IS NOT NULL", 3 },
  { "ticket_merged", "ticket (merged_into) WHERE merged_into IS NOT NULL", 3 },
  { "pause_until", "pause (until_at)", 3 },
  { "request_open", "request (asked_at) WHERE decision = 0", 3 },
  { "task_open", "task (department_id, due_at) WHERE outcome = 0", 3 },
  { "warning_at", "warning (at)", 3 },
  { "attachment_hash", "attachment (hash)", 3 },
};

/* A seal of the tickets without community has community 0. `previous` is "" for the first. */
static const char OFFICE_BOOKS[]
    = "CREATE TABLE number_counter (prefix $text NOT NULL, year $int NOT NULL,"
      " last $int NOT NULL, PRIMARY KEY (prefix, year));"

      "CREATE TABLE seal (community_id $int NOT NULL, day $int NOT NULL, from_at $int NOT NULL,"
      " to_at $int NOT NULL, tickets $int NOT NULL, previous $text NOT NULL,"
      " hash $text NOT NULL, PRIMARY KEY (community_id, day))$clustered;";

/* What keeps figures quick. The stamp of a month (year * 100 + month, in office time) grows with
 * every change of a ticket that touches it, that of month 0 with every change of the register. A
 * kept result holds while the sum of the stamps of its period's months and of the register stays
 * `stamp`, from `as_of` until before `changes_at`, when the passing of time alone changes it. */
static const char FIGURES[]
    = "CREATE TABLE figure_mark (month $key, stamp $int NOT NULL);"

      "CREATE TABLE figure_cache (key $text NOT NULL, filter $text NOT NULL,"
      " from_at $int NOT NULL, to_at $int NOT NULL, stamp $int NOT NULL, as_of $int NOT NULL,"
      " changes_at $int NOT NULL, value $text NOT NULL,"
      " PRIMARY KEY (key, filter, from_at, to_at));"
      "CREATE INDEX figure_cache_age ON figure_cache (as_of);";

/* `file_hash` names the picture in the store of files; width and height are its pixels. x and y
 * count from 0 to 1, from the upper left corner. */
static const char SITE_PLAN[]
    = "CREATE TABLE site_plan (id $key, community_id $int NOT NULL REFERENCES place (id),"
      " name $text NOT NULL, file_hash $text NOT NULL, type $text NOT NULL,"
      " width $int NOT NULL, height $int NOT NULL);"
      "CREATE INDEX site_plan_community ON site_plan (community_id);"

      "CREATE TABLE site_mark (plan_id $int NOT NULL REFERENCES site_plan (id),"
      " place_id $int NOT NULL REFERENCES place (id), x $double NOT NULL, y $double NOT NULL,"
      " PRIMARY KEY (plan_id, place_id))$clustered;";

gboolean
bh_schema_create (BhConnection *connection, GError **error)
{
  static const char *const scripts[]
      = { REGISTER,     TARGET,     CALENDAR,     SKILL,   PEOPLE_AND_PLACES, TICKET,
          TICKET_PARTS, LOOP_PARTS, OFFICE_BOOKS, FIGURES, SITE_PLAN };

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

/* Builds those that are new in @version, or are not any more what they were. */
static gboolean
renew_ticket_indexes (BhConnection *connection, int version, GError **error)
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

/* Most tickets never paused: only the rows of those that did are written. */
gboolean
bh_schema_migrate_2 (BhConnection *connection, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  return bh_schema_execute (connection, TARGET, error)
         && bh_schema_execute (connection, "ALTER TABLE ticket ADD COLUMN" PAUSED_COLUMN, error)
         && bh_connection_execute (connection,
                                   "UPDATE ticket SET paused ="
                                   " (SELECT r.paused_before + r.paused_inside FROM round AS r"
                                   " WHERE r.ticket_id = ticket.id AND r.round = ticket.round)"
                                   " WHERE id IN (SELECT r.ticket_id FROM round AS r"
                                   " WHERE r.ended_at IS NULL"
                                   " AND r.paused_before + r.paused_inside <> 0)",
                                   error)
         && renew_ticket_indexes (connection, 2, error);
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
    { "staff", STAFF_AWAY },
    { "staff", STAFF_PIN },
    { "policy", POLICY_CALLBACK },
    { "policy", POLICY_PERCENT },
    { "policy", POLICY_PHOTO },
    { "ticket", TICKET_CALENDAR },
    { "ticket", TICKET_MERGED },
    { "ticket", TICKET_SUSPENDED },
    { "ticket", TICKET_EXTENDED },
    { "ticket", TICKET_EXTENDED_AT },
    { "ticket", TICKET_WARNING },
    { "ticket", TICKET_EXCEPTION },
    { "stage", STAGE_COLUMN },
    { "complainant", COMPLAINANT_FROM },
    { "complainant", COMPLAINANT_LEFT },
    { "opinion", FINAL },
    { "opinion", OPINION_SCORE },
    { "opinion", OPINION_SIGNATURE },
    { "callback", FINAL },
    { "callback", CALLBACK_INVALID },
    { "callback", CALLBACK_QUALITY },
  };

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  if (!bh_schema_execute (connection, CALENDAR, error)
      || !bh_schema_execute (connection, SKILL, error)
      || !bh_schema_execute (connection, LOOP_PARTS, error))
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
         && renew_ticket_indexes (connection, 3, error);
}

gboolean
bh_schema_migrate_4 (BhConnection *connection, GError **error)
{
  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);

  return bh_schema_execute (connection, FIGURES, error)
         && bh_schema_execute (connection, SITE_PLAN, error)
         && renew_ticket_indexes (connection, 4, error);
}
