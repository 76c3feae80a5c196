/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-wrap-layout.h"

struct _BhWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (BhWrapLayout, bh_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef enum
{
  PROP_SPACING = 1,
} Property;

static GParamSpec *properties[PROP_SPACING + 1];

/* Line: children from first to before end, with their natural sizes. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  GtkWidget *expander; /* (nullable): takes what is left */
  int width;
  int height;
} Line;

static int
measure_width (GtkWidget *child, int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, available));
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Fills @line with as many children from @first on as fit; at least one. */
static void
take_line (BhWrapLayout *self, GtkWidget *first, int available, Line *line)
{
  GtkWidget *child = first;

  *line = (Line){ .first = first };
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width;
      int before = line->width > 0 ? line->width + self->spacing : 0;

      if (!gtk_widget_should_layout (child))
        continue;
      width = measure_width (child, available);
      if (line->width > 0 && before + width > available)
        break;
      line->width = before + width;
      line->height = MAX (line->height, measure_height (child, width));
      if (line->expander == NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        line->expander = child;
    }
  line->end = child;
}

static void
measure_row (BhWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
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
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static int
measure_lines (BhWrapLayout *self, GtkWidget *widget, int width)
{
  int height = 0;
  Line line;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = line.end)
    {
      take_line (self, child, width, &line);
      if (line.height > 0)
        height += line.height + (height > 0 ? self->spacing : 0);
    }

  return height;
}

/* The smallest width between @minimum and @natural whose lines are not higher than @height. */
static int
find_width (BhWrapLayout *self, GtkWidget *widget, int height, int minimum, int natural)
{
  while (minimum < natural)
    {
      int middle = minimum + (natural - minimum) / 2;

      if (measure_lines (self, widget, middle) <= height)
        natural = middle;
      else
        minimum = middle + 1;
    }

  return natural;
}

static void
bh_wrap_layout_measure (GtkLayoutManager *layout,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  BhWrapLayout *self = BH_WRAP_LAYOUT (layout);

  *minimum_baseline = *natural_baseline = -1;
  measure_row (self, widget, minimum, natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_lines (self, widget, for_size < 0 ? *natural : for_size);
  else if (for_size >= 0)
    *minimum = find_width (self, widget, for_size, *minimum, *natural);
}

static void
allocate_line (BhWrapLayout *self, GtkWidget *widget, Line *line, int y, int available)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation;

      if (!gtk_widget_should_layout (child))
        continue;
      allocation.width = measure_width (child, available);
      if (child == line->expander)
        allocation.width += MAX (available - line->width, 0);
      allocation.height = line->height;
      allocation.x = mirrored ? available - x - allocation.width : x;
      allocation.y = y;
      gtk_widget_size_allocate (child, &allocation, -1);
      x += allocation.width + self->spacing;
    }
}

static void
bh_wrap_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  BhWrapLayout *self = BH_WRAP_LAYOUT (layout);
  int y = 0;
  Line line;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = line.end)
    {
      take_line (self, child, width, &line);
      allocate_line (self, widget, &line, y, width);
      if (line.height > 0)
        y += line.height + self->spacing;
    }
}

static GtkSizeRequestMode
bh_wrap_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bh_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhWrapLayout *self = BH_WRAP_LAYOUT (object);

  switch ((Property) id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        return;
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhWrapLayout *self = BH_WRAP_LAYOUT (object);

  switch ((Property) id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_wrap_layout_class_init (BhWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->set_property = bh_wrap_layout_set_property;
  object_class->get_property = bh_wrap_layout_get_property;
  layout_class->measure = bh_wrap_layout_measure;
  layout_class->allocate = bh_wrap_layout_allocate;
  layout_class->get_request_mode = bh_wrap_layout_get_request_mode;

  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bh_wrap_layout_init (BhWrapLayout *self)
{
}

GtkLayoutManager *
bh_wrap_layout_new (int spacing)
{
  return g_object_new (BH_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
