/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-talk.h"

#include "base/bh-i18n.h"
#include "domain/bh-mask.h"
#include "insight/bh-difference.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-repeat-chains.h"
#include "insight/bh-rise.h"

/* Where it is: categories, places, departments, people. */

#define ALPHA 0.05
/* figures.md: a sample of fewer than 10 is small. */
#define LEAST_SAMPLE 10
/* That one ticket is late says nothing about who has it. */
#define LEAST_HELD 2
/* A matter that came twice is one of many, one that came three times was not solved. */
#define LEAST_CHAIN 3

static char *
dup_count (gint64 count)
{
  return bh_figure_format_number (bh_figure_get_info (BH_FIGURE_RECEIVED), (double) count);
}

/* That a category has the most is said where it is so, and of more than a few. */
static void
talk_most (BhReportTalk *self, const BhPareto *pareto)
{
  const BhParetoItem *first = pareto->items->len > 0 ? g_ptr_array_index (pareto->items, 0) : NULL;
  const BhParetoItem *second = pareto->items->len > 1 ? g_ptr_array_index (pareto->items, 1) : NULL;
  g_autofree char *count = NULL, *share = NULL;

  if (first == NULL || first->category_id == 0 || pareto->total < LEAST_SAMPLE
      || (second != NULL && second->count == first->count))
    return;

  count = dup_count (first->count);
  share = bh_figure_format_number (bh_figure_get_info (BH_FIGURE_REPEAT_SHARE), first->share);
  bh_report_talk_add (
      self, BH_REPORT_WEIGHT_MOST,
      /* Translators: category, how many, which share */
      g_strdup_printf (_ ("Most are about %s: %s, %s of all."), first->name, count, share));
}

static void
talk_rise (BhReportTalk *self, const BhRise *rise)
{
  g_autofree char *before = dup_count (rise->previous);
  g_autofree char *now = dup_count (rise->count);
  g_autofree char *place_before = dup_count (rise->place_previous);
  g_autofree char *place_now = dup_count (rise->place_count);

  if (rise->place != NULL)
    bh_report_talk_add (self, BH_REPORT_WEIGHT_RISE,
                        /* Translators: category, from how many to how many tickets, place, from how
                         * many to how many there */
                        g_strdup_printf (_ ("What rose most is %s: from %s to %s, above all in %s: "
                                            "from %s to %s."),
                                         rise->category, before, now, rise->place, place_before,
                                         place_now));
  else
    bh_report_talk_add (self, BH_REPORT_WEIGHT_RISE,
                        g_strdup_printf (_ ("What rose most is %s: from %s to %s, in many places."),
                                         rise->category, before, now));
}

gboolean
bh_report_talk_categories (BhReportTalk *self, GError **error)
{
  g_autoptr (BhPareto) pareto = bh_pareto_compute (self->insight, &self->periods.period, NULL,
                                                   self->filter, BH_PARETO_LEAF, error);
  g_autoptr (BhRise) rise = NULL;

  if (pareto == NULL)
    return FALSE;
  if (self->before_known && !bh_rise_find (self->insight, pareto, self->filter, &rise, error))
    return FALSE;

  talk_most (self, pareto);
  if (rise != NULL)
    talk_rise (self, rise);

  return TRUE;
}

/* Sets @most to the group with the most overdue tickets, %NULL where two have as many or it has no
 * more than one. */
static gboolean
find_most_overdue (BhReportTalk *self, BhFigureBy by, char **name, gint64 *count, GError **error)
{
  g_autoptr (GPtrArray) groups
      = bh_figures_compute (self->insight, &self->periods.period, by, self->filter,
                            BH_FIGURE_BIT (BH_FIGURE_OVERDUE_OPEN_AT_END), error);
  const BhFigureGroup *most = NULL;

  *count = LEAST_HELD - 1;
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);
      gint64 overdue = group->values[BH_FIGURE_OVERDUE_OPEN_AT_END].count;

      if (overdue == *count)
        most = NULL;
      if (overdue > *count)
        {
          most = group;
          *count = overdue;
        }
    }
  if (most != NULL && most->id != 0)
    *name = g_strdup (most->key);

  return groups != NULL;
}

