/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tickets/bh-verb-bar.h"

G_BEGIN_DECLS

#define BH_TYPE_VERB_MENU (bh_verb_menu_get_type ())
G_DECLARE_FINAL_TYPE (BhVerbMenu, bh_verb_menu, BH, VERB_MENU, GtkWidget)

/**
 * BhVerbMenu:
 *
 * A button "More" with the verbs that have no button of their own, in groups. Its letters work
 * while it is open as well.
 *
 * Signals: `chosen (int verb)`; `pressed (uint letter) → boolean`: a letter while it is open.
 */
GtkWidget *bh_verb_menu_new (void);

/**
 * bh_verb_menu_set:
 * @verbs: (element-type BhVerb): in the order to offer them inside of their groups
 * @extras: (array length=n_extras): what is offered besides
 */
void bh_verb_menu_set (BhVerbMenu *self, GArray *verbs, const BhVerbExtra *extras, guint n_extras);

G_END_DECLS
