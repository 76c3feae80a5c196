/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-content.h"

static void
free_tick (gpointer data)
{
  BhChartTick *tick = data;

  g_free (tick->text);
  g_free (tick->group);
  g_free (tick);
}

void
bh_chart_content_init (BhChartContent *self)
{
  self->ticks = g_ptr_array_new_with_free_func (free_tick);
  self->layers = g_ptr_array_new_with_free_func (g_object_unref);
  self->keys = bh_chart_keys_new ();
}

void
bh_chart_content_clear (BhChartContent *self)
{
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->keys);
  for (guint i = 0; i < G_N_ELEMENTS (self->units); i++)
    g_free (self->units[i]);
}

gboolean
bh_chart_content_get_range (const BhChartContent *self, BhChartSide side, double *low, double *high)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->layers->len; i++)
    {
      BhChartLayer *layer = g_ptr_array_index (self->layers, i);

      if (bh_chart_layer_get_side (layer) != side)
        continue;
      for (guint j = 0; j < bh_chart_layer_get_n_points (layer); j++)
        {
          double least, greatest;

          if (bh_chart_layer_get_point (layer, j)->flags & BH_CHART_POINT_CUT
              || !bh_chart_layer_get_extent (layer, j, &least, &greatest))
            continue;
          *low = found ? MIN (*low, least) : least;
          *high = found ? MAX (*high, greatest) : greatest;
          found = TRUE;
        }
    }

  return found;
}

gboolean
bh_chart_content_has_values (const BhChartContent *self)
{
  for (guint i = 0; i < self->layers->len; i++)
    {
      BhChartLayer *layer = g_ptr_array_index (self->layers, i);
      double least, greatest;

      if (bh_chart_layer_get_side (layer) != BH_CHART_SIDE_START || bh_chart_layer_is_thin (layer))
        continue;
      for (guint j = 0; j < bh_chart_layer_get_n_points (layer); j++)
        if ((bh_chart_layer_get_point (layer, j)->flags & BH_CHART_POINT_CUT) == 0
            && bh_chart_layer_get_extent (layer, j, &least, &greatest))
          return TRUE;
    }

  return FALSE;
}
