/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-pages.h"

#include "base/bh-i18n.h"
#include "draw/bh-paper-cells.h"

#include <float.h>
#include <string.h>

/* Printers do not reach the edge of the paper. */
#define MARGIN 40
#define FOOT 22
#define RUNNING_HEAD 16
#define TITLE_SPACE 6
/* Of a text that goes on over several pages. */
#define LEAST_PART 70
/* So much smaller letters are still read. */
#define LEAST_SHRINK 0.84
#define SHRINK_STEP 0.04

/* A row, or a part of one, on its page. */
typedef struct
{
  guint row;
  guint page;
  double y;
  double height;
  int ranges; /* index of that of its first cell, -1: it stands there whole */
} Place;

struct _BhPaperPages
{
  BhPaper *paper; /* (owned) */
  double width;
  double height; /* BH_PAPER_ENDLESS while it is being set */
  BhPaperPen pen;
  GArray *places;  /* (owned) (element-type Place) */
  GArray *ranges;  /* (owned) (element-type BhPaperRange) */
  double *heights; /* (owned): of each row, below 0: not measured yet */
  guint next;      /* row */
  guint page;      /* where it goes */
  double y;
  gboolean is_empty; /* nothing of the paper's own stands on the page yet */
};

static double
get_bottom (BhPaperPages *self)
{
  return self->height < 0 ? DBL_MAX : self->height - MARGIN - FOOT;
}

static double
get_top (guint page)
{
  return page == 0 ? MARGIN : MARGIN + RUNNING_HEAD;
}

/* Of row @i, as a whole. */
static double
get_height (BhPaperPages *self, guint i)
{
  if (self->heights[i] < 0)
    self->heights[i] = bh_paper_pen_measure (&self->pen, bh_paper_get_row (self->paper, i), NULL);

  return self->heights[i];
}

/* What a further page has for rows, below its small head and the titles of the table. */
static double
get_room (BhPaperPages *self, const BhPaperRow *row)
{
  double head = row->head >= 0 ? get_height (self, (guint) row->head) : 0;

  return get_bottom (self) - get_top (1) - head;
}

static void
place (BhPaperPages *self, guint row, double height, int ranges)
{
  Place new = { row, self->page, self->y, height, ranges };

  g_array_append_val (self->places, new);
  self->y += height;
}

static void
turn_page (BhPaperPages *self, const BhPaperRow *row)
{
  self->page++;
  self->y = get_top (self->page);
  self->is_empty = TRUE;
  if (row->head >= 0)
    place (
        self, (guint) row->head,
        bh_paper_pen_measure (&self->pen, bh_paper_get_row (self->paper, (guint) row->head), NULL),
        -1);
}

/* Of a row that is higher than a page some lines are enough, the others go on there. */
static double
get_need (BhPaperPages *self, guint i)
{
  double height = get_height (self, i);

  return height > get_room (self, bh_paper_get_row (self->paper, i)) ? LEAST_PART : height;
}

/* What row @i needs on its page, with what must stand there with it. */
static double
measure_group (BhPaperPages *self, guint i)
{
  const BhPaperRow *first = bh_paper_get_row (self->paper, i);
  double alone = get_need (self, i), sum = alone;

  for (const BhPaperRow *row = first; row->keep && i + 1 < self->paper->rows->len;)
    {
      row = bh_paper_get_row (self->paper, ++i);
      sum += row->space + get_need (self, i);
    }

  return sum > get_room (self, first) ? alone : sum;
}

/* A row that is higher than a page goes on over several. */
static void
place_in_parts (BhPaperPages *self, guint i)
{
  const BhPaperRow *row = bh_paper_get_row (self->paper, i);
  guint n = row->cells->len;
  g_autofree BhPaperRange *ranges = g_new (BhPaperRange, n);
  gboolean more = TRUE;

  for (guint j = 0; j < n; j++)
    ranges[j] = (BhPaperRange){ 0, -1 };
  while (more)
    {
      int first = (int) self->ranges->len;

      more = bh_paper_pen_cut (&self->pen, row, ranges, get_bottom (self) - self->y);
      g_array_append_vals (self->ranges, ranges, n);
      place (self, i, bh_paper_pen_measure (&self->pen, row, ranges), first);
      for (guint j = 0; j < n; j++)
        {
          const BhPaperCell *cell = &g_array_index (row->cells, BhPaperCell, j);
          int end = cell->text != NULL ? (int) strlen (cell->text) : 0;

          ranges[j] = (BhPaperRange){ ranges[j].to < 0 ? end : ranges[j].to, -1 };
        }
      if (more)
        turn_page (self, row);
    }
}

