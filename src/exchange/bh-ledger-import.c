/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-import.h"

#include "base/bh-i18n.h"
#include "exchange/bh-ledger-existing.h"
#include "exchange/bh-ledger-resolver.h"
#include "exchange/bh-repeat-finder.h"
#include "exchange/bh-ticket-folder.h"
#include "storage/bh-schema.h"
#include "storage/bh-ticket-repository.h"

#define ROWS_BETWEEN_CHECKS 256

struct _BhLedgerImport
{
  BhLedgerRows *rows; /* not owned */
  BhImportFlags flags;
  BhActor actor;
  BhProgressFunc progress;
  gpointer user_data;

  /* while it runs */
  BhWork *work;           /* not owned */
  BhImportReport *report; /* not owned */
  gint64 now;
  BhLedgerResolver *resolver; /* owned */
  BhTicketFolder *folder;     /* owned */
  GPtrArray *batch;           /* owned, of BhFolding: what goes to the folder next */
  BhRepeatFinder *repeats;    /* owned, nullable: where they are to be found */
  GHashTable *saved;          /* owned: number of a row to the id of its ticket, for repeat-of */
  GArray *waiting;            /* owned, of guint: rows that repeat one further down */
  GStringChunk *numbers;      /* owned: of rows that have none */
  gboolean is_first;          /* nothing was there before, so that nothing needs to be looked for */
};

/* A row on its way. */
typedef struct
{
  const BhLedgerRow *row; /* not owned */
  BhLedgerIds ids;
  BhLedgerExisting existing;
} Incoming;

static void
incoming_clear (Incoming *incoming)
{
  bh_ledger_existing_clear (&incoming->existing);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Incoming, incoming_clear)

BhLedgerImport *
bh_ledger_import_new (BhLedgerRows *rows,
                      BhImportFlags flags,
                      const BhActor *actor,
                      BhProgressFunc progress,
                      gpointer user_data)
{
  BhLedgerImport *self;

  g_return_val_if_fail (rows != NULL, NULL);

  self = g_new0 (BhLedgerImport, 1);
  self->rows = rows;
  self->flags = flags;
  if (actor != NULL)
    self->actor = *actor;
  self->progress = progress;
  self->user_data = user_data;
  return self;
}

void
bh_ledger_import_free (BhLedgerImport *self)
{
  g_clear_pointer (&self->resolver, bh_ledger_resolver_free);
  g_clear_pointer (&self->folder, bh_ticket_folder_free);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->repeats, bh_repeat_finder_free);
  g_clear_pointer (&self->saved, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_pointer (&self->numbers, g_string_chunk_free);
  g_free (self);
}

static gboolean
give_number (BhLedgerImport *self, Incoming *incoming, GError **error)
{
  BhOffice *office = bh_work_get_office (self->work, error);
  g_autofree char *number = NULL;
  BhLocalTime local;

  if (office == NULL)
    return FALSE;
  bh_office_time_split (bh_office_get_time (office),
                        bh_ledger_row_get_number (incoming->row, BH_LEDGER_RECEIVED), &local);
  number = bh_work_next_number (self->work, incoming->ids.community_id, local.day / 10000, error);
  if (number == NULL)
    return FALSE;
  incoming->ids.number = g_string_chunk_insert (self->numbers, number);
  return TRUE;
}

static GPtrArray *
new_batch (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bh_folding_free);
}

static BhFolding *
queue (BhLedgerImport *self, BhPayload *payload)
{
  BhFolding *folding = g_new0 (BhFolding, 1);

  folding->event = bh_event_new (BH_VERB_IMPORT, self->now, self->now, self->actor.staff_id,
                                 self->actor.entered_by, payload);
  g_ptr_array_add (self->batch, folding);
  return folding;
}

/* @id: (out): of the new ticket */
static gboolean
queue_new (BhLedgerImport *self, Incoming *incoming, gint64 *id, GError **error)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();
  BhFolding *folding;

  if (bh_ledger_row_get_text (incoming->row, BH_LEDGER_NUMBER) == NULL
      && !give_number (self, incoming, error))
    return FALSE;
  folding = queue (self, payload);
  folding->row = incoming->row;
  folding->ids = incoming->ids;
  if (!bh_work_begin (self->work, folding->event, error))
    return FALSE;
  *id = folding->event->ticket_id;
  self->report->n_imported++;
  return TRUE;
}

