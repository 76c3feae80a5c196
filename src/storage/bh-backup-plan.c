/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-backup-plan.h"

/* Counts stretches of time, newest first: a copy is the newest of its stretch when the copy before
 * it was of another one. */
typedef struct
{
  guint last;
  guint left;
} Stretch;

static gboolean
take (Stretch *stretch, guint number)
{
  if (stretch->left == 0 || number == stretch->last)
    return FALSE;

  stretch->last = number;
  stretch->left--;

  return TRUE;
}

gboolean *
bh_backup_plan (const int *days, guint n_days)
{
  gboolean *stays = g_new0 (gboolean, n_days);
  Stretch by_day = { 0, BH_BACKUP_DAYS };
  Stretch by_week = { 0, BH_BACKUP_WEEKS };
  Stretch by_month = { 0, BH_BACKUP_MONTHS };

  for (guint i = 0; i < n_days; i++)
    {
      GDate date;
      gboolean day, week, month;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) (days[i] % 100), (GDateMonth) (days[i] / 100 % 100),
                      (GDateYear) (days[i] / 10000));

      /* Day 1 of the Julian count is a Monday. */
      day = take (&by_day, (guint) days[i]);
      week = take (&by_week, (g_date_get_julian (&date) - 1) / 7 + 1);
      month = take (&by_month, (guint) days[i] / 100);
      stays[i] = day || week || month;
    }

  return stays;
}
