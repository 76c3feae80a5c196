/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * bh_verbs_do:
 * @work: the transaction it belongs to; nothing is saved when it is rolled back
 * @verb: a verb that people do
 * @ticket_id: the ticket, 0 for `new`
 * @inputs: keys and values as the command line takes them (names and numbers, not ids); see
 *   bh_loop_get_rule() for what there is
 * @actor: who did it and who entered it
 * @at: when it happened, 0 for now; not before the ticket's last event and not after now
 *
 * One verb of the loop: checks the gates, resolves the names, makes one event, and folds it in.
 * The window, the command line, the demo office and tests all come through here.
 *
 * Returns: (transfer none) (nullable): the ticket after it, or NULL with %BH_DOMAIN_ERROR or
 *   %BH_STORAGE_ERROR and nothing recorded
 */
BhTicket *bh_verbs_do (BhWork *work,
                       BhVerb verb,
                       gint64 ticket_id,
                       BhPayload *inputs,
                       const BhActor *actor,
                       gint64 at,
                       GError **error);

/**
 * bh_verbs_do_with:
 * @extra: (nullable): what the program itself keeps in the event, which nobody can type
 *
 * The same, for what the program does by itself.
 *
 * Returns: (transfer none) (nullable): as bh_verbs_do()
 */
BhTicket *bh_verbs_do_with (BhWork *work,
                            BhVerb verb,
                            gint64 ticket_id,
                            BhPayload *inputs,
                            BhPayload *extra,
                            const BhActor *actor,
                            gint64 at,
                            GError **error);

/**
 * BhVerbStep: one of several verbs on a ticket
 * @inputs: see bh_verbs_do()
 * @at: when it happened, 0 for now
 */
typedef struct
{
  BhVerb verb;
  BhPayload *inputs;
  gint64 at;
} BhVerbStep;

/**
 * bh_verbs_do_all:
 * @steps: in order, none of them `new`
 *
 * Several verbs of one ticket, as a repairman's slip tells them (accept … finish). Where one is
 * refused, the transaction is to be rolled back; the error begins with the name of that verb.
 *
 * Returns: (transfer none) (nullable): the ticket after the last, or NULL with @error
 */
BhTicket *bh_verbs_do_all (BhWork *work,
                           gint64 ticket_id,
                           const BhVerbStep *steps,
                           guint n_steps,
                           const BhActor *actor,
                           GError **error);

/**
 * bh_verbs_get_actor:
 * @name: (nullable): name of a member of staff; NULL for who is set at the desk (setting
 *   `desk-staff`), and nobody set means a clerk without name
 * @actor: (out caller-allocates): who it is
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT, naming who there is
 */
gboolean bh_verbs_get_actor (BhOffice *office, const char *name, BhActor *actor, GError **error);

G_END_DECLS
