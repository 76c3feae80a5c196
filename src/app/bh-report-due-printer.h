/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"

G_BEGIN_DECLS

/** bh_report_due_print: makes the workbooks that are due, and prints each. Returns: FALSE with the
 * first @error where one could not be made; the others are made all the same */
gboolean bh_report_due_print (BhInvocation *invocation, GError **error);

G_END_DECLS
