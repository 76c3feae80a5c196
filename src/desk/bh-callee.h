/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"

G_BEGIN_DECLS

/**
 * bh_callee_find:
 *
 * Returns: index of the complainant who is to be called back next in the present round: who can be
 *   asked, is still here, and was neither reached nor given up; -1 for nobody
 */
int bh_callee_find (BhTicket *ticket);

G_END_DECLS
