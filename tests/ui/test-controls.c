/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-choice.h"
#include "ui/common/bh-field.h"
#include "ui/common/bh-fit-scroller.h"
#include "ui/common/bh-picker.h"
#include "ui/common/bh-pin-entry.h"
#include "ui/common/bh-split.h"
#include "ui/common/bh-text-area.h"
#include "ui/common/bh-wrap-layout.h"

static void
count_cb (gpointer source, guint *n_changes)
{
  (*n_changes)++;
}

static void
assert_value (gpointer control, const char *expected)
{
  g_autofree char *text = bh_control_dup_text (BH_CONTROL (control));

  g_assert_cmpstr (text, ==, expected);
}

/* The nth button of a choice. */
static GtkToggleButton *
get_button (GtkWidget *choice, guint n)
{
  GtkWidget *button = gtk_widget_get_first_child (choice);

  while (n-- > 0)
    button = gtk_widget_get_next_sibling (button);

  return GTK_TOGGLE_BUTTON (button);
}

static void
test_choice (void)
{
  g_autoptr (GtkWidget) choice = g_object_ref_sink (bh_choice_new ());
  guint n_changes = 0;

  bh_choice_add (BH_CHOICE (choice), "yes", "是");
  bh_choice_add (BH_CHOICE (choice), "no", "否");
  g_signal_connect (choice, "changed", G_CALLBACK (count_cb), &n_changes);

  assert_value (choice, "");
  bh_control_set_text (BH_CONTROL (choice), "no");
  assert_value (choice, "no");
  g_assert_cmpuint (n_changes, ==, 0);

  /* One button lets the other up; a second press takes the choice back. */
  gtk_toggle_button_set_active (get_button (choice, 0), TRUE);
  assert_value (choice, "yes");
  g_assert_false (gtk_toggle_button_get_active (get_button (choice, 1)));
  g_assert_cmpuint (n_changes, ==, 1);
  gtk_toggle_button_set_active (get_button (choice, 0), FALSE);
  assert_value (choice, "");
  g_assert_cmpuint (n_changes, ==, 2);
  bh_control_set_text (BH_CONTROL (choice), "no such");
  assert_value (choice, "");
}

/* Any number of buttons may be down; in the order of the buttons, however they were pressed. */
static void
test_choice_multiple (void)
{
  g_autoptr (GtkWidget) choice = g_object_ref_sink (bh_choice_new_multiple ());

  bh_choice_add (BH_CHOICE (choice), "elderly", "长者");
  bh_choice_add (BH_CHOICE (choice), "child", "儿童");
  bh_choice_add (BH_CHOICE (choice), "disabled", "残障");
  gtk_toggle_button_set_active (get_button (choice, 2), TRUE);
  gtk_toggle_button_set_active (get_button (choice, 0), TRUE);
  assert_value (choice, "elderly disabled");
  bh_control_set_text (BH_CONTROL (choice), "child elderly");
  assert_value (choice, "elderly child");
  gtk_toggle_button_set_active (get_button (choice, 0), FALSE);
  assert_value (choice, "child");
  bh_control_set_text (BH_CONTROL (choice), "");
  assert_value (choice, "");
}

