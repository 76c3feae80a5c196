/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-split.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-text-scale.h"

#define DEFAULT_BREAKPOINT 900
/* Share of the width that the pane takes until somebody moves the handle. */
#define DEFAULT_SHARE 0.4

/**
 * BhSplit:
 *
 * CSS nodes: `split` with the content, `separator`, and the pane. Roles: generic; the separator is
 * a separator that moves with the arrow keys.
 */
struct _BhSplit
{
  GtkWidget parent_instance;

  GtkWidget *content;   /* (owned by the widget tree) (nullable) */
  GtkWidget *pane;      /* (owned by the widget tree) (nullable) */
  GtkWidget *separator; /* (owned by the widget tree) */
  gboolean show_pane;
  gboolean collapsed;
  int pane_width;
  int breakpoint;
  int shown_width; /* of the pane, as allocated */
  int drag_start;
};

G_DEFINE_FINAL_TYPE (BhSplit, bh_split, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONTENT = 1,
  PROP_PANE,
  PROP_SHOW_PANE,
  PROP_COLLAPSED,
  PROP_PANE_WIDTH,
  PROP_BREAKPOINT,
} Property;

static GParamSpec *properties[PROP_BREAKPOINT + 1];

static int
get_min_size (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);

  return minimum;
}

static int
get_natural_size (GtkWidget *child, GtkOrientation orientation)
{
  int natural = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* The narrowest form is the collapsed one, so that form decides how small the window may be. */
static void
bh_split_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  BhSplit *self = BH_SPLIT (widget);

  *minimum = MAX (get_min_size (self->content, orientation, -1),
                  get_min_size (self->pane, orientation, -1));
  *natural = MAX (get_natural_size (self->content, orientation),
                  get_natural_size (self->pane, orientation));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*natural, self->breakpoint);
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_child (GtkWidget *child, int x, int width, int height)
{
  GtkAllocation allocation = { x, 0, width, height };

  if (child != NULL && gtk_widget_get_child_visible (child))
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
set_collapsed (BhSplit *self, gboolean collapsed)
{
  if (self->collapsed == collapsed)
    return;
  self->collapsed = collapsed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

/* Large text needs more room: beside the pane, the list would lose its last columns. */
static gboolean
is_too_narrow (BhSplit *self, int width)
{
  return width < self->breakpoint * bh_text_scale_get (GTK_WIDGET (self))
         || width < get_min_size (self->content, GTK_ORIENTATION_HORIZONTAL, -1)
                        + get_min_size (self->separator, GTK_ORIENTATION_HORIZONTAL, -1)
                        + get_min_size (self->pane, GTK_ORIENTATION_HORIZONTAL, -1);
}

static void
bh_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BhSplit *self = BH_SPLIT (widget);
  gboolean has_pane = self->pane != NULL && self->show_pane;
  gboolean beside;
  int pane_width;
  int rest;
  int handle;

  set_collapsed (self, is_too_narrow (self, width));
  beside = has_pane && !self->collapsed;
  if (self->content != NULL)
    gtk_widget_set_child_visible (self->content, beside || !has_pane);
  if (self->pane != NULL)
    gtk_widget_set_child_visible (self->pane, has_pane);
  gtk_widget_set_child_visible (self->separator, beside);

  if (!beside)
    {
      allocate_child (self->content, 0, width, height);
      allocate_child (self->pane, 0, width, height);
      return;
    }

  handle = get_min_size (self->separator, GTK_ORIENTATION_HORIZONTAL, -1);
  pane_width = self->pane_width >= 0 ? self->pane_width : (int) (width * DEFAULT_SHARE);
  pane_width = MIN (pane_width,
                    width - handle - get_min_size (self->content, GTK_ORIENTATION_HORIZONTAL, -1));
  pane_width = MAX (pane_width, get_min_size (self->pane, GTK_ORIENTATION_HORIZONTAL, -1));
  self->shown_width = pane_width;
  rest = MAX (width - handle - pane_width, 0);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      allocate_child (self->pane, 0, pane_width, height);
      allocate_child (self->separator, pane_width, handle, height);
      allocate_child (self->content, pane_width + handle, rest, height);
      return;
    }
  allocate_child (self->content, 0, rest, height);
  allocate_child (self->separator, rest, handle, height);
  allocate_child (self->pane, rest + handle, pane_width, height);
}

static void
drag_begin_cb (BhSplit *self)
{
  self->drag_start = self->shown_width;
}

static void
drag_update_cb (BhSplit *self, double x)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  bh_split_set_pane_width (self, self->drag_start + (int) (mirrored ? x : -x));
}

