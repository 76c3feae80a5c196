/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-builder.h"

/* What is left of marks that are not selected. */
#define UNSELECTED 0.28

/* Built once from data, then drawn at any size and in any style, by one thread at a time. */
typedef struct
{
  char *title;               /* (owned) */
  char *subtitle;            /* (owned) */
  char *empty_text;          /* (owned) (nullable) */
  GPtrArray *marks;          /* (owned) (element-type BhChartMark) */
  BhChartTable *table;       /* (owned) (nullable) */
  const BhChartSizes *sizes; /* (nullable): there is only this one */
  gpointer sizes_data;       /* (owned by sizes_destroy) */
  GDestroyNotify sizes_destroy;
} BhChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BhChart, bh_chart, G_TYPE_OBJECT)

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
free_mark (gpointer data)
{
  BhChartMark *mark = data;

  g_free (mark->label);
  g_free (mark->value_text);
  g_free (mark->filter);
  g_free (mark->brush);
  g_free (mark);
}

static gboolean
bh_chart_real_is_empty (BhChart *self)
{
  return bh_chart_get_n_marks (self) == 0;
}

static void
bh_chart_real_trace_mark (
    BhChart *self, cairo_t *cr, guint i, double width, double height, const BhChartStyle *style)
{
  BhChartArea area;

  if (bh_chart_get_mark_area (self, i, width, height, style, &area))
    cairo_rectangle (cr, area.x, area.y, area.width, area.height);
}

static int
bh_chart_real_hit (
    BhChart *self, double x, double y, double width, double height, const BhChartStyle *style)
{
  for (guint i = bh_chart_get_n_marks (self); i-- > 0;)
    {
      BhChartArea area;

      if (bh_chart_get_mark_area (self, i, width, height, style, &area) && x >= area.x
          && x < area.x + area.width && y >= area.y && y < area.y + area.height)
        return (int) i;
    }

  return -1;
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

static void
bh_chart_real_draw_cursor (BhChart *self,
                           cairo_t *cr,
                           guint i,
                           gboolean focused,
                           double width,
                           double height,
                           const BhChartStyle *style)
{
  const BhChartPalette *palette = bh_chart_palette_get (style->palette);
  BhChartFrame frame = { .em = bh_chart_style_get_em (style), .palette = palette };
  double line = bh_chart_frame_get_line (&frame, 2);
  BhChartArea area;

  if (!bh_chart_get_mark_area (self, i, width, height, style, &area))
    return;

  trace_cursor (cr, &area, line / 2, 6);
  bh_chart_color_use (&palette->text, cr, 0.07);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, focused ? line : 1);
  bh_chart_color_use (focused ? &palette->roles[BH_CHART_ROLE_VALUE] : &palette->axis, cr,
                      focused ? 1 : 0.5);
  cairo_stroke (cr);
}

static int
bh_chart_real_move (BhChart *self, guint mark, BhChartMove move)
{
  guint last = bh_chart_get_n_marks (self) - 1;

  switch (move)
    {
    case BH_CHART_MOVE_PREVIOUS:
      return mark > 0 ? (int) mark - 1 : 0;
    case BH_CHART_MOVE_NEXT:
      return (int) MIN (mark + 1, last);
    case BH_CHART_MOVE_FIRST:
      return 0;
    case BH_CHART_MOVE_LAST:
      return (int) last;
    case BH_CHART_MOVE_UP:
    case BH_CHART_MOVE_DOWN:
      return -1;
    default:
      g_assert_not_reached ();
    }
}

static double
bh_chart_real_get_wanted_height (BhChart *self, double width, const BhChartStyle *style)
{
  return 0;
}

static void
bh_chart_finalize (GObject *object)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (BH_CHART (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->empty_text);
  g_ptr_array_unref (priv->marks);
  bh_chart_table_free (priv->table);
  if (priv->sizes_destroy != NULL)
    priv->sizes_destroy (priv->sizes_data);

  G_OBJECT_CLASS (bh_chart_parent_class)->finalize (object);
}

