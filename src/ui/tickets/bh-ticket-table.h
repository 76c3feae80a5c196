/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "storage/bh-ticket-list.h"
#include "ui/common/bh-id-selection.h"

G_BEGIN_DECLS

#define BH_TYPE_TICKET_TABLE (bh_ticket_table_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketTable, bh_ticket_table, BH, TICKET_TABLE, GtkWidget)

/**
 * BhTicketTable:
 *
 * The list of tickets: columns to choose and to sort by, rows that are read as they come into
 * view, a selection that stays with its tickets.
 *
 * Signals: `activated (gint64 id)`: Enter or a double click; `selected (gint64 id)`: this ticket
 * alone was selected; `several-selected`: which ones is another set than before.
 * Properties: `columns` (GStrv of column codes, in order), `column-widths` (GVariant `a{si}` of
 * the widths that were chosen, by code), `sort-column` (string, a code), `sort-descending`
 * (boolean).
 */
GtkWidget *bh_ticket_table_new (BhDesk *desk);

BhTicketList *bh_ticket_table_get_list (BhTicketTable *self);
BhIdSelection *bh_ticket_table_get_selection (BhTicketTable *self);
/** bh_ticket_table_get_actions: Returns: (transfer none): a switch for each column, by its code */
GActionGroup *bh_ticket_table_get_actions (BhTicketTable *self);
/** bh_ticket_table_get_columns_menu: Returns: (transfer none): a menu of them, in group
 * `columns` */
GMenuModel *bh_ticket_table_get_columns_menu (BhTicketTable *self);

/** bh_ticket_table_set_filter: @filter: (nullable) (transfer none): which tickets */
void bh_ticket_table_set_filter (BhTicketTable *self, BhTicketFilter *filter);
/** bh_ticket_table_was_clicked: Returns: whether the pointer was used last, not a key */
gboolean bh_ticket_table_was_clicked (BhTicketTable *self);
/** bh_ticket_table_move: goes @step rows on from the selected one, and there with the focus */
void bh_ticket_table_move (BhTicketTable *self, int step);
/** bh_ticket_table_show_ticket: selects @id and brings it into view where the list has it */
void bh_ticket_table_show_ticket (BhTicketTable *self, gint64 id);
/** bh_ticket_table_focus: puts the focus on the selected row where it is in view, else where it was
 * in the list, or on its first row */
void bh_ticket_table_focus (BhTicketTable *self);

G_END_DECLS
