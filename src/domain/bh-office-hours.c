/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office-hours.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINUTES_PER_DAY (24 * 60)
#define HOURS_HINT "08:30-12:00,13:30-18:00"

static const char *const day_codes[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
static const char *const day_names[7]
    = { N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
        N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday") };
/* What follows 周, 星期 or 礼拜; the last two are one day. */
static const char *const day_numerals[] = { "一", "二", "三", "四", "五", "六", "日", "天" };

const char *
bh_weekday_get_name (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");

  return _ (day_names[weekday - 1]);
}

/* Plain ASCII where there is such a character, in lower case: "８：３０－１２：００，" */
static char *
fold (const char *text)
{
  static const struct
  {
    const char *from;
    const char *to;
  } marks[] = { { "–", "-" },  { "—", "-" },  { "~", "-" }, { "至", "-" },
                { "到", "-" }, { "、", "," }, { "；", ";" } };
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = plain != NULL ? g_utf8_strdown (plain, -1) : g_strdup ("?");
  g_autoptr (GString) folded = g_string_new (lower);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (folded, marks[i].from, marks[i].to, 0);

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
read_span (const char *text, BhHoursSpan *span)
{
  int hour[2], minute[2], length = 0;

  if (sscanf (text, " %2d:%2d - %2d:%2d %n", &hour[0], &minute[0], &hour[1], &minute[1], &length)
          != 4
      || length == 0 || text[length] != '\0')
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (hour[i] < 0 || minute[i] < 0 || minute[i] > 59)
      return FALSE;

  span->from = hour[0] * 60 + minute[0];
  span->to = hour[1] * 60 + minute[1];

  return span->to <= MINUTES_PER_DAY;
}

static int
compare_spans (const void *a, const void *b)
{
  return ((const BhHoursSpan *) a)->from - ((const BhHoursSpan *) b)->from;
}

static gboolean
check_order (const char *text, const BhDayHours *hours, GError **error)
{
  for (guint i = 1; i < hours->n_spans; i++)
    if (hours->spans[i].from <= hours->spans[i - 1].to)
      return bh_domain_reject_input (
          error, _ ("In the hours “%s”, two spans meet or overlap. Leave a break between them."),
          text);

  return TRUE;
}

/* @text: folded */
static gboolean
parse_day (const char *text, BhDayHours *hours, GError **error)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = g_strsplit (bare, ",", -1);

  hours->n_spans = 0;
  if (*bare == '\0' || g_str_equal (bare, "off") || g_str_equal (bare, "休息"))
    return TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      BhHoursSpan span;

      if (!read_span (parts[i], &span))
        return bh_domain_reject_input (
            error, _ ("“%s” are no office hours. Write them as %s; a day ends at 24:00 at most."),
            bare, HOURS_HINT);
      if (span.from >= span.to)
        return bh_domain_reject_input (
            error,
            _ ("The hours “%s” end before they begin. What goes past midnight is written as two "
               "days: until 24:00, and from 00:00."),
            parts[i]);
      if (hours->n_spans == BH_DAY_HOURS_MAX)
        return bh_domain_reject_input (error, _ ("“%s” are too many spans: a day has %d at most."),
                                       bare, BH_DAY_HOURS_MAX);
      hours->spans[hours->n_spans++] = span;
    }
  qsort (hours->spans, hours->n_spans, sizeof *hours->spans, compare_spans);

  return check_order (bare, hours, error);
}

gboolean
bh_day_hours_parse (const char *text, BhDayHours *hours, GError **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL && hours != NULL, FALSE);

  folded = fold (text);

  return parse_day (folded, hours, error);
}

char *
bh_day_hours_format (const BhDayHours *hours)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (hours != NULL, NULL);

  for (guint i = 0; i < hours->n_spans; i++)
    g_string_append_printf (text, "%s%02d:%02d-%02d:%02d", i > 0 ? "," : "",
                            hours->spans[i].from / 60, hours->spans[i].from % 60,
                            hours->spans[i].to / 60, hours->spans[i].to % 60);

  return g_string_free (text, FALSE);
}

gboolean
bh_day_hours_is_equal (const BhDayHours *a, const BhDayHours *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->n_spans == b->n_spans
         && memcmp (a->spans, b->spans, a->n_spans * sizeof *a->spans) == 0;
}

