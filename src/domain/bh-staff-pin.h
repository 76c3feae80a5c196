/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register.h"

G_BEGIN_DECLS

/* The secret that approvals ask for: 4 to 8 digits that one member of staff knows. Only a salted,
 * slow hash of it is kept, "pbkdf2-sha256$ROUNDS$SALT$HASH": the count of rounds is in the text, so
 * that it can be raised later without asking anybody for a new PIN. */

/**
 * bh_staff_pin_read:
 * @text: (nullable): as it was typed; full-width digits count as digits
 *
 * Returns: (transfer full) (nullable): the digits, or NULL with %BH_DOMAIN_ERROR_INPUT where these
 *   are not 4 to 8 digits
 */
char *bh_staff_pin_read (const char *text, GError **error);

/**
 * bh_staff_pin_hash:
 * @pin: what bh_staff_pin_read() gave
 * @salt: any number that is not used twice
 *
 * Takes some hundredths of a second, on purpose.
 *
 * Returns: (transfer full): the text that is stored
 */
char *bh_staff_pin_hash (const char *pin, gint64 salt);

/** bh_staff_pin_hash_public: the same for a PIN that is no secret, as that of a demo office: takes
 * no time, neither here nor when it is checked */
char *bh_staff_pin_hash_public (const char *pin, gint64 salt);

/**
 * bh_staff_pin_check:
 * @pin: (nullable): as it was typed
 *
 * Takes as long for a wrong PIN as for the right one.
 *
 * Returns: whether @staff has a PIN and this is it
 */
gboolean bh_staff_pin_check (BhStaff *staff, const char *pin);

G_END_DECLS
