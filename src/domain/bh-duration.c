/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-duration.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"

#include <stdio.h>
#include <string.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
/* Longer than any office promises; what is larger was mistyped. */
#define LONGEST (10 * 366 * (gint64) DAY)

/* A name that begins like another one stands before it. */
static const struct
{
  const char *name;
  int seconds;
} units[] = {
  { "days", DAY },    { "day", DAY },        { "d", DAY },
  { "天", DAY },      { "日", DAY },         { "hours", HOUR },
  { "hour", HOUR },   { "hrs", HOUR },       { "hr", HOUR },
  { "h", HOUR },      { "个小时", HOUR },    { "小时", HOUR },
  { "时", HOUR },     { "minutes", MINUTE }, { "minute", MINUTE },
  { "mins", MINUTE }, { "min", MINUTE },     { "m", MINUTE },
  { "分钟", MINUTE }, { "分", MINUTE },      { "seconds", 1 },
  { "s", 1 },         { "秒", 1 },
};

static const char *
skip_blanks (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Returns: (nullable): what follows the unit; two units need no blank between them. */
static const char *
read_unit (const char *text, int *seconds)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *rest = text + strlen (units[i].name);

      if (!g_str_has_prefix (text, units[i].name)
          || (g_ascii_isalpha (units[i].name[0]) && g_ascii_isalpha (*rest)))
        continue;
      *seconds = units[i].seconds;
      return rest;
    }

  return NULL;
}

static gboolean
read_clock (const char *text, double *sum)
{
  int hours, minutes;
  int length = 0;

  if (sscanf (text, "%4d:%2d %n", &hours, &minutes, &length) != 2 || length == 0
      || text[length] != '\0' || hours < 0 || minutes < 0 || minutes > 59)
    return FALSE;
  *sum = hours * HOUR + minutes * MINUTE;

  return TRUE;
}

static gboolean
read_parts (const char *text, double *sum)
{
  int last = G_MAXINT;

  *sum = 0;
  for (text = skip_blanks (text); *text != '\0'; text = skip_blanks (text))
    {
      char *end;
      double number = g_ascii_isdigit (*text) ? g_ascii_strtod (text, &end) : -1;
      int unit = 0;

      if (number < 0)
        return FALSE;
      text = read_unit (skip_blanks (end), &unit);
      /* "30 min 1 h" is a slip, not a way to write it. */
      if (text == NULL || unit >= last)
        return FALSE;
      last = unit;
      *sum += number * unit;
    }

  return TRUE;
}

gboolean
bh_duration_parse (const char *text, gint64 *seconds, GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  double sum;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (seconds != NULL, FALSE);

  plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = plain != NULL ? g_utf8_strdown (plain, -1) : g_strdup ("");
  if ((!read_clock (folded, &sum) && !read_parts (folded, &sum)) || sum < 1 || sum > LONGEST)
    return bh_domain_reject_input (
        error, _ ("“%s” is no length of time; write it like 30 min, 4 h or 2 days"), text);
  *seconds = (gint64) (sum + 0.5);

  return TRUE;
}
