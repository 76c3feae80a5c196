/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_verb_button_new:
 * @label: what it does
 * @summary: the same in one sentence, for the tooltip
 * @key: the letter that does it too, shown on it; 0 for none
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *bh_verb_button_new (const char *label, const char *summary, char key);

/** bh_verb_button_new_for: Returns: (transfer floating): a button for a verb that people do */
GtkWidget *bh_verb_button_new_for (BhVerb verb);

G_END_DECLS
