/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhStorageError:
 * @BH_STORAGE_ERROR_FAILED: anything the window cannot act on; the message says what
 * @BH_STORAGE_ERROR_NOT_FOUND: there is no such file, ticket or entry
 * @BH_STORAGE_ERROR_NOT_A_DATABASE: the file is something else or damaged
 * @BH_STORAGE_ERROR_NEWER: made by a newer version of the program
 * @BH_STORAGE_ERROR_NETWORK: on a network file system, where locks cannot be trusted
 * @BH_STORAGE_ERROR_READ_ONLY: file or folder cannot be written
 * @BH_STORAGE_ERROR_FULL: the disk is full
 * @BH_STORAGE_ERROR_BUSY: another program holds the write lock for too long
 * @BH_STORAGE_ERROR_CONFLICT: the ticket was changed by somebody else meanwhile
 * @BH_STORAGE_ERROR_EXISTS: there is one already
 * @BH_STORAGE_ERROR_INVALID: a value that is refused (settings, names)
 *
 * Errors of storage. Messages are translated; they say what is wrong and what to do.
 */
typedef enum
{
  BH_STORAGE_ERROR_FAILED,
  BH_STORAGE_ERROR_NOT_FOUND,
  BH_STORAGE_ERROR_NOT_A_DATABASE,
  BH_STORAGE_ERROR_NEWER,
  BH_STORAGE_ERROR_NETWORK,
  BH_STORAGE_ERROR_READ_ONLY,
  BH_STORAGE_ERROR_FULL,
  BH_STORAGE_ERROR_BUSY,
  BH_STORAGE_ERROR_CONFLICT,
  BH_STORAGE_ERROR_EXISTS,
  BH_STORAGE_ERROR_INVALID,
} BhStorageError;

#define BH_STORAGE_ERROR (bh_storage_error_quark ())
GQuark bh_storage_error_quark (void);

G_END_DECLS
