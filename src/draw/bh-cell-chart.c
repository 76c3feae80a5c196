/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-cell-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-head.h"

/* In ems: below the head. */
#define HEAD_SPACE 0.5
/* In ems: above the count of what is not shown. */
#define REST_SPACE 0.2
/* In ems: on both sides of a number in a cell. */
#define NUMBER_SPACE 0.3
/* Of the height of a line of text: digits with a little space. */
#define DIGITS_SHARE 0.78
/* In ems: title, subtitle, legend and margins; and what of a long chart is enough on a page. */
#define HEAD_HEIGHT 5
#define HEAD_HEIGHT_UNTITLED 3.2
#define MOST_WANTED 64

typedef struct
{
  guint row;
  guint column;
} Place;

typedef struct
{
  GArray *places;  /* (owned) (element-type Place): one a mark */
  GPtrArray *keys; /* (owned) (element-type BhChartKey) */

  /* Of the last drawing. */
  double width;
  double height;
  BhChartStyle *style; /* (owned) (nullable) */
  BhChartHead *head;   /* (owned) (nullable) */
  BhChartPalette palette;
  BhCellPage page;
} BhCellChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BhCellChart, bh_cell_chart, BH_TYPE_CHART)

static void
forget_page (BhCellChartPrivate *priv)
{
  g_clear_pointer (&priv->style, bh_chart_style_free);
  g_clear_pointer (&priv->head, bh_chart_head_free);
  g_clear_object (&priv->page.context);
  g_clear_pointer (&priv->page.areas, g_free);
}

static void
place_head (BhCellChart *self, BhCellChartPrivate *priv)
{
  BhChart *chart = BH_CHART (self);
  BhChartFrame *frame = &priv->page.frame;
  double margin = bh_chart_head_get_margin (frame->em), bottom = priv->height - 0.7 * margin;
  BhChartHeadPart part;

  priv->head = bh_chart_head_new (bh_chart_get_title (chart), bh_chart_get_subtitle (chart),
                                  priv->keys, priv->page.context, priv->style, priv->width);
  part = bh_chart_head_get_first (priv->head);
  frame->plot.y = bh_chart_head_place (priv->head, part);
  while (bh_chart_head_wants_less (priv->head, bottom - frame->plot.y, priv->height))
    frame->plot.y = bh_chart_head_place (priv->head, --part);
  if (frame->plot.y > margin)
    frame->plot.y += HEAD_SPACE * frame->em;
  frame->plot.height = MAX (bottom - frame->plot.y, 1);
  frame->plot.x = margin;
  frame->plot.width = MAX (priv->width - 2 * margin, 1);
}

static void
make_page (BhCellChart *self, double width, double height, const BhChartStyle *style)
{
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (self);
  BhCellPage *page = &priv->page;

  forget_page (priv);
  priv->width = width;
  priv->height = height;
  priv->style = bh_chart_style_copy (style);
  bh_chart_palette_for_style (&priv->palette, style);
  page->context = bh_chart_text_context (style);
  page->frame = (BhChartFrame){ .em = bh_chart_style_get_em (style),
                                .rtl = style->rtl,
                                .palette = &priv->palette };
  page->n_areas = bh_chart_get_n_marks (BH_CHART (self));
  page->areas = g_new0 (BhChartArea, page->n_areas);
  place_head (self, priv);
  if (!bh_chart_is_empty (BH_CHART (self)))
    BH_CELL_CHART_GET_CLASS (self)->place (self, page);
}

const BhCellPage *
bh_cell_chart_get_page (BhCellChart *self, double width, double height, const BhChartStyle *style)
{
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (self);

  g_return_val_if_fail (BH_IS_CELL_CHART (self) && style != NULL, NULL);

  if (priv->style == NULL || priv->width != width || priv->height != height
      || !bh_chart_style_equal (priv->style, style))
    make_page (self, width, height, style);

  return &priv->page;
}

