/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-pin-entry.h"

/**
 * BhPinEntry:
 *
 * CSS nodes: `pinentry` with a password entry.
 */
struct _BhPinEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry; /* (owned by the widget tree) */
  gboolean updating;
};

static void control_iface_init (BhControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhPinEntry,
                               bh_pin_entry,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_CONTROL, control_iface_init))

static void
changed_cb (BhPinEntry *self)
{
  if (!self->updating)
    bh_control_changed (BH_CONTROL (self));
}

static char *
pin_entry_dup_text (BhControl *control)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (BH_PIN_ENTRY (control)->entry)));
}

static void
pin_entry_set_text (BhControl *control, const char *text)
{
  BhPinEntry *self = BH_PIN_ENTRY (control);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->updating = FALSE;
}

static GtkWidget *
pin_entry_get_focus_widget (BhControl *control)
{
  return BH_PIN_ENTRY (control)->entry;
}

static void
control_iface_init (BhControlInterface *iface)
{
  iface->dup_text = pin_entry_dup_text;
  iface->set_text = pin_entry_set_text;
  iface->get_focus_widget = pin_entry_get_focus_widget;
}

static void
bh_pin_entry_dispose (GObject *object)
{
  g_clear_pointer (&BH_PIN_ENTRY (object)->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_pin_entry_parent_class)->dispose (object);
}

static void
bh_pin_entry_class_init (BhPinEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_pin_entry_dispose;
  gtk_widget_class_set_css_name (widget_class, "pinentry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bh_pin_entry_init (BhPinEntry *self)
{
  self->entry = gtk_password_entry_new ();
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (bh_control_submit), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

GtkWidget *
bh_pin_entry_new (void)
{
  return g_object_new (BH_TYPE_PIN_ENTRY, NULL);
}
