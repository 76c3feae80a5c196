/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-paper.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** bh_paper_check_path: @pictures: whether ".png" will do beside ".pdf". Returns: FALSE with
 * %G_IO_ERROR_INVALID_ARGUMENT where the name has no such ending */
gboolean bh_paper_check_path (const char *path, gboolean pictures, GError **error);

/**
 * bh_paper_save:
 * @path: ends with ".pdf", for pages of A4, or ".png", for one picture however long it gets: what
 *   goes into a chat group
 *
 * Writes to a temporary file and moves it into place: what was there stays until the new file is
 * whole. Any thread.
 *
 * Returns: FALSE with %G_IO_ERROR_INVALID_ARGUMENT for another ending, %G_IO_ERROR_FAILED for a
 *   picture that would be too long, %G_FILE_ERROR where it cannot be written
 */
gboolean bh_paper_save (BhPaper *self, const char *path, GError **error);

G_END_DECLS
