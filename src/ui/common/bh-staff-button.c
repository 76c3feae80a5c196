/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-staff-button.h"

#include "base/bh-i18n.h"
#include "storage/bh-settings.h"
#include "ui/common/bh-focus.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-picker.h"
#include "ui/common/bh-staff-form.h"

#define LIST_HEIGHT 320
#define LIST_WIDTH 280

/**
 * BhStaffButton:
 *
 * CSS nodes: `staffbutton` with a menu button; class `nobody` while nobody was chosen.
 */
struct _BhStaffButton
{
  GtkWidget parent_instance;

  BhDesk *desk;          /* (owned) */
  GPtrArray *options;    /* (owned) (element-type BhPickerOption): one a row */
  GtkWidget *before;     /* (weak) (nullable): what had the focus */
  GtkMenuButton *button; /* (owned by the widget tree) */
  GtkStack *stack;       /* (owned by the widget tree): to choose or to add */
  GtkWidget *search;     /* (owned by the widget tree) */
  GtkListBox *list;      /* (owned by the widget tree) */
  BhStaffForm *form;     /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhStaffButton, bh_staff_button, GTK_TYPE_WIDGET)

static void
show_staff (BhStaffButton *self)
{
  const char *name = bh_office_get_name (bh_desk_get_office (self->desk), BH_TYPE_STAFF,
                                         bh_desk_get_staff_id (self->desk));
  gboolean nobody = *name == '\0';

  gtk_menu_button_set_label (self->button, nobody ? _ ("Who is at the desk?") : name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               _ ("Who is at the desk; everything done here is done by them"));
  if (nobody)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nobody");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nobody");
}

static gboolean
set_desk_staff_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "desk-staff", user_data, error);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhStaffButton) self = BH_STAFF_BUTTON (user_data);
  g_autoptr (GError) error = NULL;

  if (!bh_store_write_finish (BH_STORE (source), result, &error))
    bh_message_show (GTK_WIDGET (self), _ ("It could not be remembered who is at the desk"),
                     error->message);
}

static void
row_activated_cb (BhStaffButton *self, GtkListBoxRow *row)
{
  BhPickerOption *option
      = g_ptr_array_index (self->options, (guint) gtk_list_box_row_get_index (row));

  gtk_menu_button_popdown (self->button);
  bh_store_write_async (bh_desk_get_store (self->desk), set_desk_staff_in_worker,
                        g_strdup (option->value), g_free, G_PRIORITY_DEFAULT, NULL, set_cb,
                        g_object_ref (self));
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  BhStaffButton *self = BH_STAFF_BUTTON (user_data);

  return bh_picker_option_matches (
      g_ptr_array_index (self->options, (guint) gtk_list_box_row_get_index (row)),
      gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
activate_first_cb (BhStaffButton *self)
{
  for (int i = 0; i < (int) self->options->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (filter_row (row, self))
        {
          row_activated_cb (self, row);
          return;
        }
    }
}

static GtkWidget *
create_row (BhPickerOption *option)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (option->label);
  GtkWidget *note = gtk_label_new (option->note);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), note);

  return box;
}

/* Shows the staff as they are now. */
static void
fill_list (BhStaffButton *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  GPtrArray *staff = bh_office_list (office, BH_TYPE_STAFF);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->options, 0);
  for (guint i = 0; i < staff->len; i++)
    {
      BhStaff *member = g_ptr_array_index (staff, i);
      const char *name = bh_entry_get_name (BH_ENTRY (member));
      BhPickerOption *option;

      if (bh_entry_is_retired (BH_ENTRY (member)))
        continue;
      option = bh_picker_option_new (
          name, name, bh_office_get_name (office, BH_TYPE_DEPARTMENT, member->department_id));
      g_ptr_array_add (self->options, option);
      gtk_list_box_append (self->list, create_row (option));
    }
}

/* A popover that opens puts the focus on the first that can have it. */
static void
focus (BhStaffButton *self, GtkWidget *widget)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->stack)))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
choose (BhStaffButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_stack_set_visible_child_name (self->stack, "choose");
  focus (self, self->search);
}

static void
add_cb (BhStaffButton *self)
{
  gtk_stack_set_visible_child_name (self->stack, "add");
  bh_staff_form_start (self->form, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  focus (self, GTK_WIDGET (self->form));
}

/* An office without staff begins with the first of them. */
static void
open_cb (GtkMenuButton *button, gpointer user_data)
{
  BhStaffButton *self = BH_STAFF_BUTTON (user_data);

  g_set_weak_pointer (&self->before, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  fill_list (self);
  choose (self);
  if (self->options->len == 0)
    add_cb (self);
}

static void
closed_cb (BhStaffButton *self)
{
  bh_focus_return (self->before);
  g_clear_weak_pointer (&self->before);
}

static void
left_cb (BhStaffButton *self)
{
  if (self->options->len == 0)
    gtk_menu_button_popdown (self->button);
  else
    choose (self);
}

static void
bh_staff_button_dispose (GObject *object)
{
  BhStaffButton *self = BH_STAFF_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_staff_button_parent_class)->dispose (object);
}

static void
bh_staff_button_finalize (GObject *object)
{
  g_ptr_array_unref (BH_STAFF_BUTTON (object)->options);

  G_OBJECT_CLASS (bh_staff_button_parent_class)->finalize (object);
}

static void
bh_staff_button_class_init (BhStaffButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_staff_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_staff_button_finalize;

  gtk_widget_class_set_css_name (widget_class, "staffbutton");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_ ("The office has no such staff"));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 24);

  return label;
}

static GtkWidget *
create_add_button (BhStaffButton *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add to the Staff…"));

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_chooser (BhStaffButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name or pinyin initials"), -1);
  g_object_set (self->search, "placeholder-text", _ ("Name or pinyin initials"), NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Staff"), -1);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, create_placeholder ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, LIST_HEIGHT);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), create_add_button (self));

  g_signal_connect_object (self->search, "search-changed",
                           G_CALLBACK (gtk_list_box_invalidate_filter), self->list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (activate_first_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return box;
}

static GtkWidget *
create_popover (BhStaffButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, create_chooser (self), "choose");
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->stack));
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
add_form (BhStaffButton *self)
{
  GtkWidget *form = bh_staff_form_new (self->desk);

  self->form = BH_STAFF_FORM (form);
  gtk_stack_add_named (self->stack, form, "add");
  g_signal_connect_object (form, "added", G_CALLBACK (gtk_menu_button_popdown), self->button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
}

static void
bh_staff_button_init (BhStaffButton *self)
{
  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self->button), FALSE);
  gtk_menu_button_set_popover (self->button, create_popover (self));
  gtk_menu_button_set_create_popup_func (self->button, open_cb, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
bh_staff_button_new (BhDesk *desk)
{
  BhStaffButton *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_STAFF_BUTTON, NULL);
  self->desk = g_object_ref (desk);
  add_form (self);
  g_signal_connect_object (desk, "notify", G_CALLBACK (show_staff), self, G_CONNECT_SWAPPED);
  show_staff (self);

  return GTK_WIDGET (self);
}

void
bh_staff_button_open (BhStaffButton *self)
{
  g_return_if_fail (BH_IS_STAFF_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
