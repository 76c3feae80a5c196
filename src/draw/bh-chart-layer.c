/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-layer.h"

#include <math.h>

typedef struct
{
  char *name; /* (owned) */
  BhChartRole role;
  BhChartSide side;
  GArray *points; /* (owned) (element-type BhChartPoint) */
} BhChartLayerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BhChartLayer, bh_chart_layer, G_TYPE_OBJECT)

static void
clear_point (gpointer data)
{
  BhChartPoint *point = data;

  g_free (point->text);
}

static double
bh_chart_layer_real_get_x (BhChartLayer *self, const BhChartFrame *frame, guint i)
{
  return bh_chart_frame_get_x (frame, i);
}

static void
bh_chart_layer_real_get_extent (BhChartLayer *self, guint i, double *low, double *high)
{
  *low = *high = bh_chart_layer_get_point (self, i)->value;
}

static double
bh_chart_layer_real_reach (BhChartLayer *self, const BhChartFrame *frame)
{
  return 0;
}

static void
bh_chart_layer_finalize (GObject *object)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (BH_CHART_LAYER (object));

  g_free (priv->name);
  g_array_unref (priv->points);

  G_OBJECT_CLASS (bh_chart_layer_parent_class)->finalize (object);
}

static void
bh_chart_layer_class_init (BhChartLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_chart_layer_finalize;
  klass->get_x = bh_chart_layer_real_get_x;
  klass->get_extent = bh_chart_layer_real_get_extent;
  klass->reach = bh_chart_layer_real_reach;
}

static void
bh_chart_layer_init (BhChartLayer *self)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  priv->points = g_array_new (FALSE, TRUE, sizeof (BhChartPoint));
  g_array_set_clear_func (priv->points, clear_point);
}

void
bh_chart_layer_set_up (BhChartLayer *self, const char *name, BhChartRole role, BhChartSide side)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  g_free (priv->name);
  priv->name = g_strdup (name);
  priv->role = role;
  priv->side = side;
}

void
bh_chart_layer_add (BhChartLayer *self, double value, BhChartPointFlags flags, const char *text)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);
  BhChartPoint point = { TRUE, value, flags, g_strdup (text) };

  g_assert (isfinite (value));

  g_array_append_val (priv->points, point);
}

void
bh_chart_layer_add_gap (BhChartLayer *self)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);
  BhChartPoint point = { FALSE };

  g_array_append_val (priv->points, point);
}

const char *
bh_chart_layer_get_name (BhChartLayer *self)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  return priv->name;
}

BhChartSide
bh_chart_layer_get_side (BhChartLayer *self)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  return priv->side;
}

BhChartRole
bh_chart_layer_get_role (BhChartLayer *self)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  return priv->role;
}

guint
bh_chart_layer_get_n_points (BhChartLayer *self)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  return priv->points->len;
}

const BhChartPoint *
bh_chart_layer_get_point (BhChartLayer *self, guint i)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  g_return_val_if_fail (i < priv->points->len, NULL);

  return &g_array_index (priv->points, BhChartPoint, i);
}

gboolean
bh_chart_layer_get_extent (BhChartLayer *self, guint i, double *low, double *high)
{
  if (!bh_chart_layer_get_point (self, i)->has_value)
    return FALSE;
  BH_CHART_LAYER_GET_CLASS (self)->get_extent (self, i, low, high);

  return TRUE;
}

gboolean
bh_chart_layer_has_values (BhChartLayer *self)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  for (guint i = 0; i < priv->points->len; i++)
    if (bh_chart_layer_get_point (self, i)->has_value)
      return TRUE;

  return FALSE;
}

gboolean
bh_chart_layer_has_flag (BhChartLayer *self, BhChartPointFlags flag)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  for (guint i = 0; i < priv->points->len; i++)
    {
      const BhChartPoint *point = bh_chart_layer_get_point (self, i);

      if (point->has_value && point->flags & flag)
        return TRUE;
    }

  return FALSE;
}

const BhChartColor *
bh_chart_layer_get_color (BhChartLayer *self, const BhChartFrame *frame)
{
  BhChartLayerPrivate *priv = bh_chart_layer_get_instance_private (self);

  return &frame->palette->roles[priv->role];
}

BhChartColor
bh_chart_layer_get_fill (BhChartLayer *self, const BhChartFrame *frame, BhChartPointFlags flags)
{
  double share = flags & BH_CHART_POINT_MINOR ? frame->palette->pale : 1;

  return bh_chart_color_mix (bh_chart_layer_get_color (self, frame), &frame->palette->background,
                             share);
}

gboolean
bh_chart_layer_is_cut (BhChartLayer *self, const BhChartFrame *frame, guint i)
{
  double low, high;

  return bh_chart_layer_get_extent (self, i, &low, &high)
         && bh_chart_layer_get_point (self, i)->flags & BH_CHART_POINT_CUT
         && high > frame->axes[bh_chart_layer_get_side (self)].max;
}

gboolean
bh_chart_layer_get_place (
    BhChartLayer *self, const BhChartFrame *frame, guint i, double *x, double *y)
{
  double low, high;

  if (!bh_chart_layer_get_extent (self, i, &low, &high))
    return FALSE;

  *x = BH_CHART_LAYER_GET_CLASS (self)->get_x (self, frame, i);
  *y = bh_chart_frame_get_y (frame, bh_chart_layer_get_side (self), high);
  if (bh_chart_layer_is_cut (self, frame, i))
    *y = frame->plot.y;

  return TRUE;
}

void
bh_chart_layer_draw (BhChartLayer *self, cairo_t *cr, const BhChartFrame *frame)
{
  cairo_save (cr);
  BH_CHART_LAYER_GET_CLASS (self)->draw (self, cr, frame);
  cairo_restore (cr);
}

void
bh_chart_layer_draw_key (BhChartLayer *self,
                         cairo_t *cr,
                         const BhChartFrame *frame,
                         const BhChartArea *area,
                         BhChartPointFlags flags)
{
  cairo_save (cr);
  BH_CHART_LAYER_GET_CLASS (self)->draw_key (self, cr, frame, area, flags);
  cairo_restore (cr);
}

double
bh_chart_layer_get_reach (BhChartLayer *self, const BhChartFrame *frame)
{
  return BH_CHART_LAYER_GET_CLASS (self)->reach (self, frame);
}

gboolean
bh_chart_layer_touches (BhChartLayer *self,
                        const BhChartFrame *frame,
                        const BhChartArea *area,
                        int own)
{
  return BH_CHART_LAYER_GET_CLASS (self)->touches (self, frame, area, own);
}

gboolean
bh_chart_layer_is_thin (BhChartLayer *self)
{
  return BH_CHART_LAYER_GET_CLASS (self)->thin;
}

gboolean
bh_chart_layer_is_joined (BhChartLayer *self)
{
  return BH_CHART_LAYER_GET_CLASS (self)->joined;
}
