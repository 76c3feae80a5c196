/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-register.h"

G_BEGIN_DECLS

/**
 * bh_demo_duty_assign:
 * @office: with its staff; gets who is away
 *
 * Who does the work knows how to do some of the department's categories, and one of them is away.
 *
 * Returns: FALSE with @error
 */
gboolean bh_demo_duty_assign (BhWork *work, BhDemoRegister *office, GError **error);

G_END_DECLS
