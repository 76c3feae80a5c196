/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-plan.h"

G_BEGIN_DECLS

/** BhReportShown: what a text of a ticket is, which decides how much of it outsiders may see. */
typedef enum
{
  BH_REPORT_SHOWN_NAME, /* of a complainant, or of staff where it is no label */
  BH_REPORT_SHOWN_PHONE,
  BH_REPORT_SHOWN_PLACE, /* path of a place, or free text that says where */
  BH_REPORT_SHOWN_TEXT,  /* summary, description, words of a callback: whatever somebody wrote */
} BhReportShown;

/**
 * bh_report_show:
 * @text: (nullable)
 *
 * What the workbook may say of @text: all of it in the internal one. In the public one names and
 * phones are masked, of places the building is left, and free text is left out. Every sheet that
 * shows a ticket or somebody who raised one asks here; names of staff come masked from
 * bh_report_labels_get().
 *
 * Returns: (transfer none) (nullable): @text itself, or valid until the next call
 */
const char *bh_report_show (BhReport *self, BhReportShown what, const char *text);

G_END_DECLS
