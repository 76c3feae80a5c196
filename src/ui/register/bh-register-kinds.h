/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_KINDS (bh_register_kinds_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterKinds, bh_register_kinds, BH, REGISTER_KINDS, GtkWidget)

/**
 * bh_register_kinds_new:
 *
 * Which list of the register is shown: a button for each. They are equally wide and go to the next
 * line where there is no room, so they are a column where they are given the width of one.
 *
 * The calendar, which is no list, has a button of its own behind them.
 *
 * Signal: `changed`: somebody chose another list.
 * Property: `page` (string): "calendar" when that is shown, else "lists".
 */
GtkWidget *bh_register_kinds_new (void);

BhRegisterKind bh_register_kinds_get (BhRegisterKinds *self);
/** bh_register_kinds_set: does not emit `changed` */
void bh_register_kinds_set (BhRegisterKinds *self, BhRegisterKind kind);
/** bh_register_kinds_move: chooses the list @step after the one that is shown, and says so */
void bh_register_kinds_move (BhRegisterKinds *self, int step);

G_END_DECLS
