/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-halves-layout.h"

struct _BhHalvesLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  double stretch;
};

G_DEFINE_FINAL_TYPE (BhHalvesLayout, bh_halves_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_child (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

#define FOR_EACH_CHILD(child, widget)                                                              \
  for (GtkWidget *child = next_child (gtk_widget_get_first_child (widget)); child != NULL;         \
       child = next_child (gtk_widget_get_next_sibling (child)))

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  FOR_EACH_CHILD (child, widget)
  n++;

  return n;
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, gboolean natural)
{
  int minimum_size, natural_size;

  gtk_widget_measure (child, orientation, for_size, &minimum_size, &natural_size, NULL, NULL);

  return natural ? natural_size : minimum_size;
}

static int
find_widest (GtkWidget *widget, gboolean natural)
{
  int widest = 0;

  FOR_EACH_CHILD (child, widget)
  widest = MAX (widest, measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, natural));

  return widest;
}

static int
get_share (BhHalvesLayout *self, GtkWidget *widget, int width)
{
  int n = MAX (count_children (widget), 1);

  return (width - (n - 1) * self->spacing) / n;
}

static gboolean
fits_beside (BhHalvesLayout *self, GtkWidget *widget, int width)
{
  return get_share (self, widget, width) >= find_widest (widget, FALSE) * self->stretch;
}

static int
measure_height (BhHalvesLayout *self, GtkWidget *widget, int width, gboolean natural)
{
  gboolean beside = width >= 0 && fits_beside (self, widget, width);
  int child_width = beside ? get_share (self, widget, width) : width;
  int sum = 0;
  int highest = 0;

  FOR_EACH_CHILD (child, widget)
  {
    int height = measure_child (child, GTK_ORIENTATION_VERTICAL, child_width, natural);

    sum += height + (sum > 0 ? self->spacing : 0);
    highest = MAX (highest, height);
  }

  return beside ? highest : sum;
}

static void
bh_halves_layout_measure (GtkLayoutManager *layout,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  BhHalvesLayout *self = BH_HALVES_LAYOUT (layout);
  int n = count_children (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = measure_height (self, widget, for_size, FALSE);
      *natural = measure_height (self, widget, for_size, TRUE);
      return;
    }
  *minimum = find_widest (widget, FALSE);
  *natural = find_widest (widget, TRUE) * n + MAX (n - 1, 0) * self->spacing;
}

static void
allocate_beside (BhHalvesLayout *self, GtkWidget *widget, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int share = get_share (self, widget, width);
  int x = 0;

  FOR_EACH_CHILD (child, widget)
  {
    GtkAllocation place = { mirrored ? width - x - share : x, 0, share, height };

    gtk_widget_size_allocate (child, &place, -1);
    x += share + self->spacing;
  }
}

/* What is left over is shared equally. */
static void
allocate_below (BhHalvesLayout *self, GtkWidget *widget, int width, int height)
{
  int n = MAX (count_children (widget), 1);
  int extra = MAX (height - measure_height (self, widget, width, FALSE), 0) / n;
  int y = 0;

  FOR_EACH_CHILD (child, widget)
  {
    GtkAllocation place
        = { 0, y, width, measure_child (child, GTK_ORIENTATION_VERTICAL, width, FALSE) + extra };

    gtk_widget_size_allocate (child, &place, -1);
    y += place.height + self->spacing;
  }
}

static void
bh_halves_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  BhHalvesLayout *self = BH_HALVES_LAYOUT (layout);

  if (fits_beside (self, widget, width))
    allocate_beside (self, widget, width, height);
  else
    allocate_below (self, widget, width, height);
}

static GtkSizeRequestMode
bh_halves_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bh_halves_layout_class_init (BhHalvesLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = bh_halves_layout_measure;
  layout_class->allocate = bh_halves_layout_allocate;
  layout_class->get_request_mode = bh_halves_layout_get_request_mode;
}

static void
bh_halves_layout_init (BhHalvesLayout *self)
{
}

GtkLayoutManager *
bh_halves_layout_new (int spacing, double stretch)
{
  BhHalvesLayout *self = g_object_new (BH_TYPE_HALVES_LAYOUT, NULL);

  self->spacing = spacing;
  self->stretch = stretch;

  return GTK_LAYOUT_MANAGER (self);
}
