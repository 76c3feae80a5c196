/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"

G_BEGIN_DECLS

/** BhReportKind: how long the time is that a workbook is about. Stored: append only. */
typedef enum
{
  BH_REPORT_MONTH = 0,
  BH_REPORT_QUARTER = 1,
  BH_REPORT_YEAR = 2,
} BhReportKind;

#define BH_N_REPORT_KINDS (BH_REPORT_YEAR + 1)

/** BhReportProfile: who may read the workbook: the office, or anybody. Stored: append only. */
typedef enum
{
  BH_REPORT_INTERNAL = 0,
  BH_REPORT_PUBLIC = 1,
} BhReportProfile;

#define BH_N_REPORT_PROFILES (BH_REPORT_PUBLIC + 1)

/** BhReportLanguage: in which a workbook is written. Stored: append only. */
typedef enum
{
  BH_REPORT_LANGUAGE_PROGRAM = 0, /* that of the program */
  BH_REPORT_LANGUAGE_ENGLISH = 1,
  BH_REPORT_LANGUAGE_CHINESE = 2,
} BhReportLanguage;

/** BhReportPart: which of a figure's values. Stored: append only. */
typedef enum
{
  BH_REPORT_PART_VALUE = 0, /* of counts, shares and means */
  BH_REPORT_PART_MEAN = 1,
  BH_REPORT_PART_MEDIAN = 2,
  BH_REPORT_PART_P90 = 3,
  BH_REPORT_PART_COUNT = 4, /* how many it stands on: the sample of a spread, the denominator */
} BhReportPart;

#define BH_N_REPORT_PARTS (BH_REPORT_PART_COUNT + 1)

/** bh_report_kind_get_code: Returns: (transfer none): "month", "quarter", "year" */
const char *bh_report_kind_get_code (BhReportKind kind);
/** bh_report_kind_find: @code: (nullable). Returns: FALSE for another one */
gboolean bh_report_kind_find (const char *code, BhReportKind *kind);
/** bh_report_kind_get_label: Returns: (transfer none): translated: "Month" */
const char *bh_report_kind_get_label (BhReportKind kind);

/** bh_report_kind_get_first: @month: year * 100 + month. Returns: the first month of the month,
 * quarter or year that @month lies in */
int bh_report_kind_get_first (BhReportKind kind, int month);
/** bh_report_kind_get_length: Returns: of how many months it is made: 1, 3, 12 */
int bh_report_kind_get_length (BhReportKind kind);
/** bh_report_kind_get_period: @month: year * 100 + month. @period: (out): the month, quarter or
 * year that @month lies in. Returns: FALSE where there is no such time */
gboolean
bh_report_kind_get_period (BhReportKind kind, int month, BhOfficeTime *time, BhPeriod *period);

/** bh_report_part_get_code: Returns: (transfer none): "value", "mean", "median", "p90" */
const char *bh_report_part_get_code (BhReportPart part);

/** bh_report_profile_get_code: Returns: (transfer none): "internal", "public" */
const char *bh_report_profile_get_code (BhReportProfile profile);
/** bh_report_profile_find: @code: (nullable). Returns: FALSE for another one */
gboolean bh_report_profile_find (const char *code, BhReportProfile *profile);
/** bh_report_profile_get_label: Returns: (transfer none): translated: "Internal" */
const char *bh_report_profile_get_label (BhReportProfile profile);

G_END_DECLS
