/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-i18n.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-settings.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-field.h"
#include "ui/common/bh-picker.h"
#include "ui/common/bh-split.h"
#include "ui/register/bh-register-bar.h"
#include "ui/register/bh-register-browser.h"
#include "ui/register/bh-register-fields.h"
#include "ui/register/bh-register-form.h"
#include "ui/register/bh-register-kinds.h"
#include "ui/register/bh-register-page.h"
#include "ui/register/bh-register-path.h"
#include "ui/register/bh-register-table.h"

#include <string.h>

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhDrafts *drafts;
  GSettings *settings;
  GtkWidget *page;
  GtkWindow *window;
  const char *wanted; /* what is_listed() waits for */
  guint n_rows;       /* what has_rows() waits for */
} Fixture;

static gpointer
find (Fixture *fixture, GType type)
{
  return bh_test_ui_find (fixture->page, type);
}

static BhRegisterTable *
get_table (Fixture *fixture)
{
  return find (fixture, BH_TYPE_REGISTER_TABLE);
}

static gboolean
has_rows (gpointer data)
{
  Fixture *fixture = data;

  return bh_register_table_get_n_rows (get_table (fixture)) == fixture->n_rows;
}

static void
wait_rows (Fixture *fixture, guint n_rows)
{
  fixture->n_rows = n_rows;
  bh_test_ui_wait (has_rows, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->drafts = bh_drafts_new (NULL);
  fixture->settings = g_settings_new ("io.github.bihuan.Bihuan");
  g_settings_reset (fixture->settings, "register-list");
  fixture->page = bh_register_page_new (fixture->desk, fixture->drafts, fixture->settings);
  fixture->window = bh_test_ui_show (fixture->page, 1250, 700);
  wait_rows (fixture, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_clear_object (&fixture->settings);
  bh_test_ui_end (fixture->drafts);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

static void
show_kind (Fixture *fixture, BhRegisterKind kind, guint n_rows)
{
  BhRegisterKinds *kinds = find (fixture, BH_TYPE_REGISTER_KINDS);

  bh_register_kinds_move (kinds, (int) kind - (int) bh_register_kinds_get (kinds));
  wait_rows (fixture, n_rows);
}

static GListModel *
get_rows (Fixture *fixture)
{
  GtkColumnView *view = find (fixture, GTK_TYPE_COLUMN_VIEW);

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

static BhRegisterRow *
find_row (Fixture *fixture, const char *key, const char *value)
{
  GListModel *rows = get_rows (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (BhRegisterRow) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (bh_payload_get (bh_register_row_get_values (row), key), value) == 0)
        return row;
    }

  return NULL;
}

static gboolean
is_listed (gpointer data)
{
  Fixture *fixture = data;

  return find_row (fixture, "name", fixture->wanted) != NULL;
}

static gboolean
is_not_listed (gpointer data)
{
  return !is_listed (data);
}

static void
wait_listed (Fixture *fixture, const char *name, gboolean listed)
{
  fixture->wanted = name;
  bh_test_ui_wait (listed ? is_listed : is_not_listed, fixture);
}

static void
select_row (Fixture *fixture, const char *name)
{
  GListModel *rows = get_rows (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (BhRegisterRow) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (bh_payload_get (bh_register_row_get_values (row), "name"), name) == 0)
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows), i, TRUE);
    }
  g_assert_nonnull (bh_register_table_get_selected (get_table (fixture)));
}

/* The line of the form that has @label. */
static BhField *
find_line (GtkWidget *widget, const char *label)
{
  BhField *found = NULL;

  if (BH_IS_FIELD (widget))
    return bh_test_ui_says (widget, label) ? BH_FIELD (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_line (child, label);

  return found;
}

static BhField *
get_line (Fixture *fixture, const char *label)
{
  BhField *line = find_line (find (fixture, BH_TYPE_REGISTER_FORM), label);

  g_assert_nonnull (line);

  return line;
}

static GtkEditable *
get_entry (Fixture *fixture, const char *label)
{
  return GTK_EDITABLE (
      bh_control_get_focus_widget (bh_field_get_control (get_line (fixture, label))));
}

static void
type (Fixture *fixture, const char *label, const char *text)
{
  gtk_editable_set_text (get_entry (fixture, label), text);
}

static void
submit (Fixture *fixture)
{
  gtk_widget_activate_action (find (fixture, BH_TYPE_REGISTER_FIELDS), "form.submit", NULL);
}

/* A key that the widget with the focus leaves to those around it. */
static gboolean
press (gpointer widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }

  return handled;
}

