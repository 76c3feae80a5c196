/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-signature.h"

#include <pango/pangocairo.h>

#define MARGIN 8
#define SCALE 2 /* pixels for one of the pad's, so that it can be printed */
#define MAX_WIDTH 1200
#define MAX_HEIGHT 600
#define THIN 1.2
#define THICK 3.6
#define NAME_FONT "Sans Italic 28"

typedef struct
{
  double x;
  double y;
  double width;
} Point;

struct _BhSignature
{
  GPtrArray *strokes; /* (owned) (element-type GArray of Point) */
};

BhSignature *
bh_signature_new (void)
{
  BhSignature *self = g_new0 (BhSignature, 1);

  self->strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

void
bh_signature_free (BhSignature *self)
{
  g_ptr_array_unref (self->strokes);
  g_free (self);
}

void
bh_signature_clear (BhSignature *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->strokes, 0);
}

gboolean
bh_signature_is_empty (BhSignature *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->strokes->len == 0;
}

static void
add_point (GArray *stroke, double x, double y, double pressure)
{
  Point point = { x, y, THIN + (THICK - THIN) * CLAMP (pressure, 0, 1) };

  g_array_append_val (stroke, point);
}

void
bh_signature_begin (BhSignature *self, double x, double y, double pressure)
{
  GArray *stroke;

  g_return_if_fail (self != NULL);

  stroke = g_array_new (FALSE, FALSE, sizeof (Point));
  add_point (stroke, x, y, pressure);
  g_ptr_array_add (self->strokes, stroke);
}

void
bh_signature_extend (BhSignature *self, double x, double y, double pressure)
{
  g_return_if_fail (self != NULL);

  if (self->strokes->len > 0)
    add_point (g_ptr_array_index (self->strokes, self->strokes->len - 1), x, y, pressure);
}

static Point
get_middle (const Point *a, const Point *b)
{
  return (Point){ (a->x + b->x) / 2, (a->y + b->y) / 2, (a->width + b->width) / 2 };
}

/* A bow from @from to @to that is drawn towards @by, where the hand was. */
static void
draw_bow (cairo_t *cr, const Point *from, const Point *by, const Point *to)
{
  cairo_set_line_width (cr, by->width);
  cairo_move_to (cr, from->x, from->y);
  cairo_curve_to (cr, from->x + (by->x - from->x) * 2 / 3, from->y + (by->y - from->y) * 2 / 3,
                  to->x + (by->x - to->x) * 2 / 3, to->y + (by->y - to->y) * 2 / 3, to->x, to->y);
  cairo_stroke (cr);
}

/* Bows between the middles of what the hand went through: no corners. */
static void
draw_stroke (GArray *stroke, cairo_t *cr)
{
  const Point *points = (const Point *) (gconstpointer) stroke->data;
  Point from = points[0];

  if (stroke->len == 1)
    {
      cairo_arc (cr, from.x, from.y, from.width, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }
  for (guint i = 1; i < stroke->len; i++)
    {
      Point to = i + 1 < stroke->len ? get_middle (&points[i], &points[i + 1]) : points[i];

      draw_bow (cr, &from, &points[i], &to);
      from = to;
    }
}

void
bh_signature_draw (BhSignature *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->strokes->len; i++)
    draw_stroke (g_ptr_array_index (self->strokes, i), cr);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
pack (cairo_surface_t *surface)
{
  GByteArray *bytes = g_byte_array_new ();

  cairo_surface_write_to_png_stream (surface, write_cb, bytes);

  return g_byte_array_free_to_bytes (bytes);
}

/* A white sheet for what lies in @x, @y, @width, @height, with @cr on it. */
static cairo_surface_t *
create_sheet (double x, double y, double width, double height, cairo_t **cr)
{
  double scale
      = MIN (SCALE, MIN (MAX_WIDTH / (width + 2 * MARGIN), MAX_HEIGHT / (height + 2 * MARGIN)));
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ((width + 2 * MARGIN) * scale),
                                    (int) ((height + 2 * MARGIN) * scale));

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  cairo_scale (*cr, scale, scale);
  cairo_translate (*cr, MARGIN - x, MARGIN - y);
  cairo_set_source_rgb (*cr, 0, 0, 0);

  return surface;
}

static GBytes *
finish_sheet (cairo_surface_t *surface, cairo_t *cr)
{
  GBytes *bytes;

  cairo_destroy (cr);
  bytes = pack (surface);
  cairo_surface_destroy (surface);

  return bytes;
}

GBytes *
bh_signature_render (BhSignature *self)
{
  double x, y, width, height;
  cairo_surface_t *record, *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, NULL);

  if (bh_signature_is_empty (self))
    return NULL;
  record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (record);
  bh_signature_draw (self, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (record, &x, &y, &width, &height);
  cairo_surface_destroy (record);

  surface = create_sheet (x, y, width, height, &cr);
  bh_signature_draw (self, cr);

  return finish_sheet (surface, cr);
}

GBytes *
bh_signature_render_name (const char *name)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (NAME_FONT);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle ink;
  cairo_surface_t *probe, *surface;
  cairo_t *cr;

  g_return_val_if_fail (name != NULL, NULL);

  probe = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cr = cairo_create (probe);
  layout = pango_cairo_create_layout (cr);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, name, -1);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (probe);

  surface = create_sheet (ink.x, ink.y, ink.width, ink.height, &cr);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_show_layout (cr, layout);

  return finish_sheet (surface, cr);
}