static gboolean
move_handle_cb (GtkWidget *separator, GVariant *step, gpointer user_data)
{
  BhSplit *self = BH_SPLIT (gtk_widget_get_parent (separator));

  bh_split_set_pane_width (self, self->shown_width + g_variant_get_int32 (step));

  return TRUE;
}

static GtkWidget *
create_separator (BhSplit *self)
{
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const struct
  {
    guint key;
    int step;
  } steps[] = { { GDK_KEY_Left, 16 }, { GDK_KEY_Right, -16 } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (steps[i].key, 0),
                                         gtk_callback_action_new (move_handle_cb, NULL, NULL), "i",
                                         steps[i].step));
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (separator, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (separator, keys);
  gtk_widget_set_focusable (separator, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (separator), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Width of what is open"), -1);
  gtk_widget_set_cursor_from_name (separator, "col-resize");

  return separator;
}

static void
set_child (BhSplit *self, GtkWidget **field, GtkWidget *child, Property property)
{
  if (*field == child)
    return;
  g_clear_pointer (field, gtk_widget_unparent);
  *field = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self),
                              property == PROP_CONTENT ? self->separator : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
bh_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhSplit *self = BH_SPLIT (object);

  switch ((Property) id)
    {
    case PROP_CONTENT:
      bh_split_set_content (self, g_value_get_object (value));
      return;
    case PROP_PANE:
      bh_split_set_pane (self, g_value_get_object (value));
      return;
    case PROP_SHOW_PANE:
      bh_split_set_show_pane (self, g_value_get_boolean (value));
      return;
    case PROP_PANE_WIDTH:
      bh_split_set_pane_width (self, g_value_get_int (value));
      return;
    case PROP_BREAKPOINT:
      self->breakpoint = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      return;
    case PROP_COLLAPSED:
      break;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhSplit *self = BH_SPLIT (object);

  switch ((Property) id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      return;
    case PROP_PANE:
      g_value_set_object (value, self->pane);
      return;
    case PROP_SHOW_PANE:
      g_value_set_boolean (value, self->show_pane);
      return;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      return;
    case PROP_PANE_WIDTH:
      g_value_set_int (value, self->pane_width);
      return;
    case PROP_BREAKPOINT:
      g_value_set_int (value, self->breakpoint);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_split_dispose (GObject *object)
{
  BhSplit *self = BH_SPLIT (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_split_parent_class)->dispose (object);
}

static void
bh_split_class_init (BhSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = bh_split_set_property;
  object_class->get_property = bh_split_get_property;
  object_class->dispose = bh_split_dispose;
  widget_class->measure = bh_split_measure;
  widget_class->size_allocate = bh_split_size_allocate;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_PANE] = g_param_spec_boolean ("show-pane", NULL, NULL, FALSE, flags);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANE_WIDTH]
      = g_param_spec_int ("pane-width", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_BREAKPOINT]
      = g_param_spec_int ("breakpoint", NULL, NULL, 0, G_MAXINT, DEFAULT_BREAKPOINT, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "split");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_split_init (BhSplit *self)
{
  self->pane_width = -1;
  self->breakpoint = DEFAULT_BREAKPOINT;
  self->separator = create_separator (self);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bh_split_new (void)
{
  return g_object_new (BH_TYPE_SPLIT, NULL);
}

void
bh_split_set_content (BhSplit *self, GtkWidget *content)
{
  g_return_if_fail (BH_IS_SPLIT (self));

  set_child (self, &self->content, content, PROP_CONTENT);
}

void
bh_split_set_pane (BhSplit *self, GtkWidget *pane)
{
  g_return_if_fail (BH_IS_SPLIT (self));

  set_child (self, &self->pane, pane, PROP_PANE);
}

void
bh_split_set_show_pane (BhSplit *self, gboolean show_pane)
{
  g_return_if_fail (BH_IS_SPLIT (self));

  if (self->show_pane == show_pane)
    return;
  self->show_pane = show_pane;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANE]);
}

gboolean
bh_split_get_show_pane (BhSplit *self)
{
  g_return_val_if_fail (BH_IS_SPLIT (self), FALSE);

  return self->show_pane;
}

gboolean
bh_split_get_collapsed (BhSplit *self)
{
  g_return_val_if_fail (BH_IS_SPLIT (self), FALSE);

  return self->collapsed;
}

void
bh_split_set_pane_width (BhSplit *self, int width)
{
  g_return_if_fail (BH_IS_SPLIT (self));

  width = MAX (width, -1);
  if (self->pane_width == width)
    return;
  self->pane_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_WIDTH]);
}

int
bh_split_get_pane_width (BhSplit *self)
{
  g_return_val_if_fail (BH_IS_SPLIT (self), -1);

  return self->pane_width;
}
