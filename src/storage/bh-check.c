/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-check-parts.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"

/* The check reads one steady snapshot on a connection of its own, so that the office works on
 * meanwhile. What is wrong becomes a line; only what keeps the check from looking is an error. */

typedef gboolean (*PartFunc) (BhCheck *check, GError **error);
typedef gboolean (*TicketFunc) (BhCheck *check, gint64 id, GError **error);

void
bh_check_add (BhCheck *check, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (check->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static GArray *
list_ids (BhCheck *check, const char *sql, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhStatement *s = bh_connection_prepare (check->connection, sql, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (s, 0);

      g_array_append_val (ids, id);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
each_ticket (BhCheck *check, TicketFunc func, GError **error)
{
  g_autoptr (GArray) ids = list_ids (check, "SELECT id FROM ticket ORDER BY id", error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (check->cancellable, error)
          || !func (check, g_array_index (ids, gint64, i), error))
        return FALSE;
      if (check->progress != NULL && i % 256 == 0)
        check->progress ((double) i / ids->len, check->user_data);
    }

  return ids != NULL;
}

/* A history or a ticket that cannot be read is a finding, not a failure of the check. */
static gboolean
note_unreadable (BhCheck *check, const char *number, GError *failure, GError **error)
{
  if (failure->domain != BH_DOMAIN_ERROR)
    {
      g_propagate_error (error, g_error_copy (failure));
      return FALSE;
    }

  bh_check_add (check, _ ("Ticket %s cannot be read: %s"), number, failure->message);

  return TRUE;
}

/* What a ticket keeps of the end of its chain. */
typedef struct
{
  char *number; /* (owned) */
  int seq;
  char *hash; /* (owned) */
} Head;

static void
head_clear (Head *head)
{
  g_free (head->number);
  g_free (head->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

static gboolean
load_head (BhCheck *check, gint64 id, Head *head, GError **error)
{
  BhStatement *s = bh_connection_prepare (
      check->connection, "SELECT number, head_seq, head_hash FROM ticket WHERE id = ?1", error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    {
      bh_statement_bind_id (s, 1, id);
      step = bh_statement_step (s, error);
    }
  if (step != BH_STEP_ROW)
    return FALSE;

  head->number = bh_statement_dup_text (s, 0);
  head->seq = (int) bh_statement_get_int64 (s, 1);
  head->hash = bh_statement_dup_text (s, 2);
  bh_statement_reset (s);

  return TRUE;
}

/* Compares every event with its hash, and the end of the chain with what the ticket keeps of it. */
static void
check_chain (BhCheck *check, const Head *head, GPtrArray *events)
{
  const char *previous = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (events, i);
      g_autofree char *hash = bh_event_compute_hash (event, previous);

      if (event->seq != (int) i + 1)
        {
          bh_check_add (check, _ ("Ticket %s: record %u of the history is missing."), head->number,
                        i + 1);
          return;
        }
      if (g_strcmp0 (hash, event->hash) != 0)
        {
          bh_check_add (check, _ ("Ticket %s: record %d of the history was changed afterwards."),
                        head->number, event->seq);
          return;
        }
      previous = event->hash;
    }

  if (head->seq != (int) events->len || g_strcmp0 (head->hash, previous) != 0)
    bh_check_add (check,
                  _ ("Ticket %s: the end of the history is missing: %d records were written, %u "
                     "are there."),
                  head->number, head->seq, events->len);
}

static gboolean
check_ticket (BhCheck *check, gint64 id, GError **error)
{
  g_auto (Head) head = { 0 };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) failure = NULL;

  if (!load_head (check, id, &head, error))
    return FALSE;

  events = bh_ticket_repository_load_events (check->connection, id, &failure);
  if (events == NULL)
    return note_unreadable (check, head.number, failure, error);

  check_chain (check, &head, events);

  return TRUE;
}

/* Histories whose ticket is gone: their first record still has its number. */
static gboolean
check_orphans (BhCheck *check, GError **error)
{
  g_autoptr (GArray) ids
      = list_ids (check,
                  "SELECT DISTINCT e.ticket_id FROM event AS e WHERE NOT EXISTS"
                  " (SELECT 1 FROM ticket AS t WHERE t.id = e.ticket_id) ORDER BY 1",
                  error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (GPtrArray) events = bh_ticket_repository_load_events (
          check->connection, g_array_index (ids, gint64, i), &failure);
      const char *number = NULL;

      if (events != NULL && events->len > 0)
        number = bh_payload_get (BH_EVENT (g_ptr_array_index (events, 0))->payload, "number");
      bh_check_add (check, _ ("Ticket %s was deleted, but its history is there."),
                    number != NULL ? number : "?");
    }

  return ids != NULL;
}

static gboolean
check_chains (BhCheck *check, GError **error)
{
  return each_ticket (check, check_ticket, error);
}

static gboolean
refold_ticket (BhCheck *check, gint64 id, GError **error)
{
  g_autoptr (BhTicket) stored = NULL;
  g_autoptr (BhTicket) folded = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *difference = NULL;
  g_auto (Head) head = { 0 };

  if (!load_head (check, id, &head, error))
    return FALSE;

  stored = bh_ticket_repository_load (check->connection, id, &failure);
  if (stored != NULL)
    events = bh_ticket_repository_load_events (check->connection, id, &failure);
  if (events != NULL)
    folded = bh_ticket_fold (events, check->office, &failure);
  if (folded == NULL)
    return note_unreadable (check, head.number, failure, error);

  difference = bh_ticket_diff (stored, folded);
  if (difference != NULL)
    bh_check_add (check, _ ("Ticket %s is not what its history says: %s"), head.number, difference);

  return TRUE;
}

static gboolean
refold_all (BhCheck *check, GError **error)
{
  return each_ticket (check, refold_ticket, error);
}

static GPtrArray *
run_parts (BhStore *store,
           const PartFunc *parts,
           guint n_parts,
           BhProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (BhConnection) connection = bh_store_open_reader (store, error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BhOffice) office = NULL;
  BhCheck check = { .connection = connection,
                    .problems = problems,
                    .progress = progress,
                    .user_data = user_data,
                    .cancellable = cancellable };
  gboolean done = TRUE;

  if (connection == NULL || !bh_connection_begin_read (connection, error))
    return NULL;

  bh_connection_set_cancellable (connection, cancellable);
  office = bh_register_load_office (connection, error);
  check.office = office;
  done = office != NULL;
  for (guint i = 0; done && i < n_parts; i++)
    done = parts[i](&check, error);
  bh_connection_set_cancellable (connection, NULL);
  bh_connection_rollback (connection);

  return done ? g_steal_pointer (&problems) : NULL;
}

GPtrArray *
bh_check_run (BhStore *store,
              BhProgressFunc progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  static const PartFunc parts[]
      = { bh_check_file, bh_check_clocks, bh_check_seals, bh_check_reports,
          check_orphans, check_chains,    bh_check_files, bh_check_measures };

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  return run_parts (store, parts, G_N_ELEMENTS (parts), progress, user_data, cancellable, error);
}

GPtrArray *
bh_check_refold (BhStore *store,
                 BhProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  static const PartFunc parts[] = { refold_all };

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  return run_parts (store, parts, G_N_ELEMENTS (parts), progress, user_data, cancellable, error);
}
