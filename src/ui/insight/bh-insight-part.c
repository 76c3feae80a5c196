/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-part.h"

typedef enum
{
  ACTIVATED,
  BRUSHED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (BhInsightPart, bh_insight_part, GTK_TYPE_WIDGET)

static void
bh_insight_part_default_init (BhInsightPartInterface *iface)
{
  signals[ACTIVATED] = g_signal_new ("activated", BH_TYPE_INSIGHT_PART, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BRUSHED] = g_signal_new ("brushed", BH_TYPE_INSIGHT_PART, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

void
bh_insight_part_read (BhInsightPart *self, BhInsightLook *look, gboolean again)
{
  g_return_if_fail (BH_IS_INSIGHT_PART (self));
  g_return_if_fail (look != NULL);

  BH_INSIGHT_PART_GET_IFACE (self)->read (self, look, again);
}

gboolean
bh_insight_part_cancel (BhInsightPart *self)
{
  g_return_val_if_fail (BH_IS_INSIGHT_PART (self), FALSE);

  return BH_INSIGHT_PART_GET_IFACE (self)->cancel (self);
}

gboolean
bh_insight_part_is_reading (BhInsightPart *self)
{
  g_return_val_if_fail (BH_IS_INSIGHT_PART (self), FALSE);

  return BH_INSIGHT_PART_GET_IFACE (self)->is_reading (self);
}

GtkWidget *
bh_insight_part_get_focus_widget (BhInsightPart *self)
{
  g_return_val_if_fail (BH_IS_INSIGHT_PART (self), NULL);

  return BH_INSIGHT_PART_GET_IFACE (self)->get_focus_widget (self);
}

void
bh_insight_part_clear_brush (BhInsightPart *self)
{
  BhInsightPartInterface *iface;

  g_return_if_fail (BH_IS_INSIGHT_PART (self));

  iface = BH_INSIGHT_PART_GET_IFACE (self);
  if (iface->clear_brush != NULL)
    iface->clear_brush (self);
}

void
bh_insight_part_emit_activated (BhInsightPart *self, const char *filter)
{
  g_return_if_fail (BH_IS_INSIGHT_PART (self));
  g_return_if_fail (filter != NULL);

  g_signal_emit (self, signals[ACTIVATED], 0, filter);
}

void
bh_insight_part_emit_brushed (BhInsightPart *self, const char *filter)
{
  g_return_if_fail (BH_IS_INSIGHT_PART (self));

  g_signal_emit (self, signals[BRUSHED], 0, filter);
}
