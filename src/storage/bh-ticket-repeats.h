/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * BH_SQL_REPEATED:
 * @t: name or alias of the ticket table, a literal
 *
 * Whether the matter of a finished ticket was raised again while its fix should have held: a ticket
 * that is not void names it as the one that it repeats. The column `repeated` keeps the answer. It
 * is not a part of the ticket's own history, nor of its version: it follows what other tickets say.
 */
#define BH_SQL_REPEATED(t)                                                                         \
  "EXISTS (SELECT 1 FROM ticket AS again WHERE again.repeat_of = " t ".id"                         \
  " AND again.received_at >= " t ".finished_at"                                                    \
  " AND again.received_at < " t ".finished_at + 2592000000000 AND again.status <> 90)"

/**
 * bh_ticket_repeats_renew:
 * @ids: (element-type gint64): a set of tickets
 *
 * Brings `repeated` of each up to date.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_ticket_repeats_renew (BhConnection *connection, GHashTable *ids, GError **error);

G_END_DECLS
