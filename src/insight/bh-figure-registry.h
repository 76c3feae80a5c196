/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figures.h"

G_BEGIN_DECLS

/** BhFigureId: place of a figure in bh_figures_list() and in BhFigureGroup.values. */
typedef enum
{
  BH_FIGURE_RECEIVED,
  BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS,
  BH_FIGURE_FINISHED,
  BH_FIGURE_OPEN_AT_END,
  BH_FIGURE_OVERDUE_OPEN_AT_END,
  BH_FIGURE_RESPONSE_ON_TIME,
  BH_FIGURE_COMPLETION_ON_TIME,
  BH_FIGURE_FIRST_ANSWER_ON_TIME,
  BH_FIGURE_PROMISE_KEPT,
  BH_FIGURE_HANDLING_DAYS,
  BH_FIGURE_RESPONSE_HOURS,
  BH_FIGURE_HANDOVER_HOURS,
  BH_FIGURE_REPEAT_SHARE,
  BH_FIGURE_REWORK_SHARE,
  BH_FIGURE_FIRST_TIME_FIX,
  BH_FIGURE_RESOLVED_SHARE,
  BH_FIGURE_SUSPENDED_SHARE,
  BH_FIGURE_ROUTING_ERROR_SHARE,
  BH_FIGURE_REMINDER_SHARE,
  BH_FIGURE_EXCEPTION_CLOSE_SHARE,
  BH_FIGURE_PASS_SHARE,
  BH_FIGURE_SIGNOFF_SHARE,
  BH_FIGURE_CALLBACK_SHARE,
  BH_FIGURE_SATISFACTION,
  BH_FIGURE_SATISFACTION_INDEX,
  BH_FIGURE_SOLVED_SHARE,
  BH_FIGURE_TIMELY_SHARE,
  BH_FIGURE_POLITE_SHARE,
  /* Stage by stage, in the order of #BhStageKind. */
  BH_FIGURE_STAGE_ON_TIME_DISPATCH,
  BH_FIGURE_STAGE_ON_TIME_ACCEPT,
  BH_FIGURE_STAGE_ON_TIME_INVESTIGATE,
  BH_FIGURE_STAGE_ON_TIME_PLAN,
  BH_FIGURE_STAGE_ON_TIME_EXECUTE,
  BH_FIGURE_STAGE_ON_TIME_SIGN,
  BH_FIGURE_STAGE_ON_TIME_CALLBACK,
  BH_FIGURE_STAGE_HOURS_DISPATCH,
  BH_FIGURE_STAGE_HOURS_ACCEPT,
  BH_FIGURE_STAGE_HOURS_INVESTIGATE,
  BH_FIGURE_STAGE_HOURS_PLAN,
  BH_FIGURE_STAGE_HOURS_EXECUTE,
  BH_FIGURE_STAGE_HOURS_SIGN,
  BH_FIGURE_STAGE_HOURS_CALLBACK,
} BhFigureId;

#define BH_N_FIGURES 42

G_STATIC_ASSERT (BH_N_FIGURES < 63);

/** BH_FIGURE_BIT: the set of one figure, to be joined with others by `|` */
#define BH_FIGURE_BIT(id) (G_GUINT64_CONSTANT (1) << (id))

/** BH_FIGURES_STAGES: the set of the seven figures of the stages that begins with @first */
#define BH_FIGURES_STAGES(first) (G_GUINT64_CONSTANT (0x7f) << (first))

/** bh_figure_find: Returns: FALSE where @key is that of no figure */
gboolean bh_figure_find (const char *key, BhFigureId *figure);
/** bh_figure_get_info: Returns: (transfer none): what the registry says of a figure */
const BhFigureInfo *bh_figure_get_info (BhFigureId figure);
/** bh_figures_get_main: Returns: the figures that are no detail */
BhFigureSet bh_figures_get_main (void);
/** bh_figure_grows: Returns: whether it counts what happens in a period, so that it grows while
 * that runs; what is open at its end does not */
gboolean bh_figure_grows (BhFigureId figure);

G_END_DECLS
