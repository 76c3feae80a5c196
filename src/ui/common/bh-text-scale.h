/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_text_scale_get: Returns: how much larger text is than usual; 1 up to the usual size. What is
 * laid out by a number of pixels is multiplied by it. */
double bh_text_scale_get (GtkWidget *widget);

G_END_DECLS
