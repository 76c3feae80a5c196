/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-loop.h"

G_BEGIN_DECLS

/** BH_INTAKE_OPENED: key of a draft for when its form was opened, as an instant; no input of
 * `new`. */
#define BH_INTAKE_OPENED "opened"

/**
 * bh_intake_inputs_check:
 * @typed: what stands in the form, by the keys of `new`, and %BH_INTAKE_OPENED
 * @office: what there is
 * @now: present instant
 *
 * What is wrong with a form, so that it can be said where it stands; the verb has the last word.
 *
 * Returns: (transfer full) (element-type utf8 utf8): what is wrong by key, translated; empty where
 *   all is well
 */
GHashTable *bh_intake_inputs_check (BhPayload *typed, BhOffice *office, gint64 now);

/**
 * bh_intake_inputs_finish:
 *
 * Makes the inputs of `new` from a form that was checked. Where the caller waits, the ticket is
 * received when the form was opened, unless another time was entered; elsewhere there is no first
 * answer.
 *
 * Returns: (transfer full): what bh_verbs_do() takes
 */
BhPayload *bh_intake_inputs_finish (BhPayload *typed, BhOffice *office);

/** bh_intake_inputs_is_live: Returns: whether the channel of @typed is one where the caller waits
 */
gboolean bh_intake_inputs_is_live (BhPayload *typed, BhOffice *office);

/** bh_intake_dup_registered: Returns: (transfer full): what is said of a new ticket, which an
 * office may let the program dispatch at once */
char *bh_intake_dup_registered (BhTicket *ticket, BhOffice *office);

G_END_DECLS
