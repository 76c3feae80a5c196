/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-work-private.h"

#include "base/bh-i18n.h"
#include "storage/bh-figure-marks.h"
#include "storage/bh-file-store.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-sqlite-connection.h"
#include "storage/bh-ticket-repository.h"

G_DEFINE_FINAL_TYPE (BhWork, bh_work, G_TYPE_OBJECT)

static void
bh_work_finalize (GObject *object)
{
  BhWork *self = BH_WORK (object);

  g_clear_pointer (&self->finishes, g_hash_table_unref);
  g_clear_pointer (&self->marks, bh_figure_marks_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->is_dirty, g_hash_table_unref);
  g_clear_pointer (&self->dirty, g_ptr_array_unref);
  g_clear_pointer (&self->tickets, g_hash_table_unref);
  g_clear_pointer (&self->changed, g_array_unref);
  g_clear_pointer (&self->old_offices, g_ptr_array_unref);
  g_clear_object (&self->office);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->ids);
  g_clear_object (&self->clock);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (bh_work_parent_class)->finalize (object);
}

static void
bh_work_class_init (BhWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_work_finalize;
}

static void
bh_work_init (BhWork *self)
{
  self->old_offices = g_ptr_array_new_with_free_func (g_object_unref);
  self->tickets = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  self->dirty = g_ptr_array_new ();
  self->is_dirty = g_hash_table_new (NULL, NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->marks = bh_figure_marks_new ();
  self->finishes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->sealed_to = -1;
}

BhWork *
bh_work_new (BhConnection *connection,
             BhClock *clock,
             BhIdSource *ids,
             BhOffice *office,
             GCancellable *cancellable)
{
  BhWork *self;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (BH_IS_ID_SOURCE (ids), NULL);

  self = g_object_new (BH_TYPE_WORK, NULL);
  self->connection = g_object_ref (connection);
  self->clock = g_object_ref (clock);
  self->ids = g_object_ref (ids);
  g_set_object (&self->office, office);
  g_set_object (&self->cancellable, cancellable);

  return self;
}

BhConnection *
bh_work_get_connection (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  return self->connection;
}

BhClock *
bh_work_get_clock (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  return self->clock;
}

BhIdSource *
bh_work_get_ids (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  return self->ids;
}

GCancellable *
bh_work_get_cancellable (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  return self->cancellable;
}

char *
bh_work_dup_file_folder (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  return bh_file_store_dup_folder (
      bh_sqlite_connection_get_path (BH_SQLITE_CONNECTION (self->connection)));
}

BhOffice *
bh_work_get_office (BhWork *self, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  if (self->office == NULL)
    self->office = bh_register_load_office (self->connection, error);

  return self->office;
}

void
bh_work_note_register (BhWork *self)
{
  g_return_if_fail (BH_IS_WORK (self));

  self->register_changed = TRUE;
}

void
bh_work_touch_register (BhWork *self)
{
  g_return_if_fail (BH_IS_WORK (self));

  bh_work_note_register (self);
  if (self->office != NULL)
    g_ptr_array_add (self->old_offices, g_steal_pointer (&self->office));
}

gint64
bh_work_find_ticket (BhWork *self, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 id;

  g_return_val_if_fail (BH_IS_WORK (self), 0);

  if (!bh_work_flush (self, error))
    return 0;

  id = bh_ticket_repository_find (self->connection, number, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (id == 0)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                 _ ("There is no ticket %s. Check the number."), number);

  return id;
}

BhTicket *
bh_work_load_ticket (BhWork *self, gint64 id, GError **error)
{
  BhTicket *ticket;

  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  ticket = g_hash_table_lookup (self->tickets, &id);
  if (ticket != NULL)
    return ticket;

  ticket = bh_ticket_repository_load (self->connection, id, error);
  if (ticket != NULL)
    g_hash_table_insert (self->tickets, &ticket->id, ticket);

  return ticket;
}

GPtrArray *
bh_work_load_events (BhWork *self, gint64 ticket_id, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  return bh_ticket_repository_load_events (self->connection, ticket_id, error);
}

static gboolean
read_sealed_to (BhWork *self, GError **error)
{
  return self->sealed_to >= 0
         || bh_connection_get_single (self->connection,
                                      "SELECT MAX (x.sealed) FROM (SELECT MAX (to_at) AS sealed"
                                      " FROM seal UNION ALL SELECT MAX (sealed_to) FROM report)"
                                      " AS x",
                                      &self->sealed_to, error);
}

/* Gives @event its place in the chain of ticket @ticket_id, 0 for a new one. */
static gboolean
identify_event (BhWork *self, gint64 ticket_id, int seq, BhEvent *event, GError **error)
{
  if (!read_sealed_to (self, error))
    return FALSE;

  event->id = bh_id_source_next (self->ids);
  event->ticket_id = ticket_id != 0 ? ticket_id : bh_id_source_next (self->ids);
  event->seq = seq;
  event->salt = bh_id_source_salt (self->ids);
  event->recorded_at = MAX (event->recorded_at, self->sealed_to);

  return TRUE;
}

static void
hash_event (BhEvent *event, const char *previous)
{
  g_free (event->hash);
  event->hash = bh_event_compute_hash (event, previous);
}

/* The ticket stays the same object and takes over what the whole history gives. */
static gboolean
fold_again (BhWork *self, BhTicket *ticket, BhEvent *event, BhOffice *office, GError **error)
{
  g_autoptr (GPtrArray) events = bh_work_load_events (self, ticket->id, error);
  g_autoptr (BhTicket) folded = NULL;

  if (events == NULL)
    return FALSE;

  g_ptr_array_add (events, g_object_ref (event));
  folded = bh_ticket_fold (events, office, error);
  if (folded == NULL)
    return FALSE;

  bh_ticket_swap_facts (ticket, folded);

  return TRUE;
}

static gboolean
insert_event (BhWork *self, BhEvent *event, gint64 community_id, GError **error)
{
  self->event_id = event->id;
  self->n_events++;

  return bh_ticket_repository_insert_event (self->connection, event, community_id, error);
}

static void
mark_changed (BhWork *self, BhTicket *ticket)
{
  if (!g_hash_table_add (self->is_dirty, ticket))
    return;

  g_ptr_array_add (self->dirty, ticket);
  g_array_append_val (self->changed, ticket->id);
}

static gboolean
fold (BhWork *self, BhTicket *ticket, BhEvent *event, GError **error)
{
  BhOffice *office = bh_work_get_office (self, error);

  if (office == NULL || !identify_event (self, ticket->id, ticket->head_seq + 1, event, error))
    return FALSE;
  if (ticket->version > 0 && !g_hash_table_contains (self->is_dirty, ticket)
      && !bh_work_mark_months (self, ticket, office, error))
    return FALSE;
  hash_event (event, ticket->head_hash);

  if (event->verb == BH_VERB_UNDO || event->verb == BH_VERB_UNMERGE)
    return fold_again (self, ticket, event, office, error);

  return bh_ticket_apply (ticket, event, office, error);
}

BhTicket *
bh_work_record (BhWork *self, BhTicket *ticket, BhEvent *event, GError **error)
{
  g_autoptr (BhTicket) added = NULL;

  g_return_val_if_fail (BH_IS_WORK (self), NULL);
  g_return_val_if_fail (ticket == NULL || BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (BH_IS_EVENT (event), NULL);

  if (ticket == NULL)
    ticket = added = bh_ticket_new ();
  if (!fold (self, ticket, event, error)
      || !insert_event (self, event, ticket->community_id, error))
    return NULL;

  if (added != NULL)
    {
      g_hash_table_insert (self->tickets, &ticket->id, g_steal_pointer (&added));
      g_hash_table_add (self->numbers, g_strdup (ticket->number != NULL ? ticket->number : ""));
      self->n_new++;
    }
  mark_changed (self, ticket);

  return ticket;
}

gboolean
bh_work_begin (BhWork *self, BhEvent *event, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (self), FALSE);
  g_return_val_if_fail (BH_IS_EVENT (event), FALSE);

  return identify_event (self, 0, 1, event, error);
}

BhTicket *
bh_work_fold_begun (BhEvent *event, BhOffice *office, GError **error)
{
  g_autoptr (BhTicket) ticket = bh_ticket_new ();

  g_return_val_if_fail (BH_IS_EVENT (event), NULL);

  hash_event (event, NULL);

  return bh_ticket_apply (ticket, event, office, error) ? g_steal_pointer (&ticket) : NULL;
}

gboolean
bh_work_add (BhWork *self, BhTicket *ticket, BhEvent *event, GError **error)
{
  BhOffice *office;

  g_return_val_if_fail (BH_IS_WORK (self), FALSE);
  g_return_val_if_fail (BH_IS_TICKET (ticket) && ticket->version == 0, FALSE);

  office = bh_work_get_office (self, error);
  if (office == NULL || !bh_work_save (self, ticket, office, error)
      || !insert_event (self, event, ticket->community_id, error))
    return FALSE;

  g_array_append_val (self->changed, ticket->id);
  self->n_new++;

  return TRUE;
}
