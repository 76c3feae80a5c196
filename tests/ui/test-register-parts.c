/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-choice.h"
#include "ui/common/bh-picker.h"
#include "ui/register/bh-register-control.h"
#include "ui/register/bh-register-kinds.h"
#include "ui/register/bh-register-layout.h"
#include "ui/register/bh-register-path.h"
#include "ui/register/bh-register-table.h"

static void
count_cb (gpointer source, guint *n_changes)
{
  (*n_changes)++;
}

static BhRegisterRow *
create_row (BhRegisterKind kind, gint64 id, gboolean retired, const char *name)
{
  g_autoptr (BhPayload) values = bh_payload_new_from ("name", name, NULL);

  return bh_register_row_new (kind, id, retired, values, NULL);
}

static void
count_page_cb (guint *n)
{
  *n += 1;
}

/* One list is always chosen: a second press of its button changes nothing. */
static void
test_kinds (void)
{
  g_autoptr (GtkWidget) kinds = g_object_ref_sink (bh_register_kinds_new ());
  GtkToggleButton *places = GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (kinds));
  GtkToggleButton *contacts = GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (GTK_WIDGET (places)));
  guint n_changes = 0;

  g_signal_connect (kinds, "changed", G_CALLBACK (count_cb), &n_changes);
  gtk_toggle_button_set_active (contacts, TRUE);
  g_assert_cmpint (bh_register_kinds_get (BH_REGISTER_KINDS (kinds)), ==, BH_REGISTER_CONTACTS);
  g_assert_false (gtk_toggle_button_get_active (places));
  g_assert_cmpuint (n_changes, ==, 1);
  gtk_toggle_button_set_active (contacts, FALSE);
  g_assert_true (gtk_toggle_button_get_active (contacts));
  g_assert_cmpuint (n_changes, ==, 1);

  bh_register_kinds_set (BH_REGISTER_KINDS (kinds), BH_REGISTER_PLACES);
  bh_register_kinds_move (BH_REGISTER_KINDS (kinds), -1);
  g_assert_cmpuint (n_changes, ==, 1);
  bh_register_kinds_move (BH_REGISTER_KINDS (kinds), BH_REGISTER_CAUSES);
  g_assert_cmpint (bh_register_kinds_get (BH_REGISTER_KINDS (kinds)), ==, BH_REGISTER_CAUSES);
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
assert_page (GtkWidget *kinds, const char *expected)
{
  g_autofree char *page = NULL;

  g_object_get (kinds, "page", &page, NULL);
  g_assert_cmpstr (page, ==, expected);
}

/* The calendar is the last one, and keeps the list that was shown before it. */
static void
test_calendar (void)
{
  g_autoptr (GtkWidget) kinds = g_object_ref_sink (bh_register_kinds_new ());
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (kinds));
  guint n_changes = 0, n_pages = 0;

  bh_register_kinds_set (BH_REGISTER_KINDS (kinds), BH_REGISTER_CAUSES);
  g_signal_connect (kinds, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (kinds, "notify::page", G_CALLBACK (count_page_cb), &n_pages);
  assert_page (kinds, "lists");
  bh_register_kinds_move (BH_REGISTER_KINDS (kinds), 1);
  assert_page (kinds, "calendar");
  g_assert_true (gtk_toggle_button_get_active (button));
  g_assert_cmpint (bh_register_kinds_get (BH_REGISTER_KINDS (kinds)), ==, BH_REGISTER_CAUSES);
  bh_register_kinds_move (BH_REGISTER_KINDS (kinds), 1);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_cmpuint (n_changes, ==, 0);

  bh_register_kinds_move (BH_REGISTER_KINDS (kinds), -1);
  assert_page (kinds, "lists");
  gtk_toggle_button_set_active (button, TRUE);
  assert_page (kinds, "calendar");
  bh_register_kinds_move (BH_REGISTER_KINDS (kinds), -2);
  assert_page (kinds, "lists");
  g_assert_cmpint (bh_register_kinds_get (BH_REGISTER_KINDS (kinds)), ==, BH_REGISTER_CHANNELS);
  g_assert_cmpuint (n_pages, ==, 4);
  g_assert_cmpuint (n_changes, ==, 1);
}

