/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-pin-row.h"

#include "base/bh-i18n.h"
#include "desk/bh-staff-pins.h"

/**
 * BhPinRow:
 *
 * CSS nodes: `pinrow`. Role: group. Actions: `pin.open`, `pin.set`, `pin.leave`; Esc leaves while
 * the entries are shown.
 */
struct _BhPinRow
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) (nullable) */
  gint64 staff_id;
  gboolean just_set; /* says so until something else is shown */

  GtkWidget *box;
  GtkLabel *state;
  GtkButton *open;
  GtkWidget *entries;
  GtkLabel *secret_label;
  GtkEditable *secret;
  GtkEditable *pin;
  GtkEditable *again;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (BhPinRow, bh_pin_row, GTK_TYPE_WIDGET)

static void
show_error (BhPinRow *self, const char *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

/* Nothing that was typed stays in the window. */
static void
fold_up (BhPinRow *self)
{
  gtk_editable_set_text (self->secret, "");
  gtk_editable_set_text (self->pin, "");
  gtk_editable_set_text (self->again, "");
  show_error (self, NULL);
  gtk_widget_set_visible (self->entries, FALSE);
}

static gboolean
asks_secret (BhPinRow *self)
{
  return bh_pins_ask_secret (bh_desk_get_office (self->desk), bh_desk_get_staff_id (self->desk),
                             self->staff_id);
}

static void
show_secret (BhPinRow *self)
{
  gint64 actor_id = bh_desk_get_staff_id (self->desk);
  const char *actor = bh_office_get_name (bh_desk_get_office (self->desk), BH_TYPE_STAFF, actor_id);
  g_autofree char *label = actor_id == self->staff_id
                               ? g_strdup (_ ("Old PIN"))
                               : g_strdup_printf (_ ("PIN of %s, who sets it"), actor);
  gboolean asks = asks_secret (self);

  gtk_label_set_label (self->secret_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->secret_label), asks);
  gtk_widget_set_visible (GTK_WIDGET (self->secret), asks);
}

static gboolean
may_approve (BhStaff *staff)
{
  return staff->role == BH_ROLE_SUPERVISOR || staff->role == BH_ROLE_MANAGER
         || staff->role == BH_ROLE_ADMINISTRATOR;
}

static void
update (BhPinRow *self)
{
  BhStaff *staff = self->desk != NULL ? bh_office_get (bh_desk_get_office (self->desk),
                                                       BH_TYPE_STAFF, self->staff_id)
                                      : NULL;
  const char *state;

  gtk_widget_set_visible (GTK_WIDGET (self), staff != NULL && may_approve (staff));
  if (staff == NULL)
    return;

  if (self->just_set)
    state = _ ("The new PIN is set");
  else if (staff->pin != NULL)
    state = _ ("Is set; nobody else can approve in this name");
  else
    state = _ ("Not set yet; approvals ask for it");
  gtk_label_set_label (self->state, state);
  gtk_button_set_label (self->open, staff->pin != NULL ? _ ("Change PIN…") : _ ("Set PIN…"));
  show_secret (self);
}

static void
desk_changed_cb (BhPinRow *self)
{
  update (self);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPinRow *self = BH_PIN_ROW (widget);

  self->just_set = FALSE;
  update (self);
  gtk_widget_set_visible (self->entries, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (asks_secret (self) ? self->secret : self->pin));
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPinRow *self = BH_PIN_ROW (widget);

  fold_up (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->open));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  BhPinRow *self = BH_PIN_ROW (widget);

  if (!gtk_widget_get_visible (self->entries))
    return GDK_EVENT_PROPAGATE;

  leave_cb (widget, NULL, NULL);

  return GDK_EVENT_STOP;
}

static void
set_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhPinRow) self = BH_PIN_ROW (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done = bh_desk_set_pin_finish (BH_DESK (source), result, &error);

  if (self->box == NULL)
    return;
  gtk_widget_set_sensitive (self->entries, TRUE);
  if (!done)
    {
      show_error (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->pin));
      return;
    }
  fold_up (self);
  self->just_set = TRUE;
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->open));
}

static void
set_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhPinRow *self = BH_PIN_ROW (widget);

  if (g_strcmp0 (gtk_editable_get_text (self->pin), gtk_editable_get_text (self->again)) != 0)
    {
      show_error (self, _ ("The two are not the same: type the new PIN twice"));
      gtk_widget_grab_focus (GTK_WIDGET (self->again));
      return;
    }
  show_error (self, NULL);
  gtk_widget_set_sensitive (self->entries, FALSE);
  bh_desk_set_pin_async (self->desk, self->staff_id, gtk_editable_get_text (self->secret),
                         gtk_editable_get_text (self->pin), NULL, set_done_cb, g_object_ref (self));
}

static void
entry_activated_cb (BhPinRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pin.set", NULL);
}

static void
bh_pin_row_dispose (GObject *object)
{
  BhPinRow *self = BH_PIN_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_PIN_ROW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_pin_row_parent_class)->dispose (object);
}

static void
bh_pin_row_class_init (BhPinRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_pin_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/pin-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, box);
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, state);
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, open);
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, entries);
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, secret_label);
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, secret);
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, pin);
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, again);
  gtk_widget_class_bind_template_child (widget_class, BhPinRow, error);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "pin.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "pin.set", NULL, set_cb);
  gtk_widget_class_install_action (widget_class, "pin.leave", NULL, leave_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "pinrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_pin_row_init (BhPinRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Approval PIN"), -1);
}

void
bh_pin_row_show (BhPinRow *self, BhDesk *desk, gint64 staff_id)
{
  g_return_if_fail (BH_IS_PIN_ROW (self));
  g_return_if_fail (BH_IS_DESK (desk));

  if (g_set_object (&self->desk, desk))
    {
      g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (desk_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (desk, "notify::office", G_CALLBACK (desk_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  if (self->staff_id != staff_id)
    {
      self->staff_id = staff_id;
      self->just_set = FALSE;
      fold_up (self);
    }
  update (self);
}
