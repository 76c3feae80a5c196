/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-storage-error.h"

G_BEGIN_DECLS

/**
 * bh_file_check_place:
 * @may_create: whether the file may be missing
 *
 * Looks, without opening anything, whether a database can live at @path: it is a file (or can
 * become one), it and its folder can be written, and it is on a disk of this machine.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_file_check_place (const char *path, gboolean may_create, GError **error);

/**
 * bh_file_check_header:
 * @application_id: marks our files
 * @newest: the newest version that we understand
 *
 * Reads the first bytes of the file and nothing else. A missing or empty file passes.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR_NOT_A_DATABASE or %BH_STORAGE_ERROR_NEWER
 */
gboolean
bh_file_check_header (const char *path, guint32 application_id, gint64 newest, GError **error);

/**
 * bh_file_check_whole:
 * @path: a database that nobody has open any more
 *
 * Closing writes the log back into the file, and cannot say that the disk was full. The log is
 * still there then, and without it the file is not whole: it must not be moved away from it.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR_FULL where a log was left beside the file
 */
gboolean bh_file_check_whole (const char *path, GError **error);

/** bh_file_set_newer_error: %BH_STORAGE_ERROR_NEWER with its one line */
void bh_file_set_newer_error (const char *path, gint64 version, GError **error);
/** bh_file_set_foreign_error: %BH_STORAGE_ERROR_NOT_A_DATABASE with its one line */
void bh_file_set_foreign_error (const char *path, GError **error);

/**
 * bh_file_name_network:
 * @magic: type of a file system as statfs() tells it
 * @mount_type: (nullable): its name in the table of mounts; tells apart what FUSE serves
 *
 * Returns: (nullable): name of the network file system that it is, NULL where it is none
 */
const char *bh_file_name_network (unsigned long magic, const char *mount_type);

G_END_DECLS
