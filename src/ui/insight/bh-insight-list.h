/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/insight/bh-insight-part.h"

G_BEGIN_DECLS

#define BH_TYPE_INSIGHT_LIST (bh_insight_list_get_type ())
G_DECLARE_FINAL_TYPE (BhInsightList, bh_insight_list, BH, INSIGHT_LIST, GtkWidget)

/* Lists of findings as parts of a page: the lowest scores with what was said, what came again and
 * again, and what is new. */

GtkWidget *bh_insight_list_new_of_low_scores (BhDesk *desk);
GtkWidget *bh_insight_list_new_of_chains (BhDesk *desk);
GtkWidget *bh_insight_list_new_of_news (BhDesk *desk);

G_END_DECLS
