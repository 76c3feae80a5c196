/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SIDE_LAYOUT (bh_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (BhSideLayout, bh_side_layout, BH, SIDE_LAYOUT, GtkLayoutManager)

/**
 * BhSideLayout:
 *
 * Two children: the main one, and one that stands beside it where the width suffices for both,
 * below it elsewhere. What decides is the least width of the children, not what they would like to
 * have, so that a long text does not move anything.
 *
 * @spacing: pixels between them; @main_width: so wide is the main one at most; @side_width: so wide
 * is the other one at least, beside it.
 */
GtkLayoutManager *bh_side_layout_new (int spacing, int main_width, int side_width);

G_END_DECLS
