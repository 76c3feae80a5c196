/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-notices.h"

#include "base/bh-i18n.h"
#include "ui/tickets/bh-verb-button.h"

/**
 * BhTicketNotices:
 *
 * CSS nodes: `ticketnotices` with a box a notice, class `urgent` where somebody waits. Role: group.
 */
struct _BhTicketNotices
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BhTicketNotices, bh_ticket_notices, GTK_TYPE_WIDGET)

typedef enum
{
  VERB,
  OPEN_TICKET,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
clear (BhTicketNotices *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
verb_cb (BhTicketNotices *self, GtkWidget *button)
{
  g_signal_emit (self, signals[VERB], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bh-verb")));
}

static void
open_cb (BhTicketNotices *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "bh-ticket");

  g_signal_emit (self, signals[OPEN_TICKET], 0, *id);
}

static void
bh_ticket_notices_dispose (GObject *object)
{
  clear (BH_TICKET_NOTICES (object));

  G_OBJECT_CLASS (bh_ticket_notices_parent_class)->dispose (object);
}

static void
bh_ticket_notices_class_init (BhTicketNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_ticket_notices_dispose;

  signals[VERB] = g_signal_new ("verb", BH_TYPE_TICKET_NOTICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", BH_TYPE_TICKET_NOTICES, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "ticketnotices");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_ticket_notices_init (BhTicketNotices *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Notices"), -1);
}

static gboolean
is_possible (const BhVerb *possible, BhVerb verb)
{
  for (guint i = 0; possible[i] != BH_VERB_NONE; i++)
    if (possible[i] == verb)
      return TRUE;

  return FALSE;
}

static void
add_button (BhTicketNotices *self, GtkWidget *row, BhVerb verb)
{
  GtkWidget *button = bh_verb_button_new_for (verb);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "bh-verb", GINT_TO_POINTER ((int) verb));
  g_signal_connect_object (button, "clicked", G_CALLBACK (verb_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_link (BhTicketNotices *self, GtkWidget *row, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Open"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Open that ticket"));
  g_object_set_data_full (G_OBJECT (button), "bh-ticket", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_row (BhTicketNotices *self, const BhTicketNotice *notice, const BhVerb *possible)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (notice->text);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (row, "notice");
  if (notice->urgent)
    gtk_widget_add_css_class (row, "urgent");
  gtk_box_append (GTK_BOX (row), text);
  for (guint i = 0; i < G_N_ELEMENTS (notice->verbs) && notice->verbs[i] != BH_VERB_NONE; i++)
    if (is_possible (possible, notice->verbs[i]))
      add_button (self, row, notice->verbs[i]);
  if (notice->ticket_id != 0)
    add_link (self, row, notice->ticket_id);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

GtkWidget *
bh_ticket_notices_new (void)
{
  return g_object_new (BH_TYPE_TICKET_NOTICES, NULL);
}

void
bh_ticket_notices_show (BhTicketNotices *self,
                        BhTicketView *view,
                        BhOffice *office,
                        const BhVerb *possible)
{
  g_autoptr (GPtrArray) notices = NULL;

  g_return_if_fail (BH_IS_TICKET_NOTICES (self));
  g_return_if_fail (possible != NULL);

  clear (self);
  notices = bh_ticket_notices_list (view, office);
  for (guint i = 0; i < notices->len; i++)
    add_row (self, g_ptr_array_index (notices, i), possible);
  gtk_widget_set_visible (GTK_WIDGET (self), notices->len > 0);
}
