/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-look.h"

BhInsightLook *
bh_insight_look_new (BhOffice *office, BhTicketFilter *filter)
{
  BhInsightLook *self;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  self = g_atomic_rc_box_new0 (BhInsightLook);
  self->office = g_object_ref (office);
  self->filter = bh_ticket_filter_ref (filter);

  return self;
}

BhInsightLook *
bh_insight_look_ref (BhInsightLook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  BhInsightLook *self = data;

  g_clear_object (&self->store);
  g_object_unref (self->office);
  bh_ticket_filter_unref (self->filter);
  g_clear_pointer (&self->brush, bh_ticket_filter_unref);
  g_free (self->brush_origin);
}

void
bh_insight_look_unref (BhInsightLook *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

BhInsight *
bh_insight_look_begin (const BhInsightLook *self,
                       BhConnection *connection,
                       BhInsightMode mode,
                       GCancellable *cancellable)
{
  BhInsight *insight;

  g_return_val_if_fail (self != NULL, NULL);

  insight = bh_insight_new (connection, self->office, self->as_of, mode, cancellable);
  if (self->store != NULL)
    bh_insight_set_store (insight, self->store);

  return insight;
}

BhTicketFilter *
bh_insight_look_get_filter (const BhInsightLook *self, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->brush != NULL && g_strcmp0 (self->brush_origin, id) != 0 ? self->brush
                                                                        : self->filter;
}

static gboolean
period_equal (const BhPeriod *a, const BhPeriod *b)
{
  return a->from == b->from && a->to == b->to;
}

gboolean
bh_insight_look_equal (const BhInsightLook *a, const BhInsightLook *b, const char *id)
{
  g_return_val_if_fail (b != NULL, FALSE);

  return a != NULL && a->office == b->office && period_equal (&a->period, &b->period)
         && period_equal (&a->compare, &b->compare)
         && bh_ticket_filter_equal (bh_insight_look_get_filter (a, id),
                                    bh_insight_look_get_filter (b, id));
}