static void
place_row (BhPaperPages *self, guint i)
{
  const BhPaperRow *row = bh_paper_get_row (self->paper, i);
  double height = get_height (self, i);
  double space = self->is_empty ? 0 : row->space;

  if (!self->is_empty && self->y + space + measure_group (self, i) > get_bottom (self))
    {
      turn_page (self, row);
      space = 0;
    }
  self->y += space;
  if (self->y + height > get_bottom (self))
    place_in_parts (self, i);
  else
    place (self, i, height, -1);
  self->is_empty = FALSE;
}

/* The title, and opposite to it what the paper is called by. */
static double
draw_title (BhPaperPages *self, cairo_t *cr)
{
  BhPaper *paper = self->paper;
  g_autoptr (PangoLayout) title
      = bh_paper_pen_make_layout (&self->pen, paper->title, BH_PAPER_TITLE);
  g_autoptr (PangoLayout) corner = bh_paper_pen_make_layout (
      &self->pen, paper->corner != NULL ? paper->corner : "", BH_PAPER_LARGE);
  PangoRectangle size, corner_size;
  double left = self->pen.width;

  pango_layout_get_extents (corner, NULL, &corner_size);
  if (paper->corner != NULL)
    left -= (double) corner_size.width / PANGO_SCALE + 2 * TITLE_SPACE;
  pango_layout_set_width (title, (int) (MAX (left, self->pen.width / 4) * PANGO_SCALE));
  if (paper->corner == NULL)
    pango_layout_set_alignment (title, PANGO_ALIGN_CENTER);
  pango_layout_get_extents (title, NULL, &size);
  if (cr != NULL)
    {
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, MARGIN, MARGIN);
      pango_cairo_show_layout (cr, title);
      cairo_move_to (
          cr, MARGIN + self->pen.width - (double) corner_size.width / PANGO_SCALE,
          MARGIN
              + (double) (pango_layout_get_baseline (title) - pango_layout_get_baseline (corner))
                    / PANGO_SCALE);
      pango_cairo_show_layout (cr, corner);
    }

  return (double) size.height / PANGO_SCALE;
}

static void
begin (BhPaperPages *self, double scale)
{
  bh_paper_pen_clear (&self->pen);
  bh_paper_pen_init (&self->pen, scale, self->width - 2 * MARGIN);
  g_array_set_size (self->places, 0);
  g_array_set_size (self->ranges, 0);
  for (guint i = 0; i < self->paper->rows->len; i++)
    self->heights[i] = -1;
  self->next = 0;
  self->page = 0;
  self->y = MARGIN + draw_title (self, NULL) + TITLE_SPACE;
  /* The title keeps what stands below it. */
  self->is_empty = TRUE;
}

static void
set_rows (BhPaperPages *self, guint n_rows)
{
  guint end
      = n_rows < self->paper->rows->len - self->next ? self->next + n_rows : self->paper->rows->len;

  for (; self->next < end; self->next++)
    place_row (self, self->next);
}

/* Somewhat smaller letters, where that saves the second page. */
static void
shrink (BhPaperPages *self)
{
  double scale = self->paper->scale;

  for (double factor = 1 - SHRINK_STEP; self->page == 1 && factor >= LEAST_SHRINK;
       factor -= SHRINK_STEP)
    {
      begin (self, scale * factor);
      set_rows (self, G_MAXUINT);
    }
  if (self->page == 0)
    return;
  begin (self, scale);
  set_rows (self, G_MAXUINT);
}

BhPaperPages *
bh_paper_pages_begin (BhPaper *paper, double width, double height)
{
  BhPaperPages *self;

  g_return_val_if_fail (paper != NULL && width > 4 * MARGIN, NULL);

  self = g_new0 (BhPaperPages, 1);
  self->paper = bh_paper_ref (paper);
  self->width = width;
  self->height = height;
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (BhPaperRange));
  self->heights = g_new (double, paper->rows->len);
  begin (self, paper->scale);

  return self;
}

