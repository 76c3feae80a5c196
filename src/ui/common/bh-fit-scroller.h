/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_FIT_SCROLLER (bh_fit_scroller_get_type ())
G_DECLARE_FINAL_TYPE (BhFitScroller, bh_fit_scroller, BH, FIT_SCROLLER, GtkWidget)

/**
 * bh_fit_scroller_new:
 * @child: what is shown
 *
 * As high as @child is at the width it gets, and scrolled where there is less room. (A scrolled
 * window that propagates its child's height asks for the height at the least width.)
 */
GtkWidget *bh_fit_scroller_new (GtkWidget *child);

G_END_DECLS
