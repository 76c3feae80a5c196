/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"

G_BEGIN_DECLS

/** bh_callee_find: Returns: index of the complainant who is to be asked next, by the policy of the
 * ticket; -1 for nobody */
int bh_callee_find (BhTicket *ticket, BhOffice *office);

G_END_DECLS
