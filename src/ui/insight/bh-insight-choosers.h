/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-pareto.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the charts of the Insight page are chosen with. */

/** bh_insight_create_figures: Returns: a drop-down of all figures, in the order of #BhFigureId,
 * which says what the chosen one is */
GtkWidget *bh_insight_create_figures (void);
/** bh_insight_figures_get_key: Returns: (transfer none): of the chosen one */
const char *bh_insight_figures_get_key (GtkDropDown *figures);
/** bh_insight_figures_choose: @key: (nullable): an unknown one changes nothing */
void bh_insight_figures_choose (GtkDropDown *figures, const char *key);
/** bh_insight_create_levels: Returns: buttons for the action `insight.level` */
GtkWidget *bh_insight_create_levels (void);

/** bh_insight_level_get_code: Returns: (transfer none): "leaf" or "top" */
const char *bh_insight_level_get_code (BhParetoLevel level);
/** bh_insight_level_find: Returns: FALSE for an unknown code */
gboolean bh_insight_level_find (const char *code, BhParetoLevel *level);

G_END_DECLS
