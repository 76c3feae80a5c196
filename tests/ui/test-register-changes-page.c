/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-i18n.h"
#include "ui/bh-test-register-page.h"
#include "storage/bh-register-repository.h"
#include "ui/common/bh-split.h"
#include "ui/register/bh-register-bar.h"
#include "ui/register/bh-register-browser.h"
#include "ui/register/bh-register-fields.h"
#include "ui/register/bh-register-form.h"

/* Changing the register: lines added, edited and retired, what is refused, and what is kept of what
 * was typed. */

static gboolean
add_staff_cb (BhWork *work, gpointer name, GError **error)
{
  return bh_register_add_staff (work, name, 0, BH_ROLE_WORKER, NULL, error) != 0;
}

/* As somebody at another desk. */
static void
add_staff (BhTestRegisterPage *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (fixture->test_desk->store, add_staff_cb, (gpointer) name, NULL, &error);
  g_assert_no_error (error);
}

static BhStaff *
find_staff (BhTestRegisterPage *fixture, const char *name)
{
  return bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF, name);
}

static gboolean
has_phone (gpointer data)
{
  BhTestRegisterPage *fixture = data;

  return g_strcmp0 (find_staff (fixture, "李强")->phone, fixture->wanted) == 0;
}

static void
wait_phone (BhTestRegisterPage *fixture, const char *phone)
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
test_edit (BhTestRegisterPage *fixture, gconstpointer data)
{
  bh_test_register_page_seat (fixture, "陈静");
  bh_test_register_page_show_kind (fixture, BH_REGISTER_STAFF, 6);
  bh_test_register_page_select_row (fixture, "李强");
  g_assert_true (bh_split_get_show_pane (bh_test_register_page_find (fixture, BH_TYPE_SPLIT)));
  bh_test_register_page_type (fixture, "电话", "138 0013-8000");
  g_assert_true (bh_test_ui_says (fixture->page, "尚未保存"));
  bh_test_register_page_submit (fixture);
  wait_phone (fixture, "13800138000");
  bh_test_ui_wait (can_undo, fixture->page);
  g_assert_false (bh_test_ui_says (fixture->page, "尚未保存"));
  bh_test_register_page_act (fixture, "register.undo");
  wait_phone (fixture, NULL);
}

/* Insert begins an empty form, Enter adds, and the new row is the one that is open. */
static void
test_add (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhRegisterForm *form = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM);

  bh_test_register_page_show_kind (
      fixture, BH_REGISTER_DEPARTMENTS,
      bh_office_list (bh_desk_get_office (fixture->desk), BH_TYPE_DEPARTMENT)->len);
  g_assert_true (bh_test_register_page_press_in_list (fixture, GDK_KEY_Insert));
  g_assert_cmpint (bh_register_row_get_id (bh_register_form_get_row (form)), ==, 0);
  bh_test_register_page_submit (fixture);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (form), "请填写此项"));
  bh_test_register_page_type (fixture, "名称 *", "礼宾");
  bh_test_register_page_submit (fixture);
  bh_test_register_page_wait_listed (fixture, "礼宾", TRUE);
  bh_test_ui_wait (can_undo, fixture->page);
  bh_test_register_page_act (fixture, "register.undo");
  bh_test_register_page_wait_listed (fixture, "礼宾", FALSE);
}

static gboolean
is_begun_anew (gpointer entry)
{
  return *gtk_editable_get_text (entry) == '\0';
}

