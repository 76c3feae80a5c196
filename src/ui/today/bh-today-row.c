/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-row.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-presentation.h"
#include "ui/tickets/bh-ticket-column-look.h"
#include "ui/today/bh-today-detail.h"
#include "ui/today/bh-today-row-layout.h"

/**
 * BhTodayRow:
 *
 * CSS nodes: those of a list row with labels `.number`, `.grade`, `.summary`, `.place`, `.status`
 * and `.time-left`; the last carries the class of its urgency. In place of the place stands what
 * the section is about, where it tells more than the row.
 */
struct _BhTodayRow
{
  GtkListBoxRow parent_instance;

  BhTodayKind kind;
  BhTicketRow *ticket; /* (owned) (nullable) */
  BhTicket *parts;     /* (owned) (nullable) */
  gint64 department_id;
  gint64 shown_at;        /* the instant that texts refer to */
  const char *look_class; /* (nullable): of the time left */
  const char *grade_class;

  GtkLabel *number;
  GtkLabel *grade;
  GtkLabel *summary;
  GtkLabel *place;
  GtkLabel *status;
  GtkLabel *time_left;
};

G_DEFINE_FINAL_TYPE (BhTodayRow, bh_today_row, GTK_TYPE_LIST_BOX_ROW)

static void
bh_today_row_dispose (GObject *object)
{
  BhTodayRow *self = BH_TODAY_ROW (object);

  g_clear_object (&self->ticket);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (bh_today_row_parent_class)->dispose (object);
}

static void
bh_today_row_class_init (BhTodayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_today_row_dispose;

  g_type_ensure (BH_TYPE_TODAY_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/today/bh-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhTodayRow, number);
  gtk_widget_class_bind_template_child (widget_class, BhTodayRow, grade);
  gtk_widget_class_bind_template_child (widget_class, BhTodayRow, summary);
  gtk_widget_class_bind_template_child (widget_class, BhTodayRow, place);
  gtk_widget_class_bind_template_child (widget_class, BhTodayRow, status);
  gtk_widget_class_bind_template_child (widget_class, BhTodayRow, time_left);
}

