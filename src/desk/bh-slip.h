/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/**
 * BhSlip:
 * @verbs: the steps that it takes, in order
 * @inputs: (array length=n_inputs): what it asks for; no key twice
 *
 * A repairman's slip: what he did away from the desk, from the acceptance to the end of the work,
 * entered afterwards in one go. Of the steps of the loop it takes those that the ticket still
 * needs.
 */
typedef struct
{
  BhVerb verbs[4];
  guint n_verbs;
  BhInput inputs[10];
  guint n_inputs;
} BhSlip;

/** bh_slip_new: Returns: (transfer full) (nullable): %NULL where no work on @ticket is under way */
BhSlip *bh_slip_new (BhTicket *ticket, BhOffice *office);
void bh_slip_free (BhSlip *slip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSlip, bh_slip_free)

/**
 * bh_slip_do:
 * @entered: values by the keys of @slip's inputs
 * @actor: who enters it; who did the work stands in the slip, or holds the ticket
 *
 * Accepts, investigates and plans when it was accepted, and finishes when it was finished. All in
 * the one transaction of @work, which is to be rolled back where it fails.
 *
 * Returns: (transfer none) (nullable): the ticket, or %NULL with %BH_DOMAIN_ERROR; what is wrong
 *   with one input begins with its key
 */
BhTicket *bh_slip_do (BhWork *work,
                      const BhSlip *slip,
                      gint64 ticket_id,
                      BhPayload *entered,
                      const BhActor *actor,
                      GError **error);

/** bh_slip_do_async: bh_slip_do() in a transaction of its own on the writer. @slip: (transfer
 * none): copied */
void bh_slip_do_async (BhDesk *desk,
                       const BhSlip *slip,
                       gint64 ticket_id,
                       BhPayload *entered,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
/** bh_slip_do_finish: Returns: (transfer full) (nullable): the ticket after it, NULL with @error */
BhTicket *bh_slip_do_finish (BhDesk *desk, GAsyncResult *result, GError **error);

G_END_DECLS