static void
queue_update (BhLedgerImport *self, Incoming *incoming)
{
  const BhLedgerExisting *existing = &incoming->existing;
  g_autoptr (BhPayload) payload = bh_payload_new ();

  incoming->ids.number = bh_payload_get (existing->payload, "number");
  bh_ledger_event_fill (payload, incoming->row, &incoming->ids);
  if (existing->worked_on || bh_payload_equal (payload, existing->payload))
    self->report->n_unchanged++;
  else
    {
      queue (self, payload)->ticket_id = existing->id;
      self->report->n_updated++;
    }
}

static gboolean
write_folding (BhLedgerImport *self, BhFolding *folding, GError **error)
{
  BhTicket *ticket;

  if (folding->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&folding->error));
      return FALSE;
    }
  if (folding->ticket_id == 0)
    return bh_work_add (self->work, folding->ticket, folding->event, error);

  ticket = bh_work_load_ticket (self->work, folding->ticket_id, error);
  return ticket != NULL && bh_work_record (self->work, ticket, folding->event, error) != NULL;
}

static gboolean
write_batch (BhLedgerImport *self, GPtrArray *batch, GError **error)
{
  for (guint i = 0; i < batch->len; i++)
    if (!write_folding (self, g_ptr_array_index (batch, i), error))
      return FALSE;
  return bh_work_forget (self->work, error);
}

/* Passes the batch on to be folded, and writes those before it until only @n_left are not written:
 * while one batch is being folded, the one before it is written. */
static gboolean
pass_batch (BhLedgerImport *self, guint n_left, GError **error)
{
  bh_ticket_folder_push (self->folder, g_steal_pointer (&self->batch));
  self->batch = new_batch ();
  while (bh_ticket_folder_get_n_pushed (self->folder) > n_left)
    {
      GPtrArray *batch = bh_ticket_folder_take (self->folder);
      gboolean written = write_batch (self, batch, error);

      bh_ticket_folder_drop (self->folder, batch);
      if (!written)
        return FALSE;
    }
  return TRUE;
}

static void
fill_spot (const Incoming *incoming, BhTicketSpot *spot)
{
  *spot = (BhTicketSpot){
    .received_at = bh_ledger_row_get_number (incoming->row, BH_LEDGER_RECEIVED),
    .community_id = incoming->ids.community_id,
    .place_id = incoming->ids.place_id,
    .place_text = (char *) incoming->ids.place_text,
    .category_id = incoming->ids.category_id,
  };
}

/* Numbers of tickets that a row repeats: those of this file first. 0 without @error: not there. */
static gint64
find_number (BhLedgerImport *self, const char *number, GError **error)
{
  const gint64 *known = g_hash_table_lookup (self->saved, number);

  return known != NULL
             ? *known
             : bh_ticket_repository_find (bh_work_get_connection (self->work), number, error);
}

/* Finds what the row repeats: what the ledger says, what the rule finds, or what was said before.
 * @found: (out): FALSE where the ledger names a ticket that is not there (yet) */
