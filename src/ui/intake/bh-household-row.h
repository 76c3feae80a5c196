/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-similar.h"
#include "storage/bh-ticket-repository.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_HOUSEHOLD_ROW (bh_household_row_get_type ())
G_DECLARE_FINAL_TYPE (BhHouseholdRow, bh_household_row, BH, HOUSEHOLD_ROW, GtkListBoxRow)

/**
 * bh_household_row_new:
 * @ticket: (transfer none): one of the household's
 * @now: present instant
 *
 * A ticket on the household's card. Its keys and its button activate the actions of the card:
 * `household.remind` (x: id) on an open ticket, `household.repeat` (s: number) on an ended one.
 */
GtkWidget *bh_household_row_new (BhTicketRow *ticket, BhOffice *office, gint64 now);

/** bh_household_row_new_similar: @similar: (transfer none): one that may be the same problem, with
 * the reason; where it is open at another place, J activates `household.join` (x: id) */
GtkWidget *bh_household_row_new_similar (const BhSimilar *similar, BhOffice *office, gint64 now);

BhTicketRow *bh_household_row_get_ticket (BhHouseholdRow *self);
/** bh_household_row_set_repeated: shows that the new matter is this one again */
void bh_household_row_set_repeated (BhHouseholdRow *self, gboolean repeated);

G_END_DECLS