static void
bh_chart_class_init (BhChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_chart_finalize;

  klass->is_empty = bh_chart_real_is_empty;
  klass->trace_mark = bh_chart_real_trace_mark;
  klass->hit = bh_chart_real_hit;
  klass->draw_cursor = bh_chart_real_draw_cursor;
  klass->move = bh_chart_real_move;
  klass->get_wanted_height = bh_chart_real_get_wanted_height;
}

static void
bh_chart_init (BhChart *self)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  priv->marks = g_ptr_array_new_with_free_func (free_mark);
}

void
bh_chart_set_titles (BhChart *self, const char *title, const char *subtitle)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);
  const char *headings[] = { NULL };

  g_return_if_fail (BH_IS_CHART (self) && title != NULL);

  g_free (priv->title);
  priv->title = g_strdup (title);
  g_free (priv->subtitle);
  priv->subtitle = g_strdup (subtitle != NULL ? subtitle : "");
  if (priv->table == NULL)
    priv->table = bh_chart_table_new (title, headings);
}

void
bh_chart_set_empty_text (BhChart *self, const char *text)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_if_fail (BH_IS_CHART (self));

  g_free (priv->empty_text);
  priv->empty_text = g_strdup (text);
}

const char *
bh_chart_get_empty_text (BhChart *self)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return priv->empty_text;
}

void
bh_chart_add_mark (BhChart *self, const char *label, const char *value_text, const char *filter)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);
  BhChartMark *mark;

  g_return_if_fail (BH_IS_CHART (self) && label != NULL);

  mark = g_new0 (BhChartMark, 1);
  mark->label = g_strdup (label);
  mark->value_text = g_strdup (value_text);
  mark->filter = g_strdup (filter);
  g_ptr_array_add (priv->marks, mark);
}

void
bh_chart_set_mark_brush (BhChart *self, guint i, const char *brush)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);
  BhChartMark *mark;

  g_return_if_fail (BH_IS_CHART (self) && i < priv->marks->len);

  mark = g_ptr_array_index (priv->marks, i);
  g_free (mark->brush);
  mark->brush = g_strdup (brush);
}

void
bh_chart_take_table (BhChart *self, BhChartTable *table)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_if_fail (BH_IS_CHART (self) && table != NULL);

  bh_chart_table_free (priv->table);
  priv->table = table;
}

void
bh_chart_set_sizes (BhChart *self, const BhChartSizes *sizes, gpointer data, GDestroyNotify destroy)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_if_fail (BH_IS_CHART (self) && sizes != NULL && priv->sizes == NULL);

  priv->sizes = sizes;
  priv->sizes_data = data;
  priv->sizes_destroy = destroy;
}

guint
bh_chart_count_fitting (BhChart *self, double width, const BhChartStyle *style)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_val_if_fail (BH_IS_CHART (self) && style != NULL, 0);

  return priv->sizes != NULL ? priv->sizes->count (priv->sizes_data, width, style)
                             : priv->marks->len;
}

double
bh_chart_get_wanted_height (BhChart *self, double width, const BhChartStyle *style)
{
  g_return_val_if_fail (BH_IS_CHART (self) && style != NULL, 0);

  if (bh_chart_is_empty (self))
    return 0;

  return BH_CHART_GET_CLASS (self)->get_wanted_height (self, width, style);
}

BhChart *
bh_chart_fit (BhChart *self, double width, const BhChartStyle *style)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);
  guint n_marks = bh_chart_count_fitting (self, width, style);

  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return n_marks == priv->marks->len ? g_object_ref (self)
                                     : priv->sizes->make (priv->sizes_data, n_marks);
}

const char *
bh_chart_get_title (BhChart *self)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return priv->title;
}

const char *
bh_chart_get_subtitle (BhChart *self)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return priv->subtitle;
}

guint
bh_chart_get_n_marks (BhChart *self)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_val_if_fail (BH_IS_CHART (self), 0);

  return priv->marks->len;
}

