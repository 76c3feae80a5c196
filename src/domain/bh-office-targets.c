/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office-targets.h"

/* Which of the office's targets count. */

/* Whether of two that are for a year @target counts and not @other. */
static gboolean
replaces (BhTarget *target, BhTarget *other)
{
  if ((target->form == BH_TARGET_ALARM) != (other->form == BH_TARGET_ALARM))
    return other->form == BH_TARGET_ALARM;
  if (target->year != other->year)
    return target->year > other->year;

  return bh_entry_get_id (BH_ENTRY (target)) > bh_entry_get_id (BH_ENTRY (other));
}

static gboolean
is_for_year (BhTarget *target, int year)
{
  return !bh_entry_is_retired (BH_ENTRY (target)) && target->year <= year;
}

BhTicketFilter *
bh_target_resolve_filter (BhTarget *self, BhOffice *office, GError **error)
{
  g_autoptr (BhTicketFilter) parsed = NULL;

  g_return_val_if_fail (BH_IS_TARGET (self), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  parsed = bh_ticket_filter_parse (self->filter, error);

  return parsed != NULL ? bh_ticket_filter_resolve (parsed, office, error) : NULL;
}

/* As it was entered, or as the office writes it. */
static gboolean
is_about (BhTarget *target, BhOffice *office, const char *filter)
{
  g_autoptr (BhTicketFilter) resolved = NULL;

  if (g_str_equal (target->filter, filter))
    return TRUE;

  resolved = bh_target_resolve_filter (target, office, NULL);

  return resolved != NULL && g_str_equal (bh_ticket_filter_to_text (resolved), filter);
}

BhTarget *
bh_office_find_target (BhOffice *self, const char *figure, const char *filter, int year)
{
  GPtrArray *targets;
  BhTarget *best = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (self) && figure != NULL, NULL);

  targets = bh_office_list (self, BH_TYPE_TARGET);
  for (guint i = 0; i < targets->len; i++)
    {
      BhTarget *target = g_ptr_array_index (targets, i);

      if (is_for_year (target, year) && g_str_equal (target->figure, figure)
          && is_about (target, self, filter != NULL ? filter : "")
          && (best == NULL || replaces (target, best)))
        best = target;
    }

  return best;
}

static gboolean
is_in_force (GPtrArray *targets, BhTarget *target, int year)
{
  if (!is_for_year (target, year))
    return FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      BhTarget *other = g_ptr_array_index (targets, i);

      if (other != target && is_for_year (other, year) && bh_target_is_same (other, target)
          && replaces (other, target))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
bh_office_list_targets (BhOffice *self, int year)
{
  g_autoptr (GPtrArray) in_force = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *targets;

  g_return_val_if_fail (BH_IS_OFFICE (self), NULL);

  targets = bh_office_list (self, BH_TYPE_TARGET);
  for (guint i = 0; i < targets->len; i++)
    if (is_in_force (targets, g_ptr_array_index (targets, i), year))
      g_ptr_array_add (in_force, g_object_ref (g_ptr_array_index (targets, i)));

  return g_steal_pointer (&in_force);
}
