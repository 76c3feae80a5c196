/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-ticks.h"

#include <math.h>

/* In ems: from the axis to the texts, and between two texts. */
#define SPACE_ABOVE 0.45
#define SPACE_BETWEEN 0.5
/* Names are wrapped where a band has room for some letters, and turned where it has not. */
#define LEAST_WRAP_WIDTH 3.2
#define WIDE 8.0
#define MOST_LINES 3
/* In lines of text: what a name turned by 45 degrees needs of its band. */
#define SLANTED_LINES 1.25
/* In ems: a longer one would push the plot aside. */
#define LONGEST_SLANTED 8.5
/* In ems: letters stand that much beside the middle of a vertical line. */
#define UPRIGHT_SHIFT 0.18

struct _BhChartTicks
{
  const BhChartContent *content;
  PangoContext *context; /* (owned) */
  double em;
  double band;
  double limit; /* of the height */
  BhChartTickTurn turn;
  guint every;
  double longest; /* width of the longest text as it is set */
  double highest;
  double line; /* height of one line */
  gboolean has_groups;
};

static BhChartTick *
get_tick (BhChartTicks *self, guint i)
{
  return g_ptr_array_index (self->content->ticks, i);
}

static gboolean
is_turned (BhChartTicks *self)
{
  return self->turn == BH_CHART_TICKS_SLANTED || self->turn == BH_CHART_TICKS_UPRIGHT;
}

static double
get_longest_turned (BhChartTicks *self)
{
  double room = self->limit - SPACE_ABOVE * self->em;

  return self->turn == BH_CHART_TICKS_SLANTED
             ? MIN (room * G_SQRT2 - self->line, LONGEST_SLANTED * self->em)
             : room;
}

/* Lines of about the same length look better than a last one of one letter. */
static void
balance (PangoLayout *text, double natural, double em)
{
  int n_lines = pango_layout_get_line_count (text), width = pango_layout_get_width (text);

  if (n_lines < 2 || pango_layout_is_ellipsized (text))
    return;
  pango_layout_set_width (text, (int) ((natural / n_lines + 0.3 * em) * PANGO_SCALE));
  if (pango_layout_is_ellipsized (text) || pango_layout_get_line_count (text) > n_lines)
    pango_layout_set_width (text, width);
}

/* From top to bottom: Chinese letters stand upright, others lie. */
static void
set_vertical (PangoLayout *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_gravity_new (PANGO_GRAVITY_EAST));
  pango_attr_list_insert (attributes, pango_attr_gravity_hint_new (PANGO_GRAVITY_HINT_NATURAL));
  pango_layout_set_attributes (text, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
make_text (BhChartTicks *self, guint i)
{
  PangoLayout *text
      = bh_chart_text_new (self->context, get_tick (self, i)->text, BH_CHART_TEXT_LABEL);

  if (self->turn == BH_CHART_TICKS_UPRIGHT)
    set_vertical (text);
  if (is_turned (self))
    bh_chart_text_limit (text, get_longest_turned (self), 1);
  else if (self->turn == BH_CHART_TICKS_WRAPPED)
    {
      double natural;

      bh_chart_text_get_size (text, &natural, NULL);
      bh_chart_text_limit (text, self->band - SPACE_BETWEEN * self->em, MOST_LINES);
      balance (text, natural, self->em);
      pango_layout_set_alignment (text, PANGO_ALIGN_CENTER);
    }

  return text;
}

/* Returns: whether all texts are whole */
static gboolean
measure (BhChartTicks *self)
{
  gboolean whole = TRUE;

  self->longest = self->highest = 0;
  for (guint i = 0; i < self->content->ticks->len; i++)
    {
      g_autoptr (PangoLayout) text = make_text (self, i);
      double width, height;

      bh_chart_text_get_size (text, &width, &height);
      self->longest = MAX (self->longest, width);
      self->highest = MAX (self->highest, height);
      whole = whole && !pango_layout_is_ellipsized (text);
    }

  return whole;
}

static guint
count_needed (double width, double band)
{
  return (guint) MAX (ceil (width / MAX (band, 0.1) - 1e-6), 1);
}

static void
set_names (BhChartTicks *self)
{
  if (self->longest + SPACE_BETWEEN * self->em <= self->band)
    return;

  self->turn = BH_CHART_TICKS_WRAPPED;
  if (self->band >= LEAST_WRAP_WIDTH * self->em && (measure (self) || self->band >= WIDE * self->em)
      && self->highest <= self->limit)
    return;

  self->turn
      = self->band >= SLANTED_LINES * self->line ? BH_CHART_TICKS_SLANTED : BH_CHART_TICKS_UPRIGHT;
  self->every = count_needed (self->line * 0.9, self->band);
  measure (self);
}

BhChartTicks *
bh_chart_ticks_new (
    const BhChartContent *content, PangoContext *context, double em, double band, double height)
{
  BhChartTicks *self = g_new0 (BhChartTicks, 1);

  self->content = content;
  self->context = g_object_ref (context);
  self->em = em;
  self->band = band;
  self->limit = height;
  self->turn = BH_CHART_TICKS_LEVEL;
  self->every = 1;
  measure (self);
  self->line = self->highest;
  for (guint i = 0; i < content->ticks->len; i++)
    self->has_groups = self->has_groups || get_tick (self, i)->group != NULL;

  switch (content->mode)
    {
    case BH_CHART_TICKS_NAMES:
      set_names (self);
      break;
    case BH_CHART_TICKS_SERIES:
      self->every = count_needed (self->longest + SPACE_BETWEEN * em, band);
      break;
    default:
      g_assert_not_reached ();
    }

  return self;
}

void
bh_chart_ticks_free (BhChartTicks *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->context);
  g_free (self);
}

