/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-private.h"
#include "exchange/bh-report-stream.h"

G_BEGIN_DECLS

/* What the sheets of tickets and of callbacks share. */

/** bh_report_ticket_columns: Returns: (transfer none) (array length=n): those that are always there
 */
const BhReportColumn *bh_report_ticket_columns (guint *n);
/** bh_report_callback_columns: likewise */
const BhReportColumn *bh_report_callback_columns (guint *n);

/** bh_report_add_scope_columns: a column for each scope but the first, named @prefix and number */
void bh_report_add_scope_columns (BhReport *self, BhReportStream *stream, const char *prefix);

/** bh_report_fill_facts_request: Returns: (transfer container): what @request borrows, to be freed
 * after it */
BhTicketFilter **bh_report_fill_facts_request (BhReport *self, BhFactsRequest *request);

G_END_DECLS
