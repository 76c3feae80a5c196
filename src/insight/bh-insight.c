/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-private.h"

#include "insight/bh-figure-query.h"

BhInsight *
bh_insight_new (BhConnection *connection,
                BhOffice *office,
                gint64 as_of,
                BhInsightMode mode,
                GCancellable *cancellable)
{
  BhInsight *self;

  g_return_val_if_fail (BH_IS_CONNECTION (connection), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self = g_new0 (BhInsight, 1);
  self->connection = g_object_ref (connection);
  self->office = g_object_ref (office);
  g_set_object (&self->cancellable, cancellable);
  self->as_of = as_of;
  self->mode = mode;
  self->found
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bh_kept_free);
  self->steady = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
bh_insight_free (BhInsight *self)
{
  if (self->store != NULL)
    bh_insight_results_store (g_steal_pointer (&self->results), self->store);
  g_clear_object (&self->store);
  g_clear_pointer (&self->results, bh_insight_results_free);
  g_clear_pointer (&self->steady, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->stamps, bh_stamps_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->connection);
  g_free (self);
}

BhConnection *
bh_insight_get_connection (BhInsight *self)
{
  return self->connection;
}

BhOffice *
bh_insight_get_office (BhInsight *self)
{
  return self->office;
}

BhOfficeTime *
bh_insight_get_time (BhInsight *self)
{
  return bh_office_get_time (self->office);
}

gint64
bh_insight_get_as_of (BhInsight *self)
{
  return self->as_of;
}

BhInsightMode
bh_insight_get_mode (BhInsight *self)
{
  return self->mode;
}

GCancellable *
bh_insight_get_cancellable (BhInsight *self)
{
  return self->cancellable;
}

gboolean
bh_insight_is_complete (BhInsight *self)
{
  return !self->incomplete;
}

gboolean
bh_insight_has_gaps (BhInsight *self)
{
  return self->gaps;
}

gboolean
bh_insight_has_left_out (BhInsight *self)
{
  return self->left_out;
}

void
bh_insight_note_left_out (BhInsight *self)
{
  g_return_if_fail (self != NULL);

  self->left_out = TRUE;
  self->incomplete = TRUE;
  if (self->frame != NULL)
    self->frame->left_out = TRUE;
}

void
bh_insight_set_store (BhInsight *self, BhStore *store)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (BH_IS_STORE (store));

  g_set_object (&self->store, store);
}

void
bh_insight_set_fresh (BhInsight *self, gboolean fresh)
{
  g_return_if_fail (self != NULL);

  self->fresh = fresh;
}

gboolean
bh_insight_is_present (BhInsight *self, gboolean *present, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->knows_present
      && !bh_figure_query_is_present (self->connection, self->as_of, &self->present, error))
    return FALSE;

  self->knows_present = TRUE;
  *present = self->present;

  return TRUE;
}

BhInsightResults *
bh_insight_take_results (BhInsight *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->results);
}
