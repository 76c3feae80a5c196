/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-file-store.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "storage/bh-file-io.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)
#define HASH_LENGTH 64
#define FOLDER_LENGTH 2 /* digits of the hash that name the folder */
#define PART_BEGIN ".part-"
/* Bytes from the beginning of a file that tell its type. */
#define TYPE_BYTES 4096
#define MEGABYTE (1024 * 1024)

void
bh_stored_file_free (BhStoredFile *file)
{
  g_free (file->hash);
  g_free (file->type);
  g_free (file);
}

char *
bh_file_store_dup_folder (const char *database)
{
  g_autofree char *own = NULL;
  g_autofree char *around = NULL;
  g_autofree char *shared = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  own = g_strconcat (database, ".files", NULL);
  if (g_file_test (own, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&own);

  around = g_path_get_dirname (database);
  shared = g_build_filename (around, BH_FILE_SHARED_FOLDER, NULL);

  return g_file_test (shared, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&shared)
                                                  : g_steal_pointer (&own);
}

gboolean
bh_file_store_is_hash (const char *text)
{
  return text != NULL && strspn (text, "0123456789abcdef") == HASH_LENGTH
         && text[HASH_LENGTH] == '\0';
}

char *
bh_file_store_dup_path (const char *folder, const char *hash)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (bh_file_store_is_hash (hash), NULL);

  start = g_strndup (hash, FOLDER_LENGTH);

  return g_build_filename (folder, start, hash, NULL);
}

/* A file on its way into the store, under a name of its own until it is whole. */
typedef struct
{
  const char *folder;
  const char *name; /* (nullable): what people call it */
  const BhFileAdding *how;
  char *part; /* (owned) (nullable): its path */
  int fd;
  GChecksum *checksum; /* (owned) */
  GByteArray *start;   /* (owned): its first bytes */
  gint64 size;
} Part;

static void
part_clear (Part *part)
{
  if (part->fd >= 0)
    close (part->fd);
  if (part->part != NULL)
    g_unlink (part->part);
  g_free (part->part);
  g_checksum_free (part->checksum);
  g_byte_array_unref (part->start);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

static gboolean
open_part (Part *part, GError **error)
{
  if (!bh_file_make_folder (part->folder, error))
    return FALSE;

  part->part = g_build_filename (part->folder, PART_BEGIN "XXXXXX", NULL);
  part->fd = g_mkstemp_full (part->part, O_WRONLY | O_CLOEXEC, 0600);
  if (part->fd >= 0)
    return TRUE;

  bh_file_set_write_error (part->folder, errno, error);
  g_clear_pointer (&part->part, g_free);

  return FALSE;
}

static gboolean
check_limit (Part *part, gint64 size, GError **error)
{
  gint64 limit = part->how->limit;

  if (limit == 0 || size <= limit)
    return TRUE;

  g_set_error (
      error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID,
      _ ("“%s” is too large: a file may have %d MB at most. Make it smaller, or allow more "
         "in the settings (attachment-megabytes)."),
      part->name, (int) (limit / MEGABYTE));

  return FALSE;
}

static gboolean
write_chunk (Part *part, const guchar *bytes, gsize size, GError **error)
{
  if (part->start->len < TYPE_BYTES)
    g_byte_array_append (part->start, bytes, (guint) MIN (size, TYPE_BYTES - part->start->len));
  g_checksum_update (part->checksum, bytes, (gssize) size);
  part->size += (gint64) size;
  if (!check_limit (part, part->size, error))
    return FALSE;
  if (bh_file_write_all (part->fd, bytes, size))
    return TRUE;

  bh_file_set_write_error (part->folder, errno, error);

  return FALSE;
}

static void
tell_progress (Part *part, gint64 expected)
{
  if (part->how->progress != NULL)
    part->how->progress (expected > 0 ? MIN (1.0, (double) part->size / (double) expected) : -1,
                         part->how->user_data);
}

static gboolean
fill_part (Part *part, GInputStream *stream, gint64 expected, GError **error)
{
  g_autofree guchar *buffer = g_malloc (CHUNK);
  gssize size;

  while ((size = g_input_stream_read (stream, buffer, CHUNK, part->how->cancellable, error)) > 0)
    {
      if (!write_chunk (part, buffer, (gsize) size, error))
        return FALSE;
      tell_progress (part, expected);
    }
  if (size < 0)
    {
      if (error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autoptr (GError) cause = g_steal_pointer (error);

          g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                       _ ("“%s” cannot be read (%s). Choose another file."), part->name,
                       cause->message);
        }
      return FALSE;
    }
  if (part->size > 0)
    return TRUE;

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID,
               _ ("“%s” is empty: there is nothing to keep. Choose another file."), part->name);

  return FALSE;
}