static gboolean
press_in_list (Fixture *fixture, guint key)
{
  return press (find (fixture, BH_TYPE_REGISTER_BROWSER), key, 0);
}

static gboolean
set_desk_staff_cb (BhWork *work, gpointer name, GError **error)
{
  return bh_settings_set (work, "desk-staff", name, error);
}

static void
seat (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (fixture->test_desk->store, set_desk_staff_cb, (gpointer) name, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
add_staff_cb (BhWork *work, gpointer name, GError **error)
{
  return bh_register_add_staff (work, name, 0, BH_ROLE_WORKER, NULL, error) != 0;
}

/* As somebody at another desk. */
static void
add_staff (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (fixture->test_desk->store, add_staff_cb, (gpointer) name, NULL, &error);
  g_assert_no_error (error);
}

static BhStaff *
find_staff (Fixture *fixture, const char *name)
{
  return bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF, name);
}

/* Every list has its rows and a column for each field that is in the list. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  GListModel *columns = gtk_column_view_get_columns (find (fixture, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) first = NULL;
  g_autofree char *remembered = NULL;

  show_kind (fixture, BH_REGISTER_STAFF, 6);
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 6);
  first = g_list_model_get_item (columns, 0);
  g_assert_cmpstr (gtk_column_view_column_get_title (first), ==, "姓名");
  g_assert_true (bh_test_ui_says (fixture->page, "李强"));
  g_assert_true (bh_test_ui_says (fixture->page, "工程维修"));
  g_assert_true (bh_test_ui_says (fixture->page, "共 6 项"));
  remembered = g_settings_get_string (fixture->settings, "register-list");
  g_assert_cmpstr (remembered, ==, "staff");
  show_kind (fixture, BH_REGISTER_POLICIES, 15);
  g_assert_true (bh_test_ui_says (fixture->page, "24 小时"));
  g_assert_true (bh_test_ui_says (fixture->page, "30 分钟"));
}

static const char *
get_selected_name (Fixture *fixture)
{
  BhRegisterRow *row = bh_register_table_get_selected (get_table (fixture));

  return row != NULL ? bh_payload_get (bh_register_row_get_values (row), "name") : NULL;
}

/* Down by Enter, up by Backspace, to the row from which one came; a room is opened, not entered. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  BhRegisterPath *path = find (fixture, BH_TYPE_REGISTER_PATH);
  BhRegisterTable *table = get_table (fixture);
  BhRegisterRow *community = find_row (fixture, "name", "阳光花园");
  const char *const down[] = { "阳光花园", "3栋", "2单元" };

  for (guint i = 0; i < G_N_ELEMENTS (down); i++)
    {
      wait_listed (fixture, down[i], TRUE);
      select_row (fixture, down[i]);
      g_signal_emit_by_name (table, "activated", bh_register_table_get_selected (table));
      g_assert_true (bh_test_ui_says (GTK_WIDGET (path), down[i]));
    }
  wait_listed (fixture, "302", TRUE);
  select_row (fixture, "302");
  g_signal_emit_by_name (table, "activated", bh_register_table_get_selected (table));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "名称 *")), ==, "302");

  g_assert_true (press_in_list (fixture, GDK_KEY_BackSpace));
  wait_listed (fixture, "2单元", TRUE);
  g_assert_cmpstr (get_selected_name (fixture), ==, "2单元");
  bh_register_path_clear (path);
  wait_listed (fixture, "阳光花园", TRUE);
  g_assert_cmpstr (get_selected_name (fixture), ==, "阳光花园");
  g_assert_false (press_in_list (fixture, GDK_KEY_x));
  g_assert_cmpint (bh_register_path_get_id (path), ==, 0);
  g_assert_nonnull (community);
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = bh_test_ui_find (find (fixture, BH_TYPE_REGISTER_BAR), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  show_kind (fixture, BH_REGISTER_STAFF, 6);
  search (fixture, "lq");
  wait_rows (fixture, 1);
  g_assert_nonnull (find_row (fixture, "name", "李强"));
  search (fixture, "没有这个人");
  wait_rows (fixture, 0);
  g_assert_true (bh_test_ui_says (fixture->page, "没有找到"));
  act (fixture, "register.clear-search");
  wait_rows (fixture, 6);
}

static gboolean
is_inside (gpointer path)
{
  return bh_register_path_get_id (path) != 0;
}

/* A place that was found anywhere is entered where it stands. */
static void
test_search_place (Fixture *fixture, gconstpointer data)
{
  BhRegisterTable *table = get_table (fixture);

  search (fixture, "2单元");
  wait_listed (fixture, "2单元", TRUE);
  select_row (fixture, "2单元");
  g_signal_emit_by_name (table, "activated", bh_register_table_get_selected (table));
  bh_test_ui_wait (is_inside, find (fixture, BH_TYPE_REGISTER_PATH));
  wait_rows (fixture, 2);
  g_assert_nonnull (find_row (fixture, "name", "301"));
  g_assert_true (bh_test_ui_says (find (fixture, BH_TYPE_REGISTER_PATH), "阳光花园"));
  g_assert_true (bh_test_ui_says (find (fixture, BH_TYPE_REGISTER_PATH), "3栋"));
  g_assert_null (bh_register_bar_get_search (find (fixture, BH_TYPE_REGISTER_BAR)));
}

static gboolean
has_phone (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (find_staff (fixture, "李强")->phone, fixture->wanted) == 0;
}

static void
wait_phone (Fixture *fixture, const char *phone)
{
  fixture->wanted = phone;
  bh_test_ui_wait (has_phone, fixture);
}

static gboolean
can_undo (gpointer page)
{
  return bh_test_ui_says (page, "撤销");
}

/* What is saved shows in the list, and is taken back by one key. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  seat (fixture, "陈静");
  show_kind (fixture, BH_REGISTER_STAFF, 6);
  select_row (fixture, "李强");
  g_assert_true (bh_split_get_show_pane (find (fixture, BH_TYPE_SPLIT)));
  type (fixture, "电话", "138 0013-8000");
  g_assert_true (bh_test_ui_says (fixture->page, "尚未保存"));
  submit (fixture);
  wait_phone (fixture, "13800138000");
  bh_test_ui_wait (can_undo, fixture->page);
  g_assert_false (bh_test_ui_says (fixture->page, "尚未保存"));
  act (fixture, "register.undo");
  wait_phone (fixture, NULL);
}

/* Insert begins an empty form, Enter adds, and the new row is the one that is open. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  BhRegisterForm *form = find (fixture, BH_TYPE_REGISTER_FORM);

  show_kind (fixture, BH_REGISTER_DEPARTMENTS,
             bh_office_list (bh_desk_get_office (fixture->desk), BH_TYPE_DEPARTMENT)->len);
  g_assert_true (press_in_list (fixture, GDK_KEY_Insert));
  g_assert_cmpint (bh_register_row_get_id (bh_register_form_get_row (form)), ==, 0);
  submit (fixture);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (form), "请填写此项"));
  type (fixture, "名称 *", "礼宾");
  submit (fixture);
  wait_listed (fixture, "礼宾", TRUE);
  bh_test_ui_wait (can_undo, fixture->page);
  act (fixture, "register.undo");
  wait_listed (fixture, "礼宾", FALSE);
}

static gboolean
is_begun_anew (gpointer entry)
{
  return *gtk_editable_get_text (entry) == '\0';
}

/* One room after the other, each where the list is. */
static void
test_add_places (Fixture *fixture, gconstpointer data)
{
  BhRegisterBrowser *browser = find (fixture, BH_TYPE_REGISTER_BROWSER);

  bh_register_browser_enter (browser, find_row (fixture, "name", "阳光花园"));
  wait_listed (fixture, "3栋", TRUE);
  act (fixture, "register.add");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "所在上级")), ==, "阳光花园");
  bh_control_set_text (bh_field_get_control (get_line (fixture, "种类")), "area");
  type (fixture, "名称 *", "4栋");
  gtk_widget_activate_action (find (fixture, BH_TYPE_REGISTER_FIELDS), "form.submit-next", NULL);
  bh_test_ui_wait (is_begun_anew, get_entry (fixture, "名称 *"));
  wait_listed (fixture, "4栋", TRUE);
  g_assert_cmpint (
      bh_register_row_get_id (bh_register_form_get_row (find (fixture, BH_TYPE_REGISTER_FORM))), ==,
      0);
  type (fixture, "名称 *", "5栋");
  submit (fixture);
  wait_listed (fixture, "5栋", TRUE);
  g_assert_cmpstr (
      bh_payload_get (bh_register_row_get_values (find_row (fixture, "name", "5栋")), "kind"), ==,
      "area");
}

