/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-form.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-many.h"
#include "desk/bh-slip.h"
#include "ui/common/bh-fit-scroller.h"
#include "ui/tickets/bh-verb-defaults.h"
#include "ui/tickets/bh-verb-form-options.h"
#include "ui/tickets/bh-verb-form-parts.h"
#include "ui/tickets/bh-verb-suggestion.h"

/**
 * BhVerbForm:
 *
 * CSS nodes: `verbform` with a title, the fields, what is wrong, and two buttons. Role: form.
 */
struct _BhVerbForm
{
  GtkWidget parent_instance;

  BhDesk *desk;     /* (owned) */
  BhDrafts *drafts; /* (owned) */
  gint64 ticket_id; /* 0 for several tickets */
  BhVerb verb;
  BhSlip *slip;        /* (owned) (nullable): its inputs are asked for, not those of @verb */
  GArray *bulk_inputs; /* (owned) (nullable): of several tickets */
  const char *title;
  const char *summary;
  const BhInput *inputs;
  guint n_inputs;
  BhPayload *defaults;          /* (owned) */
  BhVerbSuggestion *suggestion; /* (owned) (nullable): who should have it */
  GPtrArray *fields;            /* (owned): BhField, owned by the widget tree */
  GtkWidget *box;               /* (owned by the widget tree) */
  GtkWidget *error;             /* (owned by the widget tree) */
  GtkWidget *buttons;           /* (owned by the widget tree) */
  GCancellable *cancellable;    /* (owned) (nullable): of the verb that is being done */
};

G_DEFINE_FINAL_TYPE (BhVerbForm, bh_verb_form, GTK_TYPE_WIDGET)

typedef enum
{
  DONE,
  FAILED,
  LEFT,
  SUBMITTED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static const char *
get_form_name (BhVerbForm *self)
{
  return self->slip != NULL ? "slip" : bh_list_get_code (BH_LIST_VERB, (int) self->verb);
}

static void
show_error (BhVerbForm *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
}

/* Who can be chosen follows which department is. */
static void
update_staff (BhVerbForm *self)
{
  BhField *department = bh_verb_form_find_type (self->fields, BH_INPUT_DEPARTMENT);
  BhField *staff = bh_verb_form_find_type (self->fields, BH_INPUT_STAFF);
  g_autofree char *name = NULL;
  BhEntry *entry;

  if (department == NULL || staff == NULL)
    return;
  name = bh_field_dup_text (department);
  entry = bh_office_find (bh_desk_get_office (self->desk), BH_TYPE_DEPARTMENT, name);
  bh_field_set_department (staff, entry != NULL ? bh_entry_get_id (entry) : 0);
}

/* A secret is not kept. */
static BhPayload *
dup_draft (BhVerbForm *self)
{
  BhPayload *draft = bh_verb_form_dup_entered (self);
  BhField *pin = bh_verb_form_find_type (self->fields, BH_INPUT_PIN);

  if (pin != NULL)
    bh_payload_set (draft, bh_field_get_input (pin)->key, NULL);

  return draft;
}

static void
field_changed_cb (BhVerbForm *self, BhField *field)
{
  g_autoptr (BhPayload) draft = NULL;

  show_error (self, NULL);
  if (bh_field_get_input (field)->type == BH_INPUT_DEPARTMENT)
    update_staff (self);
  bh_verb_form_update_signature (self->fields);
  draft = dup_draft (self);
  bh_drafts_set (self->drafts, self->ticket_id, get_form_name (self),
                 bh_payload_equal (draft, self->defaults) ? NULL : draft);
}

/* What is wrong with one field stands there. */
static void
show_refusal (BhVerbForm *self, const char *message)
{
  const char *rest = NULL;
  BhField *field = bh_verb_form_find_named (self->fields, message, &rest);

  if (field != NULL)
    {
      bh_field_set_error (field, rest);
      bh_field_focus (field);
      return;
    }
  show_error (self, message);
  bh_verb_form_focus (self);
}

/* Somebody may have gone on to another ticket meanwhile; what was typed is kept as a draft. */
static void
show_failure (BhVerbForm *self, GError *error)
{
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else
    show_refusal (self, error->message);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhVerbForm) self = BH_VERB_FORM (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) ticket = self->slip != NULL
                                    ? bh_desk_do_all_finish (BH_DESK (source), result, &error)
                                    : bh_desk_do_finish (BH_DESK (source), result, &error);

  g_clear_object (&self->cancellable);
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (ticket == NULL)
    {
      show_failure (self, error);
      return;
    }
  bh_verb_form_forget (self);
  g_signal_emit (self, signals[DONE], 0, ticket);
}

