/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-badge.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "ui/today/bh-today-counter.h"

static void
count_changed_cb (GtkLabel *label, GParamSpec *pspec, BhTodayCounter *counter)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (label), "bh-row");
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gint64 count;

  g_object_get (counter, "count", &count, NULL);
  text = bh_text_group_count ((guint64) count);
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
  /* Translators: a page, and how many tickets wait there: for the screen reader */
  name = g_strdup_printf (_ ("%s, %s waiting"), C_ ("page", "Today"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
bh_today_badge_add (BhDesk *desk, GtkListBoxRow *row)
{
  GtkWidget *label;
  BhTodayCounter *counter;

  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  label = gtk_label_new (NULL);
  counter = bh_today_counter_new (desk);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "waiting");
  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (label), "bh-row", row);
  g_object_set_data_full (G_OBJECT (label), "bh-counter", counter, g_object_unref);
  g_signal_connect_object (counter, "notify::count", G_CALLBACK (count_changed_cb), label,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (row)), label);
}