/* The line of a form around a control that no verb describes. */
static void
test_field_with_control (void)
{
  GtkWidget *choice = bh_choice_new ();
  g_autoptr (GtkWidget) field
      = g_object_ref_sink (bh_field_new_with_control ("实时", TRUE, BH_CONTROL (choice)));
  guint n_changes = 0;
  g_autofree char *text = NULL;

  bh_choice_add (BH_CHOICE (choice), "yes", "是");
  g_signal_connect (field, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (bh_test_ui_says (field, "实时 *"));
  gtk_test_accessible_assert_property (choice, GTK_ACCESSIBLE_PROPERTY_LABEL, "实时");
  bh_field_set_error (BH_FIELD (field), "请选择");
  g_assert_true (bh_test_ui_says (field, "请选择"));
  gtk_toggle_button_set_active (get_button (choice, 0), TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (bh_test_ui_says (field, "请选择"));
  text = bh_field_dup_text (BH_FIELD (field));
  g_assert_cmpstr (text, ==, "yes");
  g_assert_null (bh_field_get_input (BH_FIELD (field)));
}

static void
test_text_area (void)
{
  g_autoptr (GtkWidget) area = g_object_ref_sink (bh_text_area_new ());
  GtkTextView *view = GTK_TEXT_VIEW (bh_control_get_focus_widget (BH_CONTROL (area)));
  guint n_changes = 0;

  g_signal_connect (area, "changed", G_CALLBACK (count_cb), &n_changes);
  bh_control_set_text (BH_CONTROL (area), "第一行\n第二行");
  assert_value (area, "第一行\n第二行");
  g_assert_cmpuint (n_changes, ==, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "", -1);
  g_assert_cmpuint (n_changes, >, 0);
  bh_control_set_text (BH_CONTROL (area), NULL);
  assert_value (area, "");
}

static GPtrArray *
create_options (void)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);

  g_ptr_array_add (options, bh_picker_option_new ("e", "工程维修", NULL));
  g_ptr_array_add (options, bh_picker_option_new ("c", "保洁绿化", NULL));

  return options;
}

/* A label stands for its value; whatever else is typed stands for itself. */
static void
test_picker_value (void)
{
  g_autoptr (GtkWidget) picker = g_object_ref_sink (bh_picker_new ());
  GtkEditable *entry = GTK_EDITABLE (bh_picker_get_entry (BH_PICKER (picker)));

  bh_picker_set_options (BH_PICKER (picker), create_options ());
  assert_value (picker, "");
  bh_control_set_text (BH_CONTROL (picker), "c");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "保洁绿化");
  assert_value (picker, "c");
  gtk_editable_set_text (entry, " 工程维修 ");
  assert_value (picker, "e");
  gtk_editable_set_text (entry, "财务");
  assert_value (picker, "财务");
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
test_picker_suggestions (void)
{
  GtkWidget *picker = bh_picker_new ();
  GtkEntry *entry = bh_picker_get_entry (BH_PICKER (picker));
  GtkWindow *window = bh_test_ui_show (picker, 400, 300);
  GtkWidget *popover = bh_test_ui_find (picker, GTK_TYPE_POPOVER);
  GtkListBox *list = bh_test_ui_find (popover, GTK_TYPE_LIST_BOX);

  bh_picker_set_options (BH_PICKER (picker), create_options ());
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "gc");
  bh_test_ui_wait (is_visible, popover);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  assert_value (picker, "e");
  g_assert_false (gtk_widget_get_visible (popover));

  gtk_editable_set_text (GTK_EDITABLE (entry), "没有");
  g_assert_false (gtk_widget_get_visible (popover));
  gtk_window_destroy (window);
}

static void
search_cb (BhPicker *picker, const char *text, char **searched)
{
  g_free (*searched);
  *searched = g_strdup (text);
}

static void
test_picker_search (void)
{
  GtkWidget *picker = bh_picker_new ();
  GtkWindow *window = bh_test_ui_show (picker, 400, 300);
  GtkWidget *popover = bh_test_ui_find (picker, GTK_TYPE_POPOVER);
  g_autofree char *searched = NULL;

  g_signal_connect (picker, "search", G_CALLBACK (search_cb), &searched);
  gtk_widget_grab_focus (GTK_WIDGET (bh_picker_get_entry (BH_PICKER (picker))));
  gtk_editable_set_text (GTK_EDITABLE (bh_picker_get_entry (BH_PICKER (picker))), "3-2");
  g_assert_cmpstr (searched, ==, "3-2");

  /* What was found is shown as it is, though it does not contain what was typed. */
  bh_picker_suggest (BH_PICKER (picker), create_options ());
  bh_test_ui_wait (is_visible, popover);
  gtk_window_destroy (window);
}

