/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-choice.h"

#include "ui/common/bh-wrap-layout.h"

/**
 * BhChoice:
 *
 * CSS nodes: `choice` with toggle buttons, each with its value as widget name. Role: group; arrow
 * keys go from one to the next, Space presses.
 */
struct _BhChoice
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* (owned): owned by the widget tree */
  gboolean multiple;
  gboolean updating;
};

static void control_iface_init (BhControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhChoice,
                               bh_choice,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_CONTROL, control_iface_init))

static GtkToggleButton *
find_active (BhChoice *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkToggleButton *button = g_ptr_array_index (self->buttons, i);

      if (gtk_toggle_button_get_active (button))
        return button;
    }

  return NULL;
}

static void
toggled_cb (BhChoice *self, GtkToggleButton *button)
{
  if (self->updating)
    return;

  self->updating = TRUE;
  if (!self->multiple && gtk_toggle_button_get_active (button))
    for (guint i = 0; i < self->buttons->len; i++)
      {
        GtkToggleButton *other = g_ptr_array_index (self->buttons, i);

        if (other != button)
          gtk_toggle_button_set_active (other, FALSE);
      }
  self->updating = FALSE;
  bh_control_changed (BH_CONTROL (self));
}

static gboolean
key_pressed_cb (BhChoice *self, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  bh_control_submit (BH_CONTROL (self));

  return TRUE;
}

static char *
choice_dup_text (BhControl *control)
{
  BhChoice *self = BH_CHOICE (control);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkToggleButton *button = g_ptr_array_index (self->buttons, i);

      if (gtk_toggle_button_get_active (button))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                gtk_widget_get_name (GTK_WIDGET (button)));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
names (BhChoice *self, const char *text, const char *value)
{
  g_auto (GStrv) values = NULL;

  if (!self->multiple)
    return g_str_equal (text, value);
  values = g_strsplit (text, " ", -1);

  return g_strv_contains ((const char *const *) values, value);
}

static void
choice_set_text (BhControl *control, const char *text)
{
  BhChoice *self = BH_CHOICE (control);

  self->updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    names (self, text, gtk_widget_get_name (button)));
    }
  self->updating = FALSE;
}

static GtkWidget *
choice_get_focus_widget (BhControl *control)
{
  BhChoice *self = BH_CHOICE (control);
  GtkToggleButton *active = find_active (self);

  if (active != NULL)
    return GTK_WIDGET (active);

  return self->buttons->len > 0 ? g_ptr_array_index (self->buttons, 0) : GTK_WIDGET (self);
}

static void
control_iface_init (BhControlInterface *iface)
{
  iface->dup_text = choice_dup_text;
  iface->set_text = choice_set_text;
  iface->get_focus_widget = choice_get_focus_widget;
}

/* One stop of the Tab key, at what is chosen; inside, the arrow keys go from one to the next
 * and, to the left and right, no further: what is typed next belongs to the form. */
static gboolean
bh_choice_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (bh_choice_parent_class)->focus (widget, direction)
           || (inside && (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT));
  if (inside)
    return FALSE;

  return gtk_widget_grab_focus (choice_get_focus_widget (BH_CONTROL (widget)));
}

static void
bh_choice_dispose (GObject *object)
{
  BhChoice *self = BH_CHOICE (object);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);

  G_OBJECT_CLASS (bh_choice_parent_class)->dispose (object);
}

static void
bh_choice_finalize (GObject *object)
{
  g_ptr_array_unref (BH_CHOICE (object)->buttons);

  G_OBJECT_CLASS (bh_choice_parent_class)->finalize (object);
}

static void
bh_choice_class_init (BhChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_choice_finalize;

  widget_class->focus = bh_choice_focus;

  gtk_widget_class_set_css_name (widget_class, "choice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_choice_init (BhChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), bh_wrap_layout_new (4));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
bh_choice_new (void)
{
  return g_object_new (BH_TYPE_CHOICE, NULL);
}

GtkWidget *
bh_choice_new_multiple (void)
{
  BhChoice *self = g_object_new (BH_TYPE_CHOICE, NULL);

  self->multiple = TRUE;

  return GTK_WIDGET (self);
}

void
bh_choice_add (BhChoice *self, const char *value, const char *label)
{
  GtkWidget *button;

  g_return_if_fail (BH_IS_CHOICE (self));
  g_return_if_fail (value != NULL && label != NULL);

  button = gtk_toggle_button_new_with_label (label);
  gtk_widget_set_name (button, value);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}
