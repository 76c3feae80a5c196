/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-facts.h"

#include "base/bh-i18n.h"
#include "desk/bh-ticket-facts-list.h"

/**
 * BhTicketFacts:
 *
 * CSS nodes: `ticketfacts` with labels, values and copy buttons on a grid.
 */
struct _BhTicketFacts
{
  GtkWidget parent_instance;

  GtkGrid *grid; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhTicketFacts, bh_ticket_facts, GTK_TYPE_WIDGET)

static void
copy_cb (GtkWidget *button, gpointer user_data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button),
                          g_object_get_data (G_OBJECT (button), "bh-copy"));
}

static GtkWidget *
create_copy_button (const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Copy the phone number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the phone number"), -1);
  g_object_set_data_full (G_OBJECT (button), "bh-copy", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);

  return button;
}

static GtkWidget *
create_value (const BhTicketFact *fact)
{
  GtkWidget *value = gtk_label_new (fact->value);

  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_focusable (value, FALSE);
  gtk_widget_add_css_class (value, fact->reading ? "reading" : "numeric");

  return value;
}

static void
attach_fact (GtkGrid *grid, const BhTicketFact *fact, int row)
{
  GtkWidget *label = gtk_label_new (fact->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, create_value (fact), 1, row, fact->copy != NULL ? 1 : 2, 1);
  if (fact->copy != NULL)
    gtk_grid_attach (grid, create_copy_button (fact->copy), 2, row, 1, 1);
}

static void
bh_ticket_facts_dispose (GObject *object)
{
  BhTicketFacts *self = BH_TICKET_FACTS (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;

  G_OBJECT_CLASS (bh_ticket_facts_parent_class)->dispose (object);
}

static void
bh_ticket_facts_class_init (BhTicketFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_ticket_facts_dispose;

  gtk_widget_class_set_css_name (widget_class, "ticketfacts");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_ticket_facts_init (BhTicketFacts *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
bh_ticket_facts_new (void)
{
  return g_object_new (BH_TYPE_TICKET_FACTS, NULL);
}

void
bh_ticket_facts_show (BhTicketFacts *self, BhTicketView *view, BhOffice *office)
{
  g_autoptr (GPtrArray) facts = NULL;
  GtkWidget *child;

  g_return_if_fail (BH_IS_TICKET_FACTS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  facts = bh_ticket_facts_list (view, office);
  for (guint i = 0; i < facts->len; i++)
    attach_fact (self->grid, g_ptr_array_index (facts, i), (int) i);
}
