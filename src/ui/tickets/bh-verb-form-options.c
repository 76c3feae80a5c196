/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-verb-form-options.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "ui/common/bh-picker.h"
#include "ui/common/bh-ticket-lookup.h"
#include "desk/bh-complainant-state.h"

#include <string.h>

static void
offer_complainants (BhPicker *picker, BhTicket *ticket)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);

  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);
      g_autofree char *phone = bh_text_group_phone (complainant->phone);
      const char *state = bh_complainant_state_get_label (ticket, i);
      g_autofree char *note = NULL;

      if (complainant->name == NULL || complainant->left_at != 0)
        continue;
      note = *state != '\0' ? g_strdup_printf ("%s · %s", phone, state) : g_strdup (phone);
      g_ptr_array_add (options, bh_picker_option_new (complainant->name, complainant->name, note));
    }
  bh_picker_set_options (picker, options);
}

/* People count tasks from 1; the only one that is open is meant unasked. */
static void
offer_tasks (BhField *field, BhTicket *ticket, BhOffice *office)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_picker_option_free);
  g_autofree char *only = NULL;

  for (guint i = 0; i < ticket->tasks->len; i++)
    {
      BhTask *task = g_ptr_array_index (ticket->tasks, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      /* Translators: number of a task, and what is to be done */
      g_autofree char *label = g_strdup_printf (_ ("%u. %s"), i + 1, task->what);

      if (task->outcome != BH_TASK_OPEN)
        continue;
      g_ptr_array_add (
          options,
          bh_picker_option_new (
              number, label, bh_office_get_name (office, BH_TYPE_DEPARTMENT, task->department_id)));
      g_free (only);
      only = g_strdup (number);
    }
  bh_picker_set_options (BH_PICKER (bh_field_get_control (field)), options);
  if (options->len == 1)
    bh_field_set_text (field, only);
}

void
bh_verb_form_offer (BhField *field, BhVerb verb, BhTicketView *view, BhDesk *desk)
{
  BhInputType type;

  g_return_if_fail (BH_IS_FIELD (field));
  g_return_if_fail (BH_IS_DESK (desk));

  type = bh_field_get_input (field)->type;
  if (type == BH_INPUT_TICKET)
    bh_ticket_lookup_attach (BH_PICKER (bh_field_get_control (field)), bh_desk_get_store (desk),
                             view != NULL ? view->ticket->id : 0,
                             view != NULL ? view->ticket->place_id : 0, verb == BH_VERB_MERGE);
  else if (view == NULL)
    return;
  else if (type == BH_INPUT_CONTACT)
    offer_complainants (BH_PICKER (bh_field_get_control (field)), view->ticket);
  else if (type == BH_INPUT_TASK)
    offer_tasks (field, view->ticket, bh_desk_get_office (desk));
}

static gboolean
is_needed (BhField *field)
{
  const BhInput *input = bh_field_get_input (field);

  return input->required || input->type == BH_INPUT_PIN;
}

static gboolean
is_empty (BhField *field)
{
  g_autofree char *text = bh_field_dup_text (field);

  return *text == '\0';
}

BhField *
bh_verb_form_find_first (GPtrArray *fields)
{
  BhField *pin = bh_verb_form_find_type (fields, BH_INPUT_PIN);

  for (guint i = 0; i < fields->len; i++)
    {
      BhField *field = g_ptr_array_index (fields, i);

      if (is_needed (field) ? is_empty (field) : i == 0 && pin == NULL)
        return field;
    }

  /* A PIN that was refused is typed again. */
  return pin == NULL && fields->len > 0 ? g_ptr_array_index (fields, 0) : pin;
}

BhField *
bh_verb_form_find_type (GPtrArray *fields, BhInputType type)
{
  g_return_val_if_fail (fields != NULL, NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      BhField *field = g_ptr_array_index (fields, i);

      if (bh_field_get_input (field)->type == type)
        return field;
    }

  return NULL;
}

BhField *
bh_verb_form_find_named (GPtrArray *fields, const char *message, const char **rest)
{
  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      BhField *field = g_ptr_array_index (fields, i);
      const char *key = bh_field_get_input (field)->key;
      gsize length = strlen (key);

      if (g_str_has_prefix (message, key) && g_str_has_prefix (message + length, ": "))
        {
          *rest = message + length + strlen (": ");
          return field;
        }
    }

  return NULL;
}

void
bh_verb_form_update_signature (GPtrArray *fields)
{
  BhField *signature = bh_verb_form_find_type (fields, BH_INPUT_SIGNATURE);
  g_autofree char *by = NULL;

  for (guint i = 0; signature != NULL && by == NULL && i < fields->len; i++)
    {
      BhField *field = g_ptr_array_index (fields, i);

      if (bh_field_get_input (field)->list == BH_LIST_SIGNED_BY)
        by = bh_field_dup_text (field);
    }
  if (signature != NULL)
    gtk_widget_set_visible (GTK_WIDGET (signature),
                            by == NULL || *by == '\0'
                                || bh_list_find (BH_LIST_SIGNED_BY, by) == BH_SIGNED_OWNER);
}
