/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-field.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-choice.h"
#include "ui/common/bh-file-entry.h"
#include "ui/common/bh-input-options.h"
#include "ui/common/bh-picker.h"
#include "ui/common/bh-pin-entry.h"
#include "ui/common/bh-place-lookup.h"
#include "ui/common/bh-signature-pad.h"
#include "ui/common/bh-text-area.h"

#define MAX_SCORE 5

/**
 * BhField:
 *
 * Label and control side by side, and below the control what is wrong with it. Boxes, since a grid
 * does not tell how narrow it may be for a height.
 *
 * CSS nodes: `field` with boxes of label and control, of the note and of the error; class `invalid`
 * while something is wrong.
 */
struct _BhField
{
  GtkWidget parent_instance;

  BhDesk *desk;         /* (owned) (nullable): where it is made from an input */
  const BhInput *input; /* (nullable) */
  GtkWidget *label;     /* (owned by the widget tree) */
  BhControl *control;   /* (owned by the widget tree) */
  GtkWidget *error;     /* (owned by the widget tree) */
  GtkWidget *below;     /* (owned by the widget tree): the error with the label's width before it */
  GtkWidget *note;      /* (owned by the widget tree) (nullable): until there is one */
  GtkSizeGroup *indent; /* (owned): what is as wide as the label */
};

