/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart.h"

#include "draw/bh-chart-layout.h"

/* Built once from data, then drawn at any size and in any style, by one thread at a time. */
struct _BhChart
{
  GObject parent_instance;
  BhChartContent content;
  BhChartTable *table;       /* (owned) (nullable) */
  BhChartLayout *layout;     /* (owned) (nullable): of the last drawing */
  const BhChartSizes *sizes; /* (nullable): there is only this one */
  gpointer sizes_data;       /* (owned by sizes_destroy) */
  GDestroyNotify sizes_destroy;
};

G_DEFINE_FINAL_TYPE (BhChart, bh_chart, G_TYPE_OBJECT)

BhChartTable *
bh_chart_table_new (const char *title, const char *const *headings)
{
  BhChartTable *self = g_new0 (BhChartTable, 1);

  self->title = g_strdup (title);
  self->headings = g_strdupv ((char **) headings);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

void
bh_chart_table_free (BhChartTable *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
bh_chart_finalize (GObject *object)
{
  BhChart *self = BH_CHART (object);

  bh_chart_layout_free (self->layout);
  bh_chart_content_clear (&self->content);
  bh_chart_table_free (self->table);
  if (self->sizes_destroy != NULL)
    self->sizes_destroy (self->sizes_data);

  G_OBJECT_CLASS (bh_chart_parent_class)->finalize (object);
}

static void
bh_chart_class_init (BhChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_chart_finalize;
}

static void
bh_chart_init (BhChart *self)
{
  bh_chart_content_init (&self->content);
}

BhChart *
bh_chart_new (const char *title, const char *subtitle, BhChartTickMode mode)
{
  BhChart *self = g_object_new (BH_TYPE_CHART, NULL);
  const char *headings[] = { NULL };

  self->content.title = g_strdup (title);
  self->content.subtitle = g_strdup (subtitle != NULL ? subtitle : "");
  self->content.mode = mode;
  self->table = bh_chart_table_new (title, headings);

  return self;
}

void
bh_chart_set_axis (BhChart *self, BhChartSide side, BhChartNumbers numbers, const char *unit)
{
  g_return_if_fail (BH_IS_CHART (self));

  self->content.has_axis[side] = TRUE;
  self->content.numbers[side] = numbers;
  g_free (self->content.units[side]);
  self->content.units[side] = g_strdup (unit);
}

void
bh_chart_set_empty_text (BhChart *self, const char *text)
{
  g_return_if_fail (BH_IS_CHART (self));

  g_free (self->content.empty_text);
  self->content.empty_text = g_strdup (text);
}

void
bh_chart_add_mark (BhChart *self,
                   const char *label,
                   const char *tick,
                   const char *group,
                   const char *value_text,
                   const char *filter)
{
  BhChartMark *mark = g_new0 (BhChartMark, 1);
  BhChartTick *below = g_new0 (BhChartTick, 1);

  g_return_if_fail (BH_IS_CHART (self));

  mark->label = g_strdup (label);
  mark->value_text = g_strdup (value_text);
  mark->filter = g_strdup (filter);
  g_ptr_array_add (self->content.marks, mark);
  below->text = g_strdup (tick);
  below->group = g_strdup (group);
  g_ptr_array_add (self->content.ticks, below);
}

void
bh_chart_add_layer (BhChart *self, BhChartLayer *layer)
{
  g_return_if_fail (BH_IS_CHART (self) && BH_IS_CHART_LAYER (layer));

  g_ptr_array_add (self->content.layers, layer);
}

void
bh_chart_add_key (BhChart *self, BhChartLayer *layer, BhChartPointFlags flags, const char *text)
{
  BhChartKey *key = g_new0 (BhChartKey, 1);

  g_return_if_fail (BH_IS_CHART (self) && BH_IS_CHART_LAYER (layer));

  key->layer = g_object_ref (layer);
  key->flags = flags;
  key->text = g_strdup (text);
  g_ptr_array_add (self->content.keys, key);
}

void
bh_chart_take_table (BhChart *self, BhChartTable *table)
{
  g_return_if_fail (BH_IS_CHART (self) && table != NULL);

  bh_chart_table_free (self->table);
  self->table = table;
}

void
bh_chart_set_sizes (BhChart *self, const BhChartSizes *sizes, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (BH_IS_CHART (self) && sizes != NULL && self->sizes == NULL);

  self->sizes = sizes;
  self->sizes_data = data;
  self->sizes_destroy = destroy;
}

guint
bh_chart_count_fitting (BhChart *self, double width, const BhChartStyle *style)
{
  g_return_val_if_fail (BH_IS_CHART (self) && style != NULL, 0);

  return self->sizes != NULL ? self->sizes->count (self->sizes_data, width, style)
                             : self->content.marks->len;
}

BhChart *
bh_chart_fit (BhChart *self, double width, const BhChartStyle *style)
{
  guint n_marks = bh_chart_count_fitting (self, width, style);

  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return n_marks == self->content.marks->len ? g_object_ref (self)
                                             : self->sizes->make (self->sizes_data, n_marks);
}

const char *
bh_chart_get_title (BhChart *self)
{
  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return self->content.title;
}

const char *
bh_chart_get_subtitle (BhChart *self)
{
  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return self->content.subtitle;
}

guint
bh_chart_get_n_marks (BhChart *self)
{
  g_return_val_if_fail (BH_IS_CHART (self), 0);

  return self->content.marks->len;
}

const BhChartMark *
bh_chart_get_mark (BhChart *self, guint i)
{
  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return i < self->content.marks->len ? g_ptr_array_index (self->content.marks, i) : NULL;
}

const BhChartTable *
bh_chart_get_table (BhChart *self)
{
  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return self->table;
}

gboolean
bh_chart_is_empty (BhChart *self)
{
  double low, high;

  g_return_val_if_fail (BH_IS_CHART (self), TRUE);

  return !bh_chart_content_get_range (&self->content, BH_CHART_SIDE_START, &low, &high);
}

static BhChartLayout *
ensure_layout (BhChart *self, double width, double height, const BhChartStyle *style)
{
  if (self->layout == NULL || !bh_chart_layout_is_for (self->layout, width, height, style))
    {
      bh_chart_layout_free (self->layout);
      self->layout = bh_chart_layout_new (&self->content, width, height, style);
    }

  return self->layout;
}

void
bh_chart_draw (BhChart *self, cairo_t *cr, double width, double height, const BhChartStyle *style)
{
  g_return_if_fail (BH_IS_CHART (self) && cr != NULL && style != NULL);

  if (width > 0 && height > 0)
    bh_chart_layout_draw (ensure_layout (self, width, height, style), cr);
}

gboolean
bh_chart_get_mark_area (BhChart *self,
                        guint i,
                        double width,
                        double height,
                        const BhChartStyle *style,
                        BhChartArea *area)
{
  g_return_val_if_fail (BH_IS_CHART (self) && style != NULL && area != NULL, FALSE);

  if (i >= self->content.marks->len || bh_chart_is_empty (self))
    return FALSE;
  bh_chart_layout_get_band (ensure_layout (self, width, height, style), i, area);

  return TRUE;
}

int
bh_chart_hit (
    BhChart *self, double x, double y, double width, double height, const BhChartStyle *style)
{
  BhChartLayout *layout;
  BhChartArea band;
  int i;

  g_return_val_if_fail (BH_IS_CHART (self) && style != NULL, -1);

  if (bh_chart_is_empty (self))
    return -1;
  layout = ensure_layout (self, width, height, style);
  i = bh_chart_frame_find_band (bh_chart_layout_get_frame (layout), x);
  if (i < 0)
    return -1;
  bh_chart_layout_get_band (layout, (guint) i, &band);

  return y >= band.y && y < band.y + band.height ? i : -1;
}

static void
trace_cursor (cairo_t *cr, const BhChartArea *area, double inset, double radius)
{
  double left = area->x + inset, right = area->x + area->width - inset;
  double top = area->y + inset, bottom = area->y + area->height - inset;

  radius = MAX (MIN (radius, MIN (right - left, bottom - top) / 2), 0);
  cairo_new_path (cr);
  cairo_arc (cr, right - radius, top + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, left + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, left + radius, top + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
bh_chart_draw_cursor (BhChart *self,
                      cairo_t *cr,
                      guint i,
                      gboolean focused,
                      double width,
                      double height,
                      const BhChartStyle *style)
{
  const BhChartFrame *frame;
  BhChartArea area;
  double line;

  if (!bh_chart_get_mark_area (self, i, width, height, style, &area))
    return;

  frame = bh_chart_layout_get_frame (ensure_layout (self, width, height, style));
  line = bh_chart_frame_get_line (frame, 2);
  cairo_save (cr);
  trace_cursor (cr, &area, line / 2, 6);
  bh_chart_color_use (&frame->palette->text, cr, 0.07);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, focused ? line : 1);
  bh_chart_color_use (focused ? &frame->palette->roles[BH_CHART_ROLE_VALUE] : &frame->palette->axis,
                      cr, focused ? 1 : 0.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}
