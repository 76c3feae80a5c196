/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bh-test-register-page.h"

#include "storage/bh-settings.h"
#include "ui/register/bh-register-browser.h"
#include "ui/register/bh-register-fields.h"
#include "ui/register/bh-register-form.h"

gpointer
bh_test_register_page_find (BhTestRegisterPage *fixture, GType type)
{
  return bh_test_ui_find (fixture->page, type);
}

BhRegisterTable *
bh_test_register_page_get_table (BhTestRegisterPage *fixture)
{
  return bh_test_register_page_find (fixture, BH_TYPE_REGISTER_TABLE);
}

static gboolean
has_rows (gpointer data)
{
  BhTestRegisterPage *fixture = data;

  return bh_register_table_get_n_rows (bh_test_register_page_get_table (fixture))
         == fixture->n_rows;
}

void
bh_test_register_page_wait_rows (BhTestRegisterPage *fixture, guint n_rows)
{
  fixture->n_rows = n_rows;
  bh_test_ui_wait (has_rows, fixture);
}

static void
set_up (BhTestRegisterPage *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->drafts = bh_drafts_new (NULL);
  fixture->settings = g_settings_new ("io.github.bihuan.Bihuan");
  g_settings_reset (fixture->settings, "register-list");
  fixture->page = bh_register_page_new (fixture->desk, fixture->drafts, fixture->settings);
  fixture->window = bh_test_ui_show (fixture->page, 1250, 700);
  bh_test_register_page_wait_rows (fixture, 1);
}

static void
tear_down (BhTestRegisterPage *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_clear_object (&fixture->settings);
  bh_test_ui_end (fixture->drafts);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

void
bh_test_register_page_act (BhTestRegisterPage *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

void
bh_test_register_page_show_kind (BhTestRegisterPage *fixture, BhRegisterKind kind, guint n_rows)
{
  BhRegisterKinds *kinds = bh_test_register_page_find (fixture, BH_TYPE_REGISTER_KINDS);

  bh_register_kinds_move (kinds, (int) kind - (int) bh_register_kinds_get (kinds));
  bh_test_register_page_wait_rows (fixture, n_rows);
}

GListModel *
bh_test_register_page_get_rows (BhTestRegisterPage *fixture)
{
  GtkColumnView *view = bh_test_register_page_find (fixture, GTK_TYPE_COLUMN_VIEW);

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

BhRegisterRow *
bh_test_register_page_find_row (BhTestRegisterPage *fixture, const char *key, const char *value)
{
  GListModel *rows = bh_test_register_page_get_rows (fixture);

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
  BhTestRegisterPage *fixture = data;

  return bh_test_register_page_find_row (fixture, "name", fixture->wanted) != NULL;
}

static gboolean
is_not_listed (gpointer data)
{
  return !is_listed (data);
}

void
bh_test_register_page_wait_listed (BhTestRegisterPage *fixture, const char *name, gboolean listed)
{
  fixture->wanted = name;
  bh_test_ui_wait (listed ? is_listed : is_not_listed, fixture);
}

void
bh_test_register_page_select_row (BhTestRegisterPage *fixture, const char *name)
{
  GListModel *rows = bh_test_register_page_get_rows (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (BhRegisterRow) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (bh_payload_get (bh_register_row_get_values (row), "name"), name) == 0)
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows), i, TRUE);
    }
  g_assert_nonnull (bh_register_table_get_selected (bh_test_register_page_get_table (fixture)));
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

BhField *
bh_test_register_page_get_line (BhTestRegisterPage *fixture, const char *label)
{
  BhField *line = find_line (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FORM), label);

  g_assert_nonnull (line);

  return line;
}

GtkEditable *
bh_test_register_page_get_entry (BhTestRegisterPage *fixture, const char *label)
{
  return GTK_EDITABLE (bh_control_get_focus_widget (
      bh_field_get_control (bh_test_register_page_get_line (fixture, label))));
}

void
bh_test_register_page_type (BhTestRegisterPage *fixture, const char *label, const char *text)
{
  gtk_editable_set_text (bh_test_register_page_get_entry (fixture, label), text);
}

void
bh_test_register_page_submit (BhTestRegisterPage *fixture)
{
  gtk_widget_activate_action (bh_test_register_page_find (fixture, BH_TYPE_REGISTER_FIELDS),
                              "form.submit", NULL);
}

gboolean
bh_test_register_page_press (gpointer widget, guint key, GdkModifierType state)
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

gboolean
bh_test_register_page_press_in_list (BhTestRegisterPage *fixture, guint key)
{
  return bh_test_register_page_press (
      bh_test_register_page_find (fixture, BH_TYPE_REGISTER_BROWSER), key, 0);
}

static gboolean
set_desk_staff_cb (BhWork *work, gpointer name, GError **error)
{
  return bh_settings_set (work, "desk-staff", name, error);
}

void
bh_test_register_page_seat (BhTestRegisterPage *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (fixture->test_desk->store, set_desk_staff_cb, (gpointer) name, NULL, &error);
  g_assert_no_error (error);
}

void
bh_test_register_page_add (const char *path,
                           void (*func) (BhTestRegisterPage *fixture, gconstpointer data))
{
  g_test_add (path, BhTestRegisterPage, NULL, set_up, func, tear_down);
}