/* Its name appears when its content is safe. Content that is there already stays as it is, unless
 * it was changed. */
static gboolean
place_part (Part *part, const char *hash, GError **error)
{
  g_autofree char *path = bh_file_store_dup_path (part->folder, hash);
  g_autofree char *around = g_path_get_dirname (path);
  int closed;

  if (!bh_file_make_folder (around, error))
    return FALSE;
  if (bh_file_store_verify (part->folder, hash, part->how->cancellable) == BH_FILE_SOUND)
    {
      bh_file_sync_folder (around); /* whoever wrote it may not have come so far yet */
      return TRUE;
    }

  closed = fchmod (part->fd, 0400) != 0 || fsync (part->fd) != 0 ? errno : 0;
  if (closed == 0 && g_rename (part->part, path) != 0)
    closed = errno;
  if (closed != 0)
    {
      bh_file_set_write_error (part->folder, closed, error);
      return FALSE;
    }
  g_clear_pointer (&part->part, g_free);
  bh_file_sync_folder (around);

  return TRUE;
}

/* What holds other things, whose type the name tells better. */
static gboolean
is_container (const char *type)
{
  static const char *const containers[] = {
    "application/octet-stream", "application/x-ole-storage", "application/xml", "application/zip",
    "application/x-zip",        "application/x-zerosize",    "text/plain",      "application/ogg"
  };

  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    if (g_content_type_equals (type, containers[i]))
      return TRUE;

  return FALSE;
}

/* A name may lie, so that it is asked only where the content does not tell. */
static char *
guess_type (const char *name, const guchar *start, gsize size)
{
  g_autofree char *type = g_content_type_guess (NULL, start, size, NULL);

  if (name != NULL && is_container (type))
    {
      g_free (type);
      type = g_content_type_guess (name, start, size, NULL);
    }

  return g_content_type_get_mime_type (type);
}

