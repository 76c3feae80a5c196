/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"

G_BEGIN_DECLS

/**
 * bh_complainant_state_get_label:
 * @index: of a complainant of @ticket
 *
 * Returns: (transfer none): what that one has said of the present round's result, in a word; "" for
 *   nothing yet
 */
const char *bh_complainant_state_get_label (BhTicket *ticket, guint index);

G_END_DECLS
