/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report.h"

G_BEGIN_DECLS

/**
 * BhReportWords:
 * @kind: (owned) (nullable): "quarter"
 * @language: (owned) (nullable): "zh_CN"
 * @profile: (owned) (nullable): "public"
 * @sheets: (owned) (nullable): "summary,hot-spots"
 *
 * How a workbook is to be, as it is said on the command line.
 */
typedef struct
{
  char *kind;
  char *language;
  char *profile;
  char *sheets;
} BhReportWords;

void bh_report_words_clear (BhReportWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhReportWords, bh_report_words_clear)

/** bh_report_words_read: @request: (inout): what is not said stays. Returns: FALSE with
 * %BH_USAGE_ERROR */
gboolean
bh_report_words_read (const BhReportWords *words, BhReportRequest *request, GError **error);

/** bh_report_words_dup_sheets: @sheets: bits. Returns: (transfer full) (nullable): their words as
 * in #BhReportWords, NULL for all */
char *bh_report_words_dup_sheets (guint32 sheets);

G_END_DECLS
