/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * bh_undo_toast_say:
 * @toasts: where it is said
 * @desk: (transfer none): where it is taken back
 * @verb: what was done
 * @ticket: the ticket after it
 *
 * Says what was done, with a button that takes it back; it replaces what was said here before.
 */
void bh_undo_toast_say (AdwToastOverlay *toasts, BhDesk *desk, BhVerb verb, BhTicket *ticket);

G_END_DECLS
