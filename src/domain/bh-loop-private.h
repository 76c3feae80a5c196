/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

G_BEGIN_DECLS

/* Private to the gates of the loop: its parts share these. */

/** bh_loop_check_exception: the gates of suspend, resume, and of what needs approval. Returns: TRUE
 * for every other verb; FALSE with %BH_DOMAIN_ERROR_REFUSED */
gboolean bh_loop_check_exception (BhTicket *ticket,
                                  BhVerb verb,
                                  const BhActor *actor,
                                  BhOffice *office,
                                  gint64 now,
                                  GError **error);

/** bh_loop_check_undo_decision: Returns: FALSE with %BH_DOMAIN_ERROR_REFUSED where @actor may not
 * take back the last approval or rejection, as whoever asked for it */
gboolean bh_loop_check_undo_decision (BhTicket *ticket, const BhActor *actor, GError **error);

G_END_DECLS
