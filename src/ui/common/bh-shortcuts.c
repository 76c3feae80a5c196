/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-shortcuts.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-verb-groups.h"

#define TEMPLATE "/io/github/bihuan/Bihuan/ui/shortcuts.ui"

/* Where the template has places for the verbs of each group. */
static const char *const places[BH_N_VERB_GROUPS] = {
  [BH_VERB_GROUP_LEAD] = "<!-- leading verbs -->",
  [BH_VERB_GROUP_OTHERS] = "<!-- verbs of other departments -->",
  [BH_VERB_GROUP_TALK] = "<!-- adding verbs -->",
  [BH_VERB_GROUP_EXCEPTION] = "<!-- exceptional verbs -->",
  [BH_VERB_GROUP_MATTER] = "<!-- verbs of the same matter -->",
  [BH_VERB_GROUP_CORRECT] = "<!-- correcting verbs -->",
};

static char *
list_verbs (BhVerbGroup group)
{
  GString *out = g_string_new (NULL);
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *title
          = g_markup_escape_text (bh_list_get_label (BH_LIST_VERB, (int) rules[i].verb), -1);
      g_autofree char *accelerator = bh_verb_key_dup_accelerator (rules[i].key);
      g_autofree char *escaped = g_markup_escape_text (accelerator, -1);

      if (rules[i].key == 0 || bh_verb_get_group (rules[i].verb) != group)
        continue;
      g_string_append_printf (out,
                              "<child><object class='GtkShortcutsShortcut'>"
                              "<property name='title'>%s</property>"
                              "<property name='accelerator'>%s</property>"
                              "</object></child>",
                              title, escaped);
    }

  return g_string_free (out, FALSE);
}

static char *
fill_in (char *text, BhVerbGroup group)
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
  for (BhVerbGroup group = BH_VERB_GROUP_LEAD; group < BH_N_VERB_GROUPS; group++)
    text = fill_in (g_steal_pointer (&text), group);
  builder = gtk_builder_new_from_string (text, -1);

  return g_object_ref (GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
}
