/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-payload.h"
#include "exchange/bh-ledger-rows.h"

G_BEGIN_DECLS

/**
 * BhLedgerIds:
 * @place_text: (nullable): the place in words, where the register has no such place
 * @reachable: whether the complainant has a phone or a room
 * @number: (nullable): number of the ticket where the row has none
 * @repeat_of: the ticket that it repeats
 *
 * What the names of a row are in the register, 0 for none; and what else the row does not say
 * itself.
 */
typedef struct
{
  gint64 channel_id;
  gint64 category_id;
  gint64 department_id;
  gint64 staff_id;
  gint64 concerns;
  gint64 community_id;
  gint64 place_id;
  const char *place_text;
  gint64 contact_id;
  gboolean reachable;
  const char *number;
  gint64 repeat_of;
} BhLedgerIds;

/**
 * bh_ledger_event_fill:
 * @payload: an empty payload
 *
 * Says in @payload what the import event of @row keeps, see bh-ticket-fold.c.
 */
void bh_ledger_event_fill (BhPayload *payload, const BhLedgerRow *row, const BhLedgerIds *ids);

G_END_DECLS
