/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-shortcuts.h"

#include "base/bh-i18n.h"
#include "domain/bh-loop.h"

#define TEMPLATE "/io/github/bihuan/Bihuan/ui/shortcuts.ui"
/* In which group of the window a verb stands: the loop offers those that lead on first, then those
 * that leave the ticket where it is, mixed with those that lead it elsewhere. */
typedef enum
{
  GROUP_LEADING,
  GROUP_STAYING,
  GROUP_OTHER,
} Group;

/* Where the template has places for them. */
static const char *const places[]
    = { "<!-- leading verbs -->", "<!-- staying verbs -->", "<!-- other verbs -->" };

static char *
list_verbs (Group group)
{
  GString *out = g_string_new (NULL);
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);
  Group leading = GROUP_LEADING;

  for (guint i = 0; i < n_rules; i++)
    {
      gboolean stays = rules[i].target == BH_LOOP_TARGET_STAYS;
      g_autofree char *title
          = g_markup_escape_text (bh_list_get_label (BH_LIST_VERB, (int) rules[i].verb), -1);

      if (stays)
        leading = GROUP_OTHER;
      if (rules[i].key == 0 || (stays ? GROUP_STAYING : leading) != group)
        continue;
      g_string_append_printf (out,
                              "<child><object class='GtkShortcutsShortcut'>"
                              "<property name='title'>%s</property>"
                              "<property name='accelerator'>%c</property>"
                              "</object></child>",
                              title, rules[i].key);
    }

  return g_string_free (out, FALSE);
}

static char *
fill_in (char *text, Group group)
{
  g_auto (GStrv) parts = g_strsplit (text, places[group], 2);
  g_autofree char *verbs = list_verbs (group);

  g_assert (g_strv_length (parts) == 2);
  g_free (text);

  return g_strjoinv (verbs, parts);
}

GtkShortcutsWindow *
bh_shortcuts_new (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (TEMPLATE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GtkBuilder) builder = NULL;

  g_assert (bytes != NULL);
  text = g_strdup (g_bytes_get_data (bytes, NULL));
  for (Group group = GROUP_LEADING; group <= GROUP_OTHER; group++)
    text = fill_in (g_steal_pointer (&text), group);
  builder = gtk_builder_new_from_string (text, -1);

  return g_object_ref (GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
}
