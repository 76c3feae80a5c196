/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-intake-form.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-focus.h"
#include "ui/intake/bh-danger-hint.h"
#include "ui/intake/bh-first-answer.h"
#include "ui/intake/bh-intake-fields.h"
#include "ui/intake/bh-intake-inputs.h"
#include "ui/intake/bh-intake-suggestion.h"

/**
 * BhIntakeForm:
 *
 * CSS nodes: `intakeform` with rows of fields. Role: form. Alt+1, 2 and 3 choose the grade, Alt+A
 * says that the caller was told something, Alt+U makes it urgent, Alt+S takes what is suggested.
 */
struct _BhIntakeForm
{
  GtkWidget parent_instance;

  BhDesk *desk;                   /* (owned) */
  BhIntakeFields *fields;         /* (owned) */
  BhIntakeSuggestion *suggestion; /* (owned) */
  BhFirstAnswer *first_answer;    /* (owned by the template) */
  GtkWidget *content;             /* (owned by the template), and all below */
  GtkBox *caller_row;
  GtkBox *contact_row;
  GtkBox *kind_row;
  GtkBox *channel_row;
  GtkBox *summary_row;
  GtkBox *category_row;
  GtkBox *grade_row;
  GtkBox *text_rows;
  GtkBox *more_rows;
  GtkExpander *more;
  GtkLabel *who;
  BhDangerHint *danger;
  BhSuggestionHint *hint;
  gboolean touched; /* somebody typed since it was opened */
};

G_DEFINE_FINAL_TYPE (BhIntakeForm, bh_intake_form, GTK_TYPE_WIDGET)

