/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"

G_BEGIN_DECLS

/**
 * bh_filter_role_dup_condition:
 * @staff_id: a member of staff, 0 for nobody
 *
 * Whose turn it is with a ticket: work is for who holds it until it is signed off; at the desk also
 * what is to be dispatched, signed off and called back; for who leads a department what is there,
 * and what has none yet; for the manager everything. An auditor only reads.
 *
 * Returns: (transfer full): a condition with $ for the alias of the ticket table, in brackets; that
 *   of nobody is that nothing is waited for any more
 */
char *bh_filter_role_dup_condition (BhOffice *office, gint64 staff_id);

G_END_DECLS