static void
bh_cell_chart_draw (
    BhChart *chart, cairo_t *cr, double width, double height, const BhChartStyle *style)
{
  BhCellChart *self = BH_CELL_CHART (chart);
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (self);
  const BhCellPage *page = bh_cell_chart_get_page (self, width, height, style);
  const char *empty_text = bh_chart_get_empty_text (chart);

  bh_chart_head_draw (priv->head, cr, &page->frame);
  if (!bh_chart_is_empty (chart))
    BH_CELL_CHART_GET_CLASS (self)->draw_cells (self, cr, page);
  else if (empty_text != NULL)
    bh_chart_text_draw_note (page->context, cr, empty_text, &page->frame.plot,
                             &page->frame.palette->dim);
}

static gboolean
bh_cell_chart_get_mark_area (BhChart *chart,
                             guint i,
                             double width,
                             double height,
                             const BhChartStyle *style,
                             BhChartArea *area)
{
  *area = bh_cell_chart_get_page (BH_CELL_CHART (chart), width, height, style)->areas[i];

  return area->width > 0;
}

/* Whether it can be seen; before anything was drawn, all can. */
static gboolean
is_shown (BhCellChartPrivate *priv, guint mark)
{
  return priv->page.areas == NULL || priv->page.areas[mark].width > 0;
}

/* In the order of reading, over those that are not shown. */
static guint
walk (BhCellChartPrivate *priv, guint mark, int step)
{
  for (int i = (int) mark + step; i >= 0 && i < (int) priv->places->len; i += step)
    if (is_shown (priv, (guint) i))
      return (guint) i;

  return mark;
}

/* To the nearest row that has something, there to the nearest column. */
static guint
climb (BhCellChartPrivate *priv, guint mark, int step)
{
  const Place *from = &g_array_index (priv->places, Place, mark);
  guint best = mark, best_rows = G_MAXUINT, best_columns = G_MAXUINT;

  for (guint i = 0; i < priv->places->len; i++)
    {
      const Place *to = &g_array_index (priv->places, Place, i);
      int rows = ((int) to->row - (int) from->row) * step;
      guint columns = (guint) ABS ((int) to->column - (int) from->column);

      if (rows <= 0 || !is_shown (priv, i) || (guint) rows > best_rows
          || ((guint) rows == best_rows && columns >= best_columns))
        continue;
      best = i;
      best_rows = (guint) rows;
      best_columns = columns;
    }

  return best;
}

static int
bh_cell_chart_move (BhChart *chart, guint mark, BhChartMove move)
{
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (BH_CELL_CHART (chart));
  guint last = priv->places->len - 1;

  switch (move)
    {
    case BH_CHART_MOVE_PREVIOUS:
      return (int) walk (priv, mark, -1);
    case BH_CHART_MOVE_NEXT:
      return (int) walk (priv, mark, 1);
    case BH_CHART_MOVE_UP:
      return (int) climb (priv, mark, -1);
    case BH_CHART_MOVE_DOWN:
      return (int) climb (priv, mark, 1);
    case BH_CHART_MOVE_FIRST:
      return is_shown (priv, 0) ? 0 : (int) walk (priv, 0, 1);
    case BH_CHART_MOVE_LAST:
      return is_shown (priv, last) ? (int) last : (int) walk (priv, last, -1);
    default:
      g_assert_not_reached ();
    }
}

static double
bh_cell_chart_real_get_wanted_ems (BhCellChart *self, double width)
{
  return 0;
}

static double
bh_cell_chart_get_wanted_height (BhChart *chart, double width, const BhChartStyle *style)
{
  BhCellChart *self = BH_CELL_CHART (chart);
  double em = bh_chart_style_get_em (style);
  double cells = BH_CELL_CHART_GET_CLASS (self)->get_wanted_ems (self, width / em);

  if (cells <= 0)
    return 0;

  return em * MIN (cells + (style->untitled ? HEAD_HEIGHT_UNTITLED : HEAD_HEIGHT), MOST_WANTED);
}

static void
bh_cell_chart_finalize (GObject *object)
{
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (BH_CELL_CHART (object));

  forget_page (priv);
  g_array_unref (priv->places);
  g_ptr_array_unref (priv->keys);

  G_OBJECT_CLASS (bh_cell_chart_parent_class)->finalize (object);
}

