/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figures.h"

G_BEGIN_DECLS

/* Figures as people read them: one place for window, charts, workbook and papers. All texts are
 * translated; numbers have separators of thousands and the unit beside them. */

/** BH_FIGURE_NO_VALUE: what stands where there is no value. */
#define BH_FIGURE_NO_VALUE "–"

/** bh_figure_get_name: Returns: (transfer none): "Handling time" */
const char *bh_figure_get_name (const BhFigureInfo *info);
/** bh_figure_get_unit: Returns: (transfer none): "d", "%", or "" */
const char *bh_figure_get_unit (const BhFigureInfo *info);
/** bh_figure_get_definition: Returns: (transfer none): what is counted, one sentence */
const char *bh_figure_get_definition (const BhFigureInfo *info);
/** bh_figure_get_formula: Returns: (transfer none): how it is computed, "numerator ÷ denominator"
 */
const char *bh_figure_get_formula (const BhFigureInfo *info);

/** bh_figure_value_get_number: Returns: the number that is compared, drawn and judged: the count,
 * the share (0.815), the mean; 0 where there is no value */
double bh_figure_value_get_number (const BhFigureInfo *info, const BhFigureValue *value);

/** bh_figure_value_is_small: Returns: whether it stands on a sample of fewer than 10, which is
 * marked (figures.md); a count has no sample */
gboolean bh_figure_value_is_small (const BhFigureInfo *info, const BhFigureValue *value);

/** bh_figure_format_number: Returns: (transfer full): a number of that figure: "3.2 d", "81.5%",
 * "1,284" */
char *bh_figure_format_number (const BhFigureInfo *info, double number);
/** bh_figure_format: Returns: (transfer full): its number as text, "–" where there is none */
char *bh_figure_format (const BhFigureInfo *info, const BhFigureValue *value);
/** bh_figure_format_basis: Returns: (transfer full): what stands behind it: "815 of 1,000" of a
 * share, "1,000 tickets" of a spread, "" of the rest and where there is nothing */
char *bh_figure_format_basis (const BhFigureInfo *info, const BhFigureValue *value);
/**
 * bh_figure_format_change:
 * @before: the value compared with
 *
 * Returns: (transfer full): "+12.4%", of shares the difference "−2.3 points"; "–" where one of
 *   them is unknown or nothing was there before
 */
char *bh_figure_format_change (const BhFigureInfo *info,
                               const BhFigureValue *value,
                               const BhFigureValue *before);

G_END_DECLS
