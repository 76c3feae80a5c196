/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-progress-func.h"
#include "storage/bh-storage-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The files of an office (photos, documents, signatures) stand in a folder beside its database:
 * "office.bihuan" has "office.bihuan.files". A file is named by its content, "ab/abcd…" by the
 * SHA-256 of its bytes, so that the same content is there once and a changed file shows. It
 * appears under its name whole and durable or not at all, is never written again, and is never
 * removed: a history may name it. Everything here blocks; any thread may call it. */

/**
 * BhStoredFile: a file that is in the store.
 * @hash: SHA-256 of its content, 64 hexadecimal digits
 * @type: its media type by its content, "image/jpeg"
 * @size: in bytes
 */
typedef struct
{
  char *hash;
  char *type;
  gint64 size;
} BhStoredFile;

void bh_stored_file_free (BhStoredFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhStoredFile, bh_stored_file_free)

/**
 * BhFileAdding: how a file is to be added.
 * @limit: the most bytes that it may have, 0 for any number
 * @progress: (nullable): called in the adding thread
 * @user_data: of @progress
 * @cancellable: (nullable): leaves nothing behind when cancelled
 */
typedef struct
{
  gint64 limit;
  BhProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} BhFileAdding;

/** BH_FILE_SHARED_FOLDER: in the folder of daily copies, the files of all of them */
#define BH_FILE_SHARED_FOLDER "shared.files"

/** bh_file_store_dup_folder: Returns: (transfer full): where the files of the database at @database
 * stand; daily copies share one folder */
char *bh_file_store_dup_folder (const char *database);

/** bh_file_store_is_hash: Returns: whether @text can name a file of the store */
gboolean bh_file_store_is_hash (const char *text);

/** bh_file_store_dup_path: Returns: (transfer full): where the content @hash stands in @folder, or
 * would stand */
char *bh_file_store_dup_path (const char *folder, const char *hash);

/**
 * bh_file_store_add:
 * @folder: of the store; made where it is not there
 * @path: of a regular file, which is only read
 *
 * Copies a file into the store.
 *
 * Returns: (transfer full) (nullable): what it is now; NULL with %BH_STORAGE_ERROR_INVALID for what
 *   is too large, empty or no file, %BH_STORAGE_ERROR_NOT_FOUND, %BH_STORAGE_ERROR_FULL,
 *   %BH_STORAGE_ERROR_READ_ONLY, %BH_STORAGE_ERROR_FAILED or %G_IO_ERROR_CANCELLED
 */
BhStoredFile *
bh_file_store_add (const char *folder, const char *path, const BhFileAdding *how, GError **error);

/**
 * bh_file_store_add_stream:
 * @stream: read to its end; not closed
 * @name: of the file, for its type and for messages
 * @size: how many bytes are expected, for the progress; -1 where that is unknown
 *
 * The same from anywhere.
 */
BhStoredFile *bh_file_store_add_stream (const char *folder,
                                        GInputStream *stream,
                                        const char *name,
                                        gint64 size,
                                        const BhFileAdding *how,
                                        GError **error);

/**
 * BhFileState:
 * @BH_FILE_SOUND: it is there, and its content gives its name
 * @BH_FILE_MISSING: it is not there
 * @BH_FILE_CHANGED: its content does not give its name, or cannot be read
 */
typedef enum
{
  BH_FILE_SOUND,
  BH_FILE_MISSING,
  BH_FILE_CHANGED,
} BhFileState;

/** bh_file_store_verify: reads the whole file. @cancellable: (nullable): a cancelled look says
 * %BH_FILE_SOUND */
BhFileState bh_file_store_verify (const char *folder, const char *hash, GCancellable *cancellable);

/** bh_file_store_describe: @name: (nullable): tells the type where the content does not. Returns:
 * (transfer full) (nullable): what is in the store as @hash, NULL where nothing is */
BhStoredFile *bh_file_store_describe (const char *folder, const char *hash, const char *name);

/** bh_file_store_get_size: Returns: bytes of the content @hash, -1 where it is not in the store */
gint64 bh_file_store_get_size (const char *folder, const char *hash);

/**
 * bh_file_store_list:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): hashes of what is in the store, in no
 *   order; empty where there is no folder; NULL with %BH_STORAGE_ERROR_FAILED
 */
GPtrArray *bh_file_store_list (const char *folder, GError **error);

/** bh_file_store_sweep: removes what adding left behind when it was killed before @before (an
 * instant in microseconds UTC) */
void bh_file_store_sweep (const char *folder, gint64 before);

G_END_DECLS
