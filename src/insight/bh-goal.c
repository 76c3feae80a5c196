/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-goal.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "domain/bh-office-targets.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-period-shift.h"

#include <math.h>

#define MONTHS_PER_YEAR 12
#define AMBER 0.1
/* Sums of fractions must not decide. */
#define TOLERANCE 1e-9

static const struct
{
  const char *code;
  const char *label;
  const char *symbol;
} lights[] = {
  [BH_LIGHT_NONE] = { "none", "", "" },
  [BH_LIGHT_GREEN] = { "green", NC_ ("light", "On target"), "●" },
  [BH_LIGHT_AMBER] = { "amber", NC_ ("light", "Just missed"), "▲" },
  [BH_LIGHT_RED] = { "red", NC_ ("light", "Off target"), "◆" },
};

const char *
bh_light_get_code (BhLight light)
{
  g_return_val_if_fail ((guint) light < G_N_ELEMENTS (lights), "");

  return lights[light].code;
}

const char *
bh_light_get_label (BhLight light)
{
  g_return_val_if_fail ((guint) light < G_N_ELEMENTS (lights), "");

  return light != BH_LIGHT_NONE ? g_dpgettext2 (GETTEXT_PACKAGE, "light", lights[light].label) : "";
}

const char *
bh_light_get_symbol (BhLight light)
{
  g_return_val_if_fail ((guint) light < G_N_ELEMENTS (lights), "");

  return lights[light].symbol;
}

/* What one goal is computed for. */
typedef struct
{
  BhFigureMemo *memo;
  BhTarget *target;
  BhFigureId figure;
  BhTicketFilter *filter;
  const BhPeriod *period;
  int base_year; /* of the period, 0 where none is asked for */
  int year;      /* in which the period ends */
} Question;

static int
get_year (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return local.month / 100;
}

/* The part of the period that has passed by as-of. */
static double
get_passed (const Question *question)
{
  gint64 as_of = bh_insight_get_as_of (bh_figure_memo_get_insight (question->memo));
  const BhPeriod *period = question->period;

  return (double) (CLAMP (as_of, period->from, period->to) - period->from)
         / (double) (period->to - period->from);
}

/* @number: to be reached; a count is one of a whole year */
static void
set_number (const Question *question, double number, BhGoal *goal)
{
  BhOfficeTime *time = bh_insight_get_time (bh_figure_memo_get_insight (question->memo));

  goal->has_value = TRUE;
  goal->value = goal->so_far = number;
  if (!bh_figure_grows (question->figure))
    return;

  goal->value *= bh_period_get_share_of_year (time, question->period);
  goal->so_far = goal->value;
  /* The first busy day of a month is no alarm yet. */
  if (goal->form != BH_TARGET_ALARM || goal->better > 0)
    goal->so_far *= get_passed (question);
}

/* The figure of the base year until @to, or no goal. */
static gboolean
read_base (const Question *question, gint64 to, gboolean *known, double *base, GError **error)
{
  BhOfficeTime *time = bh_insight_get_time (bh_figure_memo_get_insight (question->memo));
  BhPeriod period;
  const BhFigureValue *value;

  bh_period_shift (time, question->period, to,
                   (question->base_year - question->year) * MONTHS_PER_YEAR, &period);
  if (!bh_figure_memo_has_records (question->memo, &period, known, error))
    return FALSE;
  if (period.from >= period.to)
    *known = FALSE;
  if (!*known)
    return TRUE;

  value = bh_figure_memo_get_alone (question->memo, question->filter, &period, question->figure,
                                    error);
  if (value == NULL)
    return FALSE;

  *base = bh_figure_value_get_number (bh_figure_get_info (question->figure), value);
  *known = value->has_value;

  return TRUE;
}

static gboolean
set_from_base_year (const Question *question, BhGoal *goal, GError **error)
{
  BhInsight *insight = bh_figure_memo_get_insight (question->memo);
  gint64 as_of = bh_insight_get_as_of (insight);
  double change = 1 + question->target->value, base = 0;
  gboolean known;

  if (!read_base (question, question->period->to, &known, &base, error))
    return FALSE;
  /* Nothing in a whole period is no measure for another one. */
  if (!known || base == 0)
    return TRUE;

  if (!bh_figure_grows (question->figure) || as_of >= question->period->to)
    {
      goal->has_value = TRUE;
      goal->value = goal->so_far = change * base;
      return TRUE;
    }
  /* What ends at this instant was never kept. */
  if (bh_insight_get_mode (insight) == BH_INSIGHT_KEPT)
    {
      bh_insight_note_left_out (insight);
      return TRUE;
    }

  goal->has_value = TRUE;
  goal->value = change * base;
  if (!read_base (question, as_of, &known, &base, error))
    return FALSE;
  goal->so_far = known ? change * base : 0;

  return TRUE;
}

