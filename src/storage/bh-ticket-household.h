/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * bh_ticket_household_list_ids:
 * @room_id: the household's room, 0 where only a phone is known
 * @phone: (nullable): a whole phone number in digits
 * @ended: whether those wanted have ended, or are open
 * @limit: at most so many
 *
 * Tickets about a room, by somebody who lives there, or by who has the phone.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): newest first
 */
GArray *bh_ticket_household_list_ids (BhConnection *connection,
                                      gint64 room_id,
                                      const char *phone,
                                      gboolean ended,
                                      guint limit,
                                      GError **error);

G_END_DECLS