static void
submit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhVerbForm *self = BH_VERB_FORM (widget);
  g_autoptr (BhPayload) entered = bh_verb_form_dup_entered (self);
  g_autoptr (BhPayload) inputs = bh_verb_inputs (self->verb, self->defaults, entered);
  g_autoptr (GError) error = NULL;

  if (self->cancellable != NULL || !bh_verb_form_check (self))
    return;
  if (self->slip == NULL && !bh_loop_check_inputs (self->verb, inputs, &error))
    {
      show_refusal (self, error->message);
      return;
    }
  if (self->ticket_id == 0)
    {
      g_signal_emit (self, signals[SUBMITTED], 0, inputs);
      return;
    }
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->buttons, FALSE);
  if (self->slip != NULL)
    bh_slip_do_async (self->desk, self->slip, self->ticket_id, inputs, self->cancellable, done_cb,
                      g_object_ref (self));
  else
    bh_desk_do_async (self->desk, self->verb, self->ticket_id, inputs, 0, self->cancellable,
                      done_cb, g_object_ref (self));
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
bh_verb_form_dispose (GObject *object)
{
  BhVerbForm *self = BH_VERB_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_ptr_array_set_size (self->fields, 0);

  G_OBJECT_CLASS (bh_verb_form_parent_class)->dispose (object);
}

static void
bh_verb_form_finalize (GObject *object)
{
  BhVerbForm *self = BH_VERB_FORM (object);

  g_ptr_array_unref (self->fields);
  g_clear_pointer (&self->defaults, bh_payload_unref);
  g_clear_pointer (&self->slip, bh_slip_free);
  g_clear_pointer (&self->bulk_inputs, g_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->suggestion);
  g_clear_object (&self->desk);
  g_clear_object (&self->drafts);

  G_OBJECT_CLASS (bh_verb_form_parent_class)->finalize (object);
}

