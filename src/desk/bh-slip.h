/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/**
 * BhSlip:
 * @verbs: the steps that it takes, in order
 * @holder_id: who holds the ticket, 0 for nobody
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
  gint64 holder_id;
  BhInput inputs[10];
  guint n_inputs;
} BhSlip;

/** bh_slip_new: Returns: (transfer full) (nullable): %NULL where no work on @ticket is under way */
BhSlip *bh_slip_new (BhTicket *ticket, BhOffice *office);
void bh_slip_free (BhSlip *slip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSlip, bh_slip_free)

/**
 * bh_slip_do_async:
 * @slip: (transfer none): only read now
 * @entered: (transfer none): values by the keys of @slip's inputs
 *
 * Accepts, investigates and plans when it was accepted, and finishes when it was finished: as one,
 * see bh_desk_do_all_async(). Whoever is at the desk enters it; who did the work stands in the
 * slip, or holds the ticket. To be ended by bh_desk_do_all_finish(); what is wrong with one input
 * begins with its key.
 */
void bh_slip_do_async (BhDesk *desk,
                       const BhSlip *slip,
                       gint64 ticket_id,
                       BhPayload *entered,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);

G_END_DECLS