static GtkWidget *
create_block (int width, int height)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (block, width, height);

  return block;
}

static void
test_wrap_layout (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWindow *window;
  int minimum, natural;

  gtk_widget_set_layout_manager (box, bh_wrap_layout_new (10));
  for (guint i = 0; i < 4; i++)
    gtk_box_append (GTK_BOX (box), create_block (100, 20));
  window = bh_test_ui_show (box, 800, 300);

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 430);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 430, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 429, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 50);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 100, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 110);
  gtk_widget_set_visible (gtk_widget_get_first_child (box), FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 100, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 80);
  gtk_window_destroy (window);
}

static void
test_fit_scroller (void)
{
  g_autoptr (GtkWidget) scroller = g_object_ref_sink (bh_fit_scroller_new (create_block (50, 400)));
  int minimum, natural;

  gtk_widget_measure (scroller, GTK_ORIENTATION_VERTICAL, 200, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <, 100);
  g_assert_cmpint (natural, ==, 400);
}

static void
test_split (void)
{
  GtkWidget *split = bh_split_new ();
  GtkWidget *content = create_block (300, 100);
  GtkWidget *pane = create_block (200, 100);
  GtkWindow *window;

  bh_split_set_content (BH_SPLIT (split), content);
  bh_split_set_pane (BH_SPLIT (split), pane);
  window = bh_test_ui_show (split, 1000, 300);

  g_assert_false (bh_split_get_collapsed (BH_SPLIT (split)));
  g_assert_true (gtk_widget_get_mapped (content));
  g_assert_false (gtk_widget_get_mapped (pane));

  bh_split_set_show_pane (BH_SPLIT (split), TRUE);
  gtk_test_widget_wait_for_draw (split);
  g_assert_true (gtk_widget_get_mapped (content));
  g_assert_true (gtk_widget_get_mapped (pane));
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 400);

  bh_split_set_pane_width (BH_SPLIT (split), 500);
  gtk_test_widget_wait_for_draw (split);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 500);
  /* Neither side gets less than it needs. */
  bh_split_set_pane_width (BH_SPLIT (split), 900);
  gtk_test_widget_wait_for_draw (split);
  g_assert_cmpint (gtk_widget_get_width (content), ==, 300);
  bh_split_set_pane_width (BH_SPLIT (split), 10);
  gtk_test_widget_wait_for_draw (split);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 200);
  gtk_window_destroy (window);
}

static void
test_split_collapsed (void)
{
  GtkWidget *split = bh_split_new ();
  GtkWidget *content = create_block (300, 100);
  GtkWidget *pane = create_block (200, 100);
  GtkWindow *window;

  bh_split_set_content (BH_SPLIT (split), content);
  bh_split_set_pane (BH_SPLIT (split), pane);
  window = bh_test_ui_show (split, 800, 300);

  g_assert_true (bh_split_get_collapsed (BH_SPLIT (split)));
  g_assert_true (gtk_widget_get_mapped (content));
  bh_split_set_show_pane (BH_SPLIT (split), TRUE);
  gtk_test_widget_wait_for_draw (split);
  g_assert_false (gtk_widget_get_mapped (content));
  g_assert_true (gtk_widget_get_mapped (pane));
  g_assert_cmpint (gtk_widget_get_width (pane), ==, 800);
  gtk_window_destroy (window);
}

/* A picture of one point, as a signature is handed over. */
#define SMALL_PICTURE                                                                              \
  "data:image/"                                                                                    \
  "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAW"           \
  "jR9awAAAABJRU5ErkJggg=="

