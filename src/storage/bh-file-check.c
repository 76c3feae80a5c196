/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-file-check.h"

#include "base/bh-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixmounts.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Where the marks stand in the first 100 bytes of a file of SQLite; big-endian. */
#define HEADER_SIZE 100
#define HEADER_VERSION 60
#define HEADER_APPLICATION 68

#define FUSE_MAGIC 0x65735546UL

const char *
bh_file_name_network (unsigned long magic, const char *mount_type)
{
  static const struct
  {
    unsigned long magic;
    const char *name;
  } kernels[] = {
    { 0x6969UL, "NFS" },     { 0x517BUL, "SMB" },        { 0xFE534D42UL, "SMB" },
    { 0xFF534D42UL, "SMB" }, { 0x01021997UL, "9P" },     { 0x5346414FUL, "AFS" },
    { 0x6B414653UL, "AFS" }, { 0x73757245UL, "Coda" },   { 0x00C36400UL, "Ceph" },
    { 0x564CUL, "NCP" },     { 0x0BD00BD0UL, "Lustre" },
  };
  static const char *const fuse_types[]
      = { "fuse.sshfs",     "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs",
          "fuse.glusterfs", "fuse.s3fs",       "fuse.ceph",   "fuse.curlftpfs" };

  for (guint i = 0; i < G_N_ELEMENTS (kernels); i++)
    if (kernels[i].magic == magic)
      return kernels[i].name;

  for (guint i = 0; magic == FUSE_MAGIC && i < G_N_ELEMENTS (fuse_types); i++)
    if (g_strcmp0 (fuse_types[i], mount_type) == 0)
      return fuse_types[i] + strlen ("fuse.");

  return NULL;
}

static gboolean
check_local (const char *path, const char *folder, GError **error)
{
  g_autoptr (GUnixMountEntry) mount = NULL;
  const char *network;
  struct statfs info;

  if (statfs (path, &info) != 0 && statfs (folder, &info) != 0)
    return TRUE; /* whatever is wrong here, opening tells it */

  if ((unsigned long) info.f_type == FUSE_MAGIC)
    mount = g_unix_mount_for (folder, NULL);
  network = bh_file_name_network ((unsigned long) info.f_type,
                                  mount != NULL ? g_unix_mount_get_fs_type (mount) : NULL);
  if (network == NULL)
    return TRUE;

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NETWORK,
               _ ("%s is on a network drive (%s), where two computers could damage it. Keep the "
                  "database on a disk of this computer."),
               path, network);

  return FALSE;
}

static gboolean
check_writable (const char *path, GError **error)
{
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0)
    return TRUE;

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_READ_ONLY,
               _ ("%s cannot be written (%s). Ask for the right to write it, or choose another "
                  "place."),
               path, g_strerror (errno));

  return FALSE;
}

gboolean
bh_file_check_place (const char *path, gboolean may_create, GError **error)
{
  g_autofree char *folder = NULL;
  struct stat info;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = g_path_get_dirname (path);
  if (stat (path, &info) == 0)
    {
      if (!S_ISREG (info.st_mode))
        {
          bh_file_set_foreign_error (path, error);
          return FALSE;
        }

      return check_local (path, folder, error) && check_writable (path, error)
             && check_writable (folder, error);
    }

  if (errno != ENOENT || !may_create)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                   _ ("%s cannot be opened (%s). Check the name of the file."), path,
                   g_strerror (errno));
      return FALSE;
    }

  return check_local (folder, folder, error) && check_writable (folder, error);
}

gboolean
bh_file_check_whole (const char *path, GError **error)
{
  g_autofree char *log = NULL;
  struct stat info;

  g_return_val_if_fail (path != NULL, FALSE);

  log = g_strconcat (path, "-wal", NULL);
  if (stat (log, &info) != 0 || info.st_size == 0)
    return TRUE;

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FULL,
               _ ("The disk is full, %s cannot grow. Nothing was changed: free some space and try "
                  "again."),
               path);

  return FALSE;
}

void
bh_file_set_foreign_error (const char *path, GError **error)
{
  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_A_DATABASE,
               _ ("%s is not a database of Bihuan. Choose another file."), path);
}

void
bh_file_set_newer_error (const char *path, gint64 version, GError **error)
{
  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NEWER,
               _ ("%s was made by a newer version of Bihuan (schema %d). Install that version; the "
                  "file was not touched."),
               path, (int) version);
}

static guint32
read_big_endian (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* A file that was killed while it was made has the magic, but no marks yet: its log has them. */
gboolean
bh_file_check_header (const char *path, guint32 application_id, gint64 newest, GError **error)
{
  guchar header[HEADER_SIZE];
  guint32 mark, version;
  ssize_t size;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);

  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return TRUE; /* the opening that follows tells why */
  size = read (fd, header, sizeof header);
  close (fd);

  if (size == 0)
    return TRUE;

  if (size != HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      bh_file_set_foreign_error (path, error);
      return FALSE;
    }

  mark = read_big_endian (header + HEADER_APPLICATION);
  version = read_big_endian (header + HEADER_VERSION);
  if (mark != 0 && mark != application_id)
    {
      bh_file_set_foreign_error (path, error);
      return FALSE;
    }

  if (mark == application_id && version > newest)
    {
      bh_file_set_newer_error (path, version, error);
      return FALSE;
    }

  return TRUE;
}
