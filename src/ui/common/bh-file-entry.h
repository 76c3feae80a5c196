/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-control.h"

G_BEGIN_DECLS

#define BH_TYPE_FILE_ENTRY (bh_file_entry_get_type ())
G_DECLARE_FINAL_TYPE (BhFileEntry, bh_file_entry, BH, FILE_ENTRY, GtkWidget)

/**
 * BhFileEntry:
 *
 * Asks for a file: its path, which can be typed, or chosen with the button. Its value is the path.
 */
GtkWidget *bh_file_entry_new (void);

G_END_DECLS