/* Retired rows go from the list, unless they are asked for, and come back. */
static void
test_retire (Fixture *fixture, gconstpointer data)
{
  GtkCheckButton *with_retired
      = bh_test_ui_find (find (fixture, BH_TYPE_REGISTER_BAR), GTK_TYPE_CHECK_BUTTON);

  show_kind (fixture, BH_REGISTER_STAFF, 6);
  select_row (fixture, "赵刚");
  g_assert_true (press_in_list (fixture, GDK_KEY_Delete));
  wait_rows (fixture, 5);
  g_assert_null (find_row (fixture, "name", "赵刚"));
  g_assert_nonnull (bh_register_table_get_selected (get_table (fixture)));
  bh_test_ui_wait (can_undo, fixture->page);

  gtk_check_button_set_active (with_retired, TRUE);
  wait_rows (fixture, 6);
  g_assert_true (bh_test_ui_says (fixture->page, "赵刚（已停用）"));
  gtk_check_button_set_active (with_retired, FALSE);
  wait_rows (fixture, 5);
  act (fixture, "register.undo");
  wait_rows (fixture, 6);
}

static BhPolicy *
find_policy (Fixture *fixture)
{
  return bh_office_find_policy (bh_desk_get_office (fixture->desk), 0, BH_GRADE_IMPORTANT,
                                bh_clock_now (fixture->test_desk->clock));
}

