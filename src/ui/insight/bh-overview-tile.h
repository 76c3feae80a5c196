/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-headline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_OVERVIEW_TILE (bh_overview_tile_get_type ())
G_DECLARE_FINAL_TYPE (BhOverviewTile, bh_overview_tile, BH, OVERVIEW_TILE, GtkFlowBoxChild)

/** bh_overview_tile_new: a main figure: its name, value, change, goal, how it stands to that, and
 * its line of 13 months, which is a button for the action `insight.show-figure` */
GtkWidget *bh_overview_tile_new (void);

/**
 * bh_overview_tile_show:
 * @headline: not kept; without a line, the one that is shown stays
 * @common: (nullable): resolved; what all figures are narrowed by, which no name has to say
 */
void
bh_overview_tile_show (BhOverviewTile *self, const BhHeadline *headline, BhTicketFilter *common);

G_END_DECLS
