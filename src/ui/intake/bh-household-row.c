/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-household-row.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-presentation.h"

/**
 * BhHouseholdRow:
 *
 * CSS nodes: those of a list row. R reminds of an open ticket, P says that an ended one is
 * repeated, J joins somebody else's.
 */
struct _BhHouseholdRow
{
  GtkListBoxRow parent_instance;

  BhTicketRow *ticket; /* (owned) */
  BhSimilarAction action;
  GtkLabel *grade;   /* (owned by the template) */
  GtkLabel *summary; /* (owned by the template) */
  GtkLabel *status;  /* (owned by the template) */
  GtkLabel *details; /* (owned by the template) */
  GtkButton *button; /* (owned by the template) */
};

G_DEFINE_FINAL_TYPE (BhHouseholdRow, bh_household_row, GTK_TYPE_LIST_BOX_ROW)

static void
remind_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhHouseholdRow *self = BH_HOUSEHOLD_ROW (widget);

  if (self->action == BH_SIMILAR_REMIND)
    gtk_widget_activate_action (widget, "household.remind", "x", self->ticket->id);
}

static void
repeat_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhHouseholdRow *self = BH_HOUSEHOLD_ROW (widget);

  if (self->action == BH_SIMILAR_REPEAT)
    gtk_widget_activate_action (widget, "household.repeat", "s", self->ticket->number);
}

static void
join_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhHouseholdRow *self = BH_HOUSEHOLD_ROW (widget);

  if (self->action == BH_SIMILAR_JOIN)
    gtk_widget_activate_action (widget, "household.join", "x", self->ticket->id);
}

static void
bh_household_row_dispose (GObject *object)
{
  g_clear_object (&BH_HOUSEHOLD_ROW (object)->ticket);

  G_OBJECT_CLASS (bh_household_row_parent_class)->dispose (object);
}

static void
bh_household_row_class_init (BhHouseholdRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_household_row_dispose;

  gtk_widget_class_install_action (widget_class, "row.remind", NULL, remind_cb);
  gtk_widget_class_install_action (widget_class, "row.repeat", NULL, repeat_cb);
  gtk_widget_class_install_action (widget_class, "row.join", NULL, join_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "row.join", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "row.remind", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "row.repeat", NULL);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/intake/bh-household-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdRow, grade);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdRow, summary);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdRow, status);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdRow, details);
  gtk_widget_class_bind_template_child (widget_class, BhHouseholdRow, button);
}

static void
bh_household_row_init (BhHouseholdRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_details (BhTicketRow *ticket, BhOffice *office, gint64 now)
{
  gboolean ended = bh_status_is_ended (ticket->status);
  gint64 at = ended && ticket->closed_at != 0 ? ticket->closed_at : ticket->received_at;
  g_autofree char *time = bh_office_time_format_near (bh_office_get_time (office), at, now);
  GString *out = g_string_new (ticket->number);

  g_string_append_printf (out, " · %s", time);
  if (ticket->reminders > 0)
    {
      g_string_append (out, " · ");
      g_string_append_printf (
          out, ngettext ("reminded %d time", "reminded %d times", (gulong) ticket->reminders),
          ticket->reminders);
    }
  if (ticket->department_id != 0)
    g_string_append_printf (out, " · %s",
                            bh_office_get_name (office, BH_TYPE_DEPARTMENT, ticket->department_id));

  return g_string_free (out, FALSE);
}

/* @reason: (nullable): why it is shown, before the details */
static void
fill (BhHouseholdRow *self, const char *reason, BhOffice *office, gint64 now)
{
  BhTicketRow *ticket = self->ticket;
  const char *status = bh_list_get_label (BH_LIST_STATUS, ticket->status);
  const char *grade = bh_list_get_label (BH_LIST_GRADE, ticket->grade);
  g_autofree char *plain = dup_details (ticket, office, now);
  g_autofree char *details
      = reason != NULL ? g_strdup_printf ("%s · %s", reason, plain) : g_steal_pointer (&plain);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", ticket->summary, details);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->grade, bh_present_grade_symbol (ticket->grade));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->grade), grade);
  gtk_widget_add_css_class (GTK_WIDGET (self->grade), bh_present_grade_class (ticket->grade));
  gtk_label_set_label (self->summary, ticket->summary);
  gtk_label_set_label (self->status, status);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), bh_present_status_class (ticket->status));
  gtk_label_set_label (self->details, details);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);

  /* Translators: a ticket as the screen reader says it: summary, grade, status, details */
  name = g_strdup_printf (_ ("%s, %s, %s, %s"), ticket->summary, grade, status, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
bh_household_row_new (BhTicketRow *ticket, BhOffice *office, gint64 now)
{
  BhHouseholdRow *self;

  g_return_val_if_fail (BH_IS_TICKET_ROW (ticket), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self = g_object_new (BH_TYPE_HOUSEHOLD_ROW, NULL);
  self->ticket = g_object_ref (ticket);
  self->action = bh_status_is_ended (ticket->status) ? BH_SIMILAR_REPEAT : BH_SIMILAR_REMIND;
  fill (self, NULL, office, now);
  bh_household_row_set_repeated (self, FALSE);

  return GTK_WIDGET (self);
}

GtkWidget *
bh_household_row_new_similar (const BhSimilar *similar, BhOffice *office, gint64 now)
{
  BhHouseholdRow *self;

  g_return_val_if_fail (similar != NULL, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  self = g_object_new (BH_TYPE_HOUSEHOLD_ROW, NULL);
  self->ticket = g_object_ref (similar->ticket);
  self->action = similar->action;
  fill (self, similar->reason, office, now);
  gtk_label_set_wrap (self->details, TRUE);
  gtk_label_set_lines (self->details, 2);
  bh_household_row_set_repeated (self, FALSE);

  return GTK_WIDGET (self);
}

BhTicketRow *
bh_household_row_get_ticket (BhHouseholdRow *self)
{
  g_return_val_if_fail (BH_IS_HOUSEHOLD_ROW (self), NULL);

  return self->ticket;
}

static void
set_button (BhHouseholdRow *self, const char *label, const char *tooltip, const char *action)
{
  gtk_button_set_label (self->button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

void
bh_household_row_set_repeated (BhHouseholdRow *self, gboolean repeated)
{
  g_return_if_fail (BH_IS_HOUSEHOLD_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->button), self->action != BH_SIMILAR_LOOK);
  switch (self->action)
    {
    case BH_SIMILAR_REMIND:
      set_button (self, _ ("Remind"), _ ("The caller asks again (R)"), "row.remind");
      return;
    case BH_SIMILAR_JOIN:
      set_button (self, _ ("Me too"), _ ("The caller has the same problem (J)"), "row.join");
      return;
    case BH_SIMILAR_LOOK:
      return;
    case BH_SIMILAR_REPEAT:
    default:
      break;
    }

  set_button (self, repeated ? _ ("Is repeated") : _ ("Repeat"),
              _ ("It is the same matter again (P)"), "row.repeat");
  if (repeated)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
}
