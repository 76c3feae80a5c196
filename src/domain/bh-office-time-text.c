/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office-time.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "domain/bh-office-time-private.h"

/* The texts of an office's time: what is shown, and what is read. */

char *
bh_office_time_format_iso (BhOfficeTime *self, gint64 instant)
{
  gint64 second, offset;
  int fraction;
  BhLocalTime local;
  char zone[16] = "Z";
  char rest[16] = "";

  g_return_val_if_fail (self != NULL, NULL);

  if (instant == 0)
    return NULL;

  second = bh_divide_down (instant, BH_USEC_PER_SEC);
  fraction = (int) (instant - second * BH_USEC_PER_SEC);
  offset = bh_office_time_get_offset (self, second);
  /* RFC 3339 has no seconds in offsets: such a stretch of the past is written in UTC. */
  if (offset % 60 != 0)
    offset = 0;
  else
    g_snprintf (zone, sizeof zone, "%c%02d:%02d", offset < 0 ? '-' : '+',
                (int) (ABS (offset) / 3600), (int) (ABS (offset) / 60 % 60));
  if (fraction != 0)
    g_snprintf (rest, sizeof rest, ".%06d", fraction);
  bh_local_time_split (second + offset, &local);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s%s", local.day / 10000,
                          local.day / 100 % 100, local.day % 100, local.hour, local.minute,
                          local.second, rest, zone);
}

char *
bh_office_time_format (BhOfficeTime *self, gint64 instant)
{
  BhLocalTime local;

  g_return_val_if_fail (self != NULL, NULL);

  if (instant == 0)
    return g_strdup ("");

  bh_office_time_split (self, instant, &local);

  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", local.day / 10000, local.day / 100 % 100,
                          local.day % 100, local.hour, local.minute);
}

static gboolean
is_yesterday (BhOfficeTime *self, const BhLocalTime *local, const BhLocalTime *today)
{
  BhPeriod a, b;

  return bh_office_time_get_day (self, local->day, &a)
         && bh_office_time_get_day (self, today->day, &b) && a.to == b.from;
}

char *
bh_office_time_format_near (BhOfficeTime *self, gint64 instant, gint64 now)
{
  BhLocalTime local, today;
  char clock[16];

  g_return_val_if_fail (self != NULL, NULL);

  if (instant == 0)
    return g_strdup ("");
  if (instant <= now && now - instant < 60 * BH_USEC_PER_SEC)
    return g_strdup (_ ("just now"));

  bh_office_time_split (self, instant, &local);
  bh_office_time_split (self, now, &today);
  g_snprintf (clock, sizeof clock, "%02d:%02d", local.hour, local.minute);
  if (local.day == today.day)
    return g_strdup (clock);
  if (is_yesterday (self, &local, &today))
    /* Translators: %s is a time of day, “16:40” */
    return g_strdup_printf (_ ("yesterday %s"), clock);
  if (local.day / 10000 == today.day / 10000)
    return g_strdup_printf ("%02d-%02d", local.day / 100 % 100, local.day % 100);

  return g_strdup_printf ("%04d-%02d-%02d", local.day / 10000, local.day / 100 % 100,
                          local.day % 100);
}

/* Takes exactly @n digits. */
static gboolean
take_digits (const char **p, int n, int *number)
{
  *number = 0;
  for (; n > 0; n--, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *number = *number * 10 + (**p - '0');
    }

  return TRUE;
}

static gboolean
take_char (const char **p, char c)
{
  if (**p != c)
    return FALSE;
  (*p)++;

  return TRUE;
}

static gboolean
take_date (const char **p, int *year, int *month, int *day)
{
  return take_digits (p, 4, year) && take_char (p, '-') && take_digits (p, 2, month)
         && take_char (p, '-') && take_digits (p, 2, day);
}

/* "HH:MM[:SS[.fraction]]" */
static gboolean
take_time (const char **p, int *hour, int *minute, double *seconds)
{
  int whole = 0;
  double unit = 0.1;

  if (!take_digits (p, 2, hour) || !take_char (p, ':') || !take_digits (p, 2, minute)
      || (take_char (p, ':') && !take_digits (p, 2, &whole)))
    return FALSE;

  *seconds = whole;
  if (!take_char (p, '.'))
    return TRUE;
  if (!g_ascii_isdigit (**p))
    return FALSE;
  for (; g_ascii_isdigit (**p); (*p)++, unit /= 10)
    *seconds += unit * (**p - '0');

  return TRUE;
}

/* "Z" or "+HH:MM", at most a day, in seconds. */
static gboolean
take_offset (const char **p, gint64 *offset)
{
  const int sign = **p == '-' ? -1 : 1;
  int hours, minutes;

  *offset = 0;
  if (take_char (p, 'Z') || take_char (p, 'z'))
    return TRUE;
  if (!(take_char (p, '+') || take_char (p, '-')) || !take_digits (p, 2, &hours)
      || !take_char (p, ':') || !take_digits (p, 2, &minutes) || hours > 23 || minutes > 59)
    return FALSE;
  *offset = sign * (hours * 3600 + minutes * 60);

  return TRUE;
}

static gboolean
parse (BhOfficeTime *self, const char *p, gint64 *instant)
{
  int year, month, day, hour = 0, minute = 0;
  double seconds = 0;
  gint64 local, offset;

  if (!take_date (&p, &year, &month, &day))
    return FALSE;
  if (*p == '\0')
    {
      *instant = bh_office_time_join (self, year, month, day, 0, 0, 0);
      return *instant != -1;
    }
  if (!(take_char (&p, 'T') || take_char (&p, 't') || take_char (&p, ' '))
      || !take_time (&p, &hour, &minute, &seconds)
      || !bh_local_time_join (year, month, day, hour, minute, seconds, &local))
    return FALSE;
  if (*p == '\0')
    *instant = bh_office_time_from_local (self, local);
  else if (take_offset (&p, &offset) && *p == '\0')
    *instant = local - offset * BH_USEC_PER_SEC;
  else
    return FALSE;

  return TRUE;
}

gint64
bh_office_time_parse (BhOfficeTime *self, const char *text, GError **error)
{
  g_autofree char *bare = NULL;
  gint64 instant;

  g_return_val_if_fail (self != NULL && text != NULL, -1);

  bare = g_strstrip (g_strdup (text));
  if (!parse (self, bare, &instant))
    {
      g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                   _ ("“%s” is not a date or time. Write it as 2026-11-03 or 2026-11-03 16:40."),
                   text);
      return -1;
    }

  return instant;
}

gint64
bh_office_time_parse_event (BhOfficeTime *self, const char *text, GError **error)
{
  g_autoptr (GError) wrong = NULL;
  gint64 instant = bh_office_time_parse (self, text, &wrong);

  if (wrong == NULL && instant > 0)
    return instant;

  if (wrong != NULL)
    g_propagate_error (error, g_steal_pointer (&wrong));
  else
    g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                 _ ("“%s” lies before 1970, when no ticket was kept yet."), text);

  return -1;
}