static gboolean
is_on_one_line (GtkWidget *kinds)
{
  graphene_rect_t first, last;

  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (kinds), kinds, &first));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (kinds), kinds, &last));

  return graphene_rect_get_y (&first) == graphene_rect_get_y (&last);
}

/* Beside the list as a column, above it in a line. */
static void
test_layout (void)
{
  const int widths[] = { 1000, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *kinds = bh_register_kinds_new ();
      GtkWidget *content = gtk_label_new ("内容");
      GtkWindow *window;
      graphene_rect_t bounds;
      gboolean beside = widths[i] >= 900;

      gtk_widget_set_layout_manager (page, bh_register_layout_new (900));
      gtk_box_append (GTK_BOX (page), kinds);
      gtk_box_append (GTK_BOX (page), content);
      window = bh_test_ui_show (page, widths[i], 600);
      g_assert_true (is_on_one_line (kinds) == !beside);
      g_assert_true (gtk_widget_compute_bounds (content, page, &bounds));
      g_assert_true ((graphene_rect_get_x (&bounds) > 0) == beside);
      g_assert_true ((graphene_rect_get_y (&bounds) > 0) == !beside);
      gtk_widget_set_direction (page, GTK_TEXT_DIR_RTL);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_true (gtk_widget_compute_bounds (content, page, &bounds));
      g_assert_cmpfloat (graphene_rect_get_x (&bounds), ==, 0);
      gtk_window_destroy (window);
    }
}

/* The nth step's button. */
static GtkWidget *
get_step (BhRegisterPath *path, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (path));

  for (guint i = 0; i < 2 * n; i++)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
