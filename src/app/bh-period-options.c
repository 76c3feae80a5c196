/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-period-options.h"

#include "base/bh-i18n.h"

#include <stdio.h>

gboolean
bh_read_month (BhOfficeTime *time, const char *text, int *month, BhPeriod *period, GError **error)
{
  BhPeriod read;
  int year, number;
  char rest;

  if (sscanf (text, "%4d-%2d%c", &year, &number, &rest) == 2
      && bh_office_time_get_month (time, year * 100 + number, &read))
    {
      if (month != NULL)
        *month = year * 100 + number;
      if (period != NULL)
        *period = read;
      return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("“%s” is no month; write it like 2026-10."), text);
  return FALSE;
}

gboolean
bh_read_instant (
    BhOfficeTime *time, const char *option, const char *text, gint64 *instant, GError **error)
{
  *instant = bh_office_time_parse (time, text, error);
  if (*instant != -1)
    return TRUE;

  g_prefix_error (error, "%s: ", option);
  return FALSE;
}

void
bh_period_options_clear (BhPeriodOptions *self)
{
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->month, g_free);
}

gboolean
bh_period_options_is_given (const BhPeriodOptions *self)
{
  return self->from != NULL || self->to != NULL || self->month != NULL;
}

gboolean
bh_period_options_check (const BhPeriodOptions *self, gboolean required, GError **error)
{
  gboolean has_days = self->from != NULL && self->to != NULL;

  if (!required && !bh_period_options_is_given (self))
    return TRUE;
  if ((self->month != NULL) != has_days && (self->from != NULL) == (self->to != NULL))
    return TRUE;

  return bh_usage_fail (error, _ ("Say --from DATE and --to DATE, or --month YYYY-MM."));
}

gboolean
bh_period_options_read (const BhPeriodOptions *self,
                        BhOfficeTime *time,
                        BhPeriod *period,
                        GError **error)
{
  if (self->month != NULL)
    return bh_read_month (time, self->month, NULL, period, error);

  if (!bh_read_instant (time, "--from", self->from, &period->from, error)
      || !bh_read_instant (time, "--to", self->to, &period->to, error))
    return FALSE;
  if (period->from < period->to)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("--to must come after --from: the period goes from %s until just before %s."),
               self->from, self->to);
  return FALSE;
}