/* One room after the other, each where the list is. */
static void
test_add_places (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhRegisterBrowser *browser = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BROWSER);

  bh_register_browser_enter (browser, bh_test_register_page_find_row (fixture, "name", "阳光花园"));
  bh_test_register_page_wait_listed (fixture, "3栋", TRUE);
  bh_test_register_page_act (fixture, "register.add");
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "所在上级")),
                   ==, "阳光花园");
  bh_control_set_text (bh_field_get_control (bh_test_register_page_get_line (fixture, "种类")),
                       "area");
  bh_test_register_page_type (fixture, "名称 *", "4栋");
  gtk_widget_activate_action (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FIELDS),
                              "form.submit-next", NULL);
  bh_test_ui_wait (is_begun_anew, bh_test_register_page_get_entry (fixture, "名称 *"));
  bh_test_register_page_wait_listed (fixture, "4栋", TRUE);
  g_assert_cmpint (bh_register_row_get_id (bh_register_form_get_row (
                       bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM))),
                   ==, 0);
  bh_test_register_page_type (fixture, "名称 *", "5栋");
  bh_test_register_page_submit (fixture);
  bh_test_register_page_wait_listed (fixture, "5栋", TRUE);
  g_assert_cmpstr (bh_payload_get (bh_register_row_get_values (
                                       bh_test_register_page_find_row (fixture, "name", "5栋")),
                                   "kind"),
                   ==, "area");
}

/* Retired rows go from the list, unless they are asked for, and come back. */
static void
test_retire (BhTestRegisterPage *fixture, gconstpointer data)
{
  GtkCheckButton *with_retired = bh_test_ui_find (
      bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BAR), GTK_TYPE_CHECK_BUTTON);

  bh_test_register_page_show_kind (fixture, BH_REGISTER_STAFF, 6);
  bh_test_register_page_select_row (fixture, "赵刚");
  g_assert_true (bh_test_register_page_press_in_list (fixture, GDK_KEY_Delete));
  bh_test_register_page_wait_rows (fixture, 5);
  g_assert_null (bh_test_register_page_find_row (fixture, "name", "赵刚"));
  g_assert_nonnull (bh_register_table_get_selected (bh_test_register_page_get_table (fixture)));
  bh_test_ui_wait (can_undo, fixture->page);

  gtk_check_button_set_active (with_retired, TRUE);
  bh_test_register_page_wait_rows (fixture, 6);
  g_assert_true (bh_test_ui_says (fixture->page, "赵刚（已停用）"));
  gtk_check_button_set_active (with_retired, FALSE);
  bh_test_register_page_wait_rows (fixture, 5);
  bh_test_register_page_act (fixture, "register.undo");
  bh_test_register_page_wait_rows (fixture, 6);
}

static BhPolicy *
find_policy (BhTestRegisterPage *fixture)
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
test_policy (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhPolicy *before = g_object_ref (find_policy (fixture));

  bh_test_desk_forward (fixture->test_desk, BH_TEST_DESK_HOUR);
  bh_test_register_page_show_kind (fixture, BH_REGISTER_POLICIES, 15);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (bh_test_register_page_get_rows (fixture)),
                                   1, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "响应")), ==,
                   "4 小时");
  bh_test_register_page_type (fixture, "响应", "45 min");
  bh_test_register_page_type (fixture, "接单", "2 x");
  bh_test_register_page_submit (fixture);
  g_assert_true (is_refused (bh_test_register_page_get_line (fixture, "接单")));
  g_assert_false (is_refused (bh_test_register_page_get_line (fixture, "响应")));
  g_assert_true (find_policy (fixture) == before);
  bh_test_register_page_type (fixture, "接单", "2 天");
  g_assert_false (is_refused (bh_test_register_page_get_line (fixture, "接单")));
  bh_test_register_page_submit (fixture);
  bh_test_ui_wait (is_45_minutes, fixture);
  g_assert_cmpint (find_policy (fixture)->limits[BH_CLOCK_ACCEPT], ==, 48 * 3600);
  g_assert_cmpint (find_policy (fixture)->version, ==, before->version + 1);
  g_object_unref (before);
}

static gboolean
is_name_refused (gpointer data)
{
  return is_refused (bh_test_register_page_get_line (data, "姓名 *"));
}

/* What somebody else changes shows in the list and in the form, but opens nothing and takes nothing
 * from who is typing. */
