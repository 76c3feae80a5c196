/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-attachment-use.h"

#include "base/bh-i18n.h"

GtkWidget *
bh_attachment_use_new (void)
{
  guint n_items;
  const BhListItem *items = bh_list_get_items (BH_LIST_ATTACHMENT_USE, &n_items);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *use;

  gtk_string_list_append (names, _ ("By the status"));
  for (guint i = 0; i < n_items; i++)
    gtk_string_list_append (names, bh_list_get_label (BH_LIST_ATTACHMENT_USE, items[i].value));
  use = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_tooltip_text (use, _ ("What the next files show"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (use), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the next files show"), -1);

  return use;
}

/* Before the work a photo shows the damage, afterwards the result. */
BhAttachmentUse
bh_attachment_use_get (GtkWidget *use, BhStatus status)
{
  guint n_items, chosen;
  const BhListItem *items = bh_list_get_items (BH_LIST_ATTACHMENT_USE, &n_items);

  g_return_val_if_fail (GTK_IS_DROP_DOWN (use), BH_ATTACHMENT_NONE);

  chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (use));
  if (chosen > 0 && chosen <= n_items)
    return (BhAttachmentUse) items[chosen - 1].value;

  return status < BH_STATUS_PLANNED ? BH_ATTACHMENT_BEFORE : BH_ATTACHMENT_AFTER;
}
