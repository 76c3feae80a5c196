/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-columns.h"

#define SPACING 12
/* A column narrower than so many letters would leave too little of what tickets say. */
#define COLUMN_CHARS 44

struct _BhTodayColumns
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (BhTodayColumns, bh_today_columns, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
bh_today_columns_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_char (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_digit_width (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (width);
}

static gboolean
has_two (GtkWidget *widget, int width)
{
  return width >= 2 * COLUMN_CHARS * measure_char (widget) + SPACING;
}

static int
measure_height (GtkWidget *child, int width)
{
  int minimum, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &height, NULL,
                      NULL);

  return height;
}

/* Goes through the children of @widget at @width; gives them their places unless it only
 * measures. Returns: the height of the higher column. */
static int
arrange (GtkWidget *widget, int width, gboolean place)
{
  gboolean two = has_two (widget, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = two ? (width - SPACING) / 2 : width;
  guint n_children = 0;
  int y[2] = { 0, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean at_end = two && n_children++ % 2 == 1;
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      height = measure_height (child, column);
      if (place)
        gtk_widget_size_allocate (
            child,
            &(GtkAllocation){ at_end != (two && mirrored) ? width - column : 0, y[at_end], column,
                              height },
            -1);
      y[at_end] += height + SPACING;
    }

  return MAX (0, MAX (y[0], y[1]) - SPACING);
}

static void
bh_today_columns_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = arrange (widget, for_size >= 0 ? for_size : *natural, FALSE);
}

static void
bh_today_columns_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  arrange (widget, width, TRUE);
}

static void
bh_today_columns_class_init (BhTodayColumnsClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bh_today_columns_get_request_mode;
  layout_class->measure = bh_today_columns_measure;
  layout_class->allocate = bh_today_columns_allocate;
}

static void
bh_today_columns_init (BhTodayColumns *self)
{
}

GtkLayoutManager *
bh_today_columns_new (void)
{
  return g_object_new (BH_TYPE_TODAY_COLUMNS, NULL);
}
