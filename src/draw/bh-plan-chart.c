/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-plan-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-cell-chart.h"

#include <math.h>

/* In ems, or on a small picture in less: radius of a spot without and with the most; space between
 * a circle and its name. */
#define LEAST_RADIUS 0.85
#define MOST_RADIUS 2.6
#define NAME_SPACE 0.15
#define NAME_ROOM 1.6
/* How much of the background lies over the picture, so that the circles stand out. */
#define VEIL 0.3
#define RIM 1.5
/* How much of the height of a line a digit fills: its corners stay inside of the circle. */
#define DIGIT_HEIGHT 0.6
/* On a picture that is narrower, in ems, circles are smaller; on one that is narrower still they
 * have no names. */
#define WIDE 56
#define NAMED 24
/* Spots whose heights differ by less of the picture stand in one row for the keys. */
#define ROWS 12

#define BH_TYPE_PLAN_CHART (bh_plan_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhPlanChart, bh_plan_chart, BH, PLAN_CHART, BhCellChart)

/** Spot: one circle; the name is what is written below it. */
typedef struct
{
  char *name; /* (owned) */
  double x;
  double y;
  double value;
} Spot;

/**
 * BhPlanChart:
 *
 * A picture with circles.
 */
struct _BhPlanChart
{
  BhCellChart parent_instance;

  BhPlanPicture *picture; /* (owned) (nullable) */
  GArray *spots;          /* (owned) (element-type Spot): one a mark */
  BhChartNumbers numbers;
  double max;
  BhChartArea area; /* of the picture in the last drawing */
};

G_DEFINE_FINAL_TYPE (BhPlanChart, bh_plan_chart, BH_TYPE_CELL_CHART)

static const Spot *
get_spot (BhPlanChart *self, guint i)
{
  return &g_array_index (self->spots, Spot, i);
}

static double
get_share (BhPlanChart *self, const Spot *spot)
{
  return isnan (spot->value) || self->max <= 0 ? 0 : CLAMP (spot->value / self->max, 0, 1);
}

static double
get_radius (BhPlanChart *self, const Spot *spot, double em)
{
  double share = get_share (self, spot), unit = MIN (em, self->area.width / WIDE);

  return unit
         * sqrt (LEAST_RADIUS * LEAST_RADIUS
                 + share * (MOST_RADIUS * MOST_RADIUS - LEAST_RADIUS * LEAST_RADIUS));
}

void
bh_plan_place_picture (const BhChartArea *room, int width, int height, BhChartArea *area)
{
  double scale;

  g_return_if_fail (room != NULL && area != NULL && width > 0 && height > 0);

  scale = MIN (room->width / width, room->height / height);
  area->width = width * scale;
  area->height = height * scale;
  area->x = room->x + (room->width - area->width) / 2;
  area->y = room->y + (room->height - area->height) / 2;
}

static gboolean
bh_plan_chart_is_empty (BhChart *chart)
{
  return BH_PLAN_CHART (chart)->picture == NULL;
}

static void
bh_plan_chart_place (BhCellChart *chart, BhCellPage *page)
{
  BhPlanChart *self = BH_PLAN_CHART (chart);
  BhChartArea room = page->frame.plot;

  /* The lowest circles have their names below the picture. */
  room.height -= NAME_ROOM * page->frame.em;
  bh_plan_place_picture (&room, bh_plan_picture_get_width (self->picture),
                         bh_plan_picture_get_height (self->picture), &self->area);
  for (guint i = 0; i < page->n_areas; i++)
    {
      const Spot *spot = get_spot (self, i);
      double radius = get_radius (self, spot, page->frame.em);

      page->areas[i] = (BhChartArea){ self->area.x + spot->x * self->area.width - radius,
                                      self->area.y + spot->y * self->area.height - radius,
                                      2 * radius, 2 * radius };
    }
}

static void
trace_circle (cairo_t *cr, const BhChartArea *area)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, area->x + area->width / 2, area->y + area->height / 2, area->width / 2, 0,
             2 * G_PI);
  cairo_close_path (cr);
}

static void
bh_plan_chart_trace_mark (
    BhChart *chart, cairo_t *cr, guint i, double width, double height, const BhChartStyle *style)
{
  trace_circle (cr,
                &bh_cell_chart_get_page (BH_CELL_CHART (chart), width, height, style)->areas[i]);
}

