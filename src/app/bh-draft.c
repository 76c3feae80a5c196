/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-draft.h"

#include "base/bh-i18n.h"
#include "storage/bh-file-check.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

char *
bh_draft_make_path (const char *path)
{
  return g_strdup_printf ("%s.new-%d", path, (int) getpid ());
}

gboolean
bh_draft_publish (const char *draft, const char *path, GError **error)
{
  int saved_errno;

  if (!bh_file_check_whole (draft, error))
    return FALSE;
  if (renameat2 (AT_FDCWD, draft, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* A file system that cannot promise not to replace. */
  if (errno == EINVAL && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (draft, path) == 0)
    return TRUE;

  saved_errno = errno;
  if (saved_errno == EEXIST)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _ ("Somebody else has just made “%s”; nothing was changed there, try again."),
                 path);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                 _ ("The new database cannot be moved to “%s”: %s"), path,
                 g_strerror (saved_errno));

  return FALSE;
}

void
bh_draft_remove (const char *draft)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (draft, suffixes[i], NULL);

      g_unlink (name);
    }
}
