/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-ticket-view.h"

void
bh_ticket_view_free (BhTicketView *view)
{
  g_clear_object (&view->ticket);
  g_clear_pointer (&view->events, g_ptr_array_unref);
  g_clear_object (&view->place);
  g_clear_pointer (&view->contacts, g_ptr_array_unref);
  g_free (view->repeat_of_number);
  g_free (view);
}

static gboolean
load_contacts (BhTicketView *self, BhConnection *connection, GError **error)
{
  GPtrArray *complainants = self->ticket->complainants;

  self->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (complainants, i);
      BhContact *contact;

      if (complainant->contact_id == 0)
        continue;
      contact = bh_register_load_contact (connection, complainant->contact_id, error);
      if (contact == NULL)
        return FALSE;
      g_ptr_array_add (self->contacts, contact);
    }

  return TRUE;
}

static gboolean
load_place (BhTicketView *self, BhConnection *connection, GError **error)
{
  if (self->ticket->place_id == 0)
    return TRUE;

  self->place = bh_register_load_place (connection, self->ticket->place_id, error);

  return self->place != NULL;
}

static gboolean
load_repeat (BhTicketView *self, BhConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->ticket->repeat_of == 0)
    return TRUE;

  rows = bh_ticket_repository_load_rows (connection, &self->ticket->repeat_of, 1, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    self->repeat_of_number = g_strdup (BH_TICKET_ROW (g_ptr_array_index (rows, 0))->number);

  return TRUE;
}

BhTicketView *
bh_ticket_view_load (BhConnection *connection, gint64 ticket_id, GError **error)
{
  g_autoptr (BhTicketView) self = g_new0 (BhTicketView, 1);

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);

  self->ticket = bh_ticket_repository_load (connection, ticket_id, error);
  if (self->ticket == NULL)
    return NULL;
  self->events = bh_ticket_repository_load_events (connection, ticket_id, error);
  if (self->events == NULL || !load_place (self, connection, error)
      || !load_contacts (self, connection, error) || !load_repeat (self, connection, error))
    return NULL;

  return g_steal_pointer (&self);
}