static void
bh_today_row_init (BhTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_today_row_new (BhTodayKind kind)
{
  BhTodayRow *self = g_object_new (BH_TYPE_TODAY_ROW, NULL);

  self->kind = kind;
  if (bh_today_has_parts (kind))
    {
      g_object_set (
          gtk_widget_get_layout_manager (gtk_widget_get_parent (GTK_WIDGET (self->place))),
          "detailed", TRUE, NULL);
      gtk_label_set_ellipsize (self->place, PANGO_ELLIPSIZE_END);
      gtk_widget_remove_css_class (GTK_WIDGET (self->place), "dim-label");
    }

  return GTK_WIDGET (self);
}

static void
swap_class (GtkLabel *label, const char **known, const char *css_class)
{
  if (g_strcmp0 (*known, css_class) == 0)
    return;
  if (*known != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (label), *known);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  *known = css_class;
}

static gint64
get_due (BhTodayRow *self)
{
  return bh_today_get_due (self->kind, self->ticket, self->parts, self->department_id);
}

/* Of the deadline that the section is about; how near it is is known of the next clock alone. */
static BhUrgency
get_urgency (BhTodayRow *self, BhOffice *office, gint64 now)
{
  gint64 due = get_due (self);

  return due == self->ticket->next_due ? bh_ticket_row_get_urgency (self->ticket, office, now)
                                       : bh_present_urgency (now, due, 0);
}

/* A suspended ticket has no deadline, nor has what a ledger brought. */
static char *
dup_time_left (BhTodayRow *self, gint64 now)
{
  gint64 due = get_due (self);

  return due != 0 ? bh_present_time_left (now, due) : g_strdup ("–");
}

static char *
dup_detail (BhTodayRow *self, BhOffice *office, gint64 now)
{
  return bh_today_detail_dup (self->kind, self->parts, self->department_id, office, now);
}

/* Also why something is asked for. */
static void
append_detail (BhTodayRow *self, GString *out, BhOffice *office)
{
  BhRequest *request = bh_ticket_get_open_request (self->parts);
  g_autofree char *detail = dup_detail (self, office, self->shown_at);

  g_string_append_printf (out, "\n%s", detail);
  if (self->kind == BH_TODAY_APPROVALS && request != NULL)
    g_string_append_printf (out, "\n%s", bh_today_detail_get_reason (request));
}

/* All that one line has no room for. */
static char *
dup_tooltip (BhTodayRow *self, BhOffice *office)
{
  BhTicketRow *ticket = self->ticket;
  BhOfficeTime *time = bh_office_get_time (office);
  const char *department = bh_office_get_name (office, BH_TYPE_DEPARTMENT, ticket->department_id);
  const char *person = bh_office_get_name (office, BH_TYPE_STAFF, ticket->staff_id);
  g_autofree char *due = bh_office_time_format (time, get_due (self));
  GString *out = g_string_new (ticket->summary);

  g_string_append_printf (out, "\n%s · %s", ticket->number,
                          bh_list_get_label (BH_LIST_STATUS, (int) ticket->status));
  if (ticket->place != NULL)
    g_string_append_printf (out, "\n%s", ticket->place);
  if (self->parts != NULL)
    append_detail (self, out, office);
  if (*department != '\0')
    g_string_append_printf (out, "\n%s%s%s", department, *person != '\0' ? " · " : "", person);
  if (*due == '\0')
    return g_string_free (out, FALSE);

  g_string_append_c (out, '\n');
  if (self->kind == BH_TODAY_BACK && self->parts != NULL && self->parts->suspended_until != 0)
    /* Translators: until when a ticket is suspended */
    g_string_append_printf (out, _ ("Suspended until %s"), due);
  else if (self->kind == BH_TODAY_TASKS)
    /* Translators: by when an assisting department is to be ready */
    g_string_append_printf (out, _ ("The task is due %s"), due);
  else if (self->kind == BH_TODAY_PROMISED)
    /* Translators: a time that was promised to the owner */
    g_string_append_printf (out, _ ("Promised for %s"), due);
  else
    g_string_append_printf (out, _ ("%s is due %s"),
                            bh_list_get_label (BH_LIST_CLOCK, self->kind == BH_TODAY_OVERDUE
                                                                  ? BH_CLOCK_COMPLETION
                                                                  : (int) ticket->next_clock),
                            due);

  return g_string_free (out, FALSE);
}

void
bh_today_row_tick (BhTodayRow *self, BhOffice *office, gint64 now)
{
  g_autofree char *time_left = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (BH_IS_TODAY_ROW (self));
  g_return_if_fail (BH_IS_OFFICE (office));

  if (self->ticket == NULL)
    return;

  time_left = dup_time_left (self, now);
  gtk_label_set_label (self->time_left, time_left);
  swap_class (self->time_left, &self->look_class,
              bh_present_urgency_class (get_urgency (self, office, now)));

  /* Translators: a ticket as the screen reader says it: summary, grade, place (or what the section
   * is about), status, time left, number */
  name = g_strdup_printf (_ ("%s, %s, %s, %s, %s, %s"), self->ticket->summary,
                          bh_list_get_label (BH_LIST_GRADE, (int) self->ticket->grade),
                          gtk_label_get_label (self->place),
                          bh_list_get_label (BH_LIST_STATUS, (int) self->ticket->status), time_left,
                          self->ticket->number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_place (BhTodayRow *self, BhOffice *office)
{
  const char *place = self->ticket->place;
  g_autofree char *detail = self->parts != NULL ? dup_detail (self, office, self->shown_at) : NULL;

  if (detail == NULL)
    detail = g_strdup (place != NULL ? place : "");
  gtk_label_set_label (self->place, detail);
}

void
bh_today_row_show (BhTodayRow *self,
                   BhTicketRow *ticket,
                   BhTicket *parts,
                   gint64 department_id,
                   BhOffice *office,
                   gint64 now)
{
  g_autofree char *tooltip = NULL;

  g_return_if_fail (BH_IS_TODAY_ROW (self));
  g_return_if_fail (BH_IS_TICKET_ROW (ticket));
  g_return_if_fail (BH_IS_OFFICE (office));

  g_set_object (&self->ticket, ticket);
  g_set_object (&self->parts, parts);
  self->department_id = department_id;
  self->shown_at = now;
  gtk_label_set_label (self->number, ticket->number);
  gtk_label_set_label (self->grade, bh_present_grade_symbol (ticket->grade));
  swap_class (self->grade, &self->grade_class, bh_present_grade_class (ticket->grade));
  gtk_label_set_label (self->summary, ticket->summary);
  show_place (self, office);
  gtk_label_set_label (self->status, bh_list_get_label (BH_LIST_STATUS, (int) ticket->status));
  tooltip = dup_tooltip (self, office);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  bh_today_row_tick (self, office, now);
}

BhTicketRow *
bh_today_row_get_ticket (BhTodayRow *self)
{
  g_return_val_if_fail (BH_IS_TODAY_ROW (self), NULL);

  return self->ticket;
}
