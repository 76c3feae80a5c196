/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REWORK_NOTE (bh_rework_note_get_type ())
G_DECLARE_FINAL_TYPE (BhReworkNote, bh_rework_note, BH, REWORK_NOTE, GtkWidget)

/**
 * BhReworkNote:
 *
 * Says of a ticket in its second round or a later one which round it is and why: what was refused,
 * found bad at the callback, or taken up again. Not visible in the first round.
 *
 * Signal: `show-event (uint position)`: the event that began the round is wanted; its position in
 * the history.
 */
GtkWidget *bh_rework_note_new (void);

void bh_rework_note_show (BhReworkNote *self, BhTicketView *view, BhOffice *office, gint64 now);

/**
 * bh_rework_note_find:
 * @position: (out): that of the event which began the present round, in the history
 *
 * Returns: FALSE where it is the first round, or the history does not have it
 */
gboolean bh_rework_note_find (BhTicketView *view, guint *position);

G_END_DECLS
