/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_WRAP_LAYOUT (bh_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (BhWrapLayout, bh_wrap_layout, BH, WRAP_LAYOUT, GtkLayoutManager)

/**
 * BhWrapLayout:
 *
 * Children one after the other at their natural width, on as many lines as it takes. What is left
 * of a line goes to its first child that expands.
 *
 * Property: `spacing` (int, in pixels, between children and between lines).
 */
GtkLayoutManager *bh_wrap_layout_new (int spacing);

G_END_DECLS
