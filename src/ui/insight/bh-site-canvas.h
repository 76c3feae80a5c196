/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-site-plan.h"
#include "draw/bh-plan-picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SITE_CANVAS (bh_site_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BhSiteCanvas, bh_site_canvas, BH, SITE_CANVAS, GtkWidget)

/**
 * bh_site_canvas_new:
 *
 * A site plan on which places are put: by dragging their pins, by dropping one from elsewhere (the
 * id of a place, an int64), by a click where the chosen one is to stand, or with the arrow keys.
 *
 * Property: `selected` (int64): id of the place that clicks and keys put somewhere, 0 for none.
 *
 * Signal: `moved (BhSiteMark *)`: somebody put a place there, or took it off.
 */
GtkWidget *bh_site_canvas_new (void);

/** bh_site_canvas_set_plan: @plan: (transfer none) (nullable): is copied; @picture: (nullable): of
 * it */
void bh_site_canvas_set_plan (BhSiteCanvas *self, const BhSitePlan *plan, BhPlanPicture *picture);
gint64 bh_site_canvas_get_selected (BhSiteCanvas *self);
void bh_site_canvas_set_selected (BhSiteCanvas *self, gint64 place_id);
/** bh_site_canvas_get_point: fills where the point (@x, @y) of the plan, 0 to 1, is in the widget.
 * Returns: FALSE where there is no plan */
gboolean
bh_site_canvas_get_point (BhSiteCanvas *self, double x, double y, double *left, double *top);

G_END_DECLS
