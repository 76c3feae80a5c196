/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-site-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SITE_PLACES (bh_site_places_get_type ())
G_DECLARE_FINAL_TYPE (BhSitePlaces, bh_site_places, BH, SITE_PLACES, GtkWidget)

/**
 * bh_site_places_new:
 *
 * The places that are not on a site plan yet, to be dragged onto it (their id, an int64), or chosen
 * for a click or the keys.
 *
 * Signal: `chosen (int64)`: id of a place that somebody chose.
 */
GtkWidget *bh_site_places_new (void);
void bh_site_places_set_plan (BhSitePlaces *self, const BhSitePlan *plan);
/** bh_site_places_set_chosen: shows which one is chosen, without a signal; 0: none of them */
void bh_site_places_set_chosen (BhSitePlaces *self, gint64 place_id);
/** bh_site_places_count: Returns: how many are not on the plan */
guint bh_site_places_count (BhSitePlaces *self);

G_END_DECLS
