/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/* Several verbs on one ticket, and one verb on several tickets, without waiting. */

/**
 * BhManyResult: what became of one ticket of a bulk verb
 * @ticket_id: the ticket
 * @number: (owned) (nullable): its number, NULL where there is no such ticket
 * @summary: (owned) (nullable): what it is about, as @number
 * @seq: sequence number of its last event, by which the bulk verb is taken back; 0 where refused
 * @refusal: (owned) (nullable): why not, in words for the clerk; NULL where it was done, or of a
 *   preview is possible
 */
typedef struct
{
  gint64 ticket_id;
  char *number;
  char *summary;
  int seq;
  char *refusal;
} BhManyResult;

/**
 * bh_desk_do_all_async:
 * @steps: (transfer none): copied
 * @actor: (nullable): who did it, NULL for who is at the desk
 *
 * Several verbs of one ticket in one transaction, see bh_verbs_do_all().
 */
void bh_desk_do_all_async (BhDesk *self,
                           gint64 ticket_id,
                           const BhVerbStep *steps,
                           guint n_steps,
                           const BhActor *actor,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/**
 * bh_desk_undo_all_async:
 * @ticket: (transfer none): as the last of the verbs left it
 * @n_steps: how many verbs were done to it
 *
 * Takes several verbs of one ticket back in one transaction: all, or none where something was done
 * since.
 */
void bh_desk_undo_all_async (BhDesk *self,
                             BhTicket *ticket,
                             guint n_steps,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/** bh_desk_do_all_finish: of either. Returns: (transfer full) (nullable): the ticket after the
 * last step */
BhTicket *bh_desk_do_all_finish (BhDesk *self, GAsyncResult *result, GError **error);

/**
 * bh_desk_do_many_async:
 * @inputs: (transfer none): the same for all tickets
 * @at: 0 for now
 *
 * One verb on many tickets in one transaction: each is done whole or refused whole. A refusal stops
 * nothing; cancelling, or an error of the database, takes everything back.
 */
void bh_desk_do_many_async (BhDesk *self,
                            BhVerb verb,
                            const gint64 *ticket_ids,
                            guint n_tickets,
                            BhPayload *inputs,
                            gint64 at,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * bh_desk_undo_many_async:
 * @results: (element-type BhManyResult): what a bulk verb gave; read before this returns
 *
 * Takes a bulk verb back on each ticket that it was done to and to which nothing was done since.
 */
void bh_desk_undo_many_async (BhDesk *self,
                              GPtrArray *results,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * bh_desk_preview_many_async:
 *
 * What each ticket would answer to @verb, as far as the inputs do not decide: a read, nothing is
 * changed.
 */
void bh_desk_preview_many_async (BhDesk *self,
                                 BhVerb verb,
                                 const gint64 *ticket_ids,
                                 guint n_tickets,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/** bh_desk_many_finish: of any of the three. Returns: (transfer full) (nullable) (element-type
 * BhManyResult): one for each ticket, in order; NULL with @error and nothing changed */
GPtrArray *bh_desk_many_finish (BhDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
