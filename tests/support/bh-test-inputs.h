/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/bh-test-desk.h"

G_BEGIN_DECLS

/**
 * bh_test_inputs_new:
 * @n_tickets: of the office, whose numbers count from 1
 *
 * Returns: (transfer full): random inputs of a verb that are mostly sensible in the office of
 *   #BhTestDesk
 */
BhPayload *
bh_test_inputs_new (BhTestDesk *desk, GRand *rand, const BhLoopRule *rule, guint n_tickets);

G_END_DECLS
