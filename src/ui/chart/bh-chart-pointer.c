/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-pointer.h"

static void
motion_cb (BhChartView *view, double x, double y)
{
  bh_chart_view_point_at (view, x, y);
}

static void
left_cb (BhChartView *view)
{
  bh_chart_view_point_at (view, -1, -1);
}

static void
released_cb (BhChartView *view, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1)
    bh_chart_view_click_with (view, x, y, modifiers);
}

/* Fills @area with what was pulled over. Returns: FALSE before the pointer has really moved */
static gboolean
get_pulled (GtkGestureDrag *gesture, BhChartArea *area)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  double x, y, across, down;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y)
      || !gtk_gesture_drag_get_offset (gesture, &across, &down))
    return FALSE;
  *area = (BhChartArea){ MIN (x, x + across), MIN (y, y + down), ABS (across), ABS (down) };

  return gtk_drag_check_threshold (widget, 0, 0, (int) across, (int) down);
}

/* From now on it is no click any more. */
static void
pulled_cb (BhChartView *view, double across, double down, GtkGestureDrag *gesture)
{
  BhChartArea area;

  if (get_pulled (gesture, &area) && bh_chart_view_select_within (view, &area, FALSE))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pull_ended_cb (BhChartView *view, double across, double down, GtkGestureDrag *gesture)
{
  BhChartArea area;

  if (get_pulled (gesture, &area))
    bh_chart_view_select_within (view, &area, TRUE);
}

void
bh_chart_pointer_attach (BhChartView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_return_if_fail (BH_IS_CHART_VIEW (view));

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), view);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), view);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), view);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), view);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (pulled_cb), view);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (pull_ended_cb), view);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
