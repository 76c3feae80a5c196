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
  BH_FIGURE_HANDLING_DAYS,
  BH_FIGURE_RESPONSE_HOURS,
  BH_FIGURE_HANDOVER_HOURS,
  BH_FIGURE_REPEAT_SHARE,
  BH_FIGURE_REWORK_SHARE,
  BH_FIGURE_RESOLVED_SHARE,
  BH_FIGURE_SIGNOFF_SHARE,
  BH_FIGURE_CALLBACK_SHARE,
  BH_FIGURE_SATISFACTION,
  BH_FIGURE_SATISFACTION_INDEX,
} BhFigureId;

#define BH_N_FIGURES 18

G_STATIC_ASSERT (BH_N_FIGURES < 63);

/** BH_FIGURE_BIT: the set of one figure, to be joined with others by `|` */
#define BH_FIGURE_BIT(id) (G_GUINT64_CONSTANT (1) << (id))

/** bh_figure_find: Returns: FALSE where @key is that of no figure */
gboolean bh_figure_find (const char *key, BhFigureId *figure);
/** bh_figure_get_info: Returns: (transfer none): what the registry says of a figure */
const BhFigureInfo *bh_figure_get_info (BhFigureId figure);
/** bh_figure_grows: Returns: whether it counts what happens in a period, so that it grows while
 * that runs; what is open at its end does not */
gboolean bh_figure_grows (BhFigureId figure);

G_END_DECLS
