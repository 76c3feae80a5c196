/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-picker.h"

#include "base/bh-text.h"

#include <string.h>

/* So many suggestions are shown at most; who wants another one types on. */
#define MAX_SHOWN 12

/**
 * BhPicker:
 *
 * CSS nodes: `picker` (class `fixed` while nothing can be typed) with an entry, and a popover with
 * a list that never takes the focus. Role of the entry: text box.
 */
struct _BhPicker
{
  GtkWidget parent_instance;

  GtkEntry *entry;     /* (owned by the widget tree) */
  GtkPopover *popover; /* (owned by the widget tree) */
  GtkListBox *list;    /* (owned by the widget tree) */
  GPtrArray *options;  /* (owned) (nullable): all, or what was suggested last */
  GPtrArray *shown;    /* (owned): those in the list, owned by @options */
  gboolean looked_up;  /* the options come from a search and are shown as they are */
  gboolean is_free;    /* the first suggestion is not taken unasked */
  gboolean composing;  /* an input method has the keys */
  gboolean updating;
};

static void control_iface_init (BhControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhPicker,
                               bh_picker,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BH_TYPE_CONTROL, control_iface_init))

typedef enum
{
  SEARCH,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

BhPickerOption *
bh_picker_option_new (const char *value, const char *label, const char *note)
{
  BhPickerOption *option = g_new0 (BhPickerOption, 1);

  option->value = g_strdup (value);
  option->label = g_strdup (label);
  option->note = g_strdup (note);

  return option;
}

void
bh_picker_option_free (BhPickerOption *option)
{
  g_free (option->value);
  g_free (option->label);
  g_free (option->note);
  g_free (option->initials);
  g_free (option);
}

static gboolean
contains (const char *text, const char *part)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;
  folded = g_utf8_casefold (text, -1);

  return strstr (folded, part) != NULL;
}

gboolean
bh_picker_option_matches (BhPickerOption *option, const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (option != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  folded = g_utf8_casefold (text, -1);
  if (contains (option->label, folded) || contains (option->note, folded))
    return TRUE;

  /* Not before somebody types: pinyin takes a tenth of a second, and a window has many options. */
  if (option->initials == NULL)
    option->initials = bh_text_pinyin_initials (option->label);

  return strstr (option->initials, folded) != NULL;
}

static const char *
get_typed (BhPicker *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static BhPickerOption *
find_by_label (BhPicker *self, const char *label)
{
  for (guint i = 0; self->options != NULL && i < self->options->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (self->options, i);

      if (g_str_equal (option->label, label))
        return option;
    }

  return NULL;
}

static GtkWidget *
create_row (BhPickerOption *option)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (option->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (option->note != NULL)
    {
      GtkWidget *note = gtk_label_new (option->note);

      gtk_widget_add_css_class (note, "dim-label");
      gtk_box_append (GTK_BOX (box), note);
    }

  return box;
}

static void
show_list (BhPicker *self, const char *text)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; self->options != NULL && i < self->options->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (self->options, i);

      if (self->shown->len == MAX_SHOWN)
        break;
      if (!self->looked_up && !bh_picker_option_matches (option, text))
        continue;
      gtk_list_box_append (self->list, create_row (option));
      g_ptr_array_add (self->shown, option);
    }

  if (self->shown->len == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  if (*text != '\0' && !self->is_free)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_size_request (GTK_WIDGET (self->popover),
                               gtk_widget_get_allocated_width (GTK_WIDGET (self)), -1);
  gtk_popover_popup (self->popover);
}

static void
take (BhPicker *self, guint i)
{
  BhPickerOption *option = g_ptr_array_index (self->shown, i);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), option->label);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->updating = FALSE;
  gtk_popover_popdown (self->popover);
  bh_control_changed (BH_CONTROL (self));
}

static void
row_activated_cb (BhPicker *self, GtkListBoxRow *row)
{
  take (self, (guint) gtk_list_box_row_get_index (row));
}

static void
typed_cb (BhPicker *self)
{
  if (self->updating)
    return;
  bh_control_changed (BH_CONTROL (self));
  if (self->options != NULL && !self->looked_up)
    show_list (self, get_typed (self));
  else
    g_signal_emit (self, signals[SEARCH], 0, get_typed (self));
}

static void
preedit_cb (BhPicker *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static void
move_selection (BhPicker *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int last = (int) self->shown->len - 1;
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : (step > 0 ? 0 : last);

  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, CLAMP (index, 0, last)));
}

