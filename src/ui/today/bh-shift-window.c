/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-shift-window.h"

#include "base/bh-i18n.h"
#include "desk/bh-shift-sheet.h"
#include "draw/bh-paper-shift.h"
#include "ui/common/bh-input-options.h"
#include "ui/common/bh-field.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-picker.h"
#include "ui/common/bh-print.h"

/**
 * BhShiftWindow:
 *
 * The sheet as text, a drop-down of this and the earlier ones, and below it who takes over.
 */
struct _BhShiftWindow
{
  AdwWindow parent_instance;

  BhDesk *desk;              /* (owned) */
  BhShiftSheet *sheet;       /* (owned) (nullable): once it is read */
  GCancellable *cancellable; /* (owned) */
  AdwToastOverlay *toasts;   /* (owned by the widget tree) */
  GtkDropDown *which;        /* (owned by the widget tree) */
  GtkTextView *text;         /* (owned by the widget tree) */
  GtkWidget *form;           /* (owned by the widget tree) */
  BhField *to;               /* (owned by the widget tree) */
  BhField *note;             /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhShiftWindow, bh_shift_window, ADW_TYPE_WINDOW)

static void load (BhShiftWindow *self);

static void
set_text (BhShiftWindow *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

/* "2026-11-03 18:00 王敏 → 李强" */
static char *
dup_title (BhShiftWindow *self, BhShift *shift)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  g_autofree char *at = bh_office_time_format (bh_office_get_time (office), shift->at);

  return g_strdup_printf ("%s %s → %s", at,
                          bh_office_get_name (office, BH_TYPE_STAFF, shift->from_id),
                          bh_office_get_name (office, BH_TYPE_STAFF, shift->to_id));
}

static char *
dup_shift_text (BhShiftWindow *self, BhShift *shift)
{
  g_autofree char *title = dup_title (self, shift);

  if (shift->note == NULL || *shift->note == '\0')
    return g_strdup_printf ("%s\n%s", title, shift->sheet);
  /* Translators: who hands over to whom, what else is to be known, and the sheet */
  return g_strdup_printf (_ ("%s\nNote: %s\n%s"), title, shift->note, shift->sheet);
}

static void
show_chosen (BhShiftWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->which);
  gboolean now = chosen == 0 || chosen == GTK_INVALID_LIST_POSITION;
  g_autofree char *text = NULL;

  if (self->sheet == NULL)
    return;
  text = now ? g_strdup (self->sheet->text)
             : dup_shift_text (self, g_ptr_array_index (self->sheet->earlier, chosen - 1));
  set_text (self, text);
  gtk_widget_set_visible (self->form, now);
}

static void
show_sheet (BhShiftWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("This shift"));
  for (guint i = 0; i < self->sheet->earlier->len; i++)
    gtk_string_list_take (titles, dup_title (self, g_ptr_array_index (self->sheet->earlier, i)));
  gtk_drop_down_set_model (self->which, G_LIST_MODEL (titles));
  show_chosen (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhShiftWindow) self = BH_SHIFT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  BhShiftSheet *sheet = bh_shift_sheet_load_finish (BH_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sheet == NULL)
    {
      set_text (self, error->message);
      return;
    }
  g_clear_pointer (&self->sheet, bh_shift_sheet_free);
  self->sheet = sheet;
  if (self->which != NULL)
    show_sheet (self);
}

static void
load (BhShiftWindow *self)
{
  bh_shift_sheet_load_async (self->desk, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
say (BhShiftWindow *self, const char *text)
{
  bh_message_replace_toast (self->toasts, bh_message_new_toast (text));
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhShiftWindow *self = BH_SHIFT_WINDOW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  say (self, _ ("Copied the sheet"));
}

/* The sheet that is shown; of an earlier one, with the names that stood on it. */
static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhShiftWindow *self = BH_SHIFT_WINDOW (widget);
  BhOffice *office = bh_desk_get_office (self->desk);
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
  g_autofree char *made_at = bh_papers_dup_made_at (office, now);
  g_autofree char *to = bh_field_dup_text (self->to), *note = bh_field_dup_text (self->note);
  guint chosen = gtk_drop_down_get_selected (self->which);
  BhShiftPaper content = { .office = bh_office_get_settings (office)->name, .made_at = made_at };
  g_autoptr (BhPaper) paper = NULL;

  if (self->sheet == NULL)
    return;
  content.text = self->sheet->text;
  content.from = bh_office_get_name (office, BH_TYPE_STAFF, bh_desk_get_staff_id (self->desk));
  content.to = to;
  content.note = note;
  if (chosen > 0 && chosen != GTK_INVALID_LIST_POSITION)
    {
      BhShift *shift = g_ptr_array_index (self->sheet->earlier, chosen - 1);

      content.text = shift->sheet;
      content.from = bh_office_get_name (office, BH_TYPE_STAFF, shift->from_id);
      content.to = bh_office_get_name (office, BH_TYPE_STAFF, shift->to_id);
      content.note = shift->note;
    }
  paper = bh_shift_paper_make_paper (&content);
  bh_print_paper (widget, paper);
}

static void
handed_over_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhShiftWindow) self = BH_SHIFT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!bh_shift_hand_over_finish (BH_DESK (source), result, &error))
    {
      bh_message_show (GTK_WIDGET (self), _ ("The shift was not handed over"), error->message);
      return;
    }
  if (self->which == NULL)
    return;
  bh_field_set_text (self->to, "");
  bh_field_set_text (self->note, "");
  say (self, _ ("The shift is handed over"));
  load (self);
}

