/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-today.h"
#include "ui/today/bh-today-card.h"
#include "ui/today/bh-today-decision.h"

G_BEGIN_DECLS

#define BH_TYPE_TODAY_TICKETS (bh_today_tickets_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayTickets, bh_today_tickets, BH, TODAY_TICKETS, BhTodayCard)

/**
 * bh_today_tickets_new:
 *
 * The card of a section of tickets. Actions that it asks for: `win.choose-staff`, `today.seen`.
 *
 * Signal: `open-ticket (gint64 id)`.
 */
GtkWidget *bh_today_tickets_new (BhTodayKind kind);

BhTodayKind bh_today_tickets_get_kind (BhTodayTickets *self);

/**
 * bh_today_tickets_show:
 * @today: (transfer none): what was read
 * @now: the present instant
 *
 * The cursor stays on its ticket, or where that stood.
 */
void bh_today_tickets_show (BhTodayTickets *self, BhToday *today, BhOffice *office, gint64 now);
/** bh_today_tickets_tick: says the times left anew */
void bh_today_tickets_tick (BhTodayTickets *self, BhOffice *office, gint64 now);

/** bh_today_tickets_set_decision: @decision: (transfer full): where a row is decided in place, by
 * Enter, Shift+A or Shift+R, instead of being opened; once */
void bh_today_tickets_set_decision (BhTodayTickets *self, BhTodayDecision *decision);

G_END_DECLS
