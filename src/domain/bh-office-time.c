/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office-time.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "domain/bh-error.h"
#include "domain/bh-office-time-private.h"

#define DAY (24 * 60 * 60)
#define MONTHS_PER_YEAR 12
#define JULIAN_1970 719163
#define FIRST_SECOND G_GINT64_CONSTANT (-62135596800) /* 0001-01-01 */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)  /* 9999-12-31 */
#define N_STRETCHES 32                                /* sixteen years of summers and winters */

struct _BhOfficeTime
{
  gatomicrefcount refs;
  guint serial;    /* never that of another office time */
  GTimeZone *zone; /* (owned) */
  char *name;      /* (owned) */
};

/* A stretch of seconds UTC, half-open, in which an office time has one offset. */
typedef struct
{
  guint serial; /* 0: unused */
  gint64 from;
  gint64 to;
  gint64 offset;
} Stretch;

typedef struct
{
  Stretch stretches[N_STRETCHES];
  guint latest;
} Cache;

/* Asking GLib's time zone costs a walk over all its changes, and it does not tell how long an
 * answer holds. So each thread keeps the last few stretches it found out. */
static Cache *
get_cache (void)
{
  static GPrivate key = G_PRIVATE_INIT (g_free);
  Cache *cache = g_private_get (&key);

  if (G_UNLIKELY (cache == NULL))
    {
      cache = g_new0 (Cache, 1);
      g_private_set (&key, cache);
    }

  return cache;
}

static int
get_interval (BhOfficeTime *self, gint64 second)
{
  return g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, second);
}

/* The last second of the interval of @second that is reached with steps in the direction of
 * @step: first in strides that double, then by halving. */
static gint64
find_edge (BhOfficeTime *self, gint64 second, int step)
{
  const int interval = get_interval (self, second);
  gint64 inside = second, stride = DAY, outside;

  for (;;)
    {
      outside = CLAMP (inside + step * stride, FIRST_SECOND - DAY, LAST_SECOND + DAY);
      if (get_interval (self, outside) != interval)
        break;
      if (outside == inside)
        return inside;
      inside = outside;
      stride *= 2;
    }

  while (ABS (outside - inside) > 1)
    {
      gint64 middle = inside + (outside - inside) / 2;

      if (get_interval (self, middle) == interval)
        inside = middle;
      else
        outside = middle;
    }

  return inside;
}

static const Stretch *
find_stretch (BhOfficeTime *self, gint64 second)
{
  Cache *cache = get_cache ();
  Stretch *stretch;

  for (guint i = 0; i < N_STRETCHES; i++)
    {
      guint at = (cache->latest + i) % N_STRETCHES;

      stretch = &cache->stretches[at];
      if (stretch->serial == self->serial && second >= stretch->from && second < stretch->to)
        {
          cache->latest = at;
          return stretch;
        }
    }

  cache->latest = (cache->latest + N_STRETCHES - 1) % N_STRETCHES;
  stretch = &cache->stretches[cache->latest];
  stretch->serial = self->serial;
  stretch->from = find_edge (self, second, -1);
  stretch->to = find_edge (self, second, 1) + 1;
  stretch->offset = g_time_zone_get_offset (self->zone, get_interval (self, second));

  return stretch;
}

gint64
bh_office_time_get_offset (BhOfficeTime *self, gint64 second)
{
  return find_stretch (self, CLAMP (second, FIRST_SECOND, LAST_SECOND))->offset;
}

BhOfficeTime *
bh_office_time_new (const char *zone, GError **error)
{
  static guint last_serial; /* (atomic) */
  GTimeZone *time_zone = NULL;
  BhOfficeTime *self;

  if (zone != NULL && *zone != '\0')
    time_zone = g_time_zone_new_identifier (zone);
  if (time_zone == NULL)
    {
      g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                   _ ("There is no time zone “%s”. Give one such as Asia/Shanghai."),
                   zone != NULL ? zone : "");
      return NULL;
    }

  self = g_new0 (BhOfficeTime, 1);
  g_atomic_ref_count_init (&self->refs);
  self->serial = (guint) g_atomic_int_add (&last_serial, 1) + 1;
  self->zone = time_zone;
  self->name = g_strdup (zone);

  return self;
}

BhOfficeTime *
bh_office_time_ref (BhOfficeTime *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
bh_office_time_unref (BhOfficeTime *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->refs))
    {
      g_time_zone_unref (self->zone);
      g_free (self->name);
      g_free (self);
    }
}

