/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-text-scale.h"

#define USUAL_DPI 96.0

double
bh_text_scale_get (GtkWidget *widget)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return MAX (dpi / (USUAL_DPI * PANGO_SCALE), 1.0);
}