gboolean
bh_paper_pages_go_on (BhPaperPages *self, guint n_rows)
{
  g_return_val_if_fail (self != NULL, TRUE);

  set_rows (self, n_rows);
  if (self->next < self->paper->rows->len)
    return FALSE;
  if (self->paper->shrink && self->page == 1)
    shrink (self);
  if (self->height < 0)
    self->height = self->y + MARGIN + FOOT;

  return TRUE;
}

BhPaperPages *
bh_paper_pages_new (BhPaper *paper, double width, double height)
{
  BhPaperPages *self = bh_paper_pages_begin (paper, width, height);

  if (self != NULL)
    bh_paper_pages_go_on (self, G_MAXUINT);

  return self;
}

void
bh_paper_pages_free (BhPaperPages *self)
{
  bh_paper_pen_clear (&self->pen);
  g_array_unref (self->places);
  g_array_unref (self->ranges);
  g_free (self->heights);
  bh_paper_unref (self->paper);
  g_free (self);
}

guint
bh_paper_pages_get_n (BhPaperPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->page + 1;
}

double
bh_paper_pages_get_height (BhPaperPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

static void
draw_note (
    BhPaperPages *self, cairo_t *cr, const char *text, double y, PangoAlignment align, double share)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL || *text == '\0')
    return;
  layout = bh_paper_pen_make_layout (&self->pen, text, BH_PAPER_NOTE);
  pango_layout_set_width (layout, (int) (self->pen.width * share * PANGO_SCALE));
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, align);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (cr,
                 MARGIN
                     + self->pen.width * (1 - share)
                           * (align == PANGO_ALIGN_LEFT     ? 0
                              : align == PANGO_ALIGN_CENTER ? 0.5
                                                            : 1),
                 y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_frame (BhPaperPages *self, guint page, cairo_t *cr)
{
  BhPaper *paper = self->paper;
  double foot = self->height - MARGIN - FOOT / 2.0;

  if (page == 0)
    draw_title (self, cr);
  else
    {
      draw_note (self, cr, paper->title, MARGIN, PANGO_ALIGN_LEFT, 0.6);
      draw_note (self, cr, paper->corner, MARGIN, PANGO_ALIGN_RIGHT, 0.35);
    }
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, MARGIN, foot - 3);
  cairo_line_to (cr, MARGIN + self->pen.width, foot - 3);
  cairo_stroke (cr);
  draw_note (self, cr, paper->start, foot, PANGO_ALIGN_LEFT, 0.38);
  draw_note (self, cr, paper->end, foot, PANGO_ALIGN_RIGHT, 0.38);
  if (bh_paper_pages_get_n (self) > 1)
    {
      /* Translators: foot of a page: its number, and how many there are */
      g_autofree char *number
          = g_strdup_printf (_ ("Page %u of %u"), page + 1, bh_paper_pages_get_n (self));

      draw_note (self, cr, number, foot, PANGO_ALIGN_CENTER, 0.2);
    }
}

void
bh_paper_pages_draw (BhPaperPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < bh_paper_pages_get_n (self));

  cairo_save (cr);
  draw_frame (self, page, cr);
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *at = &g_array_index (self->places, Place, i);

      if (at->page == page)
        bh_paper_pen_draw (
            &self->pen, bh_paper_get_row (self->paper, at->row),
            at->ranges < 0 ? NULL : &g_array_index (self->ranges, BhPaperRange, (guint) at->ranges),
            cr, MARGIN, at->y, at->height);
    }
  cairo_restore (cr);
}

char *
bh_paper_pages_dup_text (BhPaperPages *self, guint page)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *at = &g_array_index (self->places, Place, i);
      GArray *cells = bh_paper_get_row (self->paper, at->row)->cells;

      for (guint j = 0; at->page == page && j < cells->len; j++)
        {
          const char *text = g_array_index (cells, BhPaperCell, j).text;
          BhPaperRange whole = { 0, -1 };
          const BhPaperRange *range = at->ranges < 0 ? &whole
                                                     : &g_array_index (self->ranges, BhPaperRange,
                                                                       (guint) at->ranges + j);

          if (text == NULL)
            continue;
          if (range->to < 0)
            g_string_append (out, text + range->from);
          else
            g_string_append_len (out, text + range->from, range->to - range->from);
          g_string_append_c (out, '\n');
        }
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
