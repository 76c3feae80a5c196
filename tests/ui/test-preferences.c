/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "storage/bh-settings.h"
#include "ui/preferences/bh-color-scheme.h"
#include "ui/preferences/bh-preferences.h"
#include "ui/preferences/bh-setting-row.h"

#include "config.h"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  GSettings *settings;
  GtkWindow *window;
} Fixture;

static BhSettingRow *
find_row (GtkWidget *root, const char *key)
{
  if (BH_IS_SETTING_ROW (root) && g_str_equal (bh_setting_row_get_key (BH_SETTING_ROW (root)), key))
    return BH_SETTING_ROW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      BhSettingRow *row = find_row (child, key);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static gboolean
is_loaded (gpointer user_data)
{
  Fixture *fixture = user_data;

  return gtk_widget_get_sensitive (
      GTK_WIDGET (find_row (GTK_WIDGET (fixture->window), "office-name")));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->office->store);
  fixture->settings = g_settings_new (BH_APP_ID);
  fixture->window = bh_preferences_present (NULL, fixture->desk, fixture->settings);
  bh_test_ui_wait (is_loaded, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_settings_reset (fixture->settings, BH_COLOR_SCHEME_KEY);
  g_object_unref (fixture->settings);
  g_object_unref (fixture->desk);
  bh_test_desk_free (fixture->office);
}

static char *
load (Fixture *fixture, const char *key)
{
  g_autoptr (BhConnection) connection = bh_store_open_reader (fixture->office->store, NULL);

  return bh_settings_get (connection, key, NULL);
}

static void
enter (Fixture *fixture, const char *key, const char *text)
{
  GtkEntry *entry = bh_setting_row_get_entry (find_row (GTK_WIDGET (fixture->window), key));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static gboolean
is_named (gpointer user_data)
{
  BhOffice *office = bh_desk_get_office (((Fixture *) user_data)->desk);

  return g_str_equal (bh_office_get_settings (office)->name, "滨河花园物业服务中心");
}

static void
test_store (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stored = NULL;

  enter (fixture, "office-name", "  滨河花园物业服务中心 ");
  bh_test_ui_wait (is_named, fixture);
  stored = load (fixture, "office-name");
  g_assert_cmpstr (stored, ==, "滨河花园物业服务中心");
}

static gboolean
is_refused (gpointer user_data)
{
  BhSettingRow *row = find_row (GTK_WIDGET (((Fixture *) user_data)->window), "timezone");

  return gtk_widget_has_css_class (GTK_WIDGET (row), "error");
}

static gboolean
is_accepted (gpointer user_data)
{
  return !is_refused (user_data);
}

/* What is refused says so where it stands, and changes nothing. */
static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  BhSettingRow *row = find_row (GTK_WIDGET (fixture->window), "timezone");
  g_autofree char *stored = NULL;

  enter (fixture, "timezone", "Mond/Krater");
  bh_test_ui_wait (is_refused, fixture);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (row), "Mond/Krater"));
  stored = load (fixture, "timezone");
  g_assert_cmpstr (stored, ==, "Asia/Shanghai");

  enter (fixture, "timezone", "Asia/Urumqi");
  bh_test_ui_wait (is_accepted, fixture);
}

static gboolean
is_without_backup (gpointer user_data)
{
  g_autofree char *value = load (user_data, "backup-daily");

  return g_str_equal (value, "no");
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  BhSettingRow *row = find_row (GTK_WIDGET (fixture->window), "backup-daily");
  GtkWidget *toggle = bh_test_ui_find_shown (GTK_WIDGET (row), GTK_TYPE_SWITCH);

  g_assert_null (bh_setting_row_get_entry (row));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  while (!is_without_backup (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_colors (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = bh_test_ui_find_shown (GTK_WIDGET (fixture->window), ADW_TYPE_COMBO_ROW);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *stored = NULL;

  bh_color_scheme_follow (fixture->settings);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  stored = g_settings_get_string (fixture->settings, BH_COLOR_SCHEME_KEY);
  g_assert_cmpstr (stored, ==, "dark");
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
}

#define ADD(name, test) g_test_add ("/preferences/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  bh_test_ui_init (&argc, &argv);

  ADD ("store", test_store);
  ADD ("refuse", test_refuse);
  ADD ("switch", test_switch);
  ADD ("colors", test_colors);

  return g_test_run ();
}
