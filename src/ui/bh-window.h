/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_WINDOW (bh_window_get_type ())
G_DECLARE_FINAL_TYPE (BhWindow, bh_window, BH, WINDOW, AdwApplicationWindow)

/**
 * bh_window_new:
 * @desk: (transfer none): the office that it works on
 *
 * The window: its header, the pages, and what is common to them. Size, page and the state of the
 * pages are remembered.
 */
BhWindow *bh_window_new (AdwApplication *application, BhDesk *desk);

BhDesk *bh_window_get_desk (BhWindow *self);
/** bh_window_get_drafts: Returns: (transfer none): what was typed into forms and not yet done */
BhDrafts *bh_window_get_drafts (BhWindow *self);
/** bh_window_get_settings: Returns: (transfer none): state of the window */
GSettings *bh_window_get_settings (BhWindow *self);

/**
 * bh_window_add_page:
 * @name: for bh_window_show_page(), and remembered
 * @title: (nullable): translated; %NULL keeps the page out of the sidebar
 * @icon_name: (nullable): likewise
 */
void bh_window_add_page (
    BhWindow *self, const char *name, const char *title, const char *icon_name, GtkWidget *page);
void bh_window_show_page (BhWindow *self, const char *name);
/** bh_window_open_ticket: shows ticket @id on the page of tickets */
void bh_window_open_ticket (BhWindow *self, gint64 id);
/** bh_window_list_tickets: @filter: (transfer none): lists them on the page of tickets */
void bh_window_list_tickets (BhWindow *self, BhTicketFilter *filter);
/** bh_window_list_sorted: the same, in the order of @column, a #BhTicketColumn */
void
bh_window_list_sorted (BhWindow *self, BhTicketFilter *filter, guint column, gboolean descending);
/** bh_window_add_toast: @toast: (transfer full): says that something is done */
void bh_window_add_toast (BhWindow *self, AdwToast *toast);

G_END_DECLS
