/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-memo.h"

struct _BhFigureMemo
{
  BhConnection *connection;  /* (owned) */
  BhOffice *office;          /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  gint64 as_of;
  BhFigureSet wanted;
  gint64 first;        /* receipt of the first ticket, -1: not asked for yet */
  GHashTable *results; /* (owned): period and filter as text → GPtrArray of one BhFigureGroup */
};

BhFigureMemo *
bh_figure_memo_new (BhConnection *connection,
                    BhOffice *office,
                    gint64 as_of,
                    GCancellable *cancellable)
{
  BhFigureMemo *self;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self = g_new0 (BhFigureMemo, 1);
  self->connection = g_object_ref (connection);
  self->office = g_object_ref (office);
  g_set_object (&self->cancellable, cancellable);
  self->as_of = as_of;
  self->wanted = BH_FIGURES_ALL;
  self->first = -1;
  self->results
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
bh_figure_memo_free (BhFigureMemo *self)
{
  g_hash_table_unref (self->results);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->connection);
  g_free (self);
}

BhOffice *
bh_figure_memo_get_office (BhFigureMemo *self)
{
  return self->office;
}

gint64
bh_figure_memo_get_as_of (BhFigureMemo *self)
{
  return self->as_of;
}

void
bh_figure_memo_set_wanted (BhFigureMemo *self, BhFigureSet wanted)
{
  g_return_if_fail (self != NULL);

  if (self->wanted != wanted)
    g_hash_table_remove_all (self->results);
  self->wanted = wanted;
}

const BhFigureValue *
bh_figure_memo_get (BhFigureMemo *self,
                    BhTicketFilter *filter,
                    const BhPeriod *period,
                    BhFigureId figure,
                    GError **error)
{
  g_autofree char *key = NULL;
  GPtrArray *groups;

  g_return_val_if_fail (self != NULL && period != NULL, NULL);
  g_return_val_if_fail ((guint) figure < BH_N_FIGURES, NULL);
  g_return_val_if_fail ((self->wanted & BH_FIGURE_BIT (figure)) != 0, NULL);

  key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", period->from, period->to,
                         filter != NULL ? bh_ticket_filter_to_text (filter) : "");
  groups = g_hash_table_lookup (self->results, key);
  if (groups == NULL)
    {
      groups = bh_figures_compute (self->connection, self->office, period, self->as_of,
                                   BH_BY_NOTHING, filter, self->wanted, self->cancellable, error);
      if (groups == NULL)
        return NULL;
      g_hash_table_insert (self->results, g_steal_pointer (&key), groups);
    }

  return &((BhFigureGroup *) g_ptr_array_index (groups, 0))->values[figure];
}

gboolean
bh_figure_memo_get_first (BhFigureMemo *self, gint64 *first, GError **error)
{
  g_return_val_if_fail (self != NULL && first != NULL, FALSE);

  if (self->first < 0
      && !bh_connection_get_single (self->connection, "SELECT MIN (received_at) FROM ticket",
                                    &self->first, error))
    {
      self->first = -1;
      return FALSE;
    }
  *first = self->first;

  return TRUE;
}
