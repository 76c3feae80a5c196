/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-existing.h"

#include "storage/bh-ledger-queries.h"
#include "storage/bh-ticket-repository.h"

void
bh_ledger_existing_clear (BhLedgerExisting *existing)
{
  g_clear_pointer (&existing->payload, bh_payload_unref);
  *existing = (BhLedgerExisting){ 0 };
}

static gboolean
load (BhConnection *connection, gint64 id, BhLedgerExisting *existing, GError **error)
{
  g_autoptr (GPtrArray) events = bh_ticket_repository_load_events (connection, id, error);

  if (events == NULL)
    return FALSE;
  bh_ledger_existing_clear (existing);
  existing->id = id;
  for (guint i = 0; i < events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (events, i);

      existing->worked_on |= event->verb != BH_VERB_IMPORT;
      if (i + 1 == events->len)
        existing->payload = bh_payload_ref (event->payload);
    }
  return TRUE;
}

/* Whether the ticket says what the row says, apart from what the program gave to it. */
static gboolean
says (const BhLedgerExisting *existing, BhPayload *row)
{
  g_autoptr (BhPayload) bare = bh_payload_copy (existing->payload);

  bh_payload_set (bare, "number", NULL);
  bh_payload_set (bare, "repeat-of", NULL);
  return bh_payload_equal (bare, row);
}

static gboolean
find_unnumbered (BhConnection *connection,
                 const BhLedgerRow *row,
                 const BhLedgerIds *ids,
                 BhLedgerExisting *existing,
                 GError **error)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();
  g_autoptr (GArray) tickets = bh_ledger_queries_find_received (
      connection, bh_ledger_row_get_number (row, BH_LEDGER_RECEIVED), error);

  if (tickets == NULL)
    return FALSE;
  if (tickets->len > 0)
    bh_ledger_event_fill (payload, row, ids);
  for (guint i = 0; i < tickets->len; i++)
    {
      if (!load (connection, g_array_index (tickets, gint64, i), existing, error))
        return FALSE;
      if (!existing->worked_on && says (existing, payload))
        return TRUE;
    }
  bh_ledger_existing_clear (existing);
  return TRUE;
}

gboolean
bh_ledger_existing_find (BhConnection *connection,
                         const BhLedgerRow *row,
                         const BhLedgerIds *ids,
                         BhLedgerExisting *existing,
                         GError **error)
{
  const char *number;
  g_autoptr (GError) local = NULL;
  gint64 id;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (row != NULL && ids != NULL, FALSE);
  g_return_val_if_fail (existing != NULL, FALSE);

  bh_ledger_existing_clear (existing);
  number = bh_ledger_row_get_text (row, BH_LEDGER_NUMBER);
  if (number == NULL)
    return find_unnumbered (connection, row, ids, existing, error);
  id = bh_ticket_repository_find (connection, number, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return id == 0 || load (connection, id, existing, error);
}
