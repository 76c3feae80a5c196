/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bh-test-register-page.h"
#include "ui/register/bh-register-bar.h"
#include "ui/register/bh-register-browser.h"
#include "ui/register/bh-register-form.h"
#include "ui/register/bh-register-path.h"

/* Finding one's way about the register: its lists, search, keys, and who may only read. */

/* Every list has its rows and a column for each field that is in the list. */
static void
test_lists (BhTestRegisterPage *fixture, gconstpointer data)
{
  GListModel *columns
      = gtk_column_view_get_columns (bh_test_register_page_find (fixture, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) first = NULL;
  g_autofree char *remembered = NULL;

  bh_test_register_page_show_kind (fixture, BH_REGISTER_STAFF, 6);
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 6);
  first = g_list_model_get_item (columns, 0);
  g_assert_cmpstr (gtk_column_view_column_get_title (first), ==, "姓名");
  g_assert_true (bh_test_ui_says (fixture->page, "李强"));
  g_assert_true (bh_test_ui_says (fixture->page, "工程维修"));
  g_assert_true (bh_test_ui_says (fixture->page, "共 6 项"));
  remembered = g_settings_get_string (fixture->settings, "register-list");
  g_assert_cmpstr (remembered, ==, "staff");
  bh_test_register_page_show_kind (fixture, BH_REGISTER_POLICIES, 15);
  g_assert_true (bh_test_ui_says (fixture->page, "24 小时"));
  g_assert_true (bh_test_ui_says (fixture->page, "30 分钟"));
}

static const char *
get_selected_name (BhTestRegisterPage *fixture)
{
  BhRegisterRow *row = bh_register_table_get_selected (bh_test_register_page_get_table (fixture));

  return row != NULL ? bh_payload_get (bh_register_row_get_values (row), "name") : NULL;
}

/* Down by Enter, up by Backspace, to the row from which one came; a room is opened, not entered. */
static void
test_walk (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhRegisterPath *path = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_PATH);
  BhRegisterTable *table = bh_test_register_page_get_table (fixture);
  BhRegisterRow *community = bh_test_register_page_find_row (fixture, "name", "阳光花园");
  const char *const down[] = { "阳光花园", "3栋", "2单元" };

  for (guint i = 0; i < G_N_ELEMENTS (down); i++)
    {
      bh_test_register_page_wait_listed (fixture, down[i], TRUE);
      bh_test_register_page_select_row (fixture, down[i]);
      g_signal_emit_by_name (table, "activated", bh_register_table_get_selected (table));
      g_assert_true (bh_test_ui_says (GTK_WIDGET (path), down[i]));
    }
  bh_test_register_page_wait_listed (fixture, "302", TRUE);
  bh_test_register_page_select_row (fixture, "302");
  g_signal_emit_by_name (table, "activated", bh_register_table_get_selected (table));
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "名称 *")), ==,
                   "302");

  g_assert_true (bh_test_register_page_press_in_list (fixture, GDK_KEY_BackSpace));
  bh_test_register_page_wait_listed (fixture, "2单元", TRUE);
  g_assert_cmpstr (get_selected_name (fixture), ==, "2单元");
  bh_register_path_clear (path);
  bh_test_register_page_wait_listed (fixture, "阳光花园", TRUE);
  g_assert_cmpstr (get_selected_name (fixture), ==, "阳光花园");
  g_assert_false (bh_test_register_page_press_in_list (fixture, GDK_KEY_x));
  g_assert_cmpint (bh_register_path_get_id (path), ==, 0);
  g_assert_nonnull (community);
}

static void
search (BhTestRegisterPage *fixture, const char *text)
{
  GtkWidget *entry = bh_test_ui_find (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BAR),
                                      GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
test_search (BhTestRegisterPage *fixture, gconstpointer data)
{
  bh_test_register_page_show_kind (fixture, BH_REGISTER_STAFF, 6);
  search (fixture, "lq");
  bh_test_register_page_wait_rows (fixture, 1);
  g_assert_nonnull (bh_test_register_page_find_row (fixture, "name", "李强"));
  search (fixture, "没有这个人");
  bh_test_register_page_wait_rows (fixture, 0);
  g_assert_true (bh_test_ui_says (fixture->page, "没有找到"));
  bh_test_register_page_act (fixture, "register.clear-search");
  bh_test_register_page_wait_rows (fixture, 6);
}

static gboolean
is_inside (gpointer path)
{
  return bh_register_path_get_id (path) != 0;
}

/* A place that was found anywhere is entered where it stands. */
static void
test_search_place (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhRegisterTable *table = bh_test_register_page_get_table (fixture);

  search (fixture, "2单元");
  bh_test_register_page_wait_listed (fixture, "2单元", TRUE);
  bh_test_register_page_select_row (fixture, "2单元");
  g_signal_emit_by_name (table, "activated", bh_register_table_get_selected (table));
  bh_test_ui_wait (is_inside, bh_test_register_page_find (fixture, BH_TYPE_REGISTER_PATH));
  bh_test_register_page_wait_rows (fixture, 2);
  g_assert_nonnull (bh_test_register_page_find_row (fixture, "name", "301"));
  g_assert_true (
      bh_test_ui_says (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_PATH), "阳光花园"));
  g_assert_true (
      bh_test_ui_says (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_PATH), "3栋"));
  g_assert_null (
      bh_register_bar_get_search (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BAR)));
}

