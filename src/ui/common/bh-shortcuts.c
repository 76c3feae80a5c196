/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-shortcuts.h"

#include "base/bh-i18n.h"
#include "domain/bh-loop.h"

#define TEMPLATE "/io/github/bihuan/Bihuan/ui/shortcuts.ui"
/* Where the template has a place for the verbs. */
#define VERBS "<!-- verbs -->"

static char *
list_verbs (void)
{
  GString *out = g_string_new (NULL);
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *title
          = g_markup_escape_text (bh_list_get_label (BH_LIST_VERB, (int) rules[i].verb), -1);

      if (rules[i].key != 0)
        g_string_append_printf (out,
                                "<child><object class='GtkShortcutsShortcut'>"
                                "<property name='title'>%s</property>"
                                "<property name='accelerator'>%c</property>"
                                "</object></child>",
                                title, rules[i].key);
    }

  return g_string_free (out, FALSE);
}

GtkShortcutsWindow *
bh_shortcuts_new (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (TEMPLATE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) parts = NULL;
  g_autofree char *verbs = list_verbs ();
  g_autofree char *text = NULL;
  g_autoptr (GtkBuilder) builder = NULL;

  g_assert (bytes != NULL);
  parts = g_strsplit (g_bytes_get_data (bytes, NULL), VERBS, 2);
  text = g_strjoinv (verbs, parts);
  builder = gtk_builder_new_from_string (text, -1);

  return g_object_ref (GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
}
