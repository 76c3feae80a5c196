/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-labels.h"

#include "draw/bh-column-layer.h"

#include <math.h>

/* In ems: from the sign of a point to its label. */
#define SPACE 0.18
/* Above the plot, in the row of the unit. */
#define HEADROOM 1.95
/* Beyond the plot, towards the numbers of its axis. */
#define TO_AXIS 0.5

typedef struct
{
  PangoLayout *text; /* (owned) */
  BhChartArea area;
  const BhChartColor *color;
  gboolean halo;
} Label;

struct _BhChartLabels
{
  const BhChartContent *content;
  const BhChartFrame *frame;
  PangoContext *context; /* (owned) */
  GArray *labels;        /* (owned) (element-type Label) */
};

static void
clear_label (gpointer data)
{
  Label *label = data;

  g_object_unref (label->text);
}

static gboolean
meets_label (BhChartLabels *self, const BhChartArea *area)
{
  for (guint i = 0; i < self->labels->len; i++)
    if (bh_chart_area_meets (&g_array_index (self->labels, Label, i).area, area))
      return TRUE;

  return FALSE;
}

/* Where a label stands. */
typedef enum
{
  PLACE_NONE,
  PLACE_ABOVE,
  PLACE_BELOW,
  PLACE_UPPER_BEFORE, /* beside the point, where a steep line leaves room */
  PLACE_UPPER_AFTER,
  PLACE_LOWER_BEFORE,
  PLACE_LOWER_AFTER,
  PLACE_INSIDE,
  PLACE_RAISED, /* over a rule that lies where the label would be */
  PLACE_MIDDLE, /* of a column that is cut: its end tells nothing */
} Place;

/* What a label may stand upon. */
typedef enum
{
  UPON_NOTHING,
  UPON_THIN, /* on a rule: its halo keeps it legible */
  UPON_LINES,
} Upon;

/* A little beyond the plot there is room, but not where the numbers of its axis stand. */
static gboolean
is_within (BhChartLabels *self, const BhChartArea *area)
{
  const BhChartArea *plot = &self->frame->plot;
  double em = self->frame->em;
  double before = self->frame->rtl ? em : TO_AXIS * em;
  double after = self->frame->rtl ? TO_AXIS * em : em;

  return area->x >= plot->x - before && area->y >= plot->y - HEADROOM * em
         && area->x + area->width <= plot->x + plot->width + after
         && area->y + area->height <= plot->y + plot->height;
}

static gboolean
is_free (BhChartLabels *self, const BhChartArea *area, BhChartLayer *own, guint point, Upon upon)
{
  if (!is_within (self, area) || meets_label (self, area))
    return FALSE;

  for (guint i = 0; i < self->content->layers->len; i++)
    {
      BhChartLayer *layer = g_ptr_array_index (self->content->layers, i);

      if ((upon >= UPON_THIN && bh_chart_layer_is_thin (layer))
          || (upon >= UPON_LINES && layer == own))
        continue;
      if (bh_chart_layer_touches (layer, self->frame, area, layer == own ? (int) point : -1))
        return FALSE;
    }

  return TRUE;
}

/* A valley is better labelled below, where no line goes. */
static gboolean
is_valley (BhChartLayer *layer, guint i)
{
  double value = bh_chart_layer_get_point (layer, i)->value, sum = 0;
  guint n = 0;

  for (guint j = i > 0 ? i - 1 : 0; j <= i + 1 && j < bh_chart_layer_get_n_points (layer); j++)
    {
      const BhChartPoint *point = bh_chart_layer_get_point (layer, j);

      if (j == i || !point->has_value)
        continue;
      sum += point->value;
      n++;
    }

  return n > 0 && value < sum / n;
}

/* The colour of a column's own label, inside of it. */
static const BhChartColor *
choose_inside_color (BhChartLabels *self, BhChartLayer *layer, BhChartPointFlags flags)
{
  const BhChartPalette *palette = self->frame->palette;
  BhChartColor fill = bh_chart_layer_get_fill (layer, self->frame, flags);

  return bh_chart_color_contrast (&palette->text, &fill)
                 > bh_chart_color_contrast (&palette->background, &fill)
             ? &palette->text
             : &palette->background;
}

/* Returns: the upper edge of a label of @height beside a point at @y */
static double
get_top (BhChartLabels *self, Place place, double y, double reach, double height)
{
  double distance = reach + SPACE * self->frame->em;

  switch (place)
    {
    case PLACE_ABOVE:
      return y - distance - height;
    case PLACE_RAISED:
      return y - distance - 1.8 * height;
    case PLACE_BELOW:
    case PLACE_INSIDE:
      return y + distance;
    case PLACE_UPPER_BEFORE:
    case PLACE_UPPER_AFTER:
      return y - distance / 2 - height;
    case PLACE_LOWER_BEFORE:
    case PLACE_LOWER_AFTER:
      return y + distance / 2;
    case PLACE_MIDDLE:
      return (y + self->frame->plot.y + self->frame->plot.height - height) / 2;
    case PLACE_NONE:
    default:
      g_assert_not_reached ();
    }
}

/* Returns: how far the middle of a label of @width is to the right of its point */
static double
get_shift (Place place, double reach, double width)
{
  double shift = reach * 0.7 + width / 2;

  if (place == PLACE_UPPER_AFTER || place == PLACE_LOWER_AFTER)
    return shift;

  return place == PLACE_UPPER_BEFORE || place == PLACE_LOWER_BEFORE ? -shift : 0;
}