test_path (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (bh_register_path_new ("全部小区"));
  BhRegisterPath *path = BH_REGISTER_PATH (widget);
  g_autoptr (BhRegisterRow) community = create_row (BH_REGISTER_PLACES, 11, FALSE, "滨河花园");
  g_autoptr (BhRegisterRow) building = create_row (BH_REGISTER_PLACES, 12, FALSE, "3栋");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint n_changes = 0;

  g_signal_connect (path, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpint (bh_register_path_get_id (path), ==, 0);
  bh_register_path_enter (path, community);
  bh_register_path_enter (path, building);
  g_assert_cmpint (bh_register_path_get_id (path), ==, 12);
  g_assert_true (bh_register_path_get_row (path) == building);
  g_assert_true (bh_test_ui_says (widget, "滨河花园"));
  gtk_test_accessible_assert_property (get_step (path, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "滨河花园");

  /* Where one is already is no way to go. */
  g_signal_emit_by_name (get_step (path, 2), "clicked");
  g_assert_cmpuint (n_changes, ==, 2);
  g_signal_emit_by_name (get_step (path, 1), "clicked");
  g_assert_cmpint (bh_register_path_get_id (path), ==, 11);
  g_assert_false (bh_test_ui_says (widget, "3栋"));
  g_assert_cmpint (bh_register_path_get_left (path), ==, 12);
  g_assert_true (bh_register_path_leave (path));
  g_assert_cmpint (bh_register_path_get_left (path), ==, 11);
  g_assert_false (bh_register_path_leave (path));
  g_assert_cmpuint (n_changes, ==, 4);

  g_ptr_array_add (rows, community);
  g_ptr_array_add (rows, building);
  bh_register_path_set (path, rows);
  g_assert_cmpint (bh_register_path_get_id (path), ==, 12);
  g_assert_cmpint (bh_register_path_get_left (path), ==, 0);
  bh_register_path_clear (path);
  g_assert_cmpint (bh_register_path_get_id (path), ==, 0);
}

static void
selected_cb (BhRegisterTable *table, BhRegisterRow *row, guint *n_changes)
{
  (*n_changes)++;
}

static GPtrArray *
create_rows (guint n_rows)
{
  static const char *const names[] = { "甲", "乙", "丙", "丁" };
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, create_row (BH_REGISTER_CAUSES, i + 1, i == 1, names[i]));

  return rows;
}

/* The selection stays with its row when the list is read anew. */
static void
test_table (void)
{
  GtkWidget *widget = bh_register_table_new ();
  BhRegisterTable *table = BH_REGISTER_TABLE (widget);
  GtkWindow *window = bh_test_ui_show (widget, 500, 300);
  g_autoptr (GPtrArray) rows = create_rows (4);
  g_autoptr (GPtrArray) fewer = create_rows (2);
  guint n_changes = 0;

  bh_register_table_set_kind (table, BH_REGISTER_CAUSES);
  bh_register_table_set_rows (table, rows, FALSE);
  g_signal_connect (table, "selected", G_CALLBACK (selected_cb), &n_changes);
  g_assert_null (bh_register_table_get_selected (table));
  bh_register_table_move (table, 1);
  bh_register_table_move (table, 1);
  bh_register_table_move (table, 1);
  g_assert_cmpint (bh_register_row_get_id (bh_register_table_get_selected (table)), ==, 3);
  bh_register_table_move (table, -1);
  g_assert_cmpuint (n_changes, ==, 4);
  bh_register_table_set_rows (table, fewer, FALSE);
  g_assert_cmpint (bh_register_row_get_id (bh_register_table_get_selected (table)), ==, 2);
  g_assert_cmpuint (bh_register_table_get_position (table), ==, 1);
  g_assert_null (bh_register_table_select (table, 4));
  g_assert_nonnull (bh_register_table_select_nth (table, 99));
  g_assert_cmpuint (bh_register_table_get_position (table), ==, 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (bh_test_ui_says (widget, "乙（已停用）"));
  bh_register_table_focus (table);
  g_assert_true (bh_register_table_has_focus (table));
  gtk_window_destroy (window);
}

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static BhControl *
create_control (Fixture *fixture,
                BhRegisterKind kind,
                const char *key,
                const BhRegisterField **field)
{
  *field = bh_register_kind_find_field (kind, key);

  return BH_CONTROL (g_object_ref_sink (bh_register_control_new (fixture->desk, *field)));
}

static void
enter (BhControl *control, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (bh_picker_get_entry (BH_PICKER (control))), text);
}

static void
assert_read (BhControl *control, const BhRegisterField *field, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = bh_register_control_read (control, field, &error);

  g_assert_cmpstr (value, ==, expected);
  g_assert_true ((error == NULL) == (expected != NULL));
}

static void
test_duration (Fixture *fixture, gconstpointer data)
{
  const BhRegisterField *field;
  g_autoptr (BhControl) control
      = create_control (fixture, BH_REGISTER_POLICIES, "response", &field);
  GtkEditable *entry = GTK_EDITABLE (bh_picker_get_entry (BH_PICKER (control)));

  bh_register_control_show (control, fixture->desk, field, "14400", NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "4 小时");
  assert_read (control, field, "14400");
  enter (control, "30 min");
  assert_read (control, field, "1800");
  enter (control, "２ 天");
  assert_read (control, field, "172800");
  enter (control, "");
  assert_read (control, field, "");
  enter (control, "5");
  assert_read (control, field, NULL);

  /* What was typed comes back as it was typed, not as seconds. */
  bh_register_control_restore (control, fixture->desk, field, NULL, "5");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "5");
  assert_read (control, field, NULL);
}

