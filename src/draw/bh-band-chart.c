/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-band-chart.h"

#include "draw/bh-chart-layout.h"

/* What of a part can be pointed at and seen at least, in pixels. */
#define LEAST_PART 5
/* In ems: what is written above the plot. */
#define VALUE_ROOM 1.6

/** A mark that is one column of a band. */
typedef struct
{
  guint band;
  BhColumnLayer *layer; /* owned by the content */
} Part;

/* Built once from data, then drawn at any size and in any style, by one thread at a time. */
struct _BhBandChart
{
  BhChart parent_instance;
  BhChartContent content;
  GArray *parts;         /* (owned) (element-type Part): one a mark; empty: a band is a mark */
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

static const Part *
get_part (BhBandChart *self, guint i)
{
  return &g_array_index (self->parts, Part, i);
}

static gboolean
get_part_area (BhBandChart *self, BhChartLayout *layout, guint i, BhChartArea *area)
{
  const Part *part = get_part (self, i);
  double lacking;

  if (!bh_column_layer_get_column (part->layer, bh_chart_layout_get_frame (layout), part->band,
                                   area))
    return FALSE;
  lacking = MAX (LEAST_PART - area->height, 0);
  area->y -= lacking;
  area->height += lacking;

  return TRUE;
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
  BhChartLayout *layout = ensure_layout (self, width, height, style);

  if (self->parts->len > 0)
    return get_part_area (self, layout, i, area);
  bh_chart_layout_get_band (layout, i, area);

  return TRUE;
}

/* Above the plot stand values too; names below it cross from band to band, and stay. */
static void
bh_band_chart_trace_mark (
    BhChart *chart, cairo_t *cr, guint i, double width, double height, const BhChartStyle *style)
{
  BhBandChart *self = BH_BAND_CHART (chart);
  const BhChartFrame *frame;
  BhChartArea band;

  if (self->parts->len > 0)
    {
      BH_CHART_CLASS (bh_band_chart_parent_class)->trace_mark (chart, cr, i, width, height, style);
      return;
    }
  frame = bh_chart_layout_get_frame (ensure_layout (self, width, height, style));
  bh_chart_frame_get_band (frame, i, &band);
  cairo_rectangle (cr, band.x, band.y - VALUE_ROOM * frame->em, band.width,
                   band.height + VALUE_ROOM * frame->em);
}

/* Of the columns in the band, the one that is nearest; a point above it, or just beside it, is its
 * too. */
static int
find_part (BhBandChart *self, BhChartLayout *layout, guint band, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->parts->len; i++)
    {
      BhChartArea area;
      double aside, away;

      if (get_part (self, i)->band != band || !get_part_area (self, layout, i, &area))
        continue;
      aside = MAX (MAX (area.x - x, x - area.x - area.width), 0);
      away = MAX (MAX (area.y - y, y - area.y - area.height), 0);
      /* First the column at this place of the band, then the part of it. */
      if (1000 * aside + away >= nearest)
        continue;
      nearest = 1000 * aside + away;
      found = (int) i;
    }

  return found;
}

static int
bh_band_chart_hit (
    BhChart *chart, double x, double y, double width, double height, const BhChartStyle *style)
{
  BhBandChart *self = BH_BAND_CHART (chart);
  BhChartLayout *layout = ensure_layout (self, width, height, style);
  int i = bh_chart_frame_find_band (bh_chart_layout_get_frame (layout), x);
  BhChartArea band;

  if (i < 0)
    return -1;
  bh_chart_layout_get_band (layout, (guint) i, &band);
  if (y < band.y || y >= band.y + band.height)
    return -1;

  return self->parts->len > 0 ? find_part (self, layout, (guint) i, x, y) : i;
}

/* Returns: the part of the same layer in the next band that has one; @mark at the last */
static guint
step_to_band (BhBandChart *self, guint mark, int step)
{
  const Part *from = get_part (self, mark);

  for (guint i = mark + (guint) step; i < self->parts->len; i += (guint) step)
    if (get_part (self, i)->layer == from->layer)
      return i;

  return mark;
}

/* Parts of a band were added from below. */
static guint
step_in_band (BhBandChart *self, guint mark, int step)
{
  guint i = mark + (guint) step;

  return i < self->parts->len && get_part (self, i)->band == get_part (self, mark)->band ? i : mark;
}

static int
bh_band_chart_move (BhChart *chart, guint mark, BhChartMove move)
{
  BhBandChart *self = BH_BAND_CHART (chart);

  if (self->parts->len == 0 || !bh_column_layer_is_stacked (get_part (self, mark)->layer))
    return BH_CHART_CLASS (bh_band_chart_parent_class)->move (chart, mark, move);

  switch (move)
    {
    case BH_CHART_MOVE_PREVIOUS:
      return (int) step_to_band (self, mark, -1);
    case BH_CHART_MOVE_NEXT:
      return (int) step_to_band (self, mark, 1);
    case BH_CHART_MOVE_UP:
      return (int) step_in_band (self, mark, 1);
    case BH_CHART_MOVE_DOWN:
      return (int) step_in_band (self, mark, -1);
    case BH_CHART_MOVE_FIRST:
    case BH_CHART_MOVE_LAST:
      for (guint next;; mark = next)
        {
          next = step_to_band (self, mark, move == BH_CHART_MOVE_FIRST ? -1 : 1);
          if (next == mark)
            return (int) mark;
        }
    default:
      g_assert_not_reached ();
    }
}

static void
bh_band_chart_finalize (GObject *object)
{
  BhBandChart *self = BH_BAND_CHART (object);

  bh_chart_layout_free (self->layout);
  bh_chart_content_clear (&self->content);
  g_array_unref (self->parts);

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
  chart_class->trace_mark = bh_band_chart_trace_mark;
  chart_class->hit = bh_band_chart_hit;
  chart_class->move = bh_band_chart_move;
}

static void
bh_band_chart_init (BhBandChart *self)
{
  bh_chart_content_init (&self->content);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
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
bh_band_chart_add_band (BhBandChart *self, const char *tick, const char *group)
{
  BhChartTick *below;

  g_return_if_fail (BH_IS_BAND_CHART (self) && tick != NULL);

  below = g_new0 (BhChartTick, 1);
  below->text = g_strdup (tick);
  below->group = g_strdup (group);
  g_ptr_array_add (self->content.ticks, below);
}

void
bh_band_chart_add_mark (BhBandChart *self,
                        const char *label,
                        const char *tick,
                        const char *group,
                        const char *value_text,
                        const char *filter)
{
  g_return_if_fail (BH_IS_BAND_CHART (self) && self->parts->len == 0);

  bh_chart_add_mark (BH_CHART (self), label, value_text, filter);
  bh_band_chart_add_band (self, tick, group);
}

void
bh_band_chart_add_part (BhBandChart *self,
                        BhColumnLayer *layer,
                        const char *label,
                        const char *value_text,
                        const char *filter)
{
  Part part = { .layer = layer };

  g_return_if_fail (BH_IS_BAND_CHART (self) && BH_IS_COLUMN_LAYER (layer));
  g_return_if_fail (self->content.ticks->len > 0
                    && self->parts->len == bh_chart_get_n_marks (BH_CHART (self)));

  bh_chart_add_mark (BH_CHART (self), label, value_text, filter);
  part.band = self->content.ticks->len - 1;
  g_array_append_val (self->parts, part);
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