/* An entered baseline is that of the base year, or of the year before that of the target. */
static gboolean
has_baseline (const Question *question)
{
  BhTarget *target = question->target;

  return target->has_baseline && (target->base_year != 0 || question->year == target->year);
}

static gboolean
compute (const Question *question, BhGoal *goal, GError **error)
{
  BhTarget *target = question->target;

  goal->better = bh_figure_get_info (question->figure)->better;
  if (goal->better == 0 && target->form == BH_TARGET_CHANGE)
    goal->better = (target->value > 0) - (target->value < 0);

  switch (target->form)
    {
    case BH_TARGET_VALUE:
    case BH_TARGET_ALARM:
      set_number (question, target->value, goal);
      return TRUE;
    case BH_TARGET_CHANGE:
      if (!has_baseline (question))
        return set_from_base_year (question, goal, error);
      set_number (question, (1 + target->value) * target->baseline, goal);
      return TRUE;
    case BH_TARGET_NONE:
      break;
    }

  return TRUE;
}

gboolean
bh_goal_compute (BhFigureMemo *memo,
                 BhTarget *target,
                 const BhPeriod *period,
                 BhTicketFilter *filter,
                 BhGoal *goal,
                 GError **error)
{
  g_autoptr (BhTicketFilter) own = NULL;
  Question question = { memo, target, 0, filter, period, target->base_year, 0 };
  BhOffice *office;

  g_return_val_if_fail (memo != NULL && period != NULL && goal != NULL, FALSE);
  g_return_val_if_fail (BH_IS_TARGET (target), FALSE);

  *goal = (BhGoal){ .form = target->form,
                    .early
                    = bh_insight_get_as_of (bh_figure_memo_get_insight (memo)) <= period->from };
  /* A figure of a later version of the program. */
  if (!bh_figure_find (target->figure, &question.figure))
    return TRUE;

  office = bh_insight_get_office (bh_figure_memo_get_insight (memo));
  if (filter == NULL)
    {
      question.filter = own = bh_target_resolve_filter (target, office, error);
      if (own == NULL)
        return FALSE;
    }
  question.year = get_year (bh_office_get_time (office), period->to - 1);
  if (question.base_year == 0)
    question.base_year = question.year - 1;

  return compute (&question, goal, error);
}

BhLight
bh_goal_judge (const BhGoal *goal, const BhFigureInfo *info, const BhFigureValue *value)
{
  double missed, room;

  g_return_val_if_fail (goal != NULL && info != NULL && value != NULL, BH_LIGHT_NONE);

  if (!goal->has_value || !value->has_value || goal->better == 0 || goal->early)
    return BH_LIGHT_NONE;

  missed = (goal->so_far - bh_figure_value_get_number (info, value)) * goal->better;
  room = fabs (goal->so_far) * TOLERANCE;
  if (goal->form == BH_TARGET_ALARM)
    return missed > room ? BH_LIGHT_RED : BH_LIGHT_NONE;
  if (missed <= room)
    return BH_LIGHT_GREEN;

  return missed <= fabs (goal->so_far) * AMBER + room ? BH_LIGHT_AMBER : BH_LIGHT_RED;
}

char *
bh_goal_format (const BhGoal *goal, const BhFigureInfo *info)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (goal != NULL && info != NULL, NULL);

  if (!goal->has_value)
    return g_strdup (BH_FIGURE_NO_VALUE);

  number = bh_figure_format_number (info, goal->value);
  if (goal->better == 0)
    return g_steal_pointer (&number);

  return g_strconcat (goal->better > 0 ? "≥ " : "≤ ", number, NULL);
}

gboolean
bh_goal_is_growing (const BhGoal *goal)
{
  g_return_val_if_fail (goal != NULL, FALSE);

  return goal->has_value && goal->so_far != goal->value;
}

char *
bh_goal_describe (const BhGoal *goal, const BhFigureInfo *info)
{
  BhGoal now;
  g_autofree char *text = NULL;

  g_return_val_if_fail (goal != NULL && info != NULL, NULL);

  if (!goal->has_value)
    return g_strdup ("");

  now = *goal;
  now.value = now.so_far;
  text = bh_goal_format (&now, info);
  if (goal->form == BH_TARGET_ALARM)
    /* Translators: a limit whose breach alarms, beside a figure: "alarm ≥ 30%" */
    return g_strdup_printf (_ ("alarm %s"), text);
  if (bh_goal_is_growing (goal))
    /* Translators: what a count is to have come to until today: "by now ≤ 2.5" */
    return g_strdup_printf (_ ("by now %s"), text);

  /* Translators: what a figure is to reach: "goal ≤ 3.0 d" */
  return g_strdup_printf (_ ("goal %s"), text);
}