const char *
bh_office_time_get_zone (BhOfficeTime *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

void
bh_local_time_split (gint64 local_second, BhLocalTime *local)
{
  gint64 day = bh_divide_down (local_second, DAY);
  int rest = (int) (local_second - day * DAY);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day + JULIAN_1970, 1));
  local->month = g_date_get_year (&date) * 100 + (int) g_date_get_month (&date);
  local->day = local->month * 100 + g_date_get_day (&date);
  local->weekday = (int) g_date_get_weekday (&date);
  local->hour = rest / 3600;
  local->minute = rest / 60 % 60;
  local->second = rest % 60;
}

void
bh_office_time_split (BhOfficeTime *self, gint64 instant, BhLocalTime *local)
{
  gint64 second;

  g_return_if_fail (self != NULL && local != NULL);

  second = CLAMP (bh_divide_down (instant, BH_USEC_PER_SEC), FIRST_SECOND, LAST_SECOND);
  bh_local_time_split (second + find_stretch (self, second)->offset, local);
}

/* Converts a local time, as if it were UTC, to the second UTC. Around a change of the offset
 * the one before the change decides: it gives the first of two, and skips a gap. */
static gint64
to_utc (BhOfficeTime *self, gint64 local)
{
  Cache *cache = get_cache ();
  const Stretch *latest = &cache->stretches[cache->latest];
  gint64 before, early, after, late;

  if (latest->serial == self->serial && local - latest->offset >= latest->from + DAY
      && local - latest->offset < latest->to)
    return local - latest->offset;

  before = find_stretch (self, local - DAY)->offset;
  early = local - before;
  after = find_stretch (self, early)->offset;
  late = local - after;

  return find_stretch (self, late)->offset == after && after != before ? late : early;
}

/* The first second of a day as if it were UTC, or FALSE where there is no such date. */
static gboolean
begin_day (int year, int month, int day, gint64 *local)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *local = ((gint64) g_date_get_julian (&date) - JULIAN_1970) * DAY;

  return TRUE;
}

gboolean
bh_local_time_join (
    int year, int month, int day, int hour, int minute, double seconds, gint64 *local)
{
  gint64 start;

  if (!begin_day (year, month, day, &start) || hour < 0 || hour > 23 || minute < 0 || minute > 59
      || !(seconds >= 0 && seconds < 60))
    return FALSE;

  *local = (start + hour * 3600 + minute * 60) * BH_USEC_PER_SEC
           + (gint64) (seconds * (double) BH_USEC_PER_SEC + 0.5);

  return TRUE;
}

gint64
bh_office_time_from_local (BhOfficeTime *self, gint64 local)
{
  gint64 second = bh_divide_down (local, BH_USEC_PER_SEC);

  return to_utc (self, second) * BH_USEC_PER_SEC + (local - second * BH_USEC_PER_SEC);
}

gint64
bh_office_time_join (
    BhOfficeTime *self, int year, int month, int day, int hour, int minute, double seconds)
{
  gint64 local;

  g_return_val_if_fail (self != NULL, -1);

  if (!bh_local_time_join (year, month, day, hour, minute, seconds, &local))
    return -1;

  return bh_office_time_from_local (self, local);
}

gboolean
bh_office_time_get_day (BhOfficeTime *self, int day, BhPeriod *period)
{
  gint64 local;

  g_return_val_if_fail (self != NULL && period != NULL, FALSE);

  if (!begin_day (day / 10000, day / 100 % 100, day % 100, &local))
    return FALSE;

  period->from = to_utc (self, local) * BH_USEC_PER_SEC;
  period->to = to_utc (self, local + DAY) * BH_USEC_PER_SEC;

  return TRUE;
}

int
bh_month_shift (int month, int by)
{
  int months = month / 100 * MONTHS_PER_YEAR + month % 100 - 1 + by;

  return months / MONTHS_PER_YEAR * 100 + months % MONTHS_PER_YEAR + 1;
}

int
bh_month_count (int from, int to)
{
  return (to / 100 - from / 100) * MONTHS_PER_YEAR + to % 100 - from % 100;
}

gboolean
bh_office_time_get_month (BhOfficeTime *self, int month, BhPeriod *period)
{
  gint64 local;
  guint8 days;

  g_return_val_if_fail (self != NULL && period != NULL, FALSE);

  if (!begin_day (month / 100, month % 100, 1, &local))
    return FALSE;

  days = g_date_get_days_in_month ((GDateMonth) (month % 100), (GDateYear) (month / 100));
  period->from = to_utc (self, local) * BH_USEC_PER_SEC;
  period->to = to_utc (self, local + days * DAY) * BH_USEC_PER_SEC;

  return TRUE;
}
