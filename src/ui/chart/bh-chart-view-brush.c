/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-view-private.h"

#include "ui/chart/bh-chart-spot.h"

void
bh_chart_view_show_brush (BhChartView *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    bh_chart_spot_set_selected (g_ptr_array_index (self->spots, i),
                                bh_chart_brush_is_selected (&self->brush, i));
  bh_chart_picture_set_selected (&self->picture, bh_chart_brush_get_selected (&self->brush));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tell_brush (BhChartView *self)
{
  const char *text = bh_chart_brush_get_text (&self->brush);

  if (g_strcmp0 (text, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_strdup (text);
  bh_chart_view_emit_brushed (self, self->told);
}

gboolean
bh_chart_view_move (BhChartView *self, BhChartMove move, gboolean selecting)
{
  int to;

  g_return_val_if_fail (BH_IS_CHART_VIEW (self), FALSE);

  if (self->spots->len == 0)
    return FALSE;
  to = bh_chart_move (self->picture.chart, self->cursor, move);
  if (to < 0 || (selecting && !bh_chart_brush_is_possible (self->picture.chart)))
    return FALSE;
  bh_chart_view_set_cursor (self, (guint) to);
  if (selecting)
    bh_chart_view_extend (self, (guint) to);
  else
    self->brush.anchor = (guint) to;

  return TRUE;
}

const char *
bh_chart_view_get_brush (BhChartView *self)
{
  g_return_val_if_fail (BH_IS_CHART_VIEW (self), NULL);

  return bh_chart_brush_get_text (&self->brush);
}

void
bh_chart_view_set_brush (BhChartView *self, const char *text)
{
  g_autoptr (BhTicketFilter) filter = text != NULL ? bh_ticket_filter_parse (text, NULL) : NULL;

  g_return_if_fail (BH_IS_CHART_VIEW (self));

  if (self->picture.chart != NULL)
    bh_chart_brush_set_filter (&self->brush, self->picture.chart, filter);
  else
    {
      bh_chart_brush_clear (&self->brush);
      self->brush.filter = g_steal_pointer (&filter);
    }
  g_free (self->told);
  self->told = g_strdup (bh_chart_brush_get_text (&self->brush));
  bh_chart_view_show_brush (self);
}

gboolean
bh_chart_view_clear_brush (BhChartView *self)
{
  g_return_val_if_fail (BH_IS_CHART_VIEW (self), FALSE);

  if (self->brush.filter == NULL)
    return FALSE;
  bh_chart_brush_clear (&self->brush);
  bh_chart_view_show_brush (self);
  tell_brush (self);

  return TRUE;
}

void
bh_chart_view_toggle (BhChartView *self, guint mark)
{
  g_return_if_fail (BH_IS_CHART_VIEW (self) && mark < self->spots->len);

  bh_chart_brush_toggle (&self->brush, self->picture.chart, mark);
  bh_chart_view_show_brush (self);
  tell_brush (self);
}

gboolean
bh_chart_view_extend (BhChartView *self, guint mark)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_val_if_fail (BH_IS_CHART_VIEW (self) && mark < self->spots->len, FALSE);

  if (!bh_chart_brush_is_possible (self->picture.chart))
    return FALSE;
  bh_chart_brush_extend (&self->brush, self->picture.chart, mark, gtk_widget_get_width (widget),
                         gtk_widget_get_height (widget),
                         bh_chart_picture_get_style (&self->picture, widget));
  bh_chart_view_show_brush (self);
  tell_brush (self);

  return TRUE;
}

gboolean
bh_chart_view_select_within (BhChartView *self, const BhChartArea *area, gboolean done)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_val_if_fail (BH_IS_CHART_VIEW (self) && area != NULL, FALSE);

  if (self->spots->len == 0 || !bh_chart_brush_is_possible (self->picture.chart))
    return FALSE;
  bh_chart_brush_select_in (&self->brush, self->picture.chart, area, gtk_widget_get_width (widget),
                            gtk_widget_get_height (widget),
                            bh_chart_picture_get_style (&self->picture, widget));
  bh_chart_view_show_brush (self);
  if (done)
    tell_brush (self);

  return TRUE;
}
