/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/bh-setting-row.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "storage/bh-settings.h"

/**
 * BhSettingRow:
 *
 * CSS nodes: those of an action row, class `error` while a value is refused.
 */
struct _BhSettingRow
{
  AdwActionRow parent_instance;

  BhDesk *desk;             /* (owned) */
  const BhSetting *setting; /* static */
  char *help;               /* (owned) (nullable) */
  char *value;              /* (owned): in force */
  GtkEntry *entry;          /* (owned by the widget tree) (nullable) */
  GtkSwitch *toggle;        /* (owned by the widget tree) (nullable) */
};

G_DEFINE_FINAL_TYPE (BhSettingRow, bh_setting_row, ADW_TYPE_ACTION_ROW)

/* A value on its way into the database. */
typedef struct
{
  const char *key;
  char *value; /* (owned) */
} Change;

static void
change_free (Change *change)
{
  g_free (change->value);
  g_free (change);
}

static gboolean
set_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Change *change = user_data;

  return bh_settings_set (work, change->key, change->value, error);
}

/* An entry keeps what was typed, to be mended; a switch shows what is still true. */
static void
take_back (BhSettingRow *self)
{
  bh_set_string (&self->value, NULL);
  if (self->toggle != NULL)
    bh_setting_row_set_value (self, gtk_switch_get_active (self->toggle) ? "no" : "yes");
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhSettingRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!bh_store_write_finish (BH_STORE (source), result, &error))
    take_back (self);
  bh_setting_row_set_error (self, error != NULL ? error->message : NULL);
}

static void
store (BhSettingRow *self, const char *value)
{
  Change *change;

  if (self->desk == NULL || !bh_set_string (&self->value, value))
    return;
  change = g_new0 (Change, 1);
  change->key = self->setting->key;
  change->value = g_strdup (value);
  bh_store_write_async (bh_desk_get_store (self->desk), set_in_worker, change,
                        (GDestroyNotify) change_free, G_PRIORITY_DEFAULT, NULL, stored_cb,
                        g_object_ref (self));
}

static void
entry_done_cb (BhSettingRow *self)
{
  g_autofree char *text = bh_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  store (self, text != NULL ? text : "");
}

static void
switched_cb (BhSettingRow *self)
{
  store (self, gtk_switch_get_active (self->toggle) ? "yes" : "no");
}

static void
bh_setting_row_dispose (GObject *object)
{
  g_clear_object (&BH_SETTING_ROW (object)->desk);

  G_OBJECT_CLASS (bh_setting_row_parent_class)->dispose (object);
}

static void
bh_setting_row_finalize (GObject *object)
{
  BhSettingRow *self = BH_SETTING_ROW (object);

  g_free (self->help);
  g_free (self->value);

  G_OBJECT_CLASS (bh_setting_row_parent_class)->finalize (object);
}

static void
bh_setting_row_class_init (BhSettingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_setting_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_setting_row_finalize;
}

static void
bh_setting_row_init (BhSettingRow *self)
{
}

static const BhSetting *
find_setting (const char *key)
{
  const BhSetting *setting;

  for (guint i = 0; (setting = bh_settings_get_nth (i)) != NULL; i++)
    if (g_str_equal (setting->key, key))
      return setting;

  return NULL;
}

static void
add_switch (BhSettingRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->setting->label), -1);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
}

static void
add_entry (BhSettingRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->entry), GTK_ALIGN_CENTER);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 20);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->setting->label), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));
}

GtkWidget *
bh_setting_row_new (BhDesk *desk, const char *key, const char *help)
{
  const BhSetting *setting;
  BhSettingRow *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  setting = find_setting (key);
  g_return_val_if_fail (setting != NULL, NULL);

  self = g_object_new (BH_TYPE_SETTING_ROW, NULL);
  self->setting = setting;
  self->help = g_strdup (help);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (setting->label));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  if (g_str_equal (setting->default_value, "yes") || g_str_equal (setting->default_value, "no"))
    add_switch (self);
  else
    add_entry (self);
  bh_setting_row_set_value (self, setting->default_value);
  bh_setting_row_set_error (self, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

const char *
bh_setting_row_get_key (BhSettingRow *self)
{
  g_return_val_if_fail (BH_IS_SETTING_ROW (self), NULL);

  return self->setting->key;
}

void
bh_setting_row_set_value (BhSettingRow *self, const char *value)
{
  g_return_if_fail (BH_IS_SETTING_ROW (self));
  g_return_if_fail (value != NULL);

  /* First the value, so that showing it stores nothing. */
  bh_set_string (&self->value, value);
  if (self->toggle != NULL)
    gtk_switch_set_active (self->toggle, g_str_equal (value, "yes"));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), value);
}

GtkEntry *
bh_setting_row_get_entry (BhSettingRow *self)
{
  g_return_val_if_fail (BH_IS_SETTING_ROW (self), NULL);

  return self->entry;
}

void
bh_setting_row_set_error (BhSettingRow *self, const char *message)
{
  const char *text;

  g_return_if_fail (BH_IS_SETTING_ROW (self));

  text = message != NULL ? message : self->help;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : "");
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}
