/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-storage-error.h"

G_BEGIN_DECLS

/** bh_backup_move: renames a file, for good when it returns; replaces what is there */
gboolean bh_backup_move (const char *from, const char *to, GError **error);

G_END_DECLS
