/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "domain/bh-office.h"
#include "domain/bh-report-kind.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * BhReportRequest:
 * @kind: how long the time is
 * @month: year * 100 + month: the month, or any one of the quarter or year
 * @as_of: what happened at or after it is not known
 * @made_at: when the workbook is made
 * @filter: (nullable): resolved; only these tickets
 * @profile: who may read it
 * @language: in which it is written
 * @sheets: bits of BhReportSheetId, 0: all; what they need comes with them
 * @max_rows: rows of data on a sheet before another one is begun, 0: as many as a sheet can have
 *
 * What a workbook is about.
 */
typedef struct
{
  BhReportKind kind;
  int month;
  gint64 as_of;
  gint64 made_at;
  BhTicketFilter *filter;
  BhReportProfile profile;
  BhReportLanguage language;
  guint32 sheets;
  guint max_rows;
} BhReportRequest;

/**
 * BhReportProgress:
 * @fraction: from 0 to 1
 * @what: what is being done, translated
 *
 * Called in the thread that writes.
 */
typedef void (*BhReportProgress) (double fraction, const char *what, gpointer user_data);

/** bh_report_dup_file_name: @request: of which kind, month and language count. Returns: (transfer
 * full): what to call the workbook, without what file systems do not take: "滨河花园 2026年10月
 * 投诉月报.xlsx" */
char *bh_report_dup_file_name (BhOffice *office, const BhReportRequest *request);

G_END_DECLS
