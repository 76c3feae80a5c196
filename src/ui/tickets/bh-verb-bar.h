/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_VERB_BAR (bh_verb_bar_get_type ())
G_DECLARE_FINAL_TYPE (BhVerbBar, bh_verb_bar, BH, VERB_BAR, GtkWidget)

/**
 * BhVerbExtra:
 * @label: English, to be translated
 * @summary: one English sentence, to be translated
 * @action: name of the action that does it
 * @key: the letter that does it; a capital with Shift
 *
 * Something that can be done to a ticket and is no verb: it changes nothing by itself.
 */
typedef struct
{
  const char *label;
  const char *summary;
  const char *action;
  char key;
} BhVerbExtra;

/**
 * BhVerbBar:
 *
 * The verbs that are possible now: a button for the next step and for each that is done often,
 * and a menu with the rest in groups, all with their letters.
 *
 * Signal: `chosen (int verb)`.
 */
GtkWidget *bh_verb_bar_new (void);

/** bh_verb_bar_set_verbs: @verbs: (array zero-terminated): the first is the next step */
void bh_verb_bar_set_verbs (BhVerbBar *self, const BhVerb *verbs);
/** bh_verb_bar_set_extras: @extras: (array length=n_extras): must live as long as the bar; offered
 * in the menu with the next verbs that are set, where there are any verbs */
void bh_verb_bar_set_extras (BhVerbBar *self, const BhVerbExtra *extras, guint n_extras);
/** bh_verb_bar_find: Returns: the verb that letter @key stands for now, or %BH_VERB_NONE */
BhVerb bh_verb_bar_find (BhVerbBar *self, guint32 key);
/** bh_verb_bar_press: does what letter @key stands for. Returns: FALSE where that is nothing now */
gboolean bh_verb_bar_press (BhVerbBar *self, guint32 key);
/** bh_verb_bar_get_letter: Returns: the letter that was pressed, a capital with Shift whether or
 * not Caps Lock is on; 0 for no letter */
guint32 bh_verb_bar_get_letter (guint keyval, GdkModifierType state);

G_END_DECLS
