/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_BROWSER (bh_register_browser_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterBrowser, bh_register_browser, BH, REGISTER_BROWSER, GtkWidget)

/**
 * bh_register_browser_new:
 *
 * A list of the register with its search; places are a tree that is walked down, with the way back
 * above the list. It is read when it is first shown, and anew when the register changes.
 *
 * Signals: `activated (BhRegisterRow *)`: a row was opened, by Enter or a double click;
 * `selected (BhRegisterRow *row)`: somebody selected another row; `loaded`: the list was
 * read, and another row may be selected than before.
 * It uses the actions `register.add`, `register.edit`, `register.reload` and
 * `register.clear-search`.
 */
GtkWidget *bh_register_browser_new (BhDesk *desk);

/** bh_register_browser_set_kind: shows another list, of places the communities; @focus: puts the
 * focus there once it is read */
void bh_register_browser_set_kind (BhRegisterBrowser *self, BhRegisterKind kind, gboolean focus);
BhRegisterKind bh_register_browser_get_kind (BhRegisterBrowser *self);
/** bh_register_browser_get_parent_row: Returns: (transfer none) (nullable): the place whose inside
 * is listed */
BhRegisterRow *bh_register_browser_get_parent_row (BhRegisterBrowser *self);
/** bh_register_browser_get_selected: Returns: (transfer none) (nullable): the one that is selected
 */
BhRegisterRow *bh_register_browser_get_selected (BhRegisterBrowser *self);
/** bh_register_browser_was_clicked: Returns: whether the pointer was used last, not a key */
gboolean bh_register_browser_was_clicked (BhRegisterBrowser *self);

/** bh_register_browser_reload_at: reads the list anew, and selects the row with @id then; 0: the
 * selection stays. @focus: puts the focus there */
void bh_register_browser_reload_at (BhRegisterBrowser *self, gint64 id, gboolean focus);
/** bh_register_browser_move: selects the row @step below */
void bh_register_browser_move (BhRegisterBrowser *self, int step);
/** bh_register_browser_enter: lists what stands in a place. Returns: FALSE where nothing can */
gboolean bh_register_browser_enter (BhRegisterBrowser *self, BhRegisterRow *row);
/** bh_register_browser_can_enter: Returns: whether something can stand in @row */
gboolean bh_register_browser_can_enter (BhRegisterBrowser *self, BhRegisterRow *row);
/** bh_register_browser_leave: one step up. Returns: FALSE at the top */
gboolean bh_register_browser_leave (BhRegisterBrowser *self);
void bh_register_browser_clear_search (BhRegisterBrowser *self);
/** bh_register_browser_find: puts the cursor into the search */
void bh_register_browser_find (BhRegisterBrowser *self);
/** bh_register_browser_focus: puts the focus on the list. Returns: FALSE while it is not read */
gboolean bh_register_browser_focus (BhRegisterBrowser *self);
/** bh_register_browser_get_toasts: Returns: (transfer none): where it is said what was done */
AdwToastOverlay *bh_register_browser_get_toasts (BhRegisterBrowser *self);

G_END_DECLS