typedef enum
{
  EDITED,
  ADVANCING,
  SUBMITTED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* The place is one field: a room of the register, another place of it, or words. */
static const BhInput place_input
    = { "place", N_ ("Room or place"), BH_INPUT_PLACE, BH_LIST_NONE, FALSE };

typedef struct
{
  const char *key;
  gsize row; /* offset of the GtkBox that it stands in */
} FieldPlan;

#define IN(row) G_STRUCT_OFFSET (BhIntakeForm, row)

/* In the order of the form, which is the order of the Tab key. */
static const FieldPlan plans[] = {
  { "phone", IN (caller_row) },          { "place", IN (caller_row) },
  { "contact", IN (contact_row) },       { "kind", IN (kind_row) },
  { "channel", IN (channel_row) },       { "summary", IN (summary_row) },
  { "category", IN (category_row) },     { "department", IN (category_row) },
  { "grade", IN (grade_row) },           { "description", IN (text_rows) },
  { "remedy", IN (text_rows) },          { "received", IN (more_rows) },
  { "occurred", IN (more_rows) },        { "concerns", IN (more_rows) },
  { "external-number", IN (more_rows) }, { "external-due", IN (more_rows) },
  { "public-text", IN (more_rows) },     { "repeat-of", IN (more_rows) },
};

/* Where Enter goes, as long as it is empty. */
static const char *const needed[] = { "phone", "place", "contact", "summary", "category", NULL };

/* What stays when one caller has another matter. */
static const char *const of_caller[] = { "phone", "place", "contact", "channel", NULL };

/* What is typed of the matter itself. */
static const char *const of_matter[] = {
  "summary",  "category",        "description",  "remedy",      "received",  "occurred",
  "concerns", "external-number", "external-due", "public-text", "repeat-of", NULL,
};

static gint64
get_now (BhIntakeForm *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

static char *
dup_text (BhIntakeForm *self, const char *key)
{
  return bh_intake_fields_dup_text (self->fields, key);
}

static void
update_live (BhIntakeForm *self)
{
  g_autoptr (BhPayload) inputs = bh_intake_form_dup_inputs (self);
  gboolean live = bh_intake_inputs_is_live (inputs, bh_desk_get_office (self->desk));

  bh_first_answer_set_live (self->first_answer,
                            live && bh_payload_get (inputs, "received") == NULL);
}

/* A category knows who deals with it and how urgent it mostly is. */
static void
apply_category (BhIntakeForm *self)
{
  BhOffice *office = bh_desk_get_office (self->desk);
  g_autofree char *text = dup_text (self, "category");
  BhCategory *category = *text != '\0' ? bh_office_find (office, BH_TYPE_CATEGORY, text) : NULL;

  if (category == NULL)
    return;
  bh_intake_fields_fill (self->fields, "department",
                         bh_office_get_name (office, BH_TYPE_DEPARTMENT, category->department_id));
  if (category->grade != BH_GRADE_NONE)
    bh_intake_fields_fill (self->fields, "grade",
                           bh_list_get_code (BH_LIST_GRADE, category->grade));
}

static void
react (BhIntakeForm *self, const char *key)
{
  if (g_str_equal (key, "category"))
    apply_category (self);
  if (g_str_equal (key, "channel") || g_str_equal (key, "received"))
    update_live (self);
  bh_intake_suggestion_update (self->suggestion);
}

static void
changed_cb (BhIntakeForm *self, const char *key)
{
  /* A form that stood open for a while is opened by the call that is typed into it. */
  if (!self->touched
      && get_now (self) - bh_first_answer_get_opened (self->first_answer)
             > BH_FIRST_ANSWER_SECONDS * BH_USEC_PER_SEC)
    bh_intake_form_open (self);
  self->touched = TRUE;
  react (self, key);
  g_signal_emit (self, signals[EDITED], 0, key);
}

static void
answered_cb (BhIntakeForm *self)
{
  g_signal_emit (self, signals[EDITED], 0, "first-answer");
}

static BhField *
find_focused (BhIntakeForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL ? BH_FIELD (gtk_widget_get_ancestor (focus, BH_TYPE_FIELD)) : NULL;
}

static void
submit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhIntakeForm *self = BH_INTAKE_FORM (widget);
  BhField *field = find_focused (self);
  const char *key = field != NULL ? bh_field_get_input (field)->key : "";
  gboolean stopped = FALSE;

  /* What stands there in grey is taken by going on. */
  if (g_str_equal (key, "category"))
    bh_intake_suggestion_accept (self->suggestion);
  g_signal_emit (self, signals[ADVANCING], 0, key, &stopped);
  if (!stopped)
    bh_intake_form_advance (self, key);
}

static void
answer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_first_answer_answer (BH_INTAKE_FORM (widget)->first_answer);
}

static void
grade_cb (GtkWidget *widget, const char *name, GVariant *grade)
{
  bh_intake_fields_set (BH_INTAKE_FORM (widget)->fields, "grade",
                        bh_list_get_code (BH_LIST_GRADE, g_variant_get_int32 (grade)));
}

static void
bh_intake_form_dispose (GObject *object)
{
  BhIntakeForm *self = BH_INTAKE_FORM (object);

  if (self->suggestion != NULL)
    bh_intake_suggestion_clear (self->suggestion);
  g_clear_object (&self->suggestion);
  bh_intake_fields_clear (self->fields);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_intake_form_parent_class)->dispose (object);
}

static void
bh_intake_form_finalize (GObject *object)
{
  g_object_unref (BH_INTAKE_FORM (object)->fields);

  G_OBJECT_CLASS (bh_intake_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/intake/bh-intake-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, content);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, first_answer);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, caller_row);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, contact_row);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, channel_row);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, summary_row);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, category_row);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, grade_row);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, text_rows);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, more_rows);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, more);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, who);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, danger);
  gtk_widget_class_bind_template_child (widget_class, BhIntakeForm, hint);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "intakeform");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
