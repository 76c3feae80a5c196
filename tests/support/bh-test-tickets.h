/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/bh-test-store.h"

G_BEGIN_DECLS

/* Tickets written event by event past the gates, at any instant: the fold alone says what can
 * follow. */

/** bh_test_store_new_at: @now: what the clock says */
BhTestStore *bh_test_store_new_at (gint64 now);

/**
 * bh_test_record:
 * @ticket_id: 0 for `new` and `import`, which get a number, a policy and whatever else they need
 *   unless @first_key … has it
 * @first_key: (nullable): payload as in bh_payload_new_from(), ended by %NULL, which may stand
 * alone
 *
 * One event in one transaction.
 *
 * Returns: id of the ticket, or 0 where the fold refused the event
 */
gint64 bh_test_record (
    BhTestStore *self, gint64 ticket_id, BhVerb verb, gint64 at, const char *first_key, ...);

/** bh_test_record_with: the same with @payload */
gint64 bh_test_record_with (
    BhTestStore *self, gint64 ticket_id, BhVerb verb, gint64 at, BhPayload *payload);

/** bh_test_work_record_at: the same inside of a transaction, with @payload */
gint64
bh_test_work_record_at (BhWork *work, gint64 ticket_id, BhVerb verb, gint64 at, BhPayload *payload);

/** bh_test_execute: runs @sql past the program, on a connection without any checks */
void bh_test_execute (BhTestStore *self, const char *sql);

G_END_DECLS
