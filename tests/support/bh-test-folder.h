/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** bh_test_folder_new: Returns: (transfer full): path of a new, empty folder */
char *bh_test_folder_new (void);
/** bh_test_folder_free: removes the folder with everything in it and frees the path */
void bh_test_folder_free (char *folder);

/** BhTestFolder: a folder that goes with its scope: `g_autoptr (BhTestFolder) folder = …` */
typedef char BhTestFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTestFolder, bh_test_folder_free)

/** bh_test_folder_get_contents: Returns: (transfer full): the bytes of a file, which must be there
 */
GBytes *bh_test_folder_get_contents (const char *path);

G_END_DECLS