static gboolean
add_holder (BhReportTalk *self, BhFigureBy by, GString *text, GError **error)
{
  g_autofree char *name = NULL, *number = NULL;
  gint64 count;

  if (!find_most_overdue (self, by, &name, &count, error))
    return FALSE;
  if (name == NULL)
    return TRUE;

  number = dup_count (count);
  /* Translators: adds to a sentence about overdue tickets how many of them somebody has */
  g_string_append_printf (text, _ (", %s of these with %s"), number, name);

  return TRUE;
}

/* "Open at the end: 12 tickets", of a period that goes on: "Open now: 12 tickets". */
static char *
dup_open (BhReportTalk *self, const BhScorecardRow *open)
{
  g_autofree char *count = bh_figure_format (open->figure, &open->value);
  gulong n = (gulong) open->value.count;

  if (bh_insight_get_as_of (self->insight) < self->periods.period.to)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Open now: %s ticket", "Open now: %s tickets", n), count);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Open at the end: %s ticket", "Open at the end: %s tickets", n),
      count);
}

/* An office without deadlines has nothing that is past them: that is no success. */
static void
talk_none_overdue (BhReportTalk *self, const BhScorecardRow *open)
{
  const BhScorecardRow *on_time = bh_report_talk_get_row (self, BH_FIGURE_COMPLETION_ON_TIME);
  g_autofree char *text = dup_open (self, open);

  if (open->value.count > 0 && on_time->value.has_value)
    bh_report_talk_add (self, BH_REPORT_WEIGHT_OVERDUE,
                        /* Translators: behind "Open at the end: 12 tickets" */
                        g_strdup_printf (_ ("%s, none past its deadline."), text));
}

gboolean
bh_report_talk_overdue (BhReportTalk *self, GError **error)
{
  const BhScorecardRow *open = bh_report_talk_get_row (self, BH_FIGURE_OPEN_AT_END);
  const BhScorecardRow *overdue = bh_report_talk_get_row (self, BH_FIGURE_OVERDUE_OPEN_AT_END);
  g_autofree char *all = dup_open (self, open);
  g_autofree char *late = bh_figure_format (overdue->figure, &overdue->value);
  g_autoptr (GString) text = g_string_new (NULL);

  if (overdue->value.count == 0)
    {
      talk_none_overdue (self, open);
      return TRUE;
    }

  /* Translators: "Open at the end: 12 tickets", how many of them */
  g_string_printf (text, _ ("%s, %s past the deadline"), all, late);
  if (!add_holder (self, BH_BY_DEPARTMENT, text, error)
      || (self->request->profile == BH_REPORT_INTERNAL
          && !add_holder (self, BH_BY_STAFF, text, error)))
    return FALSE;
  g_string_append (text, _ ("."));
  bh_report_talk_add (self, BH_REPORT_WEIGHT_OVERDUE,
                      g_string_free (g_steal_pointer (&text), FALSE));

  return TRUE;
}

/* A department's share beside that of all others together. */
static double
get_department_p (const BhFigureValue *all, const BhFigureValue *own)
{
  BhFigureValue rest = { .has_value = all->denominator > own->denominator };

  rest.numerator = all->numerator - own->numerator;
  rest.denominator = all->denominator - own->denominator;
  rest.value = rest.has_value ? rest.numerator / rest.denominator : 0;
  if (!rest.has_value || own->value >= rest.value)
    return 1;

  return bh_difference_get_p (bh_figure_get_info (BH_FIGURE_SATISFACTION), own, &rest);
}

/* The lowest share of those with callbacks enough, where chance does not explain it. */
static const BhFigureGroup *
find_lowest (GPtrArray *groups, const BhFigureValue *all)
{
  const BhFigureGroup *lowest = NULL;
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);
      const BhFigureValue *own = &group->values[BH_FIGURE_SATISFACTION];

      if (group->id == 0 || own->denominator < LEAST_SAMPLE)
        continue;
      n++;
      if (lowest == NULL || own->value < lowest->values[BH_FIGURE_SATISFACTION].value)
        lowest = group;
    }
  if (n < 2 || get_department_p (all, &lowest->values[BH_FIGURE_SATISFACTION]) > ALPHA / n)
    return NULL;

  return lowest;
}

