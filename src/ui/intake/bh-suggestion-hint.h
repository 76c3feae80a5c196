/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SUGGESTION_HINT (bh_suggestion_hint_get_type ())
G_DECLARE_FINAL_TYPE (BhSuggestionHint, bh_suggestion_hint, BH, SUGGESTION_HINT, GtkWidget)

/**
 * BhSuggestionHint:
 *
 * One line that says what is suggested and why, with a button (Alt+S) that takes it. Empty while
 * there is nothing to suggest; it keeps its room, so that nothing moves while somebody types.
 *
 * Signal: `accepted`: put it into the form.
 */
GtkWidget *bh_suggestion_hint_new (void);

/**
 * bh_suggestion_hint_set:
 * @what: (nullable): what is suggested, %NULL for nothing
 * @why: (nullable): reason and confidence
 */
void bh_suggestion_hint_set (BhSuggestionHint *self, const char *what, const char *why);
/** bh_suggestion_hint_is_shown: Returns: whether it says anything */
gboolean bh_suggestion_hint_is_shown (BhSuggestionHint *self);

G_END_DECLS
