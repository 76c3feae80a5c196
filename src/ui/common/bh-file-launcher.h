/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Files that belong to the user, opened by the desktop. (Those of the office: bh-file-opener.h.) */

/**
 * BhLaunchFailed:
 * @widget: as given
 * @error: why the desktop did not do it
 */
typedef void (*BhLaunchFailed) (GtkWidget *widget, const GError *error);

/** bh_file_launcher_open: opens @file with the desktop's program for it; @failed is not called
 * where
 * @widget is gone */
void bh_file_launcher_open (GtkWidget *widget, GFile *file, BhLaunchFailed failed);

/** bh_file_launcher_show: shows @file in the desktop's file manager, selected; where that cannot,
 * the folder that it is in */
void bh_file_launcher_show (GtkWidget *widget, GFile *file, BhLaunchFailed failed);

G_END_DECLS
