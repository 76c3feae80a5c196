/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/insight/bh-insight-part.h"

G_BEGIN_DECLS

#define BH_TYPE_NEWS_LIST (bh_news_list_get_type ())
G_DECLARE_FINAL_TYPE (BhNewsList, bh_news_list, BH, NEWS_LIST, GtkWidget)

/**
 * bh_news_list_new:
 *
 * What is new: the categories and places that were not as usual in the last week, each in a
 * sentence that opens its tickets; or that all was as usual. It is a #BhInsightPart, of the item
 * "news".
 */
GtkWidget *bh_news_list_new (BhDesk *desk);

G_END_DECLS
