/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-talk.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-difference.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-period-shift.h"

/* What the card says: figures beside those of the period before, and beside their targets. */

#define ALPHA 0.05
#define LEAST_CHANGE 0.1
/* So many figures in one sentence. */
#define MOST_CHANGES 2
#define POINTS 100
#define LEAST_POINTS 0.1

/* What a period is compared with, by how many months it has. */
static const char *
get_before (int months, gboolean runs)
{
  switch (months)
    {
    case 1:
      return runs ? _ ("the same days of the month before") : _ ("the month before");
    case 3:
      return runs ? _ ("the same days of the quarter before") : _ ("the quarter before");
    case 12:
      return runs ? _ ("the same days of the year before") : _ ("the year before");
    default:
      return _ ("the period before");
    }
}

static const char *
get_year_before (int months, gboolean runs)
{
  if (runs)
    return _ ("the same days a year before");

  switch (months)
    {
    case 1:
      return _ ("the same month a year before");
    case 3:
      return _ ("the same quarter a year before");
    default:
      return _ ("the same period a year before");
    }
}

static int
count_months (BhReportTalk *self)
{
  return bh_period_count_months (bh_insight_get_time (self->insight), &self->periods.period);
}

static gboolean
runs (BhReportTalk *self)
{
  return bh_insight_get_as_of (self->insight) < self->periods.period.to;
}

static void
add_comparison (GString *text,
                const BhScorecardRow *row,
                const BhFigureValue *before,
                const char *when)
{
  g_autofree char *change = bh_figure_format_change (row->figure, &row->value, before);
  g_autofree char *then = bh_figure_format (row->figure, before);

  /* Translators: a change, what it is compared with, the number then: ", +12.4% on the month before
   * (278)" */
  g_string_append_printf (text, _ (", %s on %s (%s)"), change, when, then);
}

void
bh_report_talk_received (BhReportTalk *self)
{
  const BhScorecardRow *row = bh_report_talk_get_row (self, BH_FIGURE_RECEIVED);
  g_autofree char *count = bh_figure_format (row->figure, &row->value);
  g_autoptr (GString) text = g_string_new (NULL);
  int months = count_months (self);

  if (runs (self))
    g_string_printf (text,
                     g_dngettext (GETTEXT_PACKAGE, "Received so far: %s ticket",
                                  "Received so far: %s tickets", (gulong) row->value.count),
                     count);
  else
    g_string_printf (text,
                     g_dngettext (GETTEXT_PACKAGE, "Received: %s ticket", "Received: %s tickets",
                                  (gulong) row->value.count),
                     count);
  if (self->before_known && row->previous_so_far.count > 0)
    add_comparison (text, row, &row->previous_so_far, get_before (months, runs (self)));
  if (self->year_known && row->year_before_so_far.count > 0 && months != 12)
    add_comparison (text, row, &row->year_before_so_far, get_year_before (months, runs (self)));
  /* Translators: ends a sentence. */
  g_string_append (text, _ ("."));
  bh_report_talk_add (self, BH_REPORT_WEIGHT_RECEIVED,
                      g_string_free (g_steal_pointer (&text), FALSE));
}

void
bh_report_talk_finished (BhReportTalk *self)
{
  const BhScorecardRow *finished = bh_report_talk_get_row (self, BH_FIGURE_FINISHED);
  const BhScorecardRow *days = bh_report_talk_get_row (self, BH_FIGURE_HANDLING_DAYS);
  const BhScorecardRow *on_time = bh_report_talk_get_row (self, BH_FIGURE_COMPLETION_ON_TIME);
  g_autofree char *count = bh_figure_format (finished->figure, &finished->value);
  g_autofree char *taken = bh_figure_format (days->figure, &days->value);
  g_autofree char *share = bh_figure_format (on_time->figure, &on_time->value);
  g_autofree char *text = NULL;

  if (finished->value.count == 0 || !days->value.has_value)
    return;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Finished: %s ticket, in %s on average",
                                       "Finished: %s tickets, in %s on average",
                                       (gulong) finished->value.count),
                          count, taken);
  if (on_time->value.has_value && !bh_figure_value_is_small (on_time->figure, &on_time->value))
    /* Translators: "Finished: 12 tickets, in 2.1 d on average; 81.5% of what was due …" */
    bh_report_talk_add (
        self, BH_REPORT_WEIGHT_FINISHED,
        g_strdup_printf (_ ("%s; %s of what was due was done on time."), text, share));
  else
    bh_report_talk_add (self, BH_REPORT_WEIGHT_FINISHED, g_strconcat (text, _ ("."), NULL));
}

/* How sure it is that a figure changed, and whether for the better. */
typedef struct
{
  const BhScorecardRow *row;
  double p;
  gboolean better;
} Change;

/* Mean and median of a duration have to go the same way, and the mean, which is what is shown, by a
 * tenth at least: where half of all is quick and half is slow, a median jumps for little. */
static gboolean
read_change (BhReportTalk *self, const BhScorecardRow *row, Change *change)
{
  const BhFigureValue *now = &row->value, *before = &row->previous;
  double difference;

  if (row->problem != NULL || row->figure->better == 0
      || !g_str_equal (row->filter, bh_ticket_filter_to_text (self->filter)) || now->provisional
      || before->provisional)
    return FALSE;

  difference = bh_figure_value_get_number (row->figure, now)
               - bh_figure_value_get_number (row->figure, before);
  if (row->figure->form == BH_FIGURE_SPREAD
      && (difference * (now->median - before->median) <= 0
          || ABS (difference) < LEAST_CHANGE * before->mean))
    return FALSE;

  change->row = row;
  change->p = bh_difference_get_p (row->figure, now, before);
  change->better = difference * row->figure->better > 0;

  return change->p < 1;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *left = a, *right = b;

  if (left->p != right->p)
    return left->p < right->p ? -1 : 1;

  return left->row->id < right->row->id ? -1 : 1;
}

