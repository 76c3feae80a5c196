/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The only door to the dialogs that ask for files and folders, whose class is another one in newer
 * GTK. They are the desktop's own, through its portal where there is one. */

/**
 * BhFileChosenFunc:
 * @widget: as given
 * @file: (transfer none): what was chosen; it is not called where somebody thought better of it
 */
typedef void (*BhFileChosenFunc) (GtkWidget *widget, GFile *file);

/**
 * bh_choose_folder:
 * @widget: who asks; when it goes, so does the dialog
 * @title: translated
 * @present: (nullable): the folder to begin with
 */
void
bh_choose_folder (GtkWidget *widget, const char *title, GFile *present, BhFileChosenFunc chosen);

/** bh_choose_file: asks for a file that is there, with a name like one of @patterns: (array
 * zero-terminated=1): "*.ics" */
void bh_choose_file (GtkWidget *widget,
                     const char *title,
                     const char *const *patterns,
                     BhFileChosenFunc chosen);

/**
 * BhFilesChosenFunc:
 * @files: (transfer none): a list of GFile, one at least
 */
typedef void (*BhFilesChosenFunc) (GtkWidget *widget, GListModel *files);

/** bh_choose_files: asks for files that are there, one or several */
void bh_choose_files (GtkWidget *widget, const char *title, BhFilesChosenFunc chosen);

/**
 * bh_choose_new_file:
 * @name: proposed, "Trend 2026-10.png"
 *
 * Asks where to write; the dialog itself asks before an existing file is replaced.
 */
void bh_choose_new_file (GtkWidget *widget,
                         const char *title,
                         const char *name,
                         BhFileChosenFunc chosen);

G_END_DECLS
