/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-filter.h"

/* In the order in which an office asks. */
static const BhFilterField fields[] = {
  BH_FILTER_COMMUNITY,
  BH_FILTER_KIND,
  BH_FILTER_DEPARTMENT,
  BH_FILTER_CATEGORY,
};

BhFilterBar *
bh_report_filter_new (BhDesk *desk)
{
  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  return BH_FILTER_BAR (bh_filter_bar_new (desk, fields, G_N_ELEMENTS (fields), FALSE));
}

BhTicketFilter *
bh_report_filter_dup_resolved (BhFilterBar *bar, BhDesk *desk, GError **error)
{
  g_return_val_if_fail (BH_IS_FILTER_BAR (bar), NULL);
  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  return bh_ticket_filter_resolve (bh_filter_bar_get_filter (bar), bh_desk_get_office (desk),
                                   error);
}
