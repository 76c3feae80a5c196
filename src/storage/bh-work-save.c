/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-work-private.h"

#include "storage/bh-ticket-repeats.h"
#include "storage/bh-ticket-repository.h"

/* What of a unit of work is written, and what was. */

static void
note_finish (BhWork *self, gint64 ticket_id)
{
  if (!g_hash_table_contains (self->finishes, &ticket_id))
    g_hash_table_add (self->finishes, g_memdup2 (&ticket_id, sizeof ticket_id));
}

/* @fresh: just inserted: nothing refers to it yet */
static gboolean
mark (BhWork *self, BhTicket *ticket, gboolean fresh, BhOffice *office, GError **error)
{
  BhOfficeTime *time = bh_office_get_time (office);

  bh_figure_marks_add_ticket (self->marks, ticket, time, bh_clock_now (self->clock));
  if (ticket->finished_at != 0 && !fresh)
    note_finish (self, ticket->id);
  if (ticket->repeat_of == 0)
    return TRUE;

  note_finish (self, ticket->repeat_of);

  return bh_figure_marks_add_finishes (self->marks, ticket->repeat_of, self->connection, time,
                                       error);
}

gboolean
bh_work_mark_months (BhWork *self, BhTicket *ticket, BhOffice *office, GError **error)
{
  return mark (self, ticket, FALSE, office, error);
}

gboolean
bh_work_save (BhWork *self, BhTicket *ticket, BhOffice *office, GError **error)
{
  gboolean fresh = ticket->version == 0;

  return bh_ticket_repository_save (self->connection, ticket, bh_office_get_time (office), error)
         && mark (self, ticket, fresh, office, error);
}

gboolean
bh_work_flush (BhWork *self, GError **error)
{
  BhOffice *office;

  g_return_val_if_fail (BH_IS_WORK (self), FALSE);

  if (self->dirty->len == 0)
    return TRUE;

  office = bh_work_get_office (self, error);
  if (office == NULL)
    return FALSE;

  for (guint i = 0; i < self->dirty->len; i++)
    if (!bh_work_save (self, g_ptr_array_index (self->dirty, i), office, error))
      return FALSE;

  g_ptr_array_set_size (self->dirty, 0);
  g_hash_table_remove_all (self->is_dirty);
  g_hash_table_remove_all (self->numbers);

  return TRUE;
}

gboolean
bh_work_finish (BhWork *self, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (self), FALSE);

  if (!bh_work_flush (self, error)
      || !bh_ticket_repeats_renew (self->connection, self->finishes, error))
    return FALSE;
  if (self->register_changed)
    bh_figure_marks_add_register (self->marks);
  if (self->measures_changed)
    bh_figure_marks_add_measures (self->marks);

  return bh_figure_marks_write (self->marks, self->connection,
                                self->n_events == 1 ? self->event_id : 0, &self->n_marks, error);
}

gint64
bh_work_count_marks (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), 0);

  return self->n_marks;
}

gboolean
bh_work_forget (BhWork *self, GError **error)
{
  g_return_val_if_fail (BH_IS_WORK (self), FALSE);

  if (!bh_work_flush (self, error))
    return FALSE;

  g_hash_table_remove_all (self->tickets);

  return TRUE;
}

static void
drop_loaded (BhWork *self)
{
  g_ptr_array_set_size (self->dirty, 0);
  g_hash_table_remove_all (self->is_dirty);
  g_hash_table_remove_all (self->numbers);
  g_hash_table_remove_all (self->tickets);
  if (self->register_changed && self->office != NULL)
    g_ptr_array_add (self->old_offices, g_steal_pointer (&self->office));
}

gboolean
bh_work_try (BhWork *self, BhWorkFunc func, gpointer user_data, GError **error)
{
  gboolean was_changed;
  guint n_new;

  g_return_val_if_fail (BH_IS_WORK (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!bh_work_flush (self, error)
      || !bh_connection_execute (self->connection, "SAVEPOINT part", error))
    return FALSE;

  n_new = self->n_new;
  was_changed = self->register_changed;
  self->register_changed = FALSE;
  if (func (self, user_data, error) && bh_work_flush (self, error))
    {
      self->register_changed = self->register_changed || was_changed;
      return bh_connection_execute (self->connection, "RELEASE SAVEPOINT part", error);
    }

  drop_loaded (self);
  self->n_new = n_new;
  self->register_changed = was_changed;
  bh_connection_execute (self->connection, "ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part",
                         NULL);

  return FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

GArray *
bh_work_list_changed (BhWork *self)
{
  guint n = 0;

  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  g_array_sort (self->changed, compare_ids);
  for (guint i = 0; i < self->changed->len; i++)
    {
      gint64 id = g_array_index (self->changed, gint64, i);

      if (n == 0 || g_array_index (self->changed, gint64, n - 1) != id)
        g_array_index (self->changed, gint64, n++) = id;
    }
  g_array_set_size (self->changed, n);

  return self->changed;
}

gboolean
bh_work_is_new_number (BhWork *self, const char *number)
{
  g_return_val_if_fail (BH_IS_WORK (self), FALSE);

  return g_hash_table_contains (self->numbers, number);
}

guint
bh_work_count_new (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), 0);

  return self->n_new;
}

gboolean
bh_work_is_register_changed (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), FALSE);

  return self->register_changed;
}

gboolean
bh_work_are_measures_changed (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), FALSE);

  return self->measures_changed;
}

void
bh_work_touch_measures (BhWork *self)
{
  g_return_if_fail (BH_IS_WORK (self));

  self->measures_changed = TRUE;
}

BhOffice *
bh_work_peek_office (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  return self->office;
}
