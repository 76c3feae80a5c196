/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-id-selection.h"

/**
 * BhIdSelection:
 *
 * Main thread. The selection is a set of ids, or everything but a set of ids: selecting all of a
 * million rows is one flag. A change of the list is passed on as it is, since ids do not move.
 */
struct _BhIdSelection
{
  GObject parent_instance;

  GListModel *model; /* (owned) */
  BhIdFunc get_id;
  GHashTable *ids;   /* (owned): set of gint64 */
  gboolean inverted; /* everything but @ids is selected */
};

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhIdSelection,
                               bh_id_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_iface_init))

static guint
count_items (BhIdSelection *self)
{
  return g_list_model_get_n_items (self->model);
}

static gboolean
is_selected_id (BhIdSelection *self, gint64 id)
{
  return g_hash_table_contains (self->ids, &id) != self->inverted;
}

static void
mark_id (BhIdSelection *self, gint64 id, gboolean selected)
{
  if (selected == self->inverted)
    g_hash_table_remove (self->ids, &id);
  else
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
}

static void
reset (BhIdSelection *self, gboolean inverted)
{
  g_hash_table_remove_all (self->ids);
  self->inverted = inverted;
}

static void
emit_all (BhIdSelection *self)
{
  guint n_items = count_items (self);

  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

static GType
list_model_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (BH_ID_SELECTION (list)->model);
}

static guint
list_model_get_n_items (GListModel *list)
{
  return count_items (BH_ID_SELECTION (list));
}

static gpointer
list_model_get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (BH_ID_SELECTION (list)->model, position);
}

static gboolean
selection_is_selected (GtkSelectionModel *model, guint position)
{
  BhIdSelection *self = BH_ID_SELECTION (model);

  return position < count_items (self)
         && is_selected_id (self, self->get_id (self->model, position));
}

static GtkBitset *
selection_get_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  BhIdSelection *self = BH_ID_SELECTION (model);
  GtkBitset *result = gtk_bitset_new_empty ();
  guint all = count_items (self);

  if (position >= all)
    return result;
  n_items = MIN (n_items, all - position);

  if (g_hash_table_size (self->ids) == 0)
    {
      if (self->inverted)
        gtk_bitset_add_range (result, position, n_items);
      return result;
    }
  for (guint i = position; i < position + n_items; i++)
    {
      if (is_selected_id (self, self->get_id (self->model, i)))
        gtk_bitset_add (result, i);
    }

  return result;
}

static gboolean
selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  BhIdSelection *self = BH_ID_SELECTION (model);

  if (position >= count_items (self))
    return FALSE;
  if (unselect_rest)
    {
      bh_id_selection_select_id (self, self->get_id (self->model, position));
      return TRUE;
    }
  mark_id (self, self->get_id (self->model, position), TRUE);
  gtk_selection_model_selection_changed (model, position, 1);

  return TRUE;
}

static gboolean
selection_unselect_item (GtkSelectionModel *model, guint position)
{
  BhIdSelection *self = BH_ID_SELECTION (model);

  if (position >= count_items (self))
    return FALSE;
  mark_id (self, self->get_id (self->model, position), FALSE);
  gtk_selection_model_selection_changed (model, position, 1);

  return TRUE;
}

static void
mark_range (BhIdSelection *self, guint position, guint n_items, gboolean selected)
{
  guint all = count_items (self);

  if (position >= all)
    return;
  n_items = MIN (n_items, all - position);
  for (guint i = position; i < position + n_items; i++)
    mark_id (self, self->get_id (self->model, i), selected);
}

static gboolean
selection_select_all (GtkSelectionModel *model)
{
  BhIdSelection *self = BH_ID_SELECTION (model);

  reset (self, TRUE);
  emit_all (self);

  return TRUE;
}

static gboolean
selection_select_range (GtkSelectionModel *model,
                        guint position,
                        guint n_items,
                        gboolean unselect_rest)
{
  BhIdSelection *self = BH_ID_SELECTION (model);

  if (position == 0 && n_items >= count_items (self))
    return selection_select_all (model);
  if (unselect_rest)
    reset (self, FALSE);
  mark_range (self, position, n_items, TRUE);
  emit_all (self);

  return TRUE;
}