static gboolean
try_place (BhChartLabels *self, BhChartLayer *layer, guint i, Label *label, Place place, Upon upon)
{
  gboolean inside = place == PLACE_INSIDE || place == PLACE_MIDDLE;
  double reach = bh_chart_layer_get_reach (layer, self->frame), x, y;
  BhChartArea column = { 0 };
  gboolean fits = BH_IS_COLUMN_LAYER (layer)
                  && bh_column_layer_get_column (BH_COLUMN_LAYER (layer), self->frame, i, &column)
                  && label->area.width <= column.width;

  if (!bh_chart_layer_get_place (layer, self->frame, i, &x, &y) || (place == PLACE_INSIDE && !fits)
      || (place == PLACE_RAISED
          && label->area.width > self->frame->plot.width / self->frame->n_bands))
    return FALSE;

  label->area.x = x + get_shift (place, reach, label->area.width) - label->area.width / 2;
  label->area.y = get_top (self, place, y, reach, label->area.height);
  if (!is_free (self, &label->area, layer, i, upon))
    return FALSE;

  label->halo = !inside || !fits;
  label->color
      = label->halo ? &self->frame->palette->text
                    : choose_inside_color (self, layer, bh_chart_layer_get_point (layer, i)->flags);

  return TRUE;
}

/* Where a label may stand, best first. */
static const Place *
list_places (BhChartLabels *self, BhChartLayer *layer, guint i)
{
  static const Place peak[]
      = { PLACE_ABOVE,        PLACE_BELOW,       PLACE_UPPER_AFTER, PLACE_UPPER_BEFORE,
          PLACE_LOWER_BEFORE, PLACE_LOWER_AFTER, PLACE_NONE };
  static const Place valley[]
      = { PLACE_BELOW,        PLACE_ABOVE,       PLACE_LOWER_AFTER, PLACE_LOWER_BEFORE,
          PLACE_UPPER_BEFORE, PLACE_UPPER_AFTER, PLACE_NONE };
  static const Place column[] = { PLACE_ABOVE, PLACE_INSIDE, PLACE_RAISED, PLACE_NONE };
  static const Place cut[] = { PLACE_MIDDLE, PLACE_NONE };

  if (bh_chart_layer_is_joined (layer))
    return is_valley (layer, i) ? valley : peak;

  return bh_chart_layer_is_cut (layer, self->frame, i) ? cut : column;
}

static void
place_label (BhChartLabels *self, BhChartLayer *layer, guint i, Upon most)
{
  const BhChartPoint *point = bh_chart_layer_get_point (layer, i);
  const Place *places = list_places (self, layer, i);
  Label label = { 0 };

  if (point->text == NULL || !point->has_value)
    return;

  label.text = bh_chart_text_new (self->context, point->text, BH_CHART_TEXT_VALUE);
  bh_chart_text_get_size (label.text, &label.area.width, &label.area.height);
  for (Upon upon = UPON_NOTHING; upon <= most; upon++)
    for (guint j = 0; places[j] != PLACE_NONE; j++)
      if (try_place (self, layer, i, &label, places[j], upon))
        {
          g_array_append_val (self->labels, label);
          return;
        }
  clear_label (&label);
}

/* Of a line: the last point, then the extremes, then the others from the last to the first. */
static void
place_line (BhChartLabels *self, BhChartLayer *layer)
{
  guint n = bh_chart_layer_get_n_points (layer), least = 0, greatest = 0, last = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      double value = bh_chart_layer_get_point (layer, i)->value;

      if (!bh_chart_layer_get_point (layer, i)->has_value)
        continue;
      if (!found || value < bh_chart_layer_get_point (layer, least)->value)
        least = i;
      if (!found || value > bh_chart_layer_get_point (layer, greatest)->value)
        greatest = i;
      last = i;
      found = TRUE;
    }
  if (!found)
    return;

  place_label (self, layer, last, UPON_LINES);
  if (greatest != last)
    place_label (self, layer, greatest, UPON_LINES);
  if (least != last && least != greatest)
    place_label (self, layer, least, UPON_LINES);
  for (guint i = n; i-- > 0;)
    if (i != last && i != greatest && i != least)
      place_label (self, layer, i, UPON_THIN);
}

/* Of columns: from the first, which is the greatest. */
static void
place_columns (BhChartLabels *self, BhChartLayer *layer)
{
  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    place_label (self, layer, i, UPON_THIN);
}

BhChartLabels *
bh_chart_labels_new (const BhChartContent *content,
                     PangoContext *context,
                     const BhChartFrame *frame)
{
  BhChartLabels *self = g_new0 (BhChartLabels, 1);

  self->content = content;
  self->frame = frame;
  self->context = g_object_ref (context);
  self->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_array_set_clear_func (self->labels, clear_label);
  for (guint i = content->layers->len; i-- > 0;)
    {
      BhChartLayer *layer = g_ptr_array_index (content->layers, i);

      if (bh_chart_layer_is_joined (layer))
        place_line (self, layer);
      else
        place_columns (self, layer);
    }

  return self;
}

void
bh_chart_labels_free (BhChartLabels *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->context);
  g_array_unref (self->labels);
  g_free (self);
}

guint
bh_chart_labels_get_n (BhChartLabels *self)
{
  return self->labels->len;
}

void
bh_chart_labels_get_area (BhChartLabels *self, guint i, BhChartArea *area)
{
  g_return_if_fail (i < self->labels->len);

  *area = g_array_index (self->labels, Label, i).area;
}

void
bh_chart_labels_draw (BhChartLabels *self, cairo_t *cr, const BhChartFrame *frame)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      Label *label = &g_array_index (self->labels, Label, i);

      bh_chart_text_draw (label->text, cr, label->area.x, label->area.y, 0, 0, label->color,
                          label->halo ? &frame->palette->background : NULL);
    }
}
