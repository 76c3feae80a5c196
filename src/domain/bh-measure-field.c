/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-measure-field.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-day.h"
#include "domain/bh-error.h"
#include "domain/bh-filter.h"

#include <string.h>

#define LABEL_CONTEXT "measure field"

static const BhMeasureField fields[] = {
  { "what", NC_ ("measure field", "What is to be done"), BH_MEASURE_FIELD_TEXT },
  { "finding", NC_ ("measure field", "Finding"), BH_MEASURE_FIELD_LONG_TEXT },
  { "department", NC_ ("measure field", "Department"), BH_MEASURE_FIELD_ENTRY },
  { "owner", NC_ ("measure field", "Person"), BH_MEASURE_FIELD_ENTRY },
  { "due", NC_ ("measure field", "Until"), BH_MEASURE_FIELD_DAY },
  { "figure", NC_ ("measure field", "Figure to move"), BH_MEASURE_FIELD_FIGURE },
  { "filter", NC_ ("measure field", "Of the tickets"), BH_MEASURE_FIELD_FILTER },
  { "community", NC_ ("measure field", "Community"), BH_MEASURE_FIELD_ENTRY },
  { "decided-by", NC_ ("measure field", "Decided by"), BH_MEASURE_FIELD_ENTRY },
  { "decided", NC_ ("measure field", "Decided on"), BH_MEASURE_FIELD_DAY },
  { "state", NC_ ("measure field", "State"), BH_MEASURE_FIELD_STATE },
  { "effect", NC_ ("measure field", "What came of it"), BH_MEASURE_FIELD_LONG_TEXT },
  { "ended", NC_ ("measure field", "Ended on"), BH_MEASURE_FIELD_DAY },
};

const BhMeasureField *
bh_measure_fields_list (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (fields);

  return fields;
}

const BhMeasureField *
bh_measure_field_find (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].key, key))
      return &fields[i];

  return NULL;
}

const char *
bh_measure_field_get_label (const BhMeasureField *field)
{
  g_return_val_if_fail (field != NULL, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, LABEL_CONTEXT, field->label);
}

static char **
get_text (BhMeasure *self, const char *key)
{
  if (g_str_equal (key, "what"))
    return &self->what;

  return g_str_equal (key, "finding") ? &self->finding : &self->effect;
}

static gint64 *
get_entry (BhMeasure *self, const char *key, GType *type)
{
  *type = BH_TYPE_STAFF;
  if (g_str_equal (key, "owner"))
    return &self->staff_id;
  if (g_str_equal (key, "decided-by"))
    return &self->decided_by;
  *type = BH_TYPE_DEPARTMENT;
  if (g_str_equal (key, "department"))
    return &self->department_id;
  *type = BH_TYPE_PLACE;

  return &self->community_id;
}

static int *
get_day (BhMeasure *self, const char *key)
{
  if (g_str_equal (key, "decided"))
    return &self->decided_day;

  return g_str_equal (key, "due") ? &self->due_day : &self->ended_day;
}

static gboolean
set_text (BhMeasure *self, const BhMeasureField *field, const char *text, GError **error)
{
  gboolean required = g_str_equal (field->key, "what");

  if (field->type == BH_MEASURE_FIELD_TEXT && text != NULL && strchr (text, '\n') != NULL)
    return bh_domain_reject_input (error, _ ("One line is enough here."));
  bh_set_string (get_text (self, field->key), text == NULL && required ? "" : text);

  return TRUE;
}

static gboolean
set_entry (BhMeasure *self,
           BhOffice *office,
           const BhMeasureField *field,
           const char *text,
           GError **error)
{
  GType type;
  gint64 *id = get_entry (self, field->key, &type);
  BhEntry *entry = text != NULL ? bh_office_find (office, type, text) : NULL;

  if (text != NULL && entry == NULL)
    return bh_domain_reject_input (error, _ ("“%s” is not in the register."), text);
  if (entry != NULL && bh_entry_is_retired (entry) && bh_entry_get_id (entry) != *id)
    return bh_domain_reject_input (error, _ ("“%s” is retired."), text);
  *id = entry != NULL ? bh_entry_get_id (entry) : 0;

  return TRUE;
}

