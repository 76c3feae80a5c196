/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-news-words.h"

#include "base/bh-i18n.h"
/* What has so much of the whole is where to look first. */
#define MOST_SHARE 0.4

static char *
dup_week (const BhPeriod *week, BhOfficeTime *time)
{
  BhLocalTime first, last;

  bh_office_time_split (time, week->from, &first);
  bh_office_time_split (time, week->to - 1, &last);

  /* Translators: first and last day of a week: "11-09 to 11-15" */
  return g_strdup_printf (C_ ("news", "%02d-%02d to %02d-%02d"), first.day / 100 % 100,
                          first.day % 100, last.day / 100 % 100, last.day % 100);
}

char *
bh_news_dup_heading (const BhNews *self, BhOfficeTime *time)
{
  g_autofree char *week = NULL;

  g_return_val_if_fail (self != NULL && time != NULL, NULL);

  if (self->n_weeks == 0)
    return g_strdup_printf (
        _ ("What is new will be told once there are %d weeks to compare a week with."),
        BH_NEWS_LEAST_WEEKS);

  week = dup_week (&self->week, time);
  if (self->items->len == 0)
    return g_strdup_printf (
        _ ("The week %s was as the %u weeks before it: %u categories and places "
           "were compared."),
        week, self->n_weeks, self->n_compared);

  return g_strdup_printf (_ ("The week %s beside the %u weeks before it: of %u categories and "
                             "places, these are not as usual."),
                          week, self->n_weeks, self->n_compared);
}

/* Not more exactly than anybody can use. */
static char *
dup_expected (double expected)
{
  if (expected < 10)
    return g_strdup_printf ("%.1f", expected);

  return g_strdup_printf ("%.0f", expected);
}

/* What was to be expected, and what is usual. */
static char *
dup_more (const BhNewsItem *item, const char *count, const char *expected)
{
  g_autofree char *upper = g_strdup_printf ("%" G_GINT64_FORMAT, item->upper);

  /* Translators: name; count; what was expected; the most that is usual */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s: %s ticket in this week; about %s were to be expected, "
                                       "at most %s are usual.",
                                       "%s: %s tickets in this week; about %s were to be expected, "
                                       "at most %s are usual.",
                                       (gulong) item->line->count),
                          item->line->name, count, expected, upper);
}

static char *
dup_fewer (const BhNewsItem *item, const char *count, const char *expected)
{
  g_autofree char *lower = g_strdup_printf ("%" G_GINT64_FORMAT, item->lower);

  /* Translators: name; count; what was expected; the least that is usual */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s: only %s ticket in this week; about %s were to be "
                                       "expected, at least %s are usual.",
                                       "%s: only %s tickets in this week; about %s were to be "
                                       "expected, at least %s are usual.",
                                       (gulong) item->line->count),
                          item->line->name, count, expected, lower);
}

/* What to look at when there are more. */
static char *
dup_where (const BhNewsItem *item, const BhHotLine *most)
{
  g_autofree char *count = most != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, most->count) : NULL;
  gboolean together
      = most != NULL && (double) most->count >= MOST_SHARE * (double) item->line->count;

  if (item->kind == BH_NEWS_CATEGORY && together)
    return g_strdup_printf (_ ("%s of them come from %s: look there first."), count, most->name);
  if (item->kind == BH_NEWS_CATEGORY)
    return g_strdup (_ ("They come from many places: look for a cause that these have in common."));
  if (together)
    return g_strdup_printf (_ ("%s of them are about %s: look at that first."), count, most->name);

  return g_strdup (_ ("They are about many things: read them one after the other."));
}

char *
bh_news_dup_sentence (const BhNewsItem *item, const BhHotLine *most)
{
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, item->line->count);
  g_autofree char *expected = dup_expected (item->expected);
  g_autofree char *what = NULL;
  g_autofree char *where = NULL;

  if ((double) item->line->count > item->expected)
    {
      what = dup_more (item, count, expected);
      where = dup_where (item, most);
    }
  else
    {
      what = dup_fewer (item, count, expected);
      where = g_strdup (_ ("See whether a measure works, or whether tickets were not entered."));
    }

  /* Translators: two sentences, one after the other */
  return g_strdup_printf (C_ ("news", "%s %s"), what, where);
}