BhChartTickTurn
bh_chart_ticks_get_turn (BhChartTicks *self)
{
  return self->turn;
}

guint
bh_chart_ticks_get_every (BhChartTicks *self)
{
  return self->every;
}

double
bh_chart_ticks_get_height (BhChartTicks *self)
{
  double height = SPACE_ABOVE * self->em + self->highest + (self->has_groups ? self->line : 0);

  if (self->turn == BH_CHART_TICKS_SLANTED)
    height = SPACE_ABOVE * self->em + (self->longest + self->line) / G_SQRT2;
  else if (self->turn == BH_CHART_TICKS_UPRIGHT)
    height = SPACE_ABOVE * self->em + self->longest;

  return height;
}

double
bh_chart_ticks_get_overhang (BhChartTicks *self)
{
  double reach = self->longest / 2;

  if (self->turn == BH_CHART_TICKS_SLANTED)
    reach = (self->longest + self->line / 2) / G_SQRT2;
  else if (self->turn == BH_CHART_TICKS_UPRIGHT)
    reach = self->line / 2;

  return MAX (reach - self->band / 2, 0);
}

/* A slanted name ends below its band, in a mirrored chart it begins there; an upright one begins
 * there and is read downwards. */
static void
draw_turned (BhChartTicks *self, PangoLayout *text, cairo_t *cr, const BhChartFrame *frame, guint i)
{
  gboolean slanted = self->turn == BH_CHART_TICKS_SLANTED;
  gboolean from_here = frame->rtl || !slanted;

  cairo_save (cr);
  cairo_translate (cr, bh_chart_frame_get_x (frame, i),
                   frame->plot.y + frame->plot.height + SPACE_ABOVE * self->em);
  cairo_rotate (cr, (slanted ? G_PI / 4 : G_PI / 2) * (from_here ? 1 : -1));
  bh_chart_text_draw (text, cr, 0, slanted ? 0 : -UPRIGHT_SHIFT * self->em, from_here ? 0 : 1,
                      slanted ? 0.3 : 0.5, &frame->palette->text, NULL);
  cairo_restore (cr);
}

/* Where the group begins, with a stroke that parts it from the one before; not through a name that
 * is wider than its band. */
static void
draw_group (BhChartTicks *self, cairo_t *cr, const BhChartFrame *frame, guint i)
{
  g_autoptr (PangoLayout) text
      = bh_chart_text_new (self->context, get_tick (self, i)->group, BH_CHART_TEXT_LABEL);
  double top = frame->plot.y + frame->plot.height;
  double names = top + SPACE_ABOVE * self->em + self->highest, width;
  double slack = 0.3 * self->em;
  BhChartArea band;
  double edge, x;

  pango_layout_set_single_paragraph_mode (text, TRUE);
  bh_chart_text_get_size (text, &width, NULL);
  bh_chart_frame_get_band (frame, i, &band);
  edge = frame->rtl ? band.x + band.width : band.x;
  x = bh_chart_frame_get_x (frame, i);
  if (width > band.width)
    x = frame->rtl ? edge - width / 2 - slack : edge + width / 2 + slack;
  /* What begins with the last band stays in the picture. */
  x = frame->rtl ? MAX (x, frame->plot.x - slack + width / 2)
                 : MIN (x, frame->plot.x + frame->plot.width + slack - width / 2);
  bh_chart_text_draw (text, cr, x, names, 0.5, 0, &frame->palette->dim, NULL);
  if (i == 0 || fabs (x - edge) < width / 2)
    return;

  cairo_move_to (cr, floor (edge) + 0.5, self->every > 1 ? names : top);
  cairo_line_to (cr, floor (edge) + 0.5, names + self->line);
  bh_chart_color_use (&frame->palette->axis, cr, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Two groups that begin side by side would be written over each other. */
static gboolean
has_room (BhChartTicks *self, guint i)
{
  for (guint next = i + 1; next < self->content->ticks->len; next++)
    if (get_tick (self, next)->group != NULL)
      return (next - i) * self->band >= self->longest + 2 * self->em;

  return TRUE;
}

void
bh_chart_ticks_draw (BhChartTicks *self, cairo_t *cr, const BhChartFrame *frame)
{
  guint n = self->content->ticks->len;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) text = NULL;

      if (get_tick (self, i)->group != NULL && has_room (self, i))
        draw_group (self, cr, frame, i);
      /* The last month and the first name are always there: they are what people look at. */
      if ((self->content->mode == BH_CHART_TICKS_NAMES ? i : n - 1 - i) % self->every != 0)
        continue;
      text = make_text (self, i);
      if (is_turned (self))
        draw_turned (self, text, cr, frame, i);
      else
        bh_chart_text_draw (text, cr, bh_chart_frame_get_x (frame, i),
                            frame->plot.y + frame->plot.height + SPACE_ABOVE * self->em, 0.5, 0,
                            &frame->palette->text, NULL);
    }
}
