/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_DANGER_HINT (bh_danger_hint_get_type ())
G_DECLARE_FINAL_TYPE (BhDangerHint, bh_danger_hint, BH, DANGER_HINT, GtkWidget)

/**
 * BhDangerHint:
 *
 * One line that says which word sounds dangerous, with a button (Alt+U) that makes the matter
 * urgent. Takes no room while there is none.
 *
 * Signal: `accepted`: make it urgent.
 */
GtkWidget *bh_danger_hint_new (void);

/** bh_danger_hint_set_word: @word: (nullable): %NULL where nothing is dangerous */
void bh_danger_hint_set_word (BhDangerHint *self, const char *word);
/** bh_danger_hint_is_shown: Returns: whether it says anything */
gboolean bh_danger_hint_is_shown (BhDangerHint *self);

G_END_DECLS
