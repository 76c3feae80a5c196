/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-keys.h"

#include "ui/chart/bh-chart-view.h"

/* Order of time and rank runs with the text. */
static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhChartView *view = BH_CHART_VIEW (widget);
  int step = g_variant_get_int32 (arguments);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  bh_chart_view_set_cursor (view, (guint) MAX ((int) bh_chart_view_get_cursor (view) + step, 0));

  return TRUE;
}

static gboolean
jump_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  bh_chart_view_set_cursor (BH_CHART_VIEW (widget),
                            g_variant_get_int32 (arguments) > 0 ? G_MAXUINT : 0);

  return TRUE;
}

static void
add_key (GtkWidgetClass *view_class, guint key, guint key_of_pad, GtkShortcutFunc func, int step)
{
  gtk_widget_class_add_binding (view_class, key, 0, func, "i", step);
  gtk_widget_class_add_binding (view_class, key_of_pad, 0, func, "i", step);
}

void
bh_chart_keys_install (GtkWidgetClass *view_class)
{
  add_key (view_class, GDK_KEY_Left, GDK_KEY_KP_Left, step_cb, -1);
  add_key (view_class, GDK_KEY_Right, GDK_KEY_KP_Right, step_cb, 1);
  add_key (view_class, GDK_KEY_Home, GDK_KEY_KP_Home, jump_cb, -1);
  add_key (view_class, GDK_KEY_End, GDK_KEY_KP_End, jump_cb, 1);
}
