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

/* What the program gave to the ticket, and not the ledger. */
static BhPayload *
copy_bare (BhPayload *payload)
{
  BhPayload *bare = bh_payload_copy (payload);

  bh_payload_set (bare, "number", NULL);
  bh_payload_set (bare, "repeat-of", NULL);
  return bare;
}

static gboolean
find_unnumbered (BhConnection *connection,
                 BhPayload *payload,
                 BhLedgerExisting *existing,
                 GError **error)
{
  g_autoptr (BhPayload) bare = NULL;
  g_autoptr (GArray) ids = bh_ledger_queries_find_received (
      connection, bh_payload_get_int (payload, "received"), error);

  if (ids == NULL)
    return FALSE;
  if (ids->len > 0)
    bare = copy_bare (payload);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (BhPayload) theirs = NULL;

      if (!load (connection, g_array_index (ids, gint64, i), existing, error))
        return FALSE;
      theirs = copy_bare (existing->payload);
      if (!existing->worked_on && bh_payload_equal (bare, theirs))
        return TRUE;
    }
  bh_ledger_existing_clear (existing);
  return TRUE;
}

gboolean
bh_ledger_existing_find (BhConnection *connection,
                         BhPayload *payload,
                         BhLedgerExisting *existing,
                         GError **error)
{
  const char *number;
  g_autoptr (GError) local = NULL;
  gint64 id;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (payload != NULL, FALSE);
  g_return_val_if_fail (existing != NULL, FALSE);

  bh_ledger_existing_clear (existing);
  number = bh_payload_get (payload, "number");
  if (number == NULL)
    return find_unnumbered (connection, payload, existing, error);
  id = bh_ticket_repository_find (connection, number, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return id == 0 || load (connection, id, existing, error);
}

gboolean
bh_ledger_existing_says (const BhLedgerExisting *existing, BhPayload *payload)
{
  g_autoptr (BhPayload) numbered = NULL;

  g_return_val_if_fail (existing != NULL && existing->payload != NULL, FALSE);

  if (bh_payload_get (payload, "number") != NULL)
    return bh_payload_equal (payload, existing->payload);
  numbered = bh_payload_copy (payload);
  bh_payload_set (numbered, "number", bh_payload_get (existing->payload, "number"));
  return bh_payload_equal (numbered, existing->payload);
}