static gboolean
is_45_minutes (gpointer fixture)
{
  return find_policy (fixture)->limits[BH_CLOCK_RESPONSE] == 45 * 60;
}

static gboolean
is_refused (gpointer line)
{
  return gtk_widget_has_css_class (line, "invalid");
}

/* Limits are typed as people say them; what cannot be read is said at its field, and nothing is
 * saved. */
static void
test_policy (Fixture *fixture, gconstpointer data)
{
  BhPolicy *before = g_object_ref (find_policy (fixture));

  bh_test_desk_forward (fixture->test_desk, BH_TEST_DESK_HOUR);
  show_kind (fixture, BH_REGISTER_POLICIES, 15);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (fixture)), 1, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "响应")), ==, "4 小时");
  type (fixture, "响应", "45 min");
  type (fixture, "接单", "2 x");
  submit (fixture);
  g_assert_true (is_refused (get_line (fixture, "接单")));
  g_assert_false (is_refused (get_line (fixture, "响应")));
  g_assert_true (find_policy (fixture) == before);
  type (fixture, "接单", "2 天");
  g_assert_false (is_refused (get_line (fixture, "接单")));
  submit (fixture);
  bh_test_ui_wait (is_45_minutes, fixture);
  g_assert_cmpint (find_policy (fixture)->limits[BH_CLOCK_ACCEPT], ==, 48 * 3600);
  g_assert_cmpint (find_policy (fixture)->version, ==, before->version + 1);
  g_object_unref (before);
}

static gboolean
is_name_refused (gpointer data)
{
  return is_refused (get_line (data, "姓名 *"));
}

