/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-channel-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-chart-rows.h"
#include "draw/bh-donut-chart.h"
#include "insight/bh-figure-filter.h"

/* The tickets that came by one of the channels @words. */
static char *
dup_filter (BhInsight *insight, const BhChartQuestion *question, const char *const *words)
{
  g_autoptr (BhTicketFilter) all = question->filter != NULL
                                       ? bh_ticket_filter_ref (question->filter)
                                       : bh_ticket_filter_new ();
  g_autoptr (BhTicketFilter) own = bh_ticket_filter_with (all, BH_FILTER_CHANNEL, words, NULL);

  return own != NULL ? bh_chart_take_filter_text (bh_figure_filter (
             BH_FIGURE_RECEIVED, &question->period, bh_insight_get_time (insight), own, NULL))
                     : NULL;
}

static char *
dup_value_text (gint64 count, gint64 all)
{
  g_autofree char *tickets = bh_chart_dup_tickets (count);
  g_autofree char *share = bh_chart_dup_share (count, all);

  return g_strdup_printf (C_ ("chart", "%s (%s)"), tickets, share);
}

static gint64
get_count (GPtrArray *groups, guint i)
{
  return ((const BhFigureGroup *) g_ptr_array_index (groups, i))->values[BH_FIGURE_RECEIVED].count;
}

/* Fills @others with the words of those that have no part of their own. */
static void
add_parts (BhInsight *insight,
           const BhChartQuestion *question,
           GPtrArray *groups,
           BhChartRows *rows,
           GPtrArray *others)
{
  gint64 all = 0;

  for (guint i = 0; i < groups->len; i++)
    all += get_count (groups, i);
  for (guint i = 0; i < groups->len; i++)
    {
      const BhFigureGroup *group = g_ptr_array_index (groups, i);
      const char *words[] = { group->key, NULL };

      if (get_count (groups, i) == 0)
        continue;
      bh_chart_rows_add (rows, group->id != 0 ? group->key : C_ ("chart", "Not given"),
                         dup_value_text (get_count (groups, i), all),
                         dup_filter (insight, question, words),
                         bh_chart_dup_brush (BH_FILTER_CHANNEL, group->key));
      bh_chart_rows_set (rows, 0, (double) get_count (groups, i), 0);
      if (bh_chart_rows_get_n (rows) >= BH_DONUT_PARTS)
        g_ptr_array_add (others, group->key);
    }
  g_ptr_array_add (others, NULL);
}

BhChart *
bh_channels_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  g_autoptr (GPtrArray) groups
      = bh_figures_compute (insight, &question->period, BH_BY_CHANNEL, question->filter,
                            BH_FIGURE_BIT (BH_FIGURE_RECEIVED), error);
  g_autoptr (BhChartRows) rows = bh_chart_rows_new (1);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *subtitle = bh_chart_question_dup_subtitle (question, insight);
  g_autofree char *filter = NULL;

  if (groups == NULL)
    return NULL;

  add_parts (insight, question, groups, rows, others);
  if (others->len > 1)
    filter = dup_filter (insight, question, (const char *const *) others->pdata);

  return bh_donut_chart_new (&(BhDonutData){
      .title = C_ ("chart", "Tickets by channel"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Channel"),
      .empty_text = _ ("No tickets were received in this period."),
      .numbers = BH_CHART_COUNTS,
      .unit = C_ ("chart", "tickets"),
      .items = bh_chart_rows_get_items (rows),
      .values = bh_chart_rows_get_values (rows, 0),
      .n_items = bh_chart_rows_get_n (rows),
      .rest = &(const BhChartItem){ .label = C_ ("chart", "Other channels"), .filter = filter },
  });
}
