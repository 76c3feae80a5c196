/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-storage-error.h"

#include <sys/types.h>

G_BEGIN_DECLS

/* What the files beside a database and its copies are written with. */

/** bh_file_sync_folder: makes the names in @folder survive a loss of power; where the file system
 * cannot do that for a folder, there is nothing to be done */
void bh_file_sync_folder (const char *folder);

/** bh_file_make_folder: makes @folder and those above it, for its owner alone. Returns: FALSE with
 * %BH_STORAGE_ERROR */
gboolean bh_file_make_folder (const char *folder, GError **error);

/** bh_file_write_all: writes all of @data. Returns: FALSE with errno set */
gboolean bh_file_write_all (int fd, const void *data, gsize size);

/** bh_file_set_write_error: @number: of errno. %BH_STORAGE_ERROR_FULL, %BH_STORAGE_ERROR_READ_ONLY
 * or %BH_STORAGE_ERROR_FAILED: @path cannot be written */
void bh_file_set_write_error (const char *path, int number, GError **error);

/** bh_file_set_read_error: @number: of errno. %BH_STORAGE_ERROR_NOT_FOUND or
 * %BH_STORAGE_ERROR_FAILED: @path cannot be read */
void bh_file_set_read_error (const char *path, int number, GError **error);

G_END_DECLS