G_DEFINE_FINAL_TYPE (BhField, bh_field, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gint64
get_now (BhField *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static GtkWidget *
create_list (BhList list)
{
  GtkWidget *choice = bh_choice_new ();
  guint n_items;
  const BhListItem *items = bh_list_get_items (list, &n_items);

  for (guint i = 0; i < n_items; i++)
    bh_choice_add (BH_CHOICE (choice), items[i].code, bh_list_get_label (list, items[i].value));

  return choice;
}

static GtkWidget *
create_score (void)
{
  GtkWidget *choice = bh_choice_new ();

  for (int score = 1; score <= MAX_SCORE; score++)
    {
      g_autofree char *text = g_strdup_printf ("%d", score);

      bh_choice_add (BH_CHOICE (choice), text, text);
    }
  gtk_widget_set_tooltip_text (choice, _ ("1 is very dissatisfied, 5 is very satisfied"));

  return choice;
}

static GtkWidget *
create_picker (BhField *self)
{
  GtkWidget *picker = bh_picker_new ();
  GPtrArray *options = bh_input_options_list (self->input->type, bh_desk_get_office (self->desk), 0,
                                              get_now (self));

  if (options != NULL)
    bh_picker_set_options (BH_PICKER (picker), options);

  return picker;
}

static GtkWidget *
create_time (BhField *self)
{
  GtkWidget *picker = bh_picker_new ();

  bh_picker_set_options (BH_PICKER (picker),
                         bh_input_options_list_times (
                             self->input->key, bh_desk_get_office (self->desk), get_now (self)));

  return picker;
}

static GtkWidget *
create_place (BhField *self)
{
  GtkWidget *picker = bh_picker_new ();

  bh_place_lookup_attach (BH_PICKER (picker), bh_desk_get_store (self->desk));

  return picker;
}

static GtkWidget *
create_digits (GtkInputPurpose purpose)
{
  GtkWidget *picker = bh_picker_new ();

  gtk_entry_set_input_purpose (bh_picker_get_entry (BH_PICKER (picker)), purpose);

  return picker;
}

static GtkWidget *
create_control (BhField *self)
{
  switch (self->input->type)
    {
    case BH_INPUT_TEXT:
      return bh_text_area_new ();
    case BH_INPUT_LIST:
      return create_list (self->input->list);
    case BH_INPUT_YES_NO:
      return create_list (BH_LIST_TRI);
    case BH_INPUT_SCORE:
      return create_score ();
    case BH_INPUT_PLACE:
    case BH_INPUT_ROOM:
      return create_place (self);
    case BH_INPUT_PHONE:
      return create_digits (GTK_INPUT_PURPOSE_PHONE);
    case BH_INPUT_MONEY:
      return create_digits (GTK_INPUT_PURPOSE_NUMBER);
    case BH_INPUT_PIN:
      return bh_pin_entry_new ();
    case BH_INPUT_FILE:
      return bh_file_entry_new ();
    case BH_INPUT_SIGNATURE:
      return bh_signature_pad_new ();
    case BH_INPUT_TIME:
      return create_time (self);
    case BH_INPUT_LINE:
    case BH_INPUT_DEPARTMENT:
    case BH_INPUT_STAFF:
    case BH_INPUT_CATEGORY:
    case BH_INPUT_CHANNEL:
    case BH_INPUT_CAUSE:
    case BH_INPUT_CONTACT:
    case BH_INPUT_TICKET:
    case BH_INPUT_TASK:
      return create_picker (self);
    }

  g_return_val_if_reached (NULL);
}

static void
changed_cb (BhField *self)
{
  bh_field_set_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
bh_field_dispose (GObject *object)
{
  BhField *self = BH_FIELD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_object (&self->indent);

  G_OBJECT_CLASS (bh_field_parent_class)->dispose (object);
}

static void
bh_field_class_init (BhFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_field_dispose;

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
bh_field_init (BhField *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

static char *
dup_label (const char *name, gboolean required)
{
  /* Translators: label of an input that must be filled in; the star marks it */
  return required ? g_strdup_printf (_ ("%s *"), name) : g_strdup (name);
}

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* @start and @end side by side, as a child of the field. */
static GtkWidget *
add_row (BhField *self, GtkWidget *start, GtkWidget *end)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_hexpand (end, TRUE);
  gtk_box_append (GTK_BOX (row), start);
  gtk_box_append (GTK_BOX (row), end);
  gtk_widget_set_parent (row, GTK_WIDGET (self));

  return row;
}

/* @text stands under the control. */
static GtkWidget *
add_below (BhField *self, GtkWidget *text)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_size_group_add_widget (self->indent, space);

  return add_row (self, space, text);
}

static void
add_rows (BhField *self)
{
  self->indent = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  add_row (self, self->label, GTK_WIDGET (self->control));
  gtk_size_group_add_widget (self->indent, self->label);
  self->below = add_below (self, self->error);
  gtk_widget_set_visible (self->below, FALSE);
}

static void
fill (BhField *self, const char *name, gboolean required, BhControl *control)
{
  g_autofree char *label = dup_label (name, required);
  GtkWidget *target;

  self->control = control;
  target = bh_control_get_focus_widget (self->control);
  self->label = create_text (label, "dim-label");
  gtk_widget_set_valign (self->label, BH_IS_TEXT_AREA (control) || BH_IS_SIGNATURE_PAD (control)
                                          ? GTK_ALIGN_START
                                          : GTK_ALIGN_CENTER);
  self->error = create_text (NULL, "error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  add_rows (self);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (BH_IS_CHOICE (self->control) ? GTK_WIDGET (self->control) : target),
      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->control, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
bh_field_new (BhDesk *desk, const BhInput *input)
{
  BhField *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (input != NULL, NULL);

  self = g_object_new (BH_TYPE_FIELD, NULL);
  self->desk = g_object_ref (desk);
  self->input = input;
  fill (self, _ (input->label), input->required, BH_CONTROL (create_control (self)));

  return GTK_WIDGET (self);
}

GtkWidget *
bh_field_new_with_control (const char *label, gboolean required, BhControl *control)
{
  BhField *self;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (BH_IS_CONTROL (control), NULL);

  self = g_object_new (BH_TYPE_FIELD, NULL);
  fill (self, label, required, control);

  return GTK_WIDGET (self);
}

const BhInput *
bh_field_get_input (BhField *self)
{
  g_return_val_if_fail (BH_IS_FIELD (self), NULL);

  return self->input;
}

BhControl *
bh_field_get_control (BhField *self)
{
  g_return_val_if_fail (BH_IS_FIELD (self), NULL);

  return self->control;
}

char *
bh_field_dup_text (BhField *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (BH_IS_FIELD (self), NULL);

  text = g_strstrip (bh_control_dup_text (self->control));
  if (self->input != NULL && self->input->type == BH_INPUT_TIME && *text != '\0')
    return bh_input_complete_time (text, bh_office_get_time (bh_desk_get_office (self->desk)),
                                   get_now (self));

  return g_steal_pointer (&text);
}

void
bh_field_set_text (BhField *self, const char *text)
{
  g_return_if_fail (BH_IS_FIELD (self));

  bh_control_set_text (self->control, text);
}

void
bh_field_set_error (BhField *self, const char *message)
{
  GtkWidget *target;

  g_return_if_fail (BH_IS_FIELD (self));

  target = bh_control_get_focus_widget (self->control);
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->below, message != NULL);
  if (message != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
      gtk_accessible_update_state (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_STATE_INVALID);
}

void
bh_field_set_note (BhField *self, const char *note)
{
  g_return_if_fail (BH_IS_FIELD (self));

  if (self->note == NULL)
    {
      self->note = create_text (NULL, "dim-label");
      gtk_widget_add_css_class (self->note, "caption");
      gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
      add_below (self, self->note);
    }
  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_tooltip_text (self->note, note);
  gtk_widget_set_visible (gtk_widget_get_parent (self->note), note != NULL);
}

void
bh_field_set_department (BhField *self, gint64 department_id)
{
  g_autofree char *text = NULL;

  g_return_if_fail (BH_IS_FIELD (self));
  g_return_if_fail (self->input != NULL && self->input->type == BH_INPUT_STAFF);

  text = bh_control_dup_text (self->control);
  bh_picker_set_options (BH_PICKER (self->control),
                         bh_input_options_list (BH_INPUT_STAFF, bh_desk_get_office (self->desk),
                                                department_id, get_now (self)));
  bh_control_set_text (self->control, text);
}

void
bh_field_focus (BhField *self)
{
  g_return_if_fail (BH_IS_FIELD (self));

  gtk_widget_grab_focus (bh_control_get_focus_widget (self->control));
}

void
bh_field_join_labels (BhField *self, GtkSizeGroup *group)
{
  g_return_if_fail (BH_IS_FIELD (self));

  gtk_size_group_add_widget (group, self->label);
}
