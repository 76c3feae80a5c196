/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-presentation.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"

#include <string.h>

#define LEFT_TO_RIGHT_MARK "\u200e"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* From this share of the limit on, a deadline is near: the last fifth. */
#define NEAR_PARTS 5

BhUrgency
bh_present_urgency (gint64 now, gint64 due, gint64 limit)
{
  if (due == 0)
    return BH_URGENCY_NONE;
  if (now >= due)
    return BH_URGENCY_PASSED;
  if (limit > 0 && due - now <= limit * BH_USEC_PER_SEC / NEAR_PARTS)
    return BH_URGENCY_NEAR;

  return BH_URGENCY_CALM;
}

const char *
bh_present_urgency_class (BhUrgency urgency)
{
  switch (urgency)
    {
    case BH_URGENCY_NEAR:
      return "near";
    case BH_URGENCY_PASSED:
      return "passed";
    case BH_URGENCY_NONE:
    case BH_URGENCY_CALM:
      return "calm";
    }

  g_return_val_if_reached ("calm");
}

char *
bh_present_duration (gint64 seconds)
{
  gint64 hours = seconds / HOUR;

  if (seconds < DAY)
    return g_strdup_printf ("%d:%02d", (int) hours, (int) (seconds % HOUR / MINUTE));

  /* Translators: days and hours, short, in a narrow column */
  return g_strdup_printf (_ ("%d d %d h"), (int) (seconds / DAY), (int) (seconds % DAY / HOUR));
}

char *
bh_present_time_left (gint64 now, gint64 due)
{
  g_autofree char *duration = NULL;

  if (due == 0)
    return g_strdup ("");
  if (now < due)
    return bh_present_duration ((due - now) / BH_USEC_PER_SEC);

  duration = bh_present_duration ((now - due) / BH_USEC_PER_SEC);

  /* Translators: by how much a deadline is passed; short, in a narrow column */
  return g_strdup_printf (_ ("late %s"), duration);
}

char *
bh_present_signed (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  return *number != '\0' ? g_strconcat (LEFT_TO_RIGHT_MARK, number, NULL) : g_strdup ("");
}

char *
bh_present_month (int month)
{
  /* Translators: a month: the first is the year, the second the number of the month */
  return g_strdup_printf (_ ("%1$d-%2$02d"), month / 100, month % 100);
}

const char *
bh_present_grade_symbol (BhGrade grade)
{
  switch (grade)
    {
    case BH_GRADE_URGENT:
      return "●";
    case BH_GRADE_IMPORTANT:
      return "◐";
    case BH_GRADE_GENERAL:
      return "○";
    case BH_GRADE_NONE:
      return "";
    }

  g_return_val_if_reached ("");
}

const char *
bh_present_grade_class (BhGrade grade)
{
  switch (grade)
    {
    case BH_GRADE_URGENT:
      return "grade-urgent";
    case BH_GRADE_IMPORTANT:
      return "grade-important";
    case BH_GRADE_GENERAL:
    case BH_GRADE_NONE:
      return "grade-general";
    }

  g_return_val_if_reached ("grade-general");
}

const char *
bh_present_status_class (BhStatus status)
{
  switch (status)
    {
    case BH_STATUS_REGISTERED:
    case BH_STATUS_DISPATCHED:
      return "status-waiting";
    case BH_STATUS_ACCEPTED:
    case BH_STATUS_INVESTIGATED:
    case BH_STATUS_PLANNED:
      return "status-working";
    case BH_STATUS_FINISHED:
    case BH_STATUS_SIGNED:
      return "status-asking";
    case BH_STATUS_NONE:
    case BH_STATUS_CLOSED:
    case BH_STATUS_VOID:
    case BH_STATUS_MERGED:
    case BH_STATUS_WITHDRAWN:
    case BH_STATUS_DECLINED:
      return "status-ended";
    }

  g_return_val_if_reached ("status-ended");
}
