/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* The tables of the present version, as scripts for bh_schema_execute(). What the domain keeps as 0
 * for "none" is NULL where the column is not NOT NULL. Columns are named like the fields of the
 * domain. A change of them is a new version and a step in bh-schema-steps.c. */

extern const char BH_SCHEMA_REGISTER[];
extern const char BH_SCHEMA_TARGET[];
extern const char BH_SCHEMA_CALENDAR[];
extern const char BH_SCHEMA_SKILL[];
extern const char BH_SCHEMA_PEOPLE_AND_PLACES[];
extern const char BH_SCHEMA_TICKET[];
extern const char BH_SCHEMA_TICKET_PARTS[];
extern const char BH_SCHEMA_LOOP_PARTS[];
extern const char BH_SCHEMA_OFFICE_BOOKS[];
extern const char BH_SCHEMA_FIGURES[];
extern const char BH_SCHEMA_FIGURE_COUNTED[];
extern const char BH_SCHEMA_SITE_PLAN[];
extern const char BH_SCHEMA_REPORT_SCHEDULE[];
extern const char BH_SCHEMA_REPORT[];
extern const char BH_SCHEMA_REPORT_SCOPE[];
extern const char BH_SCHEMA_REPORT_CHAIN[];
extern const char BH_SCHEMA_MEASURE[];

/* What a version added to a table stands last, as ALTER TABLE puts it, one text for one column. */
#define BH_SCHEMA_PAUSED_COLUMN " paused $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_STAFF_AWAY " away $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_STAFF_PIN " pin $text"
#define BH_SCHEMA_POLICY_CALLBACK " callback $int NOT NULL DEFAULT 3"
#define BH_SCHEMA_POLICY_PERCENT " callback_percent $int NOT NULL DEFAULT 100"
#define BH_SCHEMA_POLICY_PHOTO " needs_photo $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_TICKET_CALENDAR " calendar_id $int REFERENCES calendar (id)"
#define BH_SCHEMA_TICKET_MERGED " merged_into $int REFERENCES ticket (id)"
#define BH_SCHEMA_TICKET_SUSPENDED " suspended_at $int"
#define BH_SCHEMA_TICKET_EXTENDED " extended_due $int"
#define BH_SCHEMA_TICKET_EXTENDED_AT " extended_at $int"
#define BH_SCHEMA_TICKET_WARNING " next_warning $int"
#define BH_SCHEMA_TICKET_EXCEPTION " exception $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_STAGE_COLUMN " calendar_id $int REFERENCES calendar (id)"
#define BH_SCHEMA_COMPLAINANT_FROM " from_ticket $int REFERENCES ticket (id)"
#define BH_SCHEMA_COMPLAINANT_LEFT " left_at $int"
#define BH_SCHEMA_FINAL " final $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_OPINION_SCORE " score $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_OPINION_SIGNATURE " signature $text"
#define BH_SCHEMA_CALLBACK_INVALID " invalid $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_CALLBACK_QUALITY " quality $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_TICKET_SUSPENSIONS " suspensions $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_SIGNOFF_ASKED " signoff_asked $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_SIGNOFF_SIGNED " signoff_signed $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_SIGNOFF_OPEN " signoff_open $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_SIGNOFF_DUE " signoff_due $int"
#define BH_SCHEMA_CALLBACK_ASKED " callback_asked $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_CALLBACK_REACHED " callback_reached $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_CALLBACK_OPEN " callback_open $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_CALLBACK_DUE " callback_due $int"
#define BH_SCHEMA_RESPONSE_KEPT " response_kept $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_COMPLETION_KEPT " completion_kept $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_FIRST_ANSWER_KEPT " first_answer_kept $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_COMPLETION_SINCE " completion_since $int"
#define BH_SCHEMA_TICKET_REPEATED " repeated $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_EVENT_FIRST_MONTH " first_month $int"
#define BH_SCHEMA_EVENT_LAST_MONTH " last_month $int"
#define BH_SCHEMA_STAGE_STANDING " standing $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_OPINION_FIRST " first $int NOT NULL DEFAULT 0"
#define BH_SCHEMA_CALLBACK_COUNTS " counts $int NOT NULL DEFAULT 1"

/**
 * bh_schema_renew_ticket_indexes:
 *
 * Builds those indexes of tickets and their parts that are new in @version, or are not any more
 * what they were.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_schema_renew_ticket_indexes (BhConnection *connection, int version, GError **error);

G_END_DECLS
