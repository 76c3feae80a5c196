/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-today.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TODAY_ROW (bh_today_row_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayRow, bh_today_row, BH, TODAY_ROW, GtkListBoxRow)

/** bh_today_row_new: a ticket on one line of section @kind */
GtkWidget *bh_today_row_new (BhTodayKind kind);

/**
 * bh_today_row_show:
 * @ticket: (transfer none): what it shows from now on
 * @parts: (transfer none) (nullable): the same with its parts, see bh_today_has_parts()
 * @department_id: that of who is at the desk, 0 for any
 * @now: the present instant
 */
void bh_today_row_show (BhTodayRow *self,
                        BhTicketRow *ticket,
                        BhTicket *parts,
                        gint64 department_id,
                        BhOffice *office,
                        gint64 now);
/** bh_today_row_tick: says the time left anew */
void bh_today_row_tick (BhTodayRow *self, BhOffice *office, gint64 now);
/** bh_today_row_get_ticket: Returns: (transfer none) (nullable): NULL before the first is shown */
BhTicketRow *bh_today_row_get_ticket (BhTodayRow *self);

G_END_DECLS
