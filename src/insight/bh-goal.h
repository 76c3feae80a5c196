/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-memo.h"

G_BEGIN_DECLS

/** BhLight: how a value stands to its goal. */
typedef enum
{
  BH_LIGHT_NONE,  /* nothing to say: no value, no goal, or an alarm that keeps quiet */
  BH_LIGHT_GREEN, /* met */
  BH_LIGHT_AMBER, /* missed by at most a tenth of the goal */
  BH_LIGHT_RED,
} BhLight;

/** bh_light_get_code: Returns: (transfer none): "green", "amber", "red" or "none" */
const char *bh_light_get_code (BhLight light);
/** bh_light_get_label: Returns: (transfer none): the word beside the colour, translated; "" for
 * none */
const char *bh_light_get_label (BhLight light);
/** bh_light_get_symbol: Returns: (transfer none): a shape beside the colour, one for each: "●",
 * "▲", "◆"; "" for none */
const char *bh_light_get_symbol (BhLight light);

/**
 * BhGoal:
 * @has_value: FALSE where there is nothing to reach: the base year is not known
 * @better: 1 when more is better, -1 when less is, 0 when nobody knows: of a figure that is
 *   neither, the sign of the change that is wanted
 * @value: the number to reach by the end of the period, in the unit of the figure
 * @early: the period has not begun: nothing can be judged yet
 * @so_far: what is right at as-of: of a count that goes on growing, as much of @value as has passed
 *   of the period; else @value
 *
 * What a target asks for in one period.
 */
typedef struct
{
  gboolean has_value;
  BhTargetForm form;
  int better;
  gboolean early;
  double value;
  double so_far;
} BhGoal;

/**
 * bh_goal_compute:
 * @memo: what is computed already, and where the rest comes from
 * @period: the period to be judged, half-open: of the year in which it ends
 * @filter: (nullable): resolved; whose tickets are judged, %NULL for those that the target names
 *
 * A value or an alarm is the goal as it is. A change is (1 + value) × the figure of the same period
 * of the base year, from the database; where the office entered the baseline of that year, from
 * that. What the office entered for a count that grows (bh_figure_grows()) is for a whole year: a
 * month has to reach a twelfth of it, a quarter a fourth, any other stretch as much as it is of its
 * year. Shares and means are the same for every period. There is no goal where the figure of the
 * base year is unknown, or the office's records begin later than three days into its period.
 *
 * Returns: FALSE with @error: %BH_DOMAIN_ERROR_INPUT where the target's filter names what the
 *   office has no more
 */
gboolean bh_goal_compute (BhFigureMemo *memo,
                          BhTarget *target,
                          const BhPeriod *period,
                          BhTicketFilter *filter,
                          BhGoal *goal,
                          GError **error);

/** bh_goal_judge: Returns: the light, none before the period has begun. An alarm is red when its
 * limit is passed, else none. */
BhLight bh_goal_judge (const BhGoal *goal, const BhFigureInfo *info, const BhFigureValue *value);

/** bh_goal_format: Returns: (transfer full): "≤ 3.0 d", "≥ 85.0%"; "–" where there is none */
char *bh_goal_format (const BhGoal *goal, const BhFigureInfo *info);

/** bh_goal_describe: Returns: (transfer full): what is to be reached now, in words: "goal ≤ 3.0 d";
 * of a count that grows "by now ≤ 12", of an alarm "alarm ≥ 30%"; "" where there is nothing */
char *bh_goal_describe (const BhGoal *goal, const BhFigureInfo *info);
/** bh_goal_is_growing: Returns: whether less is right now than at the end of the period */
gboolean bh_goal_is_growing (const BhGoal *goal);

G_END_DECLS
