/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-schema-tables.h"

#define STAFF_COLUMNS BH_SCHEMA_STAFF_AWAY "," BH_SCHEMA_STAFF_PIN
#define POLICY_COLUMNS                                                                             \
  BH_SCHEMA_POLICY_CALLBACK "," BH_SCHEMA_POLICY_PERCENT "," BH_SCHEMA_POLICY_PHOTO
#define TICKET_COLUMNS                                                                             \
  BH_SCHEMA_TICKET_CALENDAR                                                                        \
  "," BH_SCHEMA_TICKET_MERGED "," BH_SCHEMA_TICKET_SUSPENDED "," BH_SCHEMA_TICKET_EXTENDED         \
  "," BH_SCHEMA_TICKET_EXTENDED_AT "," BH_SCHEMA_TICKET_WARNING "," BH_SCHEMA_TICKET_EXCEPTION     \
  "," BH_SCHEMA_TICKET_SUSPENSIONS "," BH_SCHEMA_SIGNOFF_ASKED "," BH_SCHEMA_SIGNOFF_SIGNED        \
  "," BH_SCHEMA_SIGNOFF_OPEN "," BH_SCHEMA_SIGNOFF_DUE "," BH_SCHEMA_CALLBACK_ASKED                \
  "," BH_SCHEMA_CALLBACK_REACHED "," BH_SCHEMA_CALLBACK_OPEN "," BH_SCHEMA_CALLBACK_DUE            \
  "," BH_SCHEMA_RESPONSE_KEPT "," BH_SCHEMA_COMPLETION_KEPT "," BH_SCHEMA_FIRST_ANSWER_KEPT        \
  "," BH_SCHEMA_TICKET_REPEATED "," BH_SCHEMA_COMPLETION_SINCE
#define EVENT_COLUMNS BH_SCHEMA_EVENT_FIRST_MONTH "," BH_SCHEMA_EVENT_LAST_MONTH
#define STAGE_COLUMNS BH_SCHEMA_STAGE_COLUMN "," BH_SCHEMA_STAGE_STANDING
#define COMPLAINANT_COLUMNS BH_SCHEMA_COMPLAINANT_FROM "," BH_SCHEMA_COMPLAINANT_LEFT
#define OPINION_COLUMNS                                                                            \
  BH_SCHEMA_FINAL "," BH_SCHEMA_OPINION_SCORE "," BH_SCHEMA_OPINION_SIGNATURE                      \
                  "," BH_SCHEMA_OPINION_FIRST
#define CALLBACK_COLUMNS                                                                           \
  BH_SCHEMA_FINAL "," BH_SCHEMA_CALLBACK_INVALID "," BH_SCHEMA_CALLBACK_QUALITY                    \
                  "," BH_SCHEMA_CALLBACK_COUNTS

const char BH_SCHEMA_REGISTER[]
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
const char BH_SCHEMA_TARGET[]
    = "CREATE TABLE target (id $key, figure $text NOT NULL, filter $text NOT NULL,"
      " year $int NOT NULL, form $int NOT NULL, value $double NOT NULL, baseline $double,"
      " base_year $int NOT NULL, retired $int NOT NULL);";

/* A calendar is a version and never changes. `day` is year * 10000 + month * 100 + day; a day that
 * is not `off` is one that is worked though its weekday is free. A year that has a row here was
 * announced; `year` of a day is the one that announced it, which may be the year after. */
const char BH_SCHEMA_CALENDAR[]
    = "CREATE TABLE calendar (id $key, version $int NOT NULL UNIQUE, valid_from $int NOT NULL,"
      " hours $text NOT NULL);"

      "CREATE TABLE calendar_year (calendar_id $int NOT NULL REFERENCES calendar (id),"
      " year $int NOT NULL, source $text NOT NULL, PRIMARY KEY (calendar_id, year))$clustered;"

      "CREATE TABLE calendar_day (calendar_id $int NOT NULL REFERENCES calendar (id),"
      " year $int NOT NULL, day $int NOT NULL, off $int NOT NULL, name $text NOT NULL,"
      " PRIMARY KEY (calendar_id, year, day))$clustered;";

