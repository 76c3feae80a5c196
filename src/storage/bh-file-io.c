/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-file-io.h"

#include "base/bh-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

void
bh_file_sync_folder (const char *folder)
{
  int fd;

  g_return_if_fail (folder != NULL);

  fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

gboolean
bh_file_make_folder (const char *folder, GError **error)
{
  g_autofree char *above = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      bh_file_set_write_error (folder, errno, error);
      return FALSE;
    }
  above = g_path_get_dirname (folder);
  bh_file_sync_folder (above);

  return TRUE;
}

gboolean
bh_file_write_all (int fd, const void *data, gsize size)
{
  const char *rest = data;

  while (size > 0)
    {
      ssize_t written = write (fd, rest, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      rest += written;
      size -= (gsize) written;
    }

  return TRUE;
}

void
bh_file_set_write_error (const char *path, int number, GError **error)
{
  g_return_if_fail (path != NULL);

  if (number == ENOSPC || number == EDQUOT)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FULL,
                 _ ("The disk is full, %s cannot be written. Nothing was changed: free some space "
                    "and try again."),
                 path);
  else if (number == EROFS || number == EACCES || number == EPERM)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_READ_ONLY,
                 _ ("%s cannot be written (%s). Ask for the right to write it, or choose another "
                    "place."),
                 path, g_strerror (number));
  else
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                 _ ("%s cannot be written (%s). Check the disk and try again."), path,
                 g_strerror (number));
}

void
bh_file_set_read_error (const char *path, int number, GError **error)
{
  g_return_if_fail (path != NULL);

  if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                 _ ("There is no file %s. Check the name."), path);
  else
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                 _ ("%s cannot be read (%s). Ask for the right to read it, or choose another "
                    "file."),
                 path, g_strerror (number));
}
