/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-pages.h"

#include "base/bh-i18n.h"
#include "ui/insight/bh-insight-list.h"
#include "ui/insight/bh-overview.h"
#include "ui/insight/bh-site-plan-page.h"

/* Which charts stand on which page: the one place where that is said. */

#define PLAIN BH_INSIGHT_ITEM_PLAIN
#define BY_FIGURE BH_INSIGHT_ITEM_NAMED_BY_FIGURE

#define LINE N_ ("How the figure went in 13 months will be drawn here.")
#define RANKS                                                                                      \
  N_ ("What the tickets of the period are about will be drawn here, the most frequent first.")

static const BhInsightItem overview[] = {
  { "overview-figures", NULL, NULL, NULL, BH_INSIGHT_ITEM_WIDE, NULL, bh_overview_new },
  { "overview-trend", "trend", "received", NULL, BY_FIGURE, LINE },
  { "overview-pareto", "pareto", NULL, NULL, PLAIN, RANKS },
  { NULL },
};

static const BhInsightItem trends[] = {
  { "trend-first", "trend", "received", NULL, BY_FIGURE, LINE },
  { "trend-on-time", "trend", "completion_on_time", NULL, BY_FIGURE, LINE },
  { "trend-handling", "trend", "handling_days", NULL, BY_FIGURE, LINE },
  { "trend-satisfaction", "trend", "satisfaction", NULL, BY_FIGURE, LINE },
  { .id = "trend-control", .chart = "control" },
  { .id = "trend-flow", .chart = "open-flow" },
  { NULL },
};

static const BhInsightItem categories[] = {
  { "categories-pareto", "pareto", NULL, NULL, PLAIN, RANKS },
  { .id = "categories-segments", .chart = "segments", .figure = "received" },
  { .id = "categories-channels", .chart = "channels" },
  { .id = "categories-handling", .chart = "handling-histogram" },
  { NULL },
};

static const BhInsightItem hot_spots[] = {
  { .id = "hot-weekday-hour", .chart = "weekday-hour" },
  { .id = "news", .make = bh_insight_list_new_of_news },
  { .id = "hot-places", .chart = "hot-places" },
  { .id = "hot-equipment", .chart = "hot-equipment" },
  { .id = "site-plan", .make = bh_site_plan_page_new, .flags = BH_INSIGHT_ITEM_WIDE },
  { .id = "hot-building-category", .chart = "building-category", .flags = BH_INSIGHT_ITEM_WIDE },
  { .id = "hot-chessboard", .chart = "chessboard", .flags = BH_INSIGHT_ITEM_WIDE },
  { NULL },
};

static const BhInsightItem stages[] = {
  { .id = "stages-funnel", .chart = "stage-funnel" },
  { .id = "stages-hours", .chart = "stage-hours" },
  { .id = "stages-on-time", .chart = "stage-on-time" },
  { "stages-handover", "trend", "handover_hours", NULL, BY_FIGURE, LINE },
  { NULL },
};

static const BhInsightItem open_tickets[] = {
  { .id = "open-age", .chart = "open-age" },
  { .id = "open-departments", .chart = "overdue-departments" },
  { .id = "open-flow", .chart = "open-flow" },
  { "open-overdue", "trend", "overdue_open_at_end", NULL, BY_FIGURE, LINE },
  { NULL },
};

static const BhInsightItem people[] = {
  { .id = "people-departments", .chart = "departments", .figure = "completion_on_time" },
  { .id = "people-people", .chart = "people", .figure = "finished" },
  { .id = "people-departments-days", .chart = "departments", .figure = "handling_days" },
  { .id = "people-people-days", .chart = "people", .figure = "handling_days" },
  { NULL },
};

static const BhInsightItem satisfaction[] = {
  { .id = "satisfaction-scores", .chart = "scores" },
  { .id = "satisfaction-questions", .chart = "satisfaction-questions" },
  { .id = "satisfaction-departments", .chart = "satisfaction-departments" },
  { .id = "satisfaction-words", .make = bh_insight_list_new_of_low_scores },
  { "satisfaction-trend", "trend", "satisfaction_index", NULL, BY_FIGURE, LINE },
  { NULL },
};

static const BhInsightItem repeats[] = {
  { .id = "repeats-categories", .chart = "repeat-categories" },
  { .id = "repeats-causes", .chart = "rework-causes" },
  { .id = "repeats-chains", .make = bh_insight_list_new_of_chains },
  { "repeats-trend", "trend", "repeat_share", NULL, BY_FIGURE, LINE },
  { "repeats-rework", "trend", "rework_share", NULL, BY_FIGURE, LINE },
  { NULL },
};

static const BhInsightPageInfo pages[] = {
  { "overview", NC_ ("insight page", "Overview"), overview },
  { "trends", NC_ ("insight page", "Trends"), trends },
  { "categories", NC_ ("insight page", "Categories"), categories },
  { "hot-spots", NC_ ("insight page", "Hot spots"), hot_spots },
  { "stages", NC_ ("insight page", "Stages"), stages },
  { "open", NC_ ("insight page", "Open and overdue"), open_tickets },
  { "people", NC_ ("insight page", "Departments and people"), people },
  { "satisfaction", NC_ ("insight page", "Satisfaction"), satisfaction },
  { "repeats", NC_ ("insight page", "Repeats and rework"), repeats },
};

const BhInsightPageInfo *
bh_insight_pages_list (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (pages);

  return pages;
}

gboolean
bh_insight_item_is_there (const BhInsightItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->make != NULL || bh_insight_item_get_chart (self) != NULL;
}

const BhChartInfo *
bh_insight_item_get_chart (const BhInsightItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->chart != NULL ? bh_chart_catalog_find (self->chart) : NULL;
}

const char *
bh_insight_item_get_empty (const BhInsightItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->empty != NULL ? _ (self->empty)
                             : _ ("What happened in the period will be drawn here.");
}

gboolean
bh_insight_page_info_is_there (const BhInsightPageInfo *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (const BhInsightItem *item = self->items; item->id != NULL; item++)
    if (bh_insight_item_is_there (item))
      return TRUE;

  return FALSE;
}

const char *
bh_insight_page_info_get_title (const BhInsightPageInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (NULL, "insight page", self->title);
}
