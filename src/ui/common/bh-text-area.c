/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-text-area.h"

#define MIN_HEIGHT 58
#define MAX_HEIGHT 160

/**
 * BhTextArea:
 *
 * CSS nodes: `textarea` with a scrolled window and a text view.
 */
struct _BhTextArea
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* (owned by the widget tree) */
  GtkTextView *view;   /* (owned by the widget tree) */
  gboolean updating;
};

static void control_iface_init (BhControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhTextArea,
                               bh_text_area,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_CONTROL, control_iface_init))

static void
changed_cb (BhTextArea *self)
{
  if (!self->updating)
    bh_control_changed (BH_CONTROL (self));
}

/* An input method that is composing takes Enter for itself, so it is asked first. */
static gboolean
key_pressed_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  BhTextArea *self = BH_TEXT_AREA (user_data);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys));

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  if (gtk_text_view_im_context_filter_keypress (self->view, event))
    return TRUE;
  if ((state & GDK_SHIFT_MASK) != 0)
    return FALSE;
  bh_control_submit (BH_CONTROL (self));

  return TRUE;
}

static char *
text_area_dup_text (BhControl *control)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (BH_TEXT_AREA (control)->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
text_area_set_text (BhControl *control, const char *text)
{
  BhTextArea *self = BH_TEXT_AREA (control);

  self->updating = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  self->updating = FALSE;
}

static GtkWidget *
text_area_get_focus_widget (BhControl *control)
{
  return GTK_WIDGET (BH_TEXT_AREA (control)->view);
}

static void
control_iface_init (BhControlInterface *iface)
{
  iface->dup_text = text_area_dup_text;
  iface->set_text = text_area_set_text;
  iface->get_focus_widget = text_area_get_focus_widget;
}

static void
bh_text_area_dispose (GObject *object)
{
  g_clear_pointer (&BH_TEXT_AREA (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_text_area_parent_class)->dispose (object);
}

static void
bh_text_area_class_init (BhTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_text_area_dispose;

  gtk_widget_class_set_css_name (widget_class, "textarea");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_text_area_init (BhTextArea *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkScrolledWindow *scroller;

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  self->scroller = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_min_content_height (scroller, MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (scroller, MAX_HEIGHT);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
bh_text_area_new (void)
{
  return g_object_new (BH_TYPE_TEXT_AREA, NULL);
}