/* One figure stands on the card twice where it has two targets. */
static gboolean
has_change (GArray *changes, BhFigureId figure)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, Change, i).row->id == figure)
      return TRUE;

  return FALSE;
}

static char *
dup_changes (GArray *changes, gboolean better)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < changes->len && n < MOST_CHANGES; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      const BhScorecardRow *row = change->row;
      g_autofree char *value = NULL, *moved = NULL;

      if (change->better != better || change->p > ALPHA / changes->len)
        continue;
      value = bh_figure_format (row->figure, &row->value);
      moved = bh_figure_format_change (row->figure, &row->value, &row->previous);
      if (n++ > 0)
        /* Translators: between two names of a list. */
        g_string_append (list, _ (", "));
      /* Translators: a figure, its value, its change: "Repeats 17.8% (+2.3 points)" */
      g_string_append_printf (list, C_ ("change", "%s %s (%s)"), bh_figure_get_name (row->figure),
                              value, moved);
    }

  return n > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

void
bh_report_talk_changes (BhReportTalk *self)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autofree char *worse = NULL, *better = NULL;
  const char *before = get_before (count_months (self), FALSE);

  for (guint i = 0; self->before_known && i < self->card->len; i++)
    {
      const BhScorecardRow *row = g_ptr_array_index (self->card, i);
      Change change;

      if (!has_change (changes, row->id) && read_change (self, row, &change))
        g_array_append_val (changes, change);
    }
  g_array_sort (changes, compare_changes);
  worse = dup_changes (changes, FALSE);
  better = dup_changes (changes, TRUE);
  /* Translators: what it is compared with; a list of figures */
  if (worse != NULL)
    bh_report_talk_add (self, BH_REPORT_WEIGHT_WORSE,
                        g_strdup_printf (_ ("Worse than %s: %s."), before, worse));
  if (better != NULL)
    bh_report_talk_add (self, BH_REPORT_WEIGHT_BETTER,
                        g_strdup_printf (_ ("Better than %s: %s."), before, better));
}

/* "2.8 points", "0.4 d": how far the value is from what it should be by now. */
static char *
dup_gap (const BhScorecardRow *row)
{
  double gap = bh_figure_value_get_number (row->figure, &row->value) - row->goal.so_far;

  if (row->figure->form == BH_FIGURE_SHARE && ABS (gap) * POINTS < LEAST_POINTS / 2)
    return g_strdup_printf (_ ("less than %.1f points"), LEAST_POINTS);
  if (row->figure->form == BH_FIGURE_SHARE)
    return g_strdup_printf (_ ("%.1f points"), ABS (gap) * POINTS);

  return bh_figure_format_number (row->figure, ABS (gap));
}

static void
add_target (GString *list, const BhScorecardRow *row, const char *scope)
{
  gboolean missed = row->light >= BH_LIGHT_AMBER;
  g_autofree char *name = bh_chart_words_dup_figure (row->figure, scope);
  g_autofree char *value = bh_figure_format (row->figure, &row->value);
  g_autofree char *gap = dup_gap (row);
  BhGoal now = row->goal;
  g_autofree char *goal = NULL;

  /* Of a count in a period that goes on, as much as should be there by now. */
  now.value = now.so_far;
  goal = bh_goal_format (&now, row->figure);
  if (list->len > 0)
    g_string_append (list, _ (", "));
  if (!missed)
    /* Translators: a figure, its value and its goal: "Repeats 12.8% (≤ 15.0%)" */
    g_string_append_printf (list, C_ ("target", "%s %s (%s)"), name, value, goal);
  else if (row->goal.better > 0)
    /* Translators: a figure, its value, its goal, how much is missing */
    g_string_append_printf (list, _ ("%s %s (%s, short by %s)"), name, value, goal, gap);
  else
    /* Translators: a figure, its value, its goal, how much it is too much */
    g_string_append_printf (list, _ ("%s %s (%s, over by %s)"), name, value, goal, gap);
}

void
bh_report_talk_targets (BhReportTalk *self)
{
  const char *own = bh_ticket_filter_to_text (self->filter);
  g_autoptr (GString) missed = g_string_new (NULL);
  g_autoptr (GString) met = g_string_new (NULL);

  for (guint i = 0; i < self->card->len; i++)
    {
      const BhScorecardRow *row = g_ptr_array_index (self->card, i);

      if (row->problem != NULL || row->light == BH_LIGHT_NONE || row->goal.better == 0
          || bh_figure_value_is_small (row->figure, &row->value))
        continue;
      add_target (row->light >= BH_LIGHT_AMBER ? missed : met, row,
                  g_str_equal (row->filter, own) ? "" : row->filter);
    }
  if (missed->len > 0)
    bh_report_talk_add (self, BH_REPORT_WEIGHT_MISSED,
                        g_strdup_printf (_ ("Targets missed: %s."), missed->str));
  if (met->len > 0)
    bh_report_talk_add (self, BH_REPORT_WEIGHT_MET,
                        g_strdup_printf (_ ("Targets met: %s."), met->str));
}
