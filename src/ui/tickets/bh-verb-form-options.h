/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-field.h"

G_BEGIN_DECLS

/**
 * bh_verb_form_offer:
 * @field: made from an input of @verb
 * @view: the ticket; only read now
 *
 * Offers in @field what the ticket itself has to choose from: its complainants with what they have
 * said, its open tasks, other tickets of its place.
 */
void bh_verb_form_offer (BhField *field, BhVerb verb, BhTicketView *view, BhDesk *desk);

G_END_DECLS
