/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-fields.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-choice.h"
#include "ui/common/bh-field.h"
#include "ui/register/bh-register-cell-text.h"
#include "ui/register/bh-register-control.h"
#include "ui/register/bh-register-new-row.h"

#include <string.h>

/* One field: the line of the form, and below it what helps to fill it in. */
typedef struct
{
  const BhRegisterField *field;
  GtkWidget *box;     /* (owned by the widget tree) */
  BhField *line;      /* (owned by the widget tree) */
  BhControl *control; /* (owned by the widget tree) */
  GtkWidget *hint;    /* (owned by the widget tree) (nullable) */
} Line;

/**
 * BhRegisterFields:
 *
 * CSS nodes: `registerfields` with a box for each field.
 */
struct _BhRegisterFields
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) */
  BhRegisterKind kind;
  GArray *lines; /* (owned) (element-type Line) */
  gboolean adding;
  gboolean editable;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (BhRegisterFields, bh_register_fields, GTK_TYPE_WIDGET)

typedef enum
{
  CHANGED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static Line *
get_line (BhRegisterFields *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

static Line *
find_line (BhRegisterFields *self, const char *key)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (g_str_equal (get_line (self, i)->field->key, key))
        return get_line (self, i);
    }

  return NULL;
}

static gboolean
can_enter (BhRegisterFields *self, Line *line)
{
  return self->editable && gtk_widget_get_visible (line->box)
         && (self->adding || !line->field->fixed);
}

/* What such a row does not have is not asked for. */
static void
show_lines (BhRegisterFields *self)
{
  g_autoptr (BhPayload) entered = bh_register_fields_dup_entered (self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);

      gtk_widget_set_visible (line->box, bh_register_field_applies (line->field, entered));
      bh_register_control_set_editable (line->control, can_enter (self, line));
      if (line->hint != NULL)
        gtk_widget_set_visible (line->hint, can_enter (self, line));
    }
}

static void
changed_cb (BhRegisterFields *self)
{
  if (self->updating)
    return;
  show_lines (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
bh_register_fields_dispose (GObject *object)
{
  BhRegisterFields *self = BH_REGISTER_FIELDS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->lines, 0);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_register_fields_parent_class)->dispose (object);
}

static void
bh_register_fields_finalize (GObject *object)
{
  g_array_unref (BH_REGISTER_FIELDS (object)->lines);

  G_OBJECT_CLASS (bh_register_fields_parent_class)->finalize (object);
}

static void
bh_register_fields_class_init (BhRegisterFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_register_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_register_fields_finalize;

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_REGISTER_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "registerfields");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
bh_register_fields_init (BhRegisterFields *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
}

static void
add_hint (Line *line)
{
  const char *hint = bh_register_field_get_hint (line->field);
  GtkWidget *label;

  if (hint == NULL)
    return;
  label = gtk_label_new (hint);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (line->box), label);
  line->hint = label;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (BH_IS_CHOICE (line->control) ? GTK_WIDGET (line->control)
                                                   : bh_control_get_focus_widget (line->control)),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
}

static void
add_line (BhRegisterFields *self, const BhRegisterField *field, GtkSizeGroup *labels)
{
  Line line = { field, gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), NULL,
                bh_register_control_new (self->desk, field), NULL };

  line.line = BH_FIELD (bh_field_new_with_control (bh_register_field_get_label (field),
                                                   field->required, line.control));
  bh_field_join_labels (line.line, labels);
  gtk_box_append (GTK_BOX (line.box), GTK_WIDGET (line.line));
  add_hint (&line);
  gtk_widget_set_parent (line.box, GTK_WIDGET (self));
  g_signal_connect_object (line.line, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->lines, line);
}

GtkWidget *
bh_register_fields_new (BhDesk *desk, BhRegisterKind kind)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (kind);
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  BhRegisterFields *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_REGISTER_FIELDS, NULL);
  self->desk = g_object_ref (desk);
  self->kind = kind;
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!info->fields[i].derived)
        add_line (self, &info->fields[i], labels);
    }

  return GTK_WIDGET (self);
}

/* Buttons that another row had no use for. */
static void
show_buttons (BhControl *control)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (control));
       BH_IS_CHOICE (control) && button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button, TRUE);
}

/* A new place is one of those that fit where it will stand. */
static void
offer_place_kinds (BhRegisterFields *self, BhRegisterRow *parent)
{
  Line *line = find_line (self, "kind");

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (line->control)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button,
                            bh_register_new_row_fits (gtk_widget_get_name (button), parent));
}

/* Under which key what was typed is kept with what it means. */
static char *
dup_typed_key (const BhRegisterField *field)
{
  return g_strconcat (field->key, "-typed", NULL);
}

