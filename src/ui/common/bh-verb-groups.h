/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

G_BEGIN_DECLS

/** BhVerbGroup: what verbs have to do with each other, for menus and the list of keys. */
typedef enum
{
  BH_VERB_GROUP_LEAD,      /* the way of a ticket */
  BH_VERB_GROUP_OTHERS,    /* other departments */
  BH_VERB_GROUP_TALK,      /* what is added to it */
  BH_VERB_GROUP_EXCEPTION, /* what is not the usual way, and its approval */
  BH_VERB_GROUP_MATTER,    /* the same matter in several tickets */
  BH_VERB_GROUP_CORRECT,
} BhVerbGroup;

/** BH_N_VERB_GROUPS: how many there are. */
#define BH_N_VERB_GROUPS 6

/** bh_verb_group_get_label: Returns: (transfer none): translated */
const char *bh_verb_group_get_label (BhVerbGroup group);
/** bh_verb_get_group: Returns: where a verb that people do belongs */
BhVerbGroup bh_verb_get_group (BhVerb verb);
/** bh_verb_is_frequent: Returns: whether it is done so often that a button stands for it, not a
 * line of a menu */
gboolean bh_verb_is_frequent (BhVerb verb);

/** bh_verb_key_dup_label: @key: a letter; a capital is pressed with Shift. Returns: (transfer
 * full): what stands on a button: "A", "⇧A" */
char *bh_verb_key_dup_label (char key);
/** bh_verb_key_dup_accelerator: Returns: (transfer full): as shortcuts are written: "a",
 * "<Shift>a" */
char *bh_verb_key_dup_accelerator (char key);
/** bh_verb_key_dup_spoken: Returns: (transfer full): for the screen reader: "A", "Shift+A" */
char *bh_verb_key_dup_spoken (char key);

G_END_DECLS
