/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/* Which verbs there are for several tickets at once. */

/**
 * BhVerbCount: one verb of several tickets
 * @verb: the verb
 * @n_possible: to how many of them it can be done, at least 1
 */
typedef struct
{
  BhVerb verb;
  guint n_possible;
} BhVerbCount;

/** bh_desk_is_bulk_verb: Returns: whether @verb can mean the same on several tickets: what asks
 * for a task, a file or the words of one owner does not, nor what corrects one ticket's text */
gboolean bh_desk_is_bulk_verb (BhVerb verb);

/**
 * bh_desk_survey_many_async:
 *
 * Counts for each verb to how many of the tickets whoever is at the desk may do it now. A read.
 */
void bh_desk_survey_many_async (BhDesk *self,
                                const gint64 *ticket_ids,
                                guint n_tickets,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/** bh_desk_survey_many_finish: Returns: (transfer full) (nullable) (element-type BhVerbCount): in
 * the order to offer them; without those that are possible for none */
GArray *bh_desk_survey_many_finish (BhDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
