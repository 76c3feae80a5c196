/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-control.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "domain/bh-register-value.h"
#include "insight/bh-figure-registry.h"
#include "ui/common/bh-choice.h"
#include "ui/common/bh-picker.h"
#include "ui/common/bh-place-lookup.h"
#include "ui/register/bh-register-options.h"

/* More than these are easier to find by typing than to look through. */
#define MAX_BUTTONS 7

static gboolean
is_chosen (const BhRegisterField *field)
{
  guint n_items = 0;

  if (field->type == BH_REGISTER_FIELD_CODE)
    bh_list_get_items (field->list, &n_items);

  return field->type == BH_REGISTER_FIELD_YES_NO || field->type == BH_REGISTER_FIELD_FLAGS
         || field->type == BH_REGISTER_FIELD_ENTRIES
         || (field->type == BH_REGISTER_FIELD_CODE && n_items <= MAX_BUTTONS);
}

static gboolean
is_place (const BhRegisterField *field)
{
  return field->type == BH_REGISTER_FIELD_ENTRY && field->of == BH_REGISTER_PLACES;
}

static GtkWidget *
create_choice (BhDesk *desk, const BhRegisterField *field)
{
  GtkWidget *choice
      = field->type == BH_REGISTER_FIELD_FLAGS || field->type == BH_REGISTER_FIELD_ENTRIES
            ? bh_choice_new_multiple ()
            : bh_choice_new ();
  g_autoptr (GPtrArray) options = bh_register_options_list (bh_desk_get_office (desk), field);

  for (guint i = 0; i < options->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (options, i);

      bh_choice_add (BH_CHOICE (choice), option->value, option->label);
    }

  return choice;
}

static GtkInputPurpose
get_purpose (const BhRegisterField *field)
{
  if (field->type == BH_REGISTER_FIELD_PHONE && !field->several)
    return GTK_INPUT_PURPOSE_PHONE;

  return field->type == BH_REGISTER_FIELD_NUMBER ? GTK_INPUT_PURPOSE_DIGITS
                                                 : GTK_INPUT_PURPOSE_FREE_FORM;
}

static GtkWidget *
create_picker (BhDesk *desk, const BhRegisterField *field)
{
  GtkWidget *picker = bh_picker_new ();
  GtkEntry *entry = bh_picker_get_entry (BH_PICKER (picker));

  gtk_entry_set_input_purpose (entry, get_purpose (field));
  if (is_place (field))
    bh_place_lookup_attach_ids (BH_PICKER (picker), bh_desk_get_store (desk));
  if (field->type == BH_REGISTER_FIELD_DURATION)
    gtk_entry_set_placeholder_text (entry, _ ("No limit"));
  if (field == bh_register_kind_find_field (BH_REGISTER_POLICIES, "category"))
    gtk_entry_set_placeholder_text (entry, C_ ("policy", "All categories"));
  bh_picker_set_free (BH_PICKER (picker), field->type == BH_REGISTER_FIELD_DURATION
                                              || field->type == BH_REGISTER_FIELD_FILTER);

  return picker;
}

BhControl *
bh_register_control_new (BhDesk *desk, const BhRegisterField *field)
{
  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return BH_CONTROL (is_chosen (field) ? create_choice (desk, field) : create_picker (desk, field));
}

static gboolean
has_option (GPtrArray *options, const char *value)
{
  for (guint i = 0; i < options->len; i++)
    {
      BhPickerOption *option = g_ptr_array_index (options, i);

      if (g_str_equal (option->value, value))
        return TRUE;
    }

  return FALSE;
}

/* What is shown is always among the options, also when it is retired; of places it is the only one
 * until somebody types. */
static void
offer (BhPicker *picker, GPtrArray *options, gboolean place, const char *value, const char *text)
{
  if (value != NULL && *value != '\0' && text != NULL && !has_option (options, value))
    g_ptr_array_add (options, bh_picker_option_new (value, text, NULL));
  if (place)
    bh_picker_suggest (picker, options);
  else
    bh_picker_set_options (picker, options);
}

