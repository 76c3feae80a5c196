/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_BAR (bh_register_bar_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterBar, bh_register_bar, BH, REGISTER_BAR, GtkWidget)

/**
 * bh_register_bar_new:
 *
 * What stands above a list of the register: the words that are searched, whether retired rows are
 * shown, how many rows there are, and the button that adds one (action `register.add`).
 *
 * Signals: `changed`: another search, or retired rows are shown or not; `left`: Esc or Down in the
 * search, to go on in the list.
 */
GtkWidget *bh_register_bar_new (void);

/** bh_register_bar_set_kind: without a search; retired rows stay shown or not */
void bh_register_bar_set_kind (BhRegisterBar *self, BhRegisterKind kind);
/** bh_register_bar_get_search: Returns: (transfer none) (nullable): what is searched, %NULL for
 * nothing */
const char *bh_register_bar_get_search (BhRegisterBar *self);
/** bh_register_bar_clear_search: says that it changed where there was one */
void bh_register_bar_clear_search (BhRegisterBar *self);
gboolean bh_register_bar_get_with_retired (BhRegisterBar *self);
/** bh_register_bar_set_note: @note: how many rows, or that they are being read */
void bh_register_bar_set_note (BhRegisterBar *self, const char *note);
/** bh_register_bar_focus: puts the cursor into the search */
void bh_register_bar_focus (BhRegisterBar *self);

G_END_DECLS
