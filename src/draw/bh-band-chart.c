/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-band-chart.h"

#include "draw/bh-chart-layout.h"

/* Built once from data, then drawn at any size and in any style, by one thread at a time. */
struct _BhBandChart
{
  BhChart parent_instance;
  BhChartContent content;
  BhChartLayout *layout; /* (owned) (nullable): of the last drawing */
};

G_DEFINE_FINAL_TYPE (BhBandChart, bh_band_chart, BH_TYPE_CHART)

static BhChartLayout *
ensure_layout (BhBandChart *self, double width, double height, const BhChartStyle *style)
{
  if (self->layout == NULL || !bh_chart_layout_is_for (self->layout, width, height, style))
    {
      bh_chart_layout_free (self->layout);
      self->content.title = bh_chart_get_title (BH_CHART (self));
      self->content.subtitle = bh_chart_get_subtitle (BH_CHART (self));
      self->content.empty_text = bh_chart_get_empty_text (BH_CHART (self));
      self->layout = bh_chart_layout_new (&self->content, width, height, style);
    }

  return self->layout;
}

static gboolean
bh_band_chart_is_empty (BhChart *chart)
{
  return !bh_chart_content_has_values (&BH_BAND_CHART (chart)->content);
}

static void
bh_band_chart_draw (
    BhChart *chart, cairo_t *cr, double width, double height, const BhChartStyle *style)
{
  bh_chart_layout_draw (ensure_layout (BH_BAND_CHART (chart), width, height, style), cr);
}

static gboolean
bh_band_chart_get_mark_area (BhChart *chart,
                             guint i,
                             double width,
                             double height,
                             const BhChartStyle *style,
                             BhChartArea *area)
{
  BhBandChart *self = BH_BAND_CHART (chart);

  bh_chart_layout_get_band (ensure_layout (self, width, height, style), i, area);

  return TRUE;
}

static int
bh_band_chart_hit (
    BhChart *chart, double x, double y, double width, double height, const BhChartStyle *style)
{
  BhChartLayout *layout = ensure_layout (BH_BAND_CHART (chart), width, height, style);
  int i = bh_chart_frame_find_band (bh_chart_layout_get_frame (layout), x);
  BhChartArea band;

  if (i < 0)
    return -1;
  bh_chart_layout_get_band (layout, (guint) i, &band);

  return y >= band.y && y < band.y + band.height ? i : -1;
}

static void
bh_band_chart_finalize (GObject *object)
{
  BhBandChart *self = BH_BAND_CHART (object);

  bh_chart_layout_free (self->layout);
  bh_chart_content_clear (&self->content);

  G_OBJECT_CLASS (bh_band_chart_parent_class)->finalize (object);
}

static void
bh_band_chart_class_init (BhBandChartClass *klass)
{
  BhChartClass *chart_class = BH_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_band_chart_finalize;

  chart_class->is_empty = bh_band_chart_is_empty;
  chart_class->draw = bh_band_chart_draw;
  chart_class->get_mark_area = bh_band_chart_get_mark_area;
  chart_class->hit = bh_band_chart_hit;
}

static void
bh_band_chart_init (BhBandChart *self)
{
  bh_chart_content_init (&self->content);
}

BhBandChart *
bh_band_chart_new (const char *title, const char *subtitle, BhChartTickMode mode)
{
  BhBandChart *self = g_object_new (BH_TYPE_BAND_CHART, NULL);

  bh_chart_set_titles (BH_CHART (self), title, subtitle);
  self->content.mode = mode;

  return self;
}

void
bh_band_chart_set_axis (BhBandChart *self,
                        BhChartSide side,
                        BhChartNumbers numbers,
                        const char *unit)
{
  g_return_if_fail (BH_IS_BAND_CHART (self));

  self->content.has_axis[side] = TRUE;
  self->content.numbers[side] = numbers;
  g_free (self->content.units[side]);
  self->content.units[side] = g_strdup (unit);
}

void
bh_band_chart_add_mark (BhBandChart *self,
                        const char *label,
                        const char *tick,
                        const char *group,
                        const char *value_text,
                        const char *filter)
{
  BhChartTick *below;

  g_return_if_fail (BH_IS_BAND_CHART (self));

  bh_chart_add_mark (BH_CHART (self), label, value_text, filter);
  below = g_new0 (BhChartTick, 1);
  below->text = g_strdup (tick);
  below->group = g_strdup (group);
  g_ptr_array_add (self->content.ticks, below);
}

void
bh_band_chart_add_layer (BhBandChart *self, BhChartLayer *layer)
{
  g_return_if_fail (BH_IS_BAND_CHART (self) && BH_IS_CHART_LAYER (layer));

  g_ptr_array_add (self->content.layers, layer);
}

void
bh_band_chart_add_key (BhBandChart *self,
                       BhChartLayer *layer,
                       BhChartPointFlags flags,
                       const char *text)
{
  g_return_if_fail (BH_IS_BAND_CHART (self) && BH_IS_CHART_LAYER (layer));

  bh_chart_keys_add_layer (self->content.keys, layer, flags, text);
}
