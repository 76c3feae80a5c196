/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-bubble.h"

/* Pixels between a mark and what it says. */
#define GAP 6

/**
 * BhChartBubble:
 *
 * CSS nodes: `chartbubble` with two labels. No popover: it has to follow the pointer in the same
 * frame. A screen reader is told the same by the marks themselves.
 */
struct _BhChartBubble
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkLabel *values;
};

G_DEFINE_FINAL_TYPE (BhChartBubble, bh_chart_bubble, GTK_TYPE_WIDGET)

static void
bh_chart_bubble_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_CHART_BUBBLE);

  G_OBJECT_CLASS (bh_chart_bubble_parent_class)->dispose (object);
}

static void
bh_chart_bubble_class_init (BhChartBubbleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_chart_bubble_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/chart/bh-chart-bubble.ui");
  gtk_widget_class_bind_template_child (widget_class, BhChartBubble, label);
  gtk_widget_class_bind_template_child (widget_class, BhChartBubble, values);
  gtk_widget_class_set_css_name (widget_class, "chartbubble");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bh_chart_bubble_init (BhChartBubble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_chart_bubble_new (void)
{
  return g_object_new (BH_TYPE_CHART_BUBBLE, NULL);
}

void
bh_chart_bubble_show (BhChartBubble *self, const BhChartMark *mark)
{
  g_return_if_fail (BH_IS_CHART_BUBBLE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), mark != NULL);
  if (mark == NULL)
    return;
  gtk_label_set_label (self->label, mark->label);
  gtk_label_set_label (self->values, mark->value_text != NULL ? mark->value_text : "");
}

void
bh_chart_bubble_choose_place (const BhChartArea *area, int width, int height, GtkAllocation *place)
{
  g_return_if_fail (area != NULL);
  g_return_if_fail (place != NULL);

  place->width = MIN (place->width, width);
  place->height = MIN (place->height, height);
  place->x = (int) (area->x + area->width + GAP);
  if (place->x + place->width > width)
    place->x = (int) (area->x - GAP - place->width);
  place->y = (int) area->y;
  if (place->x < 0)
    {
      place->x = (int) (area->x + area->width / 2 - place->width / 2.0);
      place->y = (int) (area->y - GAP - place->height);
    }
  place->x = CLAMP (place->x, 0, width - place->width);
  place->y = CLAMP (place->y, 0, height - place->height);
}

void
bh_chart_bubble_allocate (BhChartBubble *self, const BhChartArea *area, int width, int height)
{
  GtkRequisition size;
  GtkAllocation place = { 0 };

  g_return_if_fail (BH_IS_CHART_BUBBLE (self));

  gtk_widget_get_preferred_size (GTK_WIDGET (self), NULL, &size);
  place.width = size.width;
  place.height = size.height;
  bh_chart_bubble_choose_place (area, width, height, &place);
  gtk_widget_size_allocate (GTK_WIDGET (self), &place, -1);
}
