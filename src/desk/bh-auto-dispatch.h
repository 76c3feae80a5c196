/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-classifier.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * bh_auto_dispatch_register:
 * @work: the transaction it belongs to
 * @model: (nullable): what was learned; where there is none and it is needed, a little is learned
 *   from the newest tickets
 * @inputs: of `new`
 * @at: instant, 0 for now
 *
 * Registers a ticket, and where the office wants it (setting `auto-dispatch-percent`) dispatches it
 * in the same transaction, if it is at least so sure of category and department together. A
 * category that was not given is taken from the text then. The history says that it was done by the
 * program, how sure that was, and which words spoke for it; like every verb it can be undone.
 *
 * Returns: (transfer none) (nullable): the ticket, NULL with @error and nothing recorded
 */
BhTicket *bh_auto_dispatch_register (BhWork *work,
                                     BhClassifier *model,
                                     BhPayload *inputs,
                                     const BhActor *actor,
                                     gint64 at,
                                     GError **error);

G_END_DECLS
