/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-headline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_OVERVIEW_TILE (bh_overview_tile_get_type ())
G_DECLARE_FINAL_TYPE (BhOverviewTile, bh_overview_tile, BH, OVERVIEW_TILE, GtkFlowBoxChild)

/** bh_overview_tile_new: a main figure: its name, value, change, goal, and how it stands to that */
GtkWidget *bh_overview_tile_new (void);

/** bh_overview_tile_show: @headline: not kept */
void bh_overview_tile_show (BhOverviewTile *self, const BhHeadline *headline);

G_END_DECLS
