/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-filter-role.h"

#define HOLDS "$.staff_id = %" G_GINT64_FORMAT " AND $.status < 70"
#define LEADS                                                                                      \
  "$.status < 80 AND ($.department_id = %" G_GINT64_FORMAT " OR $.department_id IS NULL)"

G_STATIC_ASSERT (BH_STATUS_REGISTERED == 10 && BH_STATUS_FINISHED == 60);
G_STATIC_ASSERT (BH_STATUS_SIGNED == 70 && BH_STATUS_CLOSED == 80);

char *
bh_filter_role_dup_condition (BhOffice *office, gint64 staff_id)
{
  BhStaff *staff;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  staff = staff_id != 0 ? bh_office_get (office, BH_TYPE_STAFF, staff_id) : NULL;
  if (staff == NULL)
    return g_strdup ("($.status >= 80)");

  switch (staff->role)
    {
    case BH_ROLE_CLERK:
      return g_strdup_printf ("($.status IN (10, 60, 70) OR " HOLDS ")", staff_id);
    case BH_ROLE_SUPERVISOR:
      return g_strdup_printf ("(" LEADS " OR " HOLDS ")", staff->department_id, staff_id);
    case BH_ROLE_MANAGER:
    case BH_ROLE_ADMINISTRATOR:
      return g_strdup ("($.status < 80)");
    case BH_ROLE_AUDITOR:
      return g_strdup ("(1 = 0)");
    case BH_ROLE_NONE:
    case BH_ROLE_STEWARD:
    case BH_ROLE_WORKER:
      break;
    }

  return g_strdup_printf ("(" HOLDS ")", staff_id);
}
