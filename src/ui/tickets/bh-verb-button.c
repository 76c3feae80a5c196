/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-button.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-verb-groups.h"

GtkWidget *
bh_verb_button_new (const char *label, const char *summary, char key)
{
  GtkWidget *button, *box, *text;

  g_return_val_if_fail (label != NULL, NULL);

  button = gtk_button_new ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  text = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  /* The label fills the button, not the button its row. */
  gtk_widget_set_hexpand (button, FALSE);
  gtk_widget_set_tooltip_text (button, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (key != 0)
    {
      g_autofree char *letter = bh_verb_key_dup_label (key);
      g_autofree char *spoken = bh_verb_key_dup_spoken (key);
      GtkWidget *shown = gtk_label_new (letter);

      gtk_widget_add_css_class (shown, "letter");
      gtk_box_append (GTK_BOX (box), shown);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, spoken, -1);
    }

  return button;
}

GtkWidget *
bh_verb_button_new_for (BhVerb verb)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);

  g_return_val_if_fail (rule != NULL, NULL);

  return bh_verb_button_new (bh_list_get_label (BH_LIST_VERB, (int) verb), _ (rule->summary),
                             rule->key);
}
