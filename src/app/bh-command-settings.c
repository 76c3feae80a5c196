/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "storage/bh-settings.h"

#include <stdio.h>

static const BhPrintColumn columns[] = {
  { "key", N_ ("Key"), FALSE },
  { "value", N_ ("Value"), FALSE },
  { "meaning", N_ ("Meaning"), FALSE },
};

static gboolean
list_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (invocation->format, NULL, columns, G_N_ELEMENTS (columns));
  const BhSetting *setting;

  for (guint i = 0; (setting = bh_settings_get_nth (i)) != NULL; i++)
    {
      g_autofree char *value = bh_settings_get (connection, setting->key, error);

      if (value == NULL)
        return FALSE;
      bh_table_printer_add_text (table, setting->key);
      bh_table_printer_add_text (table, value);
      bh_table_printer_add_text (table, gettext (setting->label));
    }
  bh_table_printer_end (table);

  return TRUE;
}

static gboolean
get_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  const char *key = user_data;
  g_autofree char *value = bh_settings_get (connection, key, error);

  if (value == NULL)
    return FALSE;

  if (invocation->format == BH_FORMAT_TEXT)
    puts (value);
  else
    {
      g_autoptr (BhTablePrinter) table
          = bh_table_printer_new (invocation->format, NULL, columns, 2);

      bh_table_printer_add_text (table, key);
      bh_table_printer_add_text (table, value);
      bh_table_printer_end (table);
    }

  return TRUE;
}

static gboolean
set_cb (BhWork *work, gpointer user_data, GError **error)
{
  BhInvocation *invocation = user_data;

  return bh_settings_set (work, bh_invocation_get_word (invocation, 1),
                          bh_invocation_get_word (invocation, 2), error);
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  const char *action;
  guint n_words;

  if (!bh_invocation_parse (invocation, NULL, 1, 3, error))
    return FALSE;

  action = bh_invocation_get_word (invocation, 0);
  n_words = (guint) invocation->n_words - 1;
  if (g_str_equal (action, "list") && n_words == 1)
    return bh_invocation_read (invocation, list_cb, NULL, error);
  if (g_str_equal (action, "get") && n_words == 2)
    return bh_invocation_read (invocation, get_cb,
                               (gpointer) bh_invocation_get_word (invocation, 1), error);
  if (g_str_equal (action, "set") && n_words == 3)
    return bh_invocation_open (invocation, BH_OPEN_CREATE, error) != NULL
           && bh_store_write (invocation->store, set_cb, invocation, invocation->cancellable, error)
           && bh_invocation_publish (invocation, error);

  return bh_usage_fail (error, _ ("It is “settings list”, “settings get KEY” or “settings set KEY "
                                  "VALUE”."));
}

const BhCommand bh_command_settings = {
  .name = "settings",
  .arguments = "list | get KEY | set KEY VALUE",
  .summary = N_ ("Shows or changes the settings of the office."),
  .run = run,
};