/* A word that is no figure is refused where it was typed. */
static void
test_figure (Fixture *fixture, gconstpointer data)
{
  const BhRegisterField *field;
  g_autoptr (BhControl) control = create_control (fixture, BH_REGISTER_TARGETS, "figure", &field);

  bh_register_control_show (control, fixture->desk, field, "satisfaction", NULL);
  assert_read (control, field, "satisfaction");
  enter (control, "satis");
  assert_read (control, field, NULL);
  enter (control, "");
  assert_read (control, field, "");
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

/* A length that is typed is not taken for the one that contains it. */
static void
test_typed_duration (Fixture *fixture, gconstpointer data)
{
  const BhRegisterField *field;
  g_autoptr (BhControl) control
      = create_control (fixture, BH_REGISTER_POLICIES, "response", &field);
  GtkWindow *window = bh_test_ui_show (GTK_WIDGET (control), 400, 300);
  GtkListBox *list;

  bh_register_control_show (control, fixture->desk, field, NULL, NULL);
  gtk_widget_grab_focus (bh_control_get_focus_widget (control));
  enter (control, "5 分钟");
  bh_test_ui_wait (is_shown, bh_test_ui_find (GTK_WIDGET (control), GTK_TYPE_POPOVER));
  list = bh_test_ui_find (GTK_WIDGET (control), GTK_TYPE_LIST_BOX);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  g_assert_null (gtk_list_box_get_selected_row (list));
  assert_read (control, field, "300");
  gtk_window_destroy (window);
}

/* An entry that is retired still names itself; a name that nobody has is no entry, nor is a number
 * that somebody typed an id. */
static void
test_entry (Fixture *fixture, gconstpointer data)
{
  const BhRegisterField *field;
  g_autoptr (BhControl) control = create_control (fixture, BH_REGISTER_STAFF, "department", &field);
  BhEntry *cleaning
      = bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_DEPARTMENT, "保洁绿化");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, bh_entry_get_id (cleaning));

  bh_register_control_show (control, fixture->desk, field, "99", "撤销的部门");
  assert_read (control, field, "99");
  enter (control, "保洁绿化");
  assert_read (control, field, id);
  enter (control, "保洁");
  assert_read (control, field, NULL);
  enter (control, "99");
  assert_read (control, field, NULL);
  enter (control, " ");
  assert_read (control, field, "");
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  const BhRegisterField *field;
  g_autoptr (BhControl) control = create_control (fixture, BH_REGISTER_CONTACTS, "room", &field);
  g_autofree char *typed = NULL;

  bh_register_control_show (control, fixture->desk, field, "301", "3栋2单元301");
  assert_read (control, field, "301");
  typed = bh_register_control_dup_typed (control);
  g_assert_cmpstr (typed, ==, "3栋2单元301");
  enter (control, "301");
  assert_read (control, field, NULL);
}

/* What cannot be changed can be read: of a choice, what was chosen. */
static void
test_editable (Fixture *fixture, gconstpointer data)
{
  const BhRegisterField *field;
  g_autoptr (BhControl) care = create_control (fixture, BH_REGISTER_CONTACTS, "care", &field);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (care));
  g_autoptr (BhControl) live = create_control (fixture, BH_REGISTER_CHANNELS, "live", &field);
  g_autoptr (BhControl) phone = create_control (fixture, BH_REGISTER_STAFF, "phone", &field);

  g_assert_true (BH_IS_CHOICE (live));
  bh_register_control_show (live, fixture->desk,
                            bh_register_kind_find_field (BH_REGISTER_CHANNELS, "live"), NULL, NULL);
  assert_read (live, bh_register_kind_find_field (BH_REGISTER_CHANNELS, "live"), "no");
  bh_control_set_text (care, "child disabled");
  bh_register_control_set_editable (care, FALSE);
  g_assert_false (gtk_widget_get_visible (first));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_next_sibling (first)));
  gtk_test_accessible_assert_state (care, GTK_ACCESSIBLE_STATE_DISABLED, TRUE);
  bh_register_control_set_editable (phone, FALSE);
  g_assert_false (
      gtk_editable_get_editable (GTK_EDITABLE (bh_picker_get_entry (BH_PICKER (phone)))));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  g_test_add_func ("/register-parts/kinds", test_kinds);
  g_test_add_func ("/register-parts/calendar", test_calendar);
  g_test_add_func ("/register-parts/layout", test_layout);
  g_test_add_func ("/register-parts/path", test_path);
  g_test_add_func ("/register-parts/table", test_table);
#define ADD(name, test) g_test_add ("/register-parts/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("duration", test_duration);
  ADD ("typed-duration", test_typed_duration);
  ADD ("figure", test_figure);
  ADD ("entry", test_entry);
  ADD ("place", test_place);
  ADD ("editable", test_editable);

  return g_test_run ();
}
