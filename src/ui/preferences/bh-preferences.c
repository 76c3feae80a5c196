/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/bh-preferences.h"

#include "base/bh-i18n.h"
#include "storage/bh-settings.h"
#include "ui/preferences/bh-color-scheme.h"
#include "ui/preferences/bh-setting-row.h"

#include <adwaita.h>

static const struct
{
  const char *key;
  const char *help;
} office_settings[] = {
  { "office-name", N_ ("Stands at the top of the window and on papers") },
  { "timezone", N_ ("Days, months and office hours are counted in it; like Asia/Shanghai") },
  { "undo-minutes", N_ ("How long the last step of a ticket may be taken back") },
  { "repeat-days", N_ ("The same matter again within this time counts as a repeat") },
  { "reopen-days", N_ ("Later on, a matter becomes a new ticket that says what it repeats") },
  { "auto-dispatch-percent", N_ ("A new ticket goes to its department at once when category and "
                                 "department are so sure; 0 never") },
  { "attachment-megabytes", N_ ("Photos and documents above this are not taken") },
  { "backup-daily", N_ ("A copy of the database beside it, made once a day") },
};

static const struct
{
  const char *code; /* as the settings have it */
  const char *label;
} color_schemes[] = {
  { "system", N_ ("As the desktop") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
};

static gpointer
load_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (office_settings); i++)
    {
      char *value = bh_settings_get (connection, office_settings[i].key, error);

      if (value == NULL)
        return NULL;
      g_hash_table_insert (values, (gpointer) office_settings[i].key, value);
    }

  return g_steal_pointer (&values);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) rows = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) values = bh_store_read_finish (BH_STORE (source), result, &error);

  for (guint i = 0; i < rows->len; i++)
    {
      BhSettingRow *row = g_ptr_array_index (rows, i);

      if (values == NULL)
        bh_setting_row_set_error (row, error->message);
      else
        bh_setting_row_set_value (row, g_hash_table_lookup (values, bh_setting_row_get_key (row)));
      gtk_widget_set_sensitive (GTK_WIDGET (row), values != NULL);
    }
}

static GtkWidget *
create_office_group (BhDesk *desk)
{
  GtkWidget *group = adw_preferences_group_new ();
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Office"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("For everybody who works with this database"));
  for (guint i = 0; i < G_N_ELEMENTS (office_settings); i++)
    {
      GtkWidget *row
          = bh_setting_row_new (desk, office_settings[i].key, _ (office_settings[i].help));

      gtk_widget_set_sensitive (row, FALSE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (rows, g_object_ref (row));
    }
  bh_store_read_async (bh_desk_get_store (desk), load_in_worker, NULL, NULL,
                       (GDestroyNotify) g_hash_table_unref, G_PRIORITY_DEFAULT, NULL, loaded_cb,
                       rows);

  return group;
}

static gboolean
scheme_to_position (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    if (g_str_equal (color_schemes[i].code, g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
position_to_scheme (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (color_schemes)
             ? g_variant_new_string (color_schemes[position].code)
             : NULL;
}

static GtkWidget *
create_desk_group (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (color_schemes); i++)
    gtk_string_list_append (labels, _ (color_schemes[i].label));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("This desk"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Colours"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_settings_bind_with_mapping (settings, BH_COLOR_SCHEME_KEY, row, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_position, position_to_scheme,
                                NULL, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return group;
}

GtkWindow *
bh_preferences_present (GtkWindow *parent, BhDesk *desk, GSettings *settings)
{
  GtkWidget *window, *page;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  window = adw_preferences_window_new ();
  page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (create_office_group (desk)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (create_desk_group (settings)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), parent != NULL);
  gtk_window_present (GTK_WINDOW (window));

  return GTK_WINDOW (window);
}