void
bh_register_control_show (BhControl *control,
                          BhDesk *desk,
                          const BhRegisterField *field,
                          const char *value,
                          const char *text)
{
  g_autofree char *shown = NULL;
  GPtrArray *options;

  g_return_if_fail (BH_IS_CONTROL (control));
  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (field != NULL);

  if (field->type == BH_REGISTER_FIELD_YES_NO && (value == NULL || *value == '\0'))
    value = "no";
  if (field->type == BH_REGISTER_FIELD_DURATION)
    text = shown = bh_register_value_format (field, value);
  else if (text != NULL
           && (field->type == BH_REGISTER_FIELD_DECIMAL || field->type == BH_REGISTER_FIELD_PHONE))
    value = text;
  if (BH_IS_PICKER (control))
    {
      options = is_place (field)
                    ? g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free)
                    : bh_register_options_list (bh_desk_get_office (desk), field);
      if (options != NULL)
        offer (BH_PICKER (control), options, is_place (field), value, text);
    }
  bh_control_set_text (control, value);
}

/* A choice that cannot be made shows what was chosen as a mark, at full contrast. */
void
bh_register_control_set_editable (BhControl *control, gboolean editable)
{
  g_return_if_fail (BH_IS_CONTROL (control));

  if (BH_IS_PICKER (control))
    {
      bh_picker_set_editable (BH_PICKER (control), editable);
      return;
    }
  gtk_widget_set_can_target (GTK_WIDGET (control), editable);
  gtk_widget_set_can_focus (GTK_WIDGET (control), editable);
  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_DISABLED, !editable,
                               -1);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (control));
       !editable && button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

char *
bh_register_control_dup_typed (BhControl *control)
{
  g_return_val_if_fail (BH_IS_CONTROL (control), NULL);

  if (!BH_IS_PICKER (control))
    return NULL;

  return g_strdup (
      gtk_editable_get_text (GTK_EDITABLE (bh_picker_get_entry (BH_PICKER (control)))));
}

void
bh_register_control_restore (BhControl *control,
                             BhDesk *desk,
                             const BhRegisterField *field,
                             const char *value,
                             const char *typed)
{
  g_return_if_fail (BH_IS_CONTROL (control));

  bh_register_control_show (control, desk, field, value, typed);
  if (BH_IS_PICKER (control))
    bh_control_set_text (control, typed);
}

/* A number that is typed is the name of a room; an id comes from what was offered alone. */
static char *
read_entry (BhPicker *picker, const char *value, GError **error)
{
  g_autofree char *typed
      = g_strdup (gtk_editable_get_text (GTK_EDITABLE (bh_picker_get_entry (picker))));

  g_strstrip (typed);
  if (*typed == '\0' || !g_str_equal (typed, value))
    return g_strdup (value);
  bh_domain_reject_input (error, _ ("“%s” is not in the list: choose one that is offered"), typed);

  return NULL;
}

/* Only here all figures are known: what is below takes any word for one. */
static char *
read_figure (const BhRegisterField *field, const char *typed, GError **error)
{
  BhFigureId figure;

  if (*typed == '\0' || bh_figure_find (typed, &figure))
    return bh_register_value_read (field, typed, error);
  bh_domain_reject_input (error, _ ("“%s” is not in the list: choose one that is offered"), typed);

  return NULL;
}

/* A length that was picked is its seconds already, one that was typed is not. */
static char *
read_duration (BhControl *control, const BhRegisterField *field, GError **error)
{
  GtkEntry *entry = bh_picker_get_entry (BH_PICKER (control));

  return bh_register_value_read (field, gtk_editable_get_text (GTK_EDITABLE (entry)), error);
}

char *
bh_register_control_read (BhControl *control, const BhRegisterField *field, GError **error)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (BH_IS_CONTROL (control), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  typed = g_strstrip (bh_control_dup_text (control));
  if (field->type == BH_REGISTER_FIELD_ENTRY)
    return read_entry (BH_PICKER (control), typed, error);
  if (field->type == BH_REGISTER_FIELD_DURATION)
    return read_duration (control, field, error);
  if (field->type == BH_REGISTER_FIELD_FIGURE)
    return read_figure (field, typed, error);

  return bh_register_value_read (field, typed, error);
}
