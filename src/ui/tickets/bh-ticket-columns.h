/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "storage/bh-ticket-repository.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TICKET_COLUMNS (bh_ticket_columns_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketColumns, bh_ticket_columns, BH, TICKET_COLUMNS, GObject)

/** Widths in application pixels, by a column's code. */
#define BH_TICKET_COLUMN_WIDTHS_TYPE (G_VARIANT_TYPE ("a{si}"))

/**
 * bh_ticket_columns_new:
 * @view: (transfer none): the view whose columns these are; it outlives them
 * @desk: (transfer none): for the cells
 *
 * The columns of a ticket list: makes them, shows and hides them, keeps their order, and the cells
 * that are alive.
 *
 * Signals: `changed`: another choice or another order; `resized`: another width.
 */
BhTicketColumns *bh_ticket_columns_new (GtkColumnView *view, BhDesk *desk);

/** bh_ticket_columns_set_shown: @codes: columns to show, in order; unknown ones are passed over,
 * and an empty choice shows the number */
void bh_ticket_columns_set_shown (BhTicketColumns *self, const char *const *codes);
/** bh_ticket_columns_dup_shown: Returns: (transfer full): codes of the columns that are shown */
GStrv bh_ticket_columns_dup_shown (BhTicketColumns *self);
/** bh_ticket_columns_set_widths: @widths: (transfer none): of %BH_TICKET_COLUMN_WIDTHS_TYPE; a
 * column that it does not name is as wide as the view decides */
void bh_ticket_columns_set_widths (BhTicketColumns *self, GVariant *widths);
/** bh_ticket_columns_dup_widths: Returns: (transfer full): the widths that somebody chose, of
 * %BH_TICKET_COLUMN_WIDTHS_TYPE */
GVariant *bh_ticket_columns_dup_widths (BhTicketColumns *self);
/** bh_ticket_columns_get: Returns: (transfer none): the view's column */
GtkColumnViewColumn *bh_ticket_columns_get (BhTicketColumns *self, BhTicketColumn column);
/** bh_ticket_columns_get_actions: Returns: (transfer none): a switch for each, by its code */
GActionGroup *bh_ticket_columns_get_actions (BhTicketColumns *self);
/** bh_ticket_columns_get_menu: Returns: (transfer none): of the switches, in group `columns` */
GMenuModel *bh_ticket_columns_get_menu (BhTicketColumns *self);
/** bh_ticket_columns_update: says anew what the cells say, since time passed or names changed */
void bh_ticket_columns_update (BhTicketColumns *self);
/** bh_ticket_columns_find_row: Returns: (transfer none) (nullable): the widget of the row that
 * shows ticket @id now */
GtkWidget *bh_ticket_columns_find_row (BhTicketColumns *self, gint64 id);

G_END_DECLS