gboolean
bh_report_talk_satisfaction (BhReportTalk *self, GError **error)
{
  const BhScorecardRow *row = bh_report_talk_get_row (self, BH_FIGURE_SATISFACTION);
  g_autofree char *share = bh_figure_format (row->figure, &row->value);
  g_autofree char *basis = bh_figure_format_basis (row->figure, &row->value);
  g_autoptr (GPtrArray) groups = NULL;
  const BhFigureGroup *lowest;
  g_autofree char *low = NULL, *low_basis = NULL;

  if (!row->value.has_value || row->value.denominator < LEAST_SAMPLE)
    return TRUE;

  groups = bh_figures_compute (self->insight, &self->periods.period, BH_BY_DEPARTMENT, self->filter,
                               BH_FIGURE_BIT (BH_FIGURE_SATISFACTION), error);
  if (groups == NULL)
    return FALSE;

  lowest = find_lowest (groups, &row->value);
  if (lowest == NULL)
    {
      bh_report_talk_add (self, BH_REPORT_WEIGHT_SATISFACTION,
                          /* Translators: a share, and what it is of: "815 of 1,000" */
                          g_strdup_printf (_ ("Satisfied: %s (%s)."), share, basis));
      return TRUE;
    }

  low = bh_figure_format (row->figure, &lowest->values[BH_FIGURE_SATISFACTION]);
  low_basis = bh_figure_format_basis (row->figure, &lowest->values[BH_FIGURE_SATISFACTION]);
  bh_report_talk_add (self, BH_REPORT_WEIGHT_SATISFACTION,
                      /* Translators: a share and what it is of; department, its share, of what */
                      g_strdup_printf (_ ("Satisfied: %s (%s); the fewest with %s: %s (%s)."),
                                       share, basis, lowest->key, low, low_basis));

  return TRUE;
}

/* What it is about: the category says it without anybody's words. What anybody may read tells no
 * words, and of the place no more than the building. Returns: (nullable) */
static char *
dup_matter (BhReportTalk *self, const BhRepeatChain *chain)
{
  gboolean open = self->request->profile == BH_REPORT_PUBLIC;
  const char *category = bh_office_get_name (self->office, BH_TYPE_CATEGORY, chain->category_id);
  g_autofree char *place = open ? bh_mask_place (chain->place) : g_strdup (chain->place);
  const char *what = *category != '\0' ? category : open ? NULL : chain->summary;

  if (what == NULL || place == NULL || *place == '\0')
    return g_strdup (what);

  /* Translators: a matter and where it is */
  return g_strdup_printf (C_ ("matter", "%s, %s"), what, place);
}

gboolean
bh_report_talk_chains (BhReportTalk *self, GError **error)
{
  g_autoptr (GPtrArray) chains
      = bh_repeat_chains_compute (self->insight, &self->periods.period, self->filter, 1, error);
  const BhRepeatChain *chain;
  const BhRepeatLink *first;
  g_autofree char *matter = NULL;
  BhLocalTime since;

  if (chains == NULL)
    return FALSE;
  if (chains->len == 0)
    return TRUE;

  chain = g_ptr_array_index (chains, 0);
  if (chain->links->len < LEAST_CHAIN)
    return TRUE;

  first = g_ptr_array_index (chain->links, 0);
  matter = dup_matter (self, chain);
  if (matter == NULL)
    return TRUE;

  bh_office_time_split (bh_insight_get_time (self->insight), first->received_at, &since);
  bh_report_talk_add (self, BH_REPORT_WEIGHT_CHAIN,
                      /* Translators: what came again, how many times, year, month, day of the first
                       * time, its number */
                      g_strdup_printf (_ ("What came again most often is %s: %u times since "
                                          "%04d-%02d-%02d (%s)."),
                                       matter, chain->links->len, since.day / 10000,
                                       since.day / 100 % 100, since.day % 100, first->number));

  return TRUE;
}
