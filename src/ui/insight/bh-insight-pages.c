/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-pages.h"

#include "base/bh-i18n.h"
#include "ui/insight/bh-overview.h"

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
  { "trend-received", "trend", "received", NULL, BY_FIGURE, LINE },
  { "trend-on-time", "trend", "completion_on_time", NULL, BY_FIGURE, LINE },
  { "trend-handling", "trend", "handling_days", NULL, BY_FIGURE, LINE },
  { "trend-satisfaction", "trend", "satisfaction", NULL, BY_FIGURE, LINE },
  { NULL },
};

static const BhInsightItem categories[] = {
  { "categories-leaf", "pareto", NULL, "leaf", PLAIN, RANKS },
  { "categories-top", "pareto", NULL, "top", PLAIN, RANKS },
  { NULL },
};

static const BhInsightPageInfo pages[] = {
  { "overview", NC_ ("insight page", "Overview"), overview },
  { "trends", NC_ ("insight page", "Trends"), trends },
  { "categories", NC_ ("insight page", "Categories"), categories },
};

const BhInsightPageInfo *
bh_insight_pages_list (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (pages);

  return pages;
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

const char *
bh_insight_page_info_get_title (const BhInsightPageInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (NULL, "insight page", self->title);
}
