/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhIdFunc:
 *
 * Returns: id of the item at @position; must be quick and must not make the item
 */
typedef gint64 (*BhIdFunc) (GListModel *model, guint position);

#define BH_TYPE_ID_SELECTION (bh_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (BhIdSelection, bh_id_selection, BH, ID_SELECTION, GObject)

/**
 * bh_id_selection_new:
 * @model: (transfer none): what is selected from
 * @get_id: ids of its items
 *
 * A #GtkSelectionModel that keeps its selection by id, so that it stays with the items when a list
 * is sorted, filtered or read anew, and that never asks every item of a long list.
 */
BhIdSelection *bh_id_selection_new (GListModel *model, BhIdFunc get_id);

/** bh_id_selection_get_single: Returns: the id that alone is selected, else 0 */
gint64 bh_id_selection_get_single (BhIdSelection *self);
/** bh_id_selection_count: Returns: how many items of the list are selected */
guint bh_id_selection_count (BhIdSelection *self);
/** bh_id_selection_dup_ids: Returns: (transfer full) (element-type gint64): the ids that are
 * selected and in the list, in its order; @max at most */
GArray *bh_id_selection_dup_ids (BhIdSelection *self, guint max);
/** bh_id_selection_select_id: selects @id alone, whether or not it is in the list; 0 selects
 * nothing */
void bh_id_selection_select_id (BhIdSelection *self, gint64 id);
/** bh_id_selection_contains: Returns: whether @id is selected */
gboolean bh_id_selection_contains (BhIdSelection *self, gint64 id);

G_END_DECLS
