/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TICKETS_PAGE (bh_tickets_page_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketsPage, bh_tickets_page, BH, TICKETS_PAGE, GtkWidget)

/**
 * bh_tickets_page_new:
 * @settings: (transfer none): where columns, sort, filter and widths are remembered
 *
 * The page of tickets: filter bar, list, and the open ticket beside it.
 */
GtkWidget *bh_tickets_page_new (BhDesk *desk, BhDrafts *drafts, GSettings *settings);

/** bh_tickets_page_open_ticket: opens ticket @id, whether or not the list has it */
void bh_tickets_page_open_ticket (BhTicketsPage *self, gint64 id);
/** bh_tickets_page_set_filter: @filter: (transfer none): what to list; an open ticket is closed */
void bh_tickets_page_set_filter (BhTicketsPage *self, BhTicketFilter *filter);
/** bh_tickets_page_set_way_back: see bh_filter_bar_set_way_back() */
void bh_tickets_page_set_way_back (BhTicketsPage *self, const char *title, int page);
/** bh_tickets_page_set_sort: @column: what to sort by */
void bh_tickets_page_set_sort (BhTicketsPage *self, BhTicketColumn column, gboolean descending);
/** bh_tickets_page_focus: puts the focus on the list */
void bh_tickets_page_focus (BhTicketsPage *self);

G_END_DECLS