/* The corners of the squares around the circles belong to what is below them. */
static int
bh_plan_chart_hit (
    BhChart *chart, double x, double y, double width, double height, const BhChartStyle *style)
{
  const BhCellPage *page = bh_cell_chart_get_page (BH_CELL_CHART (chart), width, height, style);

  for (guint i = page->n_areas; i > 0; i--)
    {
      const BhChartArea *area = &page->areas[i - 1];

      if (hypot (x - area->x - area->width / 2, y - area->y - area->height / 2) <= area->width / 2)
        return (int) i - 1;
    }

  return -1;
}

static void
draw_spot (BhPlanChart *self, cairo_t *cr, const BhCellPage *page, guint i)
{
  const Spot *spot = get_spot (self, i);
  const BhChartArea *area = &page->areas[i];
  const BhChartPalette *palette = page->frame.palette;
  BhChartColor color = bh_chart_palette_get_level (palette, get_share (self, spot));
  BhChartColor ink = bh_chart_palette_get_text_on (&color);
  g_autofree char *number = bh_chart_value_dup_text (self->numbers, spot->value);
  double text_width, text_height;

  trace_circle (cr, area);
  bh_chart_color_use (&color, cr, 0.92);
  cairo_fill_preserve (cr);
  bh_chart_color_use (&palette->edge, cr, 1);
  cairo_set_line_width (cr, bh_chart_frame_get_line (&page->frame, RIM));
  cairo_stroke (cr);
  text_width = bh_cell_page_measure (page, number, BH_CHART_TEXT_VALUE, &text_height);
  if (hypot (text_width, DIGIT_HEIGHT * text_height) > area->width)
    return;
  bh_cell_page_draw_text (page, cr, number, BH_CHART_TEXT_VALUE, 0, area->x + area->width / 2,
                          area->y + area->height / 2, 0.5, 0.5, &ink);
}

static gboolean
is_clear (const BhChartArea *area, const BhChartArea *others, guint n, guint own)
{
  for (guint i = 0; i < n; i++)
    if (i != own && area->x < others[i].x + others[i].width && others[i].x < area->x + area->width
        && area->y < others[i].y + others[i].height && others[i].y < area->y + area->height)
      return FALSE;

  return TRUE;
}

/* Below its circle, or above or beside it where something is below. Returns: whether there is room
 * for it */
static gboolean
place_name (const BhCellPage *page, guint i, const char *text, GArray *names, BhChartArea *name)
{
  const BhChartArea *circle = &page->areas[i];
  double space = NAME_SPACE * page->frame.em;
  double height, width = bh_cell_page_measure (page, text, BH_CHART_TEXT_LABEL, &height);
  double middle_x = circle->x + (circle->width - width) / 2;
  double middle_y = circle->y + (circle->height - height) / 2;
  const BhChartArea places[] = {
    { middle_x, circle->y + circle->height + space, width, height },
    { middle_x, circle->y - space - height, width, height },
    { circle->x + circle->width + space, middle_y, width, height },
    { circle->x - space - width, middle_y, width, height },
  };

  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    if (is_clear (&places[place], page->areas, page->n_areas, i)
        && is_clear (&places[place], (BhChartArea *) names->data, names->len, G_MAXUINT))
      {
        *name = places[place];
        return TRUE;
      }

  return FALSE;
}

/* A name that has no room beside the others is left out: the hover and the table tell it. */
static void
draw_names (BhPlanChart *self, cairo_t *cr, const BhCellPage *page)
{
  const BhChartPalette *palette = page->frame.palette;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (BhChartArea));

  for (guint i = 0; i < page->n_areas; i++)
    {
      const char *text = get_spot (self, i)->name;
      g_autoptr (PangoLayout) layout = NULL;
      BhChartArea name;

      if (!place_name (page, i, text, names, &name))
        continue;
      g_array_append_val (names, name);
      layout = bh_chart_text_new (page->context, text, BH_CHART_TEXT_LABEL);
      bh_chart_text_draw (layout, cr, name.x, name.y, 0, 0, &palette->text, &palette->background);
    }
}

