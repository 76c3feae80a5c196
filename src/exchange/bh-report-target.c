/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-target.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

/* What any workbook takes. */
#define LEAST_ROOM (1024 * 1024)
#define SUFFIX ".xlsx"

static gboolean
check_room (const char *folder, guint64 room, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info
      = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  g_autofree char *needed = NULL, *there = NULL;
  guint64 free_bytes;

  /* A file system that does not say so may have room. */
  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return TRUE;
  free_bytes = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
  if (free_bytes >= room)
    return TRUE;

  needed = g_format_size (room);
  there = g_format_size (free_bytes);
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("The workbook needs about %s, and the folder %s has room for %s. Delete what is "
                  "not needed there, or choose another folder."),
               needed, folder, there);

  return FALSE;
}

static char *
make_file (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, ".bihuan-report-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR, 0666);
  int failure = errno;

  if (fd >= 0 && g_close (fd, NULL))
    return g_steal_pointer (&path);

  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("Nothing can be written to the folder %s: %s. Choose another folder."), folder,
               g_strerror (fd >= 0 ? errno : failure));

  return NULL;
}

char *
bh_report_target_make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  folder = g_path_get_dirname (path);

  return make_file (folder, error);
}

/* Who may write somewhere, only trying tells: rights, read-only disks, quotas. */
static gboolean
try_file (const char *folder, GError **error)
{
  g_autofree char *path = make_file (folder, error);

  if (path == NULL)
    return FALSE;
  g_unlink (path);

  return TRUE;
}

gboolean
bh_report_target_check (const char *folder, guint64 room, GError **error)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return try_file (folder, error) && check_room (folder, MAX (room, LEAST_ROOM), error);

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
                 _ ("%s is a file, not a folder. Choose a folder."), folder);
  else
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
                 _ ("The folder %s is not there. Create it, connect its disk, or choose another "
                    "folder."),
                 folder);

  return FALSE;
}

guint64
bh_report_target_guess_room (const char *database)
{
  GStatBuf status;

  g_return_val_if_fail (database != NULL, 0);

  return LEAST_ROOM + (g_stat (database, &status) == 0 ? (guint64) status.st_size / 20 : 0);
}

char *
bh_report_target_dup_free_path (const char *folder, const char *name)
{
  g_autofree char *stem = NULL;
  char *path;

  g_return_val_if_fail (folder != NULL && name != NULL, NULL);
  g_return_val_if_fail (g_str_has_suffix (name, SUFFIX), NULL);

  stem = g_strndup (name, strlen (name) - strlen (SUFFIX));
  path = g_build_filename (folder, name, NULL);
  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s (%u)" SUFFIX, stem, i);

      g_free (path);
      path = g_build_filename (folder, next, NULL);
    }

  return path;
}
