/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report.h"

#include <locale.h>

G_BEGIN_DECLS

/**
 * BhReportTongue:
 *
 * What the thread speaks as long as it is there: texts are translated into another language than
 * that of the program.
 */
typedef struct
{
  locale_t own;
  locale_t before;
} BhReportTongue;

/** bh_report_tongue_init: Returns: FALSE with %BH_EXCHANGE_ERROR_VALUE where the system or the
 * program does not have the language; the thread then speaks that of the program */
gboolean bh_report_tongue_init (BhReportTongue *self, BhReportLanguage language, GError **error);
void bh_report_tongue_clear (BhReportTongue *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhReportTongue, bh_report_tongue_clear)

/** bh_report_language_get_code: Returns: (transfer none) (nullable): "en", "zh_CN"; NULL for that
 * of the program */
const char *bh_report_language_get_code (BhReportLanguage language);
/** bh_report_language_find: @code: (nullable): "en" or "zh_CN". Returns: FALSE for another one */
gboolean bh_report_language_find (const char *code, BhReportLanguage *language);

G_END_DECLS
