/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-report-kind.h"

#include "base/bh-i18n.h"

typedef struct
{
  const char *code;
  const char *label; /* English, to be translated in the context "report" */
  int months;
} Info;

static const Info kinds[BH_N_REPORT_KINDS] = {
  [BH_REPORT_MONTH] = { "month", NC_ ("report", "Month"), 1 },
  [BH_REPORT_QUARTER] = { "quarter", NC_ ("report", "Quarter"), 3 },
  [BH_REPORT_YEAR] = { "year", NC_ ("report", "Year"), 12 },
};

static const Info profiles[BH_N_REPORT_PROFILES] = {
  [BH_REPORT_INTERNAL] = { "internal", NC_ ("report", "Internal"), 0 },
  [BH_REPORT_PUBLIC] = { "public", NC_ ("report", "Public"), 0 },
};

static int
find (const Info *infos, guint n, const char *code)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (infos[i].code, code) == 0)
      return (int) i;

  return -1;
}

const char *
bh_report_kind_get_code (BhReportKind kind)
{
  g_return_val_if_fail ((guint) kind < BH_N_REPORT_KINDS, NULL);

  return kinds[kind].code;
}

gboolean
bh_report_kind_find (const char *code, BhReportKind *kind)
{
  int i = find (kinds, BH_N_REPORT_KINDS, code);

  if (i >= 0)
    *kind = (BhReportKind) i;

  return i >= 0;
}

const char *
bh_report_kind_get_label (BhReportKind kind)
{
  g_return_val_if_fail ((guint) kind < BH_N_REPORT_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "report", kinds[kind].label);
}

int
bh_report_kind_get_length (BhReportKind kind)
{
  g_return_val_if_fail ((guint) kind < BH_N_REPORT_KINDS, 0);

  return kinds[kind].months;
}

int
bh_report_kind_get_first (BhReportKind kind, int month)
{
  int length = bh_report_kind_get_length (kind);

  g_return_val_if_fail (month % 100 >= 1 && month % 100 <= 12, 0);

  return month - (month % 100 - 1) % length;
}

gboolean
bh_report_kind_get_period (BhReportKind kind, int month, BhOfficeTime *time, BhPeriod *period)
{
  int first, last;
  BhPeriod end;

  g_return_val_if_fail (time != NULL && period != NULL, FALSE);

  if (month % 100 < 1 || month % 100 > 12)
    return FALSE;

  first = bh_report_kind_get_first (kind, month);
  last = bh_month_shift (first, bh_report_kind_get_length (kind) - 1);
  if (!bh_office_time_get_month (time, first, period)
      || !bh_office_time_get_month (time, last, &end))
    return FALSE;

  period->to = end.to;

  return TRUE;
}

const char *
bh_report_part_get_code (BhReportPart part)
{
  static const char *const codes[BH_N_REPORT_PARTS] = { "value", "mean", "median", "p90", "count" };

  g_return_val_if_fail ((guint) part < BH_N_REPORT_PARTS, NULL);

  return codes[part];
}

const char *
bh_report_profile_get_code (BhReportProfile profile)
{
  g_return_val_if_fail ((guint) profile < BH_N_REPORT_PROFILES, NULL);

  return profiles[profile].code;
}

gboolean
bh_report_profile_find (const char *code, BhReportProfile *profile)
{
  int i = find (profiles, BH_N_REPORT_PROFILES, code);

  if (i >= 0)
    *profile = (BhReportProfile) i;

  return i >= 0;
}

const char *
bh_report_profile_get_label (BhReportProfile profile)
{
  g_return_val_if_fail ((guint) profile < BH_N_REPORT_PROFILES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "report", profiles[profile].label);
}
