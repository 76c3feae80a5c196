/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "draw/bh-chart-catalog.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhInsightItemFlags:
 * @BH_INSIGHT_ITEM_WIDE: takes a whole row, as high as it likes
 * @BH_INSIGHT_ITEM_NAMED_BY_FIGURE: needs no title beside the name of the figure
 *
 * How a chart stands on its page.
 */
typedef enum
{
  BH_INSIGHT_ITEM_PLAIN = 0,
  BH_INSIGHT_ITEM_WIDE = 1 << 0,
  BH_INSIGHT_ITEM_NAMED_BY_FIGURE = 1 << 1,
} BhInsightItemFlags;

/**
 * BhInsightItem:
 * @id: by which what is chosen for it is remembered; no two are alike
 * @chart: (nullable): name in the catalog of charts; %NULL where @make says what is there
 * @figure: (nullable): key of the figure that it begins with, where the chart has one
 * @variant: (nullable): that it begins with; %NULL for the usual one
 * @empty: (nullable): English, to be translated: what will be there, once there is something
 * @make: (nullable): Returns: (transfer floating): a #BhInsightPart that is no chart
 *
 * One place on a page of figures.
 */
typedef struct
{
  const char *id;
  const char *chart;
  const char *figure;
  const char *variant;
  BhInsightItemFlags flags;
  const char *empty;
  GtkWidget *(*make) (BhDesk *desk);
} BhInsightItem;

/**
 * BhInsightPageInfo:
 * @name: "overview"
 * @title: English, to be translated in the context "insight page"
 * @items: end with an id of %NULL
 */
typedef struct
{
  const char *name;
  const char *title;
  const BhInsightItem *items;
} BhInsightPageInfo;

/** bh_insight_pages_list: Returns: (transfer none) (array length=n): all pages, in their order */
const BhInsightPageInfo *bh_insight_pages_list (guint *n);
/** bh_insight_item_is_there: Returns: whether there is something to show in it */
gboolean bh_insight_item_is_there (const BhInsightItem *self);
/** bh_insight_item_get_chart: Returns: (transfer none) (nullable): the chart, %NULL where the
 * catalog has it not */
const BhChartInfo *bh_insight_item_get_chart (const BhInsightItem *self);
/** bh_insight_item_get_empty: Returns: (transfer none): translated */
const char *bh_insight_item_get_empty (const BhInsightItem *self);

/** bh_insight_page_info_is_there: Returns: whether there is something to show on it */
gboolean bh_insight_page_info_is_there (const BhInsightPageInfo *self);
/** bh_insight_page_info_get_title: Returns: (transfer none): translated */
const char *bh_insight_page_info_get_title (const BhInsightPageInfo *self);

G_END_DECLS