/* Takes the name of a weekday. Returns: 0 Monday to 6 Sunday, or -1 */
static int
take_weekday (const char **text)
{
  static const char *const prefixes[] = { "周", "星期", "礼拜" };

  for (int day = 0; day < 7; day++)
    if (g_str_has_prefix (*text, day_codes[day]))
      {
        while (g_ascii_isalpha (**text))
          (*text)++;
        return day;
      }

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    for (int day = 0; g_str_has_prefix (*text, prefixes[i]) && day < 8; day++)
      {
        const char *numeral = *text + strlen (prefixes[i]);

        if (!g_str_has_prefix (numeral, day_numerals[day]))
          continue;
        *text = numeral + strlen (day_numerals[day]);
        return MIN (day, 6);
      }

  return -1;
}

/* "mon-fri 08:30-12:00,13:30-18:00"; each day once. */
static gboolean
parse_group (const char *text, BhOfficeHours *hours, gboolean *named, GError **error)
{
  const char *rest = text;
  int first = take_weekday (&rest), last = first;
  BhDayHours day;

  if (first >= 0 && *rest == '-')
    {
      rest++;
      last = take_weekday (&rest);
    }
  if (first < 0 || last < first || (*rest != ' ' && *rest != ':'))
    return bh_domain_reject_input (
        error,
        _ ("“%s” does not begin with weekdays. Write the hours as mon-fri %s; sat 09:00-12:00."),
        text, HOURS_HINT);
  if (!parse_day (rest + 1, &day, error))
    return FALSE;

  for (int i = first; i <= last; i++)
    {
      if (named[i])
        return bh_domain_reject_input (error,
                                       _ ("%s stands twice in the hours. Name each day once."),
                                       bh_weekday_get_name (i + 1));
      named[i] = TRUE;
      hours->days[i] = day;
    }

  return TRUE;
}

gboolean
bh_office_hours_parse (const char *text, BhOfficeHours *hours, GError **error)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) groups = NULL;
  gboolean named[7] = { FALSE };

  g_return_val_if_fail (text != NULL && hours != NULL, FALSE);

  folded = fold (text);
  groups = g_strsplit (folded, ";", -1);
  *hours = (BhOfficeHours){ 0 };
  for (guint i = 0; groups[i] != NULL; i++)
    if (*g_strstrip (groups[i]) != '\0' && !parse_group (groups[i], hours, named, error))
      return FALSE;

  for (int i = 0; i < 7; i++)
    if (hours->days[i].n_spans > 0)
      return TRUE;

  return bh_domain_reject_input (
      error, _ ("These are no office hours on any day. Write them as mon-fri %s."), HOURS_HINT);
}

/* The last day from @first on that has the hours of @first. */
static int
find_last (const BhOfficeHours *hours, int first)
{
  int last = first;

  while (last < 6 && bh_day_hours_is_equal (&hours->days[first], &hours->days[last + 1]))
    last++;

  return last;
}

char *
bh_office_hours_format (const BhOfficeHours *hours)
{
  GString *text = g_string_new (NULL);
  int last;

  g_return_val_if_fail (hours != NULL, NULL);

  for (int first = 0; first < 7; first = last + 1)
    {
      g_autofree char *day = bh_day_hours_format (&hours->days[first]);

      last = find_last (hours, first);
      if (*day == '\0')
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", day_codes[first]);
      if (last > first)
        g_string_append_printf (text, "-%s", day_codes[last]);
      g_string_append_printf (text, " %s", day);
    }

  return g_string_free (text, FALSE);
}

char *
bh_office_hours_describe (const BhOfficeHours *hours)
{
  GString *text = g_string_new (NULL);
  int last;

  g_return_val_if_fail (hours != NULL, NULL);

  for (int first = 0; first < 7; first = last + 1)
    {
      g_autofree char *day = bh_day_hours_format (&hours->days[first]);
      g_auto (GStrv) spans = g_strsplit (day, ",", -1);
      g_autofree char *joined = g_strjoinv (C_ ("office time", ", "), spans);
      g_autofree char *days = NULL;

      last = find_last (hours, first);
      if (*day == '\0')
        continue;
      if (last == first)
        days = g_strdup (bh_weekday_get_name (first + 1));
      else
        /* Translators: “Monday to Friday” */
        days = g_strdup_printf (C_ ("weekdays", "%s to %s"), bh_weekday_get_name (first + 1),
                                bh_weekday_get_name (last + 1));
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? C_ ("office time", "; ") : "", days,
                              joined);
    }

  return g_string_free (text, FALSE);
}