/* Every input of every verb has a control that keeps the value it is given. */
static void
test_fields (void)
{
  g_autoptr (BhTestDesk) test_desk = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (test_desk->store);
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    for (guint j = 0; j < rules[i].n_inputs; j++)
      {
        const BhInput *input = &rules[i].inputs[j];
        g_autoptr (GtkWidget) field = g_object_ref_sink (bh_field_new (desk, input));
        g_autofree char *empty = bh_field_dup_text (BH_FIELD (field));
        g_autofree char *text = NULL;
        guint n_items = 0;
        const BhListItem *items = bh_list_get_items (input->list, &n_items);
        const char *value = n_items > 0 ? items[0].code : "3";

        g_assert_cmpstr (empty, ==, "");
        if (input->type == BH_INPUT_SIGNATURE)
          value = SMALL_PICTURE;
        bh_field_set_text (BH_FIELD (field), value);
        text = bh_field_dup_text (BH_FIELD (field));
        g_assert_cmpstr (text, ==, value);
      }
}

static void
test_field_error (void)
{
  g_autoptr (BhTestDesk) test_desk = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (test_desk->store);
  g_autoptr (GtkWidget) field
      = g_object_ref_sink (bh_field_new (desk, bh_loop_find_input (BH_VERB_NOTE, "text")));
  GtkTextView *view = bh_test_ui_find (field, GTK_TYPE_TEXT_VIEW);

  bh_field_set_error (BH_FIELD (field), "请填写此项");
  g_assert_true (gtk_widget_has_css_class (field, "invalid"));
  /* Typing takes the reproach away. */
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "已电话联系", -1);
  g_assert_false (gtk_widget_has_css_class (field, "invalid"));
}

/* Whom a department's ticket can be given to. */
static void
test_field_staff (void)
{
  g_autoptr (BhTestDesk) test_desk = bh_test_desk_new ();
  g_autoptr (BhDesk) desk = bh_desk_new (test_desk->store);
  g_autoptr (GtkWidget) field
      = g_object_ref_sink (bh_field_new (desk, bh_loop_find_input (BH_VERB_DISPATCH, "person")));
  BhEntry *department = bh_office_find (bh_desk_get_office (desk), BH_TYPE_DEPARTMENT, "工程维修");
  g_autofree char *text = NULL;

  bh_field_set_text (BH_FIELD (field), "李强");
  bh_field_set_department (BH_FIELD (field), bh_entry_get_id (department));
  text = bh_field_dup_text (BH_FIELD (field));
  g_assert_cmpstr (text, ==, "李强");
}

static void
test_pin (void)
{
  g_autoptr (GtkWidget) entry = g_object_ref_sink (bh_pin_entry_new ());
  guint n_changes = 0;

  g_signal_connect (entry, "changed", G_CALLBACK (count_cb), &n_changes);
  bh_control_set_text (BH_CONTROL (entry), "2580");
  assert_value (entry, "2580");
  g_assert_cmpuint (n_changes, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (bh_control_get_focus_widget (BH_CONTROL (entry))), "1");
  g_assert_cmpuint (n_changes, >, 0);
  g_assert_true (GTK_IS_PASSWORD_ENTRY (bh_control_get_focus_widget (BH_CONTROL (entry))));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  g_test_add_func ("/controls/pin", test_pin);
  g_test_add_func ("/controls/choice", test_choice);
  g_test_add_func ("/controls/choice-multiple", test_choice_multiple);
  g_test_add_func ("/controls/field-with-control", test_field_with_control);
  g_test_add_func ("/controls/text-area", test_text_area);
  g_test_add_func ("/controls/picker-value", test_picker_value);
  g_test_add_func ("/controls/picker-suggestions", test_picker_suggestions);
  g_test_add_func ("/controls/picker-search", test_picker_search);
  g_test_add_func ("/controls/wrap-layout", test_wrap_layout);
  g_test_add_func ("/controls/fit-scroller", test_fit_scroller);
  g_test_add_func ("/controls/split", test_split);
  g_test_add_func ("/controls/split-collapsed", test_split_collapsed);
  g_test_add_func ("/controls/fields", test_fields);
  g_test_add_func ("/controls/field-error", test_field_error);
  g_test_add_func ("/controls/field-staff", test_field_staff);

  return g_test_run ();
}