/* What somebody else changes shows in the list and in the form, but opens nothing and takes nothing
 * from who is typing. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  BhSplit *split = find (fixture, BH_TYPE_SPLIT);

  show_kind (fixture, BH_REGISTER_STAFF, 6);
  select_row (fixture, "李强");
  add_staff (fixture, "张三");
  wait_rows (fixture, 7);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "姓名 *")), ==, "李强");
  type (fixture, "电话", "12345");
  add_staff (fixture, "张四");
  wait_rows (fixture, 8);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "电话")), ==, "12345");
  act (fixture, "register.add");
  add_staff (fixture, "张五");
  wait_rows (fixture, 9);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "姓名 *")), ==, "");
  gtk_widget_activate_action (find (fixture, BH_TYPE_REGISTER_FIELDS), "form.leave", NULL);
  add_staff (fixture, "张六");
  wait_rows (fixture, 10);
  g_assert_false (bh_split_get_show_pane (split));
}

/* What the office refuses stands at its field too. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  show_kind (fixture, BH_REGISTER_STAFF, 6);
  act (fixture, "register.add");
  type (fixture, "姓名 *", "李强");
  type (fixture, "部门", "没有的部门");
  submit (fixture);
  g_assert_true (is_refused (get_line (fixture, "部门")));
  type (fixture, "部门", "保洁绿化");
  submit (fixture);
  bh_test_ui_wait (is_name_refused, fixture);
  g_assert_cmpuint (bh_register_table_get_n_rows (get_table (fixture)), ==, 6);
}

/* What was typed waits for its row, also after Esc, until it is saved or discarded. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  BhRegisterForm *form = find (fixture, BH_TYPE_REGISTER_FORM);

  show_kind (fixture, BH_REGISTER_STAFF, 6);
  select_row (fixture, "李强");
  type (fixture, "电话", "12345");
  select_row (fixture, "王敏");
  g_assert_false (bh_register_form_has_changes (form));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "电话")), ==, "");
  select_row (fixture, "李强");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "电话")), ==, "12345");
  g_assert_true (bh_register_form_has_changes (form));
  type (fixture, "部门", "没有的");
  select_row (fixture, "王敏");
  select_row (fixture, "李强");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "部门")), ==, "没有的");
  gtk_widget_activate_action (find (fixture, BH_TYPE_REGISTER_FIELDS), "form.leave", NULL);
  g_assert_false (bh_split_get_show_pane (find (fixture, BH_TYPE_SPLIT)));
  act (fixture, "register.edit");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "电话")), ==, "12345");
  gtk_widget_activate_action (find (fixture, BH_TYPE_REGISTER_FIELDS), "form.discard", NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "电话")), ==, "");
  g_assert_false (bh_register_form_has_changes (form));
}

/* Who may not change the register reads it. */
static void
test_reader (Fixture *fixture, gconstpointer data)
{
  seat (fixture, "王敏");
  show_kind (fixture, BH_REGISTER_STAFF, 6);
  select_row (fixture, "李强");
  g_assert_true (bh_test_ui_says (fixture->page, "只有主管"));
  g_assert_false (gtk_editable_get_editable (get_entry (fixture, "电话")));
  press_in_list (fixture, GDK_KEY_Insert);
  g_assert_cmpint (
      bh_register_row_get_id (bh_register_form_get_row (find (fixture, BH_TYPE_REGISTER_FORM))), !=,
      0);
  seat (fixture, "陈静");
  g_assert_true (gtk_editable_get_editable (get_entry (fixture, "电话")));
}

/* Only what such a place has is asked for. */
static void
test_fields_of_kinds (Fixture *fixture, gconstpointer data)
{
  BhRegisterBrowser *browser = find (fixture, BH_TYPE_REGISTER_BROWSER);
  GtkWidget *form = find (fixture, BH_TYPE_REGISTER_FORM);

  select_row (fixture, "阳光花园");
  g_assert_true (bh_test_ui_says (form, "户数"));
  g_assert_false (bh_test_ui_says (form, "管家"));
  bh_register_browser_enter (browser, bh_register_browser_get_selected (browser));
  wait_listed (fixture, "3栋", TRUE);
  select_row (fixture, "3栋");
  g_assert_false (bh_test_ui_says (form, "户数"));
  g_assert_true (bh_test_ui_says (form, "管家"));
  g_assert_false (gtk_editable_get_editable (get_entry (fixture, "所在上级")));
}

