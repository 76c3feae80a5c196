/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/* The PINs that approvals ask for. Nobody but its owner knows one; no event, list or export has it.
 *
 * Who has a PIN changes it with the old one. A manager or administrator who has one sets, with it,
 * that of anybody else: for who is new, and for who forgot. As long as no manager or administrator
 * has one, those who have none yet get their first one freely. */

/** bh_pins_ask_secret: Returns: whether @actor_id has to say a PIN of their own to set that of
 * @staff_id: the old one, or for somebody else the one they have */
gboolean bh_pins_ask_secret (BhOffice *office, gint64 actor_id, gint64 staff_id);

/**
 * bh_pins_set:
 * @actor_id: who sets it, 0 for nobody in particular
 * @secret: (nullable): the present PIN of @actor_id, where one is asked for
 * @pin: 4 to 8 digits
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR or a storage error
 */
gboolean bh_pins_set (BhWork *work,
                      gint64 actor_id,
                      gint64 staff_id,
                      const char *secret,
                      const char *pin,
                      GError **error);

/** bh_desk_set_pin_async: the same by who is at the desk, on the writer */
void bh_desk_set_pin_async (BhDesk *self,
                            gint64 staff_id,
                            const char *secret,
                            const char *pin,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/** bh_desk_set_pin_finish: Returns: FALSE with @error */
gboolean bh_desk_set_pin_finish (BhDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
