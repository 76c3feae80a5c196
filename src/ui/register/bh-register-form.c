/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-form.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-message.h"
#include "ui/common/bh-wrap-layout.h"
#include "ui/register/bh-pin-row.h"
#include "ui/register/bh-register-drafts.h"
#include "ui/register/bh-register-fields.h"
#include "ui/register/bh-register-new-row.h"
#include "ui/register/bh-register-texts.h"

#include <adwaita.h>

/**
 * BhRegisterForm:
 *
 * CSS nodes: `registerform`. Role: form.
 */
struct _BhRegisterForm
{
  GtkWidget parent_instance;

  BhDesk *desk;             /* (owned) */
  BhDrafts *drafts;         /* (owned) */
  BhRegisterRow *row;       /* (owned) (nullable) */
  BhRegisterRow *parent;    /* (owned) (nullable): of a new place, where it will stand */
  BhRegisterFields *fields; /* (owned by the widget tree) (nullable) */
  BhPayload *stored;        /* (owned) (nullable): what the fields have before anybody types */
  BhRegisterRow *saving;    /* (owned) (nullable): what is being saved, as it was shown */
  gboolean next;            /* another one follows */

  GtkWidget *box;
  GtkWidget *back;
  GtkWidget *close;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *unsaved;
  AdwToastOverlay *toasts; /* above the buttons, which it must not cover */
  AdwBin *place;
  BhPinRow *pin;
  GtkLabel *error;
  AdwBin *buttons_place;
  GtkWidget *buttons;   /* (owned by the widget tree) */
  GtkWidget *retire;    /* (owned by the widget tree) */
  GtkWidget *save;      /* (owned by the widget tree) */
  GtkWidget *save_next; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhRegisterForm, bh_register_form, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COVERING = 1,
} Property;

static GParamSpec *properties[PROP_COVERING + 1];

