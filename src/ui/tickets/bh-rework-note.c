/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-rework-note.h"

#include "base/bh-i18n.h"

/**
 * BhReworkNote:
 *
 * CSS nodes: `reworknote` with a text and a button. Role: status.
 */
struct _BhReworkNote
{
  GtkWidget parent_instance;

  guint position;    /* of the event that began the round */
  GtkWidget *text;   /* (owned by the widget tree) */
  GtkWidget *button; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhReworkNote, bh_rework_note, GTK_TYPE_WIDGET)

typedef enum
{
  SHOW_EVENT,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
clicked_cb (BhReworkNote *self)
{
  g_signal_emit (self, signals[SHOW_EVENT], 0, self->position);
}

static void
bh_rework_note_dispose (GObject *object)
{
  BhReworkNote *self = BH_REWORK_NOTE (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_rework_note_parent_class)->dispose (object);
}

static void
bh_rework_note_class_init (BhReworkNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_rework_note_dispose;
  signals[SHOW_EVENT] = g_signal_new ("show-event", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "reworknote");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
bh_rework_note_init (BhReworkNote *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              8);
  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->text), 12);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  self->button = gtk_button_new_with_label (_ ("Why"));
  gtk_widget_set_tooltip_text (self->button, _ ("Where it stands in the history"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
bh_rework_note_new (void)
{
  return g_object_new (BH_TYPE_REWORK_NOTE, NULL);
}

gboolean
bh_rework_note_find (BhTicketView *view, guint *position)
{
  BhRound *round;

  g_return_val_if_fail (view != NULL && position != NULL, FALSE);

  round = bh_ticket_get_round (view->ticket);
  if (round == NULL || round->round < 2)
    return FALSE;

  for (guint i = view->events->len; i > 0; i--)
    {
      BhEvent *event = g_ptr_array_index (view->events, i - 1);

      if (event->verb == round->started_by && event->at == round->started_at)
        {
          *position = i - 1;
          return TRUE;
        }
    }

  return FALSE;
}

void
bh_rework_note_show (BhReworkNote *self, BhTicketView *view, BhOffice *office, gint64 now)
{
  gboolean shown;
  BhEvent *event;
  g_autofree char *at = NULL;
  g_autofree char *why = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (BH_IS_REWORK_NOTE (self));
  g_return_if_fail (view != NULL);
  g_return_if_fail (BH_IS_OFFICE (office));

  shown = bh_rework_note_find (view, &self->position);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;

  event = g_ptr_array_index (view->events, self->position);
  at = bh_office_time_format_near (bh_office_get_time (office), event->at, now);
  why = bh_desk_describe_event (office, event);
  /* Translators: the round of a ticket, when it began, and what began it:
   * "Round 2, since 10:02. Refused: it still drips" */
  text = g_strdup_printf (_ ("Round %d, since %s. %s"), view->ticket->round, at, why);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