/* Keys alone: from list to list, down the rows, into the form and back to the row. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  BhRegisterKinds *kinds = find (fixture, BH_TYPE_REGISTER_KINDS);
  BhRegisterRow *first;
  GtkWidget *focus;

  for (guint i = 0; i < BH_REGISTER_STAFF; i++)
    g_assert_true (press (fixture->page, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_cmpint (bh_register_kinds_get (kinds), ==, BH_REGISTER_STAFF);
  wait_rows (fixture, 6);
  press_in_list (fixture, GDK_KEY_j);
  first = bh_register_table_get_selected (get_table (fixture));
  press_in_list (fixture, GDK_KEY_j);
  g_assert_true (bh_register_table_get_selected (get_table (fixture)) != first);
  press_in_list (fixture, GDK_KEY_k);
  g_assert_true (bh_register_table_get_selected (get_table (fixture)) == first);
  press_in_list (fixture, GDK_KEY_F2);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (gtk_widget_is_ancestor (focus, find (fixture, BH_TYPE_REGISTER_FORM)));
  gtk_widget_activate_action (focus, "form.leave", NULL);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (gtk_widget_is_ancestor (focus, find (fixture, BH_TYPE_REGISTER_TABLE)));
  gtk_window_set_focus (fixture->window, NULL);
  g_assert_true (gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD));
  g_assert_true (bh_register_table_has_focus (get_table (fixture)));
  act (fixture, "register.find");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (gtk_widget_is_ancestor (focus, find (fixture, BH_TYPE_REGISTER_BAR)));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  show_kind (fixture, BH_REGISTER_CONTACTS, 0);
  fixture->wanted = NULL;
  bh_test_ui_settle ();
  while (!bh_test_ui_says (fixture->page, "还没有联系人"))
    g_main_context_iteration (NULL, TRUE);
  act (fixture, "register.add");
  type (fixture, "姓名 *", "张晓燕");
  submit (fixture);
  wait_rows (fixture, 1);
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *kinds = find (fixture, BH_TYPE_REGISTER_KINDS);
  GtkWidget *first = gtk_widget_get_first_child (kinds);

  gtk_test_accessible_assert_role (kinds, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, "位置");
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_role (find (fixture, BH_TYPE_REGISTER_BAR),
                                   GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_test_accessible_assert_property (find (fixture, BH_TYPE_REGISTER_BAR),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "位置");
  gtk_test_accessible_assert_role (find (fixture, BH_TYPE_REGISTER_PATH),
                                   GTK_ACCESSIBLE_ROLE_NAVIGATION);
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_COLUMN_VIEW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "位置");
  select_row (fixture, "阳光花园");
  gtk_test_accessible_assert_role (find (fixture, BH_TYPE_REGISTER_FORM), GTK_ACCESSIBLE_ROLE_FORM);
  gtk_test_accessible_assert_property (find (fixture, BH_TYPE_REGISTER_FORM),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "阳光花园");
  gtk_test_accessible_assert_property (get_entry (fixture, "户数"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "户数");
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add ("/register-page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("lists", test_lists);
  ADD ("walk", test_walk);
  ADD ("search", test_search);
  ADD ("search-place", test_search_place);
  ADD ("edit", test_edit);
  ADD ("add", test_add);
  ADD ("add-places", test_add_places);
  ADD ("retire", test_retire);
  ADD ("policy", test_policy);
  ADD ("follows", test_follows);
  ADD ("refused", test_refused);
  ADD ("draft", test_draft);
  ADD ("reader", test_reader);
  ADD ("fields-of-kinds", test_fields_of_kinds);
  ADD ("keys", test_keys);
  ADD ("empty", test_empty);
  ADD ("roles", test_roles);

  return g_test_run ();
}
