/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bh_ticket_neighbours_collect:
 * @ids: (element-type gint64): a list of tickets
 * @changed_ids: (array length=n_changed): tickets that changed
 * @n_listed: (out): how many of the result are in @ids: the first ones
 *
 * A query for the result alone tells whether the changed tickets still have the right places.
 *
 * Returns: (transfer full) (element-type gint64): the changed tickets that are in @ids with the
 * one before and the one behind each, in the order of @ids, and after them those that are not
 */
GArray *bh_ticket_neighbours_collect (GArray *ids,
                                      const gint64 *changed_ids,
                                      guint n_changed,
                                      guint *n_listed);

G_END_DECLS
