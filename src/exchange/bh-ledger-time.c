/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-time.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-time-format.h"

#define DAY G_GINT64_CONSTANT (86400)
#define N_DAYS_KEPT 1024
#define MAX_QUOTED 40

/* What the clock of the zone shows on a day: mostly one offset from the day before to the day
 * after. */
typedef struct
{
  gint64 day;
  gint32 offset;
  gboolean plain;
  gboolean known;
} ZoneDay;

struct _BhLedgerTime
{
  GTimeZone *zone;    /* owned */
  GPtrArray *formats; /* owned, of BhTimeFormat: those of the ledger, then ours */
  char *expected;     /* owned: the formats of the ledger, for errors */
  ZoneDay days[N_DAYS_KEPT];
};

static const char *const common_formats[] = {
  "%Y-%m-%d %H:%M:%S",
  "%Y-%m-%d %H:%M",
  "%Y-%m-%d",
  "%Y/%m/%d %H:%M:%S",
  "%Y/%m/%d %H:%M",
  "%Y/%m/%d",
  "%Y.%m.%d %H:%M:%S",
  "%Y.%m.%d %H:%M",
  "%Y.%m.%d",
  "%Y/%m/%d %p%I:%M:%S",
  "%Y年%m月%d日 %H:%M:%S",
  "%Y年%m月%d日 %H:%M",
  "%Y年%m月%d日 %H时%M分%S秒",
  "%Y年%m月%d日 %H时%M分",
  "%Y年%m月%d日",
  NULL,
};

static const char *const standard_formats[] = {
  "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S", NULL,
};

static gboolean
add_formats (BhLedgerTime *self, const char *const *formats, GError **error)
{
  for (; *formats != NULL; formats++)
    {
      BhTimeFormat *format = bh_time_format_new (*formats, error);

      if (format == NULL)
        return FALSE;
      g_ptr_array_add (self->formats, format);
    }
  return TRUE;
}

BhLedgerTime *
bh_ledger_time_new (const char *const *formats, GTimeZone *zone, GError **error)
{
  g_autoptr (BhLedgerTime) self = g_new0 (BhLedgerTime, 1);

  g_return_val_if_fail (zone != NULL, NULL);

  self->zone = g_time_zone_ref (zone);
  self->formats = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_time_format_free);
  if (formats == NULL || formats[0] == NULL)
    formats = common_formats;
  self->expected = g_strjoinv (_ (" or "), (char **) formats);
  if (formats == common_formats)
    {
      g_free (self->expected);
      self->expected = g_strdup (common_formats[0]);
    }
  if (!add_formats (self, formats, error) || !add_formats (self, standard_formats, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bh_ledger_time_free (BhLedgerTime *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->formats, g_ptr_array_unref);
  g_free (self->expected);
  g_free (self);
}

static gint32
offset_at (GTimeZone *zone, gint64 utc)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc);

  return g_time_zone_get_offset (zone, interval);
}

static const ZoneDay *
look_up_day (BhLedgerTime *self, gint64 day)
{
  ZoneDay *entry = &self->days[day & (N_DAYS_KEPT - 1)];

  if (!entry->known || entry->day != day)
    {
      entry->known = TRUE;
      entry->day = day;
      entry->offset = offset_at (self->zone, (day - 1) * DAY);
      entry->plain = entry->offset == offset_at (self->zone, (day + 2) * DAY);
    }
  return entry;
}

/* Around a move of the clocks: before and after it are the only two offsets that can be meant. */
static gint64
near_move_to_utc (BhLedgerTime *self, gint64 local)
{
  gint64 by_old = local - offset_at (self->zone, local - DAY);
  gint64 by_new = local - offset_at (self->zone, local + DAY);
  gint64 first = MIN (by_old, by_new);
  gint64 second = MAX (by_old, by_new);

  if (first + offset_at (self->zone, first) == local)
    return first;
  if (second + offset_at (self->zone, second) == local)
    return second;
  return by_old;
}

gint64
bh_ledger_time_to_utc (BhLedgerTime *self, gint64 local)
{
  gint64 day = local / DAY - (local % DAY < 0);
  const ZoneDay *entry;

  g_return_val_if_fail (self != NULL, 0);

  entry = look_up_day (self, day);
  return entry->plain ? local - entry->offset : near_move_to_utc (self, local);
}

static void
set_not_a_time (BhLedgerTime *self, const char *text, gsize length, GError *cause, GError **error)
{
  g_autofree char *whole = g_strndup (text, length);
  g_autofree char *shown = g_utf8_substring (whole, 0, MIN (MAX_QUOTED, g_utf8_strlen (whole, -1)));

  if (cause != NULL)
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE, _ ("“%s” is not a time: %s"),
                 shown, cause->message);
  else
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE,
                 _ ("“%s” is not a time of the form %s"), shown, self->expected);
}

gboolean
bh_ledger_time_parse (
    BhLedgerTime *self, const char *text, gsize length, gint64 *instant, GError **error)
{
  g_autoptr (GError) impossible = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (instant != NULL, FALSE);

  for (guint i = 0; i < self->formats->len; i++)
    {
      BhTimeParts parts;
      gint64 seconds;

      if (!bh_time_format_match (self->formats->pdata[i], text, length, &parts)
          || !bh_time_parts_check (&parts, impossible == NULL ? &impossible : NULL))
        continue;
      seconds = bh_time_parts_to_seconds (&parts);
      seconds = parts.has_offset ? seconds - parts.offset : bh_ledger_time_to_utc (self, seconds);
      *instant = seconds * G_USEC_PER_SEC + parts.microsecond;
      return TRUE;
    }
  set_not_a_time (self, text, length, impossible, error);
  return FALSE;
}
