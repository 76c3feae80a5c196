/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-side-layout.h"

struct _BhSideLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int main_width;
  int side_width;
};

G_DEFINE_FINAL_TYPE (BhSideLayout, bh_side_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure (GtkWidget *child, GtkOrientation orientation, int for_size, gboolean natural)
{
  int minimum_size = 0;
  int natural_size = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, &minimum_size, &natural_size, NULL, NULL);

  return natural ? natural_size : minimum_size;
}

static int
get_side_width (BhSideLayout *self, GtkWidget *side)
{
  return MAX (self->side_width, measure (side, GTK_ORIENTATION_HORIZONTAL, -1, FALSE));
}

static gboolean
fits_beside (BhSideLayout *self, GtkWidget *main, GtkWidget *side, int width)
{
  return side != NULL && gtk_widget_should_layout (side)
         && measure (main, GTK_ORIENTATION_HORIZONTAL, -1, FALSE) + self->spacing
                    + get_side_width (self, side)
                <= width;
}

static int
get_main_width (BhSideLayout *self, GtkWidget *side, int width)
{
  return MIN (width - self->spacing - get_side_width (self, side), self->main_width);
}

static int
measure_height (BhSideLayout *self, GtkWidget *main, GtkWidget *side, int width)
{
  int main_height, side_height;

  if (fits_beside (self, main, side, width))
    return MAX (measure (main, GTK_ORIENTATION_VERTICAL, get_main_width (self, side, width), TRUE),
                measure (side, GTK_ORIENTATION_VERTICAL, get_side_width (self, side), TRUE));

  main_height = measure (main, GTK_ORIENTATION_VERTICAL,
                         width < 0 ? -1 : MIN (width, self->main_width), TRUE);
  side_height = measure (side, GTK_ORIENTATION_VERTICAL,
                         width < 0 ? -1 : MIN (width, self->main_width), TRUE);

  return main_height + (side_height > 0 ? self->spacing + side_height : 0);
}

static void
bh_side_layout_measure (GtkLayoutManager *layout,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  BhSideLayout *self = BH_SIDE_LAYOUT (layout);
  GtkWidget *main = gtk_widget_get_first_child (widget);
  GtkWidget *side = main != NULL ? gtk_widget_get_next_sibling (main) : NULL;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, main, side, for_size);
      return;
    }
  *minimum = MAX (measure (main, orientation, -1, FALSE), measure (side, orientation, -1, FALSE));
  *natural = MAX (*minimum, self->main_width + self->spacing + get_side_width (self, side));
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
bh_side_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  BhSideLayout *self = BH_SIDE_LAYOUT (layout);
  GtkWidget *main = gtk_widget_get_first_child (widget);
  GtkWidget *side = main != NULL ? gtk_widget_get_next_sibling (main) : NULL;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int main_width = MIN (width, self->main_width);
  int main_height;

  if (fits_beside (self, main, side, width))
    {
      int side_width = get_side_width (self, side);

      main_width = get_main_width (self, side, width);
      allocate (main, mirrored ? width - main_width : 0, 0, main_width, height);
      allocate (side,
                mirrored ? width - main_width - self->spacing - side_width
                         : main_width + self->spacing,
                0, side_width, height);
      return;
    }

  main_height = measure (main, GTK_ORIENTATION_VERTICAL, main_width, TRUE);
  allocate (main, mirrored ? width - main_width : 0, 0, main_width, main_height);
  allocate (side, mirrored ? width - main_width : 0, main_height + self->spacing, main_width,
            measure (side, GTK_ORIENTATION_VERTICAL, main_width, TRUE));
}

static GtkSizeRequestMode
bh_side_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bh_side_layout_class_init (BhSideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = bh_side_layout_measure;
  layout_class->allocate = bh_side_layout_allocate;
  layout_class->get_request_mode = bh_side_layout_get_request_mode;
}

static void
bh_side_layout_init (BhSideLayout *self)
{
}

GtkLayoutManager *
bh_side_layout_new (int spacing, int main_width, int side_width)
{
  BhSideLayout *self = g_object_new (BH_TYPE_SIDE_LAYOUT, NULL);

  self->spacing = spacing;
  self->main_width = main_width;
  self->side_width = side_width;

  return GTK_LAYOUT_MANAGER (self);
}
