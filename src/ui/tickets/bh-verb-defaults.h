/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-ticket-view.h"

G_BEGIN_DECLS

/**
 * bh_verb_defaults:
 *
 * Returns: (transfer full): what a form begins with: for a correction the values as they are, for
 *   a dispatch the department that the category names, and so on
 */
BhPayload *bh_verb_defaults (BhTicketView *view, BhVerb verb, BhOffice *office);

/**
 * bh_verb_inputs:
 * @defaults: what the form began with
 * @entered: what stands in it now
 *
 * Returns: (transfer full): what is given to the verb: everything entered, but of a correction
 *   only what is another value than before
 */
BhPayload *bh_verb_inputs (BhVerb verb, BhPayload *defaults, BhPayload *entered);

G_END_DECLS
