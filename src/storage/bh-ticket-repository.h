/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-ticket.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* Tickets, their parts and their events as rows. Loading and saving are here and nowhere else. */

/** bh_ticket_repository_find: Returns: id of @number, 0 where there is none (no error) or on @error
 */
gint64 bh_ticket_repository_find (BhConnection *connection, const char *number, GError **error);
/** bh_ticket_repository_load: Returns: (transfer full) (nullable): the ticket with all parts */
BhTicket *bh_ticket_repository_load (BhConnection *connection, gint64 id, GError **error);
/** bh_ticket_repository_load_events: Returns: (transfer full) (nullable) (element-type BhEvent) */
GPtrArray *
bh_ticket_repository_load_events (BhConnection *connection, gint64 ticket_id, GError **error);
/** bh_ticket_repository_save: writes the row (compares and counts up `version`) and its parts.
 * Returns: FALSE with %BH_STORAGE_ERROR_CONFLICT where the version is another one */
gboolean bh_ticket_repository_save (BhConnection *connection,
                                    BhTicket *ticket,
                                    BhOfficeTime *time,
                                    GError **error);
/** bh_ticket_repository_insert_event: @community_id: that of the ticket after the event, 0: none */
gboolean bh_ticket_repository_insert_event (BhConnection *connection,
                                            BhEvent *event,
                                            gint64 community_id,
                                            GError **error);

/**
 * BhTicketColumn:
 *
 * What a list of tickets can show and be sorted by. Codes are used by `--sort` and window state.
 */
typedef enum
{
  BH_TICKET_COLUMN_NUMBER = 1,
  BH_TICKET_COLUMN_KIND,
  BH_TICKET_COLUMN_GRADE,
  BH_TICKET_COLUMN_STATUS,
  BH_TICKET_COLUMN_SUMMARY,
  BH_TICKET_COLUMN_CATEGORY,
  BH_TICKET_COLUMN_COMMUNITY,
  BH_TICKET_COLUMN_PLACE,
  BH_TICKET_COLUMN_CONTACT,
  BH_TICKET_COLUMN_CHANNEL,
  BH_TICKET_COLUMN_DEPARTMENT,
  BH_TICKET_COLUMN_PERSON,
  BH_TICKET_COLUMN_RECEIVED,
  BH_TICKET_COLUMN_RESPONDED,
  BH_TICKET_COLUMN_COMPLETION_DUE,
  BH_TICKET_COLUMN_FINISHED,
  BH_TICKET_COLUMN_CLOSED,
  BH_TICKET_COLUMN_ROUND,
  BH_TICKET_COLUMN_REMINDERS,
  BH_TICKET_COLUMN_TIME_LEFT, /* next deadline */
  BH_TICKET_COLUMN_PROMISED,  /* time that the owner was told */
} BhTicketColumn;

/** bh_ticket_column_get_code: Returns: (transfer none) (nullable): NULL past the last */
const char *bh_ticket_column_get_code (BhTicketColumn column);
const char *bh_ticket_column_get_label (BhTicketColumn column);
/** bh_ticket_column_find: Returns: 0 for an unknown code */
BhTicketColumn bh_ticket_column_find (const char *code);

/**
 * BhTicketRow:
 *
 * What a list shows of a ticket: plain columns, names resolved by the office. Read only.
 */
#define BH_TYPE_TICKET_ROW (bh_ticket_row_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketRow, bh_ticket_row, BH, TICKET_ROW, GObject)

struct _BhTicketRow
{
  GObject parent_instance;

  gint64 id;
  char *number;  /* (owned) */
  char *summary; /* (owned) */
  BhKind kind;
  BhGrade grade;
  BhStatus status;
  int round;
  int reminders;
  gint64 community_id;
  gint64 category_id;
  gint64 channel_id;
  gint64 department_id;
  gint64 staff_id;
  char *place;   /* (owned) (nullable): path or free text */
  char *contact; /* (owned) (nullable): name of the first complainant */
  gint64 received_at;
  gint64 responded_at;
  gint64 response_due;
  gint64 completion_due;
  gint64 finished_at;
  gint64 closed_at;
  gint64 next_due;
  BhClockKind next_clock;
  gint64 promised_at;
};

/**
 * bh_ticket_repository_load_rows:
 * @ids: ids wanted
 *
 * Returns: (transfer full) (nullable) (element-type BhTicketRow): one for each id that exists, in
 *   the order of @ids
 */
GPtrArray *bh_ticket_repository_load_rows (BhConnection *connection,
                                           const gint64 *ids,
                                           guint n_ids,
                                           GError **error);

/**
 * bh_ticket_repository_list_ids:
 * @filter: (nullable): resolved with bh_ticket_filter_resolve()
 * @office: for names in the filter
 * @as_of: instant for `overdue:yes`
 * @limit: at most so many, -1 for all
 *
 * One query; ties are broken by id, descending when @descending.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids in order
 */
GArray *bh_ticket_repository_list_ids (BhConnection *connection,
                                       BhTicketFilter *filter,
                                       BhOffice *office,
                                       gint64 as_of,
                                       BhTicketColumn sort,
                                       gboolean descending,
                                       gint64 limit,
                                       gint64 offset,
                                       GError **error);

/** bh_ticket_repository_list_merged: Returns: (transfer full) (nullable) (element-type gint64): the
 * tickets that were merged into @id, and those that had been merged into one of these, by id */
GArray *bh_ticket_repository_list_merged (BhConnection *connection, gint64 id, GError **error);

/** bh_ticket_repository_has_any: @has_any: (out): whether there is a ticket. Returns: FALSE with
 * @error */
gboolean bh_ticket_repository_has_any (BhConnection *connection, gboolean *has_any, GError **error);

G_END_DECLS
