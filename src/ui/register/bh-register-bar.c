/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-bar.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-wrap-layout.h"

#define SEARCH_CHARS 12

/**
 * BhRegisterBar:
 *
 * CSS nodes: `registerbar` with a search entry, a check button, a label and a button. Role:
 * toolbar.
 */
struct _BhRegisterBar
{
  GtkWidget parent_instance;

  GtkWidget *search;  /* (owned by the widget tree) */
  GtkWidget *retired; /* (owned by the widget tree) */
  GtkWidget *note;    /* (owned by the widget tree) */
  GtkWidget *add;     /* (owned by the widget tree) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (BhRegisterBar, bh_register_bar, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  LEFT,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
changed_cb (BhRegisterBar *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Esc takes the search away first, and leaves it then. */
static void
stop_search_cb (BhRegisterBar *self)
{
  if (bh_register_bar_get_search (self) != NULL)
    bh_register_bar_clear_search (self);
  else
    g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
key_pressed_cb (BhRegisterBar *self, guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Return
      && key != GDK_KEY_KP_Enter)
    return FALSE;
  g_signal_emit (self, signals[LEFT], 0);

  return TRUE;
}

static void
bh_register_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bh_register_bar_parent_class)->dispose (object);
}

static void
bh_register_bar_class_init (BhRegisterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_register_bar_dispose;

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_REGISTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", BH_TYPE_REGISTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "registerbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static GtkWidget *
create_search (BhRegisterBar *self)
{
  GtkWidget *search = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (search, "placeholder-text", _ ("Search (Ctrl+F)"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (search), SEARCH_CHARS);
  gtk_widget_set_hexpand (search, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the list"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (search, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (stop_search_cb), self,
                           G_CONNECT_SWAPPED);

  return search;
}

static void
bh_register_bar_init (BhRegisterBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_layout_manager (widget, bh_wrap_layout_new (6));
  self->search = create_search (self);
  self->retired = gtk_check_button_new_with_label (_ ("Show retired"));
  g_signal_connect_object (self->retired, "toggled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->note = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_add_css_class (self->note, "numeric");
  self->add = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "register.add");
  gtk_widget_set_tooltip_text (self->add, _ ("Insert, or Ctrl+Shift+A"));
  gtk_widget_set_parent (self->search, widget);
  gtk_widget_set_parent (self->retired, widget);
  gtk_widget_set_parent (self->note, widget);
  gtk_widget_set_parent (self->add, widget);
}

GtkWidget *
bh_register_bar_new (void)
{
  return g_object_new (BH_TYPE_REGISTER_BAR, NULL);
}

void
bh_register_bar_set_kind (BhRegisterBar *self, BhRegisterKind kind)
{
  g_autofree char *label = NULL;

  g_return_if_fail (BH_IS_REGISTER_BAR (self));

  /* Translators: button that adds a place, a contact, … */
  label = g_strdup_printf (_ ("+ %s"), bh_register_kind_get_label_one (kind));
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->updating = FALSE;
  gtk_button_set_label (GTK_BUTTON (self->add), label);
  g_free (label);
  label = g_strdup_printf (_ ("New: %s"), bh_register_kind_get_label_one (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bh_register_kind_get_label (kind), -1);
}

const char *
bh_register_bar_get_search (BhRegisterBar *self)
{
  const char *text;

  g_return_val_if_fail (BH_IS_REGISTER_BAR (self), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *text != '\0' ? text : NULL;
}

void
bh_register_bar_clear_search (BhRegisterBar *self)
{
  g_return_if_fail (BH_IS_REGISTER_BAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

gboolean
bh_register_bar_get_with_retired (BhRegisterBar *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_BAR (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->retired));
}

void
bh_register_bar_set_note (BhRegisterBar *self, const char *note)
{
  g_return_if_fail (BH_IS_REGISTER_BAR (self));
  g_return_if_fail (note != NULL);

  gtk_label_set_label (GTK_LABEL (self->note), note);
}

void
bh_register_bar_focus (BhRegisterBar *self)
{
  g_return_if_fail (BH_IS_REGISTER_BAR (self));

  gtk_widget_grab_focus (self->search);
}
