/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-form-parts.h"

#include "base/bh-i18n.h"

GtkWidget *
bh_verb_form_create_title (const char *title, const char *summary)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *explained = gtk_label_new (summary);

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (explained, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (explained), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (explained), 0);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), explained);

  return box;
}

GtkWidget *
bh_verb_form_create_buttons (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *leave = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *submit = gtk_button_new_with_label (title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (leave), "form.leave");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (submit), "form.submit");
  gtk_widget_set_tooltip_text (leave, _ ("Esc; what was typed is kept"));
  gtk_widget_set_tooltip_text (submit, _ ("Enter"));
  gtk_widget_add_css_class (submit, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), leave);
  gtk_box_append (GTK_BOX (box), submit);

  return box;
}

GtkWidget *
bh_verb_form_create_error (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_visible (label, FALSE);

  return label;
}

GArray *
bh_verb_form_pick_bulk_inputs (BhVerb verb)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (BhInput));

  for (guint i = 0; i < rule->n_inputs; i++)
    if (rule->inputs[i].type != BH_INPUT_CONTACT && rule->inputs[i].type != BH_INPUT_SIGNATURE)
      g_array_append_val (inputs, rule->inputs[i]);

  return inputs;
}

BhField *
bh_verb_form_mark_missing (GPtrArray *fields)
{
  BhField *first = NULL;

  g_return_val_if_fail (fields != NULL, NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      BhField *field = g_ptr_array_index (fields, i);
      g_autofree char *text = bh_field_dup_text (field);
      gboolean missing = bh_field_get_input (field)->required && *text == '\0';

      bh_field_set_error (field, missing ? _ ("Please fill this in") : NULL);
      if (missing && first == NULL)
        first = field;
    }

  return first;
}

BhPayload *
bh_verb_form_read (GPtrArray *fields)
{
  BhPayload *entered = bh_payload_new ();

  g_return_val_if_fail (fields != NULL, entered);

  for (guint i = 0; i < fields->len; i++)
    {
      BhField *field = g_ptr_array_index (fields, i);
      g_autofree char *text = bh_field_dup_text (field);

      if (gtk_widget_get_visible (GTK_WIDGET (field)))
        bh_payload_set (entered, bh_field_get_input (field)->key, text);
    }

  return entered;
}
