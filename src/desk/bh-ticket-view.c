/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-ticket-view.h"

#include "base/bh-i18n.h"

void
bh_ticket_view_free (BhTicketView *view)
{
  g_clear_object (&view->ticket);
  g_clear_pointer (&view->events, g_ptr_array_unref);
  g_clear_object (&view->place);
  g_clear_pointer (&view->contacts, g_ptr_array_unref);
  g_clear_pointer (&view->others, g_ptr_array_unref);
  g_clear_pointer (&view->merged, g_ptr_array_unref);
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

static void
add_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  if (id != 0)
    g_array_append_val (ids, id);
}

static gboolean
load_others (BhTicketView *self, BhConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BhTicketRow *repeated;

  add_id (ids, self->ticket->repeat_of);
  add_id (ids, self->ticket->merged_into);
  self->others = bh_ticket_repository_load_rows (connection, (const gint64 *) (gpointer) ids->data,
                                                 ids->len, error);
  if (self->others == NULL)
    return FALSE;
  repeated = bh_ticket_view_find_other (self, self->ticket->repeat_of);
  if (repeated != NULL)
    self->repeat_of_number = g_strdup (repeated->number);

  return TRUE;
}

/* Also those that brought nobody along. */
static gboolean
load_merged (BhTicketView *self, BhConnection *connection, GError **error)
{
  g_autoptr (GArray) ids = bh_ticket_repository_list_merged (connection, self->ticket->id, error);

  if (ids == NULL)
    return FALSE;

  self->merged = bh_ticket_repository_load_rows (connection, (const gint64 *) (gpointer) ids->data,
                                                 ids->len, error);

  return self->merged != NULL;
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
      || !load_contacts (self, connection, error) || !load_others (self, connection, error)
      || !load_merged (self, connection, error))
    return NULL;

  return g_steal_pointer (&self);
}

BhTicketRow *
bh_ticket_view_find_other (BhTicketView *view, gint64 id)
{
  g_return_val_if_fail (view != NULL, NULL);

  for (guint i = 0; i < view->others->len; i++)
    {
      BhTicketRow *row = g_ptr_array_index (view->others, i);

      if (id != 0 && row->id == id)
        return row;
    }

  return NULL;
}

char *
bh_ticket_view_dup_people (BhOffice *office, BhEvent *event)
{
  const char *actor, *writer;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (BH_IS_EVENT (event), NULL);

  actor = bh_office_get_name (office, BH_TYPE_STAFF, event->actor_id);
  writer = bh_office_get_name (office, BH_TYPE_STAFF, event->entered_by);
  if (event->entered_by == event->actor_id || *writer == '\0')
    return g_strdup (actor);

  /* Translators: who did it, and who entered it */
  return g_strdup_printf (_ ("%s (entered by %s)"), actor, writer);
}
