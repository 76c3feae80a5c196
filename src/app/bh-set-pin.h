/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"

G_BEGIN_DECLS

/**
 * bh_set_pin_run:
 * @name: whose PIN is set
 * @actor: (nullable): who sets it; NULL for who is set at the desk
 *
 * Sets a PIN read from standard input: the new one in the first line, and where one is asked for,
 * the present one of who sets it in the second. On a terminal it asks for them, unseen.
 *
 * Returns: FALSE with @error
 */
gboolean
bh_set_pin_run (BhInvocation *invocation, const char *name, const char *actor, GError **error);

G_END_DECLS
