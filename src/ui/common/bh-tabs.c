/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-tabs.h"

#include "base/bh-i18n.h"

/* Pages that have a key: Ctrl+1 to Ctrl+9. */
#define MAX_KEYS 9

void
bh_tabs_append (GtkBox *tabs, const char *action, const char *name, const char *title)
{
  GtkWidget *tab;
  g_autofree char *key = NULL, *tooltip = NULL;
  guint n = 1;

  g_return_if_fail (GTK_IS_BOX (tabs));
  g_return_if_fail (action != NULL && name != NULL && title != NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (tabs)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  tab = gtk_toggle_button_new_with_label (title);
  key = g_strdup_printf ("Ctrl+%u", n);
  /* Translators: a page and the key that shows it */
  tooltip = g_strdup_printf (_ ("%s (%s)"), title, key);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (tab), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (tab), "s", name);
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_set_tooltip_text (tab, tooltip);
  gtk_box_append (tabs, tab);
}

void
bh_tabs_install_keys (GtkWidgetClass *widget_class, const char *action, GtkShortcutFunc turn)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));
  g_return_if_fail (action != NULL && turn != NULL);

  for (guint i = 0; i < MAX_KEYS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK, action, "i",
                                         (int) i);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, turn, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, turn, "i", 1);
}

void
bh_tabs_follow (GtkBox *tabs, const char *name)
{
  g_return_if_fail (GTK_IS_BOX (tabs));
  g_return_if_fail (name != NULL);

  if (gtk_widget_get_focus_child (GTK_WIDGET (tabs)) == NULL)
    return;

  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (tabs)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (tab));

      if (g_str_equal (g_variant_get_string (target, NULL), name))
        gtk_widget_grab_focus (tab);
    }
}
