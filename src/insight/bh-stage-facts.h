/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-facts.h"

G_BEGIN_DECLS

/**
 * BhStageFacts:
 * @department_id, @holder_id: who has it, or had it when it ended
 * @done_at: as of as-of, 0: not yet
 * @paused: seconds in it that do not count
 * @counts_at: in whose month it is in the denominator of the stage_on_time of its stage, and
 *   @kept in the numerator: when it ended or ran out, whichever came first; 0: in none
 * @has_hours: it counts in the stage_hours of its stage in the month of @done_at, with @hours
 *
 * One stage of a ticket and what it adds to the figures.
 */
typedef struct
{
  BhFactsHead head;
  gint64 ticket_id;
  BhStageKind stage;
  int round;
  gint64 department_id;
  gint64 holder_id;
  gint64 started_at;
  gint64 due_at;
  gint64 done_at;
  gint64 paused;
  gint64 received_at; /* of the ticket */
  gint64 counts_at;
  gboolean kept;
  gboolean has_hours;
  double hours;
} BhStageFacts;

/** BhStageFactsFunc: Returns: FALSE with @error to stop */
typedef gboolean (*BhStageFactsFunc) (const BhStageFacts *facts,
                                      gpointer user_data,
                                      GError **error);

/**
 * bh_stage_facts_read:
 * @connection: inside of a read transaction
 *
 * Gives the stages that had begun by as-of and had not ended before the period to @func, those of
 * tickets received by its end, in order of receipt. A ticket of a ledger has none.
 *
 * Returns: FALSE with @error
 */
gboolean bh_stage_facts_read (BhConnection *connection,
                              BhOffice *office,
                              const BhFactsRequest *request,
                              BhStageFactsFunc func,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
