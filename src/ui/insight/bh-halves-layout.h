/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_HALVES_LAYOUT (bh_halves_layout_get_type ())
G_DECLARE_FINAL_TYPE (BhHalvesLayout, bh_halves_layout, BH, HALVES_LAYOUT, GtkLayoutManager)

/**
 * bh_halves_layout_new:
 * @spacing: pixels between children
 * @stretch: how much wider than its least width a child has to become to stand beside another one,
 *   1.4 for four tenths
 *
 * Children of equal width side by side where each gets enough, one below the other elsewhere.
 */
GtkLayoutManager *bh_halves_layout_new (int spacing, double stretch);

G_END_DECLS
