/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-rows.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/register/bh-register-bar.h"
#include "ui/register/bh-register-browser.h"
#include "ui/register/bh-register-path.h"
#include "ui/register/bh-register-table.h"

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  GtkWidget *browser;
  GtkWindow *window;
  guint n_loaded, n_selected;
  BhRegisterRow *activated; /* (owned) (nullable) */
} Fixture;

static void
loaded_cb (Fixture *fixture)
{
  fixture->n_loaded++;
}

static void
selected_cb (Fixture *fixture)
{
  fixture->n_selected++;
}

static void
activated_cb (Fixture *fixture, BhRegisterRow *row)
{
  g_set_object (&fixture->activated, row);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->browser = bh_register_browser_new (fixture->desk);
  g_signal_connect_swapped (fixture->browser, "loaded", G_CALLBACK (loaded_cb), fixture);
  g_signal_connect_swapped (fixture->browser, "selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect_swapped (fixture->browser, "activated", G_CALLBACK (activated_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_clear_object (&fixture->activated);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static BhRegisterBrowser *
get_browser (Fixture *fixture)
{
  return BH_REGISTER_BROWSER (fixture->browser);
}

static BhRegisterTable *
get_table (Fixture *fixture)
{
  return bh_test_ui_find (fixture->browser, BH_TYPE_REGISTER_TABLE);
}

static BhRegisterBar *
get_bar (Fixture *fixture)
{
  return bh_test_ui_find (fixture->browser, BH_TYPE_REGISTER_BAR);
}

static void
show (Fixture *fixture)
{
  fixture->window = bh_test_ui_show (fixture->browser, 800, 600);
}

static void
wait_loaded (Fixture *fixture, guint before)
{
  while (fixture->n_loaded == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_kind (Fixture *fixture, BhRegisterKind kind)
{
  guint before = fixture->n_loaded;

  bh_register_browser_set_kind (get_browser (fixture), kind, FALSE);
  wait_loaded (fixture, before);
}

static void
search (Fixture *fixture, const char *text)
{
  guint before = fixture->n_loaded;

  gtk_editable_set_text (
      GTK_EDITABLE (bh_test_ui_find (GTK_WIDGET (get_bar (fixture)), GTK_TYPE_SEARCH_ENTRY)), text);
  wait_loaded (fixture, before);
}

static BhRegisterRow *
find_row (Fixture *fixture, const char *name)
{
  GtkColumnView *view = bh_test_ui_find (fixture->browser, GTK_TYPE_COLUMN_VIEW);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (view));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (BhRegisterRow) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (bh_payload_get (bh_register_row_get_values (row), "name"), name) == 0)
        return row;
    }

  return NULL;
}

/* Titles of the columns that are shown, joined by blanks. */
static char *
join_columns (Fixture *fixture)
{
  GListModel *columns
      = gtk_column_view_get_columns (bh_test_ui_find (fixture->browser, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "",
                                gtk_column_view_column_get_title (column));
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
assert_columns (Fixture *fixture, const char *expected)
{
  g_autofree char *columns = join_columns (fixture);

  g_assert_cmpstr (columns, ==, expected);
}

/* A page that nobody looks at reads nothing; it catches up when it is shown. */
static void
test_lazy (Fixture *fixture, gconstpointer data)
{
  bh_register_browser_set_kind (get_browser (fixture), BH_REGISTER_STAFF, FALSE);
  bh_test_ui_settle ();
  g_assert_cmpuint (fixture->n_loaded, ==, 0);
  show (fixture);
  wait_loaded (fixture, 0);
  g_assert_cmpuint (bh_register_table_get_n_rows (get_table (fixture)), ==, 6);
}

/* Only columns that say something of these rows; where they stand is said of what was searched. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  BhRegisterRow *building;
  guint before;

  show (fixture);
  wait_loaded (fixture, 0);
  assert_columns (fixture, "种类 名称 前缀 下级数量");
  before = fixture->n_loaded;
  bh_register_browser_enter (get_browser (fixture), find_row (fixture, "阳光花园"));
  wait_loaded (fixture, before);
  building = find_row (fixture, "3栋");
  g_assert_nonnull (building);
  assert_columns (fixture, "种类 名称 下级数量");
  search (fixture, "301");
  g_assert_nonnull (find_row (fixture, "301"));
  assert_columns (fixture, "种类 名称 全称");
  g_assert_true (bh_test_ui_says (fixture->browser, "3栋2单元301"));
}

static gboolean
add_community_cb (BhWork *work, gpointer user_data, GError **error)
{
  g_autoptr (BhPayload) values
      = bh_payload_new_from ("kind", "community", "name", "阳光东方", NULL);

  return bh_register_save_row (work, BH_REGISTER_PLACES, 0, values, NULL, error) != 0;
}

/* A search finds at any depth, and says in which community where there are several. */
static void
test_communities (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (fixture->test_desk->store, add_community_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  show (fixture);
  wait_loaded (fixture, 0);
  g_assert_cmpuint (bh_register_table_get_n_rows (get_table (fixture)), ==, 2);
  assert_columns (fixture, "种类 名称 前缀 下级数量");
  search (fixture, "301");
  assert_columns (fixture, "种类 名称 全称");
  search (fixture, "阳光");
  assert_columns (fixture, "种类 小区 名称 全称 前缀 下级数量");
}

/* Rooms are opened, everything else is entered; other lists have nothing to enter. */
static void
test_enter (Fixture *fixture, gconstpointer data)
{
  BhRegisterTable *table = get_table (fixture);

  show (fixture);
  wait_loaded (fixture, 0);
  g_assert_false (bh_register_browser_leave (get_browser (fixture)));
  search (fixture, "301");
  g_assert_false (bh_register_browser_can_enter (get_browser (fixture), find_row (fixture, "301")));
  g_signal_emit_by_name (table, "activated", find_row (fixture, "301"));
  g_assert_true (fixture->activated == find_row (fixture, "301"));
  g_clear_object (&fixture->activated);

  search (fixture, "");
  g_signal_emit_by_name (table, "activated", find_row (fixture, "阳光花园"));
  g_assert_null (fixture->activated);
  g_assert_nonnull (bh_register_browser_get_parent_row (get_browser (fixture)));
  g_assert_true (bh_register_browser_leave (get_browser (fixture)));
  g_assert_null (bh_register_browser_get_parent_row (get_browser (fixture)));

  set_kind (fixture, BH_REGISTER_STAFF);
  g_signal_emit_by_name (table, "activated", find_row (fixture, "李强"));
  g_assert_true (fixture->activated == find_row (fixture, "李强"));
  g_assert_false (bh_register_browser_leave (get_browser (fixture)));
}

/* Who turns to another list while the way to a place is looked up is not brought there after. */
static void
test_enter_given_up (Fixture *fixture, gconstpointer data)
{
  BhRegisterBrowser *browser = get_browser (fixture);

  show (fixture);
  wait_loaded (fixture, 0);
  search (fixture, "3栋");
  g_assert_true (bh_register_browser_enter (browser, find_row (fixture, "3栋")));
  bh_register_browser_set_kind (browser, BH_REGISTER_STAFF, FALSE);
  bh_register_browser_set_kind (browser, BH_REGISTER_PLACES, FALSE);
  search (fixture, "阳光");
  bh_test_ui_settle ();
  g_assert_null (bh_register_browser_get_parent_row (browser));
}

/* What is wanted is selected; what goes leaves its place to the next. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  gint64 id;
  guint before;
  guint position;

  show (fixture);
  wait_loaded (fixture, 0);
  set_kind (fixture, BH_REGISTER_STAFF);
  id = bh_register_row_get_id (find_row (fixture, "王敏"));
  before = fixture->n_loaded;
  bh_register_browser_reload_at (get_browser (fixture), id, TRUE);
  wait_loaded (fixture, before);
  g_assert_true (bh_register_browser_get_selected (get_browser (fixture))
                 == find_row (fixture, "王敏"));
  g_assert_true (bh_register_table_has_focus (get_table (fixture)));
  /* Nobody selected it. */
  g_assert_cmpuint (fixture->n_selected, ==, 0);

  position = bh_register_table_get_position (get_table (fixture));
  search (fixture, "李强");
  g_assert_true (bh_register_browser_get_selected (get_browser (fixture))
                 == find_row (fixture, "李强"));
  g_assert_cmpuint (position, >, 0);
  bh_register_browser_move (get_browser (fixture), 1);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
}

/* The search goes with the list, the wish for retired rows stays. */
static void
test_bar (Fixture *fixture, gconstpointer data)
{
  GtkCheckButton *retired = bh_test_ui_find (GTK_WIDGET (get_bar (fixture)), GTK_TYPE_CHECK_BUTTON);
  guint before;

  show (fixture);
  wait_loaded (fixture, 0);
  set_kind (fixture, BH_REGISTER_STAFF);
  before = fixture->n_loaded;
  gtk_check_button_set_active (retired, TRUE);
  wait_loaded (fixture, before);
  search (fixture, "没有这个人");
  g_assert_true (bh_test_ui_says (fixture->browser, "没有找到"));
  g_assert_true (bh_test_ui_says (fixture->browser, "共 0 项"));
  set_kind (fixture, BH_REGISTER_CHANNELS);
  g_assert_null (bh_register_bar_get_search (get_bar (fixture)));
  g_assert_true (bh_register_bar_get_with_retired (get_bar (fixture)));
  g_assert_true (bh_test_ui_says (fixture->browser, "+ 渠道"));
}

/* A list that cannot be read says why, and how to try again. */
static void
test_error (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  wait_loaded (fixture, 0);
  bh_store_close (fixture->test_desk->store);
  bh_register_browser_reload_at (get_browser (fixture), 0, FALSE);
  while (!bh_test_ui_says (fixture->browser, "无法读取列表"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (bh_register_browser_focus (get_browser (fixture)));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test)                                                                            \
  g_test_add ("/register-browser/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("lazy", test_lazy);
  ADD ("columns", test_columns);
  ADD ("communities", test_communities);
  ADD ("enter", test_enter);
  ADD ("enter-given-up", test_enter_given_up);
  ADD ("selection", test_selection);
  ADD ("bar", test_bar);
  ADD ("error", test_error);

  return g_test_run ();
}
