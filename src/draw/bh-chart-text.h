/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-frame.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/** BhChartTextKind: what a text of a chart is for. */
typedef enum
{
  BH_CHART_TEXT_TITLE,
  BH_CHART_TEXT_SUBTITLE,
  BH_CHART_TEXT_LABEL,
  BH_CHART_TEXT_VALUE,
} BhChartTextKind;

/** bh_chart_text_context: Returns: (transfer full): measures and sets text in @style, the same for
 * a window, a picture and a file */
PangoContext *bh_chart_text_context (const BhChartStyle *style);

/**
 * bh_chart_text_new:
 * @text: plain
 *
 * Returns: (transfer full): @text in one line
 */
PangoLayout *bh_chart_text_new (PangoContext *context, const char *text, BhChartTextKind kind);

/** bh_chart_text_limit: sets @layout in at most @lines lines of at most @width, the rest is cut
 * with an ellipsis */
void bh_chart_text_limit (PangoLayout *layout, double width, guint lines);

/** bh_chart_text_get_size: fills @width and @height, each nullable, in pixels */
void bh_chart_text_get_size (PangoLayout *layout, double *width, double *height);

/**
 * bh_chart_text_draw:
 * @x: place of the point of the text that @align_x and @align_y name: 0 its left or upper edge, 1
 *   its right or lower one
 * @color: of the letters
 * @halo: (nullable): colour around the letters, where they may stand upon lines
 */
void bh_chart_text_draw (PangoLayout *layout,
                         cairo_t *cr,
                         double x,
                         double y,
                         double align_x,
                         double align_y,
                         const BhChartColor *color,
                         const BhChartColor *halo);

/** bh_chart_text_draw_note: writes @text in the middle of @area, in up to three lines: what stands
 * in place of values */
void bh_chart_text_draw_note (PangoContext *context,
                              cairo_t *cr,
                              const char *text,
                              const BhChartArea *area,
                              const BhChartColor *color);

G_END_DECLS