static gboolean
set_day (BhMeasure *self, const BhMeasureField *field, const char *text, GError **error)
{
  int day = 0;

  if (text != NULL && !bh_day_parse (text, &day, error))
    return FALSE;
  *get_day (self, field->key) = day;

  return TRUE;
}

static gboolean
set_state (BhMeasure *self, const char *text, GError **error)
{
  int state = bh_list_find (BH_LIST_MEASURE_STATE, text != NULL ? text : "open");

  if (state == 0)
    return bh_domain_reject_input (error, _ ("It is open, done or dropped."));
  self->state = (BhMeasureState) state;

  return TRUE;
}

static gboolean
set_filter (BhMeasure *self, BhOffice *office, const char *text, GError **error)
{
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (text, error);
  g_autoptr (BhTicketFilter) filter
      = parsed != NULL ? bh_ticket_filter_resolve (parsed, office, error) : NULL;

  if (filter == NULL)
    return FALSE;
  bh_set_string (&self->filter, bh_ticket_filter_to_text (filter));

  return TRUE;
}

gboolean
bh_measure_set_field (BhMeasure *self,
                      BhOffice *office,
                      const BhMeasureField *field,
                      const char *text,
                      GError **error)
{
  g_autofree char *clean = bh_text_clean (text);

  g_return_val_if_fail (BH_IS_MEASURE (self), FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  switch (field->type)
    {
    case BH_MEASURE_FIELD_TEXT:
    case BH_MEASURE_FIELD_LONG_TEXT:
      return set_text (self, field, clean, error);
    case BH_MEASURE_FIELD_ENTRY:
      return set_entry (self, office, field, clean, error);
    case BH_MEASURE_FIELD_DAY:
      return set_day (self, field, clean, error);
    case BH_MEASURE_FIELD_STATE:
      return set_state (self, clean, error);
    case BH_MEASURE_FIELD_FILTER:
      return set_filter (self, office, clean, error);
    case BH_MEASURE_FIELD_FIGURE:
      bh_set_string (&self->figure, clean != NULL ? clean : "");
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

char *
bh_measure_dup_field (BhMeasure *self, BhOffice *office, const BhMeasureField *field)
{
  const char *text;
  gint64 id;
  GType type;

  g_return_val_if_fail (BH_IS_MEASURE (self), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  switch (field->type)
    {
    case BH_MEASURE_FIELD_TEXT:
    case BH_MEASURE_FIELD_LONG_TEXT:
      text = *get_text (self, field->key);
      return g_strdup (text != NULL ? text : "");
    case BH_MEASURE_FIELD_ENTRY:
      id = *get_entry (self, field->key, &type);
      return g_strdup (bh_office_get_name (office, type, id));
    case BH_MEASURE_FIELD_DAY:
      return bh_day_format (*get_day (self, field->key));
    case BH_MEASURE_FIELD_STATE:
      return g_strdup (bh_list_get_code (BH_LIST_MEASURE_STATE, self->state));
    case BH_MEASURE_FIELD_FILTER:
      return g_strdup (self->filter);
    case BH_MEASURE_FIELD_FIGURE:
      return g_strdup (self->figure);
    }

  g_return_val_if_reached (NULL);
}

char *
bh_measure_dup_owner (BhMeasure *self, BhOffice *office)
{
  const char *department, *person;

  g_return_val_if_fail (BH_IS_MEASURE (self), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  department = bh_office_get_name (office, BH_TYPE_DEPARTMENT, self->department_id);
  person = bh_office_get_name (office, BH_TYPE_STAFF, self->staff_id);

  return g_strconcat (department, *department != '\0' && *person != '\0' ? " " : "", person, NULL);
}
