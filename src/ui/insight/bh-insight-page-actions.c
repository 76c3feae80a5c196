/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-page-private.h"

#include "ui/common/bh-tabs.h"

static void
reload_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_insight_page_show_all (BH_INSIGHT_PAGE (widget), BH_INSIGHT_SHOW_ANEW);
}

static void
clear_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_filter_bar_clear (BH_INSIGHT_PAGE (widget)->filter);
}

static void
clear_brush_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_insight_page_set_brush (BH_INSIGHT_PAGE (widget), NULL, NULL);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gboolean selected = BH_INSIGHT_PAGE (widget)->brush != NULL;

  if (selected)
    bh_insight_page_set_brush (BH_INSIGHT_PAGE (widget), NULL, NULL);

  return selected;
}

static void
period_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPeriodBar *period = BH_INSIGHT_PAGE (widget)->period;

  if (g_str_equal (name, "insight.present-period"))
    bh_period_bar_show_present (period);
  else
    bh_period_bar_move (period, -1);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  bh_period_bar_move (BH_INSIGHT_PAGE (widget)->period, g_variant_get_int32 (arguments));

  return TRUE;
}

static void
next_chart_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_insight_sheet_focus_next (bh_insight_page_get_sheet (BH_INSIGHT_PAGE (widget)),
                               g_variant_get_int32 (parameter));
}

/* Where a figure is followed over the months. */
static void
show_figure_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (widget);

  bh_insight_page_show (self, "trends");
  bh_insight_sheet_show_figure (bh_insight_page_get_sheet (self),
                                g_variant_get_string (parameter, NULL));
}

static void
show_nth_page (BhInsightPage *self, int i)
{
  if (i >= 0 && i < (int) self->infos->len)
    bh_insight_page_show (
        self, ((const BhInsightPageInfo *) g_ptr_array_index (self->infos, (guint) i))->name);
}

static void
nth_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_nth_page (BH_INSIGHT_PAGE (widget), g_variant_get_int32 (parameter));
}

static gboolean
turn_page_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhInsightPage *self = BH_INSIGHT_PAGE (widget);

  show_nth_page (self, bh_insight_page_find (self, gtk_stack_get_visible_child_name (self->stack))
                           + g_variant_get_int32 (arguments));

  return TRUE;
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  bh_tabs_install_keys (widget_class, "insight.nth-page", turn_page_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, move_cb, "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK,
                                       "insight.present-period", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "insight.reload", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "insight.next-chart", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK,
                                       "insight.next-chart", "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
bh_insight_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "insight.page", "page");
  gtk_widget_class_install_action (widget_class, "insight.nth-page", "i", nth_page_cb);
  gtk_widget_class_install_action (widget_class, "insight.show-figure", "s", show_figure_cb);
  gtk_widget_class_install_action (widget_class, "insight.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "insight.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "insight.clear-brush", NULL, clear_brush_cb);
  gtk_widget_class_install_action (widget_class, "insight.period-before", NULL, period_cb);
  gtk_widget_class_install_action (widget_class, "insight.present-period", NULL, period_cb);
  gtk_widget_class_install_action (widget_class, "insight.next-chart", "i", next_chart_cb);
  install_keys (widget_class);
}
