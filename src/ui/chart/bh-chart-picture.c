/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-picture.h"

#include "ui/chart/bh-chart-theme.h"

void
bh_chart_picture_clear (BhChartPicture *self)
{
  g_clear_object (&self->chart);
  g_clear_pointer (&self->selected, g_free);
  bh_chart_picture_forget_style (self);
}

void
bh_chart_picture_set_chart (BhChartPicture *self, BhChart *chart)
{
  g_set_object (&self->chart, chart);
  bh_chart_picture_set_selected (self, NULL);
}

void
bh_chart_picture_set_selected (BhChartPicture *self, const gboolean *selected)
{
  g_clear_pointer (&self->selected, g_free);
  if (self->chart != NULL && selected != NULL)
    self->selected = g_memdup2 (selected, bh_chart_get_n_marks (self->chart) * sizeof (gboolean));
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

void
bh_chart_picture_forget_style (BhChartPicture *self)
{
  g_clear_pointer (&self->style, bh_chart_style_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

const BhChartStyle *
bh_chart_picture_get_style (BhChartPicture *self, GtkWidget *widget)
{
  if (self->style == NULL)
    self->style = bh_chart_theme_new_style (widget);

  return self->style;
}

static void
get_bounds (GtkWidget *widget, graphene_rect_t *bounds)
{
  *bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                (float) gtk_widget_get_height (widget));
}

/* As vectors, so that it is sharp whatever the display's scale is. */
static GskRenderNode *
draw (BhChartPicture *self, GtkWidget *widget, const graphene_rect_t *bounds)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  if (self->selected != NULL)
    bh_chart_draw_selection (self->chart, cr, self->selected, (double) bounds->size.width,
                             (double) bounds->size.height,
                             bh_chart_picture_get_style (self, widget));
  else
    bh_chart_draw (self->chart, cr, (double) bounds->size.width, (double) bounds->size.height,
                   bh_chart_picture_get_style (self, widget));
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
is_drawn (BhChartPicture *self, const graphene_rect_t *bounds)
{
  graphene_rect_t drawn;

  if (self->node == NULL)
    return FALSE;
  gsk_render_node_get_bounds (self->node, &drawn);

  return graphene_rect_equal (&drawn, bounds);
}

void
bh_chart_picture_snapshot (BhChartPicture *self, GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds;

  get_bounds (widget, &bounds);
  if (self->chart == NULL || bounds.size.width <= 0 || bounds.size.height <= 0)
    return;
  if (!is_drawn (self, &bounds))
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = draw (self, widget, &bounds);
    }
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

void
bh_chart_picture_snapshot_cursor (
    BhChartPicture *self, GtkWidget *widget, GtkSnapshot *snapshot, guint mark, gboolean focused)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  get_bounds (widget, &bounds);
  if (self->chart == NULL || bounds.size.width <= 0 || bounds.size.height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  bh_chart_draw_cursor (self->chart, cr, mark, focused, (double) bounds.size.width,
                        (double) bounds.size.height, bh_chart_picture_get_style (self, widget));
  cairo_destroy (cr);
}