typedef enum
{
  SAVED,
  LEFT,
  RETIRE,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gboolean
is_new (BhRegisterForm *self)
{
  return bh_register_row_get_id (self->row) == 0;
}

static void
keep_draft (BhRegisterForm *self, BhPayload *entered)
{
  bh_register_drafts_set (self->drafts, self->row, entered);
  gtk_widget_set_visible (self->unsaved, entered != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.discard", entered != NULL);
}

static void
show_error (BhRegisterForm *self, const char *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
changed_cb (BhRegisterForm *self)
{
  g_autoptr (BhPayload) entered = bh_register_fields_dup_entered (self->fields);

  show_error (self, NULL);
  keep_draft (self, bh_payload_equal (entered, self->stored) ? NULL : entered);
}

static void
show_state (BhRegisterForm *self)
{
  gboolean may = bh_desk_may_change_register (self->desk);
  gboolean retired = bh_register_row_is_retired (self->row);
  const char *subtitle = bh_register_text_get_subtitle (self->row, may);

  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_widget_set_visible (self->buttons, may);
  gtk_widget_set_visible (self->retire, !is_new (self));
  gtk_button_set_label (GTK_BUTTON (self->retire), retired ? _ ("Use again") : _ ("Retire"));
  gtk_widget_set_tooltip_text (
      self->retire,
      retired ? _ ("Offers it again everywhere (Delete in the list)")
              : _ ("No longer offered anywhere, kept for the history (Delete in the list)"));
  gtk_widget_set_visible (self->save_next, is_new (self));
  gtk_button_set_label (GTK_BUTTON (self->save), is_new (self) ? _ ("Add") : _ ("Save"));
  bh_pin_row_show (self->pin, self->desk, bh_register_row_get_id (self->row));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.submit", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.submit-next", may && is_new (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.retire", may && !is_new (self));
}

/* The cursor leaves before its entry goes. */
static void
drop_focus (BhRegisterForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

static void
make_fields (BhRegisterForm *self, BhRegisterKind kind)
{
  GtkWidget *fields;

  if (self->stored != NULL && self->row != NULL && bh_register_row_get_kind (self->row) == kind)
    return;
  drop_focus (self);
  fields = bh_register_fields_new (self->desk, kind);
  self->fields = BH_REGISTER_FIELDS (fields);
  adw_bin_set_child (self->place, fields);
  g_signal_connect_object (fields, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* First what is stored, to know what a change is, then what was typed over it. */
static void
fill (BhRegisterForm *self)
{
  gboolean may = bh_desk_may_change_register (self->desk);
  g_autoptr (BhPayload) draft = bh_register_drafts_get (self->drafts, self->row);
  g_autofree char *title = bh_register_text_dup_title (self->row);

  bh_register_fields_show (self->fields, self->row, self->parent, NULL, may);
  g_clear_pointer (&self->stored, bh_payload_unref);
  self->stored = bh_register_fields_dup_entered (self->fields);
  if (draft != NULL && may)
    bh_register_fields_show (self->fields, self->row, self->parent, draft, may);
  gtk_widget_set_visible (self->unsaved, draft != NULL && may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.discard", draft != NULL);
  show_error (self, NULL);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_state (self);
}

static void
set_row (BhRegisterForm *self, BhRegisterRow *row, BhRegisterRow *parent)
{
  make_fields (self, bh_register_row_get_kind (row));
  g_set_object (&self->row, row);
  g_set_object (&self->parent, parent);
  fill (self);
}

/* What is wrong with another row than the one that is shown waits there as a draft. */
static void
show_refusal (BhRegisterForm *self, BhRegisterRow *row, const char *field, GError *error)
{
  if (row != self->row)
    {
      bh_message_show (GTK_WIDGET (self), _ ("It was not done; what was typed is kept"),
                       error->message);
      return;
    }
  if (field != NULL && bh_register_fields_set_error (self->fields, field, error->message))
    return;
  show_error (self, error->message);
  bh_register_fields_focus (self->fields);
}

static void
start (BhRegisterForm *self, BhRegisterKind kind, BhRegisterRow *parent, const char *place_kind)
{
  g_autoptr (BhRegisterRow) row = bh_register_new_row (kind, parent, place_kind);

  set_row (self, row, parent);
}

/* One room after the other: the next place is of the same kind, and where the last one is. */
static void
begin_next (BhRegisterForm *self)
{
  g_autoptr (BhRegisterRow) parent = self->parent != NULL ? g_object_ref (self->parent) : NULL;
  g_autoptr (BhPayload) entered = bh_register_fields_dup_entered (self->fields);
  BhRegisterKind kind = bh_register_row_get_kind (self->row);

  start (self, kind, parent, kind == BH_REGISTER_PLACES ? bh_payload_get (entered, "kind") : NULL);
  bh_register_form_focus (self);
}

/* Somebody may have gone on to another row meanwhile. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhRegisterForm) self = BH_REGISTER_FORM (user_data);
  g_autoptr (BhRegisterRow) row = g_steal_pointer (&self->saving);
  g_autoptr (BhRegisterUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *field = NULL;
  gint64 id = 0;
  gboolean saved
      = bh_desk_save_register_finish (BH_DESK (source), result, &id, &field, &undo, &error);

  if (self->box == NULL)
    return;
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (!saved)
    {
      show_refusal (self, row, field, error);
      return;
    }
  bh_register_drafts_set (self->drafts, row, NULL);
  if (row == self->row)
    keep_draft (self, NULL);
  self->next = self->next && row == self->row;
  if (self->next)
    begin_next (self);
  g_signal_emit (self, signals[SAVED], 0, id, undo);
}

static void
submit (BhRegisterForm *self, gboolean next)
{
  g_autoptr (BhPayload) values = NULL;

  if (self->row == NULL || self->saving != NULL)
    return;
  values = bh_register_fields_read (self->fields);
  if (values == NULL)
    return;
  show_error (self, NULL);
  self->next = next && is_new (self);
  self->saving = g_object_ref (self->row);
  gtk_widget_set_sensitive (self->buttons, FALSE);
  bh_desk_save_register_async (self->desk, bh_register_row_get_kind (self->row),
                               bh_register_row_get_id (self->row), values, NULL, saved_cb,
                               g_object_ref (self));
}

static void
submit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  submit (BH_REGISTER_FORM (widget), g_str_equal (name, "form.submit-next"));
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhRegisterForm *self = BH_REGISTER_FORM (widget);

  keep_draft (self, NULL);
  fill (self);
  bh_register_form_focus (self);
}

static void
retire_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhRegisterForm *self = BH_REGISTER_FORM (widget);

  if (self->row != NULL)
    g_signal_emit (self, signals[RETIRE], 0, !bh_register_row_is_retired (self->row));
}

/* Who is at the desk decides what is possible. */
static void
staff_changed_cb (BhRegisterForm *self)
{
  if (self->row != NULL)
    fill (self);
}

static void
bh_register_form_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhRegisterForm *self = BH_REGISTER_FORM (object);

  switch ((Property) id)
    {
    case PROP_COVERING:
      gtk_widget_set_visible (self->back, g_value_get_boolean (value));
      gtk_widget_set_visible (self->close, !g_value_get_boolean (value));
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_register_form_dispose (GObject *object)
{
  BhRegisterForm *self = BH_REGISTER_FORM (object);

  self->fields = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_REGISTER_FORM);
  g_clear_pointer (&self->stored, bh_payload_unref);
  g_clear_object (&self->row);
  g_clear_object (&self->parent);
  g_clear_object (&self->desk);
  g_clear_object (&self->drafts);

  G_OBJECT_CLASS (bh_register_form_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "form.submit", NULL, submit_cb);
  gtk_widget_class_install_action (widget_class, "form.submit-next", NULL, submit_cb);
  gtk_widget_class_install_action (widget_class, "form.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "form.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "form.retire", NULL, retire_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.submit-next", NULL);
}

static void
bh_register_form_class_init (BhRegisterFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bh_register_form_set_property;
  object_class->dispose = bh_register_form_dispose;

  properties[PROP_COVERING]
      = g_param_spec_boolean ("covering", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SAVED] = g_signal_new ("saved", BH_TYPE_REGISTER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT64, BH_TYPE_REGISTER_UNDO);
  signals[LEFT] = g_signal_new ("left", BH_TYPE_REGISTER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[RETIRE] = g_signal_new ("retire", BH_TYPE_REGISTER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (BH_TYPE_PIN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bihuan/Bihuan/ui/register-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, box);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, back);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, close);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, title);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, unsaved);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, toasts);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, place);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, pin);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, error);
  gtk_widget_class_bind_template_child (widget_class, BhRegisterForm, buttons_place);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "registerform");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static GtkWidget *
add_button (BhRegisterForm *self, const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_box_append (GTK_BOX (self->buttons), button);

  return button;
}

static void
bh_register_form_init (BhRegisterForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->buttons, bh_wrap_layout_new (6));
  gtk_widget_add_css_class (self->buttons, "register-buttons");
  self->retire = add_button (self, "", "form.retire", NULL);
  self->save_next = add_button (self, _ ("Add, and another"), "form.submit-next",
                                _ ("Adds it and begins the next one (Ctrl+Enter)"));
  gtk_widget_set_halign (self->retire, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->retire, TRUE);
  gtk_widget_set_halign (self->save_next, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->save_next, TRUE);
  add_button (self, _ ("Cancel"), "form.leave", _ ("Esc; what was typed is kept"));
  self->save = add_button (self, "", "form.submit", _ ("Enter"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_bin_set_child (self->buttons_place, self->buttons);
}

GtkWidget *
bh_register_form_new (BhDesk *desk, BhDrafts *drafts)
{
  BhRegisterForm *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_DRAFTS (drafts), NULL);

  self = g_object_new (BH_TYPE_REGISTER_FORM, NULL);
  self->desk = g_object_ref (desk);
  self->drafts = g_object_ref (drafts);
  g_signal_connect_object (desk, "notify::staff-id", G_CALLBACK (staff_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
bh_register_form_show (BhRegisterForm *self, BhRegisterRow *row)
{
  g_return_if_fail (BH_IS_REGISTER_FORM (self));
  g_return_if_fail (row == NULL || BH_IS_REGISTER_ROW (row));

  if (row != NULL)
    {
      set_row (self, row, NULL);
      return;
    }
  drop_focus (self);
  g_clear_object (&self->row);
  g_clear_object (&self->parent);
}

void
bh_register_form_start (BhRegisterForm *self, BhRegisterKind kind, BhRegisterRow *parent)
{
  g_return_if_fail (BH_IS_REGISTER_FORM (self));

  start (self, kind, parent, NULL);
}

BhRegisterRow *
bh_register_form_get_row (BhRegisterForm *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_FORM (self), NULL);

  return self->row;
}

gboolean
bh_register_form_has_changes (BhRegisterForm *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_FORM (self), FALSE);

  return self->row != NULL && gtk_widget_get_visible (self->unsaved);
}

gboolean
bh_register_form_begins_another (BhRegisterForm *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_FORM (self), FALSE);

  return self->next;
}

void
bh_register_form_focus (BhRegisterForm *self)
{
  g_return_if_fail (BH_IS_REGISTER_FORM (self));

  if (self->row != NULL)
    bh_register_fields_focus (self->fields);
}

AdwToastOverlay *
bh_register_form_get_toasts (BhRegisterForm *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_FORM (self), NULL);

  return self->toasts;
}
