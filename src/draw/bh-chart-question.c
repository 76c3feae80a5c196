/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-question.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-axis.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-period-shift.h"
#include "insight/bh-trend.h"

#define MONTHS_OF_A_QUARTER 3

void
bh_chart_question_get_compare (const BhChartQuestion *self,
                               BhInsight *insight,
                               gboolean grows,
                               BhPeriod *compare)
{
  g_return_if_fail (self != NULL && insight != NULL && compare != NULL);

  *compare = self->compare;
  if (grows && compare->from < compare->to)
    bh_period_get_part (bh_insight_get_time (insight), &self->period,
                        bh_insight_get_as_of (insight), &self->compare, compare);
}

char *
bh_chart_question_dup_subtitle (const BhChartQuestion *self, BhInsight *insight)
{
  g_autofree char *scope = bh_chart_words_dup_scope (
      self->filter != NULL ? bh_ticket_filter_to_text (self->filter) : "");
  g_autofree char *period
      = bh_chart_words_dup_period (&self->period, bh_insight_get_time (insight));

  return g_strdup_printf ("%s · %s", scope, period);
}

guint
bh_chart_question_count_months (const BhChartQuestion *self, BhInsight *insight, int *last_month)
{
  BhOfficeTime *time = bh_insight_get_time (insight);
  BhLocalTime first, last;
  guint n;

  bh_office_time_split (time, self->period.from, &first);
  bh_office_time_split (time, self->period.to - 1, &last);
  n = (guint) bh_month_count (first.month, last.month) + 1;
  *last_month = last.month;

  return n > MONTHS_OF_A_QUARTER ? n : BH_TREND_MONTHS;
}

gboolean
bh_chart_question_has_variant (const BhChartQuestion *self, const char *code)
{
  return g_strcmp0 (self->variant, code) == 0;
}

char *
bh_chart_take_filter_text (BhTicketFilter *filter)
{
  g_autoptr (BhTicketFilter) owned = filter;

  return owned != NULL ? g_strdup (bh_ticket_filter_to_text (owned)) : NULL;
}

char *
bh_chart_dup_brush (BhFilterField field, const char *value)
{
  const char *values[] = { value, NULL };
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();

  return bh_chart_take_filter_text (bh_ticket_filter_with (all, field, values, NULL));
}

char *
bh_chart_dup_count (gint64 count)
{
  return bh_chart_number_dup_text (BH_CHART_COUNTS, (double) count, 0);
}

char *
bh_chart_dup_tickets (gint64 count)
{
  g_autofree char *number = bh_chart_dup_count (count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", (gulong) count),
                          number);
}

char *
bh_chart_dup_share (gint64 part, gint64 whole)
{
  if (whole == 0)
    return g_strdup (BH_FIGURE_NO_VALUE);

  return bh_chart_number_dup_text (BH_CHART_PERCENTS, (double) part / (double) whole, 1);
}
