/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-file-entry.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-choose-file.h"

/**
 * BhFileEntry:
 *
 * CSS nodes: `fileentry` with an entry and a button.
 */
struct _BhFileEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry;  /* (owned by the widget tree) */
  GtkWidget *button; /* (owned by the widget tree) */
  gboolean updating;
};

static void control_iface_init (BhControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhFileEntry,
                               bh_file_entry,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_CONTROL, control_iface_init))

static void
changed_cb (BhFileEntry *self)
{
  if (!self->updating)
    bh_control_changed (BH_CONTROL (self));
}

static void
submit_cb (BhFileEntry *self)
{
  bh_control_submit (BH_CONTROL (self));
}

static void
chosen_cb (GtkWidget *widget, GListModel *files)
{
  BhFileEntry *self = BH_FILE_ENTRY (widget);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), path);
  gtk_widget_grab_focus (self->entry);
}

static void
choose_cb (BhFileEntry *self)
{
  bh_choose_files (GTK_WIDGET (self), _ ("Choose a file"), chosen_cb);
}

static char *
file_entry_dup_text (BhControl *control)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (BH_FILE_ENTRY (control)->entry)));
}

static void
file_entry_set_text (BhControl *control, const char *text)
{
  BhFileEntry *self = BH_FILE_ENTRY (control);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->updating = FALSE;
}

static GtkWidget *
file_entry_get_focus_widget (BhControl *control)
{
  return BH_FILE_ENTRY (control)->entry;
}

static void
control_iface_init (BhControlInterface *iface)
{
  iface->dup_text = file_entry_dup_text;
  iface->set_text = file_entry_set_text;
  iface->get_focus_widget = file_entry_get_focus_widget;
}

static void
bh_file_entry_dispose (GObject *object)
{
  BhFileEntry *self = BH_FILE_ENTRY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (bh_file_entry_parent_class)->dispose (object);
}

static void
bh_file_entry_class_init (BhFileEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_file_entry_dispose;

  gtk_widget_class_set_css_name (widget_class, "fileentry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
bh_file_entry_init (BhFileEntry *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->button = gtk_button_new_with_mnemonic (_ ("C_hoose…"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (submit_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (choose_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
bh_file_entry_new (void)
{
  return g_object_new (BH_TYPE_FILE_ENTRY, NULL);
}
