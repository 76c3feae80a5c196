/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-registry.h"

G_BEGIN_DECLS

/**
 * BhFigureMemo:
 *
 * Figures that one piece of work asks for again and again: the same month is a month before, a
 * base of a target and a point of a line. Each is computed once. Lives within one read transaction
 * and one thread.
 */
typedef struct _BhFigureMemo BhFigureMemo;

/** bh_figure_memo_new: @insight: outlives it. Returns: (transfer full) */
BhFigureMemo *bh_figure_memo_new (BhInsight *insight);
void bh_figure_memo_free (BhFigureMemo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhFigureMemo, bh_figure_memo_free)

BhInsight *bh_figure_memo_get_insight (BhFigureMemo *self);

/**
 * bh_figure_memo_set_wanted:
 * @wanted: figures that are asked for together, %BH_FIGURES_ALL at first
 *
 * Where one of them is asked for, the others are computed in one go, which costs less than one
 * after the other; a figure that is none of them is computed alone.
 */
void bh_figure_memo_set_wanted (BhFigureMemo *self, BhFigureSet wanted);

/**
 * bh_figure_memo_get:
 * @filter: (nullable): resolved
 * @period: may end in the future
 *
 * Returns: (transfer none) (nullable): the value, as long as @self lives; %NULL with @error
 */
const BhFigureValue *bh_figure_memo_get (BhFigureMemo *self,
                                         BhTicketFilter *filter,
                                         const BhPeriod *period,
                                         BhFigureId figure,
                                         GError **error);

/** bh_figure_memo_get_alone: the same for a figure of a time of which nobody asks for more */
const BhFigureValue *bh_figure_memo_get_alone (BhFigureMemo *self,
                                               BhTicketFilter *filter,
                                               const BhPeriod *period,
                                               BhFigureId figure,
                                               GError **error);

/** bh_figure_memo_get_first: @first: (out): when the first ticket of the office was received, 0
 * where there is none. Returns: FALSE with @error */
gboolean bh_figure_memo_get_first (BhFigureMemo *self, gint64 *first, GError **error);

/**
 * bh_figure_memo_has_records:
 * @known: (out): whether the records of the office begin within three days of the beginning of
 *   @period: else what grows in it says nothing about the whole of it
 *
 * Returns: FALSE with @error
 */
gboolean bh_figure_memo_has_records (BhFigureMemo *self,
                                     const BhPeriod *period,
                                     gboolean *known,
                                     GError **error);

G_END_DECLS
