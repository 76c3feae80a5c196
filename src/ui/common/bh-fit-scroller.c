/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-fit-scroller.h"

/* With less it would be no use to scroll. */
#define MIN_HEIGHT 72

struct _BhFitScroller
{
  GtkWidget parent_instance;

  GtkWidget *child;    /* (owned by the widget tree) */
  GtkWidget *scroller; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhFitScroller, bh_fit_scroller, GTK_TYPE_WIDGET)

static void
bh_fit_scroller_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  BhFitScroller *self = BH_FIT_SCROLLER (widget);

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MIN (*minimum, MIN_HEIGHT);
}

static void
bh_fit_scroller_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BhFitScroller *self = BH_FIT_SCROLLER (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static GtkSizeRequestMode
bh_fit_scroller_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bh_fit_scroller_dispose (GObject *object)
{
  g_clear_pointer (&BH_FIT_SCROLLER (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_fit_scroller_parent_class)->dispose (object);
}

static void
bh_fit_scroller_class_init (BhFitScrollerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_fit_scroller_dispose;
  widget_class->measure = bh_fit_scroller_measure;
  widget_class->size_allocate = bh_fit_scroller_size_allocate;
  widget_class->get_request_mode = bh_fit_scroller_get_request_mode;
}

static void
bh_fit_scroller_init (BhFitScroller *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
bh_fit_scroller_new (GtkWidget *child)
{
  BhFitScroller *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_object_new (BH_TYPE_FIT_SCROLLER, NULL);
  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);

  return GTK_WIDGET (self);
}