static void
bh_verb_form_class_init (BhVerbFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_verb_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_verb_form_finalize;

  signals[DONE] = g_signal_new ("done", BH_TYPE_VERB_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, BH_TYPE_TICKET);
  signals[FAILED] = g_signal_new ("failed", BH_TYPE_VERB_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[LEFT] = g_signal_new ("left", BH_TYPE_VERB_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[SUBMITTED] = g_signal_new ("submitted", BH_TYPE_VERB_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "form.submit", NULL, submit_cb);
  gtk_widget_class_install_action (widget_class, "form.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.submit", NULL);
  gtk_widget_class_set_css_name (widget_class, "verbform");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
bh_verb_form_init (BhVerbForm *self)
{
  self->fields = g_ptr_array_new ();
}

static GtkWidget *
create_fields (BhVerbForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  for (guint i = 0; i < self->n_inputs; i++)
    {
      GtkWidget *field = bh_field_new (self->desk, &self->inputs[i]);

      bh_field_join_labels (BH_FIELD (field), labels);
      gtk_box_append (GTK_BOX (box), field);
      g_ptr_array_add (self->fields, field);
    }

  return bh_fit_scroller_new (box);
}

static void
set_values (BhVerbForm *self)
{
  g_autoptr (BhPayload) draft = bh_drafts_get (self->drafts, self->ticket_id, get_form_name (self));
  BhPayload *values = draft != NULL ? draft : self->defaults;

  for (guint i = 0; i < self->fields->len; i++)
    {
      BhField *field = g_ptr_array_index (self->fields, i);

      bh_field_set_text (field, bh_payload_get (values, bh_field_get_input (field)->key));
      g_signal_connect_object (field, "changed", G_CALLBACK (field_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  update_staff (self);
  bh_verb_form_update_signature (self->fields);
}

/* What was typed before stands as it was. */
static void
suggest_holder (BhVerbForm *self, BhTicket *ticket)
{
  g_autoptr (BhPayload) draft = bh_drafts_get (self->drafts, self->ticket_id, get_form_name (self));

  if (self->verb == BH_VERB_DISPATCH && draft == NULL)
    self->suggestion = bh_verb_suggestion_new (
        self->desk, ticket, bh_verb_form_find_type (self->fields, BH_INPUT_DEPARTMENT),
        bh_verb_form_find_type (self->fields, BH_INPUT_STAFF));
}

static void
fill (BhVerbForm *self, BhTicketView *view)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->box), bh_verb_form_create_title (self->title, self->summary));
  gtk_box_append (GTK_BOX (self->box), create_fields (self));
  self->error = bh_verb_form_create_error ();
  gtk_box_append (GTK_BOX (self->box), self->error);
  self->buttons = bh_verb_form_create_buttons (self->title);
  gtk_box_append (GTK_BOX (self->box), self->buttons);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  set_values (self);
  if (view != NULL)
    suggest_holder (self, view->ticket);
  for (guint i = 0; i < self->fields->len; i++)
    bh_verb_form_offer (g_ptr_array_index (self->fields, i), self->verb, view, self->desk);
}

static BhVerbForm *
create (BhDesk *desk, BhDrafts *drafts, BhTicketView *view, BhVerb verb)
{
  BhVerbForm *self = g_object_new (BH_TYPE_VERB_FORM, NULL);

  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  self->verb = verb;
  if (view != NULL)
    self->ticket_id = view->ticket->id;
  self->defaults
      = view != NULL ? bh_verb_defaults (view, verb, bh_desk_get_office (desk)) : bh_payload_new ();

  return self;
}

/* The parts, once it is known what is asked for. */
static void
finish (BhVerbForm *self, BhTicketView *view)
{
  fill (self, view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
}

GtkWidget *
bh_verb_form_new (BhDesk *desk, BhDrafts *drafts, BhTicketView *view, BhVerb verb)
{
  const BhLoopRule *rule = bh_loop_get_rule (verb);
  BhVerbForm *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  self = create (desk, drafts, view, verb);
  self->title = bh_list_get_label (BH_LIST_VERB, (int) verb);
  self->summary = _ (rule->summary);
  self->inputs = rule->inputs;
  self->n_inputs = rule->n_inputs;
  finish (self, view);

  return GTK_WIDGET (self);
}

GtkWidget *
bh_verb_form_new_slip (BhDesk *desk, BhDrafts *drafts, BhTicketView *view)
{
  BhSlip *slip;
  BhVerbForm *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  slip = bh_slip_new (view->ticket, bh_desk_get_office (desk));
  if (slip == NULL)
    return NULL;
  self = create (desk, drafts, view, BH_VERB_FINISH);
  self->slip = slip;
  self->title = _ ("Enter the slip");
  self->summary = _ ("What was done away from the desk, up to the end of the work.");
  self->inputs = slip->inputs;
  self->n_inputs = slip->n_inputs;
  finish (self, view);

  return GTK_WIDGET (self);
}

GtkWidget *
bh_verb_form_new_bulk (BhDesk *desk, BhDrafts *drafts, BhVerb verb)
{
  BhVerbForm *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);
  g_return_val_if_fail (bh_loop_get_rule (verb) != NULL, NULL);

  self = create (desk, drafts, NULL, verb);
  self->bulk_inputs = bh_verb_form_pick_bulk_inputs (verb);
  self->title = bh_list_get_label (BH_LIST_VERB, (int) verb);
  self->summary = _ (bh_loop_get_rule (verb)->summary);
  self->inputs = (BhInput *) self->bulk_inputs->data;
  self->n_inputs = self->bulk_inputs->len;
  finish (self, NULL);

  return GTK_WIDGET (self);
}

void
bh_verb_form_forget (BhVerbForm *self)
{
  g_return_if_fail (BH_IS_VERB_FORM (self));

  bh_drafts_set (self->drafts, self->ticket_id, get_form_name (self), NULL);
}

guint
bh_verb_form_count_steps (BhVerbForm *self)
{
  g_return_val_if_fail (BH_IS_VERB_FORM (self), 0);

  return self->slip != NULL ? self->slip->n_verbs : 1;
}

BhVerb
bh_verb_form_get_verb (BhVerbForm *self)
{
  g_return_val_if_fail (BH_IS_VERB_FORM (self), BH_VERB_NONE);

  return self->verb;
}

void
bh_verb_form_focus (BhVerbForm *self)
{
  g_return_if_fail (BH_IS_VERB_FORM (self));

  if (self->fields->len > 0)
    bh_field_focus (bh_verb_form_find_first (self->fields));
  else
    gtk_widget_grab_focus (gtk_widget_get_last_child (self->buttons));
}

void
bh_verb_form_preset (BhVerbForm *self, const char *key, const char *value)
{
  g_return_if_fail (BH_IS_VERB_FORM (self));
  g_return_if_fail (key != NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      BhField *field = g_ptr_array_index (self->fields, i);

      if (!g_str_equal (bh_field_get_input (field)->key, key))
        continue;
      bh_field_set_text (field, value);
      if (i + 1 < self->fields->len)
        bh_field_focus (g_ptr_array_index (self->fields, i + 1));
    }
}

BhField *
bh_verb_form_get_field (BhVerbForm *self, const char *key)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (bh_field_get_input (g_ptr_array_index (self->fields, i))->key, key))
      return g_ptr_array_index (self->fields, i);

  return NULL;
}

BhPayload *
bh_verb_form_dup_entered (BhVerbForm *self)
{
  g_return_val_if_fail (BH_IS_VERB_FORM (self), bh_payload_new ());

  return bh_verb_form_read (self->fields);
}

gboolean
bh_verb_form_check (BhVerbForm *self)
{
  BhField *missing;

  g_return_val_if_fail (BH_IS_VERB_FORM (self), FALSE);

  missing = bh_verb_form_mark_missing (self->fields);
  if (missing != NULL)
    bh_field_focus (missing);

  return missing == NULL;
}
