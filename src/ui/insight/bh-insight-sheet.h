/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/insight/bh-insight-pages.h"
#include "ui/insight/bh-insight-part.h"

G_BEGIN_DECLS

#define BH_TYPE_INSIGHT_SHEET (bh_insight_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BhInsightSheet, bh_insight_sheet, BH, INSIGHT_SHEET, GtkWidget)

/**
 * bh_insight_sheet_new:
 * @info: which page; lives as long as the program
 * @settings: (transfer none): for what is chosen in the charts
 *
 * One page of figures. Its parts are made when it is shown first. A part is read when it can be
 * seen, or nearly so; nothing is read while the page is not shown, and what was under way then is
 * given up.
 *
 * Signals:
 * - `activated (const char *filter)`: as of its parts
 * - `brushed (const char *id, const char *filter)`: likewise, with the id of the item
 */
GtkWidget *bh_insight_sheet_new (BhDesk *desk, const BhInsightPageInfo *info, GSettings *settings);

const BhInsightPageInfo *bh_insight_sheet_get_info (BhInsightSheet *self);

/**
 * BhInsightShow:
 * @BH_INSIGHT_SHOW_CHANGED: what is asked for differently now is read
 * @BH_INSIGHT_SHOW_AGAIN: all is read once more, since it may have changed, without a word
 * @BH_INSIGHT_SHOW_ANEW: all is read anew, since somebody asked for it
 *
 * What a page reads.
 */
typedef enum
{
  BH_INSIGHT_SHOW_CHANGED,
  BH_INSIGHT_SHOW_AGAIN,
  BH_INSIGHT_SHOW_ANEW,
} BhInsightShow;

/** bh_insight_sheet_show: shows what @look asks for */
void bh_insight_sheet_show (BhInsightSheet *self, BhInsightLook *look, BhInsightShow how);
gboolean bh_insight_sheet_is_reading (BhInsightSheet *self);

/** bh_insight_sheet_focus_next: the keyboard comes to the next part, after the last one to the
 * first one; backwards where @step is -1 */
void bh_insight_sheet_focus_next (BhInsightSheet *self, int step);
/** bh_insight_sheet_clear_brush: nothing is selected in the part @id any more */
void bh_insight_sheet_clear_brush (BhInsightSheet *self, const char *id);
/** bh_insight_sheet_find: Returns: (transfer none) (nullable): the part of the item @id, once the
 * page was shown */
BhInsightPart *bh_insight_sheet_find (BhInsightSheet *self, const char *id);
/** bh_insight_sheet_show_figure: the keyboard comes to a chart of the figure @key, once the page
 * was shown: to one that shows it already, else the first one that shows a figure shows this */
void bh_insight_sheet_show_figure (BhInsightSheet *self, const char *key);

G_END_DECLS
