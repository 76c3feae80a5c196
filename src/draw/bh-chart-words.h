/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "insight/bh-figures.h"

G_BEGIN_DECLS

/* Words that charts have in common; all are translated. @month is year * 100 + month. */

/** bh_chart_words_dup_month: Returns: (transfer full): "Oct 2026" */
char *bh_chart_words_dup_month (int month);
/** bh_chart_words_get_month_name: Returns: (transfer none): "Oct" */
const char *bh_chart_words_get_month_name (int month);
/** bh_chart_words_dup_year: Returns: (transfer full): "2026" */
char *bh_chart_words_dup_year (int month);
/** bh_chart_words_dup_period: Returns: (transfer full): the month, quarter or year that @period is,
 * or its first and last day */
char *bh_chart_words_dup_period (const BhPeriod *period, BhOfficeTime *time);
/**
 * bh_chart_words_dup_scope:
 * @scope: text of a filter
 *
 * Returns: (transfer full): which tickets are meant, as people read it: "Complaint, Repair ·
 *   Department: Engineering"; "All tickets" of an empty one
 */
char *bh_chart_words_dup_scope (const char *scope);
/** bh_chart_words_add_line: adds a line "Target: 80%" to what a mark says */
void bh_chart_words_add_line (GString *text, const char *name, const char *value);
/** bh_chart_words_add_note: adds @note as a line of its own, unless it is "" */
void bh_chart_words_add_note (GString *text, const char *note);
/** bh_chart_words_dup_figure: @scope: text of a filter. Returns: (transfer full): the figure and
 * the tickets that it is about: "Handling time · Complaint, Repair"; its name alone of all */
char *bh_chart_words_dup_figure (const BhFigureInfo *info, const char *scope);

G_END_DECLS
