/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/intake/bh-household-card.h"
#include "ui/intake/bh-intake-form.h"

G_BEGIN_DECLS

#define BH_TYPE_INTAKE_SIDE (bh_intake_side_get_type ())
G_DECLARE_FINAL_TYPE (BhIntakeSide, bh_intake_side, BH, INTAKE_SIDE, GtkWidget)

/**
 * bh_intake_side_new:
 * @form: (transfer none): of the new ticket
 * @notice: (transfer none): says how many tickets may be the same problem, where the panel itself
 * is out of sight; shown only then
 *
 * What stands beside the form of a new ticket: tickets that may be about the same problem, as far
 * as there are any, and below them who calls.
 *
 * Signals:
 * - `open-ticket (gint64 id)`: somebody wants to see it
 * - `served (BhTicket *, gboolean joined)`: the caller's reminder of a ticket is recorded, or that
 * the caller has the same problem
 * - `failed (GError *)`: that was refused
 */
GtkWidget *bh_intake_side_new (BhDesk *desk, BhIntakeForm *form, GtkButton *notice);

/** bh_intake_side_get_card: Returns: (transfer none): who calls */
BhHouseholdCard *bh_intake_side_get_card (BhIntakeSide *self);
/** bh_intake_side_ask: looks at the form again */
void bh_intake_side_ask (BhIntakeSide *self);
/** bh_intake_side_focus: puts the focus on the likeliest ticket, else on the card. Returns: FALSE
 * where there is nothing */
gboolean bh_intake_side_focus (BhIntakeSide *self);

G_END_DECLS
