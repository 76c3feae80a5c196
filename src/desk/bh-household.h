/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

G_BEGIN_DECLS

/** BhHousehold: the card of a household: who lives there and what they raised. */
typedef struct
{
  BhPlace *room;       /* (owned) (nullable) */
  GPtrArray *contacts; /* (owned) (element-type BhContact) */
  GPtrArray *open;     /* (owned) (element-type BhTicketRow): newest first, at most 20 */
  GPtrArray *recent;   /* (owned) (element-type BhTicketRow): ended ones, newest first, at most 5 */
} BhHousehold;

void bh_household_free (BhHousehold *household);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhHousehold, bh_household_free)

/**
 * bh_household_load:
 * @phone: (nullable): digits, whole
 * @room_id: 0 where only the phone is known; then the room of who has it
 *
 * Inside of a read transaction.
 *
 * Returns: (transfer full) (nullable): an empty card where nobody is known; NULL with @error
 */
BhHousehold *
bh_household_load (BhConnection *connection, const char *phone, gint64 room_id, GError **error);

G_END_DECLS
