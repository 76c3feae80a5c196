/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * bh_schema_execute:
 * @script: statements in which types stand by the driver's names: $key is a 64-bit primary key,
 *   $int a 64-bit number (id, code, instant in microseconds UTC, seconds), $double a number with a
 *   fraction, $text a text; $clustered keeps a table in the order of its primary key
 *
 * Executes @script.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_schema_execute (BhConnection *connection, const char *script, GError **error);

G_END_DECLS
