/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-facts.h"

G_BEGIN_DECLS

/**
 * BhTicketFacts:
 * @status: as of as-of; %BH_STATUS_NONE where it is open and the exact step is not kept
 * @responded_at: instants as of as-of, 0: not yet, none
 * @open: bit i: open at the end of the i-th month of #BhFactsRequest.months
 * @overdue: bit i: and overdue there
 * @has_handling: it counts as finished when it was; @handling_days is set
 * @has_response: it counts as responded to; @response_hours is set
 * @has_handover: it counts as accepted; @handover_hours is set
 * @counts_response: in the denominator of response_on_time, @response_kept in the numerator
 * @counts_completion: of completion_on_time, @completion_kept
 * @counts_first_answer: of first_answer_on_time, @first_answer_kept
 * @counts_resolved: of resolved_share, @resolved; of suspended_share, @suspended; of
 *   reminder_share, @reminded
 * @repeats: in the numerator of repeat_share
 * @reworked: in the numerator of rework_share
 * @fixed: of first_time_fix
 * @counts_dispatch: in the denominator of routing_error_share, @misrouted
 * @counts_promise: of promise_kept, @promise_kept
 * @counts_close: of exception_close_share, @exception
 * @counts_verdict: of pass_share, @passed
 * @signoff_asked: complainants in the denominator of signoff_share, @signoff_signed in the
 * numerator
 * @callback_asked: of callback_share, @callback_reached
 *
 * One ticket and what it adds to the figures, to those about receipt in the month of
 * @received_at, to those about the finish in that of @finished_at, and so on: @responded_at,
 * @accepted_at, @dispatched_at, @promised_at, @closed_at, @verdict_at (of the first one).
 */
typedef struct
{
  gint64 id;
  BhFactsHead head;
  const char *place;       /* (nullable) */
  const char *contact;     /* (nullable) */
  const char *phone;       /* (nullable) */
  const char *summary;     /* (nullable) */
  const char *description; /* (nullable) */
  const char *public_text; /* (nullable) */
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
  gint64 dispatched_at;
  gint64 promised_at;
  gint64 verdict_at;
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
  gboolean suspended;
  gboolean reminded;
  gboolean repeats;
  gboolean reworked;
  gboolean fixed;
  gboolean counts_dispatch;
  gboolean misrouted;
  gboolean counts_promise;
  gboolean promise_kept;
  gboolean counts_close;
  gboolean exception;
  gboolean counts_verdict;
  gboolean passed;
  int signoff_asked;
  int signoff_signed;
  int callback_asked;
  int callback_reached;
} BhTicketFacts;

/**
 * BhCallbackFacts:
 * @counts: an answer that counts: in the denominators of solved_share, timely_share and
 *   polite_share where it answers the question
 * @counts_score: in the denominator of satisfaction, @satisfied in the numerator
 *
 * One callback, reached or not.
 */
typedef struct
{
  BhFactsHead head;
  gint64 at;
  gint64 made_by;
  gboolean reached;
  int score; /* 0: none */
  BhTri timely;
  BhTri solved;
  BhTri polite;
  const char *note; /* (nullable) */
  gboolean invalid; /* kept, but in no figure */
  gboolean counts;
  gboolean counts_score;
  gboolean satisfied;
} BhCallbackFacts;

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
