/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-filter-private.h"

#include <stdlib.h>
#include <string.h>

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-error.h"

/* The fields of a filter and what their values may be. */

static const BhFilterFieldInfo fields[BH_N_FILTER_FIELDS] = {
  [BH_FILTER_STATUS]
  = { "status", NC_ ("filter", "Status"), BH_FILTER_TYPE_LIST, BH_LIST_STATUS, FALSE },
  [BH_FILTER_KIND] = { "kind", NC_ ("filter", "Kind"), BH_FILTER_TYPE_LIST, BH_LIST_KIND, TRUE },
  [BH_FILTER_GRADE]
  = { "grade", NC_ ("filter", "Grade"), BH_FILTER_TYPE_LIST, BH_LIST_GRADE, TRUE },
  [BH_FILTER_CHANNEL]
  = { "channel", NC_ ("filter", "Channel"), BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_COMMUNITY]
  = { "community", NC_ ("filter", "Community"), BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_CITY_TIER]
  = { "city-tier", NC_ ("filter", "City tier"), BH_FILTER_TYPE_WORDS, BH_LIST_NONE, TRUE },
  [BH_FILTER_ESTATE_KIND]
  = { "estate-kind", NC_ ("filter", "Kind of estate"), BH_FILTER_TYPE_WORDS, BH_LIST_NONE, TRUE },
  [BH_FILTER_DEPARTMENT]
  = { "department", NC_ ("filter", "Department"), BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_PERSON]
  = { "person", NC_ ("filter", "Person"), BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_WAITS_FOR]
  = { "waits-for", NC_ ("filter", "Waits for"), BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_STAGE] = { "stage", NC_ ("filter", "Step"), BH_FILTER_TYPE_LIST, BH_LIST_STAGE, TRUE },
  [BH_FILTER_FURTHEST]
  = { "furthest", NC_ ("filter", "Furthest step"), BH_FILTER_TYPE_LIST, BH_LIST_STAGE, TRUE },
  [BH_FILTER_CATEGORY]
  = { "category", NC_ ("filter", "Category"), BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_CAUSE]
  = { "cause", NC_ ("filter", "Cause"), BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_PREVENTABLE]
  = { "preventable", NC_ ("filter", "Preventable"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, TRUE },
  [BH_FILTER_CARE]
  = { "care", NC_ ("filter", "Care mark"), BH_FILTER_TYPE_LIST, BH_LIST_CARE, TRUE },
  [BH_FILTER_PLACE]
  = { "place", NC_ ("filter", "Place"), BH_FILTER_TYPE_WORDS, BH_LIST_NONE, FALSE },
  [BH_FILTER_WITHIN]
  = { "within", NC_ ("filter", "Within"), BH_FILTER_TYPE_WORDS, BH_LIST_NONE, FALSE },
  [BH_FILTER_RECEIVED]
  = { "received", NC_ ("filter", "Received"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_WEEKDAY] = { "weekday", NC_ ("filter", "Weekday of receipt"), BH_FILTER_TYPE_LIST,
                          BH_LIST_WEEKDAY, FALSE },
  [BH_FILTER_HOUR]
  = { "hour", NC_ ("filter", "Hour of receipt"), BH_FILTER_TYPE_LIST, BH_LIST_HOUR, FALSE },
  [BH_FILTER_DISPATCHED_IN] = { "dispatched-in", NC_ ("filter", "First dispatched in"),
                                BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_FINISHED]
  = { "finished", NC_ ("filter", "Finished"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_HANDLING] = { "handling", NC_ ("filter", "Handling time"), BH_FILTER_TYPE_LIST,
                           BH_LIST_HANDLING_SPAN, TRUE },
  [BH_FILTER_CLOSED]
  = { "closed", NC_ ("filter", "Closed"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_RECORDED]
  = { "recorded", NC_ ("filter", "Entered"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_PROMISED]
  = { "promised", NC_ ("filter", "Promised for"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_RESPONDED_IN]
  = { "responded-in", NC_ ("filter", "Responded in"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_ACCEPTED_IN] = { "accepted-in", NC_ ("filter", "First accepted in"),
                              BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_SCORED_IN]
  = { "scored-in", NC_ ("filter", "Scored in"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_SCORE]
  = { "score", NC_ ("filter", "Score"), BH_FILTER_TYPE_LIST, BH_LIST_SCORE, FALSE },
  [BH_FILTER_CALLED_IN]
  = { "called-in", NC_ ("filter", "Called back in"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_SOLVED]
  = { "solved", NC_ ("filter", "Solved"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_TIMELY]
  = { "timely", NC_ ("filter", "Timely"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_POLITE]
  = { "polite", NC_ ("filter", "Polite"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_VERDICT_IN] = { "first-verdict-in", NC_ ("filter", "First verdict in"),
                             BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_VERDICT] = { "first-verdict", NC_ ("filter", "First verdict"), BH_FILTER_TYPE_LIST,
                          BH_LIST_VERDICT, FALSE },
  [BH_FILTER_STAGE_IN] = { "stage-in", NC_ ("filter", "A stage ended or ran out in"),
                           BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_STAGE_ON_TIME_IN] = { "stage-on-time-in", NC_ ("filter", "A stage ended in time in"),
                                   BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_STAGE_LATE_IN] = { "stage-late-in", NC_ ("filter", "A stage ran out in"),
                                BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_STAGE_ENDED_IN] = { "stage-ended-in", NC_ ("filter", "A stage ended in"),
                                 BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_OF_STAGE]
  = { "of-stage", NC_ ("filter", "Had the stage"), BH_FILTER_TYPE_LIST, BH_LIST_STAGE, FALSE },
  [BH_FILTER_PROMISE_IN] = { "promise-in", NC_ ("filter", "Promised until now for"),
                             BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_PROMISE]
  = { "promise", NC_ ("filter", "Promise"), BH_FILTER_TYPE_LIST, BH_LIST_PUNCTUALITY, FALSE },
  [BH_FILTER_OPEN_AT_END] = { "open-at-end", NC_ ("filter", "Open at the end of"),
                              BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_OVERDUE_AT_END] = { "overdue-at-end", NC_ ("filter", "Overdue at the end of"),
                                 BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_RESPONDED]
  = { "responded", NC_ ("filter", "Responded"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_OVERDUE]
  = { "overdue", NC_ ("filter", "Overdue"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_RESPONSE]
  = { "response", NC_ ("filter", "Response"), BH_FILTER_TYPE_LIST, BH_LIST_PUNCTUALITY, FALSE },
  [BH_FILTER_COMPLETION]
  = { "completion", NC_ ("filter", "Completion"), BH_FILTER_TYPE_LIST, BH_LIST_PUNCTUALITY, FALSE },
  [BH_FILTER_FIRST_ANSWER] = { "first-answer", NC_ ("filter", "First answer"), BH_FILTER_TYPE_LIST,
                               BH_LIST_PUNCTUALITY, FALSE },
  [BH_FILTER_SIGNOFF_DUE]
  = { "signoff-due", NC_ ("filter", "Sign-off due"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_CALLBACK_DUE]
  = { "callback-due", NC_ ("filter", "Callback due"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_REPEAT]
  = { "repeat", NC_ ("filter", "Repeat"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_REWORK]
  = { "rework", NC_ ("filter", "Rework"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_FIRST_TIME_FIX] = { "first-time-fix", NC_ ("filter", "Fixed at the first time"),
                                 BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_REMINDED]
  = { "reminded", NC_ ("filter", "Reminded of"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_MISROUTED] = { "wrong-department", NC_ ("filter", "Came to a wrong department"),
                            BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_EXCEPTION]
  = { "exception", NC_ ("filter", "Closed by exception"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_EVER_SUSPENDED]
  = { "ever-suspended", NC_ ("filter", "Ever suspended"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_SUSPENDED]
  = { "suspended", NC_ ("filter", "Suspended"), BH_FILTER_TYPE_LIST, BH_LIST_TRI, FALSE },
  [BH_FILTER_SUSPENDED_UNTIL] = { "suspended-until", NC_ ("filter", "Suspended until"),
                                  BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_BACK]
  = { "back", NC_ ("filter", "Back from suspension"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_APPROVAL]
  = { "approval", NC_ ("filter", "Approval"), BH_FILTER_TYPE_LIST, BH_LIST_DECISION, FALSE },
  [BH_FILTER_APPROVER] = { "approver", NC_ ("filter", "Waits for the approval of"),
                           BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_TASK]
  = { "task", NC_ ("filter", "Task"), BH_FILTER_TYPE_LIST, BH_LIST_TASK_OUTCOME, FALSE },
  [BH_FILTER_ASSISTING] = { "assisting", NC_ ("filter", "Assisting department"),
                            BH_FILTER_TYPE_ENTRY, BH_LIST_NONE, TRUE },
  [BH_FILTER_WARNED]
  = { "warned", NC_ ("filter", "Warned in"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_ESCALATED]
  = { "escalated", NC_ ("filter", "Escalated in"), BH_FILTER_TYPE_PERIOD, BH_LIST_NONE, FALSE },
  [BH_FILTER_MERGED_INTO]
  = { "merged-into", NC_ ("filter", "Merged into"), BH_FILTER_TYPE_WORDS, BH_LIST_NONE, FALSE },
  [BH_FILTER_ORIGIN]
  = { "origin", NC_ ("filter", "Origin"), BH_FILTER_TYPE_LIST, BH_LIST_ORIGIN, FALSE },
  [BH_FILTER_NUMBER]
  = { "number", NC_ ("filter", "Number"), BH_FILTER_TYPE_WORDS, BH_LIST_NONE, FALSE },
  [BH_FILTER_CONTACT]
  = { "contact", NC_ ("filter", "Contact"), BH_FILTER_TYPE_WORDS, BH_LIST_NONE, FALSE },
  [BH_FILTER_PHONE]
  = { "phone", NC_ ("filter", "Phone"), BH_FILTER_TYPE_DIGITS, BH_LIST_NONE, FALSE },
  [BH_FILTER_TEXT] = { "text", NC_ ("filter", "Text"), BH_FILTER_TYPE_WORDS, BH_LIST_NONE, FALSE },
};

const BhFilterFieldInfo *
bh_filter_field_get_info (BhFilterField field)
{
  g_return_val_if_fail ((guint) field < BH_N_FILTER_FIELDS, NULL);

  return &fields[field];
}

const char *
bh_filter_field_get_label (BhFilterField field)
{
  g_return_val_if_fail ((guint) field < BH_N_FILTER_FIELDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "filter", fields[field].label);
}

GType
bh_filter_field_get_entry_type (BhFilterField field)
{
  static const struct
  {
    BhFilterField field;
    GType (*get_type) (void);
  } types[] = {
    { BH_FILTER_CHANNEL, bh_channel_get_type },       { BH_FILTER_COMMUNITY, bh_place_get_type },
    { BH_FILTER_DEPARTMENT, bh_department_get_type }, { BH_FILTER_PERSON, bh_staff_get_type },
    { BH_FILTER_CATEGORY, bh_category_get_type },     { BH_FILTER_CAUSE, bh_cause_get_type },
    { BH_FILTER_WAITS_FOR, bh_staff_get_type },       { BH_FILTER_APPROVER, bh_staff_get_type },
    { BH_FILTER_ASSISTING, bh_department_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (types[i].field == field)
        return types[i].get_type ();
    }

  g_return_val_if_reached (G_TYPE_INVALID);
}

gboolean
bh_filter_field_find (const char *text, BhFilterField *field)
{
  g_return_val_if_fail (text != NULL && field != NULL, FALSE);

  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    {
      if (g_ascii_strcasecmp (text, fields[i].code) == 0
          || g_ascii_strcasecmp (text, bh_filter_field_get_label ((BhFilterField) i)) == 0)
        {
          *field = (BhFilterField) i;
          return TRUE;
        }
    }

  return FALSE;
}

GPtrArray *
bh_filter_values_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* An office time is not at hand here, and one end may say its offset and the other not: a period
 * is wrong when it ends before it begins at both ends of the world. */
static gboolean
check_period (const char *value, GError **error)
{
  static const char *const zones[] = { "-12:00", "+14:00" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (BhOfficeTime) time = bh_office_time_new (zones[i], error);
      BhPeriod period;

      if (time == NULL)
        return FALSE;
      if (!bh_filter_parse_period (time, value, &period))
        {
          g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                       _ ("“%s” is not a period. Write a day (2026-10-03), a month (2026-10), or "
                          "2026-10-01..2026-11-01, where the end is not included."),
                       value);
          return FALSE;
        }
      if (period.from < period.to)
        return TRUE;
    }

  g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
               _ ("The period “%s” ends before it begins."), value);

  return FALSE;
}

const char *
bh_filter_get_zero (BhFilterField field)
{
  if (field == BH_FILTER_APPROVAL)
    return BH_FILTER_WAITING;
  if (field == BH_FILTER_TASK)
    return BH_FILTER_OPEN;

  return fields[field].may_lack ? BH_FILTER_NONE : NULL;
}

/* Codes that a field knows besides those of its list, in canonical order. */
static void
append_words (GString *words, BhFilterField field)
{
  if (field == BH_FILTER_STATUS)
    g_string_append (words, ", " BH_FILTER_OPEN ", " BH_FILTER_ENDED);
  if (bh_filter_get_zero (field) != NULL)
    g_string_append_printf (words, ", %s", bh_filter_get_zero (field));
}

static int
get_rank (BhFilterField field, const char *code)
{
  if (field == BH_FILTER_STATUS && strcmp (code, BH_FILTER_OPEN) == 0)
    return -3;
  if (field == BH_FILTER_STATUS && strcmp (code, BH_FILTER_ENDED) == 0)
    return -2;
  if (g_strcmp0 (code, bh_filter_get_zero (field)) == 0)
    return -1;

  return bh_list_find (fields[field].list, code);
}

static char *
normalize_code (BhFilterField field, const char *value, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);
  int rank = get_rank (field, lower);
  g_autofree char *codes = NULL;
  g_autoptr (GString) known = NULL;

  if (rank < 0)
    return g_steal_pointer (&lower);
  if (rank == 0)
    rank = bh_list_find (fields[field].list, value);
  if (rank > 0)
    return g_strdup (bh_list_get_code (fields[field].list, rank));

  codes = bh_list_join_codes (fields[field].list);
  known = g_string_new (codes);
  append_words (known, field);
  g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
               _ ("“%s” is not a value of “%s”. There are: %s."), value, fields[field].code,
               known->str);

  return NULL;
}

static char *
normalize_digits (const char *value, GError **error)
{
  g_autofree char *digits = bh_text_digits (value);

  if (*digits == '\0')
    {
      g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                   _ ("“%s” has no digits. Give a phone number or its last digits."), value);
      return NULL;
    }

  return g_steal_pointer (&digits);
}

static char *
normalize_value (BhFilterField field, const char *value, GError **error)
{
  g_autofree char *clean = bh_text_clean (value);

  if (clean == NULL)
    {
      g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                   _ ("The filter “%s” has an empty value. Give one or leave the filter out."),
                   fields[field].code);
      return NULL;
    }

  switch (fields[field].type)
    {
    case BH_FILTER_TYPE_LIST:
      return normalize_code (field, clean, error);
    case BH_FILTER_TYPE_PERIOD:
      return check_period (clean, error) ? g_steal_pointer (&clean) : NULL;
    case BH_FILTER_TYPE_DIGITS:
      return normalize_digits (clean, error);
    case BH_FILTER_TYPE_ENTRY:
    case BH_FILTER_TYPE_WORDS:
      return g_steal_pointer (&clean);
    }

  g_return_val_if_reached (NULL);
}

/* Where @value goes: codes in the order of their list, all else as given. */
static guint
find_position (BhFilterField field, GPtrArray *values, const char *value)
{
  guint at = values->len;

  if (fields[field].type == BH_FILTER_TYPE_LIST)
    {
      while (at > 0
             && get_rank (field, g_ptr_array_index (values, at - 1)) > get_rank (field, value))
        at--;
    }

  return at;
}

GStrv
bh_filter_normalize (BhFilterField field, const char *const *values, GError **error)
{
  g_autoptr (GPtrArray) all = bh_filter_values_new ();

  for (; *values != NULL; values++)
    {
      g_autofree char *value = normalize_value (field, *values, error);

      if (value == NULL)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (all, value, g_str_equal, NULL))
        {
          guint at = find_position (field, all, value);

          g_ptr_array_insert (all, (int) at, g_steal_pointer (&value));
        }
    }
  g_ptr_array_add (all, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&all), FALSE);
}
