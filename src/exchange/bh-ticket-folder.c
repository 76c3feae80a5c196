/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ticket-folder.h"

struct _BhTicketFolder
{
  BhOffice *office;    /* owned: immutable, shared with the thread */
  GThreadPool *thread; /* owned: of one thread, so that batches stay in order */
  GAsyncQueue *folded; /* owned, of GPtrArray */
  GAsyncQueue *used;   /* owned, of GPtrArray: to be freed */
  guint n_pushed;
};

void
bh_folding_free (BhFolding *folding)
{
  g_clear_object (&folding->event);
  g_clear_object (&folding->ticket);
  g_clear_error (&folding->error);
  g_free (folding);
}

static void
fold (BhFolding *folding, BhOffice *office)
{
  if (folding->row != NULL)
    bh_ledger_event_fill (folding->event->payload, folding->row, &folding->ids);
  if (folding->ticket_id == 0)
    folding->ticket = bh_work_fold_begun (folding->event, office, &folding->error);
}

static void
fold_in_worker (gpointer data, gpointer user_data)
{
  BhTicketFolder *self = user_data;
  GPtrArray *batch = data;
  GPtrArray *used;

  for (guint i = 0; i < batch->len; i++)
    fold (g_ptr_array_index (batch, i), self->office);
  g_async_queue_push (self->folded, batch);
  while ((used = g_async_queue_try_pop (self->used)) != NULL)
    g_ptr_array_unref (used);
}

BhTicketFolder *
bh_ticket_folder_new (BhOffice *office)
{
  BhTicketFolder *self;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self = g_new0 (BhTicketFolder, 1);
  self->office = g_object_ref (office);
  self->folded = g_async_queue_new_full ((GDestroyNotify) g_ptr_array_unref);
  self->used = g_async_queue_new_full ((GDestroyNotify) g_ptr_array_unref);
  self->thread = g_thread_pool_new (fold_in_worker, self, 1, FALSE, NULL);
  return self;
}

void
bh_ticket_folder_free (BhTicketFolder *self)
{
  g_thread_pool_free (self->thread, FALSE, TRUE);
  g_async_queue_unref (self->folded);
  g_async_queue_unref (self->used);
  g_object_unref (self->office);
  g_free (self);
}

void
bh_ticket_folder_push (BhTicketFolder *self, GPtrArray *batch)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (batch != NULL);

  self->n_pushed++;
  g_thread_pool_push (self->thread, batch, NULL);
}

guint
bh_ticket_folder_get_n_pushed (BhTicketFolder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pushed;
}

GPtrArray *
bh_ticket_folder_take (BhTicketFolder *self)
{
  g_return_val_if_fail (self != NULL && self->n_pushed > 0, NULL);

  self->n_pushed--;
  return g_async_queue_pop (self->folded);
}

void
bh_ticket_folder_drop (BhTicketFolder *self, GPtrArray *batch)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (batch != NULL);

  g_async_queue_push (self->used, batch);
}