static gboolean
selection_unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  BhIdSelection *self = BH_ID_SELECTION (model);

  mark_range (self, position, n_items, FALSE);
  emit_all (self);

  return TRUE;
}

static gboolean
selection_unselect_all (GtkSelectionModel *model)
{
  BhIdSelection *self = BH_ID_SELECTION (model);

  reset (self, FALSE);
  emit_all (self);

  return TRUE;
}

static gboolean
selection_set (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  BhIdSelection *self = BH_ID_SELECTION (model);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      if (position < count_items (self))
        mark_id (self, self->get_id (self->model, position),
                 gtk_bitset_contains (selected, position));
    }
  emit_all (self);

  return TRUE;
}

static void
items_changed_cb (BhIdSelection *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
bh_id_selection_finalize (GObject *object)
{
  BhIdSelection *self = BH_ID_SELECTION (object);

  g_hash_table_unref (self->ids);
  g_object_unref (self->model);

  G_OBJECT_CLASS (bh_id_selection_parent_class)->finalize (object);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = selection_is_selected;
  iface->get_selection_in_range = selection_get_in_range;
  iface->select_item = selection_select_item;
  iface->unselect_item = selection_unselect_item;
  iface->select_range = selection_select_range;
  iface->unselect_range = selection_unselect_range;
  iface->select_all = selection_select_all;
  iface->unselect_all = selection_unselect_all;
  iface->set_selection = selection_set;
}

static void
bh_id_selection_class_init (BhIdSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_id_selection_finalize;
}

static void
bh_id_selection_init (BhIdSelection *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

BhIdSelection *
bh_id_selection_new (GListModel *model, BhIdFunc get_id)
{
  BhIdSelection *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);
  g_return_val_if_fail (get_id != NULL, NULL);

  self = g_object_new (BH_TYPE_ID_SELECTION, NULL);
  self->model = g_object_ref (model);
  self->get_id = get_id;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

gint64
bh_id_selection_get_single (BhIdSelection *self)
{
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (BH_IS_ID_SELECTION (self), 0);

  if (self->inverted)
    return count_items (self) == 1 && is_selected_id (self, self->get_id (self->model, 0))
               ? self->get_id (self->model, 0)
               : 0;
  if (g_hash_table_size (self->ids) != 1)
    return 0;

  g_hash_table_iter_init (&iter, self->ids);
  g_hash_table_iter_next (&iter, &id, NULL);

  return *(gint64 *) id;
}

guint
bh_id_selection_count (BhIdSelection *self)
{
  guint marked = 0;
  guint n_items;

  g_return_val_if_fail (BH_IS_ID_SELECTION (self), 0);

  n_items = count_items (self);
  if (g_hash_table_size (self->ids) > 0)
    {
      for (guint i = 0; i < n_items; i++)
        {
          gint64 id = self->get_id (self->model, i);

          if (g_hash_table_contains (self->ids, &id))
            marked++;
        }
    }

  return self->inverted ? n_items - marked : marked;
}

GArray *
bh_id_selection_dup_ids (BhIdSelection *self, guint max)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_items;

  g_return_val_if_fail (BH_IS_ID_SELECTION (self), ids);

  n_items = count_items (self);
  if (!self->inverted)
    max = MIN (max, g_hash_table_size (self->ids));
  for (guint i = 0; i < n_items && ids->len < max; i++)
    {
      gint64 id = self->get_id (self->model, i);

      if (is_selected_id (self, id))
        g_array_append_val (ids, id);
    }

  return ids;
}

void
bh_id_selection_select_id (BhIdSelection *self, gint64 id)
{
  g_return_if_fail (BH_IS_ID_SELECTION (self));

  if (id != 0 && bh_id_selection_get_single (self) == id)
    return;
  reset (self, FALSE);
  if (id != 0)
    mark_id (self, id, TRUE);
  emit_all (self);
}

gboolean
bh_id_selection_contains (BhIdSelection *self, gint64 id)
{
  g_return_val_if_fail (BH_IS_ID_SELECTION (self), FALSE);

  return is_selected_id (self, id);
}
