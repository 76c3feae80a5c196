/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-household.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_HOUSEHOLD_CARD (bh_household_card_get_type ())
G_DECLARE_FINAL_TYPE (BhHouseholdCard, bh_household_card, BH, HOUSEHOLD_CARD, GtkWidget)

/**
 * BhHouseholdCard:
 *
 * Who calls: the people of the household with their care marks and phones, their open tickets and
 * the last ones that ended.
 *
 * Signals:
 * - `caller (BhContact *)`: this one is on the phone
 * - `open-ticket (gint64 id)`: somebody wants to see it
 * - `remind (gint64 id)`: the caller asks again for an open ticket
 * - `repeat (BhTicketRow *, nullable)`: what is reported now is that ended matter again, or not
 */
GtkWidget *bh_household_card_new (void);

/**
 * bh_household_card_show:
 * @household: (nullable) (transfer none): %NULL while nobody is known
 * @office: names and time
 * @now: present instant, for ages
 */
void bh_household_card_show (BhHouseholdCard *self,
                             BhHousehold *household,
                             BhOffice *office,
                             gint64 now);
/** bh_household_card_set_repeat: @number: (nullable): marks the ended ticket with this number */
void bh_household_card_set_repeat (BhHouseholdCard *self, const char *number);
/** bh_household_card_focus: puts the focus on the first open ticket, else on the first row.
 * Returns: FALSE where there is nothing */
gboolean bh_household_card_focus (BhHouseholdCard *self);

/** bh_contact_dup_description: Returns: (transfer full): what a contact is, with the care marks:
 * "Owner · Elderly"; "" where nothing is known */
char *bh_contact_dup_description (BhContact *contact);

G_END_DECLS