static gboolean
find_repeat (BhLedgerImport *self, Incoming *incoming, gboolean *found, GError **error)
{
  const char *number = bh_ledger_row_get_text (incoming->row, BH_LEDGER_REPEAT_OF);
  g_autoptr (GError) local = NULL;
  gint64 *id = &incoming->ids.repeat_of;
  BhTicketSpot spot;

  *found = TRUE;
  if (self->repeats != NULL)
    {
      fill_spot (incoming, &spot);
      *id = bh_repeat_finder_find (self->repeats, &spot);
    }
  else if (number != NULL)
    {
      *id = find_number (self, number, &local);
      *found = *id != 0;
    }
  else if (incoming->existing.id != 0 && !bh_ledger_rows_has (self->rows, BH_LEDGER_REPEAT_OF))
    *id = bh_payload_get_int (incoming->existing.payload, "repeat-of");

  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* So that later rows can repeat this one. */
static void
note_saved (BhLedgerImport *self, const Incoming *incoming, gint64 id)
{
  const char *number = bh_ledger_row_get_text (incoming->row, BH_LEDGER_NUMBER);
  BhTicketSpot spot;

  if (number != NULL && bh_ledger_rows_has (self->rows, BH_LEDGER_REPEAT_OF))
    g_hash_table_insert (self->saved, (gpointer) number, g_memdup2 (&id, sizeof id));
  if (self->repeats != NULL)
    {
      fill_spot (incoming, &spot);
      spot.ticket_id = id;
      bh_repeat_finder_add (self->repeats, &spot);
    }
}

/* @done: (out): FALSE where the row has to wait for the ticket that it repeats */
static gboolean
import_row (BhLedgerImport *self, const BhLedgerRow *row, gboolean *done, GError **error)
{
  BhConnection *connection = bh_work_get_connection (self->work);
  g_auto (Incoming) incoming = { .row = row };
  gint64 id;

  if (!bh_ledger_resolver_resolve (self->resolver, row, &incoming.ids, error)
      || (!self->is_first
          && !bh_ledger_existing_find (connection, row, &incoming.ids, &incoming.existing, error))
      || !find_repeat (self, &incoming, done, error))
    return FALSE;
  if (!*done)
    return TRUE;
  id = incoming.existing.id;
  if (id != 0)
    queue_update (self, &incoming);
  else if (!queue_new (self, &incoming, &id, error))
    return FALSE;
  note_saved (self, &incoming, id);
  return TRUE;
}

/* Every few hundred rows: whether to go on, how far it is, and no more tickets in memory than that.
 */
static gboolean
take_breath (BhLedgerImport *self, guint n_done, guint n_all, GError **error)
{
  if (n_done % ROWS_BETWEEN_CHECKS != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (bh_work_get_cancellable (self->work), error))
    return FALSE;
  if (self->progress != NULL)
    self->progress ((double) n_done / (double) n_all, self->user_data);
  return pass_batch (self, 1, error);
}

static gboolean
import_rows (BhLedgerImport *self, GArray *order, GError **error)
{
  for (guint i = 0; i < order->len; i++)
    {
      guint at = g_array_index (order, guint, i);
      gboolean done;

      if (!import_row (self, bh_ledger_rows_get_nth (self->rows, at), &done, error)
          || !take_breath (self, i + 1, order->len, error))
        return FALSE;
      if (!done)
        g_array_append_val (self->waiting, at);
    }
  return pass_batch (self, 0, error);
}

/* Rows that repeat a later one: again and again, as long as that lets any of them in. */
static gboolean
import_waiting (BhLedgerImport *self, GError **error)
{
  guint before = G_MAXUINT;

  while (self->waiting->len > 0 && self->waiting->len < before)
    {
      g_autoptr (GArray) order = g_steal_pointer (&self->waiting);

      before = order->len;
      self->waiting = g_array_new (FALSE, FALSE, sizeof (guint));
      if (!import_rows (self, order, error))
        return FALSE;
    }
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const BhLedgerRow *row
          = bh_ledger_rows_get_nth (self->rows, g_array_index (self->waiting, guint, i));
      g_autofree char *reason = g_strdup_printf (_ ("there is no ticket %s that it could repeat"),
                                                 bh_ledger_row_get_text (row, BH_LEDGER_REPEAT_OF));

      bh_ledger_rows_reject (self->rows, row, BH_LEDGER_REPEAT_OF, reason);
    }
  return TRUE;
}

static int
compare_received (gconstpointer a, gconstpointer b, gpointer rows)
{
  guint at_a = *(const guint *) a;
  guint at_b = *(const guint *) b;
  gint64 received_a
      = bh_ledger_row_get_number (bh_ledger_rows_get_nth (rows, at_a), BH_LEDGER_RECEIVED);
  gint64 received_b
      = bh_ledger_row_get_number (bh_ledger_rows_get_nth (rows, at_b), BH_LEDGER_RECEIVED);

  if (received_a != received_b)
    return received_a < received_b ? -1 : 1;
  return (at_a > at_b) - (at_a < at_b);
}