static void
show_line (BhRegisterFields *self, Line *line, BhRegisterRow *row, BhPayload *draft)
{
  g_autofree char *text = bh_register_cell_text_dup_entry (row, line->field);
  g_autofree char *key = dup_typed_key (line->field);

  bh_field_set_error (line->line, NULL);
  show_buttons (line->control);
  if (draft != NULL)
    bh_register_control_restore (line->control, self->desk, line->field,
                                 bh_payload_get (draft, line->field->key),
                                 bh_payload_get (draft, key));
  else
    bh_register_control_show (line->control, self->desk, line->field,
                              bh_payload_get (bh_register_row_get_values (row), line->field->key),
                              text);
}

void
bh_register_fields_show (BhRegisterFields *self,
                         BhRegisterRow *row,
                         BhRegisterRow *parent,
                         BhPayload *draft,
                         gboolean editable)
{
  g_return_if_fail (BH_IS_REGISTER_FIELDS (self));
  g_return_if_fail (BH_IS_REGISTER_ROW (row));
  g_return_if_fail (bh_register_row_get_kind (row) == self->kind);

  self->updating = TRUE;
  self->adding = bh_register_row_get_id (row) == 0;
  self->editable = editable;
  for (guint i = 0; i < self->lines->len; i++)
    show_line (self, get_line (self, i), row, draft);
  if (self->adding && self->kind == BH_REGISTER_PLACES)
    offer_place_kinds (self, parent);
  show_lines (self);
  self->updating = FALSE;
}

BhPayload *
bh_register_fields_dup_entered (BhRegisterFields *self)
{
  BhPayload *entered = bh_payload_new ();

  g_return_val_if_fail (BH_IS_REGISTER_FIELDS (self), entered);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      g_autofree char *value = bh_register_control_read (line->control, line->field, NULL);
      g_autofree char *typed = bh_register_control_dup_typed (line->control);
      g_autofree char *key = dup_typed_key (line->field);

      bh_payload_set (entered, line->field->key, value);
      if (typed != NULL)
        bh_payload_set (entered, key, typed);
    }

  return entered;
}

/* An error that begins with the name of its field need not say it beside it. */
static void
set_error (Line *line, const char *message)
{
  const char *label = bh_register_field_get_label (line->field);
  g_autofree char *prefix = g_strdup_printf (_ ("%s: %s"), label, "");

  if (g_str_has_prefix (message, prefix))
    message += strlen (prefix);
  bh_field_set_error (line->line, message);
}

/* Returns: FALSE after saying what is wrong */
static gboolean
read_line (Line *line, BhPayload *values)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = bh_register_control_read (line->control, line->field, &error);

  if (value == NULL)
    set_error (line, error->message);
  else if (*value == '\0' && line->field->required)
    bh_field_set_error (line->line, _ ("Please fill this in"));
  else
    {
      bh_field_set_error (line->line, NULL);
      bh_payload_set (values, line->field->key, value);
      return TRUE;
    }

  return FALSE;
}

BhPayload *
bh_register_fields_read (BhRegisterFields *self)
{
  g_autoptr (BhPayload) values = bh_payload_new ();
  Line *wrong = NULL;

  g_return_val_if_fail (BH_IS_REGISTER_FIELDS (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);

      if (gtk_widget_get_visible (line->box) && !read_line (line, values) && wrong == NULL)
        wrong = line;
    }
  if (wrong == NULL)
    return g_steal_pointer (&values);
  bh_field_focus (wrong->line);

  return NULL;
}

gboolean
bh_register_fields_set_error (BhRegisterFields *self, const char *key, const char *message)
{
  Line *line;

  g_return_val_if_fail (BH_IS_REGISTER_FIELDS (self), FALSE);
  g_return_val_if_fail (key != NULL && message != NULL, FALSE);

  line = find_line (self, key);
  if (line == NULL || !gtk_widget_get_visible (line->box))
    return FALSE;
  set_error (line, message);
  bh_field_focus (line->line);

  return TRUE;
}

/* What a new one is called comes first; what stands before it is given already, or rarely known. */
void
bh_register_fields_focus (BhRegisterFields *self)
{
  Line *line;

  g_return_if_fail (BH_IS_REGISTER_FIELDS (self));

  line = find_line (self, "name");
  for (guint i = 0; i < self->lines->len && (line == NULL || !self->adding); i++)
    {
      line = get_line (self, i);
      if (can_enter (self, line))
        break;
    }
  if (line != NULL && can_enter (self, line))
    bh_field_focus (line->line);
}