const BhChartMark *
bh_chart_get_mark (BhChart *self, guint i)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return i < priv->marks->len ? g_ptr_array_index (priv->marks, i) : NULL;
}

const BhChartTable *
bh_chart_get_table (BhChart *self)
{
  BhChartPrivate *priv = bh_chart_get_instance_private (self);

  g_return_val_if_fail (BH_IS_CHART (self), NULL);

  return priv->table;
}

gboolean
bh_chart_is_empty (BhChart *self)
{
  g_return_val_if_fail (BH_IS_CHART (self), TRUE);

  return BH_CHART_GET_CLASS (self)->is_empty (self);
}

void
bh_chart_draw (BhChart *self, cairo_t *cr, double width, double height, const BhChartStyle *style)
{
  g_return_if_fail (BH_IS_CHART (self) && cr != NULL && style != NULL);

  if (!(width > 0 && height > 0))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (!style->transparent)
    {
      bh_chart_color_use (&bh_chart_palette_get (style->palette)->background, cr, 1);
      cairo_paint (cr);
    }
  cairo_new_path (cr);
  BH_CHART_GET_CLASS (self)->draw (self, cr, width, height, style);
  cairo_restore (cr);
}

/* Takes away most of what was drawn of the marks that are not selected, down to what is behind. */
static void
pale_others (BhChart *self,
             cairo_t *cr,
             const gboolean *selected,
             double width,
             double height,
             const BhChartStyle *style)
{
  cairo_new_path (cr);
  for (guint i = 0; i < bh_chart_get_n_marks (self); i++)
    if (!selected[i])
      BH_CHART_GET_CLASS (self)->trace_mark (self, cr, i, width, height, style);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgba (cr, 0, 0, 0, 1 - UNSELECTED);
  cairo_fill (cr);
}

void
bh_chart_draw_selection (BhChart *self,
                         cairo_t *cr,
                         const gboolean *selected,
                         double width,
                         double height,
                         const BhChartStyle *style)
{
  g_autoptr (BhChartStyle) upon = NULL;

  g_return_if_fail (BH_IS_CHART (self) && cr != NULL && selected != NULL && style != NULL);

  if (!(width > 0 && height > 0))
    return;
  upon = bh_chart_style_copy (style);
  upon->transparent = TRUE;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (!style->transparent)
    {
      bh_chart_color_use (&bh_chart_palette_get (style->palette)->background, cr, 1);
      cairo_paint (cr);
    }
  cairo_push_group (cr);
  bh_chart_draw (self, cr, width, height, upon);
  if (!bh_chart_is_empty (self))
    pale_others (self, cr, selected, width, height, upon);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_restore (cr);
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

  if (i >= bh_chart_get_n_marks (self) || bh_chart_is_empty (self))
    return FALSE;

  return BH_CHART_GET_CLASS (self)->get_mark_area (self, i, width, height, style, area);
}

int
bh_chart_hit (
    BhChart *self, double x, double y, double width, double height, const BhChartStyle *style)
{
  g_return_val_if_fail (BH_IS_CHART (self) && style != NULL, -1);

  if (bh_chart_is_empty (self))
    return -1;

  return BH_CHART_GET_CLASS (self)->hit (self, x, y, width, height, style);
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
  g_return_if_fail (BH_IS_CHART (self) && cr != NULL && style != NULL);

  if (i >= bh_chart_get_n_marks (self) || bh_chart_is_empty (self))
    return;
  cairo_save (cr);
  BH_CHART_GET_CLASS (self)->draw_cursor (self, cr, i, focused, width, height, style);
  cairo_restore (cr);
}

int
bh_chart_move (BhChart *self, guint mark, BhChartMove move)
{
  g_return_val_if_fail (BH_IS_CHART (self) && mark < bh_chart_get_n_marks (self), -1);

  return BH_CHART_GET_CLASS (self)->move (self, mark, move);
}
