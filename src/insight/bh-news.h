/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-hot-line.h"

G_BEGIN_DECLS

/** BH_NEWS_WEEKS: a week is compared with so many before it */
#define BH_NEWS_WEEKS 12
/** BH_NEWS_LEAST_WEEKS: an office with fewer weeks of its own before has no usual count yet */
#define BH_NEWS_LEAST_WEEKS 4

/** BhNewsKind: what an item is about. */
typedef enum
{
  BH_NEWS_CATEGORY,
  BH_NEWS_BUILDING,
  BH_NEWS_AREA,
  BH_NEWS_EQUIPMENT,
} BhNewsKind;

/**
 * BhNewsItem:
 * @line: (owned): category or place, with its count of the week
 * @before: tickets in all the weeks before
 * @expected: for one week
 * @lower: the least that would be usual
 * @upper: the most
 * @p: how probable a count as far out is
 * @sentence: (owned): translated: what happened, what was to be expected, and where to look
 * @filter: (owned) (nullable): text of the filter that lists the tickets of the week
 * @brush: (owned) (nullable): text of a filter of the category or place alone
 *
 * Something that is not as usual.
 */
typedef struct
{
  BhNewsKind kind;
  BhHotLine *line;
  gint64 before;
  double expected;
  gint64 lower;
  gint64 upper;
  double p;
  char *sentence;
  char *filter;
  char *brush;
} BhNewsItem;

/**
 * BhNews:
 * @week: the last one that is complete
 * @scope: (owned): text of the filter that was used
 * @n_weeks: how many weeks it is compared with; 0: there are too few
 * @n_compared: categories and places that were compared
 * @level: the probability up to which one was taken as a surprise
 * @items: (owned) (element-type BhNewsItem): the most surprising first; empty where all is as usual
 */
typedef struct
{
  BhPeriod week;
  char *scope;
  guint n_weeks;
  guint n_compared;
  double level;
  GPtrArray *items;
} BhNews;

/**
 * bh_news_compute:
 * @period: half-open; the last week, Monday to Sunday, that is complete within it and by as-of is
 *   looked at
 * @filter: (nullable): resolved
 *
 * What is new: categories, buildings, public areas and equipment whose tickets of that week are
 * more or fewer than their own weeks before explain; see bh-surprise.h.
 *
 * Returns: (transfer full) (nullable): NULL with @error, or without where the mode is
 *   %BH_INSIGHT_KEPT and nothing was kept
 */
BhNews *bh_news_compute (BhInsight *insight,
                         const BhPeriod *period,
                         BhTicketFilter *filter,
                         GError **error);
void bh_news_free (BhNews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhNews, bh_news_free)

/** bh_news_dup_heading: Returns: (transfer full): translated: which week is compared with what, and
 * that nothing is out of the ordinary, or that there is too little to compare with */
char *bh_news_dup_heading (const BhNews *self, BhOfficeTime *time);

G_END_DECLS
