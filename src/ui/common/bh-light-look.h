/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-goal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_light_look_show: gives @label the colour of @light, and takes that of another */
void bh_light_look_show (GtkLabel *label, BhLight light);

G_END_DECLS
