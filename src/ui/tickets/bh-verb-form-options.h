/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-field.h"

G_BEGIN_DECLS

/**
 * bh_verb_form_offer:
 * @field: made from an input of @verb
 * @view: (nullable): the ticket, NULL for several; only read now
 *
 * Offers in @field what the ticket itself has to choose from: its complainants with what they have
 * said, its open tasks, other tickets of its place.
 */
void bh_verb_form_offer (BhField *field, BhVerb verb, BhTicketView *view, BhDesk *desk);

/** bh_verb_form_update_signature: @fields: (element-type BhField): whoever is not here cannot sign
 * with a pen: shows the field for it only where the owner signs in person */
void bh_verb_form_update_signature (GPtrArray *fields);

/** bh_verb_form_find_first: @fields: (element-type BhField). Returns: (transfer none) (nullable):
 * where the cursor begins: the first field, or, where that one is filled in and needed, the first
 * needed one that is still empty; never a note beside a PIN, where the PIN would be read */
BhField *bh_verb_form_find_first (GPtrArray *fields);

/** bh_verb_form_find_type: @fields: (element-type BhField). Returns: (transfer none) (nullable):
 * the first that asks for @type */
BhField *bh_verb_form_find_type (GPtrArray *fields, BhInputType type);

/**
 * bh_verb_form_find_named:
 * @fields: (element-type BhField)
 * @message: an error; what the desk says of one input begins with its key
 * @rest: (out): what it says without the key, where a field is found
 *
 * Returns: (transfer none) (nullable): the field that @message is about
 */
BhField *bh_verb_form_find_named (GPtrArray *fields, const char *message, const char **rest);

G_END_DECLS
