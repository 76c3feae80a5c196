/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-settings.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-field.h"
#include "ui/common/bh-picker.h"
#include "ui/register/bh-register-drafts.h"
#include "ui/register/bh-register-fields.h"
#include "ui/register/bh-register-form.h"

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhDrafts *drafts;
  GtkWidget *form;
  GtkWindow *window;
  guint n_saved, n_left, n_retired;
  gint64 saved_id;
  gboolean undoable;
} Fixture;

static void
saved_cb (Fixture *fixture, gint64 id, BhRegisterUndo *undo)
{
  fixture->n_saved++;
  fixture->saved_id = id;
  fixture->undoable = undo != NULL;
}

static void
left_cb (Fixture *fixture)
{
  fixture->n_left++;
}

static void
retire_cb (Fixture *fixture, gboolean retired)
{
  fixture->n_retired += retired ? 1 : 100;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->drafts = bh_drafts_new (NULL);
  fixture->form = bh_register_form_new (fixture->desk, fixture->drafts);
  g_signal_connect_swapped (fixture->form, "saved", G_CALLBACK (saved_cb), fixture);
  g_signal_connect_swapped (fixture->form, "left", G_CALLBACK (left_cb), fixture);
  g_signal_connect_swapped (fixture->form, "retire", G_CALLBACK (retire_cb), fixture);
  fixture->window = bh_test_ui_show (fixture->form, 500, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->drafts);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static BhRegisterForm *
get_form (Fixture *fixture)
{
  return BH_REGISTER_FORM (fixture->form);
}

static BhRegisterRow *
create_staff (Fixture *fixture, const char *name, gboolean retired)
{
  BhOffice *office = bh_desk_get_office (fixture->desk);
  g_autoptr (BhRegisterRow) row
      = bh_register_row_new_for_entry (office, bh_office_find (office, BH_TYPE_STAFF, name));

  return bh_register_row_new (BH_REGISTER_STAFF, bh_register_row_get_id (row), retired,
                              bh_register_row_get_values (row), NULL);
}

static void
show_staff (Fixture *fixture, const char *name)
{
  g_autoptr (BhRegisterRow) row = create_staff (fixture, name, FALSE);

  bh_register_form_show (get_form (fixture), row);
}

/* The visible button that says @label. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static BhField *
find_line (GtkWidget *widget, const char *label)
{
  if (BH_IS_FIELD (widget))
    return bh_test_ui_says (widget, label) ? BH_FIELD (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      BhField *found = find_line (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkEditable *
get_entry (Fixture *fixture, const char *label)
{
  BhField *line = find_line (fixture->form, label);

  g_assert_nonnull (line);

  return GTK_EDITABLE (bh_control_get_focus_widget (bh_field_get_control (line)));
}

static void
type (Fixture *fixture, const char *label, const char *text)
{
  gtk_editable_set_text (get_entry (fixture, label), text);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (bh_test_ui_find (fixture->form, BH_TYPE_REGISTER_FIELDS), action,
                              NULL);
}

static gboolean
is_saved (gpointer data)
{
  return ((Fixture *) data)->n_saved > 0;
}

static gboolean
seat_cb (BhWork *work, gpointer name, GError **error)
{
  return bh_settings_set (work, "desk-staff", name, error);
}

static void
seat (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (fixture->test_desk->store, seat_cb, (gpointer) name, NULL, &error);
  g_assert_no_error (error);
}

/* Only what can be done with such a row is offered. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhRegisterRow) retired = create_staff (fixture, "赵刚", TRUE);

  show_staff (fixture, "李强");
  g_assert_nonnull (find_button (fixture->form, "保存"));
  g_assert_nonnull (find_button (fixture->form, "停用"));
  g_assert_null (find_button (fixture->form, "保存并再增一项"));

  bh_register_form_start (get_form (fixture), BH_REGISTER_STAFF, NULL);
  g_assert_nonnull (find_button (fixture->form, "添加"));
  g_assert_nonnull (find_button (fixture->form, "保存并再增一项"));
  g_assert_null (find_button (fixture->form, "停用"));

  bh_register_form_show (get_form (fixture), retired);
  g_assert_nonnull (find_button (fixture->form, "恢复使用"));
  g_assert_true (bh_test_ui_says (fixture->form, "已停用"));

  seat (fixture, "王敏");
  g_assert_null (find_button (fixture->form, "保存"));
  g_assert_null (find_button (fixture->form, "恢复使用"));
  g_assert_true (bh_test_ui_says (fixture->form, "只有主管"));
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhRegisterRow) retired = create_staff (fixture, "赵刚", TRUE);

  show_staff (fixture, "李强");
  act (fixture, "form.retire");
  g_assert_cmpuint (fixture->n_retired, ==, 1);
  bh_register_form_show (get_form (fixture), retired);
  act (fixture, "form.retire");
  g_assert_cmpuint (fixture->n_retired, ==, 101);
  act (fixture, "form.leave");
  g_assert_cmpuint (fixture->n_left, ==, 1);
  bh_register_form_start (get_form (fixture), BH_REGISTER_STAFF, NULL);
  act (fixture, "form.retire");
  g_assert_cmpuint (fixture->n_retired, ==, 101);
}

/* The draft goes with what was saved; a save that changes nothing leaves nothing to take back. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  BhRegisterRow *row;
  g_autoptr (BhPayload) draft = NULL;

  show_staff (fixture, "李强");
  row = bh_register_form_get_row (get_form (fixture));
  type (fixture, "电话", "13800138000");
  draft = bh_register_drafts_get (fixture->drafts, row);
  g_assert_cmpstr (bh_payload_get (draft, "phone"), ==, "13800138000");
  act (fixture, "form.submit");
  bh_test_ui_wait (is_saved, fixture);
  g_assert_cmpint (fixture->saved_id, ==, bh_register_row_get_id (row));
  g_assert_true (fixture->undoable);
  g_assert_null (bh_register_drafts_get (fixture->drafts, row));
  g_assert_false (bh_register_form_has_changes (get_form (fixture)));

  fixture->n_saved = 0;
  act (fixture, "form.submit");
  bh_test_ui_wait (is_saved, fixture);
  g_assert_false (fixture->undoable);
}

/* Enter twice saves once. */
static void
test_save_once (Fixture *fixture, gconstpointer data)
{
  guint n_staff = bh_office_list (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF)->len;

  bh_register_form_start (get_form (fixture), BH_REGISTER_STAFF, NULL);
  type (fixture, "姓名 *", "周晓燕");
  act (fixture, "form.submit");
  act (fixture, "form.submit");
  bh_test_ui_wait (is_saved, fixture);
  bh_test_ui_settle ();
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  g_assert_cmpuint (bh_office_list (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF)->len, ==,
                    n_staff + 1);
}

static gboolean
is_on (Fixture *fixture, const char *label)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (find_line (fixture->form, label)));
}

