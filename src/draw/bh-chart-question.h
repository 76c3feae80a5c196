/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"

G_BEGIN_DECLS

/* What makers of charts do with a question, and texts that many of them have. */

/** bh_chart_question_dup_subtitle: Returns: (transfer full): which tickets, and when */
char *bh_chart_question_dup_subtitle (const BhChartQuestion *self, BhInsight *insight);

/** bh_chart_question_get_compare: @compare: (out): what a number is compared with: of one that
 * grows while a period runs (bh_figure_grows()), as much of it as has passed of the period; from =
 * to where there is nothing to compare with */
void bh_chart_question_get_compare (const BhChartQuestion *self,
                                    BhInsight *insight,
                                    gboolean grows,
                                    BhPeriod *compare);

/** bh_chart_question_count_months: @last_month: (out): year * 100 + month. Returns: how many months
 * up to that one a line of months shows: of a month or a quarter thirteen, how it came to it; of a
 * longer period all that it touches */
guint
bh_chart_question_count_months (const BhChartQuestion *self, BhInsight *insight, int *last_month);

/** bh_chart_question_has_variant: Returns: whether @code is the variant that is asked for */
gboolean bh_chart_question_has_variant (const BhChartQuestion *self, const char *code);

/** bh_chart_take_filter_text: @filter: (transfer full) (nullable). Returns: (transfer full)
 * (nullable): its text */
char *bh_chart_take_filter_text (BhTicketFilter *filter);

/** bh_chart_dup_brush: Returns: (transfer full): the text of a filter by one value */
char *bh_chart_dup_brush (BhFilterField field, const char *value);

/** bh_chart_dup_count: Returns: (transfer full): "1,284" */
char *bh_chart_dup_count (gint64 count);
/** bh_chart_dup_tickets: Returns: (transfer full): "1,284 tickets" */
char *bh_chart_dup_tickets (gint64 count);
/** bh_chart_dup_share: Returns: (transfer full): "12.5%" of a whole, "–" of none */
char *bh_chart_dup_share (gint64 part, gint64 whole);

G_END_DECLS
