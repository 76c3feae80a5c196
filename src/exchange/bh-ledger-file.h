/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bh_ledger_file_load:
 * @file: a file
 * @cancellable: (nullable): stops the work
 *
 * Reads all of @file, and unpacks it where it is packed by gzip, which its first bytes say and not
 * its name. It is read rather than mapped, since a mapped file that somebody shortens meanwhile
 * would end the program.
 *
 * Returns: (transfer full) (nullable): the bytes; or %NULL with @error set
 * (%BH_EXCHANGE_ERROR_FILE: missing, unreadable, cut off, damaged or larger than 1 GiB;
 * %G_IO_ERROR_CANCELLED)
 */
GBytes *bh_ledger_file_load (GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
