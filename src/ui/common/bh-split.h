/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SPLIT (bh_split_get_type ())
G_DECLARE_FINAL_TYPE (BhSplit, bh_split, BH, SPLIT, GtkWidget)

/**
 * BhSplit:
 *
 * A list and what is open from it: side by side where there is room, the open thing over the list
 * where there is not.
 *
 * Properties: `content` and `pane` (GtkWidget, the children), `show-pane` (boolean), `collapsed`
 * (boolean, read only: the pane covers the content when it is shown), `pane-width` (int, in
 * pixels, -1 for two fifths), `breakpoint` (int: narrower than this it is collapsed).
 */
GtkWidget *bh_split_new (void);

void bh_split_set_content (BhSplit *self, GtkWidget *content);
void bh_split_set_pane (BhSplit *self, GtkWidget *pane);
void bh_split_set_show_pane (BhSplit *self, gboolean show_pane);
gboolean bh_split_get_show_pane (BhSplit *self);
gboolean bh_split_get_collapsed (BhSplit *self);
void bh_split_set_pane_width (BhSplit *self, int width);
int bh_split_get_pane_width (BhSplit *self);

G_END_DECLS