/* While the list is open, the keys are the list's. */
static gboolean
handle_list_key (BhPicker *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  switch (key)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      move_selection (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_popover_popdown (self->popover);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      if (row == NULL)
        {
          gtk_popover_popdown (self->popover);
          return FALSE;
        }
      take (self, (guint) gtk_list_box_row_get_index (row));
      return key != GDK_KEY_Tab;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (BhPicker *self, guint key, guint code, GdkModifierType state)
{
  if (self->composing)
    return FALSE;
  /* Control+Enter takes what is chosen, and is a shortcut of the form as well. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return handle_list_key (self, key) && (state & GDK_CONTROL_MASK) == 0;
  if (key != GDK_KEY_Down || self->options == NULL
      || !gtk_editable_get_editable (GTK_EDITABLE (self->entry)))
    return FALSE;
  show_list (self, "");

  return TRUE;
}

static void
icon_press_cb (BhPicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  show_list (self, "");
}

static void
focus_left_cb (BhPicker *self)
{
  gtk_popover_popdown (self->popover);
}

static char *
picker_dup_text (BhControl *control)
{
  BhPicker *self = BH_PICKER (control);
  g_autofree char *typed = g_strdup (get_typed (self));
  BhPickerOption *option = find_by_label (self, g_strstrip (typed));

  return option != NULL ? g_strdup (option->value) : g_steal_pointer (&typed);
}

static void
picker_set_text (BhControl *control, const char *text)
{
  BhPicker *self = BH_PICKER (control);
  const char *label = text;

  for (guint i = 0; self->options != NULL && i < self->options->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (self->options, i);

      if (g_str_equal (option->value, text))
        label = option->label;
    }
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), label);
  self->updating = FALSE;
}

static GtkWidget *
picker_get_focus_widget (BhControl *control)
{
  return GTK_WIDGET (BH_PICKER (control)->entry);
}

static void
control_iface_init (BhControlInterface *iface)
{
  iface->dup_text = picker_dup_text;
  iface->set_text = picker_set_text;
  iface->get_focus_widget = picker_get_focus_widget;
}

static void
bh_picker_dispose (GObject *object)
{
  BhPicker *self = BH_PICKER (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  if (self->entry != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->entry));
  self->entry = NULL;

  G_OBJECT_CLASS (bh_picker_parent_class)->dispose (object);
}

static void
bh_picker_finalize (GObject *object)
{
  BhPicker *self = BH_PICKER (object);

  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->options, g_ptr_array_unref);

  G_OBJECT_CLASS (bh_picker_parent_class)->finalize (object);
}

static void
bh_picker_class_init (BhPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_picker_finalize;

  signals[SEARCH] = g_signal_new ("search", BH_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "picker");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
init_entry (BhPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (bh_control_submit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "icon-press", G_CALLBACK (icon_press_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)),
                           "preedit-changed", G_CALLBACK (preedit_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
}

static void
bh_picker_init (BhPicker *self)
{
  self->shown = g_ptr_array_new ();
  init_entry (self);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->list));
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "suggestions");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

GtkWidget *
bh_picker_new (void)
{
  return g_object_new (BH_TYPE_PICKER, NULL);
}

static void
show_icon (BhPicker *self)
{
  gboolean offers = self->options != NULL && !self->looked_up
                    && gtk_editable_get_editable (GTK_EDITABLE (self->entry));

  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     offers ? "pan-down-symbolic" : NULL);
  gtk_entry_set_icon_activatable (self->entry, GTK_ENTRY_ICON_SECONDARY, offers);
}

void
bh_picker_set_options (BhPicker *self, GPtrArray *options)
{
  g_return_if_fail (BH_IS_PICKER (self));
  g_return_if_fail (options != NULL);

  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  self->options = options;
  self->looked_up = FALSE;
  show_icon (self);
}

void
bh_picker_suggest (BhPicker *self, GPtrArray *options)
{
  g_return_if_fail (BH_IS_PICKER (self));
  g_return_if_fail (options != NULL);

  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  self->options = options;
  self->looked_up = TRUE;
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    show_list (self, get_typed (self));
}

void
bh_picker_set_free (BhPicker *self, gboolean is_free)
{
  g_return_if_fail (BH_IS_PICKER (self));

  self->is_free = is_free;
}

void
bh_picker_set_editable (BhPicker *self, gboolean editable)
{
  g_return_if_fail (BH_IS_PICKER (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "fixed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "fixed");
  show_icon (self);
}

GtkEntry *
bh_picker_get_entry (BhPicker *self)
{
  g_return_val_if_fail (BH_IS_PICKER (self), NULL);

  return self->entry;
}
