/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TODAY_PAGE (bh_today_page_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayPage, bh_today_page, BH, TODAY_PAGE, GtkWidget)

/**
 * bh_today_page_new:
 * @drafts: (transfer none): where what is typed into its forms is kept
 * @settings: (transfer none): where the last look of each member of staff is remembered
 *
 * The day's work: what is mine, what is overdue, whom to call back, what was promised, and what is
 * new. It follows what anybody does and the time that passes while it is shown.
 *
 * Signals:
 * - `open-ticket (gint64 id)`
 * - `show-tickets (BhTicketFilter *filter, guint sort, gboolean descending)`: the list behind a
 *   section, in its order, or a figure, the newest first; @sort is a #BhTicketColumn
 * - `call-back ()`: the callbacks are to be made, one after the other
 * - `show-figures ()`: charts of the month's figures are wanted
 */
GtkWidget *bh_today_page_new (BhDesk *desk, BhDrafts *drafts, GSettings *settings);

/** bh_today_page_focus: puts the cursor where it was, or on the first ticket */
void bh_today_page_focus (BhTodayPage *self);

G_END_DECLS
