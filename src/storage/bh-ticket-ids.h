/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ordered ids of tickets, in a GArray of gint64. */

static inline gint64
bh_ticket_ids_get (GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/** bh_ticket_ids_find: Returns: position of @id, or %G_MAXUINT */
guint bh_ticket_ids_find (GArray *ids, gint64 id);

/** bh_ticket_ids_slice: Returns: (transfer full): a copy of those from @start to before @end */
GArray *bh_ticket_ids_slice (GArray *ids, guint start, guint end);

/** bh_ticket_ids_compare: @before: (out): how many are the same at the beginning; @after: (out):
 * and at the end, without those */
void bh_ticket_ids_compare (GArray *a, GArray *b, guint *before, guint *after);

/**
 * bh_ticket_ids_collect_neighbours:
 * @ids: (element-type gint64): a list of tickets
 * @changed_ids: (array length=n_changed): tickets that changed
 * @n_listed: (out): how many of the result are in @ids: the first ones
 *
 * A query for the result alone tells whether the changed tickets still have the right places.
 *
 * Returns: (transfer full) (element-type gint64): the changed tickets that are in @ids with the
 * one before and the one behind each, in the order of @ids, and after them those that are not
 */
GArray *bh_ticket_ids_collect_neighbours (GArray *ids,
                                          const gint64 *changed_ids,
                                          guint n_changed,
                                          guint *n_listed);

G_END_DECLS
