/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_chart_export_dup_name: @extension: "png". Returns: (transfer full): a name for a file with
 * the chart, made of its title and subtitle, that every file system takes */
char *bh_chart_export_dup_name (BhChart *chart, const char *extension);

/**
 * bh_chart_export_save:
 * @widget: (transfer none): where it is shown; says how it went
 * @file: a name that ends in .svg makes vectors of it, any other a PNG
 *
 * Writes the chart as it looks on paper: light, with its title.
 */
void bh_chart_export_save (BhChart *chart, GtkWidget *widget, GFile *file);

/** bh_chart_export_create_texture: Returns: (transfer full): the same as a picture */
GdkTexture *bh_chart_export_create_texture (BhChart *chart, GtkWidget *widget);

/** bh_chart_export_copy: puts the same on the clipboard, and says so */
void bh_chart_export_copy (BhChart *chart, GtkWidget *widget);

G_END_DECLS
