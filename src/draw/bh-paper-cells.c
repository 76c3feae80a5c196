/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-cells.h"

#include <math.h>
#include <string.h>

/* Between the lines around a cell and its text. */
#define PAD_X 4.5
#define PAD_Y 3.2
#define LINE_WIDTH 0.5
/* Chinese wants air between its lines. */
#define LINE_SPACING 1.15f
/* A photo beside others, and one that is alone in its row. */
#define PHOTO_HEIGHT 150
#define PHOTO_GAP 3

typedef struct
{
  double size; /* in points */
  gboolean bold;
  double grey; /* 0: black */
} Look;

static const Look looks[BH_N_PAPER_TONES] = {
  [BH_PAPER_BODY] = { 9.5, FALSE, 0 },   [BH_PAPER_STRONG] = { 9.5, TRUE, 0 },
  [BH_PAPER_LABEL] = { 9, FALSE, 0.25 }, [BH_PAPER_NOTE] = { 8, FALSE, 0.35 },
  [BH_PAPER_HEADING] = { 11, TRUE, 0 },  [BH_PAPER_TITLE] = { 18, TRUE, 0 },
  [BH_PAPER_LARGE] = { 16, TRUE, 0 },
};

/* Chinese in its own forms also where the reader's language has none. */
static PangoLanguage *
choose_language (void)
{
  PangoLanguage *language = pango_language_get_default ();

  if (pango_language_includes_script (language, PANGO_SCRIPT_HAN))
    return language;

  return pango_language_from_string ("zh-cn");
}

void
bh_paper_pen_init (BhPaperPen *self, double scale, double width)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->scale = scale;
  self->width = width;
  /* Lines must break alike on a screen, in a file and on a printer: no hints, no whole pixels. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, choose_language ());
}

void
bh_paper_pen_clear (BhPaperPen *self)
{
  g_clear_object (&self->context);
}

PangoLayout *
bh_paper_pen_make_layout (const BhPaperPen *self, const char *text, BhPaperTone tone)
{
  const Look *look = &looks[tone];
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, look->size * self->scale * PANGO_SCALE);
  if (look->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static double
get_width (const BhPaperPen *self, const BhPaperRow *row, guint i)
{
  double sum = 0;

  for (guint j = 0; j < row->cells->len; j++)
    sum += g_array_index (row->cells, BhPaperCell, j).share;

  return self->width * g_array_index (row->cells, BhPaperCell, i).share / sum;
}

/* Text without lines around it stands flush with the lines of others. */
static double
get_pad (const BhPaperPen *self, const BhPaperRow *row)
{
  return row->lined ? PAD_X * self->scale : 0;
}

/* Returns: (transfer full) (nullable) */
static PangoLayout *
make_layout (const BhPaperPen *self, const BhPaperRow *row, guint i, const BhPaperRange *ranges)
{
  static const PangoAlignment aligns[] = {
    [BH_PAPER_START] = PANGO_ALIGN_LEFT,
    [BH_PAPER_CENTER] = PANGO_ALIGN_CENTER,
    [BH_PAPER_END] = PANGO_ALIGN_RIGHT,
  };
  const BhPaperCell *cell = &g_array_index (row->cells, BhPaperCell, i);
  double width = get_width (self, row, i) - 2 * get_pad (self, row);
  g_autofree char *part = NULL;
  PangoLayout *layout;

  if (cell->text == NULL || *cell->text == '\0')
    return NULL;
  if (ranges != NULL)
    part = ranges[i].to < 0
               ? g_strdup (cell->text + ranges[i].from)
               : g_strndup (cell->text + ranges[i].from, (gsize) (ranges[i].to - ranges[i].from));
  layout = bh_paper_pen_make_layout (self, part != NULL ? part : cell->text, cell->tone);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, aligns[cell->align]);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  if (layout == NULL)
    return 0;
  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

/* Size of the photo in cell @i; 0 where there is none. */
static void
get_photo_size (
    const BhPaperPen *self, const BhPaperRow *row, guint i, double *width, double *height)
{
  const BhPaperCell *cell = &g_array_index (row->cells, BhPaperCell, i);
  double most_width = get_width (self, row, i) - 2 * MAX (get_pad (self, row), PHOTO_GAP);
  double most_height = (row->min_height > 0 ? row->min_height * 0.6 : PHOTO_HEIGHT) * self->scale;
  double factor;
  int pixels_x, pixels_y;

  *width = *height = 0;
  if (cell->photo == NULL)
    return;
  bh_paper_photo_get_size (cell->photo, &pixels_x, &pixels_y);
  factor = MIN (most_width / pixels_x, most_height / pixels_y);
  *width = pixels_x * factor;
  *height = pixels_y * factor;
}

