/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REPORT_OPTIONS (bh_report_options_get_type ())
G_DECLARE_FINAL_TYPE (BhReportOptions, bh_report_options, BH, REPORT_OPTIONS, GtkWidget)

/**
 * BhReportOptions:
 *
 * How a workbook is made: who may read it, in which language, whether its figures are kept, and
 * which sheets it has.
 *
 * Signal: `changed`: something else was chosen.
 */
GtkWidget *bh_report_options_new (void);

BhReportProfile bh_report_options_get_profile (BhReportOptions *self);
BhReportLanguage bh_report_options_get_language (BhReportOptions *self);
/** bh_report_options_get_recorded: Returns: whether the figures are kept as they are reported;
 * FALSE where they cannot be */
gboolean bh_report_options_get_recorded (BhReportOptions *self);
/** bh_report_options_get_sheets: Returns: bits of #BhReportSheetId, 0 for all */
guint32 bh_report_options_get_sheets (BhReportOptions *self);

/** bh_report_options_set: shows what is chosen; does not emit `changed` */
void bh_report_options_set (BhReportOptions *self,
                            BhReportProfile profile,
                            BhReportLanguage language,
                            gboolean recorded,
                            guint32 sheets);

/** bh_report_options_forbid_record: @why: (nullable): translated: why figures cannot be kept; %NULL
 * where they can */
void bh_report_options_forbid_record (BhReportOptions *self, const char *why);

G_END_DECLS