BhStoredFile *
bh_file_store_add_stream (const char *folder,
                          GInputStream *stream,
                          const char *name,
                          gint64 size,
                          const BhFileAdding *how,
                          GError **error)
{
  g_auto (Part) part = {
    .folder = folder,
    .name = name,
    .how = how,
    .fd = -1,
    .checksum = g_checksum_new (G_CHECKSUM_SHA256),
    .start = g_byte_array_new (),
  };
  g_autoptr (GError) failure = NULL;
  BhStoredFile *file;

  g_return_val_if_fail (folder != NULL && how != NULL && name != NULL, NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  if (!check_limit (&part, size, &failure) || !open_part (&part, &failure)
      || !fill_part (&part, stream, size, &failure)
      || !place_part (&part, g_checksum_get_string (part.checksum), &failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  file = g_new0 (BhStoredFile, 1);
  file->hash = g_strdup (g_checksum_get_string (part.checksum));
  file->type = guess_type (name, part.start->data, part.start->len);
  file->size = part.size;

  return file;
}

/* Opened without waiting: a pipe would never answer. */
static GInputStream *
open_regular (const char *path, gint64 *size, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      bh_file_set_read_error (path, errno, error);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID,
                   _ ("%s is a folder or a device, no file. Choose a file."), path);
      close (fd);
      return NULL;
    }
  *size = info.st_size;

  return g_unix_input_stream_new (fd, TRUE);
}

BhStoredFile *
bh_file_store_add (const char *folder, const char *path, const BhFileAdding *how, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *name = NULL;
  gint64 size = -1;

  g_return_val_if_fail (folder != NULL && path != NULL && how != NULL, NULL);

  stream = open_regular (path, &size, error);
  if (stream == NULL)
    return NULL;
  name = g_filename_display_basename (path);

  return bh_file_store_add_stream (folder, stream, name, size, how, error);
}

static gboolean
sum_up (GChecksum *checksum, int fd, GCancellable *cancellable)
{
  g_autofree guchar *buffer = g_malloc (CHUNK);
  ssize_t size;

  while (!g_cancellable_is_cancelled (cancellable) && (size = read (fd, buffer, CHUNK)) != 0)
    {
      if (size < 0 && errno != EINTR)
        return FALSE;
      if (size > 0)
        g_checksum_update (checksum, buffer, size);
    }

  return TRUE;
}

BhFileState
bh_file_store_verify (const char *folder, const char *hash, GCancellable *cancellable)
{
  g_autofree char *path = bh_file_store_dup_path (folder, hash);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean read_whole;
  int fd;

  g_return_val_if_fail (path != NULL, BH_FILE_MISSING);

  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return errno == ENOENT || errno == ENOTDIR ? BH_FILE_MISSING : BH_FILE_CHANGED;
  read_whole = sum_up (checksum, fd, cancellable);
  close (fd);
  if (g_cancellable_is_cancelled (cancellable))
    return BH_FILE_SOUND;

  return read_whole && g_str_equal (g_checksum_get_string (checksum), hash) ? BH_FILE_SOUND
                                                                            : BH_FILE_CHANGED;
}

gint64
bh_file_store_get_size (const char *folder, const char *hash)
{
  g_autofree char *path = bh_file_store_dup_path (folder, hash);
  struct stat info;

  g_return_val_if_fail (path != NULL, -1);

  return stat (path, &info) == 0 && S_ISREG (info.st_mode) ? info.st_size : -1;
}

BhStoredFile *
bh_file_store_describe (const char *folder, const char *hash, const char *name)
{
  g_autofree char *path = bh_file_store_dup_path (folder, hash);
  g_autofree guchar *start = g_malloc (TYPE_BYTES);
  BhStoredFile *file;
  ssize_t size;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  size = read (fd, start, TYPE_BYTES);
  close (fd);

  file = g_new0 (BhStoredFile, 1);
  file->hash = g_strdup (hash);
  file->type = guess_type (name, start, (gsize) MAX (size, 0));
  file->size = bh_file_store_get_size (folder, hash);

  return file;
}

static gboolean
set_list_error (const char *folder, GError *cause, GError **error)
{
  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
               _ ("The folder %s with the files of the office cannot be read: %s"), folder,
               cause->message);

  return FALSE;
}

static gboolean
list_folder (GPtrArray *hashes, const char *folder, const char *start, GError **error)
{
  g_autofree char *path = g_build_filename (folder, start, NULL);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &cause);
  const char *name;

  if (dir == NULL)
    return set_list_error (path, cause, error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (bh_file_store_is_hash (name) && g_str_has_prefix (name, start))
      g_ptr_array_add (hashes, g_strdup (name));

  return TRUE;
}

GPtrArray *
bh_file_store_list (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  dir = g_dir_open (folder, 0, &cause);
  if (dir == NULL && g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&hashes);
  if (dir == NULL)
    {
      set_list_error (folder, cause, error);
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strspn (name, "0123456789abcdef") == FOLDER_LENGTH && name[FOLDER_LENGTH] == '\0'
        && !list_folder (hashes, folder, name, error))
      return NULL;

  return g_steal_pointer (&hashes);
}

void
bh_file_store_sweep (const char *folder, gint64 before)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (folder != NULL);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, PART_BEGIN) && g_stat (path, &info) == 0
          && (gint64) info.st_mtime < before / BH_USEC_PER_SEC)
        g_unlink (path);
    }
}
