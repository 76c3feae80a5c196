/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-file-store.h"

G_BEGIN_DECLS

/**
 * BhFileCopyMode:
 * @BH_FILE_COPY_LINK: gives the same content a second name where the disk can; for daily copies,
 *   which stand on the disk of the database
 * @BH_FILE_COPY_WHOLE: copies every byte, for a copy that may travel
 * @BH_FILE_COPY_MEND: likewise, and reads what is there already: what was changed is replaced
 */
typedef enum
{
  BH_FILE_COPY_LINK,
  BH_FILE_COPY_WHOLE,
  BH_FILE_COPY_MEND,
} BhFileCopyMode;

/**
 * bh_file_copy_all:
 * @from: folder of a store; need not be there
 * @to: folder of another; made where there is something to copy
 * @added: (nullable) (element-type utf8): gets the hashes of what was not there before
 * @n_left_out: (out) (optional): how many were not copied, since they cannot be read or their
 *   content does not give their name; a check names them
 *
 * Copies all files that are in one store and not in another, durable when it returns. Both may be
 * in use meanwhile.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean bh_file_copy_all (const char *from,
                           const char *to,
                           BhFileCopyMode mode,
                           GPtrArray *added,
                           guint *n_left_out,
                           GCancellable *cancellable,
                           GError **error);

/** bh_file_copy_take_back: removes the files @hashes (element-type utf8) that bh_file_copy_all()
 * added to @folder */
void bh_file_copy_take_back (const char *folder, GPtrArray *hashes);

/** bh_file_copy_remove: removes the whole store @folder, that of a copy which came to nothing */
void bh_file_copy_remove (const char *folder);

G_END_DECLS