static void
bh_plan_chart_draw_cells (BhCellChart *chart, cairo_t *cr, const BhCellPage *page)
{
  BhPlanChart *self = BH_PLAN_CHART (chart);
  const BhChartArea *area = &self->area;

  bh_plan_picture_draw (self->picture, cr, area->x, area->y, area->width, area->height);
  cairo_rectangle (cr, area->x, area->y, area->width, area->height);
  bh_chart_color_use (&page->frame.palette->background, cr, VEIL);
  cairo_fill (cr);
  for (guint i = 0; i < page->n_areas; i++)
    draw_spot (self, cr, page, i);
  if (self->area.width >= NAMED * page->frame.em)
    draw_names (self, cr, page);
}

static void
bh_plan_chart_finalize (GObject *object)
{
  BhPlanChart *self = BH_PLAN_CHART (object);

  g_clear_pointer (&self->picture, bh_plan_picture_unref);
  g_array_unref (self->spots);

  G_OBJECT_CLASS (bh_plan_chart_parent_class)->finalize (object);
}

static void
bh_plan_chart_class_init (BhPlanChartClass *klass)
{
  BhChartClass *chart_class = BH_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_plan_chart_finalize;

  chart_class->is_empty = bh_plan_chart_is_empty;
  chart_class->trace_mark = bh_plan_chart_trace_mark;
  chart_class->hit = bh_plan_chart_hit;
  BH_CELL_CHART_CLASS (klass)->place = bh_plan_chart_place;
  BH_CELL_CHART_CLASS (klass)->draw_cells = bh_plan_chart_draw_cells;
}

static void
clear_spot (gpointer data)
{
  Spot *spot = data;

  g_free (spot->name);
}

static void
bh_plan_chart_init (BhPlanChart *self)
{
  self->spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  g_array_set_clear_func (self->spots, clear_spot);
}

/* As one reads: by rows from above, each from the left. */
static int
compare_spots (gconstpointer a, gconstpointer b, gpointer data)
{
  const BhPlanSpot *spots = data;
  const BhPlanSpot *left = &spots[*(const guint *) a], *right = &spots[*(const guint *) b];
  int rows = (int) (left->y * ROWS) - (int) (right->y * ROWS);

  if (rows != 0)
    return rows;

  return left->x < right->x ? -1 : left->x > right->x;
}

static void
add_spot (BhPlanChart *self, const BhPlanData *data, const BhPlanSpot *given, BhChartTable *table)
{
  Spot spot = { g_strdup (bh_chart_item_get_tick (&given->item)), CLAMP (given->x, 0, 1),
                CLAMP (given->y, 0, 1), given->value };
  g_autofree char *number
      = bh_chart_value_dup_text_with_unit (data->numbers, given->value, data->unit);
  const char *row[] = { given->item.label, number, NULL };

  g_array_append_val (self->spots, spot);
  bh_cell_chart_add_mark (BH_CELL_CHART (self), &given->item, given->item.label, number,
                          (guint) (spot.y * ROWS), (guint) (spot.x * 100));
  g_ptr_array_add (table->rows, g_strdupv ((char **) row));
}

BhChart *
bh_plan_chart_new (const BhPlanData *data)
{
  BhPlanChart *self;
  BhChartTable *table;
  g_autofree guint *order = NULL;

  g_return_val_if_fail (data != NULL && data->title != NULL, NULL);

  self = g_object_new (BH_TYPE_PLAN_CHART, NULL);
  self->numbers = data->numbers;
  self->max = data->max;
  if (data->picture != NULL)
    self->picture = bh_plan_picture_ref (data->picture);
  bh_chart_set_titles (BH_CHART (self), data->title, data->subtitle);
  bh_chart_set_empty_text (BH_CHART (self), data->empty_text);
  table = bh_chart_table_new (data->title,
                              (const char *[]){ data->heading, data->value_heading, NULL });

  order = g_new (guint, MAX (1, data->n_spots));
  for (guint i = 0; i < data->n_spots; i++)
    {
      order[i] = i;
      if (data->max <= 0 && !isnan (data->spots[i].value))
        self->max = MAX (self->max, data->spots[i].value);
    }
  g_qsort_with_data (order, (int) data->n_spots, sizeof *order, compare_spots,
                     (gpointer) data->spots);
  for (guint i = 0; i < data->n_spots; i++)
    add_spot (self, data, &data->spots[order[i]], table);
  bh_chart_take_table (BH_CHART (self), table);

  return BH_CHART (self);
}
