/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-work.h"

G_BEGIN_DECLS

/* What storage alone does with a unit of work. */

/** BH_NUMBER_FORMAT: of a ticket's number: prefix (text), year (int), count (int64) */
#define BH_NUMBER_FORMAT "%s%04d-%06" G_GINT64_FORMAT

/**
 * bh_work_new:
 * @connection: (transfer none): inside of a write transaction
 * @ids: (transfer none): ids and salts
 * @office: (nullable) (transfer none): the office where it is known; NULL reads it when wanted
 *
 * Returns: (transfer full): a unit of work; whoever made it commits or rolls back
 */
BhWork *bh_work_new (BhConnection *connection,
                     BhClock *clock,
                     BhIdSource *ids,
                     BhOffice *office,
                     GCancellable *cancellable);

/** bh_work_list_changed: Returns: (transfer none) (element-type gint64): ids of the tickets that
 * were changed, in order, each once */
GArray *bh_work_list_changed (BhWork *self);
/** bh_work_is_new_number: Returns: whether a new ticket that was not saved yet has @number */
gboolean bh_work_is_new_number (BhWork *self, const char *number);
/** bh_work_count_new: Returns: how many of them are new */
guint bh_work_count_new (BhWork *self);
gboolean bh_work_is_register_changed (BhWork *self);
/** bh_work_note_register: says that places changed which the office does not hold */
void bh_work_note_register (BhWork *self);
/** bh_work_peek_office: Returns: (transfer none) (nullable): the office, where it has been read
 * since the last change */
BhOffice *bh_work_peek_office (BhWork *self);

G_END_DECLS
