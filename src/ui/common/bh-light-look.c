/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-light-look.h"

void
bh_light_look_show (GtkLabel *label, BhLight light)
{
  static const char *const classes[]
      = { [BH_LIGHT_NONE] = NULL, "light-green", "light-amber", "light-red" };

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail ((guint) light < G_N_ELEMENTS (classes));

  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
  if (classes[light] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), classes[light]);
}