const char BH_SCHEMA_SKILL[]
    = "CREATE TABLE staff_skill (staff_id $int NOT NULL REFERENCES staff (id),"
      " category_id $int NOT NULL REFERENCES category (id),"
      " PRIMARY KEY (staff_id, category_id))$clustered;";

/* `path` names a place within its community, `digits_key` is its numbers ("3-2-301"). `retired` is
 * 2 where a place or category went with what it stands in. A contact's phones are kept backwards as
 * well, to be found by their last digits. */
const char BH_SCHEMA_PEOPLE_AND_PLACES[]
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
 * the day, month, weekday and hour in office time: lists and figures need no other table.
 * `repeated` is 1 where another ticket raised the matter again soon after the finish: see
 * bh-ticket-repeats.h. */
const char BH_SCHEMA_TICKET[]
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
      " finished_month $int, closed_month $int," BH_SCHEMA_PAUSED_COLUMN "," TICKET_COLUMNS ");"

      /* `community_id` is that of the ticket when the event was written, for the seals. Of which
       * months figures changed with it is not a part of the history: see bh-figure-marks.h. */
      "CREATE TABLE event (id $key, community_id $int,"
      " ticket_id $int NOT NULL REFERENCES ticket (id) DEFERRABLE INITIALLY DEFERRED,"
      " seq $int NOT NULL, verb $int NOT NULL, at $int NOT NULL, recorded_at $int NOT NULL,"
      " actor_id $int REFERENCES staff (id), entered_by $int REFERENCES staff (id),"
      " salt $int NOT NULL, payload $text NOT NULL, hash $text NOT NULL," EVENT_COLUMNS ","
      " UNIQUE (ticket_id, seq));";

/* `idx` counts from 0 in the order of the ticket's arrays. */
const char BH_SCHEMA_TICKET_PARTS[]
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
      "(id)," STAGE_COLUMNS ", PRIMARY KEY (ticket_id, seq))$clustered;"

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
const char BH_SCHEMA_LOOP_PARTS[]
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

/* A seal of the tickets without community has community 0. `previous` is "" for the first. */
const char BH_SCHEMA_OFFICE_BOOKS[]
    = "CREATE TABLE number_counter (prefix $text NOT NULL, year $int NOT NULL,"
      " last $int NOT NULL, PRIMARY KEY (prefix, year));"

      "CREATE TABLE seal (community_id $int NOT NULL, day $int NOT NULL, from_at $int NOT NULL,"
      " to_at $int NOT NULL, tickets $int NOT NULL, previous $text NOT NULL,"
      " hash $text NOT NULL, PRIMARY KEY (community_id, day))$clustered;";

/* What keeps figures quick. The stamp of a month (year * 100 + month, in office time) grows with
 * every change of a ticket that touches it, that of month 0 with every change of the register, that
 * of month 1 with every change of a measure, which changes no figure. A kept result holds while the
 * sum of the stamps of its period's months and of the register stays `stamp`, from `as_of` until
 * before `changes_at`, when the passing of time alone changes it. What events touched that came
 * after the one in `figure_counted` stands in their own rows yet. */
const char BH_SCHEMA_FIGURES[]
    = "CREATE TABLE figure_mark (month $key, stamp $int NOT NULL);"

      "CREATE TABLE figure_cache (key $text NOT NULL, filter $text NOT NULL,"
      " from_at $int NOT NULL, to_at $int NOT NULL, stamp $int NOT NULL, as_of $int NOT NULL,"
      " changes_at $int NOT NULL, value $text NOT NULL,"
      " PRIMARY KEY (key, filter, from_at, to_at));"
      "CREATE INDEX figure_cache_age ON figure_cache (as_of);";

/* One row: all events up to this one are counted in. */
const char BH_SCHEMA_FIGURE_COUNTED[]
    = "CREATE TABLE figure_counted (id $key, event_id $int NOT NULL);";

/* `file_hash` names the picture in the store of files; width and height are its pixels. x and y
 * count from 0 to 1, from the upper left corner. */
