/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-news.h"

G_BEGIN_DECLS

/** bh_news_dup_sentence: @most: (nullable): the building or category with the most of its tickets.
 * Returns: (transfer full): translated: what happened, what was to be expected, where to look */
char *bh_news_dup_sentence (const BhNewsItem *item, const BhHotLine *most);

G_END_DECLS
