/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_VERB_BAR (bh_verb_bar_get_type ())
G_DECLARE_FINAL_TYPE (BhVerbBar, bh_verb_bar, BH, VERB_BAR, GtkWidget)

/**
 * bh_verb_bar_new:
 *
 * The verbs that are possible now as buttons, each with its letter; the first is the one to do.
 *
 * Signal: `chosen (int verb)`.
 */
GtkWidget *bh_verb_bar_new (void);

/** bh_verb_bar_set_verbs: @verbs: (array zero-terminated=1): in the order to offer them */
void bh_verb_bar_set_verbs (BhVerbBar *self, const BhVerb *verbs);
/** bh_verb_bar_find: Returns: the verb offered with letter @key, %BH_VERB_NONE for none */
BhVerb bh_verb_bar_find (BhVerbBar *self, guint32 key);

G_END_DECLS
