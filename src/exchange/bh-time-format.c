/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-time-format.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <string.h>

typedef enum
{
  OP_BYTE, /* this very byte */
  OP_SPACE,
  OP_YEAR,
  OP_SHORT_YEAR,
  OP_MONTH,
  OP_MONTH_NAME,
  OP_DAY,
  OP_DAY_NAME,
  OP_HOUR,
  OP_HALF_DAY_HOUR,
  OP_HALF_DAY,
  OP_MINUTE,
  OP_SECOND,
  OP_OFFSET,
} OpCode;

typedef struct
{
  guint8 code; /* OpCode */
  char byte;
} Op;

struct _BhTimeFormat
{
  GArray *ops; /* owned, of Op */
};

typedef struct
{
  const char *p;
  const char *end;
  BhTimeParts *parts;
  gboolean afternoon;
  gboolean has_half_day;
  gboolean has_half_day_hour;
} Scan;

static const char *const month_names[]
    = { "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december" };
static const char *const day_names[]
    = { "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday" };

static int
days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && leap);
}

gboolean
bh_time_parts_check (const BhTimeParts *parts, GError **error)
{
  g_return_val_if_fail (parts != NULL, FALSE);

  if (parts->year < BH_MIN_YEAR || parts->year > BH_MAX_YEAR)
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE,
                 _ ("the year %d is not between %d and %d"), parts->year, BH_MIN_YEAR, BH_MAX_YEAR);
  else if (parts->month < 1 || parts->month > 12)
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE, _ ("there is no month %d"),
                 parts->month);
  else if (parts->day < 1 || parts->day > days_in_month (parts->year, parts->month))
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE, _ ("%04d-%02d has no day %d"),
                 parts->year, parts->month, parts->day);
  else if (parts->hour < 0 || parts->hour > 23 || parts->minute > 59 || parts->second > 60)
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE,
                 _ ("%02d:%02d:%02d is no time of day"), parts->hour, parts->minute, parts->second);
  else
    return TRUE;
  return FALSE;
}

gint64
bh_time_parts_to_seconds (const BhTimeParts *parts)
{
  /* Years from March on have their leap day at the end; 306 days are March to December. */
  gint64 year = parts->year - (parts->month <= 2);
  gint64 month = (parts->month + 9) % 12;
  gint64 days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10
                + parts->day - 1 - 719468;

  return days * 86400 + parts->hour * 3600 + parts->minute * 60 + parts->second;
}

static void
add_op (BhTimeFormat *self, OpCode code, char byte)
{
  Op op = { (guint8) code, byte };

  g_array_append_val (self->ops, op);
}

/* The conversions that stand for others. */
static const char *
expand (char conversion)
{
  switch (conversion)
    {
    case 'D':
      return "%m/%d/%y";
    case 'F':
      return "%Y-%m-%d";
    case 'R':
      return "%H:%M";
    case 'T':
      return "%H:%M:%S";
    case 'r':
      return "%I:%M:%S %p";
    default:
      return NULL;
    }
}

