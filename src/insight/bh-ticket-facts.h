/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-office.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* What stands behind the figures, row by row, from the same SQL as the figures: whoever sums the
 * facts of a month gets the figures of that month. */

/** BH_TICKET_FACTS_MAX_MONTHS: for how many month ends a ticket can say whether it was open. */
#define BH_TICKET_FACTS_MAX_MONTHS 32
/** BH_TICKET_FACTS_MAX_SCOPES: each has a bit and its part of the parameters of a query. */
#define BH_TICKET_FACTS_MAX_SCOPES 32

/**
 * BhTicketFacts:
 * @number: the ticket's; texts are valid until the next row
 * @status: as of as-of; %BH_STATUS_NONE where it is open and the exact step is not kept
 * @responded_at: instants as of as-of, 0: not yet, none
 * @scopes: bit i: it passes the i-th filter of #BhFactsRequest.scopes
 * @open: bit i: open at the end of the i-th month of #BhFactsRequest.months
 * @overdue: bit i: and overdue there
 * @has_handling: it counts as finished when it was; @handling_days is set
 * @has_response: it counts as responded to; @response_hours is set
 * @has_handover: it counts as accepted; @handover_hours is set
 * @counts_response: in the denominator of response_on_time, @response_kept in the numerator
 * @counts_completion: of completion_on_time, @completion_kept
 * @counts_first_answer: of first_answer_on_time, @first_answer_kept
 * @counts_resolved: of resolved_share, @resolved
 * @repeats: in the numerator of repeat_share
 * @reworked: in the numerator of rework_share
 * @signoff_asked: complainants in the denominator of signoff_share, @signoff_signed in the
 * numerator
 * @callback_asked: of callback_share, @callback_reached
 *
 * One ticket and what it adds to the figures, to those about receipt in the month of
 * @received_at, to those about the finish in that of @finished_at, and so on.
 */
typedef struct
{
  gint64 id;
  const char *number;
  BhKind kind;
  BhGrade grade;
  gint64 channel_id;
  gint64 category_id;
  gint64 community_id;
  gint64 department_id;
  gint64 staff_id;
  const char *place;       /* (nullable) */
  const char *contact;     /* (nullable) */
  const char *phone;       /* (nullable) */
  const char *summary;     /* (nullable) */
  const char *description; /* (nullable) */
  BhStatus status;
  int round;
  int reminders;
  gint64 received_at;
  gint64 responded_at;
  gint64 response_due;
  gint64 accepted_at;
  gint64 completion_due;
  gint64 finished_at;
  gint64 closed_at;
  guint32 scopes;
  guint32 open;
  guint32 overdue;
  gboolean has_handling;
  gboolean has_response;
  gboolean has_handover;
  double handling_days;
  double response_hours;
  double handover_hours;
  gboolean counts_response;
  gboolean response_kept;
  gboolean counts_completion;
  gboolean completion_kept;
  gboolean counts_first_answer;
  gboolean first_answer_kept;
  gboolean counts_resolved;
  gboolean resolved;
  gboolean repeats;
  gboolean reworked;
  int signoff_asked;
  int signoff_signed;
  int callback_asked;
  int callback_reached;
} BhTicketFacts;

/**
 * BhCallbackFacts:
 * @counts: in the denominator of satisfaction, @satisfied in the numerator
 *
 * One callback, reached or not.
 */
typedef struct
{
  const char *number;
  gint64 category_id;
  gint64 department_id;
  gint64 at;
  gint64 made_by;
  gboolean reached;
  int score; /* 0: none */
  BhTri timely;
  BhTri solved;
  BhTri polite;
  const char *note; /* (nullable) */
  gboolean invalid; /* kept, but in no figure */
  guint32 scopes;
  gboolean counts;
  gboolean satisfied;
} BhCallbackFacts;

/**
 * BhFactsRequest:
 * @period: the whole time that is looked at: tickets that were received, responded to, accepted,
 *   finished, closed, called back or open in it
 * @as_of: what happened at or after it is not known
 * @filter: (nullable): resolved
 * @months: (array length=n_months): months for which it is told what was open at their end
 * @scopes: (array length=n_scopes): further filters, at most %BH_TICKET_FACTS_MAX_SCOPES
 */
typedef struct
{
  BhPeriod period;
  gint64 as_of;
  BhTicketFilter *filter;
  const BhPeriod *months;
  guint n_months;
  BhTicketFilter *const *scopes;
  guint n_scopes;
} BhFactsRequest;

/** BhTicketFactsFunc: Returns: FALSE with @error to stop */
typedef gboolean (*BhTicketFactsFunc) (const BhTicketFacts *facts,
                                       gpointer user_data,
                                       GError **error);
typedef gboolean (*BhCallbackFactsFunc) (const BhCallbackFacts *facts,
                                         gpointer user_data,
                                         GError **error);

/**
 * bh_ticket_facts_read:
 * @connection: inside of a read transaction
 *
 * Gives the tickets to @func, in order of receipt.
 *
 * Returns: FALSE with @error
 */
gboolean bh_ticket_facts_read (BhConnection *connection,
                               BhOffice *office,
                               const BhFactsRequest *request,
                               BhTicketFactsFunc func,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

/** bh_callback_facts_read: likewise the callbacks made in the period, in order of time */
gboolean bh_callback_facts_read (BhConnection *connection,
                                 BhOffice *office,
                                 const BhFactsRequest *request,
                                 BhCallbackFactsFunc func,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