double
bh_paper_pen_measure (const BhPaperPen *self, const BhPaperRow *row, const BhPaperRange *ranges)
{
  double most = row->min_height * self->scale;
  double pad = row->lined ? 2 * PAD_Y * self->scale : 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (self, row, i, ranges);
      double width, height;

      get_photo_size (self, row, i, &width, &height);
      if (height > 0)
        height += PHOTO_GAP;
      most = MAX (most, get_height (layout) + height + pad);
    }

  return most;
}

/* Returns: where in the text of @layout the first line begins that goes beyond @height, -1: none.
 * The first line always fits. */
static int
find_cut (PangoLayout *layout, double height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean first = TRUE;
  int result = -1;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (!first && logical.y + logical.height > height * PANGO_SCALE)
        {
          result = pango_layout_line_get_start_index (pango_layout_iter_get_line_readonly (iter));
          break;
        }
      first = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return result;
}

gboolean
bh_paper_pen_cut (const BhPaperPen *self,
                  const BhPaperRow *row,
                  BhPaperRange *ranges,
                  double height)
{
  double pad = row->lined ? 2 * PAD_Y * self->scale : 0;
  gboolean is_cut = FALSE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (self, row, i, ranges);
      int cut = layout != NULL ? find_cut (layout, height - pad) : -1;

      if (cut < 0)
        continue;
      ranges[i].to = ranges[i].from + cut;
      is_cut = TRUE;
    }

  return is_cut;
}

static void
draw_lines (
    const BhPaperPen *self, const BhPaperRow *row, cairo_t *cr, double x, double y, double h)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      double width = get_width (self, row, i);

      if (g_array_index (row->cells, BhPaperCell, i).tone == BH_PAPER_LABEL)
        {
          cairo_set_source_rgb (cr, 0.95, 0.95, 0.95);
          cairo_rectangle (cr, x, y, width, h);
          cairo_fill (cr);
        }
      cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
      cairo_set_line_width (cr, LINE_WIDTH);
      cairo_rectangle (cr, x, y, width, h);
      cairo_stroke (cr);
      x += width;
    }
}

static void
draw_cell (const BhPaperPen *self,
           const BhPaperRow *row,
           guint i,
           const BhPaperRange *ranges,
           cairo_t *cr,
           double x,
           double y,
           double height)
{
  const BhPaperCell *cell = &g_array_index (row->cells, BhPaperCell, i);
  g_autoptr (PangoLayout) layout = make_layout (self, row, i, ranges);
  double pad_x = get_pad (self, row), pad_y = row->lined ? PAD_Y * self->scale : 0;
  double photo_width, photo_height, top = y + pad_y;
  gboolean signed_box = row->min_height > 0;

  get_photo_size (self, row, i, &photo_width, &photo_height);
  if (photo_height > 0)
    {
      double left = x + (get_width (self, row, i) - photo_width) / 2;

      bh_paper_photo_draw (cell->photo, cr, left,
                           signed_box ? y + height - photo_height - pad_y : top, photo_width,
                           photo_height);
      if (!signed_box)
        top += photo_height + PHOTO_GAP;
    }
  if (layout == NULL)
    return;
  if (cell->centered)
    top = MAX (top, y + (height - get_height (layout)) / 2);
  cairo_set_source_rgb (cr, looks[cell->tone].grey, looks[cell->tone].grey, looks[cell->tone].grey);
  cairo_move_to (cr, x + pad_x, top);
  pango_cairo_show_layout (cr, layout);
}

void
bh_paper_pen_draw (const BhPaperPen *self,
                   const BhPaperRow *row,
                   const BhPaperRange *ranges,
                   cairo_t *cr,
                   double x,
                   double y,
                   double height)
{
  if (row->lined)
    draw_lines (self, row, cr, x, y, height);
  for (guint i = 0; i < row->cells->len; i++)
    {
      draw_cell (self, row, i, ranges, cr, x, y, height);
      x += get_width (self, row, i);
    }
}