static gboolean
find_op (char conversion, OpCode *code)
{
  static const struct
  {
    const char *conversions;
    OpCode code;
  } table[] = {
    { "Y", OP_YEAR },     { "y", OP_SHORT_YEAR }, { "m", OP_MONTH },  { "bBh", OP_MONTH_NAME },
    { "de", OP_DAY },     { "aA", OP_DAY_NAME },  { "Hk", OP_HOUR },  { "Il", OP_HALF_DAY_HOUR },
    { "p", OP_HALF_DAY }, { "M", OP_MINUTE },     { "S", OP_SECOND }, { "z", OP_OFFSET },
    { "nt", OP_SPACE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (conversion != '\0' && strchr (table[i].conversions, conversion) != NULL)
      {
        *code = table[i].code;
        return TRUE;
      }
  return FALSE;
}

static gboolean
compile (BhTimeFormat *self, const char *format, GError **error)
{
  for (const char *p = format; *p != '\0'; p++)
    {
      OpCode code;

      if (g_ascii_isspace (*p))
        add_op (self, OP_SPACE, 0);
      else if (*p != '%')
        add_op (self, OP_BYTE, *p);
      else if (*++p == '%')
        add_op (self, OP_BYTE, *p);
      else if (find_op (*p, &code))
        add_op (self, code, 0);
      else if (expand (*p) != NULL)
        {
          if (!compile (self, expand (*p), error))
            return FALSE;
        }
      else
        {
          g_set_error (
              error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
              _ ("the time format “%s” has an unknown conversion %%%.1s; there are "
                 "%%a %%b %%d %%D %%e %%F %%H %%I %%m %%M %%p %%r %%R %%S %%T %%y %%Y %%z"),
              format, p);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_op (BhTimeFormat *self, OpCode one, OpCode other)
{
  for (guint i = 0; i < self->ops->len; i++)
    {
      Op op = g_array_index (self->ops, Op, i);

      if (op.code == one || op.code == other)
        return TRUE;
    }
  return FALSE;
}

BhTimeFormat *
bh_time_format_new (const char *format, GError **error)
{
  g_autoptr (BhTimeFormat) self = g_new0 (BhTimeFormat, 1);

  g_return_val_if_fail (format != NULL, NULL);

  self->ops = g_array_new (FALSE, FALSE, sizeof (Op));
  if (!compile (self, format, error))
    return NULL;
  if (!has_op (self, OP_YEAR, OP_SHORT_YEAR) || !has_op (self, OP_MONTH, OP_MONTH_NAME)
      || !has_op (self, OP_DAY, OP_DAY))
    {
      g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP,
                   _ ("the time format “%s” does not give year, month and day"), format);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
bh_time_format_free (BhTimeFormat *self)
{
  g_clear_pointer (&self->ops, g_array_unref);
  g_free (self);
}

static gboolean
scan_number (Scan *scan, guint max_digits, int *value)
{
  const char *p = scan->p;
  const char *limit;
  int n = 0;

  while (p < scan->end && *p == ' ')
    p++;
  limit = p + MIN ((gsize) max_digits, (gsize) (scan->end - p));
  scan->p = p;
  for (; p < limit && g_ascii_isdigit (*p); p++)
    n = n * 10 + (*p - '0');
  if (p == scan->p)
    return FALSE;
  scan->p = p;
  *value = n;
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word, gsize length)
{
  if ((gsize) (scan->end - scan->p) < length || g_ascii_strncasecmp (scan->p, word, length) != 0)
    return FALSE;
  scan->p += length;
  return TRUE;
}

/* Whole names come before their first three letters. */
static gboolean
scan_name (Scan *scan, const char *const *names, guint n_names, int *index)
{
  for (guint i = 0; i < n_names; i++)
    if (scan_word (scan, names[i], strlen (names[i])) || scan_word (scan, names[i], 3))
      {
        *index = (int) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
scan_half_day (Scan *scan)
{
  scan->has_half_day = TRUE;
  scan->afternoon
      = scan_word (scan, "pm", 2) || scan_word (scan, "p.m.", 4) || scan_word (scan, "下午", 6);
  return scan->afternoon || scan_word (scan, "am", 2) || scan_word (scan, "a.m.", 4)
         || scan_word (scan, "上午", 6);
}

/* Z, +hh, +hhmm or +hh:mm. */
static gboolean
scan_offset (Scan *scan)
{
  int sign, hours, minutes = 0;

  scan->parts->has_offset = TRUE;
  if (scan_word (scan, "z", 1))
    return TRUE;
  if (scan->p == scan->end || (*scan->p != '+' && *scan->p != '-'))
    return FALSE;
  sign = *scan->p++ == '-' ? -1 : 1;
  if (!scan_number (scan, 2, &hours))
    return FALSE;
  if (scan_word (scan, ":", 1) ? !scan_number (scan, 2, &minutes)
                               : scan->p < scan->end && !scan_number (scan, 2, &minutes))
    return FALSE;
  scan->parts->offset = sign * (hours * 3600 + minutes * 60);
  return hours < 24 && minutes < 60;
}

static void
scan_fraction (Scan *scan)
{
  int unit = 100000;

  if (scan->end - scan->p < 2 || (*scan->p != '.' && *scan->p != ',')
      || !g_ascii_isdigit (scan->p[1]))
    return;
  for (scan->p++; scan->p < scan->end && g_ascii_isdigit (*scan->p); scan->p++)
    {
      scan->parts->microsecond += (*scan->p - '0') * unit;
      unit /= 10;
    }
}

static gboolean
scan_short_year (Scan *scan)
{
  int year;

  if (!scan_number (scan, 2, &year))
    return FALSE;
  scan->parts->year = year + (year < 69 ? 2000 : 1900);
  return TRUE;
}

static gboolean
scan_op (Scan *scan, Op op)
{
  BhTimeParts *parts = scan->parts;
  int index;

  switch ((OpCode) op.code)
    {
    case OP_BYTE:
      return scan->p < scan->end && *scan->p++ == op.byte;
    case OP_SPACE:
      while (scan->p < scan->end && g_ascii_isspace (*scan->p))
        scan->p++;
      return TRUE;
    case OP_YEAR:
      return scan_number (scan, 4, &parts->year);
    case OP_SHORT_YEAR:
      return scan_short_year (scan);
    case OP_MONTH:
      return scan_number (scan, 2, &parts->month);
    case OP_MONTH_NAME:
      if (!scan_name (scan, month_names, G_N_ELEMENTS (month_names), &index))
        return FALSE;
      parts->month = index + 1;
      return TRUE;
    case OP_DAY:
      return scan_number (scan, 2, &parts->day);
    case OP_DAY_NAME:
      return scan_name (scan, day_names, G_N_ELEMENTS (day_names), &index);
    case OP_HOUR:
      return scan_number (scan, 2, &parts->hour);
    case OP_HALF_DAY_HOUR:
      scan->has_half_day_hour = TRUE;
      return scan_number (scan, 2, &parts->hour);
    case OP_HALF_DAY:
      return scan_half_day (scan);
    case OP_MINUTE:
      return scan_number (scan, 2, &parts->minute);
    case OP_SECOND:
      if (!scan_number (scan, 2, &parts->second))
        return FALSE;
      scan_fraction (scan);
      return TRUE;
    case OP_OFFSET:
      return scan_offset (scan);
    }
  g_assert_not_reached ();
}

gboolean
bh_time_format_match (const BhTimeFormat *self, const char *text, gsize length, BhTimeParts *parts)
{
  Scan scan = { .p = text, .end = text + length, .parts = parts };

  *parts = (BhTimeParts){ 0 };
  for (guint i = 0; i < self->ops->len; i++)
    if (!scan_op (&scan, g_array_index (self->ops, Op, i)))
      return FALSE;
  if (scan.p != scan.end)
    return FALSE;

  if (scan.has_half_day_hour && (parts->hour < 1 || parts->hour > 12))
    parts->hour = -1;
  else if (scan.has_half_day_hour && scan.has_half_day)
    parts->hour = parts->hour % 12 + (scan.afternoon ? 12 : 0);
  return TRUE;
}