/* A new row is named first; the cursor goes to what is wrong. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  bh_register_form_start (get_form (fixture), BH_REGISTER_DEPARTMENTS, NULL);
  bh_register_form_focus (get_form (fixture));
  g_assert_true (is_on (fixture, "名称"));
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (fixture, "代码")));
  act (fixture, "form.submit");
  g_assert_true (is_on (fixture, "名称"));
  g_assert_true (bh_test_ui_says (fixture->form, "请填写此项"));
  type (fixture, "名称", "礼宾");
  g_assert_false (bh_test_ui_says (fixture->form, "请填写此项"));

  bh_register_form_start (get_form (fixture), BH_REGISTER_POLICIES, NULL);
  bh_register_form_focus (get_form (fixture));
  g_assert_true (is_on (fixture, "分类"));
}

static BhRegisterRow *
create_place (gint64 id, const char *kind, const char *name)
{
  g_autoptr (BhPayload) values
      = bh_payload_new_from ("kind", kind, "name", name, "path", name, NULL);

  return bh_register_row_new (BH_REGISTER_PLACES, id, FALSE, values, NULL);
}

static char *
dup_place_kind (Fixture *fixture)
{
  return bh_control_dup_text (bh_field_get_control (find_line (fixture->form, "种类")));
}

/* What can stand there is offered, and what that has is asked for. */
static void
test_place_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhRegisterRow) community = create_place (11, "community", "阳光花园");
  g_autoptr (BhRegisterRow) unit = create_place (12, "unit", "2单元");
  g_autofree char *first = NULL;
  g_autofree char *inside = NULL;
  g_autofree char *in_unit = NULL;

  bh_register_form_start (get_form (fixture), BH_REGISTER_PLACES, NULL);
  first = dup_place_kind (fixture);
  g_assert_cmpstr (first, ==, "community");
  g_assert_null (find_button (fixture->form, "楼栋"));
  g_assert_true (bh_test_ui_says (fixture->form, "户数"));
  g_assert_false (bh_test_ui_says (fixture->form, "所在上级"));

  bh_register_form_start (get_form (fixture), BH_REGISTER_PLACES, community);
  inside = dup_place_kind (fixture);
  g_assert_cmpstr (inside, ==, "building");
  g_assert_null (find_button (fixture->form, "小区"));
  g_assert_nonnull (find_button (fixture->form, "公区"));
  g_assert_true (bh_test_ui_says (fixture->form, "管家"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture->form, "公区")), TRUE);
  g_assert_false (bh_test_ui_says (fixture->form, "管家"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "所在上级")), ==, "阳光花园");

  bh_register_form_start (get_form (fixture), BH_REGISTER_PLACES, unit);
  in_unit = dup_place_kind (fixture);
  g_assert_cmpstr (in_unit, ==, "room");

  /* Of a place that is there, its kind alone. */
  bh_register_form_show (get_form (fixture), community);
  g_assert_nonnull (find_button (fixture->form, "小区"));
  g_assert_null (find_button (fixture->form, "公区"));
}

static void
test_covering (Fixture *fixture, gconstpointer data)
{
  show_staff (fixture, "李强");
  g_object_set (fixture->form, "covering", TRUE, NULL);
  gtk_test_accessible_assert_property (bh_test_ui_find_shown (fixture->form, GTK_TYPE_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "返回列表");
  g_object_set (fixture->form, "covering", FALSE, NULL);
  gtk_test_accessible_assert_property (bh_test_ui_find_shown (fixture->form, GTK_TYPE_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "关闭");
}

/* Hints help whoever enters something. */
static void
test_hints (Fixture *fixture, gconstpointer data)
{
  const char *hint
      = bh_register_field_get_hint (bh_register_kind_find_field (BH_REGISTER_STAFF, "role"));

  show_staff (fixture, "李强");
  g_assert_true (bh_test_ui_says (fixture->form, hint));
  seat (fixture, "王敏");
  g_assert_false (bh_test_ui_says (fixture->form, hint));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add ("/register-form/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("buttons", test_buttons);
  ADD ("signals", test_signals);
  ADD ("save", test_save);
  ADD ("save-once", test_save_once);
  ADD ("focus", test_focus);
  ADD ("place-kinds", test_place_kinds);
  ADD ("covering", test_covering);
  ADD ("hints", test_hints);

  return g_test_run ();
}
