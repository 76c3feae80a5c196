/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-warnings.h"

#include "base/bh-i18n.h"

static const int percents[BH_N_WARNING_LEVELS] = { 50, 80, 100, 150 };

int
bh_warning_level_get_percent (BhWarningLevel level)
{
  g_return_val_if_fail (level < BH_N_WARNING_LEVELS, 0);

  return percents[level];
}

BhWarningLevel
bh_warning_level_find (int threshold)
{
  BhWarningLevel level = BH_WARNING_HALF;

  while (level < BH_WARNING_LONG_PASSED && percents[level] < threshold)
    level++;

  return level;
}

/* Who works for the office, has one of the roles, and is of a department (0: of any). */
static void
add_staff (GArray *ids, BhOffice *office, gint64 department_id, guint roles)
{
  GPtrArray *all = bh_office_list (office, BH_TYPE_STAFF);

  for (guint i = 0; i < all->len; i++)
    {
      BhStaff *staff = g_ptr_array_index (all, i);
      gint64 id = bh_entry_get_id (BH_ENTRY (staff));

      if (!bh_entry_is_retired (BH_ENTRY (staff)) && (roles & (1u << staff->role)) != 0
          && (department_id == 0 || staff->department_id == department_id))
        g_array_append_val (ids, id);
    }
}

#define ROLE(name) (1u << BH_ROLE_##name)
#define DESK (ROLE (CLERK) | ROLE (STEWARD))
#define ANYBODY (DESK | ROLE (WORKER) | ROLE (SUPERVISOR) | ROLE (MANAGER))

static void
add_holder (GArray *ids, BhOffice *office, const BhWarningNote *note)
{
  BhStaff *holder = bh_office_get (office, BH_TYPE_STAFF, note->staff_id);
  /* The desk asks the owner, whoever did the work. */
  gboolean is_desks = note->clock == BH_CLOCK_SIGN || note->clock == BH_CLOCK_CALLBACK;

  if (is_desks)
    return;
  if (holder != NULL && !bh_entry_is_retired (BH_ENTRY (holder)))
    g_array_append_val (ids, note->staff_id);
  else if (note->department_id != 0)
    add_staff (ids, office, note->department_id, ANYBODY);
}

GArray *
bh_warning_list_concerned (BhOffice *office, const BhWarningNote *note)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (BH_IS_OFFICE (office), ids);
  g_return_val_if_fail (note != NULL, ids);

  switch (bh_warning_level_find (note->threshold))
    {
    case BH_WARNING_HALF:
    case BH_WARNING_SOON:
      add_holder (ids, office, note);
      break;
    case BH_WARNING_PASSED:
      add_staff (ids, office, 0, ROLE (SUPERVISOR));
      if (ids->len == 0)
        add_staff (ids, office, 0, ROLE (MANAGER));
      break;
    case BH_WARNING_LONG_PASSED:
      add_staff (ids, office, 0, ROLE (MANAGER));
      if (ids->len == 0)
        add_staff (ids, office, 0, ROLE (SUPERVISOR));
      break;
    }
  if (ids->len == 0)
    add_staff (ids, office, 0, DESK);

  return ids;
}

gboolean
bh_warning_is_shown (BhOffice *office, const BhWarningNote *note, gint64 staff_id)
{
  BhStaff *staff;

  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (note != NULL, FALSE);

  staff = bh_office_get (office, BH_TYPE_STAFF, staff_id);
  if (staff == NULL)
    return TRUE;
  if (staff->role == BH_ROLE_AUDITOR)
    return FALSE;

  return staff->role != BH_ROLE_WORKER || note->staff_id == staff_id
         || (note->staff_id == 0 && note->department_id != 0
             && note->department_id == staff->department_id);
}

GPtrArray *
bh_warning_list_shown (BhConnection *connection,
                       BhOffice *office,
                       gint64 staff_id,
                       gint64 since,
                       guint limit,
                       GError **error)
{
  BhStaff *staff;
  gboolean narrow;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  staff = bh_office_get (office, BH_TYPE_STAFF, staff_id);
  if (staff != NULL && staff->role == BH_ROLE_AUDITOR)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) bh_warning_note_free);

  narrow = staff != NULL && staff->role == BH_ROLE_WORKER;

  return bh_warning_load_notes (connection, since, narrow ? staff_id : 0,
                                narrow ? staff->department_id : 0, limit, error);
}

char *
bh_warning_describe (BhOffice *office, const BhWarningNote *note)
{
  const char *clock;
  g_autofree char *due = NULL;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (note != NULL, NULL);

  clock = bh_list_get_label (BH_LIST_CLOCK, (int) note->clock);
  due = bh_office_time_format (bh_office_get_time (office), note->due);
  switch (bh_warning_level_find (note->threshold))
    {
    case BH_WARNING_HALF:
    case BH_WARNING_SOON:
      return g_strdup_printf (_ ("%s: %d %% of the time is gone, due %s"), clock, note->threshold,
                              due);
    case BH_WARNING_PASSED:
      return g_strdup_printf (_ ("%s: overdue since %s"), clock, due);
    case BH_WARNING_LONG_PASSED:
      return g_strdup_printf (_ ("%s: long overdue, since %s"), clock, due);
    }

  g_return_val_if_reached (NULL);
}
