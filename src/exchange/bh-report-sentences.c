/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-sentences.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

/* The row of all tickets of the report. */
static const BhScorecardRow *
get_row (BhReport *self, BhFigureId figure)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const BhReportLine *line = g_ptr_array_index (self->lines, i);

      if (line->row->id == figure && line->scope == 0)
        return line->row;
    }

  g_return_val_if_reached (NULL);
}

gboolean
bh_report_is_empty (BhReport *self)
{
  static const BhFigureId figures[]
      = { BH_FIGURE_RECEIVED, BH_FIGURE_FINISHED, BH_FIGURE_OPEN_AT_END };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (get_row (self, figures[i])->value.count > 0)
      return FALSE;

  return TRUE;
}

/* Part of a month is compared with the same part of another. */
static void
say_received (BhReport *self, GPtrArray *sentences)
{
  const BhScorecardRow *row = get_row (self, BH_FIGURE_RECEIVED);
  gboolean runs = self->request->as_of < self->periods[BH_REPORT_LAST].to;
  g_autofree char *count = bh_figure_format (row->figure, &row->value);
  g_autofree char *before
      = bh_figure_format_change (row->figure, &row->value, &row->previous_so_far);
  g_autofree char *year
      = bh_figure_format_change (row->figure, &row->value, &row->year_before_so_far);

  if (runs)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Received so far: %s tickets; %s on the same "
                                                    "days of the month before, %s on those of the "
                                                    "year before."),
                                                 count, before, year));
  else
    g_ptr_array_add (sentences,
                     g_strdup_printf (_ ("Received: %s tickets; %s on the month before, %s on the "
                                         "same month a year before."),
                                      count, before, year));
}

static void
say_finished (BhReport *self, GPtrArray *sentences)
{
  const BhScorecardRow *finished = get_row (self, BH_FIGURE_FINISHED);
  const BhScorecardRow *days = get_row (self, BH_FIGURE_HANDLING_DAYS);
  const BhScorecardRow *on_time = get_row (self, BH_FIGURE_COMPLETION_ON_TIME);
  g_autofree char *count = bh_figure_format (finished->figure, &finished->value);
  g_autofree char *taken = bh_figure_format (days->figure, &days->value);
  g_autofree char *share = bh_figure_format (on_time->figure, &on_time->value);

  g_ptr_array_add (sentences,
                   g_strdup_printf (_ ("Finished: %s tickets, in %s on average; %s of what was due "
                                       "was done on time."),
                                    count, taken, share));
}

static void
say_late (BhReport *self, GPtrArray *sentences)
{
  const BhScorecardRow *open = get_row (self, BH_FIGURE_OPEN_AT_END);
  const BhScorecardRow *overdue = get_row (self, BH_FIGURE_OVERDUE_OPEN_AT_END);
  g_autofree char *count = bh_figure_format (open->figure, &open->value);
  g_autofree char *late = bh_figure_format (overdue->figure, &overdue->value);

  g_ptr_array_add (sentences, g_strdup_printf (_ ("Open at the end of the month: %s tickets, %s of "
                                                  "them past their deadline."),
                                               count, late));
}

static void
say_category (BhReport *self, GPtrArray *sentences)
{
  if (self->most_frequent != NULL)
    g_ptr_array_add (sentences,
                     g_strdup_printf (_ ("Most are about %s: %.0f tickets, %.1f%% of all."),
                                      self->most_frequent, self->most_frequent_count,
                                      self->most_frequent_share * 100));
  if (self->risen_most != NULL)
    g_ptr_array_add (sentences,
                     g_strdup_printf (_ ("What rose most is %s: from %.0f to %.0f."),
                                      self->risen_most, self->risen_from, self->risen_to));
}

/* What was missed: of a count in a month that goes on, as much as should be there by now. */
static char *
dup_goal (const BhScorecardRow *row)
{
  BhGoal now = row->goal;
  g_autofree char *text = NULL;

  now.value = now.so_far;
  text = bh_goal_format (&now, row->figure);
  if (row->goal.so_far == row->goal.value)
    return g_steal_pointer (&text);

  /* Translators: what a count is to have come to until today: "by now ≤ 2.5" */
  return g_strdup_printf (_ ("by now %s"), text);
}

static void
say_targets (BhReport *self, GPtrArray *sentences)
{
  g_autoptr (GString) missed = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const BhReportLine *line = g_ptr_array_index (self->lines, i);
      g_autofree char *name = NULL, *value = NULL, *goal = NULL;

      if (!line->has_goals || line->row->light < BH_LIGHT_AMBER)
        continue;
      name = bh_report_line_dup_name (self, line);
      value = bh_figure_format (line->row->figure, &line->row->value);
      goal = dup_goal (line->row);
      if (missed->len > 0)
        /* Translators: between two names of a list. */
        g_string_append (missed, _ (", "));
      /* Translators: a figure, its value and its goal: "Repeats 17.8% (≤ 15.0%)" */
      g_string_append_printf (missed, _ ("%s %s (%s)"), name, value, goal);
    }
  if (missed->len > 0)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Targets missed: %s."), missed->str));
}

GPtrArray *
bh_report_make_sentences (BhReport *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (bh_report_is_empty (self))
    return g_steal_pointer (&sentences);

  say_received (self, sentences);
  say_category (self, sentences);
  say_finished (self, sentences);
  say_late (self, sentences);
  say_targets (self, sentences);

  return g_steal_pointer (&sentences);
}