static void
test_follows (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhSplit *split = bh_test_register_page_find (fixture, BH_TYPE_SPLIT);

  bh_test_register_page_show_kind (fixture, BH_REGISTER_STAFF, 6);
  bh_test_register_page_select_row (fixture, "李强");
  add_staff (fixture, "张三");
  bh_test_register_page_wait_rows (fixture, 7);
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "姓名 *")), ==,
                   "李强");
  bh_test_register_page_type (fixture, "电话", "12345");
  add_staff (fixture, "张四");
  bh_test_register_page_wait_rows (fixture, 8);
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "电话")), ==,
                   "12345");
  bh_test_register_page_act (fixture, "register.add");
  add_staff (fixture, "张五");
  bh_test_register_page_wait_rows (fixture, 9);
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "姓名 *")), ==,
                   "");
  gtk_widget_activate_action (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FIELDS),
                              "form.leave", NULL);
  add_staff (fixture, "张六");
  bh_test_register_page_wait_rows (fixture, 10);
  g_assert_false (bh_split_get_show_pane (split));
}

/* What the office refuses stands at its field too. */
static void
test_refused (BhTestRegisterPage *fixture, gconstpointer data)
{
  bh_test_register_page_show_kind (fixture, BH_REGISTER_STAFF, 6);
  bh_test_register_page_act (fixture, "register.add");
  bh_test_register_page_type (fixture, "姓名 *", "李强");
  bh_test_register_page_type (fixture, "部门", "没有的部门");
  bh_test_register_page_submit (fixture);
  g_assert_true (is_refused (bh_test_register_page_get_line (fixture, "部门")));
  bh_test_register_page_type (fixture, "部门", "保洁绿化");
  bh_test_register_page_submit (fixture);
  bh_test_ui_wait (is_name_refused, fixture);
  g_assert_cmpuint (bh_register_table_get_n_rows (bh_test_register_page_get_table (fixture)), ==,
                    6);
}

/* What was typed waits for its row, also after Esc, until it is saved or discarded. */
static void
test_draft (BhTestRegisterPage *fixture, gconstpointer data)
{
  BhRegisterForm *form = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM);

  bh_test_register_page_show_kind (fixture, BH_REGISTER_STAFF, 6);
  bh_test_register_page_select_row (fixture, "李强");
  bh_test_register_page_type (fixture, "电话", "12345");
  bh_test_register_page_select_row (fixture, "王敏");
  g_assert_false (bh_register_form_has_changes (form));
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "电话")), ==,
                   "");
  bh_test_register_page_select_row (fixture, "李强");
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "电话")), ==,
                   "12345");
  g_assert_true (bh_register_form_has_changes (form));
  bh_test_register_page_type (fixture, "部门", "没有的");
  bh_test_register_page_select_row (fixture, "王敏");
  bh_test_register_page_select_row (fixture, "李强");
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "部门")), ==,
                   "没有的");
  gtk_widget_activate_action (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FIELDS),
                              "form.leave", NULL);
  g_assert_false (bh_split_get_show_pane (bh_test_register_page_find (fixture, BH_TYPE_SPLIT)));
  bh_test_register_page_act (fixture, "register.edit");
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "电话")), ==,
                   "12345");
  gtk_widget_activate_action (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FIELDS),
                              "form.discard", NULL);
  g_assert_cmpstr (gtk_editable_get_text (bh_test_register_page_get_entry (fixture, "电话")), ==,
                   "");
  g_assert_false (bh_register_form_has_changes (form));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  bh_test_register_page_add ("/register-page/edit", test_edit);
  bh_test_register_page_add ("/register-page/add", test_add);
  bh_test_register_page_add ("/register-page/add-places", test_add_places);
  bh_test_register_page_add ("/register-page/retire", test_retire);
  bh_test_register_page_add ("/register-page/policy", test_policy);
  bh_test_register_page_add ("/register-page/follows", test_follows);
  bh_test_register_page_add ("/register-page/refused", test_refused);
  bh_test_register_page_add ("/register-page/draft", test_draft);

  return g_test_run ();
}
