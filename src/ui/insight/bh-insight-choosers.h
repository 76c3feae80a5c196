/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"

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

/** bh_insight_create_variants: @info: with variants. Returns: what chooses one of them with the
 * action `part.variant`: buttons where they are few, else a menu */
GtkWidget *bh_insight_create_variants (const BhChartInfo *info);
/** bh_insight_variants_show: @variants: made for @info; says that @code is chosen */
void bh_insight_variants_show (GtkWidget *variants, const BhChartInfo *info, const char *code);

G_END_DECLS
