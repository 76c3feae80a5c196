/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-suggestion.h"
#include "storage/bh-store.h"

G_BEGIN_DECLS

#define BH_TYPE_SUGGESTER (bh_suggester_get_type ())
G_DECLARE_FINAL_TYPE (BhSuggester, bh_suggester, BH, SUGGESTER, GObject)

/**
 * bh_suggester_new:
 * @store: (transfer none): whose tickets are learned from
 *
 * Learns the categories in a thread of its own: shortly after it was made, and again when some two
 * hundred tickets have come in or the register changed. Lives in the main thread and never makes it
 * wait.
 *
 * Signal: `learned`: there is another model.
 */
BhSuggester *bh_suggester_new (BhStore *store);

/** bh_suggester_stop: learns no more, for the end; the work under way ends soon */
void bh_suggester_stop (BhSuggester *self);

/** bh_suggester_start: learns now, unless it has or does already */
void bh_suggester_start (BhSuggester *self);

/** bh_suggester_get_model: Returns: (transfer none) (nullable): what was learned last, %NULL until
 * the first time is over */
BhClassifier *bh_suggester_get_model (BhSuggester *self);

/**
 * bh_suggester_find_holder_async:
 * @question: (transfer none): copied
 *
 * Who should have a ticket, by bh_suggestion_find_holder() in the reader's thread.
 */
void bh_suggester_find_holder_async (BhSuggester *self,
                                     const BhDispatchQuestion *question,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/** bh_suggester_find_holder_finish: Returns: (transfer full) (nullable): NULL with @error */
BhDispatchHint *
bh_suggester_find_holder_finish (BhSuggester *self, GAsyncResult *result, GError **error);

G_END_DECLS