const char BH_SCHEMA_SITE_PLAN[]
    = "CREATE TABLE site_plan (id $key, community_id $int NOT NULL REFERENCES place (id),"
      " name $text NOT NULL, file_hash $text NOT NULL, type $text NOT NULL,"
      " width $int NOT NULL, height $int NOT NULL);"
      "CREATE INDEX site_plan_community ON site_plan (community_id);"

      "CREATE TABLE site_mark (plan_id $int NOT NULL REFERENCES site_plan (id),"
      " place_id $int NOT NULL REFERENCES place (id), x $double NOT NULL, y $double NOT NULL,"
      " PRIMARY KEY (plan_id, place_id))$clustered;";

/* When workbooks are made by themselves: see domain/bh-report-schedule.h. */
const char BH_SCHEMA_REPORT_SCHEDULE[]
    = "CREATE TABLE report_schedule (id $key, kind $int NOT NULL, day $int NOT NULL,"
      " minute $int NOT NULL, folder $text NOT NULL, filter $text NOT NULL,"
      " profile $int NOT NULL, for_record $int NOT NULL, sheets $int NOT NULL,"
      " next_month $int NOT NULL, claim $int, claimed_until $int, failures $int NOT NULL,"
      " failure $text, failed_at $int, retry_at $int, made_at $int, made_file $text,"
      " language $int NOT NULL);";

/* Workbooks that were made. What is for the record (recorded = 1) has its figures, a seal of the
 * history up to `sealed_to`, the hash of the record before, "" for the first, and one over all of
 * its row and figures. `part` says which of a figure's values it is. */
const char BH_SCHEMA_REPORT[]
    = "CREATE TABLE report (id $key, kind $int NOT NULL, month $int NOT NULL,"
      " filter $text NOT NULL, profile $int NOT NULL, sheets $int NOT NULL,"
      " language $text NOT NULL, as_of $int NOT NULL, made_at $int NOT NULL,"
      " made_by $int REFERENCES staff (id), program $text NOT NULL, path $text NOT NULL,"
      " file_hash $text NOT NULL, file_size $int NOT NULL, recorded $int NOT NULL,"
      " sealed_to $int, seal $text, previous $text, hash $text);"

      "CREATE TABLE report_figure (report_id $int NOT NULL REFERENCES report (id),"
      " figure $text NOT NULL, filter $text NOT NULL, part $int NOT NULL,"
      " has_value $int NOT NULL, provisional $int NOT NULL, value $double NOT NULL,"
      " numerator $double NOT NULL, denominator $double NOT NULL, count $int NOT NULL,"
      " PRIMARY KEY (report_id, figure, filter, part))$clustered;";

/* The tickets that a report is about (`filter`, as it is written), by the names that the office has
 * now, where these are others. */
const char BH_SCHEMA_REPORT_SCOPE[]
    = "CREATE TABLE report_scope (report_id $int NOT NULL REFERENCES report (id),"
      " filter $text NOT NULL, scope $text NOT NULL, PRIMARY KEY (report_id, filter))$clustered;";

/* How many reports for the record were made, and the hash of the last: one row, of id 1. */
const char BH_SCHEMA_REPORT_CHAIN[]
    = "CREATE TABLE report_chain (id $key, made $int NOT NULL, hash $text NOT NULL);";

/* What meetings decided. `month` is year * 100 + month, days are year * 10000 + month * 100 + day;
 * `seq` counts the measures of a month's meeting. Every version is kept as an event, with all that
 * the measure said then as a payload. */
const char BH_SCHEMA_MEASURE[]
    = "CREATE TABLE measure (id $key, version $int NOT NULL, month $int NOT NULL,"
      " seq $int NOT NULL, community_id $int REFERENCES place (id), what $text NOT NULL,"
      " finding $text, filter $text NOT NULL, figure $text NOT NULL,"
      " department_id $int REFERENCES department (id), staff_id $int REFERENCES staff (id),"
      " decided_by $int REFERENCES staff (id), decided_day $int NOT NULL, due_day $int,"
      " state $int NOT NULL, ended_day $int, effect $text, UNIQUE (month, seq));"

      "CREATE TABLE measure_event (measure_id $int NOT NULL REFERENCES measure (id),"
      " version $int NOT NULL, recorded_at $int NOT NULL,"
      " entered_by $int REFERENCES staff (id), payload $text NOT NULL,"
      " PRIMARY KEY (measure_id, version))$clustered;";
