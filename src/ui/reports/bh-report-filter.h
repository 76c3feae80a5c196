/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tickets/bh-filter-bar.h"

G_BEGIN_DECLS

/** bh_report_filter_new: Returns: (transfer full): a bar that says of which tickets a workbook is,
 * by what an office narrows one; all to begin with */
BhFilterBar *bh_report_filter_new (BhDesk *desk);

/** bh_report_filter_dup_resolved: Returns: (transfer full): what @bar says, with the ids of the
 * office; NULL with %BH_DOMAIN_ERROR_INPUT where it names what the office does not have */
BhTicketFilter *bh_report_filter_dup_resolved (BhFilterBar *bar, BhDesk *desk, GError **error);

G_END_DECLS
