/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-head.h"

#include "base/bh-i18n.h"
#include "domain/bh-due-explain.h"
#include "ui/common/bh-presentation.h"
#include "ui/tickets/bh-stage-steps.h"
#include "ui/tickets/bh-stage-track.h"

/**
 * BhTicketHead:
 *
 * CSS nodes: `tickethead`. Action: `head.copy-number`.
 */
struct _BhTicketHead
{
  GtkWidget parent_instance;

  gboolean covering;

  GtkWidget *box;
  GtkWidget *back;
  GtkWidget *close;
  GtkLabel *summary;
  GtkButton *number;
  GtkLabel *kind;
  GtkLabel *grade;
  GtkLabel *status;
  GtkLabel *suspended;
  GtkLabel *round;
  GtkLabel *response;
  GtkLabel *completion;
  BhStageTrack *track;
};

G_DEFINE_FINAL_TYPE (BhTicketHead, bh_ticket_head, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COVERING = 1,
} Property;

static GParamSpec *properties[PROP_COVERING + 1];

static void
set_badge (GtkLabel *label, const char *text, const char *style_class)
{
  const char *classes[] = { "badge", style_class, NULL };

  gtk_label_set_label (label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_clock (GtkLabel *label, BhTicket *ticket, BhClockKind clock, BhOffice *office, gint64 now)
{
  BhUrgency urgency;
  g_autofree char *state = bh_stage_steps_dup_clock (ticket, clock, office, now, &urgency);
  g_autofree char *text = NULL;
  g_autofree char *due = NULL;
  const char *classes[] = { "numeric", bh_present_urgency_class (urgency), NULL };

  gtk_widget_set_visible (GTK_WIDGET (label), state != NULL);
  if (state == NULL)
    return;
  /* Translators: a clock and how it stands: "Response 0:18 left" */
  text = g_strdup_printf (_ ("%s %s"), bh_list_get_label (BH_LIST_CLOCK, (int) clock), state);
  due = bh_due_explain_ticket (ticket, clock, office);
  gtk_label_set_label (label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), due);
}

static void
show_texts (BhTicketHead *self, BhTicket *ticket)
{
  g_autofree char *grade = g_strdup_printf ("%s %s", bh_present_grade_symbol (ticket->grade),
                                            bh_list_get_label (BH_LIST_GRADE, (int) ticket->grade));
  /* Translators: which pass through the loop this is */
  g_autofree char *round = g_strdup_printf (_ ("Round %d"), ticket->round);

  gtk_label_set_label (self->summary, ticket->summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), ticket->summary);
  gtk_button_set_label (self->number, ticket->number);
  gtk_label_set_label (self->kind, bh_list_get_label (BH_LIST_KIND, (int) ticket->kind));
  set_badge (self->grade, ticket->grade != BH_GRADE_NONE ? grade : "",
             bh_present_grade_class (ticket->grade));
  set_badge (self->status, bh_list_get_label (BH_LIST_STATUS, (int) ticket->status),
             bh_present_status_class (ticket->status));
  gtk_label_set_label (self->round, round);
  gtk_widget_set_visible (GTK_WIDGET (self->round), ticket->round > 1);
}

/* Until when it waits; the whole story is in the notice below. */
static void
show_suspended (BhTicketHead *self, BhTicket *ticket, BhOffice *office, gint64 now)
{
  g_autofree char *until
      = bh_office_time_format_near (bh_office_get_time (office), ticket->suspended_until, now);
  /* Translators: a pill: until when the ticket is suspended */
  g_autofree char *text = g_strdup_printf (_ ("Suspended until %s"), until);

  set_badge (self->suspended, ticket->suspended_at != 0 ? text : "", "status-ended");
}

static void
copy_number_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          gtk_button_get_label (BH_TICKET_HEAD (widget)->number));
}

static void
bh_ticket_head_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhTicketHead *self = BH_TICKET_HEAD (object);

  switch ((Property) id)
    {
    case PROP_COVERING:
      if (self->covering == g_value_get_boolean (value))
        return;
      self->covering = g_value_get_boolean (value);
      gtk_widget_set_visible (self->back, self->covering);
      gtk_widget_set_visible (self->close, !self->covering);
      g_object_notify_by_pspec (object, pspec);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_ticket_head_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhTicketHead *self = BH_TICKET_HEAD (object);

  switch ((Property) id)
    {
    case PROP_COVERING:
      g_value_set_boolean (value, self->covering);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_ticket_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_TICKET_HEAD);

  G_OBJECT_CLASS (bh_ticket_head_parent_class)->dispose (object);
}

static void
bh_ticket_head_class_init (BhTicketHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bh_ticket_head_set_property;
  object_class->get_property = bh_ticket_head_get_property;
  object_class->dispose = bh_ticket_head_dispose;

  properties[PROP_COVERING]
      = g_param_spec_boolean ("covering", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (BH_TYPE_STAGE_TRACK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/ticket-head.ui");
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, box);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, back);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, close);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, summary);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, number);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, kind);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, grade);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, status);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, suspended);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, round);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, response);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, completion);
  gtk_widget_class_bind_template_child (widget_class, BhTicketHead, track);

  gtk_widget_class_install_action (widget_class, "head.copy-number", NULL, copy_number_cb);
  gtk_widget_class_set_css_name (widget_class, "tickethead");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_ticket_head_init (BhTicketHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_ticket_head_new (void)
{
  return g_object_new (BH_TYPE_TICKET_HEAD, NULL);
}

void
bh_ticket_head_show (BhTicketHead *self, BhTicket *ticket, BhOffice *office, gint64 now)
{
  g_return_if_fail (BH_IS_TICKET_HEAD (self));
  g_return_if_fail (BH_IS_TICKET (ticket));

  show_texts (self, ticket);
  show_suspended (self, ticket, office, now);
  show_clock (self->response, ticket, BH_CLOCK_RESPONSE, office, now);
  show_clock (self->completion, ticket, BH_CLOCK_COMPLETION, office, now);
  bh_stage_track_show (self->track, ticket, office, now);
}
