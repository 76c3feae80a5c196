/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight.h"

struct _BhInsight
{
  BhConnection *connection;  /* (owned) */
  BhOffice *office;          /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  gint64 as_of;
  BhInsightMode mode;
  gboolean incomplete;
};

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

  return self;
}

void
bh_insight_free (BhInsight *self)
{
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

void
bh_insight_note_incomplete (BhInsight *self)
{
  self->incomplete = TRUE;
}

GVariant *
bh_insight_get (BhInsight *self,
                const char *key,
                const BhPeriod *period,
                BhTicketFilter *filter,
                BhInsightFunc func,
                gpointer data,
                GError **error)
{
  gint64 changes_at = G_MAXINT64;
  GVariant *value;

  g_return_val_if_fail (self != NULL && key != NULL && period != NULL && func != NULL, NULL);

  if (self->mode == BH_INSIGHT_KEPT)
    {
      bh_insight_note_incomplete (self);
      return NULL;
    }
  value = func (self, period, filter, data, &changes_at, error);

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}
