/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-file-copy.h"

#include "storage/bh-file-io.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* One copying of a store into another. */
typedef struct
{
  const char *from;
  const char *to;
  BhFileCopyMode mode;
  GCancellable *cancellable; /* (nullable) */
} Copying;

static gboolean
is_same_file (const char *one, const char *other)
{
  struct stat first, second;

  return stat (one, &first) == 0 && stat (other, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

/* Whether @to has the file already. One that was changed is no file of the store any more. */
static gboolean
is_there (Copying *self, const char *hash, const char *source, const char *target)
{
  if (bh_file_store_get_size (self->to, hash) != bh_file_store_get_size (self->from, hash))
    return FALSE;
  if (self->mode != BH_FILE_COPY_MEND || is_same_file (source, target)
      || bh_file_store_verify (self->to, hash, self->cancellable) == BH_FILE_SOUND)
    return TRUE;

  g_unlink (target);

  return FALSE;
}

static gboolean
link_file (Copying *self, const char *source, const char *target)
{
  g_autofree char *around = g_path_get_dirname (target);

  return self->mode == BH_FILE_COPY_LINK && bh_file_make_folder (around, NULL)
         && link (source, target) == 0;
}

/* Sets @copied. What cannot be read is left out: one bad file must not keep the office from having
 * a copy. */
static gboolean
copy_file (Copying *self, const char *hash, gboolean *copied, GError **error)
{
  const BhFileAdding how = { .cancellable = self->cancellable };
  g_autofree char *source = bh_file_store_dup_path (self->from, hash);
  g_autoptr (BhStoredFile) file = NULL;
  g_autoptr (GError) failure = NULL;

  *copied = FALSE;
  if (bh_file_store_verify (self->from, hash, self->cancellable) != BH_FILE_SOUND)
    return !g_cancellable_set_error_if_cancelled (self->cancellable, error);

  file = bh_file_store_add (self->to, source, &how, &failure);
  if (file == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *copied = TRUE;

  return TRUE;
}

static gboolean
take_over (Copying *self, const char *hash, gboolean *added, gboolean *left_out, GError **error)
{
  g_autofree char *source = bh_file_store_dup_path (self->from, hash);
  g_autofree char *target = bh_file_store_dup_path (self->to, hash);

  *added = *left_out = FALSE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (is_there (self, hash, source, target))
    return TRUE;

  *added = link_file (self, source, target);
  if (!*added)
    {
      if (!copy_file (self, hash, added, error))
        return FALSE;
      *left_out = !*added;
    }

  return TRUE;
}

/* Second names are made by the thousand: their folders are made safe once. */
static void
sync_folders (const char *folder)
{
  for (guint i = 0; i < 256; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02x", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      bh_file_sync_folder (path);
    }
}

gboolean
bh_file_copy_all (const char *from,
                  const char *to,
                  BhFileCopyMode mode,
                  GPtrArray *added,
                  guint *n_left_out,
                  GCancellable *cancellable,
                  GError **error)
{
  Copying self = { .from = from, .to = to, .mode = mode, .cancellable = cancellable };
  g_autoptr (GPtrArray) hashes = NULL;
  guint n_new = 0;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (n_left_out != NULL)
    *n_left_out = 0;
  hashes = bh_file_store_list (from, error);
  for (guint i = 0; hashes != NULL && i < hashes->len; i++)
    {
      const char *hash = g_ptr_array_index (hashes, i);
      gboolean is_new, left_out;

      if (!take_over (&self, hash, &is_new, &left_out, error))
        return FALSE;
      if (is_new && added != NULL)
        g_ptr_array_add (added, g_strdup (hash));
      if (left_out && n_left_out != NULL)
        *n_left_out += 1;
      n_new += is_new ? 1 : 0;
    }
  if (n_new > 0 && mode == BH_FILE_COPY_LINK)
    sync_folders (to);

  return hashes != NULL;
}

void
bh_file_copy_take_back (const char *folder, GPtrArray *hashes)
{
  g_return_if_fail (folder != NULL && hashes != NULL);

  for (guint i = 0; i < hashes->len; i++)
    {
      g_autofree char *path = bh_file_store_dup_path (folder, g_ptr_array_index (hashes, i));

      g_unlink (path);
    }
}

void
bh_file_copy_remove (const char *folder)
{
  g_autoptr (GPtrArray) hashes = NULL;

  g_return_if_fail (folder != NULL);

  bh_file_store_sweep (folder, G_MAXINT64);
  hashes = bh_file_store_list (folder, NULL);
  if (hashes == NULL)
    return;
  bh_file_copy_take_back (folder, hashes);
  for (guint i = 0; i < 256; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02x", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_rmdir (path);
    }
  g_rmdir (folder);
}
