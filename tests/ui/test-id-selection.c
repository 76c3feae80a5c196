/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-id-selection.h"

/* A list of ids: its items carry none, so that only the function given can tell them. */

#define BH_TYPE_TEST_LIST (bh_test_list_get_type ())
G_DECLARE_FINAL_TYPE (BhTestList, bh_test_list, BH, TEST_LIST, GObject)

struct _BhTestList
{
  GObject parent_instance;

  GArray *ids;  /* (owned) (element-type gint64) */
  guint n_asks; /* how often an id was asked for */
};

static guint
test_list_get_n_items (GListModel *model)
{
  return BH_TEST_LIST (model)->ids->len;
}

static GType
test_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static gpointer
test_list_get_item (GListModel *model, guint position)
{
  return position < BH_TEST_LIST (model)->ids->len ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = test_list_get_item_type;
  iface->get_n_items = test_list_get_n_items;
  iface->get_item = test_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BhTestList,
                               bh_test_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
bh_test_list_finalize (GObject *object)
{
  g_array_unref (BH_TEST_LIST (object)->ids);

  G_OBJECT_CLASS (bh_test_list_parent_class)->finalize (object);
}

static void
bh_test_list_class_init (BhTestListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_test_list_finalize;
}

static void
bh_test_list_init (BhTestList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* Replaces everything by the ids @first, @first + @step, …, @n of them. */
static void
fill (BhTestList *self, gint64 first, gint64 step, guint n)
{
  guint removed = self->ids->len;

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = first + i * step;

      g_array_append_val (self->ids, id);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, n);
}

static gint64
get_id (GListModel *model, guint position)
{
  BhTestList *self = BH_TEST_LIST (model);

  self->n_asks++;

  return g_array_index (self->ids, gint64, position);
}

typedef struct
{
  BhTestList *list;
  BhIdSelection *selection;
  GString *log; /* "items 0-3+3" and "selection 0 3", one a line */
} Fixture;

static void
items_changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  g_string_append_printf (fixture->log, "items %u-%u+%u\n", position, removed, added);
}

static void
selection_changed_cb (Fixture *fixture, guint position, guint n_items)
{
  g_string_append_printf (fixture->log, "selection %u %u\n", position, n_items);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = g_object_new (BH_TYPE_TEST_LIST, NULL);
  fill (fixture->list, 10, 10, 5);
  fixture->selection = bh_id_selection_new (G_LIST_MODEL (fixture->list), get_id);
  fixture->log = g_string_new (NULL);
  g_signal_connect_swapped (fixture->selection, "items-changed", G_CALLBACK (items_changed_cb),
                            fixture);
  g_signal_connect_swapped (fixture->selection, "selection-changed",
                            G_CALLBACK (selection_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->list);
  g_string_free (fixture->log, TRUE);
}

static void
assert_changes (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

/* @expected: positions, "1 3" */
static void
assert_selected (Fixture *fixture, const char *expected)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  g_autoptr (GString) positions = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpint (gtk_selection_model_is_selected (model, i), ==,
                       gtk_bitset_contains (selected, i));
      if (gtk_bitset_contains (selected, i))
        g_string_append_printf (positions, "%s%u", positions->len > 0 ? " " : "", i);
    }
  g_assert_cmpstr (positions->str, ==, expected);
  g_assert_cmpuint (bh_id_selection_count (fixture->selection), ==, gtk_bitset_get_size (selected));
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  assert_selected (fixture, "");
  g_assert_cmpint (bh_id_selection_get_single (fixture->selection), ==, 0);

  gtk_selection_model_select_item (model, 1, TRUE);
  assert_changes (fixture, "selection 0 5\n");
  assert_selected (fixture, "1");
  g_assert_cmpint (bh_id_selection_get_single (fixture->selection), ==, 20);

  gtk_selection_model_select_item (model, 3, FALSE);
  assert_changes (fixture, "selection 3 1\n");
  assert_selected (fixture, "1 3");
  g_assert_cmpint (bh_id_selection_get_single (fixture->selection), ==, 0);

  gtk_selection_model_unselect_item (model, 1);
  assert_changes (fixture, "selection 1 1\n");
  assert_selected (fixture, "3");

  gtk_selection_model_select_range (model, 0, 3, FALSE);
  assert_selected (fixture, "0 1 2 3");
  gtk_selection_model_unselect_range (model, 1, 2);
  assert_selected (fixture, "0 3");
  g_assert_false (gtk_selection_model_select_item (model, 5, TRUE));
  assert_selected (fixture, "0 3");
}

static void
test_select_all (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_all (model);
  assert_changes (fixture, "selection 0 5\n");
  assert_selected (fixture, "0 1 2 3 4");

  gtk_selection_model_unselect_item (model, 2);
  assert_selected (fixture, "0 1 3 4");
  gtk_selection_model_select_item (model, 2, FALSE);
  assert_selected (fixture, "0 1 2 3 4");

  gtk_selection_model_select_item (model, 4, TRUE);
  assert_selected (fixture, "4");
  gtk_selection_model_unselect_all (model);
  assert_selected (fixture, "");
  gtk_selection_model_select_range (model, 0, 99, TRUE);
  assert_selected (fixture, "0 1 2 3 4");
}

static void
test_set_selection (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr (GtkBitset) selected = gtk_bitset_new_range (2, 2);
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (1, 2);

  gtk_selection_model_select_item (model, 1, TRUE);
  gtk_selection_model_set_selection (model, selected, mask);
  assert_selected (fixture, "2");
}

/* The selection stays with the items, wherever a new order or filter puts them. */
static void
test_list_changes (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);

  gtk_selection_model_select_item (model, 1, TRUE);
  assert_changes (fixture, "selection 0 5\n");

  fill (fixture->list, 50, -10, 5);
  assert_changes (fixture, "items 0-5+5\n");
  assert_selected (fixture, "3");

  fill (fixture->list, 100, 10, 2);
  assert_changes (fixture, "items 0-5+2\n");
  assert_selected (fixture, "");
  g_assert_cmpint (bh_id_selection_get_single (fixture->selection), ==, 20);

  fill (fixture->list, 20, 1, 1);
  assert_selected (fixture, "0");
}

static void
test_select_id (Fixture *fixture, gconstpointer data)
{
  bh_id_selection_select_id (fixture->selection, 30);
  assert_selected (fixture, "2");
  assert_changes (fixture, "selection 0 5\n");
  bh_id_selection_select_id (fixture->selection, 30);
  assert_changes (fixture, "");
  g_assert_true (bh_id_selection_contains (fixture->selection, 30));
  g_assert_false (bh_id_selection_contains (fixture->selection, 20));

  bh_id_selection_select_id (fixture->selection, 0);
  assert_selected (fixture, "");
}

/* A change of all, or of one, must not ask for a million ids. */
static void
test_asks_little (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->selection);
  g_autoptr (GtkBitset) all = NULL;

  fill (fixture->list, 1, 1, 1000000);
  fixture->list->n_asks = 0;
  gtk_selection_model_select_all (model);
  all = gtk_selection_model_get_selection (model);
  gtk_selection_model_select_item (model, 500000, TRUE);
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 1000000);
  g_assert_cmpuint (fixture->list->n_asks, <, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/id-selection/select", test_select);
  ADD ("/id-selection/select-all", test_select_all);
  ADD ("/id-selection/set-selection", test_set_selection);
  ADD ("/id-selection/list-changes", test_list_changes);
  ADD ("/id-selection/select-id", test_select_id);
  ADD ("/id-selection/asks-little", test_asks_little);

  return g_test_run ();
}
