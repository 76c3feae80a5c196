/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_file_opener_open:
 * @widget: beside which it is said what went wrong
 * @path: of a file of the office, which nobody may change
 * @name: what people call it
 * @now: instant; copies that were opened more than a day before go
 *
 * Opens a copy of a file, under its own name, with the desktop's program for it.
 */
void bh_file_opener_open (GtkWidget *widget, const char *path, const char *name, gint64 now);

/** bh_file_opener_save: copies the file at @path to @target, which may be there already */
void bh_file_opener_save (GtkWidget *widget, const char *path, GFile *target);

/**
 * bh_file_opener_copy:
 * @folder: where copies to be opened stand
 * @now: instant
 *
 * What comes before opening, in any thread.
 *
 * Returns: (transfer full) (nullable): the copy, NULL with %G_IO_ERROR
 */
GFile *bh_file_opener_copy (
    const char *folder, const char *path, const char *name, gint64 now, GError **error);

G_END_DECLS