static GArray *
make_order (BhLedgerImport *self)
{
  guint n = bh_ledger_rows_get_size (self->rows);
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (order, i);
  if (self->flags & BH_IMPORT_FIND_REPEATS)
    g_array_sort_with_data (order, compare_received, self->rows);
  return order;
}

/* The tickets that the rows of this file are already. */
static GHashTable *
collect_own (BhLedgerImport *self, GError **error)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < bh_ledger_rows_get_size (self->rows); i++)
    {
      const BhLedgerRow *row = bh_ledger_rows_get_nth (self->rows, i);
      g_auto (BhLedgerExisting) existing = { 0 };
      BhLedgerIds ids;

      if (!bh_ledger_resolver_resolve (self->resolver, row, &ids, error)
          || !bh_ledger_existing_find (bh_work_get_connection (self->work), row, &ids, &existing,
                                       error))
        return NULL;
      if (existing.id != 0)
        g_hash_table_add (own, g_memdup2 (&existing.id, sizeof existing.id));
    }
  return g_steal_pointer (&own);
}

/* Tickets of other files, and of the desk, may be what a row repeats. */
static gboolean
prepare_repeats (BhLedgerImport *self, GArray *order, BhOffice *office, GError **error)
{
  gint64 days = bh_office_get_settings (office)->repeat_days;
  g_autoptr (GArray) spots = NULL;
  g_autoptr (GHashTable) own = NULL;
  const BhLedgerRow *first, *last;

  self->repeats = bh_repeat_finder_new (days);
  if (order->len == 0)
    return TRUE;
  first = bh_ledger_rows_get_nth (self->rows, g_array_index (order, guint, 0));
  last = bh_ledger_rows_get_nth (self->rows, g_array_index (order, guint, order->len - 1));
  spots = bh_ledger_queries_list_spots (bh_work_get_connection (self->work),
                                        bh_ledger_row_get_number (first, BH_LEDGER_RECEIVED)
                                            - days * 86400 * BH_USEC_PER_SEC,
                                        bh_ledger_row_get_number (last, BH_LEDGER_RECEIVED), error);
  if (spots == NULL)
    return FALSE;
  if (spots->len == 0)
    return TRUE;

  own = collect_own (self, error);
  if (own == NULL)
    return FALSE;
  bh_repeat_finder_set_spots (self->repeats, spots, own);
  return TRUE;
}

/* The first ledger of an office is large: the indexes of its tickets are built when they are there.
 */
static gboolean
import_all (BhLedgerImport *self, GArray *order, GError **error)
{
  BhConnection *connection = bh_work_get_connection (self->work);

  if (!self->is_first)
    return import_rows (self, order, error) && import_waiting (self, error);
  return bh_schema_drop_ticket_indexes (connection, error) && import_rows (self, order, error)
         && import_waiting (self, error) && bh_schema_create_ticket_indexes (connection, error);
}

gboolean
bh_ledger_import_run (BhLedgerImport *self, BhWork *work, BhImportReport *report, GError **error)
{
  g_autoptr (GArray) order = NULL;
  BhOffice *office;

  g_return_val_if_fail (self != NULL && self->work == NULL, FALSE);
  g_return_val_if_fail (BH_IS_WORK (work), FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  self->work = work;
  self->report = report;
  self->now = bh_clock_now (bh_work_get_clock (work));
  self->saved = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  self->numbers = g_string_chunk_new (4096);
  self->resolver = bh_ledger_resolver_new (work, self->rows, error);
  if (self->resolver == NULL || !bh_ledger_resolver_prepare (self->resolver, error))
    return FALSE;

  office = bh_work_get_office (work, error);
  if (office == NULL)
    return FALSE;

  if (!bh_ledger_queries_is_empty (bh_work_get_connection (work), &self->is_first, error))
    return FALSE;
  self->folder = bh_ticket_folder_new (office);
  self->batch = new_batch ();
  order = make_order (self);
  if ((self->flags & BH_IMPORT_FIND_REPEATS) && !prepare_repeats (self, order, office, error))
    return FALSE;
  return import_all (self, order, error);
}
