/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"

G_BEGIN_DECLS

/** BH_MAX_CHOICES: a message names at most so many of what there is. */
#define BH_MAX_CHOICES 12

/**
 * bh_verb_choices_join:
 * @names: (element-type utf8): what there is
 * @text: what somebody typed instead
 *
 * The end of an error message that names what there is: everything where that is little, else
 * what is nearest to @text.
 *
 * Returns: (transfer full): the names, joined
 */
char *bh_verb_choices_join (GPtrArray *names, const char *text);

/**
 * bh_verb_choices_of:
 * @type: %BH_TYPE_DEPARTMENT and so on
 * @department_id: of staff: only of this department, 0 for all
 * @text: what somebody typed
 *
 * Returns: (transfer full): the entries in use, as bh_verb_choices_join() joins them; categories
 *   by their path, causes and channels with their code
 */
char *bh_verb_choices_of (BhOffice *office, GType type, gint64 department_id, const char *text);

G_END_DECLS
