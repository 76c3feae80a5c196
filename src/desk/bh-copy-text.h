/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-ticket-view.h"

G_BEGIN_DECLS

/* What the desk sends on from a ticket: dispatch happens in chat groups, and owners want to know.
 * Pure, in the language of who reads the window. */

/**
 * bh_copy_text_for_group:
 *
 * For the chat group of those who do the work: number, grade, place, what, by when, who, and whom
 * to call, a line each; what is not known has no line.
 *
 * Returns: (transfer full): lines of text, without an end of line after the last
 */
char *bh_copy_text_for_group (BhOffice *office, BhTicketView *view);

/**
 * bh_copy_text_for_owner:
 *
 * For who raised the matter: what has become of it so far and what comes next, politely. Nobody of
 * the staff is named and no phone number given: a text of the ticket that has either is left out.
 *
 * Returns: (transfer full): some sentences
 */
char *bh_copy_text_for_owner (BhOffice *office, BhTicketView *view);

G_END_DECLS
