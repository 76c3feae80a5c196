/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

G_BEGIN_DECLS

/**
 * bh_chart_save:
 * @width: in pixels
 * @height: in pixels
 * @path: ends with ".png" or ".svg"
 *
 * Writes the picture to a temporary file and moves it into place: what was there stays until the
 * new picture is whole.
 *
 * Returns: FALSE with %G_IO_ERROR_INVALID_ARGUMENT for another ending or an impossible size,
 *   %G_FILE_ERROR where it cannot be written
 */
gboolean bh_chart_save (BhChart *self,
                        const BhChartStyle *style,
                        double width,
                        double height,
                        const char *path,
                        GError **error);

/** bh_chart_render: Returns: (transfer full) (nullable): the picture, @scale device pixels a pixel;
 * to be freed with cairo_surface_destroy(). %NULL where it is too large */
cairo_surface_t *bh_chart_render (
    BhChart *self, const BhChartStyle *style, double width, double height, double scale);

G_END_DECLS
