/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-layout.h"

#include "ui/common/bh-text-scale.h"

struct _BhRegisterLayout
{
  GtkLayoutManager parent_instance;

  int breakpoint;
};

G_DEFINE_FINAL_TYPE (BhRegisterLayout, bh_register_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_min (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* What is chosen with is as high as it wants to be while something is left for the other one. */
static int
get_chooser_height (GtkWidget *chooser, GtkWidget *content, int width, int height)
{
  int minimum, natural;

  gtk_widget_measure (chooser, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);

  return CLAMP (height - get_min (content, GTK_ORIENTATION_VERTICAL, width), minimum, natural);
}

static gboolean
is_beside (BhRegisterLayout *self, GtkWidget *widget, int width)
{
  return width >= self->breakpoint * bh_text_scale_get (widget);
}

static int
measure_height (BhRegisterLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *chooser = gtk_widget_get_first_child (widget);
  GtkWidget *content = gtk_widget_get_next_sibling (chooser);
  int chooser_width = get_min (chooser, GTK_ORIENTATION_HORIZONTAL, -1);

  if (width >= 0 && is_beside (self, widget, width))
    return MAX (get_min (chooser, GTK_ORIENTATION_VERTICAL, chooser_width),
                get_min (content, GTK_ORIENTATION_VERTICAL, width - chooser_width));

  return get_min (chooser, GTK_ORIENTATION_VERTICAL, width)
         + get_min (content, GTK_ORIENTATION_VERTICAL, width);
}

/* How small it may be is asked without a width: whatever stands beside each other then fits. */
static void
bh_register_layout_measure (GtkLayoutManager *layout,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  BhRegisterLayout *self = BH_REGISTER_LAYOUT (layout);
  GtkWidget *chooser = gtk_widget_get_first_child (widget);
  GtkWidget *content = gtk_widget_get_next_sibling (chooser);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, widget, for_size);
      return;
    }
  *minimum = MAX (get_min (chooser, orientation, -1), get_min (content, orientation, -1));
  *natural = MAX (*minimum, self->breakpoint);
}

static void
bh_register_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  BhRegisterLayout *self = BH_REGISTER_LAYOUT (layout);
  GtkWidget *chooser = gtk_widget_get_first_child (widget);
  GtkWidget *content = gtk_widget_get_next_sibling (chooser);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int size;

  if (is_beside (self, widget, width))
    {
      size = get_min (chooser, GTK_ORIENTATION_HORIZONTAL, -1);
      gtk_widget_size_allocate (
          chooser, &(GtkAllocation){ mirrored ? width - size : 0, 0, size, height }, -1);
      gtk_widget_size_allocate (
          content, &(GtkAllocation){ mirrored ? 0 : size, 0, width - size, height }, -1);
      return;
    }
  size = get_chooser_height (chooser, content, width, height);
  gtk_widget_size_allocate (chooser, &(GtkAllocation){ 0, 0, width, size }, -1);
  gtk_widget_size_allocate (content, &(GtkAllocation){ 0, size, width, MAX (height - size, 0) },
                            -1);
}

static GtkSizeRequestMode
bh_register_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bh_register_layout_class_init (BhRegisterLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = bh_register_layout_measure;
  layout_class->allocate = bh_register_layout_allocate;
  layout_class->get_request_mode = bh_register_layout_get_request_mode;
}

static void
bh_register_layout_init (BhRegisterLayout *self)
{
}

GtkLayoutManager *
bh_register_layout_new (int breakpoint)
{
  BhRegisterLayout *self = g_object_new (BH_TYPE_REGISTER_LAYOUT, NULL);

  self->breakpoint = breakpoint;

  return GTK_LAYOUT_MANAGER (self);
}