/* Who may not change the register reads it. */
static void
test_reader (BhTestRegisterPage *fixture, gconstpointer data)
{
  bh_test_register_page_seat (fixture, "王敏");
  bh_test_register_page_show_kind (fixture, BH_REGISTER_STAFF, 6);
  bh_test_register_page_select_row (fixture, "李强");
  g_assert_true (bh_test_ui_says (fixture->page, "只有主管"));
  g_assert_false (gtk_editable_get_editable (bh_test_register_page_get_entry (fixture, "电话")));
  bh_test_register_page_press_in_list (fixture, GDK_KEY_Insert);
  g_assert_cmpint (bh_register_row_get_id (bh_register_form_get_row (
                       bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM))),
                   !=, 0);
  bh_test_register_page_seat (fixture, "陈静");
  g_assert_true (gtk_editable_get_editable (bh_test_register_page_get_entry (fixture, "电话")));
}

/* Only what such a place has is asked for. */
static void
test_fields_of_kinds (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhRegisterBrowser *browser = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BROWSER);
  GtkWidget *form = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM);

  bh_test_register_page_select_row (fixture, "阳光花园");
  g_assert_true (bh_test_ui_says (form, "户数"));
  g_assert_false (bh_test_ui_says (form, "管家"));
  bh_register_browser_enter (browser, bh_register_browser_get_selected (browser));
  bh_test_register_page_wait_listed (fixture, "3栋", TRUE);
  bh_test_register_page_select_row (fixture, "3栋");
  g_assert_false (bh_test_ui_says (form, "户数"));
  g_assert_true (bh_test_ui_says (form, "管家"));
  g_assert_false (
      gtk_editable_get_editable (bh_test_register_page_get_entry (fixture, "所在上级")));
}

/* Keys alone: from list to list, down the rows, into the form and back to the row. */
static void
test_keys (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhRegisterKinds *kinds = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_KINDS);
  BhRegisterRow *first;
  GtkWidget *focus;

  for (guint i = 0; i < BH_REGISTER_STAFF; i++)
    g_assert_true (
        bh_test_register_page_press (fixture->page, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_cmpint (bh_register_kinds_get (kinds), ==, BH_REGISTER_STAFF);
  bh_test_register_page_wait_rows (fixture, 6);
  bh_test_register_page_press_in_list (fixture, GDK_KEY_j);
  first = bh_register_table_get_selected (bh_test_register_page_get_table (fixture));
  bh_test_register_page_press_in_list (fixture, GDK_KEY_j);
  g_assert_true (bh_register_table_get_selected (bh_test_register_page_get_table (fixture))
                 != first);
  bh_test_register_page_press_in_list (fixture, GDK_KEY_k);
  g_assert_true (bh_register_table_get_selected (bh_test_register_page_get_table (fixture))
                 == first);
  bh_test_register_page_press_in_list (fixture, GDK_KEY_F2);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (
      gtk_widget_is_ancestor (focus, bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM)));
  gtk_widget_activate_action (focus, "form.leave", NULL);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (
      gtk_widget_is_ancestor (focus, bh_test_register_page_find (fixture, BH_TYPE_REGISTER_TABLE)));
  gtk_window_set_focus (fixture->window, NULL);
  g_assert_true (gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD));
  g_assert_true (bh_register_table_has_focus (bh_test_register_page_get_table (fixture)));
  bh_test_register_page_act (fixture, "register.find");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (
      gtk_widget_is_ancestor (focus, bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BAR)));
}

static void
test_empty (BhTestRegisterPage *fixture, gconstpointer data)
{
  bh_test_register_page_show_kind (fixture, BH_REGISTER_CONTACTS, 0);
  fixture->wanted = NULL;
  bh_test_ui_settle ();
  while (!bh_test_ui_says (fixture->page, "还没有联系人"))
    g_main_context_iteration (NULL, TRUE);
  bh_test_register_page_act (fixture, "register.add");
  bh_test_register_page_type (fixture, "姓名 *", "张晓燕");
  bh_test_register_page_submit (fixture);
  bh_test_register_page_wait_rows (fixture, 1);
}

static void
test_roles (BhTestRegisterPage *fixture, gconstpointer data)
{
  GtkWidget *kinds = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_KINDS);
  GtkWidget *first = gtk_widget_get_first_child (kinds);

  gtk_test_accessible_assert_role (kinds, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "位置");
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_role (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BAR),
                                   GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_test_accessible_assert_property (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BAR),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "位置");
  gtk_test_accessible_assert_role (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_PATH),
                                   GTK_ACCESSIBLE_ROLE_NAVIGATION);
  gtk_test_accessible_assert_property (bh_test_register_page_find (fixture, GTK_TYPE_COLUMN_VIEW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "位置");
  bh_test_register_page_select_row (fixture, "阳光花园");
  gtk_test_accessible_assert_role (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM),
                                   GTK_ACCESSIBLE_ROLE_FORM);
  gtk_test_accessible_assert_property (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "阳光花园");
  gtk_test_accessible_assert_property (bh_test_register_page_get_entry (fixture, "户数"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "户数");
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  bh_test_register_page_add ("/register-page/lists", test_lists);
  bh_test_register_page_add ("/register-page/walk", test_walk);
  bh_test_register_page_add ("/register-page/search", test_search);
  bh_test_register_page_add ("/register-page/search-place", test_search_place);
  bh_test_register_page_add ("/register-page/reader", test_reader);
  bh_test_register_page_add ("/register-page/fields-of-kinds", test_fields_of_kinds);
  bh_test_register_page_add ("/register-page/keys", test_keys);
  bh_test_register_page_add ("/register-page/empty", test_empty);
  bh_test_register_page_add ("/register-page/roles", test_roles);

  return g_test_run ();
}
