/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-control.h"

G_BEGIN_DECLS

#define BH_TYPE_CHOICE (bh_choice_get_type ())
G_DECLARE_FINAL_TYPE (BhChoice, bh_choice, BH, CHOICE, GtkWidget)

/**
 * bh_choice_new:
 *
 * A #BhControl for one of a few values: buttons side by side, of which one is down, or none. A
 * second press takes the choice back.
 */
GtkWidget *bh_choice_new (void);

/** bh_choice_new_multiple: the same for any number of values: its text is those that are down, in
 * their order, with blanks between them */
GtkWidget *bh_choice_new_multiple (void);

/** bh_choice_add: @value: its text as value; @label: what people read */
void bh_choice_add (BhChoice *self, const char *value, const char *label);

G_END_DECLS