bh_intake_form_class_init (BhIntakeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_intake_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_intake_form_finalize;

  signals[EDITED] = g_signal_new ("edited", BH_TYPE_INTAKE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ADVANCING] = g_signal_new ("advancing", BH_TYPE_INTAKE_FORM, G_SIGNAL_RUN_LAST, 0,
                                     g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN,
                                     1, G_TYPE_STRING);
  signals[SUBMITTED] = g_signal_new ("submitted", BH_TYPE_INTAKE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "form.submit", NULL, submit_cb);
  gtk_widget_class_install_action (widget_class, "form.answered", NULL, answer_cb);
  gtk_widget_class_install_action (widget_class, "form.grade", "i", grade_cb);
  for (int grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) grade, GDK_ALT_MASK,
                                         "form.grade", "i", grade);

  g_type_ensure (BH_TYPE_DANGER_HINT);
  g_type_ensure (BH_TYPE_FIRST_ANSWER);
  g_type_ensure (BH_TYPE_SUGGESTION_HINT);
  bind_template (widget_class);
}

static void
bh_intake_form_init (BhIntakeForm *self)
{
  self->fields = bh_intake_fields_new ();
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_field (BhIntakeForm *self, const FieldPlan *plan, GtkSizeGroup *labels)
{
  const BhInput *input = g_str_equal (plan->key, place_input.key)
                             ? &place_input
                             : bh_loop_find_input (BH_VERB_NEW, plan->key);
  GtkBox *row = G_STRUCT_MEMBER (GtkBox *, self, plan->row);
  GtkWidget *field = bh_field_new (self->desk, input);

  bh_intake_fields_add (self->fields, BH_FIELD (field));
  gtk_widget_set_hexpand (field, row != self->grade_row);
  bh_field_join_labels (BH_FIELD (field), labels);
  /* These rows have something to say behind their field. */
  if (row == self->contact_row || row == self->channel_row || row == self->grade_row)
    gtk_box_prepend (row, field);
  else
    gtk_box_append (row, field);
}

GtkWidget *
bh_intake_form_new (BhDesk *desk)
{
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  BhIntakeForm *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_INTAKE_FORM, NULL);
  self->desk = g_object_ref (desk);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    add_field (self, &plans[i], labels);
  self->suggestion = bh_intake_suggestion_new (desk, self->fields, self->hint, self->danger);
  bh_first_answer_set_clock (self->first_answer, bh_store_get_clock (bh_desk_get_store (desk)));
  g_signal_connect_object (self->first_answer, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  bh_intake_form_reset (self, FALSE);

  return GTK_WIDGET (self);
}

BhPayload *
bh_intake_form_dup_inputs (BhIntakeForm *self)
{
  BhPayload *inputs;

  g_return_val_if_fail (BH_IS_INTAKE_FORM (self), NULL);

  inputs = bh_intake_fields_dup_inputs (self->fields);
  bh_payload_set_int (inputs, BH_INTAKE_OPENED, bh_first_answer_get_opened (self->first_answer));
  bh_payload_set_int (inputs, "first-answer", bh_first_answer_get_answered (self->first_answer));

  return inputs;
}

void
bh_intake_form_set_inputs (BhIntakeForm *self, BhPayload *inputs)
{
  g_return_if_fail (BH_IS_INTAKE_FORM (self));
  g_return_if_fail (inputs != NULL);

  self->touched = bh_payload_get_int (inputs, BH_INTAKE_OPENED) != 0;
  bh_intake_fields_set_inputs (self->fields, inputs);
  bh_first_answer_set_opened (self->first_answer, bh_payload_get_int (inputs, BH_INTAKE_OPENED));
  bh_first_answer_set_answered (self->first_answer, bh_payload_get_int (inputs, "first-answer"));
  update_live (self);
  bh_intake_suggestion_update (self->suggestion);
}

/* Most callers report something broken, by telephone. */
static BhPayload *
create_defaults (BhIntakeForm *self)
{
  BhEntry *channel = bh_office_find (bh_desk_get_office (self->desk), BH_TYPE_CHANNEL, "hotline");

  return bh_payload_new_from ("kind", bh_list_get_code (BH_LIST_KIND, BH_KIND_REPAIR), "channel",
                              channel != NULL ? bh_entry_get_name (channel) : NULL, "grade",
                              bh_list_get_code (BH_LIST_GRADE, BH_GRADE_GENERAL), NULL);
}

void
bh_intake_form_reset (BhIntakeForm *self, gboolean keep_caller)
{
  g_autoptr (BhPayload) inputs = NULL;

  g_return_if_fail (BH_IS_INTAKE_FORM (self));

  inputs = create_defaults (self);
  for (guint i = 0; keep_caller && of_caller[i] != NULL; i++)
    {
      g_autofree char *text = dup_text (self, of_caller[i]);

      bh_payload_set (inputs, of_caller[i], text);
    }
  bh_intake_form_set_inputs (self, inputs);
  bh_intake_fields_mark_filled (self->fields, "grade");
  gtk_expander_set_expanded (self->more, FALSE);
  if (keep_caller)
    bh_intake_form_open (self);
  else
    bh_intake_form_set_who (self, NULL);
}

void
bh_intake_form_open (BhIntakeForm *self)
{
  g_return_if_fail (BH_IS_INTAKE_FORM (self));

  self->touched = FALSE;
  bh_first_answer_set_opened (self->first_answer, get_now (self));
}

gboolean
bh_intake_form_is_empty (BhIntakeForm *self)
{
  g_return_val_if_fail (BH_IS_INTAKE_FORM (self), TRUE);

  return bh_intake_fields_is_empty (self->fields, needed) && !bh_intake_form_has_matter (self);
}

gboolean
bh_intake_form_has_matter (BhIntakeForm *self)
{
  g_return_val_if_fail (BH_IS_INTAKE_FORM (self), FALSE);

  return !bh_intake_fields_is_empty (self->fields, of_matter);
}

BhIntakeFields *
bh_intake_form_get_fields (BhIntakeForm *self)
{
  g_return_val_if_fail (BH_IS_INTAKE_FORM (self), NULL);

  return self->fields;
}

void
bh_intake_form_set_who (BhIntakeForm *self, const char *text)
{
  g_return_if_fail (BH_IS_INTAKE_FORM (self));

  gtk_label_set_label (self->who, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->who), text);
}

