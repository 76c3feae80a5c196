/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-time-left.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"

/* Before, nothing can be told from what is done. */
#define LEAST_FRACTION 0.04
#define LEAST_TIME (2 * BH_USEC_PER_SEC)
/* How much of a new expectation is taken. */
#define WEIGHT 0.2

void
bh_time_left_begin (BhTimeLeft *self, gint64 now)
{
  g_return_if_fail (self != NULL);

  self->began_at = now;
  self->ends_at = 0;
}

void
bh_time_left_note (BhTimeLeft *self, double fraction, gint64 now)
{
  gint64 passed, expected;

  g_return_if_fail (self != NULL);

  passed = now - self->began_at;
  if (fraction < LEAST_FRACTION || passed < LEAST_TIME)
    return;

  expected = self->began_at + (gint64) ((double) passed / MIN (fraction, 1));
  if (self->ends_at == 0)
    self->ends_at = expected;
  else
    self->ends_at += (gint64) (WEIGHT * (double) (expected - self->ends_at));
}

char *
bh_time_left_dup_text (const BhTimeLeft *self, gint64 now)
{
  int seconds;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->ends_at == 0)
    return g_strdup ("");

  seconds = (int) ((self->ends_at - now) / BH_USEC_PER_SEC);
  if (seconds < 5)
    return g_strdup (_ ("a few seconds left"));
  if (seconds < 55)
    {
      int step = seconds < 20 ? 5 : 10;
      int shown = (seconds + step - 1) / step * step;

      return g_strdup_printf (ngettext ("about %d second left", "about %d seconds left", shown),
                              shown);
    }

  seconds = (seconds + 59) / 60;

  return g_strdup_printf (ngettext ("about %d minute left", "about %d minutes left", seconds),
                          seconds);
}