static void
bh_cell_chart_class_init (BhCellChartClass *klass)
{
  BhChartClass *chart_class = BH_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_cell_chart_finalize;

  chart_class->draw = bh_cell_chart_draw;
  chart_class->get_mark_area = bh_cell_chart_get_mark_area;
  chart_class->move = bh_cell_chart_move;
  chart_class->get_wanted_height = bh_cell_chart_get_wanted_height;

  klass->get_wanted_ems = bh_cell_chart_real_get_wanted_ems;
}

static void
bh_cell_chart_init (BhCellChart *self)
{
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (self);

  priv->places = g_array_new (FALSE, FALSE, sizeof (Place));
  priv->keys = bh_chart_keys_new ();
}

guint
bh_cell_chart_add_mark (BhCellChart *self,
                        const BhChartItem *item,
                        const char *label,
                        const char *value_text,
                        guint row,
                        guint column)
{
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (self);
  Place place = { row, column };
  guint i;

  g_return_val_if_fail (BH_IS_CELL_CHART (self) && item != NULL && label != NULL, 0);

  i = bh_chart_get_n_marks (BH_CHART (self));
  bh_chart_add_mark (BH_CHART (self), label,
                     item->value_text != NULL ? item->value_text : value_text, item->filter);
  bh_chart_set_mark_brush (BH_CHART (self), i, item->brush);
  g_array_append_val (priv->places, place);

  return i;
}

void
bh_cell_chart_add_key (BhCellChart *self,
                       BhChartLayer *layer,
                       BhChartPointFlags flags,
                       const char *text)
{
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (self);

  g_return_if_fail (BH_IS_CELL_CHART (self) && BH_IS_CHART_LAYER (layer));

  bh_chart_keys_add_layer (priv->keys, layer, flags, text);
  g_object_unref (layer);
}

void
bh_cell_chart_add_key_of_role (BhCellChart *self, BhChartRole role, const char *text)
{
  BhCellChartPrivate *priv = bh_cell_chart_get_instance_private (self);

  g_return_if_fail (BH_IS_CELL_CHART (self));

  bh_chart_keys_add_role (priv->keys, role, text);
}

void
bh_cell_page_draw_text (const BhCellPage *self,
                        cairo_t *cr,
                        const char *text,
                        BhChartTextKind kind,
                        double width,
                        double x,
                        double y,
                        double align_x,
                        double align_y,
                        const BhChartColor *color)
{
  g_autoptr (PangoLayout) layout = bh_chart_text_new (self->context, text, kind);

  if (width > 0 && bh_cell_page_measure (self, text, kind, NULL) > width)
    bh_chart_text_limit (layout, width, 1);
  bh_chart_text_draw (layout, cr, x, y, align_x, align_y, color, NULL);
}

double
bh_cell_page_measure (const BhCellPage *self,
                      const char *text,
                      BhChartTextKind kind,
                      double *height)
{
  g_autoptr (PangoLayout) layout = bh_chart_text_new (self->context, text, kind);
  double width;

  bh_chart_text_get_size (layout, &width, height);

  return width;
}

char *
bh_cell_page_dup_rest (guint n)
{
  if (n == 0)
    return NULL;

  /* Translators: below the rows of a chart that there is no room for more of */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %u more", "… and %u more", n), n);
}

void
bh_cell_page_draw_rest (const BhCellPage *self, cairo_t *cr, guint n, double y)
{
  const BhChartFrame *frame = &self->frame;
  g_autofree char *text = bh_cell_page_dup_rest (n);

  if (text != NULL)
    bh_cell_page_draw_text (self, cr, text, BH_CHART_TEXT_LABEL, frame->plot.width,
                            bh_cell_page_mirror (self, 0, 0), y + REST_SPACE * frame->em,
                            frame->rtl ? 1 : 0, 0, &frame->palette->dim);
}

gboolean
bh_cell_page_has_room (const BhCellPage *self, const char *number, double width, double height)
{
  double line, own_width = bh_cell_page_measure (self, number, BH_CHART_TEXT_VALUE, &line);

  return own_width + NUMBER_SPACE * self->frame.em <= width && line * DIGITS_SHARE <= height;
}

double
bh_cell_page_mirror (const BhCellPage *self, double x, double width)
{
  const BhChartArea *plot = &self->frame.plot;

  return self->frame.rtl ? plot->x + plot->width - x - width : plot->x + x;
}