void
bh_intake_form_show_errors (BhIntakeForm *self, GHashTable *errors)
{
  BhField *first;

  g_return_if_fail (BH_IS_INTAKE_FORM (self));
  g_return_if_fail (errors != NULL);

  first = bh_intake_fields_show_errors (self->fields, errors);
  if (first == NULL)
    return;
  if (gtk_widget_is_ancestor (GTK_WIDGET (first), GTK_WIDGET (self->more_rows)))
    gtk_expander_set_expanded (self->more, TRUE);
  bh_field_focus (first);
}

void
bh_intake_form_focus (BhIntakeForm *self, const char *key)
{
  BhControl *control;

  g_return_if_fail (BH_IS_INTAKE_FORM (self));

  control = bh_field_get_control (bh_intake_fields_get (self->fields, key));
  bh_focus_return (bh_control_get_focus_widget (control));
}

static gboolean
wants (BhIntakeForm *self, const char *key)
{
  g_autofree char *text = dup_text (self, key);

  return *text == '\0' && g_strv_contains (needed, key);
}

void
bh_intake_form_advance (BhIntakeForm *self, const char *key)
{
  gboolean passed = FALSE;

  g_return_if_fail (BH_IS_INTAKE_FORM (self));
  g_return_if_fail (key != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      if (passed && wants (self, plans[i].key))
        {
          bh_intake_form_focus (self, plans[i].key);
          return;
        }
      passed = passed || g_str_equal (plans[i].key, key);
    }
  g_signal_emit (self, signals[SUBMITTED], 0);
}
