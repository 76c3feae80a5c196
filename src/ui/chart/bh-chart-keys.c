/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-keys.h"

#include "ui/chart/bh-chart-view.h"

static const struct
{
  guint key;
  guint key_of_pad;
  BhChartMove move;
} keys[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, BH_CHART_MOVE_PREVIOUS },
  { GDK_KEY_Right, GDK_KEY_KP_Right, BH_CHART_MOVE_NEXT },
  { GDK_KEY_Up, GDK_KEY_KP_Up, BH_CHART_MOVE_UP },
  { GDK_KEY_Down, GDK_KEY_KP_Down, BH_CHART_MOVE_DOWN },
  { GDK_KEY_Home, GDK_KEY_KP_Home, BH_CHART_MOVE_FIRST },
  { GDK_KEY_End, GDK_KEY_KP_End, BH_CHART_MOVE_LAST },
};

/* Order of time and rank runs with the text. */
static BhChartMove
mirror (BhChartMove move)
{
  if (move == BH_CHART_MOVE_PREVIOUS)
    return BH_CHART_MOVE_NEXT;

  return move == BH_CHART_MOVE_NEXT ? BH_CHART_MOVE_PREVIOUS : move;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  int move;
  gboolean selecting;

  g_variant_get (arguments, "(ib)", &move, &selecting);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    move = (int) mirror ((BhChartMove) move);

  return bh_chart_view_move (BH_CHART_VIEW (widget), (BhChartMove) move, selecting);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return bh_chart_view_clear_brush (BH_CHART_VIEW (widget));
}

void
bh_chart_keys_install (GtkWidgetClass *view_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint selecting = 0; selecting < 2; selecting++)
      {
        GdkModifierType modifiers = selecting ? GDK_SHIFT_MASK : 0;

        gtk_widget_class_add_binding (view_class, keys[i].key, modifiers, move_cb, "(ib)",
                                      (int) keys[i].move, (gboolean) selecting);
        gtk_widget_class_add_binding (view_class, keys[i].key_of_pad, modifiers, move_cb, "(ib)",
                                      (int) keys[i].move, (gboolean) selecting);
      }
  gtk_widget_class_add_binding (view_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