static void
hand_over_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhShiftWindow *self = BH_SHIFT_WINDOW (widget);
  g_autofree char *to = bh_field_dup_text (self->to);
  g_autofree char *note = bh_field_dup_text (self->note);
  BhEntry *staff = bh_office_find (bh_desk_get_office (self->desk), BH_TYPE_STAFF, to);

  if (self->sheet == NULL)
    return;
  if (staff == NULL || bh_entry_is_retired (staff))
    {
      bh_field_set_error (self->to, _ ("Choose who takes over"));
      bh_field_focus (self->to);
      return;
    }
  if (bh_entry_get_id (staff) == bh_desk_get_staff_id (self->desk))
    {
      bh_field_set_error (self->to, _ ("Nobody hands over to themselves: choose somebody else"));
      bh_field_focus (self->to);
      return;
    }
  bh_shift_hand_over_async (self->desk, bh_entry_get_id (staff), note, self->sheet->text,
                            handed_over_cb, g_object_ref (self));
}

static void
bh_shift_window_dispose (GObject *object)
{
  BhShiftWindow *self = BH_SHIFT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  self->which = NULL;
  g_clear_pointer (&self->sheet, bh_shift_sheet_free);

  G_OBJECT_CLASS (bh_shift_window_parent_class)->dispose (object);
}

static void
bh_shift_window_finalize (GObject *object)
{
  BhShiftWindow *self = BH_SHIFT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_shift_window_parent_class)->finalize (object);
}

static void
bh_shift_window_class_init (BhShiftWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_shift_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_shift_window_finalize;

  gtk_widget_class_install_action (widget_class, "shift.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "shift.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "shift.hand-over", NULL, hand_over_cb);
  /* Enter in a field. */
  gtk_widget_class_install_action (widget_class, "form.submit", NULL, hand_over_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "shift.print",
                                       NULL);
}

static GtkWidget *
create_text (BhShiftWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_editable (self->text, FALSE);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->text, 12);
  gtk_text_view_set_right_margin (self->text, 12);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "reading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sheet of the shift"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
create_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
create_form (BhShiftWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *to = bh_picker_new ();
  GtkWidget *submit = create_button (_ ("Hand over"), "shift.hand-over");
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  bh_picker_set_options (
      BH_PICKER (to),
      bh_input_options_list (BH_INPUT_STAFF, bh_desk_get_office (self->desk), 0, 0));
  self->to = BH_FIELD (bh_field_new_with_control (_ ("Takes over"), TRUE, BH_CONTROL (to)));
  self->note
      = BH_FIELD (bh_field_new_with_control (_ ("Note"), FALSE, BH_CONTROL (bh_picker_new ())));
  bh_field_join_labels (self->to, labels);
  bh_field_join_labels (self->note, labels);
  gtk_widget_add_css_class (submit, "suggested-action");
  gtk_widget_set_halign (submit, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->to));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), submit);
  gtk_widget_add_css_class (box, "pane-body");

  return box;
}

static void
fill (BhShiftWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->which = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->which), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Which shift"), -1);
  g_signal_connect_object (self->which, "notify::selected", G_CALLBACK (show_chosen), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->which));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), create_button (_ ("Copy"), "shift.copy"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), create_button (_ ("Print…"), "shift.print"));
  self->form = create_form (self);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), create_text (self));
  gtk_box_append (GTK_BOX (box), self->form);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
}

static void
bh_shift_window_init (BhShiftWindow *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWindow *
bh_shift_window_new (GtkWindow *parent, BhDesk *desk)
{
  BhShiftWindow *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_SHIFT_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                       _ ("Shift change"), "default-width", 640, "default-height", 540, NULL);
  self->desk = g_object_ref (desk);
  fill (self);
  load (self);

  return GTK_WINDOW (self);
}
