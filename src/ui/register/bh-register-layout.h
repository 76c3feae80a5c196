/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_LAYOUT (bh_register_layout_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterLayout, bh_register_layout, BH, REGISTER_LAYOUT, GtkLayoutManager)

/**
 * BhRegisterLayout:
 *
 * Two children: one to choose with, which is as narrow as it can be at the start of the line where
 * there is room, and above the other one elsewhere; and what was chosen, which gets the rest.
 *
 * @breakpoint: narrower than this, in pixels at the usual size of text, it is above.
 */
GtkLayoutManager *bh_register_layout_new (int breakpoint);

G_END_DECLS
